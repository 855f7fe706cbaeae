"""The groups of the count at their edges, and where someone stays when several know (REP-05)."""

from datetime import date, timedelta

import pytest

from app.applications.model import NeedCategory, TargetGroup
from app.core.ids import PersonId, Ref
from app.overview.homeless import rules
from app.overview.homeless.model import (
    AgeGroup,
    Homeless,
    HomelessFamily,
    HomelessLength,
    HomelessProfile,
    HomelessSource,
    PlaceOfStay,
    Sign,
    Told,
    WhoFacts,
    YesNo,
    census_year,
    survey_year,
    week_of,
)
from app.people.model import AddressProtection

DAY = date(2026, 11, 23)
KARI = PersonId(1)
A, P, S = AgeGroup, PlaceOfStay, HomelessSource


@pytest.mark.parametrize(
    ("years", "before", "from_then"),
    [
        (25, A.UNDER_25, A.FROM_25),
        (35, A.FROM_25, A.FROM_35),
        (45, A.FROM_35, A.FROM_45),
        (55, A.FROM_45, A.FROM_55),
        (67, A.FROM_55, A.FROM_67),
    ],
)
def test_rep_05_ages_change_on_the_birthday(
    years: int, before: AgeGroup, from_then: AgeGroup
) -> None:
    birthday = DAY.replace(year=DAY.year - years)
    assert rules.age_group(birthday + timedelta(days=1), DAY) is before
    assert rules.age_group(birthday, DAY) is from_then
    assert rules.age_group(None, DAY) is A.UNKNOWN


@pytest.mark.parametrize(
    ("months_later", "before", "from_then"),
    [
        (date(2026, 5, 1), HomelessLength.UNDER_3_MONTHS, HomelessLength.UNDER_6_MONTHS),
        (date(2026, 8, 1), HomelessLength.UNDER_6_MONTHS, HomelessLength.UNDER_1_YEAR),
        (date(2027, 2, 1), HomelessLength.UNDER_1_YEAR, HomelessLength.OVER_1_YEAR),
    ],
)
def test_rep_05_how_long_changes_on_the_day_the_months_have_passed(
    months_later: date, before: HomelessLength, from_then: HomelessLength
) -> None:
    since = date(2026, 2, 1)
    assert rules.length(since, months_later - timedelta(days=1)) is before
    assert rules.length(since, months_later) is from_then


def a_sign(ago: int, source: HomelessSource, place: PlaceOfStay, children: int = 0) -> Sign:
    """By which the register knows it since so many days ago."""
    kind = "stay" if source is S.STAY else "application"
    return Sign(KARI, DAY - timedelta(days=ago), source, place, Ref(kind, ago), children)


def counted(
    *signs: Sign,
    told: tuple[Told, ...] = (),
    let_from: date | None = None,
    profile: HomelessProfile | None = None,
    evicted: bool = False,
    adults: int = 1,
    children: int = 0,
) -> Homeless | None:
    """Kari as she is counted; None when she is not."""
    known = rules.Known(
        signs,
        {KARI: told} if told else {},
        {KARI: profile} if profile else {},
        {},
        {
            KARI: WhoFacts(
                "Kari",
                AddressProtection.NONE,
                adults=adults,
                children=children,
                evicted=evicted,
            )
        },
        {KARI: let_from} if let_from else {},
    )
    people = rules.count(known, DAY).people
    return people[0] if people else None


def test_rep_04_nights_that_are_paid_stand_before_a_need_and_what_is_told_before_both() -> None:
    need = a_sign(20, S.APPLICATION, P.OUTDOORS)
    nights = a_sign(10, S.STAY, P.TEMPORARY_OFFER)
    one = counted(need, nights)
    assert one is not None
    assert (one.place, one.since) == (P.TEMPORARY_OFFER, DAY - timedelta(days=20))
    told = Told(KARI, DAY - timedelta(days=5), homeless=True, place=P.CRISIS_CENTRE)
    other = counted(need, nights, told=(told,))
    assert other is not None
    assert other.place is P.CRISIS_CENTRE
    assert other.sources == (S.TOLD, S.STAY, S.APPLICATION)


