"""Whether the exceptions of § 11-1 hold. Pure (HL-50, HL-51)."""

from datetime import date

from app.leases.handover.information.model import InformationGiven, InformationState
from app.leases.model import Lease


def state_of(
    lease: Lease, given: InformationGiven | None, *, printed_here: bool
) -> InformationState:
    """It must be given in writing before or at signing; the lease itself can be the writing.

    `printed_here` when the office made the lease, with the frame and its own signature line.
    """
    draft = lease.draft
    if not draft.for_disadvantaged:
        return InformationState.NOT_NEEDED
    if given is not None and in_time(given.given_on, lease.signed_on):
        return InformationState.IN_TIME
    if printed_here and draft.informed:
        return InformationState.IN_LEASE
    return InformationState.MISSING if given is None else InformationState.TOO_LATE


def in_time(given_on: date, signed_on: date | None) -> bool:
    """Whether it came before or together with the signature."""
    return signed_on is None or given_on <= signed_on
