"""Warned, petitioned, carried out and averted in a period, counted by hand (A12)."""

from datetime import date

from app.core.ids import EvictionCaseId
from app.evictions.model import EnforcementGround, EvictionOutcome, EvictionStage
from app.overview.eviction_return.model import HomeWith, LossFacts
from app.overview.eviction_return.rules import tables

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
NOTICE, PETITION = EvictionStage.NOTICE_SENT, EvictionStage.PETITION_FILED
OUT = EvictionStage.CARRIED_OUT


def a_case(number: int, opened: date, **changes: object) -> LossFacts:
    known: dict[str, object] = {
        "home": HomeWith.NO_CHILDREN,
        "ground": EnforcementGround.UNPAID_RENT,
        "stages": ((NOTICE, opened),),
    } | changes
    return LossFacts(EvictionCaseId(number), opened, **known)  # type: ignore[arg-type]  # its fields


CASES = (
    a_case(1, FIRST, outcome=EvictionOutcome.PAID, ended_on=LAST),
    a_case(
        2,
        date(2025, 12, 31),
        outcome=EvictionOutcome.CARRIED_OUT,
        ended_on=FIRST,
        stages=((NOTICE, date(2025, 12, 31)), (OUT, FIRST)),
    ),
    a_case(3, LAST, home=HomeWith.CHILDREN, ground=None, stages=((PETITION, LAST),)),
    a_case(4, date(2027, 1, 1)),
)


def test_a12_each_step_is_counted_in_the_year_it_was_taken() -> None:
    steps, outcomes, grounds = tables(CASES, FIRST, LAST).tables
    told = {row.name.value: tuple(f.count for f in row.figures) for row in steps.rows}
    assert told["opened"] == (1, 1)
    assert told["notice_sent"] == (1, 1)
    assert told["petition_filed"] == (1, 1)
    assert told["carried_out"] == (0, 1)
    assert told["averted"] == (0, 1)
    assert {row.name.value: [f.count for f in row.figures] for row in outcomes.rows} == {
        "paid": [0, 1],
        "carried_out": [0, 1],
    }
    assert {row.name.value: row.figures[0].count for row in grounds.rows} == {
        "unpaid_rent": 1,
        "no_ground": 1,
    }


def test_each_case_stands_once_in_outcomes_and_grounds() -> None:
    _, outcomes, grounds = tables(CASES, FIRST, LAST).tables
    assert (outcomes.total, grounds.total) == (2, 2)
