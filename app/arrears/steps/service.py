"""The officer's verbs on the money track: what was done, what comes next, and in which order."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from app.arrears import rules as owing
from app.arrears.contact_log import ContactLog, RentContact
from app.arrears.model import Owed, Tenancy
from app.arrears.pauses.model import Pause
from app.arrears.rounds.model import CallResult
from app.arrears.service import Arrears
from app.arrears.steps import interest, ladder, store
from app.arrears.steps.contacts import check_contact
from app.arrears.steps.model import (
    Agreed,
    AgreementStanding,
    ArrearsRow,
    ArrearsStep,
    ArrearsStepKind,
    Children,
    ContactDraft,
    DataCheck,
    HomeTracks,
    LateInterest,
    Meetings,
    MeetingStep,
    Paused,
    Proposed,
    Standing,
)
from app.core.errors import NotFound, OfficeError, demand
from app.core.ids import DwellingId, LeaseId, PersonId, Ref
from app.core.records import dataclass
from app.people.model import AddressProtection, HeldAddress
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit

STRICT = AddressProtection.STRICTLY_CONFIDENTIAL
Steps = tuple[ArrearsStep, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is read once for all the tenancies that are asked about."""

    steps: Mapping[LeaseId, Sequence[ArrearsStep]]
    wrong: frozenset[LeaseId]
    children: Mapping[PersonId, tuple[int, ...]]
    paused: Mapping[LeaseId, Pause]
    agreed: Mapping[LeaseId, tuple[AgreementStanding, date | None]]
    decided: Mapping[LeaseId, MeetingStep]


