"""The officer's verbs on leases."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.allocation.service import Allocation
from app.applications.service import Applications
from app.core.errors import Invalid, NotFound, OfficeError, Problem, demand
from app.core.ids import DocumentId, DwellingId, LeaseId, PersonId, Ref, VedtakId
from app.core.kept import Kept
from app.decisions.service import Decisions
from app.documents.model import Document
from app.dwellings.landlords.service import Landlords
from app.dwellings.model import DwellingStatus
from app.dwellings.service import Dwellings
from app.leases import clash_store, list_store, rules, store
from app.leases.conditions import store as condition_store
from app.leases.conditions.plan import Plan
from app.leases.drafting import Drafting
from app.leases.model import (
    EndingLease,
    ImportedLease,
    Lease,
    LeaseDraft,
    LeaseFacts,
    LeasePaper,
    LeaseRow,
    LeaseState,
    TenantPlace,
)
from app.leases.occupancy import Occupancy
from app.leases.papers import Papers
from app.leases.prepare import kid_of, paper_kid_of, taken_in
from app.leases.terms import term_end
from app.letters.model import DocumentKind, OnPaper
from app.letters.service import Letters
from app.people.model import AddressProtection, HeldAddress
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit

SCAN_TITLE = "Underskrevet leieavtale"


class Leases:
    """Prepare, check, preview, issue, sign; and what runs out."""

    def __init__(
        self,
        db: Database,
        decisions: Decisions,
        allocation: Allocation,
        applications: Applications,
        dwellings: Dwellings,
        people: People,
        letters: Letters,
        settings: Settings,
        landlords: Landlords,
    ) -> None:
        self._db = db
        self._decisions = decisions
        self._dwellings = dwellings
        self._people = people
        self._letters = letters
        self._settings = settings
        self._plan: Plan | None = None
        self._rows: Remembered[tuple[LeaseRow, ...]] = Remembered(db)
        self._held: Remembered[tuple[LeaseRow, ...]] = Remembered(db)
        self._same: Kept[LeaseRow] = Kept()
        self._tenants: Remembered[Mapping[PersonId, Sequence[LeaseRow]]] = Remembered(db)
        self._drafting = Drafting(
            db, decisions, allocation, applications, dwellings, settings, landlords
        )
        self._papers = Papers(decisions, dwellings, people, settings, landlords)
        self._occupancy = Occupancy(decisions, allocation, applications, dwellings)

    def rows(self, as_of: date | None = None) -> tuple[LeaseRow, ...]:
        """Every lease as it stands on a day, by address; many ask for those of today at once."""
        today = self._today
        if as_of is None or as_of == today:
            return self._rows.get(today, lambda: self._read(today, self._same))
        return self._read(as_of)

    def held(self, as_of: date | None = None) -> tuple[LeaseRow, ...]:
        """As `rows`, but of today without those that are over: of ten years nearly all are."""
        if as_of is not None and as_of != self._today:
            return self.rows(as_of)
        return self._held.get(self._today, self._read_held)

    def _read_held(self) -> tuple[LeaseRow, ...]:
        return list_store.rows(
            self._db, self._today, self._settings.parameters, held=True, kept=self._same
        )

    def beside(self, leases: Collection[LeaseId]) -> tuple[LeaseRow, ...]:
        """Some leases of today with all of the same tenant and dwelling; no other is read."""
        return list_store.rows(
            self._db, self._today, self._settings.parameters, beside=leases, kept=self._same
        )

    def rows_of(self, person: PersonId) -> Sequence[LeaseRow]:
        """As `of_person` today, out of `rows`: for one who asks about many in a row."""
        return self._tenants.get(self._today, self._by_tenant).get(person, ())

    def _by_tenant(self) -> Mapping[PersonId, Sequence[LeaseRow]]:
        found: dict[PersonId, list[LeaseRow]] = defaultdict(list)
        for row in self.rows():
            found[row.tenant].append(row)
        return dict(found)

    def _read(self, day: date, kept: Kept[LeaseRow] | None = None) -> tuple[LeaseRow, ...]:
        return list_store.rows(self._db, day, self._settings.parameters, kept=kept)

    def of_dwelling(self, dwelling: DwellingId, as_of: date | None = None) -> tuple[LeaseRow, ...]:
        """The leases a dwelling has had and has, oldest first."""
        day = as_of or self._today
        return list_store.rows(self._db, day, self._settings.parameters, dwelling=dwelling)

    def of_person(self, person: PersonId, as_of: date | None = None) -> tuple[LeaseRow, ...]:
        """The leases a person has had and has."""
        return list_store.rows(
            self._db, as_of or self._today, self._settings.parameters, tenant=person
        )

    def ending(
        self, as_of: date | None = None, until: date | None = None
    ) -> tuple[EndingLease, ...]:
        """Fixed terms that run or have run out, the earliest end first (AL-03, AL-04).

        Those that end by `until`, or every one.
        """
        return list_store.ending(self._db, as_of or self._today, self._settings.parameters, until)

    def places(self, leases: Collection[LeaseId]) -> Mapping[LeaseId, TenantPlace]:
        """Whose some leases are and where, as it is today; of others nothing is read."""
        return list_store.places(self._db, self._today, leases)

    def get(self, lease: LeaseId, as_of: date | None = None) -> Lease:
        """One lease as it stands on a day; NotFound when there is none."""
        day = as_of or self._today
        found = store.get(self._db, lease, day, self._settings.parameters)
        if found is None:
            raise NotFound("lease_not_found")
        return found

    def last_day(self, start: date, months: int) -> date:
        """The last day of a term from a first day, as a lease writes it (HL-43)."""
        return term_end(start, months)

    def prefilled(
        self,
        *,
        vedtak: VedtakId | None = None,
        dwelling: DwellingId | None = None,
        tenant: PersonId | None = None,
    ) -> LeaseDraft:
        """What a new lease would hold, from a vedtak or a dwelling and a tenant; keeps nothing.

        OfficeError vedtak_not_granted; Invalid dwelling_missing or tenant_missing.
        """
        return self._drafting.prefilled(vedtak, dwelling, tenant)

    def prepare(
        self,
        *,
        vedtak: VedtakId | None = None,
        dwelling: DwellingId | None = None,
        tenant: PersonId | None = None,
    ) -> LeaseId:
        """The draft for these two if there is one, else a new one with its own number and KID.

        OfficeError lease_on_paper_only for one whose address is strengt fortrolig (ADR-02): then
        `prefilled` and `issue_on_paper`.
        """
        draft = self.prefilled(vedtak=vedtak, dwelling=dwelling, tenant=tenant)
        if self._strict(draft.tenant):
            raise OfficeError("lease_on_paper_only")
        for row in self.of_dwelling(draft.dwelling):
            if row.tenant == draft.tenant and row.state is LeaseState.DRAFT:
                return row.id
        with self._db.unit("lease.drafted") as unit:
            number = store.next_number(self._db, unit.today.year)
            name = self._people.get(draft.tenant).name
            draft = self._drafting.settled(draft, None)
            lease = store.insert(unit, number, draft, name)
            draft = replace(draft, kid=kid_of(unit.today.year, lease))
            store.update(unit, lease, number, draft, name)
            unit.about(Ref("lease", lease))
        return lease

    def save_draft(self, lease: LeaseId, draft: LeaseDraft) -> None:
        """What the form holds now, right or not; OfficeError lease_issued once it is issued.

        Invalid kid_taken at once: two leases never share one.
        """
        known = self._drafted(lease)
        draft = self._drafting.settled(draft, lease)
        if draft == known.draft:
            return
        taken = clash_store.same_kid(self._db, draft.kid.strip(), lease)
        if taken:
            raise Invalid([Problem("kid", "kid_taken", "ID-12", facts={"lease": taken})])
        with self._db.unit("lease.draft_saved", Ref("lease", lease)) as unit:
            store.update(unit, lease, known.number, draft, self._people.get(draft.tenant).name)

    def discard(self, lease: LeaseId) -> None:
        """Throw a draft away."""
        self._drafted(lease)
        with self._db.unit("lease.draft_discarded", Ref("lease", lease)) as unit:
            store.remove(unit, lease)

    def check(self, lease: LeaseId, draft: LeaseDraft | None = None) -> tuple[Problem, ...]:
        """What must be put right before it can be issued; of a draft not saved, if given."""
        return self.check_draft(draft or self.get(lease).draft, lease)

    def check_draft(self, draft: LeaseDraft, own: LeaseId | None = None) -> tuple[Problem, ...]:
        """As `check`, of a draft that is kept nowhere."""
        draft = self._drafting.settled(draft, own)
        facts = self._drafting.facts(draft, own)
        return rules.check(draft, self._settings.parameters, facts)

    def know_plan(self, plan: Plan) -> None:
        """What is told of every condition when a lease is signed."""
        self._plan = plan

    def preview(self, lease: LeaseId) -> Document:
        """The lease as the draft would have it, marked as one; it may still lack parts."""
        known = self._drafted(lease)
        return self._papers.document(known.number, known.draft, draft_mark=True)

    def issue(self, lease: LeaseId) -> DocumentId:
        """Finish the lease for signing, in one unit that is never undone; Invalid if it lacks."""
        self.ready_to_issue(lease)
        with self._db.unit("lease.issued", Ref("lease", lease), final=True) as unit:
            return self.issue_in(unit, lease, to_send=True)

    def issue_in(self, unit: Unit, lease: LeaseId, *, to_send: bool) -> DocumentId:
        """As `issue`, inside a larger unit that has checked it (an order to the owner)."""
        known = self._drafted(lease)
        used = rules.versions_used(self._settings.parameters, unit.today)
        vedtak = known.draft.vedtak
        store.set_versions(unit, lease, used)
        store.add_state(unit, lease, LeaseState.TO_SIGN, unit.today)
        if vedtak is not None:
            condition_store.carry(unit, lease, self._decisions.get(vedtak).draft.conditions)
        return self._letters.issue(
            unit,
            self._papers.document(known.number, known.draft, draft_mark=False),
            kind=DocumentKind.LEASE,
            number=known.number,
            case=Ref("lease", lease),
            person=known.draft.tenant,
            to_send=to_send,
        )

    def paper(self, lease: Lease, *, draft_mark: bool) -> LeasePaper:
        """All that a lease says, for the papers that go with it."""
        return self._papers.paper(lease.number, lease.draft, draft_mark=draft_mark)

    def ready_to_issue(self, lease: LeaseId) -> Lease:
        """The draft, when nothing is wrong with it, its fortrolig address noted as shown.

        Invalid with what it lacks; OfficeError lease_issued.
        """
        known = self._drafted(lease)
        self._demand(known.draft, lease)
        tenant = self._people.get(known.draft.tenant)
        if tenant.protection is AddressProtection.CONFIDENTIAL:
            self._people.shown_address(tenant.id, known.number)
        return known

    def issue_on_paper(self, draft: LeaseDraft) -> OnPaper:
        """A lease for strengt fortrolig (ADR-02): the address is left to be filled in by hand.

        Print the bytes now; neither they nor the terms are kept. Then `let_on_paper`.
        """
        number = self._letters.next_number("LP", self._today.year)
        draft = replace(draft, kid=draft.kid or paper_kid_of(number))
        self._demand(draft, None)
        tenant = draft.tenant
        subject = Ref("person", tenant)
        with self._db.unit("lease.issued_on_paper", subject, final=True) as unit:
            return self._letters.issue_on_paper(
                unit,
                self._papers.document(number, draft, draft_mark=False),
                kind=DocumentKind.LEASE,
                number=number,
                case=subject,
                person=tenant,
                to_send=True,
            )

    def let_on_paper(self, dwelling: DwellingId, since: date, paper_reference: str) -> None:
        """«Opptatt (skjermet)»: let from a day, with where the paper lies and not to whom."""
        if not paper_reference.strip():
            raise Invalid([Problem("paper_reference", "paper_reference_missing", "ADR-02")])
        with self._db.unit("dwelling.let_on_paper", Ref("dwelling", dwelling), final=True) as unit:
            self._dwellings.set_status(
                unit, dwelling, DwellingStatus.LET, since, paper_reference.strip()
            )

    def signed(
        self,
        lease: LeaseId,
        day: date,
        scan: bytes | None = None,
        media_type: str = "application/pdf",
    ) -> None:
        """Both have signed: the dwelling is let from the first day, the application allocated.

        Never undone. Invalid for a day that cannot be, or a scan that is not what it says.
        """
        known = self.get(lease)
        if known.state is not LeaseState.TO_SIGN:
            raise OfficeError("lease_not_to_sign", number=known.number)
        if day > self._today:
            raise Invalid([Problem("signed_on", "day_in_future")])
        if scan is not None:
            self._letters.receive(
                Ref("lease", lease),
                known.draft.tenant,
                scan,
                media_type,
                SCAN_TITLE,
                DocumentKind.SIGNED_LEASE,
            )
        with self._db.unit("lease.signed", Ref("lease", lease), final=True) as unit:
            store.add_state(unit, lease, LeaseState.SIGNED, day)
            self._occupancy.begin(unit, known)
            if self._plan is not None:
                for carried in condition_store.of(self._db, lease):
                    self._plan.take_on(unit, known.draft.tenant, carried)

    def cancel(self, lease: LeaseId, reason: str) -> None:
        """An issued lease that was never signed is not taken into use."""
        known = self.get(lease)
        if known.state is not LeaseState.TO_SIGN:
            raise OfficeError("lease_not_to_sign", number=known.number)
        if not reason.strip():
            raise Invalid([Problem("reason", "reason_missing")])
        with self._db.unit("lease.cancelled", Ref("lease", lease), final=True) as unit:
            store.add_state(unit, lease, LeaseState.CANCELLED, unit.today, reason.strip())

    def take_in(self, unit: Unit, imported: ImportedLease) -> LeaseId:
        """A lease that was there before the register, inside the unit of an import.

        It is taken as signed; what is unusual about it is marked to be looked over, not refused.
        """
        number = store.next_number(self._db, unit.today.year)
        parameters = self._settings.parameters
        draft = taken_in(imported, self._settings.profile.rent_account, unit.today)
        since = min(draft.start or unit.today, unit.today)
        draft = rules.settled(draft, parameters, LeaseFacts(since))
        marks = [*imported.to_check.split(), *rules.imported_marks(imported, parameters)]
        if not self._occupancy.let(unit, draft, number):
            marks.append("tenant_but_not_let")
        to_check = " ".join(dict.fromkeys(marks))
        name = self._people.get(imported.tenant).name
        lease = store.insert(unit, number, draft, name, to_check)
        store.add_state(unit, lease, LeaseState.SIGNED, since)
        return lease

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Every lease of these people: it tells where they live (ADR-05)."""
        return tuple(HeldAddress(ref, who) for ref, who in store.held(self._db, people))

    def tenants(self, people: frozenset[PersonId]) -> dict[LeaseId, PersonId]:
        """The leases of these people, and whose each is: for what hangs on a lease."""
        return {LeaseId(held.ref.id): held.person for held in self.holding(people)}

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove their leases; gives the dwellings that are let today and stay so."""
        let = []
        for held in self.holding(people):
            known = self.get(LeaseId(held.ref.id))
            store.remove(unit, known.id)
            if self._dwellings.get(known.draft.dwelling).status is DwellingStatus.LET:
                let.append(known.draft.dwelling)
        return tuple(let)

    def _demand(self, draft: LeaseDraft, own: LeaseId | None) -> None:
        demand(self.check_draft(draft, own))
        if self._settings.me is None:
            raise OfficeError("officer_needed")

    def _drafted(self, lease: LeaseId) -> Lease:
        known = self.get(lease)
        if known.state is not LeaseState.DRAFT:
            raise OfficeError("lease_issued", number=known.number)
        return known

    def _strict(self, person: PersonId) -> bool:
        known = self._people.get(person)
        return known.protection is AddressProtection.STRICTLY_CONFIDENTIAL

    @property
    def _today(self) -> date:
        return self._db.clock.today()
