"""A start is told in weeks, never as a day."""

from datetime import date

import pytest

from app.debt.queue.model import Expected
from ui.debt.starts import likely_text, weeks_text

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("first", "likely", "last", "weeks", "likely_week"),
    [
        ((2026, 11, 30), (2026, 12, 7), (2026, 12, 14), "uke\u00a049–51", "trolig uke\u00a050"),
        ((2026, 11, 23), (2026, 11, 24), (2026, 11, 27), "uke\u00a048", ""),
        (
            (2026, 12, 14),
            (2027, 1, 4),
            (2027, 1, 18),
            "uke\u00a051 – uke\u00a03 2027",
            "trolig uke\u00a01 2027",
        ),
        ((2027, 1, 18), (2027, 1, 25), (2027, 2, 1), "uke\u00a03–5 2027", "trolig uke\u00a04 2027"),
        # 1 January 2027 belongs to week 53 of 2026
        ((2027, 1, 1), (2027, 1, 1), (2027, 1, 1), "uke\u00a053", ""),
    ],
)
def test_weeks(
    first: tuple[int, int, int],
    likely: tuple[int, int, int],
    last: tuple[int, int, int],
    weeks: str,
    likely_week: str,
) -> None:
    expected = Expected(date(*first), date(*likely), date(*last))
    assert weeks_text(expected, TODAY) == weeks
    assert likely_text(expected, TODAY) == likely_week


def test_what_cannot_be_told_is_not() -> None:
    assert weeks_text(None, TODAY) == ""
    assert likely_text(None, TODAY) == ""
