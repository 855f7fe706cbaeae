"""The officer's verbs on settlement by agreement with the state (D8)."""

from datetime import date

from app.allocation.settlement import rules, store
from app.allocation.settlement.model import (
    Quota,
    QuotaState,
    Settlement,
    SettlementDraft,
    SettlementRow,
)
from app.applications.service import Applications
from app.core.errors import NotFound, Problem, demand
from app.core.ids import ApplicationId, Ref
from app.storage.database import Database


class Settlements:
    """The year's number, and who comes when. Skips the residence rule, and no other."""

    def __init__(self, db: Database, applications: Applications) -> None:
        self._db = db
        self._applications = applications

    def rows(self) -> tuple[SettlementRow, ...]:
        """Every settlement, the newest year first."""
        return store.rows(self._db)

    def get(self, settlement: int) -> Settlement:
        """One settlement; NotFound when there is none."""
        found = store.get(self._db, settlement)
        if found is None:
            raise NotFound("settlement_not_found")
        return found

    def year(self, year: int, as_of: date | None = None) -> QuotaState:
        """The year's count of persons on a day, today unless said."""
        day = as_of or self._today
        settlements = [row.settlement for row in store.rows(self._db)]
        quota = store.quota(self._db, year, day)
        reserved = store.reserved(self._db, year, day)
        return rules.quota_state(year, quota, settlements, reserved, day)

    def set_quota(self, year: int, persons: int, source: str) -> None:
        """The year's number from today; `source` says who decided it and in which case."""
        demand(rules.quota_problems(year, persons, source))
        with self._db.unit("settlement.quota_set") as unit:
            added = store.add_quota(unit, Quota(year, persons, unit.today, source.strip()))
            unit.about(Ref("settlement_quota", added))

    def agree(self, draft: SettlementDraft) -> int:
        """A household comes by agreement; its form says so from now on. Invalid with the fields."""
        application = self._applications.get(draft.application)
        others = store.of_application(self._db, draft.application)
        case = application.draft.case
        demand(rules.settlement_problems(draft, case, others, self._today))
        form = application.draft.opened_with or application.id
        with self._db.unit("settlement.agreed", Ref("application", draft.application)) as unit:
            store.tell_by_agreement(self._db, unit, form)
            return store.add(unit, draft)

    def expect(self, settlement: int, day: date | None) -> None:
        """Another day they are expected; None while nobody knows."""
        known = self.get(settlement)
        problems = rules.closing_problems(known, known.draft.agreed_on, self._today)
        if day is not None and day < known.draft.agreed_on:
            problems += (Problem("day", "settlement_expected_early"),)
        demand(problems)
        with self._db.unit("settlement.expected", self._case(known), may_be_idle=True) as unit:
            unit.update("settlement", settlement, expected_on=day)

    def settled(self, settlement: int, day: date) -> None:
        """They moved in that day."""
        known = self.get(settlement)
        demand(rules.closing_problems(known, day, self._today))
        with self._db.unit("settlement.settled", self._case(known)) as unit:
            unit.update("settlement", settlement, settled_on=day)

    def cancel(self, settlement: int, day: date) -> None:
        """Nothing came of it; the application itself stands as it does."""
        known = self.get(settlement)
        demand(rules.closing_problems(known, day, self._today))
        with self._db.unit("settlement.cancelled", self._case(known)) as unit:
            unit.update("settlement", settlement, cancelled_on=day)

    def of(self, application: ApplicationId) -> tuple[Settlement, ...]:
        """Every settlement of an application, oldest first."""
        return store.of_application(self._db, application)

    def _case(self, known: Settlement) -> Ref:
        return Ref("application", known.draft.application)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
