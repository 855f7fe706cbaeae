"""Small values in the shapes that the slices below give."""

from dataclasses import dataclass
from datetime import date

from app.core.deadlines import Deadline
from app.core.ids import ApplicationId, LeaseId
from app.settings.rulebook import deadline_for, load_parameters

PARAMETERS = load_parameters()
APPLICATION, LEASE = ApplicationId(7), LeaseId(3)


@dataclass(frozen=True, slots=True)
class AnApplication:
    """An application without an answer."""

    received_on: date
    id: ApplicationId = APPLICATION
    name: str = "Even Prøvland"

    @property
    def deadline(self) -> Deadline:
        """The law's month."""
        return deadline_for(PARAMETERS, "fvl.prelim_months", self.received_on)


@dataclass(frozen=True, slots=True)
class ALease:
    """A lease that ends."""

    end_on: date
    id: LeaseId = LEASE
    name: str = "Aud Testnes"
    address: str = "Demovegen 3"
    renewal_decided: bool = False
    move_out_request_sent: date | None = None


@dataclass(slots=True)
class Slices:
    """What the slices below answer in a test."""

    applications: tuple[AnApplication, ...] = ()
    leases: tuple[ALease, ...] = ()

    def unanswered(self) -> tuple[AnApplication, ...]:
        """Every one of them."""
        return self.applications

    def ending(self, until: date) -> tuple[ALease, ...]:
        """Those that end by a day."""
        return tuple(lease for lease in self.leases if lease.end_on <= until)
