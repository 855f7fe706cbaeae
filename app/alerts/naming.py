"""Names and addresses, put on last: few are told, and a new name spoils no reading but this."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from app.alerts.model import Alert
from app.core.ids import LeaseId
from app.leases.model import TenantPlace

Places = Callable[[Collection[LeaseId]], Mapping[LeaseId, TenantPlace]]
"""Whose some leases are, and where."""


def named(found: Iterable[Alert], places: Places) -> tuple[Alert, ...]:
    """The same, those about a lease that have no name yet with the tenant's and the address."""
    alerts = tuple(found)
    leases = sorted({LeaseId(each.case.id) for each in alerts if _lacks(each)})
    if not leases:
        return alerts
    known = places(leases)
    return tuple(_with(each, known) if _lacks(each) else each for each in alerts)


def _lacks(alert: Alert) -> bool:
    return alert.case.kind == "lease" and not alert.name


def _with(alert: Alert, known: Mapping[LeaseId, TenantPlace]) -> Alert:
    where = known[LeaseId(alert.case.id)]
    return replace(alert, name=where.name, place=where.address)
