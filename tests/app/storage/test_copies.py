"""Backups get fewer with age, and never fewer than they should."""

from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.storage import copies
from app.storage.copies import made_at, name_of, superfluous, thin

NOW = datetime(2026, 11, 23, 10)
ID, OTHER = "a" * 32, "b" * 32
MOMENTS = st.lists(
    st.datetimes(NOW - timedelta(days=900), NOW + timedelta(days=5)), unique=True, max_size=60
)


def _kept(made: list[datetime], now: datetime) -> list[datetime]:
    return sorted(set(made) - superfluous(made, now))


@given(MOMENTS)
def test_the_newest_and_all_of_two_days_stay(made: list[datetime]) -> None:
    kept = _kept(made, NOW)
    assert kept[-1:] == sorted(made)[-1:]
    assert {moment for moment in made if moment > NOW - timedelta(days=2)} <= set(kept)


@given(MOMENTS)
def test_every_day_of_a_month_and_every_month_keeps_its_last(made: list[datetime]) -> None:
    kept = _kept(made, NOW)
    for moment in made:
        age = NOW - moment
        if age < timedelta(days=31):
            assert any(moment.date() == other.date() and other >= moment for other in kept)
        else:
            assert any(
                (moment.year, moment.month) == (other.year, other.month) and other >= moment
                for other in made
                if other in kept or other.date() >= (NOW - timedelta(days=31)).date()
            )


@given(MOMENTS)
def test_no_day_and_no_month_keeps_more_than_one_when_it_is_old(made: list[datetime]) -> None:
    old = [moment for moment in _kept(made, NOW) if NOW - moment >= timedelta(days=2)]
    days = [moment.date() for moment in old if NOW - moment < timedelta(days=31)]
    months = [(m.year, m.month) for m in old if NOW - m >= timedelta(days=31)]
    assert len(days) == len(set(days))
    assert len(months) == len(set(months))


@given(MOMENTS)
def test_thinning_twice_is_thinning_once(made: list[datetime]) -> None:
    kept = _kept(made, NOW)
    assert _kept(kept, NOW) == kept


@given(MOMENTS)
def test_a_clock_set_back_removes_nothing(made: list[datetime]) -> None:
    assert superfluous(made, min(made, default=NOW)) == set()


def test_four_hundred_days_of_four_copies_become_a_shelf_that_can_be_looked_over() -> None:
    made: list[datetime] = []
    for day in range(400):
        for hour in (9, 11, 13, 15):
            now = datetime(2025, 10, 1, hour) + timedelta(days=day)
            made = _kept([*made, now], now)
    assert len(made) <= 8 + 31 + 14
    assert made[0].date() == datetime(2025, 10, 31).date()


def test_two_registers_on_one_stick_leave_each_other_alone(tmp_path: Path) -> None:
    moments = [datetime(2026, 1, 1, hour) for hour in range(5)]
    for register in (ID, OTHER):
        for moment in moments:
            (tmp_path / name_of(register, moment)).touch()
    foreign = [
        tmp_path / name
        for name in ("brev.pdf", "husrom-aaaaaaaa-gammel.husromkopi", "husrom-x.husromkopi")
    ]
    for path in foreign:
        path.touch()
    removed = thin(tmp_path, ID, NOW)
    assert [made_at(path) for path in removed] == moments[:4]
    assert [made_at(path) for path in copies.of(tmp_path, ID)] == moments[4:]
    assert [made_at(path) for path in copies.of(tmp_path, OTHER)] == moments[::-1]
    assert [path for path in foreign if not path.exists()] == []


def test_only_a_name_of_ours_has_a_moment() -> None:
    assert made_at(Path(name_of(ID, NOW))) == NOW
    for name in ("", "husrom-aaaaaaaa-20261399-100000.husromkopi", name_of(ID, NOW) + ".new"):
        assert made_at(Path(name)) is None
