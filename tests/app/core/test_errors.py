"""What stops an act, and what is only told."""

import pytest

from app.core.errors import Invalid, Problem, demand

STOPS = Problem("day", "day_in_future", "HL-04")
TOLD = Problem("until", "consent_without_end", "PV-02", blocks=False)


def test_nothing_wrong_and_what_is_only_told_let_the_act_go_on() -> None:
    demand(())
    demand((TOLD,))


def test_what_stops_is_said_and_what_is_only_told_is_not() -> None:
    with pytest.raises(Invalid) as wrong:
        demand(each for each in (TOLD, STOPS, TOLD))
    assert wrong.value.problems == (STOPS,)
    assert wrong.value.facts == {"fields": ("day",)}
