"""What is known around a case, gathered for the advice on it."""

from datetime import date

from app.arrears.wiring import ArrearsServices
from app.core.errors import NotFound
from app.core.ids import PersonId
from app.core.money import Ore
from app.debt.book import DebtBook
from app.evictions.advice import rules
from app.evictions.advice.model import CaseRow, NextStep, Said, Situation
from app.evictions.book import CaseBook
from app.evictions.model import NOTHING, EvictionCase
from app.followup.model import MeasureKind
from app.followup.wiring import FollowupServices
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered


class EvictionAdvice:
    """Answers «what stops it» and «what now» for one case."""

    def __init__(
        self,
        db: Database,
        cases: CaseBook,
        settings: Settings,
        arrears: ArrearsServices,
        followup: FollowupServices,
        debt: DebtBook,
    ) -> None:
        self._db = db
        self._cases = cases
        self._settings = settings
        self._arrears = arrears.arrears
        self._instalments = arrears.instalments
        self._followup = followup
        self._debt = debt
        self._rows: Remembered[tuple[CaseRow, ...]] = Remembered(db)

    def stops(self, case: EvictionCase) -> tuple[Said, ...]:
        """How it can still be stopped (TV-01, TV-03)."""
        return rules.what_stops(case, self.owed(case))

    def steps(self, case: EvictionCase) -> tuple[NextStep, ...]:
        """What to do, the most pressing first."""
        return self._steps(self.situation(case))

    def rows(self) -> tuple[CaseRow, ...]:
        """Every case with its children and its next step, the most pressing first."""
        return self._rows.get(self._db.clock.today(), self._read)

    def _read(self) -> tuple[CaseRow, ...]:
        made = (self._row(case) for case in self._cases.rows())
        return tuple(sorted(made, key=lambda row: row.place))

    def _row(self, case: EvictionCase) -> CaseRow:
        if not case.open:
            return CaseRow(case)
        situation, today = self.situation(case), self._db.clock.today()
        steps = self._steps(situation)
        until = case.comment_until
        return CaseRow(
            case,
            children=situation.children,
            count=len(self._cases.children(case.person)),
            left=(case.eviction_on - today).days if case.eviction_on else None,
            comment_left=(until - today).days if until and until >= today else None,
            step=steps[0] if steps else None,
        )

    def _steps(self, situation: Situation) -> tuple[NextStep, ...]:
        fresh = self._settings.parameters.whole(rules.TALK_DAYS, situation.today)
        return rules.next_steps(situation, fresh)

    def situation(self, case: EvictionCase) -> Situation:
        """What the advice rests on."""
        known, today = self._followup, self._db.clock.today()
        owner = known.owners.of(case.person)
        return Situation(
            case=case,
            today=today,
            children=self.children(case.person),
            owed=self.owed(case),
            last_talk=self._last_talk(case, today),
            plan=known.plans.in_force(case.person),
            coordinator=owner is not None and bool(owner.coordinator),
            debt_advice=self._advised(case.person),
            instalments=self._agreed(case),
        )

    def _advised(self, person: PersonId) -> bool:
        """Whether economic advice is asked for, or agreed on in the plan."""
        if self._debt.open_of_person(person):
            return True
        measures = self._followup.followup.measures(person)
        return any(
            each.draft.kind is MeasureKind.DEBT_ADVICE and not each.state.ended for each in measures
        )

    def _agreed(self, case: EvictionCase) -> bool:
        """Whether instalments are agreed on the tenancy already."""
        return case.lease is not None and self._instalments.current(case.lease) is not None

    def _last_talk(self, case: EvictionCase, today: date) -> date | None:
        """The last time we spoke, if it was since we knew of it."""
        last = self._followup.contact_notes.last_contact(case.person, today)
        return last if last is not None and last >= case.opened_on else None

    def owed(self, case: EvictionCase) -> Ore:
        """What the tenancy owes by our own books; nothing for a home that is not ours."""
        if case.lease is None:
            return NOTHING
        try:
            return self._arrears.owed(case.lease).total
        except NotFound:  # the lease never began
            return NOTHING

    def children(self, person: PersonId) -> str:
        """«To barn bor her (4 og 9 år)»; empty when there are none."""
        return rules.children_words(self._cases.children(person), self._db.clock.today())
