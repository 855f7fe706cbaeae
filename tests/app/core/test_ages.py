"""Whole years, and who is a child."""

from datetime import date

import pytest

from app.core.ages import age, minor

BORN = date(2008, 11, 24)


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (BORN, date(2026, 11, 23), 17),
        (BORN, date(2026, 11, 24), 18),
        (BORN, BORN, 0),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
    ],
)
def test_one_is_a_year_older_on_the_day_one_was_born(born: date, on: date, years: int) -> None:
    assert age(born, on) == years


def test_a_child_is_so_until_the_day_of_eighteen() -> None:
    assert minor(BORN, date(2026, 11, 23))
    assert not minor(BORN, date(2026, 11, 24))
    assert not minor(None, date(2026, 11, 23))
