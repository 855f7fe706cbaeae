"""Which state may follow which, the need list, and the clock of FV-02."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.applications import rules
from app.applications.model import ApplicationState, MainNeed, NeedCategory, OtherMember
from app.core.dated import DatedValue
from app.core.ids import PersonId
from app.core.working_days import is_working_day
from app.people.model import HouseholdKind, Role
from app.settings.rule_files import load_parameters

S = ApplicationState
PARAMETERS = load_parameters()


def test_the_need_list_is_the_ministrys() -> None:
    codes = [need.code for need in NeedCategory]
    expected = "A1 A2 A3 A4 A5 A6 B1 B2 B3 C1 C2 C3 C4 C5"
    assert codes == expected.split()
    assert NeedCategory.EVICTION_OR_FORCED_SALE.code == "B1"
    assert NeedCategory.STRAINED_ENVIRONMENT.main is MainNeed.UNSUITABLE_DWELLING


def test_the_most_pressing_main_category_counts() -> None:
    needs = {NeedCategory.TOO_SMALL, NeedCategory.NO_VALID_LEASE}
    assert rules.main_need(needs) is MainNeed.AT_RISK_OF_LOSING_HOME
    assert rules.main_need(()) is None


@pytest.mark.parametrize(
    ("roles", "kind"),
    [
        ((), HouseholdKind.SINGLE),
        ((Role.CHILD,), HouseholdKind.SINGLE_PARENT),
        ((Role.CO_APPLICANT,), HouseholdKind.COUPLE),
        ((Role.CO_APPLICANT, Role.CHILD), HouseholdKind.COUPLE_WITH_CHILDREN),
        ((Role.CHILD, Role.ADULT), HouseholdKind.SHARED),
    ],
)
def test_the_members_make_the_kind_of_household(
    roles: tuple[Role, ...], kind: HouseholdKind
) -> None:
    others = tuple(OtherMember(PersonId(at), role) for at, role in enumerate(roles))
    assert rules.household_kind(others) is kind


# rules ch. 8, one month, and the short February: 28 days there are a whole month
@pytest.mark.parametrize(
    ("received", "nominal", "moved", "last_safe"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 2), date(2026, 2, 27)),
        (date(2026, 1, 29), date(2026, 2, 28), date(2026, 3, 2), date(2026, 2, 27)),
        (date(2028, 1, 31), date(2028, 2, 29), date(2028, 2, 29), date(2028, 2, 29)),
        (date(2026, 2, 2), date(2026, 3, 2), date(2026, 3, 2), date(2026, 3, 2)),
        (date(2026, 4, 1), date(2026, 5, 1), date(2026, 5, 4), date(2026, 4, 30)),
        (date(2026, 11, 21), date(2026, 12, 21), date(2026, 12, 21), date(2026, 12, 21)),
    ],
)
def test_the_answer_is_due_within_the_laws_month(
    received: date, nominal: date, moved: date, last_safe: date
) -> None:
    deadline = rules.clock(PARAMETERS, received, 0, None).deadline
    assert deadline.rule == "FV-02"
    assert (deadline.nominal, deadline.moved) == (nominal, moved)
    assert deadline.last_safe_day == last_safe


def test_the_municipality_promises_two_weeks() -> None:
    assert rules.clock(PARAMETERS, date(2026, 11, 2), 0, None).local_day == date(2026, 11, 16)
    # the fourteenth day is Saturday 14 February: the day to act on is the Friday before
    assert rules.clock(PARAMETERS, date(2026, 1, 31), 0, None).local_day == date(2026, 2, 13)


def test_before_the_municipality_promised_anything_the_law_stands_alone() -> None:
    clock = rules.clock(PARAMETERS, date(2012, 9, 3), 0, None)
    assert clock.local_day == clock.deadline.last_safe_day == date(2012, 10, 3)


@given(st.dates(date(2015, 1, 1), date(2060, 12, 31)), st.integers(1, 90))
def test_a_longer_promise_never_passes_the_law(received: date, days: int) -> None:
    own = DatedValue(days, date(2014, 6, 1), source="egen rutine")
    parameters = PARAMETERS.with_overrides({"local.prelim_days": [own]})
    clock = rules.clock(parameters, received, 0, None)
    assert clock.local_day <= clock.deadline.last_safe_day <= clock.deadline.nominal
    assert is_working_day(clock.local_day)
    assert (clock.deadline.nominal - received).days <= 31


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.sampled_from(S), st.integers(0, 400))
def test_waiting_days_are_never_negative(received: date, state: S, more: int) -> None:
    since = received
    as_of = date.fromordinal(received.toordinal() + more)
    assert rules.days_waiting(received, state, since, as_of) == (more if state.open else 0)
