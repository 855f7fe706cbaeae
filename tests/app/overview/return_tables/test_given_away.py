"""What others get of a return tells no small number, however its tables are held together (B16).

Every number that is shown is an equation about the households in it. A number held back is safe
when the equations do not decide it.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.core.ids import EvictionCaseId, Ref
from app.evictions.model import EnforcementGround, EvictionOutcome, EvictionStage
from app.overview.eviction_return.model import HomeWith, LossFacts
from app.overview.eviction_return.rules import tables
from app.overview.return_tables.model import FigureTable, ReturnTables, ShownTable
from app.overview.return_tables.rules import outside

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
LEAST = 5
_OUT = EvictionStage.CARRIED_OUT
E, H = EvictionOutcome, HomeWith
GROUNDS = tuple(EnforcementGround)[:2]
KINDS = [(o, g, h) for o in (E.PAID, E.AGREED, E.CARRIED_OUT) for g in GROUNDS for h in H]

Cell = tuple[frozenset[Ref], int | None]


def cases(counts: Sequence[int]) -> list[LossFacts]:
    """So many of each kind, all opened and ended within the year."""
    made: list[LossFacts] = []
    for (outcome, ground, home), count in zip(KINDS, counts, strict=True):
        stages = ((_OUT, LAST),) if outcome is E.CARRIED_OUT else ()
        made += [
            LossFacts(EvictionCaseId(len(made) + each), FIRST, home, ground, stages, outcome, LAST)
            for each in range(1, count + 1)
        ]
    return made


def cells(table: FigureTable, shown: ShownTable) -> list[Cell]:
    """Each number that is not zero with the cases it is of, the sums too."""
    found: list[Cell] = []
    sides = [[frozenset(figure.behind) for figure in row.figures] for row in table.rows]
    if table.whole and sides:
        if len(table.columns) > 1:
            sides = [[*row, frozenset[Ref]().union(*row)] for row in sides]
        if len(table.rows) > 1:
            sides.append([frozenset[Ref]().union(*column) for column in zip(*sides, strict=True)])
    for behind, row in zip(sides, shown.rows, strict=True):
        found += [each for each in zip(behind, row.counts, strict=True) if each[0]]
    return found


def given_away(found: list[Cell]) -> list[int]:
    """The small numbers that what is shown decides: those that lie in the span of the rest."""
    kinds: dict[frozenset[int], list[Ref]] = {}
    for ref in frozenset[Ref]().union(*(behind for behind, _ in found)):
        where = frozenset(at for at, (behind, _) in enumerate(found) if ref in behind)
        kinds.setdefault(where, []).append(ref)
    parts = [frozenset(refs) for refs in kinds.values()]

    def vector(behind: frozenset[Ref]) -> list[Fraction]:
        return [Fraction(part <= behind) for part in parts]

    basis: list[list[Fraction]] = []
    for behind, told in found:
        if told is not None and any(left := reduced(vector(behind), basis)):
            basis.append(left)
    return [
        len(behind)
        for behind, told in found
        if told is None and len(behind) < LEAST and not any(reduced(vector(behind), basis))
    ]


def reduced(vector: list[Fraction], basis: list[list[Fraction]]) -> list[Fraction]:
    """What is left of it when all that is known is taken away."""
    for known in basis:
        lead = next(at for at, value in enumerate(known) if value)
        by = vector[lead] / known[lead]
        vector = [value - by * own for value, own in zip(vector, known, strict=True)]
    return vector


def all_cells(made: ReturnTables) -> list[Cell]:
    """Of every table of what others get."""
    told = outside(made, LEAST)
    return [each for pair in zip(made.tables, told, strict=True) for each in cells(*pair)]


@settings(deadline=None, max_examples=200)
@example([0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 5])
@given(st.lists(st.integers(0, 9), min_size=len(KINDS), max_size=len(KINDS)))
def test_no_small_number_follows_from_the_tables_together(counts: list[int]) -> None:
    """Those averted are a sum of outcomes, those opened of grounds; two tables tell the same."""
    found = all_cells(tables(cases(counts), FIRST, LAST))
    assert all(told is None or told == len(behind) for behind, told in found)
    assert all(told is None for behind, told in found if len(behind) < LEAST)
    assert given_away(found) == []


def test_those_averted_do_not_give_away_the_few_who_lost_their_home() -> None:
    counts = [0] * len(KINDS)
    for kind, count in {
        (E.PAID, H.CHILDREN): 3,
        (E.AGREED, H.CHILDREN): 9,
        (E.CARRIED_OUT, H.CHILDREN): 2,
        (E.PAID, H.NO_CHILDREN): 20,
        (E.AGREED, H.NO_CHILDREN): 20,
        (E.CARRIED_OUT, H.NO_CHILDREN): 20,
    }.items():
        counts[KINDS.index((kind[0], GROUNDS[0], kind[1]))] = count
    made = tables(cases(counts), FIRST, LAST)
    assert given_away(all_cells(made)) == []
    averted = outside(made, LEAST)[0].rows[-1]
    assert averted.counts == (None, None)


def test_a_row_with_one_small_number_is_held_back_whole() -> None:
    """Two with children and thirty without were opened; the grounds tell that they are 32."""
    opened = [
        LossFacts(EvictionCaseId(at + 1), FIRST, H.NO_CHILDREN if at > 1 else H.CHILDREN, None, ())
        for at in range(32)
    ]
    made = tables(opened, FIRST, LAST)
    steps, _, grounds = outside(made, LEAST)
    assert steps.rows[0].counts == (None, None)
    assert grounds.rows[0].counts == (32,)
    assert given_away(all_cells(made)) == []