class ArrearsSteps:
    """Steps on every tenancy, and the next one with its reason."""

    def __init__(self, db: Database, arrears: Arrears, people: People, settings: Settings) -> None:
        self._db = db
        self._arrears = arrears
        self._people = people
        self._settings = settings
        self._agreed: Agreed | None = None
        self._pauses: Paused | None = None
        self._home: HomeTracks | None = None
        self._check: DataCheck | None = None
        self._meetings: Meetings | None = None
        self._log: ContactLog | None = None
        self._rows: Remembered[tuple[ArrearsRow, ...]] = Remembered(db)
        self._steps: Remembered[Mapping[LeaseId, tuple[ArrearsStep, ...]]] = Remembered(db)

    def know_agreed(self, agreed: Agreed) -> None:
        """What knows how instalment agreements stand."""
        self._agreed = agreed

    def know_pauses(self, pauses: Paused) -> None:
        """The slice where steps wait for a reason."""
        self._pauses = pauses

    def know_home_tracks(self, home: HomeTracks) -> None:
        """What knows the track of the dwelling (INK-12)."""
        self._home = home

    def know_check(self, check: DataCheck) -> None:
        """What knows where facts do not agree."""
        self._check = check

    def know_meetings(self, meetings: Meetings) -> None:
        """What knows what meetings about unpaid rent have decided."""
        self._meetings = meetings

    def know_contact_log(self, log: ContactLog) -> None:
        """The one log that calls, visits and meetings are written in too."""
        self._log = log

    # what is known

    def of(self, lease: LeaseId) -> tuple[ArrearsStep, ...]:
        """Every step on the tenancy of a lease that stands, oldest first."""
        return _of(self._everything(), self._arrears.tenancy(lease).leases)

    def get(self, step: int) -> ArrearsStep:
        """One step that stands; NotFound when there is none."""
        found = store.get(self._db, step)
        if found is None:
            raise NotFound("arrears_step_not_found")
        return found

    def children(self, tenant: PersonId) -> Children:
        """The children who live with a tenant today."""
        return Children(self._people.children_of((tenant,)).get(tenant, ()))

    def interest(self, lease: LeaseId, until: date | None = None) -> LateInterest:
        """Late-payment interest on the tenancy to a day, whole øre (INK-11)."""
        account, day = self._arrears.account(lease), until or self._today
        return interest.late_interest(account, day, self._settings.parameters)

    def standing(self, lease: LeaseId, on: date | None = None) -> Standing:
        """All that the next step on a tenancy follows from."""
        tenancy = self._arrears.tenancy(lease)
        account, day = self._arrears.account(lease), on or self._today
        owed = self._arrears.owed_of(tenancy.lease, account, day)
        return _standing(tenancy, owed, self._known((tenancy,), day))

    def next(self, lease: LeaseId) -> Proposed:
        """The step that comes next on a tenancy, why, and from which day."""
        return ladder.next_step(self.standing(lease), self._limits)

    def home_next(self, lease: LeaseId) -> Proposed | None:
        """The step on the home track that may be considered beside it, if any."""
        whose = self._arrears.tenancy(lease).lease
        return self._home_step(self.standing(lease), whose, self._limits)

    def row(self, lease: LeaseId) -> ArrearsRow | None:
        """A tenancy as the list shows it; None when it owes nothing."""
        whose = self._arrears.tenancy(lease).lease
        return next((row for row in self.proposals() if row.tenancy.lease == whose), None)

    def proposals(self) -> tuple[ArrearsRow, ...]:
        """Every tenancy that owes, children and small young debts first, what waits last."""
        return self._rows.get(self._today, self._proposals)

    def _proposals(self) -> tuple[ArrearsRow, ...]:
        today, limits, arrears = self._today, self._limits, self._arrears
        owed = arrears.owing(today)
        late = tuple(arrears.tenancies_of(owed).values())
        balances, closed = arrears.balances_of(late), arrears.closed_of(late)
        known = self._known(late, today)
        rows = list[ArrearsRow]()
        for tenancy in late:
            whose = tenancy.lease
            if whose in closed or tenancy.protection is STRICT or balances[whose] <= 0:
                continue
            standing = _standing(tenancy, owed[whose], known)
            children = Children(known.children.get(tenancy.tenant, ()))
            rows.append(self._row(tenancy, standing, children, limits))
        return ladder.ranked(rows)

    def _row(
        self, tenancy: Tenancy, standing: Standing, children: Children, limits: ladder.Thresholds
    ) -> ArrearsRow:
        proposed = ladder.next_step(standing, limits)
        return ArrearsRow(
            tenancy=tenancy,
            owed=standing.owed,
            children=children,
            last=standing.steps[-1] if standing.steps else None,
            next=proposed,
            home=self._home_step(standing, tenancy.lease, limits),
            rank=ladder.rank_of(standing, proposed, limits),
        )

    def _known(self, among: Sequence[Tenancy], day: date) -> _Known:
        return _Known(
            steps=self._everything(),
            wrong=self._check.disagreeing(among) if self._check else frozenset(),
            children=self._people.children_of([each.tenant for each in among]),
            paused=self._pauses.held(day) if self._pauses else {},
            agreed=self._agreed.standings(day) if self._agreed else {},
            decided=self._meetings.decisions() if self._meetings else {},
        )

    def _home_step(
        self, standing: Standing, lease: LeaseId, limits: ladder.Thresholds
    ) -> Proposed | None:
        """Whether the track is begun is asked only where it would be proposed: it is dear."""
        found = ladder.home_step(standing, limits)
        begun = found is not None and self._home is not None and self._home.begun(lease)
        return None if begun else found

    def _everything(self) -> Mapping[LeaseId, Sequence[ArrearsStep]]:
        return self._steps.get(self._today, self._by_lease)

    def _by_lease(self) -> Mapping[LeaseId, tuple[ArrearsStep, ...]]:
        found: dict[LeaseId, list[ArrearsStep]] = {}
        for step in store.everything(self._db):
            found.setdefault(step.lease, []).append(step)
        return {lease: tuple(steps) for lease, steps in found.items()}

    # what is done

    def log_contact(self, lease: LeaseId, draft: ContactDraft) -> int:
        """A call, a visit or a meeting about what is owed; Invalid beside the field."""
        tenancy = self._open_to(lease)
        demand(check_contact(draft, self._today))
        if draft.kind is None or draft.day is None:
            raise OfficeError("arrears_contact_incomplete")
        account = self._arrears.account(lease)
        step = ArrearsStep(
            id=0,
            lease=tenancy.lease,
            kind=draft.kind,
            taken_on=draft.day,
            principal=owing.owed(account, draft.day).total,
            spoke=draft.spoke,
        )
        with self._db.unit("arrears.contact_logged", Ref("lease", tenancy.lease)) as unit:
            made = store.insert(unit, step)
            if self._log is not None:
                self._log.log_contact(unit, tenancy.tenant, _as_logged(step, draft))
            return made

    def send_on(self, lease: LeaseId, day: date | None = None) -> int:
        """The claim goes to a collector, after a demand whose deadline was missed (INK-04)."""
        tenancy, when = self._open_to(lease), day or self._today
        if not ladder.may_be_sent_on(self.standing(lease, when), self._limits):
            raise OfficeError("arrears_not_to_be_sent_on")
        owed = self._arrears.owed(lease, when)
        kind = ArrearsStepKind.COLLECTION
        step = ArrearsStep(0, tenancy.lease, kind, when, principal=owed.total)
        with self._db.unit("arrears.sent_on", Ref("lease", tenancy.lease)) as unit:
            return store.insert(unit, step)

    def _open_to(self, lease: LeaseId) -> Tenancy:
        """A tenancy something may be done about; never one strengt fortrolig (ADR-02)."""
        tenancy = self._arrears.tenancy(lease)
        if tenancy.protection is STRICT:
            raise OfficeError("arrears_on_paper")
        return tenancy

    # what tells where a person lives

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Every step on their leases."""
        return tuple(HeldAddress(ref, who) for ref, who in store.held(self._db, sorted(people)))

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove them, before the claims, letters and leases they point at (ADR-05)."""
        for each in self.holding(people):
            store.remove(unit, each.ref.id)
        return ()

    @property
    def _limits(self) -> ladder.Thresholds:
        return ladder.Thresholds.on(self._today, self._settings.parameters)

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _standing(tenancy: Tenancy, owed: Owed, known: _Known) -> Standing:
    whose, pause = tenancy.lease, known.paused.get(tenancy.lease)
    kept, broken = known.agreed.get(whose, (AgreementStanding.NONE, None))
    return Standing(
        owed=owed,
        steps=_of(known.steps, tenancy.leases),
        rent=tenancy.rent,
        children=len(known.children.get(tenancy.tenant, ())),
        shielded=tenancy.protection is STRICT,
        disagrees=whose in known.wrong,
        paused_until=pause.until(owed.on) if pause else None,
        agreement=kept,
        broken_on=broken,
        decided=known.decided.get(whose),
    )


def _of(known: Mapping[LeaseId, Sequence[ArrearsStep]], leases: Iterable[LeaseId]) -> Steps:
    return store.in_order(step for each in leases for step in known.get(each, ()))


def _as_logged(step: ArrearsStep, draft: ContactDraft) -> RentContact:
    result = CallResult.REACHED if step.spoke else CallResult.NOT_REACHED
    return RentContact(step.taken_on, step.kind, result, draft.words.strip())
