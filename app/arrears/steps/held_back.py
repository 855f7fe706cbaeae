"""What the slices beside know that keeps the money track still."""

from datetime import date

from app.arrears.instalments.service import Instalments
from app.arrears.lists.model import ArrearsCheckKind
from app.arrears.lists.service import ArrearsCheck
from app.arrears.steps.model import AgreementStanding
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


class AgreedInParts:
    """Instalment agreements, as far as the next step asks."""

    def __init__(self, instalments: Instalments) -> None:
        self._instalments = instalments

    def agreement(self, lease: LeaseId, day: date) -> AgreementStanding:
        """Whether an instalment agreement holds."""
        if self._instalments.breach(lease, day) is not None:
            return AgreementStanding.BROKEN
        agreed = self._instalments.current(lease, day) is not None
        return AgreementStanding.KEPT if agreed else AgreementStanding.NONE

    def broken_on(self, lease: LeaseId, day: date) -> date | None:
        """The day it was broken; None when it was not, or the tenant has been told of it since."""
        found = self._instalments.breach(lease, day)
        if found is None or (found.told_on is not None and found.told_on >= found.since):
            return None
        return found.since
