"""What is known and done where a home may be lost, put together for the office."""

from dataclasses import dataclass

from app.arrears.wiring import ArrearsServices
from app.arrears.wiring import Ground as ArrearsGround
from app.followup.wiring import FollowupServices
from app.leases.wiring import LeaseServices


@dataclass(frozen=True, slots=True)
class Ground:
    """What is there before these cases are: what arrears stand on, and those made since."""

    below: ArrearsGround
    leases: LeaseServices
    arrears: ArrearsServices
    followup: FollowupServices


class EvictionServices:
    """Made once for an office, which hands each of them out under the same name."""

    def __init__(self, on: Ground) -> None:
        self._on = on
