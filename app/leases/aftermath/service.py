"""All that comes after a lease, in one place; and what it must forget."""

from app.core.ids import DwellingId, LeaseId, PersonId
from app.leases.aftermath import store
from app.leases.aftermath.condition.service import ConditionClaims
from app.leases.aftermath.deposit.service import Deposits
from app.leases.aftermath.handback.charges import OccupationCharges
from app.leases.aftermath.handback.service import Handbacks
from app.leases.aftermath.handback.vacating import Vacating
from app.leases.aftermath.left_belongings.service import LeftBelongings
from app.leases.aftermath.papers import AftermathPapers
from app.leases.endings.service import Endings
from app.leases.service import Leases
from app.letters.service import Letters
from app.people.model import HeldAddress
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit


class Aftermath:
    """Handback, charge for living on, belongings, condition, deposit."""

    def __init__(
        self,
        db: Database,
        leases: Leases,
        endings: Endings,
        vacating: Vacating,
        letters: Letters,
        settings: Settings,
        papers: AftermathPapers,
    ) -> None:
        self._leases = leases
        self.handbacks = Handbacks(db, leases, endings, vacating, letters)
        self.charges = OccupationCharges(db, self.handbacks, settings, papers)
        self.belongings = LeftBelongings(db, settings, papers)
        self.deposits = Deposits(db, leases, settings, papers)
        self.condition = ConditionClaims(db, self.handbacks, settings, papers)

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Nothing of its own: the lease it hangs on tells where they live (ADR-05)."""
        return ()

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove what hangs on their leases, before the leases go."""
        for held in self._leases.holding(people):
            store.remove(unit, LeaseId(held.ref.id))
        return ()
