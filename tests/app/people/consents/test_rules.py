"""What a consent must have, and which are about to end."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import Problem
from app.core.ids import PersonId
from app.people.consents import rules
from app.people.consents.model import Consent, ConsentScope

TODAY, RECEIVED, BORN = date(2026, 11, 23), date(2026, 11, 2), date(1980, 1, 1)
KARI = PersonId(1)


def said(problems: tuple[Problem, ...]) -> set[tuple[str, str, bool]]:
    return {(problem.field, problem.code, problem.blocks) for problem in problems}


@pytest.mark.parametrize(
    ("since", "until", "withdrawn", "expected"),
    [
        (RECEIVED, TODAY, None, set()),
        (RECEIVED, None, None, {("until", "consent_without_end", False)}),
        (RECEIVED, BORN, None, {("until", "end_before_start", True)}),
        (date(2026, 11, 24), date(2027, 1, 1), None, {("since", "day_in_future", True)}),
        (date(1979, 1, 1), TODAY, None, {("since", "told_day_before_birth", True)}),
        (RECEIVED, TODAY, BORN, {("withdrawn_on", "end_before_start", True)}),
    ],
)
def test_a_consent_has_a_start_and_an_end(
    since: date, until: date | None, withdrawn: date | None, expected: set[tuple[str, str, bool]]
) -> None:
    consent = Consent(KARI, ConsentScope.FETCH_NAV, since, until, "", withdrawn)
    assert said(rules.check_consent(consent, TODAY, BORN)) == expected


def test_who_lets_to_one_who_is_strictly_confidential_is_not_kept() -> None:
    landlord = Consent(KARI, ConsentScope.TALK_WITH_LANDLORD, RECEIVED, TODAY, "Ola Utleier")
    problem = ("body", "address_not_to_be_kept", True)
    assert said(rules.check_consent(landlord, TODAY, BORN, strict=True)) == {problem}
    assert rules.check_consent(landlord, TODAY, BORN) == ()
    other = replace(landlord, scope=ConsentScope.FETCH_NAV)
    assert rules.check_consent(other, TODAY, BORN, strict=True) == ()


def test_p5_only_what_ends_soon_is_told_and_the_first_to_end_first() -> None:
    near = Consent(KARI, ConsentScope.FETCH_NAV, RECEIVED, TODAY + timedelta(days=10), id=1)
    nearer = Consent(KARI, ConsentScope.SHARE_PLAN, RECEIVED, TODAY, id=2)
    far = replace(near, until=TODAY + timedelta(days=31), id=3, scope=ConsentScope.JOINT_MEETING)
    over = replace(near, until=TODAY - timedelta(days=1), id=4)
    endless = replace(far, until=None, id=5)
    taken_back = replace(nearer, withdrawn_on=TODAY, id=6)
    everyone = (near, nearer, far, over, endless, taken_back)
    assert rules.ending(everyone, TODAY, 30) == (nearer, near)


def test_p5_one_that_is_given_anew_is_not_about_to_end() -> None:
    old = Consent(KARI, ConsentScope.TALK_WITH_OTHERS, RECEIVED, TODAY, "Lia bank", id=1)
    new = replace(old, since=TODAY, until=date(2027, 11, 23), body="lia bank", id=2)
    assert rules.ending((old, new), TODAY, 30) == ()
    other = replace(new, body="Ola")
    assert rules.ending((old, other), TODAY, 30) == (old,)


_DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(since=_DAYS, until=st.none() | _DAYS, withdrawn=st.none() | _DAYS, day=_DAYS)
def test_a_consent_is_never_leaned_on_outside_its_days(
    since: date, until: date | None, withdrawn: date | None, day: date
) -> None:
    consent = Consent(KARI, ConsentScope.FETCH_NAV, since, until, "", withdrawn)
    inside = since <= day <= (until or date.max) and day < (withdrawn or date.max)
    assert consent.holds(day) == inside
