"""Who is counted, where they stay and for how long. Pure (REP-01 to REP-05)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from app.applications.model import NeedCategory, TargetGroup
from app.core.ages import age
from app.core.ids import PersonId
from app.core.periods import Period, Unit, add
from app.core.records import dataclass
from app.overview.homeless.model import (
    AgeGroup,
    Homeless,
    HomelessCount,
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
)
from app.people.model import AddressProtection

PLACE_BY_NEED = {
    NeedCategory.NO_ROOF_NEXT_NIGHT: PlaceOfStay.OUTDOORS,
    NeedCategory.EMERGENCY_OR_TEMPORARY: PlaceOfStay.TEMPORARY_OFFER,
    NeedCategory.RELEASE_NO_HOME: PlaceOfStay.PRISON,
    NeedCategory.DISCHARGE_NO_HOME: PlaceOfStay.INSTITUTION,
    NeedCategory.WITH_FRIENDS_OR_FAMILY: PlaceOfStay.FRIENDS_OR_FAMILY,
}
"""A1 to A5, the most pressing first; A6, in a reception centre, is not counted (REP-01)."""
_DRUGS = {TargetGroup.SUBSTANCE_USE, TargetGroup.MENTAL_HEALTH_AND_SUBSTANCE_USE}
_MENTAL = {TargetGroup.MENTAL_HEALTH, TargetGroup.MENTAL_HEALTH_AND_SUBSTANCE_USE}
_AGES = (
    (25, AgeGroup.UNDER_25),
    (35, AgeGroup.FROM_25),
    (45, AgeGroup.FROM_35),
    (55, AgeGroup.FROM_45),
    (67, AgeGroup.FROM_55),
)
_LENGTHS = (
    (3, HomelessLength.UNDER_3_MONTHS),
    (6, HomelessLength.UNDER_6_MONTHS),
    (12, HomelessLength.UNDER_1_YEAR),
)
_ORDER = list(PlaceOfStay)


@dataclass(frozen=True, slots=True)
class Known:
    """All that one count rests on, as of its day. `let_from` is when a lease with us began."""

    signs: Sequence[Sign]
    told: Mapping[PersonId, Sequence[Told]]
    profiles: Mapping[PersonId, HomelessProfile]
    checks: Mapping[PersonId, bool]
    who: Mapping[PersonId, WhoFacts]
    let_from: Mapping[PersonId, date]


def place_by_needs(needs: Iterable[NeedCategory]) -> PlaceOfStay:
    """Where the most pressing need says that they stay."""
    known = set(needs)
    return next(
        (place for need, place in PLACE_BY_NEED.items() if need in known), PlaceOfStay.UNKNOWN
    )


def by_group(groups: Iterable[TargetGroup]) -> tuple[YesNo, YesNo]:
    """Drug dependence and mental illness, as far as the groups on an application tell."""
    known = set(groups)
    return (
        YesNo.YES if known & _DRUGS else YesNo.UNKNOWN,
        YesNo.YES if known & _MENTAL else YesNo.UNKNOWN,
    )


def count(known: Known, day: date) -> HomelessCount:
    """Each adult once, the oldest case first; Invalid is for the caller."""
    signs: dict[PersonId, list[Sign]] = defaultdict(list)
    for sign in known.signs:
        signs[sign.person].append(sign)
    found = [
        _homeless(person, holding, known, day)
        for person in sorted(signs.keys() | known.told.keys())
        if person in known.who and (holding := _holding(person, signs[person], known)) is not None
    ]
    people = sorted(
        (each for each in found if each.checked is not False),
        key=lambda each: (each.since, each.person),
    )
    estimate = census_year(day) is None or any(each.checked is None for each in people)
    left_out = tuple(each for each in found if each.checked is False)
    return HomelessCount(day, tuple(people), left_out, estimate)


def _holding(
    person: PersonId, signs: Sequence[Sign], known: Known
) -> tuple[tuple[Sign, ...], Told | None] | None:
    """What makes the person count, the oldest first; None when nothing does.

    What was told last stands against all that began before it, and a lease with us against all
    that began before that.
    """
    told = next(reversed(known.told.get(person, ())), None)
    let = known.let_from.get(person, date.min)
    if told is not None and not told.homeless:
        let = max(let, told.since + timedelta(days=1))
    holding = tuple(sorted((each for each in signs if each.since >= let), key=lambda s: s.since))
    by_hand = told if told is not None and told.homeless and told.since >= let else None
    return (holding, by_hand) if holding or by_hand else None


def _homeless(
    person: PersonId, holding: tuple[tuple[Sign, ...], Told | None], known: Known, day: date
) -> Homeless:
    signs, told = holding
    who = known.who[person]
    profile = _profile(known.profiles.get(person, HomelessProfile()), signs, who)
    since = _since(known.told.get(person, ()), told, signs)
    since = profile.homeless_since or since
    sources = {each.source for each in signs} | ({HomelessSource.TOLD} if told else set())
    children = max(who.children, *(each.children for each in signs), 0)
    return Homeless(
        person=person,
        name=who.name,
        protection=who.protection,
        place=_place(signs, told, who.protection),
        since=since,
        sources=tuple(each for each in HomelessSource if each in sources),
        about=tuple(dict.fromkeys(each.about for each in signs)),
        age=age_group(who.born_on, day),
        family=_family(who.adults, children),
        children=children,
        household=who.household,
        length=length(since, day),
        profile=profile,
        checked=known.checks.get(person),
    )


def _since(every: Sequence[Told], told: Told | None, signs: Sequence[Sign]) -> date:
    """The first day without a break: another place told by hand is no new beginning."""
    days = [each.since for each in signs]
    for each in reversed(every if told else ()):
        if not each.homeless:
            break
        days.append(each.since)
    return min(days)


def _place(signs: Sequence[Sign], told: Told | None, protection: AddressProtection) -> PlaceOfStay:
    """What was told by hand, else where the nights are paid, else by the need (ADR-02)."""
    if protection is AddressProtection.STRICTLY_CONFIDENTIAL:
        return PlaceOfStay.UNKNOWN
    if told is not None and told.place is not PlaceOfStay.UNKNOWN:
        return told.place
    stays = [each.place for each in signs if each.source is HomelessSource.STAY]
    places = stays or [each.place for each in signs]
    return min(places, key=_ORDER.index, default=PlaceOfStay.UNKNOWN)


def _profile(told: HomelessProfile, signs: Sequence[Sign], who: WhoFacts) -> HomelessProfile:
    """The answers by hand, filled where the register knows the rest."""

    def filled(answer: YesNo, known: Iterable[YesNo]) -> YesNo:
        return YesNo.YES if answer is YesNo.UNKNOWN and YesNo.YES in known else answer

    return replace(
        told,
        income=who.income if told.income.value == "unknown" else told.income,
        drugs=filled(told.drugs, (each.drugs for each in signs)),
        mental=filled(told.mental, (each.mental for each in signs)),
        evicted=filled(told.evicted, (YesNo.YES,) if who.evicted else ()),
    )


def _family(adults: int, children: int) -> HomelessFamily:
    if children:
        return HomelessFamily.WITH_CHILDREN
    return HomelessFamily.COUPLE if adults > 1 else HomelessFamily.ALONE


def age_group(born: date | None, day: date) -> AgeGroup:
    """By whole years on the day."""
    if born is None:
        return AgeGroup.UNKNOWN
    years = age(born, day)
    return next((group for below, group in _AGES if years < below), AgeGroup.FROM_67)


def length(since: date, day: date) -> HomelessLength:
    """How long, told in whole months passed."""
    return next(
        (told for months, told in _LENGTHS if day < add(Period(months, Unit.MONTHS), since)),
        HomelessLength.OVER_1_YEAR,
    )
