"""The overview of needs equals the open needs on the day (F11, A11)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.applications.model import MainNeed, NeedCategory
from app.core.errors import Invalid
from app.core.ids import ApplicationId
from app.office import Office
from app.overview.needs.model import OpenNeed
from app.overview.needs.rules import tables
from tests.app.overview.homeless.test_service import TODAY, applied

NEED = st.builds(
    OpenNeed,
    st.integers(1, 500).map(ApplicationId),
    st.frozensets(st.sampled_from(list(NeedCategory))),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(NEED, max_size=12, unique_by=lambda each: each.about))
def test_a11_the_count_equals_the_open_needs_and_each_household_once(needs: list[OpenNeed]) -> None:
    every, main = tables(tuple(needs))
    assert every.total == sum(len(each.needs) for each in needs)
    assert main.total == len(needs)
    assert len(every.rows) == 14


def test_f11_an_open_application_counts_by_all_its_needs_and_once_by_the_first(
    office: Office,
) -> None:
    both = frozenset({NeedCategory.TOO_SMALL, NeedCategory.NO_VALID_LEASE})
    applied(office, 0, needs=both)
    applied(office, 1, needs=frozenset({NeedCategory.NOT_ADAPTED}))
    every, main = office.counted_returns.needs.of(date(2026, 11, 2), TODAY).tables
    assert every.total == 3
    assert {row.name: [f.count for f in row.figures] for row in main.rows} == {
        MainNeed.AT_RISK_OF_LOSING_HOME: [1, 0],
        MainNeed.UNSUITABLE_DWELLING: [0, 1],
    }
    with pytest.raises(Invalid):
        office.counted_returns.needs.of(TODAY + timedelta(days=1), TODAY + timedelta(days=1))
