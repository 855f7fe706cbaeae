"""What the slices beside know that keeps the money track still."""

from collections.abc import Iterable, Mapping
from datetime import date

from app.arrears.instalments.model import Breach
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

    def standings(self, day: date) -> Mapping[LeaseId, tuple[AgreementStanding, date | None]]:
        """Where one holds, and since when it is broken and nobody told."""
        held = self._instalments.held_on(day)
        return {lease: _standing(breach) for lease, (_, breach) in held.items()}


def _standing(breach: Breach | None) -> tuple[AgreementStanding, date | None]:
    if breach is None:
        return AgreementStanding.KEPT, None
    told = breach.told_on is not None and breach.told_on >= breach.since
    return AgreementStanding.BROKEN, None if told else breach.since
