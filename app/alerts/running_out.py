"""The leases that run out, with the address and the request that the rules ask for."""

from dataclasses import dataclass, field
from datetime import date

from app.core.ids import LeaseId, Ref
from app.leases.service import Leases
from app.letters.model import DocumentKind
from app.letters.service import Letters


@dataclass(frozen=True, slots=True)
class RunningOut:
    """One of them; `address` is empty for a protected tenant (ADR-05)."""

    lease: LeaseId
    tenant_name: str = field(repr=False)
    address: str = field(repr=False)
    end_on: date
    renewal_decided: bool
    move_out_request_sent: date | None


class LeasesRunningOut:
    """Fixed terms as they stand today, by their last day (AL-03, AL-04)."""

    def __init__(self, leases: Leases, letters: Letters) -> None:
        self._leases = leases
        self._letters = letters

    def ending(self, until: date) -> tuple[RunningOut, ...]:
        """Every one that ends or has ended by a day."""
        found = [each for each in self._leases.ending() if each.end_on <= until]
        if not found:
            return ()
        addresses = {row.id: row.address for row in self._leases.rows()}
        return tuple(
            RunningOut(
                lease=each.lease,
                tenant_name=each.tenant_name,
                address=addresses.get(each.lease, ""),
                end_on=each.end_on,
                renewal_decided=each.renewal_decided,
                move_out_request_sent=self._letters.sent_on(
                    Ref("lease", each.lease), DocumentKind.MOVE_OUT_REQUEST
                ),
            )
            for each in found
        )
