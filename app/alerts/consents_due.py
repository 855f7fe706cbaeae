"""What nobody has answered, and silence will soon have allowed (AL-06, HL-37)."""

from collections.abc import Iterable, Iterator
from datetime import date

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.deadlines import Deadline
from app.core.ids import Ref
from app.core.parameters import Parameters
from app.core.periods import add
from app.leases.residents.model import WaitingConsent
from app.leases.residents.service import Residents

STEPS = "al.consent_days"


def consents(
    rows: Iterable[WaitingConsent], parameters: Parameters, today: date
) -> Iterator[Alert]:
    """Red from the first step; at the last it is told that the days run out."""
    for row in rows:
        days = steps(row.limit, parameters, today)
        reached = [day for day in days if day <= today]
        if not reached:
            continue
        yield Alert(
            id=AlertId.CONSENT,
            urgency=Urgency.NOW,
            case=Ref("lease", row.lease),
            since=reached[0],
            due=row.limit.last_safe_day,
            counted_day=row.limit.nominal,
            basis=row.limit.basis,
            why=_why(row, last=len(reached) == len(days)),
            act=Act.ANSWER_CONSENT,
            facts=(("received_on", row.received_on),),
        )


def steps(limit: Deadline, parameters: Parameters, today: date) -> list[date]:
    """The days on which it is told of a request that must be answered by then.

    A month can be shorter than the steps: the last safe day is always the last of them.
    """
    ladder = parameters.ladder(STEPS, today)
    return sorted(min(add(step, limit.start), limit.last_safe_day) for step in ladder)


def _why(row: WaitingConsent, *, last: bool) -> Reason:
    if row.ready:
        return Reason.CONSENT_NOT_SENT
    return Reason.CONSENT_RUNS_OUT if last else Reason.CONSENT_UNANSWERED


class ConsentsDue:
    """Reads what the rules above need, as it stands today; whose it is, is put on last."""

    def __init__(self, residents: Residents) -> None:
        self._residents = residents

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """One for each lease, its oldest request first: the same gjøremål has the same key."""

        def pressing(limit: Deadline) -> bool:
            return min(steps(limit, parameters, today), default=date.max) <= today

        found: dict[Ref, Alert] = {}
        for alert in consents(self._residents.waiting(today, pressing), parameters, today):
            found.setdefault(alert.case, alert)
        return tuple(found.values())
