"""The officer's verbs on cases of people who may lose their home."""

from datetime import date

from app.arrears.service import Arrears
from app.core.errors import Problem, demand
from app.core.ids import DwellingId, EvictionCaseId, LeaseId, PersonId, Ref
from app.evictions import rules, store
from app.evictions.book import CaseBook
from app.evictions.messages.model import MessageDraft
from app.evictions.messages.service import Intake
from app.evictions.model import (
    CaseStep,
    DayChange,
    DayRow,
    EvictionCase,
    EvictionOutcome,
    EvictionStage,
    OutcomeRow,
)
from app.leases.endings.model import EndCause
from app.leases.endings.service import Endings
from app.leases.model import LeaseRow
from app.leases.service import Leases
from app.people.model import HeldAddress
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit

EVICTED = "Utkastelse gjennomført, sak {}."


class EvictionCases(CaseBook):
    """What is known of each case, and every step of it."""

    def __init__(
        self,
        db: Database,
        people: People,
        settings: Settings,
        arrears: Arrears,
        leases: Leases,
        endings: Endings,
    ) -> None:
        super().__init__(db, people, settings, arrears)
        self._leases = leases
        self._endings = endings
        self._intake = Intake(db, self, people, leases, settings)

    # the message comes in

    def receive(self, draft: MessageDraft) -> EvictionCaseId:
        """Take in a message: opens a case, or joins an open one. Invalid beside the field.

        Somebody not in the register is registered in the same unit.
        """
        return self._intake.receive(draft)

    def check(self, draft: MessageDraft) -> tuple[Problem, ...]:
        """What stops a message, what is asked, and what is only told."""
        return self._intake.check(draft)

    def comment_days(self, draft: MessageDraft) -> tuple[date, date] | None:
        """The nominal and the moved last day of § 13-6 by what is typed so far (TV-10)."""
        return self._intake.comment_days(draft)

    def asked(self, draft: MessageDraft) -> tuple[EvictionCase, ...]:
        """The open cases a message may belong to."""
        return self._intake.asked(draft)

    def lease_of(self, person: PersonId) -> LeaseRow | None:
        """The lease of the home a person has of us today; None when there is none."""
        return self._intake.lease_of(person)

    # steps

    def notice_sent(self, unit: Unit, lease: LeaseId, day: date) -> EvictionCaseId:
        """The § 4-18 notice was sent: opens a case of the tenancy, or moves the open one."""
        return self._told_by_us(unit, lease, EvictionStage.NOTICE_SENT, day)

    def petition_filed(self, unit: Unit, lease: LeaseId, day: date) -> EvictionCaseId:
        """The petition went to the namsfogd."""
        return self._told_by_us(unit, lease, EvictionStage.PETITION_FILED, day)

    def notice_ran_out(self, unit: Unit, lease: LeaseId, day: date, reason: str = "") -> None:
        """The notice holds no more: annulled, or a year has gone (TV-06)."""
        for each in self.of_lease(lease):
            if each.stage is EvictionStage.NOTICE_SENT:
                since = max(day, each.stage_since)
                row = rules.row(each.kind, EvictionStage.AT_RISK, since, reason)
                store.add_stage(unit, each.id, row)

    def petition_withdrawn(
        self, unit: Unit, lease: LeaseId, day: date, reason: str, *, noticed: bool
    ) -> None:
        """Our petition is taken back: no day holds, and the case goes back to the notice.

        To the risk when no notice holds any more (`noticed`). It has no outcome by this: what
        made us take it back, the officer says when the case is closed.
        """
        for each in self.of_lease(lease):
            if not (each.threatened and rules.petitioned(each)):
                continue
            since = max(day, each.stage_since)
            if each.eviction_on is not None:
                called_off = DayRow(day, DayChange.CALLED_OFF, None, "", reason)
                store.add_day(unit, each.id, called_off)
            stage = EvictionStage.NOTICE_SENT if noticed else EvictionStage.AT_RISK
            store.add_stage(unit, each.id, rules.row(each.kind, stage, since, reason))

    def _told_by_us(
        self, unit: Unit, lease: LeaseId, stage: EvictionStage, day: date
    ) -> EvictionCaseId:
        known = [each for each in self.of_lease(lease) if each.open and each.threatened]
        if not known:
            return self.open_in(unit, self.head_of_lease(lease, day), stage, day)
        case = known[-1]
        if rules.may_reach(case, stage):
            since = max(day, case.stage_since)
            store.add_stage(unit, case.id, rules.row(case.kind, stage, since))
        return case.id

    def reach(
        self,
        case: EvictionCaseId,
        step: CaseStep,
        since: date | None = None,
        reason: str = "",
    ) -> None:
        """It stands here now (glossary 5.8). Invalid beside the field.

        Carried out is its own outcome, and ends the lease of the tenancy that day.
        """
        known, day = self.get(case), since or self._today
        demand(rules.check_move(known, step, day, self._today))
        with self._db.unit("eviction_case.reached", Ref("eviction_case", case)) as unit:
            store.add_stage(unit, case, rules.row(known.kind, step, day, reason))
            if rules.like(step) is EvictionStage.CARRIED_OUT:
                self._carried_out(unit, known, day)

    def _carried_out(self, unit: Unit, case: EvictionCase, day: date) -> None:
        store.add_outcome(unit, case.id, OutcomeRow(day, EvictionOutcome.CARRIED_OUT))
        if case.lease is None:
            return
        lease = self._leases.get(self.tenancy_of(case.lease)[-1])
        over = self._endings.of(lease.id)
        before = over is not None and over.last_day is not None and over.last_day < day
        started = lease.draft.start is None or lease.draft.start <= day
        if lease.signed_on is not None and started and not before:
            self._endings.end(unit, lease.id, day, EndCause.EVICTION, EVICTED.format(case.number))

    def set_date(
        self,
        case: EvictionCaseId,
        on: date | None,
        at: str = "",
        since: date | None = None,
        reason: str = "",
    ) -> None:
        """The namsfogd has set the day (TV-12); a second day is told as postponed."""
        self._day(case, DayChange.SET, on, at, since, reason)

    def postpone(
        self,
        case: EvictionCaseId,
        on: date | None,
        at: str = "",
        reason: str = "",
        since: date | None = None,
    ) -> None:
        """It is put off to another day, with the reason: no outcome of the case."""
        self._day(case, DayChange.POSTPONED, on, at, since, reason)

    def call_off(self, case: EvictionCaseId, reason: str, since: date | None = None) -> None:
        """There is no day any more; the case goes on until it has an outcome."""
        self._day(case, DayChange.CALLED_OFF, None, "", since, reason)

    def _day(
        self,
        case: EvictionCaseId,
        change: DayChange,
        on: date | None,
        at: str,
        since: date | None,
        reason: str,
    ) -> None:
        known, day = self.get(case), since or self._today
        row = DayRow(day, change, on, at, reason)
        demand(rules.check_change(known, row, self.days(case), self._today))
        with self._db.unit(f"eviction_day.{change}", Ref("eviction_case", case)) as unit:
            self.put_day(unit, known, row)

    def put_day(self, unit: Unit, case: EvictionCase, row: DayRow) -> None:
        """The day as told, and the stage it leads to, inside a larger unit."""
        store.add_day(unit, case.id, row)
        step = rules.dated(case.kind)
        if row.eviction_on is not None and step is not None and rules.may_reach(case, step):
            since = max(row.since, case.stage_since)
            store.add_stage(unit, case.id, rules.row(case.kind, step, since))

    def close(
        self,
        case: EvictionCaseId,
        outcome: EvictionOutcome | None = None,
        words: str = "",
        on: date | None = None,
        *,
        aftercare: bool = False,
    ) -> None:
        """It is over, with its outcome (glossary 6.7); `aftercare` goes on with what comes after.

        After aftercare the outcome is known already.
        """
        known, day = self.get(case), on or self._today
        demand(rules.check_outcome(known, outcome, day, self._today))
        stage = EvictionStage.AFTERCARE if aftercare else EvictionStage.CLOSED
        with self._db.unit("eviction_case.closed", Ref("eviction_case", case)) as unit:
            store.add_stage(unit, case, rules.row(known.kind, stage, day, words))
            if known.threatened:
                store.add_outcome(unit, case, OutcomeRow(day, outcome, words))

    def reopen(self, case: EvictionCaseId, reason: str, on: date | None = None) -> None:
        """It was not over after all."""
        known, day = self.get(case), on or self._today
        demand(rules.check_reopen(known, reason, day, self._today))
        before = rules.reopened(self.stages(case))
        with self._db.unit("eviction_case.reopened", Ref("eviction_case", case)) as unit:
            step = before.sale_stage or before.stage
            store.add_stage(unit, case, rules.row(known.kind, step, day, reason))
            if rules.like(step) not in rules.OVER:
                store.add_outcome(unit, case, OutcomeRow(day, None, reason))

    # address protection

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Leases, homes and words that may tell where these people live (ADR-05)."""
        found = store.held(self._db, sorted(people))
        return tuple(HeldAddress(ref, person) for ref, person in found)

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Take the tie and the words away, before leases are removed; the case stays (ADR-02)."""
        for each in self.holding(people):
            store.empty(unit, each.ref)
        return ()
