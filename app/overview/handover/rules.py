"""What of all that is open a stand-in must see until a day. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from app.alerts.model import Alert
from app.core.ids import PersonId, Ref
from app.followup.owners.model import Owner
from app.overview.handover.model import Caller, CallKind, OpenCase, OpenKind
from app.settings.model import Officer

_ORDER = {kind: at for at, kind in enumerate(OpenKind)}


def with_alerts(cases: Iterable[OpenCase], alerts: Iterable[Alert]) -> tuple[OpenCase, ...]:
    """The day and the act of the first gjøremål in each case, where that is earlier."""
    first: dict[Ref, Alert] = {}
    for alert in alerts:
        known = first.get(alert.case)
        if known is None or (alert.due or date.max) < (known.due or date.max):
            first[alert.case] = alert
    return tuple(_with(case, first.get(_about(case))) for case in cases)


def _about(case: OpenCase) -> Ref:
    """What a gjøremål of the case is of; those of a plan are of the person."""
    return Ref("person", case.person) if case.kind is OpenKind.FOLLOWUP else case.ref


def _with(case: OpenCase, alert: Alert | None) -> OpenCase:
    if alert is None or case.kind is OpenKind.LEASE:  # of a lease only its last day is told
        return case
    if case.day is not None and case.day <= (alert.due or alert.since):
        return case
    return replace(case, step=case.step or alert.act, day=alert.due or alert.since)


def to_see(cases: Iterable[OpenCase], first: date, last: date) -> tuple[OpenCase, ...]:
    """Those with a day until then, and every home at stake; earliest first.

    A day that has passed is still to be done; but a lease that has run out is told by its gjøremål.
    """
    kept = (case for case in cases if case.kind is OpenKind.EVICTION or _within(case, first, last))
    return tuple(sorted(kept, key=_place))


def _within(case: OpenCase, first: date, last: date) -> bool:
    if case.day is None or case.day > last:
        return False
    return case.kind is not OpenKind.LEASE or case.day >= first


def _place(case: OpenCase) -> tuple[date, int, str]:
    return case.day or date.max, _ORDER[case.kind], case.number


def others(cases: Iterable[OpenCase], seen: Iterable[OpenCase]) -> Mapping[OpenKind, int]:
    """How many of each kind are open beside those that are seen; a lease runs on by itself."""
    shown = {case.ref for case in seen}
    left: Counter[OpenKind] = Counter()
    for case in cases:
        left[case.kind] += case.ref not in shown and case.kind is not OpenKind.LEASE
    return {kind: left[kind] for kind in OpenKind if left[kind]}


def coordinators(
    cases: Iterable[OpenCase], owners: Mapping[PersonId, Owner], units: Mapping[int, str]
) -> tuple[Caller, ...]:
    """Who coordinates the cases that are seen, those with the most first."""
    held = Counter(
        (owner.coordinator, owner.phone, units.get(owner.unit, ""))
        for person in dict.fromkeys(case.person for case in cases)
        if (owner := owners.get(person)) is not None and owner.coordinator
    )
    return tuple(
        Caller(CallKind.COORDINATOR, name, phone, unit, count)
        for (name, phone, unit), count in sorted(held.items(), key=lambda one: (-one[1], one[0]))
    )


def ways_in(officers: Iterable[Officer], me: Officer | None, last: date) -> tuple[Officer, ...]:
    """Everyone else with a way in that holds within the days."""
    return tuple(
        each
        for each in officers
        if (me is None or each.id != me.id)
        and each.since <= last
        and (each.until is None or each.until >= each.since)
    )
