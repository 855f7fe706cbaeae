"""Economic advice that needs someone: no vedtak, no start, no answer, a plan not followed."""

from collections.abc import Iterable, Iterator
from datetime import date

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.ids import Ref
from app.debt.decisions.model import WaitingLevel, Waits
from app.debt.model import DebtCase

VEDTAK_BASIS = "sosialtjenesteloven § 17"


def undecided(rows: Iterable[Waits]) -> Iterator[Alert]:
    """Those who stand in the queue without a vedtak, past the office's own days (F12, FV-02)."""
    for row in rows:
        if row.level is WaitingLevel.NONE:
            continue
        yield Alert(
            id=AlertId.DEBT_UNDECIDED,
            urgency=Urgency.NOW if row.level is WaitingLevel.RED else Urgency.SOON,
            case=Ref("debt_case", row.case),
            since=row.received_on,
            due=row.last_by_law,
            counted_day=None,
            basis=VEDTAK_BASIS,
            why=Reason.DEBT_UNDECIDED,
            act=Act.OPEN_ADVICE_VEDTAK,
            name=row.name,
            facts=(("since", row.received_on),),
        )


def starts(cases: Iterable[DebtCase], today: date) -> Iterator[Alert]:
    """Those whose vedtak says that the help has begun, and it has not; red from the day after."""
    for case in cases:
        day = case.starts_on
        if not case.waits or day is None or day > today:
            continue
        yield Alert(
            id=AlertId.DEBT_START,
            urgency=Urgency.NOW if day < today else Urgency.SOON,
            case=Ref("debt_case", case.id),
            since=day,
            due=day,
            counted_day=None,
            basis=VEDTAK_BASIS,
            why=Reason.DEBT_START_DUE,
            act=Act.OPEN_ADVICE,
            name=case.name,
            facts=(("since", day), ("until", day)),
        )
