"""The officer's verbs on the monthly round: the call list and what came of each call."""

from collections.abc import Mapping
from datetime import date

from app.arrears.contact_log import ContactLog, RentContact
from app.arrears.rounds import rules, store
from app.arrears.rounds.model import (
    AgreedStep,
    CallDraft,
    CallResult,
    CallRow,
)
from app.arrears.rounds.prints import CallPaper, call_sheet
from app.arrears.service import Arrears
from app.arrears.steps import store as step_store
from app.arrears.steps.model import ArrearsStep, ArrearsStepKind, MeetingStep
from app.arrears.steps.service import ArrearsSteps
from app.core.errors import OfficeError, demand
from app.core.ids import DwellingId, LeaseId, PersonId, Ref
from app.documents.model import Document
from app.leases.service import Leases
from app.people.model import AddressProtection, HeldAddress
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit


class ArrearsRounds:
    """Once a month: everyone who owes and whom nobody has spoken with about it (job 8)."""

    def __init__(
        self,
        db: Database,
        arrears: Arrears,
        steps: ArrearsSteps,
        people: People,
        leases: Leases,
        settings: Settings,
    ) -> None:
        self._db = db
        self._arrears = arrears
        self._steps = steps
        self._people = people
        self._leases = leases
        self._settings = settings
        self._log: ContactLog | None = None
        self._agreed: Remembered[Mapping[LeaseId, AgreedStep]] = Remembered(db)

    def know_contact_log(self, log: ContactLog) -> None:
        """The one log of contact."""
        self._log = log

    # reading

    def call_list(self) -> tuple[CallRow, ...]:
        """Whom to ring, ranked as the list of arrears is."""
        spoken = self._log.spoken_on(self._today) if self._log else {}
        found = rules.to_ring(self._steps.proposals(), spoken)
        agreed = self._all_agreed()
        rows = []
        for row, late_on in found:
            person = self._people.get(row.tenancy.tenant)
            rows.append(
                CallRow(
                    row,
                    late_on,
                    person.phone,
                    person.interpreter_language,
                    self._log.last_said(person.id) if self._log else None,
                    agreed.get(row.tenancy.lease),
                )
            )
        return tuple(rows)

    def agreed(self, lease: LeaseId) -> AgreedStep | None:
        """What the newest meeting left somebody to do about a tenancy, while it is not done."""
        return self._all_agreed().get(self._arrears.tenancy(lease).lease)

    def decisions(self) -> Mapping[LeaseId, MeetingStep]:
        """The same of every tenancy, as the next step is told by it."""
        return {lease: _as_step(each) for lease, each in self._all_agreed().items()}

    def due(self, day: date | None = None) -> tuple[AgreedStep, ...]:
        """What meetings decided whose day has come and that nobody has done, oldest first."""
        today = day or self._today
        waits = [
            each
            for each in self._all_agreed().values()
            if each.decided.due_on is not None and each.decided.due_on <= today
        ]
        return tuple(sorted(waits, key=lambda each: (each.decided.due_on, each.lease)))

    def _all_agreed(self) -> Mapping[LeaseId, AgreedStep]:
        return self._agreed.get(self._today, self._read_agreed)

    def _read_agreed(self) -> Mapping[LeaseId, AgreedStep]:
        """By the newest lease; an older decision gives way to a newer, done or not."""
        agreed, found = store.agreed(self._db), dict[LeaseId, AgreedStep]()
        tenancies = self._arrears.tenancies_of(each.lease for each in agreed)
        for each in agreed:
            if each.lease in tenancies:
                found.setdefault(tenancies[each.lease].lease, each)
        return {lease: each for lease, each in found.items() if each.decided.waits}

    def sheet(self) -> Document:
        """The call list to print, with room for what came of each call."""
        profile, now = self._settings.profile, self._db.clock.now()
        text = self._settings.text("arrears_meeting", profile.language, now.date())
        return call_sheet(CallPaper(profile, self.call_list(), now, text))

    # writing

    def called(self, lease: LeaseId, draft: CallDraft) -> int:
        """What came of a call: a note in the log and a step on the tenancy, in one (job 8).

        Invalid beside the field; OfficeError arrears_on_paper for one strengt fortrolig.
        """
        tenancy = self._arrears.tenancy(lease)
        if tenancy.protection is AddressProtection.STRICTLY_CONFIDENTIAL:
            raise OfficeError("arrears_on_paper")
        demand(rules.check_call(draft, self._today))
        today = self._today
        step = ArrearsStep(
            id=0,
            lease=tenancy.lease,
            kind=ArrearsStepKind.CALL,
            taken_on=today,
            principal=self._arrears.owed(tenancy.lease, today).total,
            round=f"{today:%Y-%m}",
            spoke=draft.result is not None and draft.result.spoke,
        )
        with self._db.unit("arrears_call.made", Ref("lease", tenancy.lease)) as unit:
            made = step_store.insert(unit, step)
            if self._log is not None:
                self._log.log_contact(unit, tenancy.tenant, _as_logged(today, draft))
            return made

    # address protection

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """What meetings decided about the leases of these people (ADR-05)."""
        of = self._leases.tenants(people)
        return tuple(HeldAddress(ref, of[lease]) for ref, lease in store.held(self._db, sorted(of)))

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove it, before their leases are."""
        for held in self.holding(people):
            store.remove_case(unit, held.ref.id)
        return ()

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _as_step(agreed: AgreedStep) -> MeetingStep:
    said = agreed.decided
    return MeetingStep(said.decision, said.responsible, agreed.held_on, said.due_on)


def _as_logged(day: date, draft: CallDraft) -> RentContact:
    result = draft.result or CallResult.NOT_REACHED
    return RentContact(day, ArrearsStepKind.CALL, result, draft.words, draft.follow_up_on)
