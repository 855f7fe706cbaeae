"""What nobody has answered, and silence will soon have allowed (AL-06, HL-37)."""

from collections.abc import Iterable, Iterator
from datetime import date

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.ids import Ref
from app.core.parameters import Parameters
from app.core.periods import add
from app.leases.residents.model import WaitingConsent
from app.leases.residents.service import Residents

STEPS = "al.consent_days"


def consents(
    rows: Iterable[WaitingConsent], parameters: Parameters, today: date
) -> Iterator[Alert]:
    """Red from the first step; at the last it is told that the days run out.

    A month can be shorter than the steps: the last safe day is always the last of them.
    """
    for row in rows:
        safe = row.limit.last_safe_day
        ladder = parameters.ladder(STEPS, today)
        steps = sorted(min(add(step, row.received_on), safe) for step in ladder)
        reached = [step for step in steps if step <= today]
        if not reached:
            continue
        yield Alert(
            id=AlertId.CONSENT,
            urgency=Urgency.NOW,
            case=Ref("lease", row.lease),
            since=reached[0],
            due=safe,
            counted_day=row.limit.nominal,
            basis=row.limit.basis,
            why=_why(row, last=len(reached) == len(steps)),
            act=Act.ANSWER_CONSENT,
            name=row.tenant_name,
            place=row.place,
            facts=(("received_on", row.received_on),),
        )


def _why(row: WaitingConsent, *, last: bool) -> Reason:
    if row.ready:
        return Reason.CONSENT_NOT_SENT
    return Reason.CONSENT_RUNS_OUT if last else Reason.CONSENT_UNANSWERED


class ConsentsDue:
    """Reads what the rules above need, as it stands today."""

    def __init__(self, residents: Residents) -> None:
        self._residents = residents

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """One for each lease, its oldest request first: the same gjøremål has the same key."""
        found: dict[Ref, Alert] = {}
        for alert in consents(self._residents.waiting(today), parameters, today):
            found.setdefault(alert.case, alert)
        return tuple(found.values())
