"""The leases that run out, with the answer that the rules ask for."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from app.core.ids import LeaseId
from app.leases.expiry.renewals import Renewals
from app.leases.model import LeaseState, TenantPlace
from app.leases.service import Leases

_WATCHED = frozenset({LeaseState.RUNNING, LeaseState.PAST_TERM, LeaseState.TURNED_OPEN_ENDED})
"""One under notice has a last day of its own, and that is followed where it was given."""


class RunningOut(NamedTuple):
    """One of them."""

    lease: LeaseId
    end_on: date
    renewal_decided: bool
    renewal_granted: bool
    move_out_request_sent: date | None


class LeasesRunningOut:
    """Fixed terms as they stand today, by their last day (AL-03, AL-04)."""

    def __init__(self, leases: Leases, renewals: Renewals) -> None:
        self._leases = leases
        self._renewals = renewals

    def ending(self, until: date) -> tuple[RunningOut, ...]:
        """Every one that ends or has ended by a day."""
        found = [
            each
            for each in self._leases.ending(until=until)
            if each.state in _WATCHED and each.followed_on is None
        ]
        granted = self._renewals.granted() if found else frozenset()
        return tuple(
            RunningOut(
                lease=each.lease,
                end_on=each.end_on,
                renewal_decided=each.renewal_decided,
                renewal_granted=each.lease in granted,
                move_out_request_sent=each.move_out_request_sent,
            )
            for each in found
        )

    def places(self, leases: Collection[LeaseId]) -> Mapping[LeaseId, TenantPlace]:
        """Whose some of them are and where; no address for a protected tenant (ADR-05)."""
        return self._leases.places(leases)
