"""The officer's verbs on applications."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial

from app.applications import (
    address_store,
    fact_store,
    list_store,
    open_store,
    rules,
    state_rules,
    store,
)
from app.applications.model import (
    AnswerClock,
    Answers,
    Application,
    ApplicationDraft,
    ApplicationKind,
    ApplicationRow,
    ApplicationState,
    Clocked,
    Lapses,
    NeedCategory,
    OpenRow,
    StateSince,
    TargetGroup,
    Unanswered,
)
from app.core.cases import CaseKind
from app.core.errors import Conflict, Invalid, NotFound, OfficeError, Problem, demand
from app.core.ids import AllocatorId, ApplicationId, DwellingId, HouseholdId, PersonId, Ref
from app.people import rules as people_rules
from app.people.model import AddressProtection, HeldAddress, MemberDraft, PersonDraft, Role
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit

_OPEN = frozenset(state for state in ApplicationState if state.open)


class Applications:
    """Register, correct, move through the states, group, map the need, and answer in time."""

    def __init__(self, db: Database, people: People, settings: Settings) -> None:
        self._db = db
        self._people = people
        self._settings = settings
        self._answers: list[Answers] = []
        self._lapses: Lapses | None = None
        self._open: Remembered[tuple[OpenRow, ...]] = Remembered(db)
        self._open_rows: Remembered[tuple[ApplicationRow, ...]] = Remembered(db)

    def know_answers(self, answers: Answers) -> None:
        """A slice that knows when a person was answered."""
        self._answers.append(answers)

    def know_lapses(self, lapses: Lapses) -> None:
        """The slice that knows whether the person was warned before a lapse."""
        self._lapses = lapses

    def rows(
        self, as_of: date | None = None, states: frozenset[ApplicationState] = frozenset()
    ) -> tuple[ApplicationRow, ...]:
        """All received by a day, newest first; only those in `states` when any is given."""
        now = as_of is None or as_of >= self._today
        if now and states and states <= _OPEN and (as_of or self._today) == self._today:
            return tuple(row for row in self._all_open() if row.state in states)
        return list_store.rows(self._db, as_of or self._today, states, now=now)

    def _all_open(self) -> tuple[ApplicationRow, ...]:
        """Those that are open today: several ask for some of them after every commit."""
        today = self._today
        return self._open_rows.get(today, lambda: list_store.rows(self._db, today, _OPEN, now=True))

    def open(self) -> tuple[OpenRow, ...]:
        """Those that are open today, the newest first, as their clocks ask."""
        today = self._today
        return self._open.get(today, lambda: open_store.rows(self._db, today))

    def names(self, some: Iterable[ApplicationId]) -> Mapping[ApplicationId, str]:
        """Who asked, of some applications; of others nothing is read."""
        return open_store.names(self._db, some)

    def count(self, states: frozenset[ApplicationState]) -> int:
        """How many stand in one of the states today, without reading them."""
        return list_store.count(self._db, states)

    def ids(self, states: frozenset[ApplicationState]) -> list[ApplicationId]:
        """Those in one of the states today, for a long list: the unanswered first, then the newest.

        Among the unanswered the one that has waited longest comes first.
        """
        return list_store.ids(self._db, states)

    def rows_of(
        self, ids: frozenset[ApplicationId], as_of: date | None = None
    ) -> tuple[ApplicationRow, ...]:
        """The named ones on a day."""
        return list_store.rows_of(self._db, as_of or self._today, ids)

    def get(self, application: ApplicationId, as_of: date | None = None) -> Application:
        """One application on a day; NotFound when there is none."""
        found = store.get(self._db, application, as_of or self._today)
        if found is None:
            raise NotFound("application_not_found")
        return found

    def states(self, application: ApplicationId) -> tuple[StateSince, ...]:
        """Every state it has had, oldest first."""
        return fact_store.states(self._db, application)

    def open_of(
        self,
        person: PersonId,
        kind: ApplicationKind,
        case: CaseKind = CaseKind.ALLOCATION,
    ) -> ApplicationId | None:
        """The open application of that case and kind a person has already."""
        return store.open_of(self._db, person, kind, case)

    def opened_with(self, application: ApplicationId) -> tuple[ApplicationId, ...]:
        """The other cases that the same request opened, oldest first (BS-08)."""
        return store.opened_with(self._db, application)

    def open_case(self, application: ApplicationId, case: CaseKind) -> ApplicationId:
        """Another case from the same request, with a clock and a decision of its own (BS-08).

        Conflict case_open_already when the request has that case.
        """
        with self._db.unit("case.opened") as unit:
            opened = self.add_case(unit, application, case)
            unit.about(Ref("application", opened))
        return opened

    def add_case(self, unit: Unit, application: ApplicationId, case: CaseKind) -> ApplicationId:
        """As `open_case`, inside a larger unit."""
        known = self.get(application)
        family = (application, *self.opened_with(application))
        if any(self.get(each).draft.case is case for each in family):
            raise Conflict("case_open_already", case=case.value)
        draft = replace(
            known.draft,
            case=case,
            kind=ApplicationKind.NEW,
            opened_with=known.draft.opened_with or application,
            state=ApplicationState.RECEIVED,
            state_since=None,
        )
        return self._insert(unit, draft, known.applicant, known.household)

    def register(self, draft: ApplicationDraft) -> ApplicationId:
        """Take in an application, with its new persons and household; Invalid, or Conflict.

        Conflict number_taken names whose number it is, so that the form can choose that person.
        """
        with self._db.unit("application.registered") as unit:
            return self.add(unit, draft)

    def add(self, unit: Unit, draft: ApplicationDraft) -> ApplicationId:
        """As `register`, inside a larger unit (an import)."""
        alone = unit.subject is None
        self._check(draft)
        applicant = self._person(unit, draft.applicant)
        household = draft.household or self._form_household(unit, applicant, draft)
        application = self._insert(unit, draft, applicant, household)
        if alone:
            unit.about(Ref("application", application))
        return application

    def _insert(
        self, unit: Unit, draft: ApplicationDraft, applicant: PersonId, household: HouseholdId
    ) -> ApplicationId:
        number = store.next_number(self._db, unit.today.year)
        return store.insert(unit, draft, number, applicant, household)

    def _form_household(
        self, unit: Unit, applicant: PersonId, draft: ApplicationDraft
    ) -> HouseholdId:
        others = (
            MemberDraft(self._person(unit, other.person), other.role, other.presence)
            for other in draft.others
        )
        members = (MemberDraft(applicant, Role.APPLICANT), *others)
        return self._people.add_household(unit, rules.household_kind(draft.others), members)

    def _person(self, unit: Unit, person: PersonId | PersonDraft | None) -> PersonId:
        if isinstance(person, PersonDraft):
            return self._people.add(unit, person)
        if person is None:
            raise Invalid([Problem("applicant", "applicant_missing")])
        return self._people.get(person).id

    def correct(self, application: ApplicationId, draft: ApplicationDraft) -> None:
        """Put right what was typed; group, needs and allocator get rows from today if changed.

        Applicant, household, kind and state are not changed by it.
        """
        known = self.get(application)
        self._check(draft, known)
        before, after = known.draft, rules.corrected(known.draft, draft)
        if after == before:
            return
        with self._db.unit("application.corrected", Ref("application", application)) as unit:
            store.update(unit, application, after)
            if after.received_on is not None and after.received_on != known.received_on:
                fact_store.move_start(unit, application, known.received_on, after.received_on)
            if after.group is not None and after.group is not before.group:
                fact_store.add_group(unit, application, after.group, unit.today)
            if after.allocator is not None and after.allocator != before.allocator:
                fact_store.add_allocator(unit, application, after.allocator, unit.today)
            fact_store.change_needs(unit, application, before.needs, after.needs, unit.today)
            others = after.other_groups - {after.group}
            fact_store.change_other_groups(
                unit, application, before.other_groups, others, unit.today
            )

    def _check(self, draft: ApplicationDraft, known: Application | None = None) -> None:
        if known is None:
            fixed = (*self._twice(draft), *state_rules.takeover_problems(draft, self._today))
        else:
            fixed = rules.fixed_problems(draft, known, self.states(known.id))
        born, strict = self._born(draft), self._strict(draft)
        problems = (*rules.check(draft, self._today, born, strict), *fixed)
        demand(problems)

    def _twice(self, draft: ApplicationDraft) -> tuple[Problem, ...]:
        if draft.applicant is None or isinstance(draft.applicant, PersonDraft):
            return ()
        there = self.open_of(draft.applicant, draft.kind, draft.case)
        if there is None:
            return ()
        code = "applicant_has_open_application"
        return (Problem("applicant", code, facts={"application": there}),)

    def _born(self, draft: ApplicationDraft) -> date | None:
        if isinstance(draft.applicant, PersonDraft):
            try:
                return people_rules.birth_date(draft.applicant)
            except OfficeError:
                return None  # the number is told beside its own field
        return None if draft.applicant is None else self._people.get(draft.applicant).birth_date

    def _strict(self, draft: ApplicationDraft) -> bool:
        people = [draft.applicant, *(other.person for other in draft.others)]
        if draft.household is not None:
            members = self._people.household(draft.household).members
            people += [member.person for member in members if member.until is None]
        known = [self._people.get(person) for person in people if isinstance(person, int)]
        level = AddressProtection.STRICTLY_CONFIDENTIAL
        return rules.strict_in(people) or any(person.protection is level for person in known)

    def take(
        self, application: ApplicationId, state: ApplicationState, since: date, reason: str = ""
    ) -> None:
        """The moves an officer makes without a vedtak: assess, ask for papers, withdraw, lapse.

        Invalid when the state may not follow, is not the officer's to set, or lacks its reason.
        """
        if state not in state_rules.BY_HAND:
            raise Invalid([Problem("state", "state_by_vedtak", "FV-07")])
        if state in state_rules.NEEDS_REASON and not reason.strip():
            raise Invalid([Problem("reason", "reason_missing")])
        if state is ApplicationState.LAPSED and self._lapses is not None:
            demand(self._lapses.lapse_problems(application, since))
        with self._db.unit(state_rules.BY_HAND[state], Ref("application", application)) as unit:
            self.set_state(unit, application, state, since, reason)

    def set_state(
        self,
        unit: Unit,
        application: ApplicationId,
        state: ApplicationState,
        since: date,
        reason: str,
        *,
        by_reversal: bool = False,
    ) -> None:
        """As `take`, inside a larger unit and to any state that may follow (a vedtak).

        `by_reversal` when a new vedtak takes the place of the one that answered it (FV-19).
        """
        states = self.states(application)
        if not states:
            raise NotFound("application_not_found")
        now = states[-1]
        demand(
            state_rules.move_problems(
                now.state, now.since, state, since, self._today, by_reversal=by_reversal
            )
        )
        for step in state_rules.way(now.state, state, by_reversal=by_reversal):
            fact_store.add_state(
                unit, application, step, since, reason.strip() if step is state else ""
            )

    def set_group(self, application: ApplicationId, group: TargetGroup, since: date) -> None:
        """A group from a day; Invalid when that is before the group it has."""
        self._check_since("application_group", application, since)
        with self._db.unit("application.group_set", Ref("application", application)) as unit:
            fact_store.add_group(unit, application, group, since)

    def set_allocator(self, application: ApplicationId, who: AllocatorId, since: date) -> None:
        """Whose list it stands on from a day."""
        self._check_since("application_allocator", application, since)
        with self._db.unit("application.allocator_set", Ref("application", application)) as unit:
            fact_store.add_allocator(unit, application, who, since)

    def set_needs(
        self, application: ApplicationId, needs: frozenset[NeedCategory], since: date
    ) -> None:
        """All that applies from a day; what was there before and is not in it ends that day."""
        self._check_since("application_need", application, since)
        before = self.get(application).draft.needs
        if needs == before:
            return
        with self._db.unit("application.needs_set", Ref("application", application)) as unit:
            fact_store.change_needs(unit, application, before, needs, since)

    def _check_since(self, table: str, application: ApplicationId, since: date) -> None:
        known = self.get(application)
        last = fact_store.last_day(self._db, table, application) or known.received_on
        demand(state_rules.since_problems(last, since, self._today))

    def clock(self, application: ApplicationId, as_of: date | None = None) -> AnswerClock:
        """When the person must have an answer, and whether they have had it (FV-02)."""
        found = self.rows_of(frozenset({application}), as_of)
        if not found:
            raise NotFound("application_not_found")
        return self._clocks(found)[0]

    def unanswered(self) -> tuple[Unanswered, ...]:
        """Those with neither a preliminary answer nor a decision, the first to be late first."""
        return self.unanswered_of(self.open())

    def unanswered_of(self, rows: Sequence[Clocked]) -> tuple[Unanswered, ...]:
        """The same among the named ones."""
        undecided = [row for row in rows if row.state.undecided]
        waiting = [
            Unanswered(row, clock)
            for row, clock in zip(undecided, self._clocks(undecided), strict=True)
            if clock.answered_on is None
        ]
        return tuple(sorted(waiting, key=lambda each: (each.clock.local_day, each.row.id)))

    def _clocks(self, rows: Sequence[Clocked]) -> tuple[AnswerClock, ...]:
        """The clock of each, with one question to each slice that answers."""
        named, parameters = [row.id for row in rows], self._settings.parameters
        told = [answers.answered(named) for answers in self._answers]
        last_days = cache(partial(rules.last_days, parameters))  # many came on one day
        return tuple(
            AnswerClock(
                *last_days(row.received_on),
                min((days[row.id] for days in told if row.id in days), default=None),
                row.days_waiting,
            )
            for row in rows
        )

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Applications that tell where one of them lives (ADR-05)."""
        return tuple(HeldAddress(*held) for held in address_store.housing_told(self._db, people))

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove it; the application itself stays."""
        for held in self.holding(people):
            address_store.forget_housing(unit, held.ref.id)
        return ()

    @property
    def _today(self) -> date:
        return self._db.clock.today()
