"""Everything open that the joint meeting must see (D16): nothing is left to chance."""

from collections.abc import Iterator
from datetime import date

from app.alerts.model import Alert, AlertId
from app.alerts.service import Alerts
from app.allocation.service import Allocation
from app.applications.model import ApplicationRow, ApplicationState
from app.applications.service import Applications
from app.core.ids import DwellingId, Ref
from app.dwellings.service import Dwellings
from app.overview.meetings.model import Line, Section, Trigger

CASES = frozenset(
    {"application", "vedtak", "lease", "offer", "appeal", "dwelling", "eviction_case"}
)
"""What the meeting speaks of; a letter to be sent is the office's own."""
OTHER_MEETINGS = frozenset(
    {
        AlertId.RENT_UNPAID,
        AlertId.INSTALMENT,
        AlertId.PAUSE,
        AlertId.MEETING_STEP,
        AlertId.SIGNAL,
        AlertId.NOTICE_OLD,
    }
)
"""What the meeting on unpaid rent speaks of; a home that may be lost is for this one."""
MOST_MATCHED = 40
"""With more vacant dwellings than this the meeting looks at each on its own page."""
MOST_NAMED = 3
_UNDECIDED = frozenset(state for state in ApplicationState if state.undecided)
_GRANTED = frozenset({ApplicationState.GRANTED_WAITING})


class Triggers:
    """Reads them from the slices that know them."""

    def __init__(
        self,
        applications: Applications,
        dwellings: Dwellings,
        allocation: Allocation,
        alerts: Alerts,
    ) -> None:
        self._applications = applications
        self._dwellings = dwellings
        self._allocation = allocation
        self._alerts = alerts

    def open(self, since: date | None) -> tuple[Trigger, ...]:
        """All that is open now; grants only when newer than the meeting before, `since`."""
        return (
            *self._vacant(),
            *map(_to_decide, self._applications.rows(states=_UNDECIDED)),
            *map(_deadline, self.alerts()),
            *self._granted(since),
        )

    def alerts(self) -> tuple[Alert, ...]:
        """Every gjøremål about a case, those put off too: putting off closes nothing."""
        put_off = (each.alert for each in self._alerts.snoozed())
        every = (*self._alerts.today(), *put_off)
        return tuple(
            alert for alert in every if alert.case.kind in CASES and alert.id not in OTHER_MEETINGS
        )

    def _vacant(self) -> Iterator[Trigger]:
        taken = self._allocation.allocated()
        vacant = [row for row in self._dwellings.ready() if row.id not in taken]
        for row in vacant:
            line = Line("vacant", (("since", row.since.isoformat()),))
            about = Ref("dwelling", row.id)
            yield Trigger(about, Section.VACANT, row.since, line)
            if len(vacant) <= MOST_MATCHED:
                yield Trigger(about, Section.VACANT, row.since, self._fitting(row.id))

    def _fitting(self, dwelling: DwellingId) -> Line:
        """Those first on the list whom it suits, by number: a name is for the case itself."""
        fits = [each for each in self._allocation.candidates(dwelling) if each.fits]
        if not fits:
            return Line("fits_nobody")
        first = ", ".join(each.place.row.number for each in fits[:MOST_NAMED])
        return Line("fits", (("count", str(len(fits))), ("first", first)))

    def _granted(self, since: date | None) -> Iterator[Trigger]:
        for row in self._applications.rows(states=_GRANTED):
            if since is None or row.state_since > since:
                line = Line("granted", (("since", row.state_since.isoformat()),))
                about = Ref("application", row.id)
                yield Trigger(about, Section.WAITING, row.state_since, line)


def _to_decide(row: ApplicationRow) -> Trigger:
    facts = (("received_on", row.received_on.isoformat()), ("days", str(row.days_waiting)))
    line = Line(f"to_decide_{row.case}", facts)
    return Trigger(Ref("application", row.id), Section.TO_DECIDE, row.received_on, line)


def _deadline(alert: Alert) -> Trigger:
    due = "" if alert.due is None else alert.due.isoformat()
    line = Line(f"alert_{alert.why}", (("due", due),))
    return Trigger(alert.case, Section.DEADLINES, alert.since, line)
