"""What was applied for, granted and refused in a period. Pure (REP-20)."""

from collections.abc import Iterable, Sequence
from datetime import date

from app.core.ids import Ref
from app.core.periods import Period, Unit, add
from app.debt.measures.model import DebtMeasureState
from app.dwellings.clauses.model import ClauseKind, EndingClause
from app.followup.model import MeasureState
from app.overview.figures.model import Figure
from app.overview.husbanken.model import ClauseTime, Instrument, InstrumentStep, InstrumentUse
from app.overview.return_tables.model import FigureRow, FigureTable, ReturnTables, TableHead
from app.overview.snapshots.model import ReturnKind

Steps = Sequence[tuple[str, date]]
_APPLIED = {MeasureState.ORDERED.value, DebtMeasureState.ASKED.value}
_GRANTED = {
    MeasureState.CONFIRMED.value,
    MeasureState.IN_PROGRESS.value,
    MeasureState.DONE.value,
    DebtMeasureState.AGREED.value,
    DebtMeasureState.COMPLETED.value,
}
_REFUSED = {MeasureState.TURNED_DOWN.value, DebtMeasureState.REFUSED.value}


def use(instrument: Instrument, about: Ref, steps: Steps) -> InstrumentUse:
    """From the states a measure went through by a day, oldest first.

    One that was granted or refused was applied for, at the latest that day.
    """
    granted, refused = _first(steps, _GRANTED), _first(steps, _REFUSED)
    answered = min((day for day in (granted, refused) if day is not None), default=None)
    applied = _first(steps, _APPLIED) or answered
    return InstrumentUse(
        instrument, about, applied, granted, refused, waits=bool(steps) and steps[-1][0] in _APPLIED
    )


def _first(steps: Steps, states: set[str]) -> date | None:
    return next((since for state, since in steps if state in states), None)


def tables(
    uses: Iterable[InstrumentUse], bound: Sequence[EndingClause], first: date, last: date
) -> ReturnTables:
    """One row for each instrument; a household with two applications is two in the number.

    `bound` are the clauses and agreements that hold on the last day (REP-22, REP-23).
    """
    known = tuple(uses)
    rows = tuple(
        FigureRow(
            instrument,
            tuple(
                _figure(instrument, step, (each for each in known if _at(each, step, first, last)))
                for step in InstrumentStep
            ),
        )
        for instrument in Instrument
    )
    table = FigureTable(TableHead.HUSBANKEN_USE, tuple(InstrumentStep), rows, whole=False)
    return ReturnTables(ReturnKind.HUSBANKEN, first, last, (table, _clauses(bound, last)))


def _clauses(bound: Sequence[EndingClause], last: date) -> FigureTable:
    """Dwellings by what binds them; one that ends within a year is told for itself."""
    soon = add(Period(1, Unit.YEARS), last)

    def time(each: EndingClause) -> ClauseTime:
        return ClauseTime.ENDS_SOON if each.ends_on <= soon else ClauseTime.LASTS

    rows = tuple(
        FigureRow(
            kind,
            tuple(
                Figure(
                    f"husbanken/{kind.value}/{when.value}",
                    tuple(
                        Ref("dwelling", each.dwelling)
                        for each in bound
                        if each.kind is kind and time(each) is when
                    ),
                )
                for when in ClauseTime
            ),
        )
        for kind in ClauseKind
    )
    return FigureTable(TableHead.HUSBANKEN_CLAUSES, tuple(ClauseTime), rows, whole=False)


def _figure(instrument: Instrument, step: InstrumentStep, uses: Iterable[InstrumentUse]) -> Figure:
    found = [each for each in uses if each.instrument is instrument]
    behind = tuple(dict.fromkeys(each.about for each in found))
    return Figure(f"husbanken/{instrument.value}/{step.value}", behind, len(found))


def _at(each: InstrumentUse, step: InstrumentStep, first: date, last: date) -> bool:
    if step is InstrumentStep.WAITING:
        return each.waits
    day = {
        InstrumentStep.APPLIED: each.applied_on,
        InstrumentStep.GRANTED: each.granted_on,
        InstrumentStep.REFUSED: each.refused_on,
    }[step]
    return day is not None and first <= day <= last
