"""Leases that run without a start package for the tenant (D19)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.alerts.gathered import gathered
from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.ids import LeaseId, Ref
from app.core.parameters import Parameters
from app.leases.handover.start.service import StartPackages
from app.leases.service import Leases


class StartPackagesDue:
    """Leases that run without a start package for the tenant (D19)."""

    def __init__(self, leases: Leases, packages: StartPackages) -> None:
        self._leases = leases
        self._packages = packages

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        del parameters  # a start package has no deadline in law
        return self._named(gathered(self._missing(today)))

    def coming(self, parameters: Parameters, until: date) -> tuple[Alert, ...]:
        """Each by itself, from the day its lease begins."""
        del parameters
        return self._named(self._missing(until))

    def _missing(self, day: date) -> tuple[Alert, ...]:
        return tuple(
            Alert(
                id=AlertId.START_PACKAGE,
                urgency=Urgency.SOON,
                case=Ref("lease", lease),
                since=since,
                why=Reason.NO_START_PACKAGE,
                act=Act.OPEN_START_PACKAGE,
                facts=(("since", since),),
            )
            for lease, _, since in self._packages.missing(day)
        )

    def _named(self, alerts: Sequence[Alert]) -> tuple[Alert, ...]:
        """With whom each is about and where: read last, of those that are told one by one."""
        told = [LeaseId(each.case.id) for each in alerts if each.case.kind == "lease"]
        found = self._leases.beside(told) if told else ()
        rows = {Ref("lease", row.id): row for row in found}
        return tuple(
            replace(each, name=rows[each.case].tenant_name, place=rows[each.case].address)
            if each.case in rows
            else each
            for each in alerts
        )
