"""Small values in the shapes that the slices below give."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from app.applications.model import (
    AnswerClock,
    ApplicationKind,
    ApplicationRow,
    ApplicationState,
    Unanswered,
)
from app.core.cases import CaseKind
from app.core.ids import ApplicationId, LeaseId, PersonId
from app.leases.model import TenantPlace
from app.people.model import AddressProtection, HouseholdKind
from app.settings.rule_files import load_parameters
from app.settings.rulebook import deadline_for

PARAMETERS = load_parameters()
LEASE = LeaseId(3)


def an_application(received_on: date) -> Unanswered:
    """An application without an answer."""
    row = ApplicationRow(
        id=ApplicationId(7),
        number="S-2026-7",
        case=CaseKind.ALLOCATION,
        kind=ApplicationKind.NEW,
        applicant=PersonId(1),
        name="Even Prøvland",
        protection=AddressProtection.NONE,
        household_kind=HouseholdKind.SINGLE,
        adults=1,
        children=0,
        group=None,
        needs=frozenset(),
        allocator=None,
        bedrooms=None,
        accessible=False,
        received_on=received_on,
        state=ApplicationState.RECEIVED,
        state_since=received_on,
        days_waiting=0,
        to_check="",
    )
    limit = deadline_for(PARAMETERS, "fvl.prelim_months", received_on)
    return Unanswered(row, AnswerClock(limit, limit.warn_day, None, 0))


@dataclass(frozen=True, slots=True)
class ALease:
    """A lease that ends."""

    end_on: date
    lease: LeaseId = LEASE
    renewal_decided: bool = False
    renewal_granted: bool = False
    move_out_request_sent: date | None = None


@dataclass(slots=True)
class Slices:
    """What the slices below answer in a test."""

    applications: tuple[Unanswered, ...] = ()
    leases: tuple[ALease, ...] = ()

    def unanswered(self) -> tuple[Unanswered, ...]:
        """Every one of them."""
        return self.applications

    def names(self, some: Iterable[ApplicationId]) -> dict[ApplicationId, str]:
        """The same person, whichever the application."""
        return dict.fromkeys(some, "Even Prøvland")

    def ending(self, until: date) -> tuple[ALease, ...]:
        """Those that end by a day."""
        return tuple(lease for lease in self.leases if lease.end_on <= until)

    def places(self, leases: Collection[LeaseId]) -> dict[LeaseId, TenantPlace]:
        """The same tenant at the same address, whichever the lease."""
        return dict.fromkeys(leases, TenantPlace("Aud Testnes", "Demovegen 3"))
