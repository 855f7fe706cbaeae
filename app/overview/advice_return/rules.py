"""The requests of a period in tables. Pure."""

from collections.abc import Sequence
from datetime import date
from enum import Enum

from app.core.ids import Ref
from app.debt.model import DebtCase, DebtOutcome, DebtTopic, RequestState
from app.debt.waiting.model import WaitGroup, WaitingRow
from app.overview.advice_return.model import AdviceLine, WaitDecided
from app.overview.figures.model import Figure
from app.overview.return_tables.model import FigureRow, FigureTable, ReturnTables, TableHead
from app.overview.return_tables.rules import crossed, line
from app.overview.snapshots.model import ReturnKind


def tables(
    cases: Sequence[DebtCase], waiting: Sequence[WaitingRow], first: date, last: date
) -> ReturnTables:
    """From cases as they stood on the last day, and those who waited that day."""
    rows = [
        _row(name, [case for case in cases if _at(name, case, first, last)]) for name in AdviceLine
    ]
    closed = [case for case in cases if _at(AdviceLine.CLOSED, case, first, last)]
    asked = [case for case in cases if _at(AdviceLine.ASKED, case, first, last)]
    topics = [_row(topic, [case for case in asked if topic in case.topics]) for topic in DebtTopic]
    count = (TableHead.COUNT,)
    return ReturnTables(
        ReturnKind.DEBT_ADVICE,
        first,
        last,
        (
            FigureTable(TableHead.ADVICE_FLOW, count, tuple(rows), whole=False),
            crossed(
                TableHead.ADVICE_WAITING, WaitGroup, tuple(WaitDecided), waiting, _waits, _waiter
            ),
            line(TableHead.ADVICE_OUTCOMES, DebtOutcome, closed, lambda each: each.outcome, _ref),
            FigureTable(
                TableHead.ADVICE_TOPICS,
                count,
                tuple(row for row in topics if row.figures[0].count),
                whole=False,
            ),
        ),
    )


def _row(name: Enum, cases: Sequence[DebtCase]) -> FigureRow:
    return FigureRow(name, (Figure(f"advice/{name.value}", tuple(map(_ref, cases))),))


def _at(name: AdviceLine, case: DebtCase, first: date, last: date) -> bool:
    decided, state = case.decided, case.state
    on_last_day = {AdviceLine.WAITING: case.waits, AdviceLine.WORKING: case.works}
    if name in on_last_day:
        return on_last_day[name]
    days = {
        AdviceLine.ASKED: case.received_on,
        AdviceLine.GRANTED: decided.issued_on if decided and decided.granted else None,
        AdviceLine.REFUSED: case.state_since if state is RequestState.REFUSED else None,
        AdviceLine.WITHDRAWN: case.state_since if state is RequestState.WITHDRAWN else None,
        AdviceLine.BEGUN: case.started_on,
        AdviceLine.CLOSED: case.closed_on,
    }
    day = days[name]
    return day is not None and first <= day <= last


def _waits(row: WaitingRow) -> tuple[Enum, Enum]:
    return row.group, WaitDecided.WITH_VEDTAK if row.decided else WaitDecided.WITHOUT_VEDTAK


def _waiter(row: WaitingRow) -> Ref:
    return _ref(row.case)


def _ref(case: DebtCase) -> Ref:
    return Ref("debt_case", case.id)
