"""What the slices beside know that keeps the money track still."""

from app.arrears.check import ArrearsCheck
from app.arrears.lists.model import ArrearsCheckKind
from app.core.ids import LeaseId

STOPS = frozenset(
    {
        ArrearsCheckKind.BALANCE_DIFFERS,
        ArrearsCheckKind.OTHER_BILLER,
        ArrearsCheckKind.CLAIM_AFTER_LAST_DAY,
        ArrearsCheckKind.CLAIM_WHEN_CLOSED,
    }
)
"""What is put right before anything is sent; the rest is told where it belongs."""


class Disagreeing:
    """Tenancies whose facts do not agree («sjekk data»)."""

    def __init__(self, check: ArrearsCheck) -> None:
        self._check = check

    def disagreeing(self) -> frozenset[LeaseId]:
        """By their newest lease."""
        found = self._check.findings()
        return frozenset(each.tenancy.lease for each in found if each.kind in STOPS)
