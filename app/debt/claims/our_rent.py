"""Rent owed to us, as a claim among others: who claims it, and how much."""

from datetime import date

from app.arrears.billers.service import MUNICIPALITY, Billers
from app.arrears.model import Tenancy
from app.arrears.service import Arrears
from app.core.errors import NotFound
from app.core.ids import DwellingId, LeaseId, PersonId
from app.debt.claims import rules
from app.debt.claims.model import ClaimSums, FoundRent
from app.settings.service import Settings


class OurRent:
    """What the accounts of a person's tenancies say."""

    def __init__(self, arrears: Arrears, billers: Billers, settings: Settings) -> None:
        self._arrears = arrears
        self._billers = billers
        self._settings = settings

    def owed(self, lease: LeaseId, day: date) -> ClaimSums:
        """What the tenancy of a lease owes on a day; nothing where it is known no longer."""
        try:
            return rules.of_rent(self._arrears.owed(lease, day))
        except NotFound:
            return ClaimSums()

    def found(self, person: PersonId, told: frozenset[LeaseId], day: date) -> tuple[FoundRent, ...]:
        """Each tenancy of a person that owes something and is not `told` of."""
        found = []
        for tenancy in self._tenancies(person):
            owed = self._arrears.owed(tenancy.lease, day)
            if owed.total and not told & set(tenancy.leases):
                name = self._landlord(tenancy.dwelling)
                sums = rules.of_rent(owed)
                found.append(FoundRent(tenancy.lease, tenancy.number, name, sums, owed.since))
        return tuple(found)

    def _tenancies(self, person: PersonId) -> tuple[Tenancy, ...]:
        return tuple(each for each in self._arrears.tenancies() if each.tenant == person)

    def _landlord(self, dwelling: DwellingId) -> str:
        """Who claims the rent: a biller's name, or the municipality's own."""
        biller = self._billers.usual(dwelling)
        if biller is not None and biller.id == MUNICIPALITY:
            return self._settings.profile.municipality or biller.name
        return self._billers.usual_name(dwelling)
