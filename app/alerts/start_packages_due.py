"""Leases that run without a start package for the tenant (D19)."""

from datetime import date

from app.alerts.gathered import MOST_TOLD, several
from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.ids import LeaseId, Ref
from app.core.parameters import Parameters
from app.leases.handover.start.service import StartPackages


class StartPackagesDue:
    """Leases that run without a start package for the tenant (D19)."""

    def __init__(self, packages: StartPackages) -> None:
        self._packages = packages

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        del parameters  # a start package has no deadline in law
        missing, count = self._packages.first_missing(MOST_TOLD, today)
        told = tuple(_alert(each.lease, each.since) for each in missing)
        # they come in the order of their days
        return told if count <= MOST_TOLD else (several(told[0], count),)

    def coming(self, parameters: Parameters, until: date) -> tuple[Alert, ...]:
        """Each by itself, from the day its lease begins."""
        del parameters
        return tuple(_alert(each.lease, each.since) for each in self._packages.missing(until))


def _alert(lease: LeaseId, since: date) -> Alert:
    return Alert(
        id=AlertId.START_PACKAGE,
        urgency=Urgency.SOON,
        case=Ref("lease", lease),
        since=since,
        why=Reason.NO_START_PACKAGE,
        act=Act.OPEN_START_PACKAGE,
        facts=(("since", since),),
    )
