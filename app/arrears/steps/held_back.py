"""What the slices beside know that keeps the money track still."""

from collections.abc import Iterable
from datetime import date

from app.arrears.instalments.service import Instalments
from app.arrears.lists.service import ArrearsCheck
from app.arrears.model import Tenancy
from app.arrears.steps.model import AgreementStanding
from app.core.ids import LeaseId


class Disagreeing:
    """Tenancies whose facts do not agree («sjekk data»)."""

    def __init__(self, check: ArrearsCheck) -> None:
        self._check = check

    def disagreeing(self, among: Iterable[Tenancy]) -> frozenset[LeaseId]:
        """Those of some, by their newest lease."""
        return frozenset(each.tenancy.lease for each in self._check.amiss(among))


class AgreedInParts:
    """Instalment agreements, as far as the next step asks."""

    def __init__(self, instalments: Instalments) -> None:
        self._instalments = instalments

    def agreement(self, lease: LeaseId, day: date) -> AgreementStanding:
        """Whether an instalment agreement holds."""
        if self._instalments.current(lease, day) is None:
            return AgreementStanding.NONE
        broken = self._instalments.breach(lease, day) is not None
        return AgreementStanding.BROKEN if broken else AgreementStanding.KEPT

    def broken_on(self, lease: LeaseId, day: date) -> date | None:
        """The day it was broken; None when it was not, or the tenant has been told of it since."""
        found = self._instalments.breach(lease, day)
        if found is None or (found.told_on is not None and found.told_on >= found.since):
            return None
        return found.since
