"""What a new lease would hold, and what its rules look at: from vedtak, dwelling and landlord."""

from datetime import date

from app.allocation.service import Allocation
from app.applications.model import TargetGroup
from app.applications.service import Applications
from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import DwellingId, LeaseId, PersonId, VedtakId
from app.decisions.model import Vedtak, VedtakState
from app.decisions.service import Decisions
from app.dwellings.landlords.model import OwnerTask
from app.dwellings.landlords.service import Landlords
from app.dwellings.model import DwellingType
from app.dwellings.service import Dwellings
from app.leases import clash_store, list_store, rules
from app.leases.model import LeaseDraft, LeaseFacts, LeaseKind, LeaseRow
from app.leases.prepare import Known, prefilled
from app.leases.terms import short_terms
from app.settings.service import Settings
from app.storage.database import Database


class Drafting:
    """Reads what a draft rests on; keeps nothing."""

    def __init__(
        self,
        db: Database,
        decisions: Decisions,
        allocation: Allocation,
        applications: Applications,
        dwellings: Dwellings,
        settings: Settings,
        landlords: Landlords,
    ) -> None:
        self._db = db
        self._decisions = decisions
        self._allocation = allocation
        self._applications = applications
        self._dwellings = dwellings
        self._settings = settings
        self._landlords = landlords

    def prefilled(
        self, vedtak: VedtakId | None, dwelling: DwellingId | None, tenant: PersonId | None
    ) -> LeaseDraft:
        """As `Leases.prefilled`."""
        decided = None if vedtak is None else self._granted(vedtak)
        refugee = False
        if decided is not None:
            application = self._applications.get(decided.application)
            refugee = application.draft.group is TargetGroup.REFUGEE
            tenant = application.applicant
            allocated = self._allocation.dwelling_for(decided.id)
            dwelling = allocated.dwelling if allocated else dwelling
        if dwelling is None or tenant is None:
            name = "tenant" if tenant is None else "dwelling"
            raise Invalid([Problem(name, f"{name}_missing", "DOC-01")])
        mine = [row for row in self._there(dwelling) if row.tenant == tenant]
        known = Known(
            tenant=tenant,
            dwelling=self._dwellings.get(dwelling),
            vedtak=decided,
            refugee=refugee,
            rent_account=self._rent_account(dwelling),
            today=self._today,
            before=next((row for row in reversed(mine) if row.state.lived_in), None),
        )
        return prefilled(known, self._settings.parameters)

    def _granted(self, vedtak: VedtakId) -> Vedtak:
        decided = self._decisions.get(vedtak)
        if decided.state is VedtakState.DRAFT or not decided.draft.result.grants:
            raise OfficeError("vedtak_not_granted", number=decided.number)
        return decided

    def _rent_account(self, dwelling: DwellingId) -> str:
        """Where the rent is paid: to the owner when the owner bills."""
        biller = self._landlords.of(dwelling).asked(OwnerTask.BILL)
        return self._settings.profile.rent_account if biller is None else biller.rent_account

    def settled(self, draft: LeaseDraft, own: LeaseId | None) -> LeaseDraft:
        """The draft with what follows from its term."""
        return rules.settled(draft, self._settings.parameters, self.facts(draft, own))

    def facts(self, draft: LeaseDraft, own: LeaseId | None) -> LeaseFacts:
        """What the rules look at beside the draft itself; `own` is the lease it is of."""
        dwelling = self._dwellings.get(draft.dwelling).draft
        landlord = self._landlords.of(draft.dwelling)
        terms = clash_store.terms_before(self._db, draft, own)
        shared = dwelling.shared_housing or draft.kind is LeaseKind.SINGLE_ROOM
        return LeaseFacts(
            signing=self._today,
            short_before=short_terms(terms, self._settings.parameters),
            taken_by="" if shared else rules.taken_by(self._there(draft.dwelling), draft, own),
            same_kid=clash_store.same_kid(self._db, draft.kid.strip(), own),
            office_account=self._settings.profile.rent_account,
            staff_dwelling=dwelling.dwelling_type is DwellingType.STAFF,
            old_debt=self._old_debt(draft.vedtak),
            usual_rent=self._dwellings.get(draft.dwelling).rent,
            public_landlord=landlord.public,
            owner_bills=landlord.by_owner(OwnerTask.BILL),
        )

    def _old_debt(self, vedtak: VedtakId | None) -> bool:
        if vedtak is None:
            return False
        return self._allocation.debt_stops_lease(self._decisions.get(vedtak).application)

    def _there(self, dwelling: DwellingId) -> tuple[LeaseRow, ...]:
        return list_store.rows(self._db, self._today, self._settings.parameters, dwelling=dwelling)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
