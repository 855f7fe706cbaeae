"""The officer's verbs when a tenant dies, two part, and another takes over the lease."""

from dataclasses import replace
from datetime import date, timedelta

from app.core.dated import Starts
from app.core.errors import Conflict, Invalid, NotFound, OfficeError, Problem, demand
from app.core.ids import DocumentId, DwellingId, LeaseId, PersonId, Ref
from app.documents.model import Document
from app.leases import rules as lease_rules
from app.leases import store as lease_store
from app.leases.endings.model import EndCause
from app.leases.endings.service import Endings
from app.leases.model import Lease, LeaseFacts, LeaseState
from app.leases.prepare import kid_of
from app.leases.residents.changes import rules, store
from app.leases.residents.changes.model import (
    Candidate,
    ChangeCause,
    ChangeDraft,
    Death,
    DeathCase,
    DeathDraft,
    EntryRight,
)
from app.leases.residents.changes.papers import EntryPapers
from app.leases.service import Leases
from app.letters.service import Letters
from app.people.model import AddressProtection, HeldAddress, Presence
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit


class TenantChanges:
    """Death, who may enter, nobody does, and the lease that goes on with another tenant."""

    def __init__(
        self,
        db: Database,
        leases: Leases,
        endings: Endings,
        people: People,
        letters: Letters,
        settings: Settings,
        papers: EntryPapers,
    ) -> None:
        self._db = db
        self._leases = leases
        self._endings = endings
        self._people = people
        self._letters = letters
        self._settings = settings
        self._papers = papers

    # death

    def death(self, lease: LeaseId, as_of: date | None = None) -> DeathCase | None:
        """The tenant's death with where it stands on a day; None when none is registered."""
        day = as_of or self._today
        found = store.of_lease(self._db, lease)
        if found is None:
            return None
        limit, assumed = None, False
        if found.document is not None:
            parameters = self._settings.parameters
            counting = self._letters.counted_from(found.document, Starts.ARRIVED, parameters)
            if counting.day is not None and not counting.returned:
                limit = rules.entry_limit(counting.day, parameters)
                assumed = counting.assumed
        taken = self.taken_over(lease, day)
        state = rules.death_state(found, limit, day, taken_over=taken)
        return DeathCase(found, state, limit, assumed)

    def died(self, lease: LeaseId) -> bool:
        """Whether the tenant's death is registered."""
        return store.of_lease(self._db, lease) is not None

    def landlord_may_end(self, lease: LeaseId, day: date) -> bool:
        """Whether a death leaves the landlord free to give notice (HL-70)."""
        found = self.death(lease, day)
        return found is not None and found.state.landlord_may_end

    def check_death(self, lease: LeaseId, draft: DeathDraft) -> tuple[Problem, ...]:
        """What is wrong with what is registered."""
        return rules.check_death(draft, self._leases.get(lease).draft, self._today)

    def register_death(self, lease: LeaseId, draft: DeathDraft) -> int:
        """The tenant has died. OfficeError lease_not_running; Conflict death_known."""
        known = self._running(lease)
        demand(self.check_death(lease, draft))
        if store.of_lease(self._db, lease) is not None:
            raise Conflict("death_known", number=known.number)
        with self._db.unit("tenant_death.registered", Ref("lease", lease)) as unit:
            return store.insert(unit, lease, draft)

    def correct_death(self, lease: LeaseId, draft: DeathDraft) -> None:
        """Put right a day, or who is written to."""
        known = self._death(lease)
        demand(self.check_death(lease, draft))
        subject = Ref("lease", lease)
        with self._db.unit("tenant_death.corrected", subject, may_be_idle=True) as unit:
            store.update(unit, known.id, draft)

    def candidates(self, lease: LeaseId) -> tuple[Candidate, ...]:
        """Those of the household who live there, and whether the six months are met (HL-38)."""
        tenant = self._leases.get(lease).draft.tenant
        death = store.of_lease(self._db, lease)
        day = (death.draft.died_on if death else None) or self._today
        household = self._people.household_of(tenant)
        return tuple(
            Candidate(
                each.person,
                each.name,
                each.since,
                rules.lived_long_enough(each.since, day, self._settings.parameters),
            )
            for each in (household.members if household else ())
            if each.person != tenant and each.until is None and each.presence is Presence.LIVES_HERE
        )

    def preview_notice(self, lease: LeaseId, draft: DeathDraft) -> Document:
        """The letter as a draft; a protected home is left out (ADR-03)."""
        demand(self.check_death(lease, draft))
        return self._papers.document(self._leases.get(lease), draft, as_draft=True)

    def issue_notice(self, lease: LeaseId, draft: DeathDraft) -> DocumentId:
        """Finish the letter to those at the address and the estate; final (HL-38).

        Conflict entry_notice_made while one stands.
        """
        known, death = self._leases.get(lease), self._death(lease)
        demand(self.check_death(lease, draft))
        if death.document is not None:
            raise Conflict("entry_notice_made")
        if self._settings.me is None:
            raise OfficeError("officer_needed")
        document = self._papers.ready(known, draft)
        with self._db.unit("entry_notice.issued", Ref("lease", lease), final=True) as unit:
            store.update(unit, death.id, draft)
            made = self._papers.issue(unit, known, document)
            unit.update("tenant_death", death.id, document=made)
            return made

    def nobody_enters(self, lease: LeaseId, reason: str) -> None:
        """Nobody takes over, and how that is known: the way to an end is open (HL-70)."""
        known = self._death(lease)
        if not reason.strip():
            raise Invalid([Problem("reason", "nobody_reason_missing", "HL-70")])
        with self._db.unit("tenant_death.nobody_enters", Ref("lease", lease)) as unit:
            unit.update(
                "tenant_death", known.id, nobody_on=unit.today, nobody_reason=reason.strip()
            )

    # another tenant

    def taken_over(self, lease: LeaseId, as_of: date | None = None) -> bool:
        """Whether another took it over."""
        end = self._endings.of(lease, as_of)
        return end is not None and end.cause is EndCause.TAKEN_OVER

    def successor(self, lease: LeaseId) -> LeaseId | None:
        """The lease that goes on after a change: same dwelling, the day after."""
        end = self._endings.of(lease)
        if end is None or end.cause is not EndCause.TAKEN_OVER or end.last_day is None:
            return None
        first = end.last_day + timedelta(days=1)
        dwelling = self._leases.get(lease).draft.dwelling
        found = (
            row.id
            for row in self._leases.of_dwelling(dwelling)
            if row.id != lease and row.start == first and row.state is not LeaseState.CANCELLED
        )
        return next(found, None)

    def check_change(self, lease: LeaseId, draft: ChangeDraft) -> tuple[Problem, ...]:
        """Why another can not take over as it is written; some is told and does not stop it."""
        known = self._leases.get(lease)
        death = self.death(lease) if draft.cause is ChangeCause.DEATH else None
        return (
            *rules.check_change(
                draft, known, death.death if death else None, death.limit if death else None
            ),
            *self._short_household(lease, draft),
        )

    def _short_household(self, lease: LeaseId, draft: ChangeDraft) -> tuple[Problem, ...]:
        if draft.right is not EntryRight.DESCENDANT:
            return ()
        for each in self.candidates(lease):
            if each.person == draft.new_tenant and not each.long_enough:
                facts: dict[str, object] = {"since": each.since}
                code = "common_household_short"
                return (Problem("right", code, "HL-38", blocks=False, facts=facts),)
        return ()

    def take_over(self, lease: LeaseId, draft: ChangeDraft) -> LeaseId:
        """End the lease and begin the draft of the new tenant's, in one act (HL-38, HL-39).

        OfficeError death_not_registered, lease_on_paper_only; Invalid beside the fields.
        """
        known = self._running(lease)
        if draft.cause is ChangeCause.DEATH:
            self._death(lease)
        demand(self.check_change(lease, draft))
        if draft.new_tenant is None or draft.since is None:
            raise NotFound("person_not_found")
        person = self._people.get(draft.new_tenant)
        if person.protection is AddressProtection.STRICTLY_CONFIDENTIAL:
            raise OfficeError("lease_on_paper_only")
        last = draft.since - timedelta(days=1)
        reason = f"Husleieloven {rules.PARAGRAPHS[draft.cause]}"
        with self._db.unit("lease.taken_over", Ref("lease", lease)) as unit:
            self._endings.end(unit, lease, last, EndCause.TAKEN_OVER, reason)
            return self._begin(unit, known, draft, person.name)

    def _begin(self, unit: Unit, lease: Lease, draft: ChangeDraft, name: str) -> LeaseId:
        number = lease_store.next_number(self._db, unit.today.year)
        parameters, facts = self._settings.parameters, LeaseFacts(unit.today)
        terms = lease_rules.settled(rules.new_terms(lease, draft), parameters, facts)
        made = lease_store.insert(unit, number, terms, name)
        terms = replace(terms, kid=kid_of(unit.today.year, made))
        lease_store.update(unit, made, number, terms, name)
        return made

    def take_back(self, lease: LeaseId, reason: str) -> None:
        """Nothing came of it: the lease runs on. Conflict takeover_signed."""
        known, after = self._leases.get(lease), self.successor(lease)
        if not self.taken_over(lease):
            raise OfficeError("lease_not_taken_over", number=known.number)
        if not reason.strip():
            raise Invalid([Problem("reason", "reason_missing")])
        if after is not None and self._leases.get(after).state is not LeaseState.DRAFT:
            raise Conflict("takeover_signed", number=self._leases.get(after).number)
        with self._db.unit("lease.takeover_taken_back", Ref("lease", lease)) as unit:
            self._endings.take_back(unit, lease, reason)
            if after is not None:
                lease_store.remove(unit, after)

    # what tells where somebody lives

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Every death of these people (ADR-05)."""
        found = store.held(self._db, people)
        return tuple(HeldAddress(Ref("tenant_death", death), who) for death, who in found)

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove them."""
        for held in self.holding(people):
            unit.delete("tenant_death", held.ref.id)
        return ()

    def _running(self, lease: LeaseId) -> Lease:
        known = self._leases.get(lease)
        if not known.state.lived_in and known.state is not LeaseState.SIGNED:
            raise OfficeError("lease_not_running", number=known.number)
        return known

    def _death(self, lease: LeaseId) -> Death:
        found = store.of_lease(self._db, lease)
        if found is None:
            raise OfficeError("death_not_registered")
        return found

    @property
    def _today(self) -> date:
        return self._db.clock.today()
