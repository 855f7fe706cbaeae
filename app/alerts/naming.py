"""Names and addresses, put on last: few are told, and a new name spoils no reading but this."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from app.alerts.model import Alert
from app.core.ids import ApplicationId, LeaseId
from app.leases.model import TenantPlace

Places = Callable[[Collection[LeaseId]], Mapping[LeaseId, TenantPlace]]
"""Whose some leases are, and where."""
Names = Callable[[Collection[ApplicationId]], Mapping[ApplicationId, str]]
"""Who asked, of some applications."""


def named(found: Iterable[Alert], places: Places, names: Names) -> tuple[Alert, ...]:
    """The same, each that has no name yet with it.

    One about a lease gets the tenant's and the address, one about an application who asked.
    """
    alerts = tuple(found)
    leases = {LeaseId(number) for number in _nameless(alerts, "lease")}
    asked = {ApplicationId(number) for number in _nameless(alerts, "application")}
    where = places(sorted(leases)) if leases else {}
    who = names(sorted(asked)) if asked else {}
    return tuple(alert if alert.name else _with(alert, where, who) for alert in alerts)


def _nameless(alerts: Iterable[Alert], kind: str) -> set[int]:
    return {each.case.id for each in alerts if each.case.kind == kind and not each.name}


def _with(
    alert: Alert, where: Mapping[LeaseId, TenantPlace], who: Mapping[ApplicationId, str]
) -> Alert:
    match alert.case.kind:
        case "lease":
            there = where[LeaseId(alert.case.id)]
            return replace(alert, name=there.name, place=there.address)
        case "application":
            return replace(alert, name=who[ApplicationId(alert.case.id)])
        case _:
            return alert
