"""The cases of a period in tables. Pure (A12, B9, C12)."""

from collections.abc import Sequence
from datetime import date
from enum import Enum

from app.core.ids import Ref
from app.evictions.model import EnforcementGround, EvictionOutcome, EvictionStage
from app.overview.eviction_report.model import REACHED
from app.overview.eviction_return.model import EvictionLine, HomeWith, LossFacts
from app.overview.figures.model import Figure
from app.overview.return_tables.model import FigureRow, FigureTable, ReturnTables, TableHead
from app.overview.return_tables.rules import crossed, line
from app.overview.snapshots.model import ReturnKind


def tables(cases: Sequence[LossFacts], first: date, last: date) -> ReturnTables:
    """What was opened, reached and ended in a period, both days counted."""

    def within(day: date | None) -> bool:
        return day is not None and first <= day <= last

    opened = [each for each in cases if within(each.opened_on)]
    ended = [each for each in cases if each.outcome is not None and within(each.ended_on)]
    averted = [each for each in ended if each.outcome is not None and each.outcome.home_kept]
    steps: list[tuple[Enum, Sequence[LossFacts]]] = [(EvictionLine.OPENED, opened)]
    steps += [
        (stage, [each for each in cases if within(reached_on(each, stage))]) for stage in REACHED
    ]
    steps.append((EvictionLine.AVERTED, averted))
    rows = tuple(_row(name, found) for name, found in steps)
    outcomes = crossed(
        TableHead.EVICTION_OUTCOMES, EvictionOutcome, tuple(HomeWith), ended, _ending, _ref
    )
    grounds: tuple[Enum, ...] = (*EnforcementGround, EvictionLine.NO_GROUND)
    return ReturnTables(
        ReturnKind.EVICTIONS,
        first,
        last,
        (
            FigureTable(TableHead.EVICTION_STEPS, tuple(HomeWith), rows, whole=False),
            outcomes,
            line(TableHead.EVICTION_GROUNDS, grounds, opened, _ground, _ref),
        ),
    )


def reached_on(case: LossFacts, stage: EvictionStage) -> date | None:
    """The first day it came to a stage, or to one beyond it: we may have heard of it late."""
    beyond = REACHED[REACHED.index(stage) :]
    return min((since for each, since in case.stages if each in beyond), default=None)


def _row(name: Enum, found: Sequence[LossFacts]) -> FigureRow:
    figures = (
        Figure(
            f"evictions/{name.value}/{home.value}",
            tuple(_ref(each) for each in found if each.home is home),
        )
        for home in HomeWith
    )
    return FigureRow(name, tuple(figures))


def _ending(case: LossFacts) -> tuple[Enum, Enum]:
    return case.outcome or EvictionLine.OPENED, case.home


def _ground(case: LossFacts) -> Enum:
    return case.ground or EvictionLine.NO_GROUND


def _ref(case: LossFacts) -> Ref:
    return Ref("eviction_case", case.case)
