"""What was applied for, granted and refused in a period. Pure (REP-20)."""

from collections.abc import Iterable, Sequence
from datetime import date

from app.core.ids import Ref
from app.debt.measures.model import DebtMeasureState
from app.followup.model import MeasureState
from app.overview.figures.model import Figure
from app.overview.husbanken.model import Instrument, InstrumentStep, InstrumentUse
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


def tables(uses: Iterable[InstrumentUse], first: date, last: date) -> ReturnTables:
    """One row for each instrument; a household with two applications is two in the number."""
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
    return ReturnTables(ReturnKind.HUSBANKEN, first, last, (table,))


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
