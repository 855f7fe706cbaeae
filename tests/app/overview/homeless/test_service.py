"""Who is counted as homeless on a day, on small registers counted by hand (REP-01 to REP-05)."""

from datetime import date, timedelta

import pytest

from app.applications.model import ApplicationState, NeedCategory, OtherMember, TargetGroup
from app.core.clock import FixedClock
from app.core.errors import Invalid
from app.core.ids import ApplicationId, PersonId
from app.core.money import kroner
from app.leases.stays.model import PlaceDraft, PlaceKind, StayDraft
from app.office import Office
from app.overview.homeless import store
from app.overview.homeless.model import (
    AgeGroup,
    HomelessFamily,
    HomelessIncome,
    HomelessLength,
    HomelessProfile,
    HomelessSource,
    PlaceOfStay,
    Sex,
    YesNo,
)
from app.people.model import AddressProtection, PersonDraft, Role
from app.storage.database import Database
from tests.app.applications.conftest import a_new_application
from tests.factories import a_number, a_person, registered_person

TODAY = date(2026, 11, 23)
"""Monday of week 48."""


def applied(office: Office, serial: int = 0, **changes: object) -> tuple[ApplicationId, PersonId]:
    number = a_number(date(1990, 1, 1), serial)
    changes.setdefault("applicant", a_person(national_id=number, birth_date=None))
    changes.setdefault("needs", frozenset({NeedCategory.WITH_FRIENDS_OR_FAMILY}))
    made = office.applications.register(a_new_application(**changes))
    return made, office.applications.get(made).applicant


def names(office: Office, day: date = TODAY) -> list[PersonId]:
    return [each.person for each in office.homeless.at(day).people]


@pytest.mark.parametrize(
    ("need", "place"),
    [
        (NeedCategory.NO_ROOF_NEXT_NIGHT, PlaceOfStay.OUTDOORS),
        (NeedCategory.EMERGENCY_OR_TEMPORARY, PlaceOfStay.TEMPORARY_OFFER),
        (NeedCategory.RELEASE_NO_HOME, PlaceOfStay.PRISON),
        (NeedCategory.DISCHARGE_NO_HOME, PlaceOfStay.INSTITUTION),
        (NeedCategory.WITH_FRIENDS_OR_FAMILY, PlaceOfStay.FRIENDS_OR_FAMILY),
    ],
)
def test_rep_01_and_04_each_need_of_a1_to_a5_counts_with_its_place(
    office: Office, need: NeedCategory, place: PlaceOfStay
) -> None:
    _, person = applied(office, needs=frozenset({need, NeedCategory.TOO_SMALL}))
    found = office.homeless.at(TODAY)
    assert [(each.person, each.place) for each in found.people] == [(person, place)]
    assert found.total.count == 1
    assert found.estimate


@pytest.mark.parametrize(
    "need",
    [each for each in NeedCategory if each.code == "A6" or not each.code.startswith("A")],
)
def test_rep_01_no_other_need_counts(office: Office, need: NeedCategory) -> None:
    applied(office, needs=frozenset({need}))
    assert office.homeless.at(TODAY).total.count == 0


def test_a_need_counts_from_its_day_to_the_day_before_it_is_over(office: Office) -> None:
    made, person = applied(office, received_on=TODAY - timedelta(days=21))
    office.applications.set_needs(
        made, frozenset({NeedCategory.TOO_SMALL}), TODAY - timedelta(days=3)
    )
    received = TODAY - timedelta(days=21)
    assert names(office, received) == [person]
    assert names(office, TODAY - timedelta(days=4)) == [person]
    assert names(office, TODAY - timedelta(days=3)) == []


def test_a_withdrawn_application_counts_no_more(office: Office) -> None:
    made, person = applied(office)
    yesterday = TODAY - timedelta(days=1)
    office.applications.take(made, ApplicationState.WITHDRAWN, TODAY, "Har funnet noe selv.")
    assert (names(office, yesterday), names(office)) == ([person], [])


