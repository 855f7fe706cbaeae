"""Every case as it is known on a day, and how one begins."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.arrears.service import Arrears
from app.core.errors import NotFound
from app.core.ids import EvictionCaseId, LeaseId, PersonId
from app.evictions import record, rules, store
from app.evictions.messages import store as message_store
from app.evictions.messages.model import EvictionMessage
from app.evictions.model import (
    CaseStep,
    Countdown,
    DayRow,
    EnforcementGround,
    EvictionCase,
    EvictionStage,
    LossKind,
    OutcomeRow,
    StageRow,
)
from app.evictions.notices import store as notice_store
from app.evictions.record import CaseHead, CaseRows
from app.people.model import AddressProtection, Member
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit


class CaseBook:
    """What is known of cases; the verbs stand in the service."""

    def __init__(self, db: Database, people: People, settings: Settings, arrears: Arrears) -> None:
        self._db = db
        self._people = people
        self._settings = settings
        self._arrears = arrears
        self._known: Remembered[tuple[EvictionCase, ...]] = Remembered(db)
        self._rows: Remembered[CaseRows] = Remembered(db)
        self._open: Remembered[tuple[EvictionCase, ...]] = Remembered(db)
        self._open_rows: Remembered[CaseRows] = Remembered(db)

    # what is known

    def rows(self, as_of: date | None = None) -> tuple[EvictionCase, ...]:
        """Every case as it stood on a day, the oldest first; closed ones too."""
        day = as_of or self._today
        return self._known.get(day, lambda: self._read(day, self._dated(day)))

    def open_ones(self, as_of: date | None = None) -> tuple[EvictionCase, ...]:
        """Those of `rows` that somebody still works with; of the others nothing is read."""
        day = as_of or self._today
        return self._open.get(day, lambda: self._read_open(day))

    def _read_open(self, day: date) -> tuple[EvictionCase, ...]:
        rows = self._dated_open(day)
        return self._read(day, rows, tuple(rows.stages))

    def _read(
        self, day: date, rows: CaseRows, among: store.Among = None
    ) -> tuple[EvictionCase, ...]:
        found = record.cases(store.heads(self._db, day, among), rows, self._settings.parameters)
        own = notice_store.grounds(self._db, day)
        return tuple(self._grounded(each, own) for each in found) if own else found

    def _grounded(
        self, case: EvictionCase, own: Mapping[LeaseId, EnforcementGround]
    ) -> EvictionCase:
        """Where no message names the ground, our own notice does."""
        if case.ground is not None or case.lease is None:
            return case
        known = (own[each] for each in reversed(self.tenancy_of(case.lease)) if each in own)
        return replace(case, ground=next(known, None))

    def _dated(self, day: date) -> CaseRows:
        return self._rows.get(day, lambda: self._read_dated(day))

    def _dated_open(self, day: date) -> CaseRows:
        return self._open_rows.get(
            day, lambda: self._read_dated(day, store.open_ones(self._db, day))
        )

    def _read_dated(self, day: date, among: store.Among = None) -> CaseRows:
        db = self._db
        return CaseRows(
            store.stages(db, day, among),
            message_store.by_case(db, day, among),
            store.days(db, day, among),
            store.outcomes(db, day, among),
        )

    def _rows_of(self, case: EvictionCaseId) -> CaseRows:
        """Where one that is open is found among few."""
        few = self._dated_open(self._today)
        return few if case in few.stages else self._dated(self._today)

    def get(self, case: EvictionCaseId, as_of: date | None = None) -> EvictionCase:
        """One case; NotFound when there is none."""
        found = next((each for each in self.rows(as_of) if each.id == case), None)
        if found is None:
            raise NotFound("eviction_case_not_found")
        return found

    def of_person(self, person: PersonId, as_of: date | None = None) -> tuple[EvictionCase, ...]:
        """Every case of a person, oldest first."""
        return tuple(each for each in self.rows(as_of) if each.person == person)

    def open_of_person(
        self, person: PersonId, as_of: date | None = None
    ) -> tuple[EvictionCase, ...]:
        """Those that somebody still works with; there may be two, of two homes."""
        return tuple(each for each in self.of_person(person, as_of) if each.open)

    def of_lease(self, lease: LeaseId, as_of: date | None = None) -> tuple[EvictionCase, ...]:
        """Every case about the tenancy a lease belongs to, oldest first."""
        leases = self.tenancy_of(lease)
        return tuple(each for each in self.rows(as_of) if each.lease in leases)

    def tenancy_of(self, lease: LeaseId) -> tuple[LeaseId, ...]:
        """The leases of the tenancy a lease belongs to, oldest first."""
        try:
            return self._arrears.tenancy(lease).leases
        except NotFound:  # a draft, or one called off
            return (lease,)

    def petitioned(self, person: PersonId, on: date | None = None) -> bool:
        """Whether a petition about their home is filed and not over (practice 4c)."""
        over = rules.place(LossKind.EVICTION, EvictionStage.PETITION_FILED)
        return any(
            each.threatened and rules.place(LossKind.EVICTION, each.stage) >= over
            for each in self.of_person(person, on)
        )

    def stages(self, case: EvictionCaseId) -> tuple[StageRow, ...]:
        """Where it has stood, oldest first."""
        return tuple(self._rows_of(case).stages.get(case, ()))

    def messages(self, case: EvictionCaseId) -> tuple[EvictionMessage, ...]:
        """What was received, oldest first."""
        return tuple(self._rows_of(case).messages.get(case, ()))

    def all_messages(self) -> Mapping[EvictionCaseId, Sequence[EvictionMessage]]:
        """The messages of every case: for what is counted over all."""
        return self._dated(self._today).messages

    def days(self, case: EvictionCaseId) -> tuple[DayRow, ...]:
        """What was told of the day it is to be carried out, oldest first."""
        return tuple(self._rows_of(case).days.get(case, ()))

    def outcomes(self, case: EvictionCaseId) -> tuple[OutcomeRow, ...]:
        """How it ended, and began again, oldest first."""
        return tuple(self._rows_of(case).outcomes.get(case, ()))

    def next_stages(self, case: EvictionCase) -> tuple[CaseStep, ...]:
        """The stages it may be moved to now, without an outcome."""
        return rules.next_steps_of(case)

    def children(self, person: PersonId) -> tuple[Member, ...]:
        """The children of the household, whom everything begins with (AL-02)."""
        return rules.children(self._members(person), self._today)

    def also_told(self, person: PersonId) -> tuple[Member, ...]:
        """Other adults of the household, who must be told too (TV-11)."""
        return rules.also_told(self._members(person), person, self._today)

    def _members(self, person: PersonId) -> tuple[Member, ...]:
        household = self._people.household_of(person)
        return household.members if household else ()

    def countdown(self, case: EvictionCase) -> Countdown | None:
        """Days to the day it is carried out, by the ladder of the settings (AL-01)."""
        return rules.countdown(case.eviction_on, self._today, self._settings.parameters)

    def comment_countdown(self, case: EvictionCase) -> Countdown | None:
        """Days to the last day of § 13-6, moved (TV-10)."""
        return rules.countdown(case.comment_until, self._today, self._settings.parameters)

    def open_in(
        self, unit: Unit, head: CaseHead, step: CaseStep, since: date, reference: str = ""
    ) -> EvictionCaseId:
        """A new case inside the unit of whoever knows of it; `head` has no number yet."""
        number = store.next_number(self._db, unit.today.year)
        case = store.insert(unit, number, head, rules.found_by(number, reference))
        store.add_stage(unit, case, rules.row(head.kind, step, since))
        return case

    def head_of_lease(self, lease: LeaseId, day: date) -> CaseHead:
        """A case about a tenancy of ours, not yet opened."""
        tenancy = self._arrears.tenancy(lease)
        return CaseHead(
            EvictionCaseId(0),
            "",
            LossKind.EVICTION,
            tenancy.tenant,
            tenancy.tenant_name,
            tenancy.protection,
            tenancy.lease,
            "",
            "",
            "",
            day,
        )

    def strict(self, person: PersonId) -> bool:
        """Whether nothing may tie the person to a home."""
        level = self._people.get(person).protection
        return level is AddressProtection.STRICTLY_CONFIDENTIAL

    @property
    def _today(self) -> date:
        return self._db.clock.today()
