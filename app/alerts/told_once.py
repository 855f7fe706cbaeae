"""No trouble is told twice: what says most of a tenancy stands for the rest."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from app.alerts.model import Alert, AlertId, Urgency
from app.arrears.instalments.model import Breach
from app.arrears.model import Tenancy
from app.arrears.signals.model import SignalRow
from app.arrears.steps.model import ArrearsRow
from app.core.ids import LeaseId, PersonId, Ref
from app.evictions.model import EvictionCase
from app.evictions.notices.model import HomeTrackDue

_MORE_THAN_UNPAID = frozenset({AlertId.PETITION, AlertId.NOTICE_OLD})


class InCase:
    """Whose home stands as a case of its own under I dag: it is told there alone."""

    def __init__(self, cases: Iterable[EvictionCase]) -> None:
        told = [case for case in cases if is_told(case)]
        self._leases = {case.lease for case in told if case.lease is not None}
        self._people = {case.person for case in told}

    def tenancy(self, leases: Collection[LeaseId]) -> bool:
        """Whether the home of these leases is one of them."""
        return not self._leases.isdisjoint(leases)

    def person(self, person: PersonId) -> bool:
        """Whether somebody is one of them."""
        return person in self._people

    def rows(self, rows: Iterable[ArrearsRow]) -> tuple[ArrearsRow, ...]:
        """Those that owe and are told of nowhere else."""
        return tuple(row for row in rows if not self.tenancy(row.tenancy.leases))

    def tracks(self, rows: Iterable[HomeTrackDue]) -> tuple[HomeTrackDue, ...]:
        """Notices of ours that nobody has told us of a case about."""
        return tuple(row for row in rows if not self.tenancy((row.track.lease,)))

    def breaches(
        self, rows: Iterable[tuple[Tenancy, Breach]]
    ) -> tuple[tuple[Tenancy, Breach], ...]:
        """Agreements that are not followed and told of nowhere else."""
        return tuple(row for row in rows if not self.tenancy(row[0].leases))

    def signals(self, rows: Iterable[SignalRow]) -> tuple[SignalRow, ...]:
        """People with signals and no case."""
        return tuple(row for row in rows if not self.person(row.person))


def is_told(case: EvictionCase) -> bool:
    """Whether a case is told by itself: somebody has told us of it, and it may still be lost."""
    return case.threatened and case.received_on is not None and case.taken_back_on is None


def told_once(alerts: Iterable[Alert]) -> tuple[Alert, ...]:
    """Unpaid rent is told by what says more of the same tenancy, which is then as urgent."""
    found = tuple(alerts)
    unpaid = {each.case: each for each in found if each.id is AlertId.RENT_UNPAID}
    more = {each.case for each in found if each.id in _MORE_THAN_UNPAID}
    return tuple(
        _as_urgent(each, unpaid)
        for each in found
        if each.id is not AlertId.RENT_UNPAID or each.case not in more
    )


def _as_urgent(alert: Alert, unpaid: dict[Ref, Alert]) -> Alert:
    other = unpaid.get(alert.case)
    if alert.id not in _MORE_THAN_UNPAID or other is None:
        return alert
    return replace(alert, urgency=min(alert.urgency, other.urgency, key=tuple(Urgency).index))
