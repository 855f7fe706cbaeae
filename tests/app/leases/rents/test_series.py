"""The index as it is typed or pasted."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import OfficeError
from app.core.price_index import index_text, month_text, read_factor, read_month
from app.leases.rents.model import IndexValue
from app.leases.rents.series import Series, read_values


def test_lines_are_read_as_they_are_copied() -> None:
    text = "2025M06 140,2\n\n2025M07\t141.0\n2025-08;141\n"
    assert [(each.month.month, each.tenths) for each in read_values(text, "2015")] == [
        (6, 1402),
        (7, 1410),
        (8, 1410),
    ]


@pytest.mark.parametrize("line", ["2025M13 140,2", "140,2", "2025M06 140,25", "2025M06 0", "juni"])
def test_what_cannot_be_read_is_told_by_its_line(line: str) -> None:
    with pytest.raises(OfficeError) as refused:
        read_values(f"2025M06 140,2\n{line}", "2015")
    assert refused.value.facts == {"line": 2}


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(1, 99_999))
def test_what_is_written_is_read_again(day: date, tenths: int) -> None:
    month = day.replace(day=1)
    assert read_month(month_text(month)) == month
    line = f"{month_text(month)} {index_text(tenths)}"
    assert read_values(line, "2015") == (IndexValue(month, "2015", tenths),)


def test_months_and_factors() -> None:
    assert read_month("06.2025") == read_month("2025-6") == date(2025, 6, 1)
    assert read_factor("1,402") == 1_402_000
    for read, text in ((read_month, "2025M00"), (read_factor, "0"), (read_factor, "x")):
        with pytest.raises(OfficeError):
            read(text)


def test_the_newest_month_is_found_and_one_that_lacks_is_told() -> None:
    known = Series((IndexValue(date(2025, 6, 1), "2015", 1402),))
    assert known.newest is not None
    assert known.newest.tenths == 1402
    assert Series().newest is None
    with pytest.raises(OfficeError) as refused:
        known.step(date(2025, 6, 1), date(2025, 7, 1))
    assert refused.value.facts == {"month": "2025M07"}
