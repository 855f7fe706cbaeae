"""Vacancies by month and size against those who need one."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import DwellingId
from app.overview.vacancies.model import MONTHS, Coming, Vacancy, VacancyCause
from app.overview.vacancies.rules import forecast, horizon, months_from

TODAY = date(2026, 11, 23)
V = VacancyCause


def a_vacancy(
    dwelling: int, cause: V, day: date | None = None, bedrooms: int | None = 2
) -> Vacancy:
    """One dwelling."""
    return Vacancy(DwellingId(dwelling), f"Elvegata {dwelling}", bedrooms, cause, day)


def test_the_months_begin_with_this_one_and_pass_the_new_year() -> None:
    months = months_from(TODAY)
    assert (months[0], months[-1], len(months)) == (date(2026, 11, 1), date(2027, 4, 1), MONTHS)
    assert horizon(TODAY) == date(2027, 5, 1)


def test_each_dwelling_stands_in_its_month_or_with_those_nobody_knows() -> None:
    found = forecast(
        (
            a_vacancy(1, V.VACANT),
            a_vacancy(2, V.TERM_ENDS, date(2026, 11, 30)),
            a_vacancy(3, V.TERM_ENDS, date(2027, 4, 30)),
            a_vacancy(4, V.TERM_ENDS, date(2027, 5, 1)),
            a_vacancy(5, V.MAINTENANCE, None),
            a_vacancy(6, V.MOVE_ASKED, date(2026, 12, 1), bedrooms=1),
            a_vacancy(7, V.VACANT, None, bedrooms=None),
        ),
        waiting=(1, 1, 2, None),
        coming=(
            Coming(2, 4, date(2027, 1, 10)),
            Coming(2, 1, None),
            Coming(1, 1, date(2028, 1, 1)),
        ),
        today=TODAY,
    )
    assert [row.bedrooms for row in found.sizes] == [1, 2, None]
    one, two, unknown = found.sizes
    assert one.months == (0, 1, 0, 0, 0, 0)
    assert (one.homes, one.needed) == (1, 2)
    assert two.months == (1, 0, 0, 0, 0, 1)
    assert (two.vacant, two.unknown, two.homes, two.waiting, two.settling) == (1, 1, 4, 1, 2)
    assert (unknown.vacant, unknown.homes, unknown.waiting) == (1, 1, 1)
    assert found.coming == (0, 0, 1, 0, 0, 0)
    assert DwellingId(4) not in [each.dwelling for each in found.vacancies]


def test_who_should_have_come_already_counts_this_month() -> None:
    found = forecast((), (), (Coming(1, 1, TODAY - timedelta(days=40)),), TODAY)
    assert found.coming[0] == 1


vacancies = st.lists(
    st.builds(
        a_vacancy,
        st.integers(1, 99),
        st.sampled_from(V),
        st.none() | st.dates(TODAY, date(2027, 8, 1)),
        st.none() | st.integers(0, 5),
    )
)


@given(vacancies, st.lists(st.none() | st.integers(0, 5)))
def test_the_table_sums_to_the_stock_and_the_list(
    homes: list[Vacancy], waiting: list[int | None]
) -> None:
    homes = [h for h in homes if h.cause is not V.VACANT or h.day is None]
    found = forecast(homes, waiting, (), TODAY)
    assert sum(row.homes for row in found.sizes) == len(found.vacancies)
    assert sum(row.waiting for row in found.sizes) == len(waiting)
