"""The officer's verbs on consents, and who lives in the home of a lease."""

from collections.abc import Callable
from datetime import date

from app.core.deadlines import Deadline
from app.core.errors import Conflict, Invalid, NotFound, OfficeError, Problem, demand
from app.core.ids import DwellingId, LeaseId, PersonId, Ref
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.letters import document_of
from app.leases.model import Lease, LeaseState
from app.leases.residents import rules, store
from app.leases.residents.model import (
    AnswerDraft,
    Consent,
    ConsentRefusal,
    ConsentRequest,
    ConsentState,
    RequestDraft,
    Resident,
    SubTenant,
    WaitingConsent,
)
from app.leases.residents.papers import ConsentPapers
from app.leases.residents.people_there import residents_of, sub_tenants
from app.leases.service import Leases
from app.people.model import (
    AddressProtection,
    HeldAddress,
    HouseholdKind,
    Member,
    MemberDraft,
    PersonDraft,
    Presence,
    Role,
)
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit

Pressing = Callable[[Deadline], bool]
"""Whether a request that must be answered by then is asked about."""


class Residents:
    """What is asked, what was answered, what silence gave, and who lives there."""

    def __init__(
        self,
        db: Database,
        leases: Leases,
        people: People,
        settings: Settings,
        papers: ConsentPapers,
    ) -> None:
        self._db = db
        self._leases = leases
        self._people = people
        self._settings = settings
        self._papers = papers

    # what is read

    def consents(self, lease: LeaseId, as_of: date | None = None) -> tuple[Consent, ...]:
        """Every request of a lease as it stands on a day, the newest first."""
        day = as_of or self._today
        known = self._leases.get(lease, day)
        return tuple(
            self._standing(known, each, day)
            for each in store.of_lease(self._db, lease)
            if each.received_on <= day
        )

    def consent(self, request: int, as_of: date | None = None) -> Consent:
        """One request as it stands on a day; NotFound when there is none."""
        found = self._get(request)
        return self._standing(self._leases.get(found.lease), found, as_of or self._today)

    def residents(self, lease: LeaseId, as_of: date | None = None) -> tuple[Resident, ...]:
        """Who lives there on a day, the tenant first."""
        day = as_of or self._today
        known = self._leases.get(lease, day)
        return residents_of(
            known,
            self._people.get(known.draft.tenant),
            self._members(known.draft.tenant, day),
            self.consents(lease, day),
            day,
        )

    def approved_subtenants(self, lease: LeaseId, day: date) -> tuple[SubTenant, ...]:
        """Those who must get a copy of a notice, or it is invalid (HL-77)."""
        return sub_tenants(self.consents(lease, day), day)

    def grounds(self, request: int) -> tuple[ConsentRefusal, ...]:
        """The grounds that may be given for a no (HL-35, HL-36, HL-52 to HL-54)."""
        known = self._get(request)
        draft = self._leases.get(known.lease).draft
        return rules.lawful_grounds(draft, known.draft, self._settings.parameters)

    def waiting(
        self, as_of: date | None = None, pressing: Pressing | None = None
    ) -> tuple[WaitingConsent, ...]:
        """Written requests in running leases whose silence will be a yes (AL-06, HL-37).

        Of those that are not `pressing`, or that silence has answered, nothing is read but the
        day they came.
        """
        day, parameters = as_of or self._today, self._settings.parameters
        limits = [rules.silence(came, parameters) for came in store.came_on(self._db, day)]
        within = [each for each in limits if day <= each.nominal]
        days = [each.start for each in within if pressing is None or pressing(each)]
        return tuple(
            row
            for request in store.unanswered(self._db, days)
            if (row := self._waiting(request, day)) is not None
        )

    def _waiting(self, request: ConsentRequest, day: date) -> WaitingConsent | None:
        lease = self._leases.get(request.lease, day)
        found = self._standing(lease, request, day)
        there = lease.state.lived_in or lease.state is LeaseState.SIGNED
        if not there or not found.state.open:
            return None
        return WaitingConsent(
            request=request.id,
            lease=lease.id,
            kind=request.draft.kind,
            received_on=request.received_on,
            limit=found.limit,
            ready=found.state is ConsentState.ANSWER_READY,
        )

    # what is asked

    def check(self, lease: LeaseId, draft: RequestDraft) -> tuple[Problem, ...]:
        """What is wrong with a request."""
        known = self._leases.get(lease).draft
        return rules.check_request(draft, known, self._settings.parameters, self._today)

    def received(self, lease: LeaseId, draft: RequestDraft) -> int:
        """Someone asked. OfficeError lease_not_running before it is signed or after its end."""
        self._demand(lease, draft)
        with self._db.unit("consent_request.received", Ref("lease", lease)) as unit:
            return store.insert(unit, lease, draft)

    def correct(self, request: int, draft: RequestDraft) -> None:
        """Put right what was typed; Conflict when it is answered."""
        known = self._open(request)
        self._demand(known.lease, draft)
        subject = Ref("lease", known.lease)
        with self._db.unit("consent_request.corrected", subject, may_be_idle=True) as unit:
            store.update(unit, request, draft)

    def withdraw(self, request: int, day: date) -> None:
        """The tenant does not ask any more."""
        known = self._open(request)
        if not known.received_on <= day <= self._today:
            raise Invalid([Problem("withdrawn_on", "consent_withdrawn_day", remedy=self._today)])
        with self._db.unit("consent_request.withdrawn", Ref("lease", known.lease)) as unit:
            unit.update("consent_request", request, withdrawn_on=day)

    # the answer

    def check_answer(self, request: int, draft: AnswerDraft) -> tuple[Problem, ...]:
        """What is wrong with an answer; a no that is too late is told too (HL-37)."""
        known = self._get(request)
        lease = self._leases.get(known.lease)
        found = self._standing(lease, known, self._today)
        if found.state is ConsentState.DEEMED_CONSENT and not draft.consents:
            facts: dict[str, object] = {"day": found.deemed_on}
            return (Problem("consents", "consent_given_by_silence", "HL-37", facts=facts),)
        return rules.check_answer(draft, lease.draft, known.draft, self._settings.parameters)

    def preview(self, request: int, draft: AnswerDraft) -> Document:
        """The letter as a draft; it never shows an address that is kept secret (ADR-03)."""
        known = self._get(request)
        return self._papers.document(
            self._leases.get(known.lease), known.draft, draft, as_draft=True
        )

    def answer(self, request: int, draft: AnswerDraft) -> Made:
        """Finish the letter and put it under «Skal sendes»; final.

        It is answered on the day the letter is sent (HL-04). Conflict consent_answered.
        """
        known = self._get(request)
        lease = self._leases.get(known.lease)
        self._answerable(lease, known)
        demand(self.check_answer(request, draft))
        if self._settings.me is None:
            raise OfficeError("officer_needed")
        document = self._papers.ready(lease, known.draft, draft)
        with self._db.unit("consent.answered", Ref("lease", lease.id), final=True) as unit:
            made = self._papers.issue(unit, lease, document)
            store.answer(unit, request, draft, document_of(made))
            return made

    def _answerable(self, lease: Lease, request: ConsentRequest) -> None:
        state = self._standing(lease, request, self._today).state
        if request.answer is not None:
            raise Conflict("consent_answered")
        if state in {ConsentState.WITHDRAWN, ConsentState.NOT_NEEDED}:
            raise OfficeError("consent_asks_nothing")

    # moving in

    def move_in(self, request: int, person: PersonDraft) -> PersonId:
        """The one consent was given to joins the tenant's household from today.

        Found by national id, or taken in as new. OfficeError consent_lacking without a yes,
        resident_on_paper_only for one whose address is strengt fortrolig (ADR-02).
        """
        known = self._get(request)
        lease = self._leases.get(known.lease)
        if not self._standing(lease, known, self._today).state.lets_in:
            raise OfficeError("consent_lacking")
        found = self._people.by_number(person.national_id) if person.national_id else None
        if found is not None:
            protection = self._people.get(found).protection
            if protection is AddressProtection.STRICTLY_CONFIDENTIAL:
                raise OfficeError("resident_on_paper_only")
        with self._db.unit("resident.moved_in", Ref("lease", lease.id)) as unit:
            who = found if found is not None else self._people.add(unit, person)
            self._join(unit, lease.draft.tenant, who, person.birth_date)
            unit.update("consent_request", request, person=who)
            return who

    def _join(self, unit: Unit, tenant: PersonId, who: PersonId, born: date | None) -> None:
        household = self._people.household_of(tenant)
        adult = born is None or (unit.today - born).days >= 18 * 365.25
        member = MemberDraft(who, Role.ADULT if adult else Role.CHILD)
        if household is None:
            members = (MemberDraft(tenant, Role.APPLICANT), member)
            self._people.add_household(unit, HouseholdKind.SHARED, members)
        elif all(each.person != who or each.until for each in household.members):
            self._people.add_member(unit, household.id, member)

    # what tells where somebody lives

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Every request of these people (ADR-05)."""
        found = store.held(self._db, people)
        return tuple(HeldAddress(Ref("consent_request", request), who) for request, who in found)

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove them."""
        for held in self.holding(people):
            store.remove(unit, held.ref.id)
        return ()

    def _standing(self, lease: Lease, request: ConsentRequest, day: date) -> Consent:
        return rules.consent(lease.draft, request, self._settings.parameters, day)

    def _members(self, tenant: PersonId, day: date) -> tuple[Member, ...]:
        household = self._people.household_of(tenant)
        members = household.members if household else ()
        return tuple(
            each
            for each in members
            if each.person != tenant
            and each.presence is Presence.LIVES_HERE
            and each.since <= day
            and (each.until is None or day < each.until)
        )

    def _demand(self, lease: LeaseId, draft: RequestDraft) -> None:
        known = self._leases.get(lease)
        if not known.state.lived_in and known.state is not LeaseState.SIGNED:
            raise OfficeError("lease_not_running", number=known.number)
        demand(self.check(lease, draft))

    def _open(self, request: int) -> ConsentRequest:
        known = self._get(request)
        if known.answer is not None or known.withdrawn_on is not None:
            raise Conflict("consent_answered")
        return known

    def _get(self, request: int) -> ConsentRequest:
        found = store.get(self._db, request)
        if found is None:
            raise NotFound("consent_request_not_found")
        return found

    @property
    def _today(self) -> date:
        return self._db.clock.today()