def test_every_adult_of_the_household_is_one_and_children_are_told_once(office: Office) -> None:
    others = (
        OtherMember(PersonDraft("Per", "Testmo", a_number(date(1988, 2, 2), 0)), Role.CO_APPLICANT),
        OtherMember(PersonDraft("Lin", "Testmo", a_number(date(2018, 2, 2), 0)), Role.CHILD),
        OtherMember(PersonDraft("Mia", "Testmo", a_number(date(2020, 2, 2), 0)), Role.CHILD),
    )
    applied(office, others=others)
    found = office.homeless.at(TODAY)
    assert len(found.people) == 2
    assert {each.family for each in found.people} == {HomelessFamily.WITH_CHILDREN}
    assert found.children == 2


def test_nights_without_a_lease_count_until_the_day_they_leave(office: Office) -> None:
    person = registered_person(office)
    place = office.stays.places.add(PlaceDraft(PlaceKind.GUEST_HOUSE, "Testgården"))
    began = TODAY - timedelta(days=10)
    stay = office.stays.begin(
        StayDraft(
            person,
            began,
            TODAY,
            place=place,
            price=kroner(0),
            quality="Eget rom med bad.",
            quality_confirmed_on=began,
        )
    )
    assert names(office, began) == [person]
    one = office.homeless.at(TODAY).people[0]
    assert (one.place, one.sources) == (PlaceOfStay.TEMPORARY_OFFER, (HomelessSource.STAY,))
    office.stays.end(stay, TODAY - timedelta(days=2), "Fikk bolig.")
    assert names(office, TODAY - timedelta(days=3)) == [person]
    assert names(office, TODAY - timedelta(days=2)) == []


def test_one_person_in_two_ways_is_one(office: Office) -> None:
    _, person = applied(office)
    office.homeless.add(person, TODAY - timedelta(days=1), PlaceOfStay.NIGHT_SHELTER)
    (one,) = office.homeless.at(TODAY).people
    assert one.place is PlaceOfStay.NIGHT_SHELTER
    assert one.sources == (HomelessSource.TOLD, HomelessSource.APPLICATION)
    assert one.since == date(2026, 11, 2)


def test_rep_02_one_who_is_not_counted_is_left_out_until_something_newer(office: Office) -> None:
    made, person = applied(office)
    office.homeless.leave_out(person, TODAY - timedelta(days=5))
    assert names(office, TODAY - timedelta(days=6)) == [person]
    assert names(office) == []
    office.applications.set_needs(made, frozenset({NeedCategory.NO_ROOF_NEXT_NIGHT}), TODAY)
    assert names(office) == [person]


def test_told_by_hand_counts_until_told_otherwise_and_can_be_undone(office: Office) -> None:
    person = registered_person(office)
    first = TODAY - timedelta(days=40)
    office.homeless.add(person, first, PlaceOfStay.OUTDOORS)
    office.homeless.add(person, TODAY - timedelta(days=9), PlaceOfStay.FRIENDS_OR_FAMILY)
    assert office.homeless.at(TODAY).people[0].since == first
    assert office.homeless.at(TODAY - timedelta(days=10)).people[0].place is PlaceOfStay.OUTDOORS
    office.homeless.leave_out(person, TODAY)
    assert names(office) == []
    office.history.undo()
    assert names(office) == [person]


def test_what_is_told_follows_what_was_told_before(office: Office) -> None:
    person = registered_person(office)
    office.homeless.add(person, TODAY)
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(Invalid):
            office.homeless.leave_out(person, day)


def test_rep_05_the_profile_is_filled_by_what_the_register_knows(office: Office) -> None:
    _, person = applied(office, group=TargetGroup.MENTAL_HEALTH_AND_SUBSTANCE_USE)
    (one,) = office.homeless.at(TODAY).people
    assert (one.profile.drugs, one.profile.mental) == (YesNo.YES, YesNo.YES)
    assert (one.profile.sex, one.age) == (Sex.UNKNOWN, AgeGroup.FROM_35)
    assert (one.family, one.length) == (HomelessFamily.ALONE, HomelessLength.UNDER_3_MONTHS)
    told = HomelessProfile(
        sex=Sex.WOMAN,
        income=HomelessIncome.WORK,
        drugs=YesNo.NO,
        before=YesNo.YES,
        homeless_since=TODAY.replace(year=2025),
    )
    office.homeless.describe(person, told)
    (one,) = office.homeless.at(TODAY).people
    assert (one.profile.drugs, one.profile.mental) == (YesNo.NO, YesNo.YES)
    assert one.length is HomelessLength.OVER_1_YEAR
    assert office.homeless.profile(person) == told


