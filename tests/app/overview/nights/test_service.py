"""B15: nights by month, by place and by both add up, and nobody's hidden place is told."""

from datetime import date, timedelta

import pytest

from app.core.errors import Invalid
from app.core.ids import PersonId
from app.core.money import Ore
from app.leases.stays.model import DayRange, PlaceDraft, PlaceKind, StayDraft
from app.office import Office
from app.people.model import AddressProtection
from tests.factories import a_number, registered_person

TODAY = date(2026, 11, 23)
FIRST = date(2025, 12, 1)
NIGHT = Ore(95_000)


def _person(office: Office, at: int) -> PersonId:
    number = a_number(date(1980, 1, at), 0)
    return registered_person(office, national_id=number, birth_date=None)


@pytest.fixture
def places(office: Office) -> tuple[int, int]:
    """A guest house and a cabin."""
    add = office.stays.places.add
    return (
        add(PlaceDraft(PlaceKind.GUEST_HOUSE, "Elvegata gjestegård")),
        add(PlaceDraft(PlaceKind.CAMPING_CABIN, "Lia camping")),
    )


def _stay(office: Office, at: int, place: int, began: date, left: date | None) -> int:
    draft = StayDraft(_person(office, at), began, place=place, price=NIGHT)
    stay = office.stays.begin(draft)
    if left is not None:
        office.stays.end(stay, left)
    return stay


def test_b15_months_places_and_both_add_up(office: Office, places: tuple[int, int]) -> None:
    inn, cabin = places
    _stay(office, 1, inn, date(2026, 9, 28), date(2026, 10, 3))  # three nights and two
    _stay(office, 2, cabin, date(2026, 10, 31), date(2026, 11, 2))  # one and one
    _stay(office, 3, inn, date(2026, 11, 20), None)  # three so far
    _stay(office, 4, cabin, date(2026, 7, 30), date(2026, 7, 31))
    told = office.nights.of(FIRST, date(2026, 12, 31))
    assert (told.first, told.last) == (date(2026, 7, 30), TODAY)
    by_month = {each.month: each.nights for each in told.months}
    assert by_month[date(2026, 9, 1)] == 3
    assert by_month[date(2026, 10, 1)] == 2 + 1
    assert by_month[date(2026, 11, 1)] == 1 + 3
    assert by_month[date(2026, 8, 1)] == 0
    assert [(each.where, each.nights) for each in told.places] == [
        ("Elvegata gjestegård", 8),
        ("Lia camping", 3),
    ]
    for parts in (told.months, told.places, told.both):
        assert sum(each.nights for each in parts) == told.total.nights == 11
        assert sum(each.cost for each in parts) == told.total.cost == 11 * NIGHT
    assert told.total.stays.count == 4
    summed = office.stays.sums(DayRange(FIRST, TODAY))
    assert sum(each.nights for each in summed) == told.total.nights


def test_the_place_of_one_whose_address_is_protected_is_not_told(
    office: Office, places: tuple[int, int]
) -> None:
    """ADR-03."""
    inn, _ = places
    stay = _stay(office, 1, inn, date(2026, 11, 20), None)
    person = office.stays.get(stay).person
    office.people.protect(person, AddressProtection.CONFIDENTIAL, "Politiet")
    told = office.nights.of(FIRST, TODAY)
    assert [(each.kind, each.where, each.nights) for each in told.places] == [(None, "", 3)]


def test_a_period_that_cannot_be_is_refused(office: Office, places: tuple[int, int]) -> None:
    _stay(office, 1, places[0], date(2026, 9, 28), date(2026, 10, 3))
    for first, last, code in (
        (TODAY, TODAY - timedelta(days=1), "period_turned"),
        (TODAY + timedelta(days=1), TODAY + timedelta(days=2), "day_in_future"),
        (date(2025, 1, 1), date(2026, 9, 27), "before_register_began"),
    ):
        with pytest.raises(Invalid) as refused:
            office.nights.of(first, last)
        assert [each.code for each in refused.value.problems] == [code]


def test_a_register_without_stays_has_none(office: Office) -> None:
    told = office.nights.of(FIRST, TODAY)
    assert (told.total.nights, told.places) == (0, ())


def test_the_first_of_a_month_is_a_month_of_its_own(
    office: Office, places: tuple[int, int]
) -> None:
    _stay(office, 1, places[0], date(2026, 10, 30), None)
    told = office.nights.of(date(2026, 10, 1), date(2026, 11, 1))
    assert [each.month for each in told.months] == [date(2026, 10, 1), date(2026, 11, 1)]
    assert sum(each.nights for each in told.months) == told.total.nights
