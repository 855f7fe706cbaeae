"""Demo persons have numbers that hold and that nobody can have."""

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.core.national_id import parse_national_id
from app.demo.crowd import Crowd, synthetic_number


def _chance() -> Random:
    return Random(1)  # noqa: S311  the same every time is what is wanted


@given(st.dates(date(1930, 1, 1), date(2039, 12, 31)), st.integers(0, 399))
def test_every_number_is_synthetic_and_tells_its_birth_day(born: date, serial: int) -> None:
    digits = synthetic_number(born, serial)
    if digits is not None:
        number = parse_national_id(digits)
        assert (number.synthetic, number.birth_date) == (True, born)


def test_no_number_or_name_comes_twice() -> None:
    crowd = Crowd(_chance(), date(2026, 11, 23))
    people = [crowd.adult() for _ in range(600)]
    assert len({one.national_id for one in people}) == 600
    assert len({(one.given_name, one.family_name) for one in people}) == 600


def test_ages_are_those_asked_for() -> None:
    today = date(2028, 2, 29)
    crowd = Crowd(_chance(), today)
    for one in (crowd.adult(67, 95) for _ in range(200)):
        born = parse_national_id(one.national_id).birth_date
        assert born is not None
        assert 67 <= (today - born).days / 365.2425 <= 95.1
    for child in (crowd.child("Lia") for _ in range(200)):
        born = parse_national_id(child.national_id).birth_date
        assert born is not None
        assert 0 <= (today - born).days < 18 * 365