@pytest.mark.parametrize("serial", range(3))
def test_f10_whether_woman_or_man_is_told_and_never_read_from_the_number(
    office: Office, clock: FixedClock, serial: int
) -> None:
    """F10: the numbers given from 2032 do not tell it; an answer is dated and can be undone."""
    _, person = applied(office, serial)
    (one,) = office.homeless.at(TODAY).people
    assert one.profile.sex is Sex.UNKNOWN
    for answer in (Sex.WOMAN, Sex.MAN):
        office.homeless.describe(person, HomelessProfile(sex=answer))
        assert office.homeless.at(TODAY).people[0].profile.sex is answer
    office.history.undo()
    assert office.homeless.at(TODAY).people[0].profile.sex is Sex.WOMAN
    clock.at += timedelta(days=1)
    office.homeless.describe(person, HomelessProfile(sex=Sex.UNKNOWN))
    assert office.homeless.at(TODAY).people[0].profile.sex is Sex.WOMAN


def test_strengt_fortrolig_is_counted_without_a_place(office: Office) -> None:
    draft = a_person(
        address=None,
        phone="",
        protection=AddressProtection.STRICTLY_CONFIDENTIAL,
        protection_source="Folkeregisteret",
    )
    _, person = applied(office, applicant=draft, present_housing="", reason="")
    assert [each.place for each in office.homeless.at(TODAY).people] == [PlaceOfStay.UNKNOWN]
    with pytest.raises(Invalid) as refused:
        office.homeless.add(person, TODAY, PlaceOfStay.CRISIS_CENTRE)
    assert refused.value.problems[0].code == "homeless_place_not_kept"


def test_shielding_takes_the_place_away(office: Office) -> None:
    person = registered_person(office)
    office.homeless.add(person, TODAY, PlaceOfStay.CRISIS_CENTRE)
    assert "homeless_told" in {ref.kind for ref in office.people.places_of(person)}
    office.people.shield(person, "Folkeregisteret", "Mappe 1")
    assert office.homeless.at(TODAY).people[0].place is PlaceOfStay.UNKNOWN
    assert "homeless_told" not in {ref.kind for ref in office.people.places_of(person)}


# week 48


def test_b8_the_count_is_an_estimate_until_everyone_is_confirmed(office: Office) -> None:
    people = [applied(office, serial)[1] for serial in range(3)]
    office.homeless.confirm(people[:2], 2026)
    found = office.homeless.at(TODAY)
    assert (found.total.count, found.confirmed, found.estimate) == (3, 2, True)
    office.homeless.confirm(people[2:], 2026, homeless=False)
    found = office.homeless.at(TODAY)
    assert (found.total.count, found.confirmed, found.estimate) == (2, 2, False)
    assert [each.person for each in found.left_out] == people[2:]
    before = office.homeless.at(TODAY - timedelta(days=1))
    assert (before.total.count, before.estimate) == (3, True)


def test_rep_03_the_count_cannot_be_confirmed_before_its_week(
    office: Office, clock: FixedClock
) -> None:
    _, person = applied(office)
    with pytest.raises(Invalid) as refused:
        office.homeless.confirm([person], 2027)
    assert refused.value.problems[0].code == "census_not_begun"
    assert office.homeless.census_day(2027) is None
    assert office.homeless.census_day(2026) == TODAY
    with pytest.raises(Invalid):
        office.homeless.confirm([], 2026)


def test_a_day_that_has_not_been_and_one_before_the_register_are_refused(office: Office) -> None:
    applied(office)
    for day, code in (
        (TODAY + timedelta(days=1), "day_in_future"),
        (date(2026, 11, 1), "before_register_began"),
    ):
        with pytest.raises(Invalid) as refused:
            office.homeless.at(day)
        assert refused.value.problems[0].code == code
    assert office.homeless.at(date(2026, 11, 2)).total.count == 1


def test_today_is_read_faster_and_tells_the_same(office: Office, db: Database) -> None:
    made, _ = applied(office)
    applied(office, 1, needs=frozenset({NeedCategory.TOO_SMALL}))
    applied(office, 2)
    office.applications.take(made, ApplicationState.WITHDRAWN, TODAY, "Har funnet noe selv.")
    found = store.signs(db, TODAY, now=True)
    assert len(found) == 1
    assert found == store.signs(db, TODAY, now=False)
