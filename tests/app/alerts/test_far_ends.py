"""Many leases that end in the months to come are one gjøremål, until one comes near (AL-03)."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.alerts import rules
from app.alerts.far_ends import MOST_TOLD
from app.alerts.far_ends import told as told_of
from app.alerts.model import Act, Alert, Reason, Urgency
from app.core.ids import LeaseId, Ref
from tests.app.alerts.rows import PARAMETERS, ALease

TODAY = date(2026, 11, 23)
FAR = TODAY + timedelta(days=200)


def told(count: int, *near: date) -> tuple[Alert, ...]:
    ends = [*(FAR + timedelta(days=n) for n in range(count)), *near]
    rows = [replace(ALease(end), lease=LeaseId(n)) for n, end in enumerate(ends, start=1)]
    return told_of(rows, PARAMETERS, TODAY)


def test_a_few_are_told_one_by_one() -> None:
    assert [alert.why for alert in told(MOST_TOLD)] == [Reason.LEASE_ENDS] * MOST_TOLD


def test_many_are_told_as_one_by_the_first_to_end() -> None:
    (one,) = told(MOST_TOLD + 1)
    assert (one.why, one.act, one.urgency) == (Reason.LEASES_END, Act.SEE_ENDING, Urgency.SOON)
    assert dict(one.facts) == {"count": MOST_TOLD + 1, "first": FAR}


def test_one_that_is_near_or_over_stands_by_itself() -> None:
    near, over = TODAY + timedelta(days=10), TODAY - timedelta(days=1)
    found = told(MOST_TOLD + 1, near, over)
    assert [alert.why for alert in found] == [
        Reason.LEASE_ENDS,
        Reason.LEASE_ENDED,
        Reason.LEASES_END,
    ]


def test_it_is_not_put_off_past_the_next_step_of_any_of_them() -> None:
    single = [alert.again for alert in told(MOST_TOLD)]
    (one,) = told(MOST_TOLD + 1)
    assert one.again == min(day for day in single if day is not None)


ROWS = st.lists(
    st.builds(
        ALease,
        st.integers(-120, 420).map(lambda days: TODAY + timedelta(days=days)),
        renewal_decided=st.booleans(),
        renewal_granted=st.booleans(),
    ),
    max_size=12,
)


@given(drawn=ROWS)
def test_the_one_says_what_each_of_them_says(drawn: list[ALease]) -> None:
    rows = [replace(row, lease=LeaseId(n)) for n, row in enumerate(drawn, start=1)]
    whole = set(rules.ending(rows, PARAMETERS, TODAY))
    far = {each for each in whole if dict(each.facts).get("steps_left", 0) in (2, 3, 4, 5)}
    found = set(told_of(rows, PARAMETERS, TODAY))
    if len(far) <= MOST_TOLD:
        assert found == whole
        return
    assert found >= whole - far
    (one,) = found - (whole - far)
    assert (one.why, one.case) == (Reason.LEASES_END, Ref("office", 1))
    assert one.since == min(each.since for each in far)
    assert one.again == min(each.again for each in far if each.again is not None)
    assert one.facts == (("count", len(far)), ("first", min(each.due for each in far if each.due)))
    assert {each.basis for each in far} == {one.basis}
