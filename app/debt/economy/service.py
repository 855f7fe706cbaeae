"""The officer's verbs on what a household lives on, pays and owns (GJ-03)."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date

from app.core.errors import NotFound, Problem, demand
from app.core.ids import DebtCaseId, PersonId, Ref
from app.debt.book import DebtBook
from app.debt.economy import rules, store
from app.debt.economy.model import (
    BudgetHousehold,
    CostDraft,
    CostKind,
    Done,
    Economy,
    EconomyLine,
    Entry,
    HouseholdDraft,
    Interval,
    LineDraft,
)
from app.leases.service import Leases
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit


class DebtEconomy:
    """Household, incomes, costs and what is owned; each holds from a day."""

    def __init__(
        self, db: Database, book: DebtBook, people: People, leases: Leases, settings: Settings
    ) -> None:
        self._db = db
        self._book = book
        self._people = people
        self._leases = leases
        self._settings = settings

    # what is known

    def of(self, case: DebtCaseId, on: date | None = None) -> Economy:
        """All that is known on a day; the household is None until somebody has written it."""
        day = on or self._today
        known = store.household(self._db, case, day)
        return Economy(
            case,
            day,
            None if known is None else known[1],
            store.incomes(self._db, case, day),
            store.costs(self._db, case, day),
            store.owned(self._db, case, day),
        )

    def household_since(self, case: DebtCaseId, on: date | None = None) -> date | None:
        """The day the household that is known holds from."""
        known = store.household(self._db, case, on or self._today)
        return None if known is None else known[0]

    def suggested(self, case: DebtCaseId) -> HouseholdDraft:
        """What the register says of the household today, to be looked over (GJ-03)."""
        today = self._today
        found = self._people.household_of(self._book.get(case).person)
        if found is None:
            return rules.suggested((), (), today)
        names = [self._people.get(each.person).given_name for each in found.members]
        return rules.suggested(found.members, names, today)

    def household_draft(self, case: DebtCaseId) -> HouseholdDraft:
        """What the form begins with: what was written last, else what the register says."""
        known = store.household(self._db, case, self._today)
        return self.suggested(case) if known is None else rules.draft_of(known[1])

    def earners(self, case: DebtCaseId) -> Mapping[PersonId, str]:
        """Whose an income may be: the person, then the other grown-ups of the household (GJ-23)."""
        person, today = self._book.get(case).person, self._today
        home = self._people.household_of(person)
        others = () if home is None else rules.grown_ups(home.members, today)
        whole = dict.fromkeys((person, *others))
        return {each: self._people.get(each).name for each in whole}

    def suggested_rent(self, case: DebtCaseId) -> CostDraft | None:
        """The rent of a lease with us, where no rent is written; None when there is none."""
        if any(each.kind is CostKind.RENT for each in self.of(case).costs):
            return None
        return self._rent(case)

    def changed_rent(self, case: DebtCaseId) -> tuple[int, CostDraft] | None:
        """The rent that is written, and what the lease says today, where the two differ."""
        written = [each for each in self.of(case).costs if each.kind is CostKind.RENT]
        rent = self._rent(case)
        if len(written) != 1 or rent is None or written[0].monthly == rent.amount:
            return None
        return written[0].id, replace(rent, words=written[0].words)

    def _rent(self, case: DebtCaseId) -> CostDraft | None:
        today = self._today
        for lease in self._leases.of_person(self._book.get(case).person, today):
            if lease.state.lived_in and lease.rent:
                return CostDraft(CostKind.RENT, lease.rent, Interval.MONTH, seen=True, sure=True)
        return None

    def others(self, case: DebtCaseId, line: EconomyLine) -> tuple[Entry, ...]:
        """Lines that do not hold today: those to come, then those that were, the newest first."""
        found = store.others(self._db, line, case, self._today)
        return tuple(sorted(found, key=lambda each: each.since, reverse=True))

    def entry(self, line: EconomyLine, row: int) -> Entry:
        """One line; NotFound when there is none."""
        return self._line(line, row)[1]

    def _line(self, line: EconomyLine, row: int) -> tuple[DebtCaseId, Entry]:
        found = store.entry(self._db, line, row)
        if found is None:
            raise NotFound("economy_line_not_found")
        return found

    # the household

    def check_household(self, draft: HouseholdDraft) -> tuple[Problem, ...]:
        """What stops a household, beside its field."""
        return rules.check_household(draft, self._today)

    def set_household(self, case: DebtCaseId, draft: HouseholdDraft) -> BudgetHousehold:
        """Whom the budget is for, from a day. Invalid beside the field."""
        self._book.get(case)
        demand(self.check_household(draft))
        known = rules.household(draft)
        with self._db.unit("economy.household_set", Ref("debt_case", case)) as unit:
            store.add_household(unit, case, draft.since or unit.today, known)
        return known

    # the lines

    def check(self, draft: LineDraft) -> tuple[Problem, ...]:
        """What stops a line or is asked about, beside its field."""
        return rules.check_line(draft, self._today, self._settings.parameters)

    def add(self, case: DebtCaseId, draft: LineDraft) -> int:
        """One more income, cost or thing owned. Invalid beside the field."""
        self._book.get(case)
        demand(self.check(draft))
        made = rules.entry(draft, self._today)
        with self._unit(store.line_of(made), "added", case) as unit:
            return store.add(unit, case, made)

    def change(self, line: EconomyLine, row: int, draft: LineDraft) -> None:
        """Other from a later day: the old line ends there. From its own day: it is put right.

        Invalid beside the field.
        """
        case, old = self._line(line, row)
        since = draft.since or self._today
        demand((*self.check(draft), *rules.check_change(old, since)))
        new = rules.entry(draft, self._today, row)
        if store.line_of(new) is not line:
            raise ValueError(line)
        with self._unit(line, "changed", case) as unit:
            if since == old.since:
                store.replace(unit, row, new)
            else:
                store.end(unit, line, row, since)
                store.add(unit, case, new)

    def end(self, line: EconomyLine, row: int, until: date) -> None:
        """It holds up to this day. Invalid when that is not after it began."""
        case, old = self._line(line, row)
        if until <= old.since:
            facts: dict[str, object] = {"since": old.since}
            demand((Problem("until", "economy_until_before", facts=facts),))
        with self._unit(line, "ended", case) as unit:
            store.end(unit, line, row, until)

    def remove(self, line: EconomyLine, row: int) -> None:
        """It was written by mistake; what stood is in the history."""
        case, _ = self._line(line, row)
        with self._unit(line, "removed", case) as unit:
            store.remove(unit, line, row)

    def _unit(
        self, line: EconomyLine, done: Done, case: DebtCaseId
    ) -> AbstractContextManager[Unit]:
        return self._db.unit(line.event(done), Ref("debt_case", case))

    @property
    def _today(self) -> date:
        return self._db.clock.today()
