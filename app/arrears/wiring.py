"""What is known and done about unpaid rent, put together for the office."""

from dataclasses import dataclass

from app.arrears.service import Arrears
from app.decisions.service import Decisions
from app.dwellings.landlords.service import Landlords
from app.dwellings.service import Dwellings
from app.leases.service import Leases
from app.letters.service import Letters
from app.people.consents.service import Consents
from app.people.service import People
from app.settings.service import Settings
from app.settings.units.service import ServiceUnits
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class Ground:
    """What is there before arrears are: the services these stand on."""

    db: Database
    settings: Settings
    units: ServiceUnits
    people: People
    consents: Consents
    dwellings: Dwellings
    landlords: Landlords
    letters: Letters
    decisions: Decisions
    leases: Leases


class ArrearsServices:
    """Made once for an office, which hands each of them out under the same name."""

    def __init__(self, on: Ground) -> None:
        self._wire_accounts(on)

    def _wire_accounts(self, on: Ground) -> None:
        """What is claimed and paid."""
        self.arrears = Arrears(on.db, on.leases, on.settings)
