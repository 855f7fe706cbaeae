"""What was applied for, granted and refused, counted by hand (REP-20)."""

from datetime import date, timedelta

import pytest

from app.core.errors import Invalid
from app.core.ids import DwellingId, Ref
from app.dwellings.clauses.model import ClauseKind, EndingClause
from app.followup.model import MeasureDraft, MeasureKind, MeasureState
from app.office import Office
from app.overview.husbanken.model import Instrument, InstrumentUse
from app.overview.husbanken.rules import tables, use
from tests.factories import registered_person

FIRST, LAST = date(2026, 1, 1), date(2026, 11, 23)
ABOUT = Ref("person", 1)


def numbers(uses: list[InstrumentUse], instrument: Instrument) -> tuple[int, ...]:
    table, _ = tables(uses, [], FIRST, LAST).tables
    row = next(row for row in table.rows if row.name is instrument)
    return tuple(figure.count for figure in row.figures)


@pytest.mark.parametrize(
    ("steps", "counted"),
    [
        ([("considered", FIRST)], (0, 0, 0, 0)),
        ([("planned", FIRST), ("ordered", LAST)], (1, 0, 0, 1)),
        ([("asked", FIRST), ("agreed", LAST)], (1, 1, 0, 0)),
        ([("asked", FIRST - timedelta(days=1)), ("refused", FIRST)], (0, 0, 1, 0)),
        ([("confirmed", LAST)], (1, 1, 0, 0)),
        ([("ordered", FIRST - timedelta(days=1))], (0, 0, 0, 1)),
    ],
)
def test_rep_20_each_step_is_counted_in_the_period_it_was_taken(
    steps: list[tuple[str, date]], counted: tuple[int, ...]
) -> None:
    made = use(Instrument.STARTLAN, ABOUT, steps)
    assert numbers([made], Instrument.STARTLAN) == counted
    assert numbers([made], Instrument.BOSTOTTE) == (0, 0, 0, 0)


def test_two_applications_of_one_household_are_two() -> None:
    twice = [use(Instrument.BOSTOTTE, ABOUT, [("asked", LAST)])] * 2
    assert numbers(twice, Instrument.BOSTOTTE) == (2, 0, 0, 2)


def test_measures_of_the_register_are_read(office: Office) -> None:
    person = registered_person(office)
    made = office.followup.plan_measure(
        person, MeasureDraft("Søke startlån", responsible="Siri", kind=MeasureKind.STARTLAN)
    )
    office.followup.set_state(made, MeasureState.ORDERED)
    table, _ = office.counted_returns.husbanken.of(FIRST, LAST).tables
    assert [figure.count for figure in table.rows[0].figures] == [1, 0, 0, 1]
    assert table.rows[0].figures[0].behind == (Ref("person", person),)


def test_a_period_that_has_not_begun_is_refused(office: Office) -> None:
    with pytest.raises(Invalid):
        office.counted_returns.husbanken.of(LAST + timedelta(days=1), LAST + timedelta(days=9))
    with pytest.raises(Invalid):
        office.counted_returns.husbanken.of(LAST, FIRST)


def test_rep_22_dwellings_that_are_bound_and_those_whose_clause_ends_within_a_year() -> None:
    home = DwellingId(1)
    soon, late = LAST.replace(year=2027), LAST.replace(year=2027) + timedelta(days=1)
    bound = [
        EndingClause(home, "", ClauseKind.HUSBANKEN_LOAN, soon),
        EndingClause(DwellingId(2), "", ClauseKind.HUSBANKEN_LOAN, late),
        EndingClause(home, "", ClauseKind.REFERRAL_AGREEMENT, late),
    ]
    _, table = tables([], bound, FIRST, LAST).tables
    assert {row.name: [f.count for f in row.figures] for row in table.rows} == {
        ClauseKind.HUSBANKEN_LOAN: [1, 1],
        ClauseKind.ASSIGNMENT_AGREEMENT: [0, 0],
        ClauseKind.REFERRAL_AGREEMENT: [0, 1],
    }