def test_rep_04_of_several_needs_the_most_pressing_tells_the_place() -> None:
    needs = {NeedCategory.WITH_FRIENDS_OR_FAMILY, NeedCategory.RELEASE_NO_HOME}
    assert rules.place_by_needs(needs) is P.PRISON
    assert rules.place_by_needs({NeedCategory.TOO_SMALL}) is P.UNKNOWN


@pytest.mark.parametrize(("ago", "counts"), [(11, False), (10, True), (9, True)])
def test_rep_01_a_lease_with_us_ends_what_began_before_it(ago: int, counts: bool) -> None:
    let_from = DAY - timedelta(days=10)
    found = counted(a_sign(ago, S.APPLICATION, P.OUTDOORS), let_from=let_from)
    assert (found is not None) is counts


@pytest.mark.parametrize(("ago", "counts"), [(11, False), (10, False), (9, True)])
def test_rep_02_one_who_is_not_counted_comes_back_by_what_begins_after(
    ago: int, counts: bool
) -> None:
    over = Told(KARI, DAY - timedelta(days=10), homeless=False)
    found = counted(a_sign(ago, S.APPLICATION, P.OUTDOORS), told=(over,))
    assert (found is not None) is counts


def test_told_anew_after_a_break_begins_anew() -> None:
    days = [DAY - timedelta(days=ago) for ago in (40, 30, 20, 10)]
    told = tuple(
        Told(KARI, since, homeless=homeless)
        for since, homeless in zip(days, (True, False, True, True), strict=True)
    )
    found = counted(told=told)
    assert found is not None
    assert found.since == days[2]


@pytest.mark.parametrize(
    ("adults", "children", "sign_children", "family"),
    [
        (1, 0, 0, HomelessFamily.ALONE),
        (2, 0, 0, HomelessFamily.COUPLE),
        (2, 1, 0, HomelessFamily.WITH_CHILDREN),
        (1, 0, 2, HomelessFamily.WITH_CHILDREN),
    ],
)
def test_rep_05_whom_they_are_without_a_home_with(
    adults: int, children: int, sign_children: int, family: HomelessFamily
) -> None:
    sign = a_sign(1, S.STAY, P.TEMPORARY_OFFER, sign_children)
    found = counted(sign, adults=adults, children=children)
    assert found is not None
    assert found.family is family
    assert found.children == max(children, sign_children)


def test_rep_05_what_is_told_stands_before_what_the_register_knows() -> None:
    sign = a_sign(1, S.APPLICATION, P.OUTDOORS)
    known = counted(sign, evicted=True)
    assert known is not None
    assert known.profile.evicted is YesNo.YES
    told = counted(sign, evicted=True, profile=HomelessProfile(evicted=YesNo.NO))
    assert told is not None
    assert told.profile.evicted is YesNo.NO


@pytest.mark.parametrize(
    ("group", "answers"),
    [
        (TargetGroup.SUBSTANCE_USE, (YesNo.YES, YesNo.UNKNOWN)),
        (TargetGroup.MENTAL_HEALTH, (YesNo.UNKNOWN, YesNo.YES)),
        (TargetGroup.MENTAL_HEALTH_AND_SUBSTANCE_USE, (YesNo.YES, YesNo.YES)),
        (TargetGroup.REFUGEE, (YesNo.UNKNOWN, YesNo.UNKNOWN)),
    ],
)
def test_rep_05_a_group_tells_only_yes(group: TargetGroup, answers: tuple[YesNo, YesNo]) -> None:
    assert rules.by_group({group}) == answers


def test_rep_03_week_48_and_the_year_of_the_survey_at_their_edges() -> None:
    first, last = week_of(2028)
    assert (first, last) == (date(2028, 11, 27), date(2028, 12, 3))
    edges = (first - timedelta(days=1), first, last, last + timedelta(days=1))
    assert [census_year(day) for day in edges] == [None, 2028, 2028, None]
    assert [survey_year(year) for year in range(2024, 2030)] == [
        True,
        False,
        False,
        False,
        True,
        False,
    ]
