"""Nights without a lease: begun, counted, extended, ended, and never kept with a strict address."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.allocation.suitability.model import Suitability
from app.core.clock import FixedClock
from app.core.errors import Invalid, OfficeError
from app.core.ids import DwellingId, PersonId, Ref
from app.core.money import Ore
from app.leases.stays import rules, store
from app.leases.stays.model import DayRange, PlaceDraft, PlaceKind, StayDraft
from app.office import Office
from app.people.model import AddressProtection, HouseholdKind, MemberDraft, PersonDraft, Role
from tests.factories import registered_dwelling, registered_person

TODAY = date(2026, 11, 23)
YEAR = DayRange(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def person(office: Office) -> PersonId:
    """Somebody without a roof."""
    return registered_person(office)


@pytest.fixture
def inn(office: Office) -> int:
    """A guest house."""
    return office.stays.places.add(PlaceDraft(PlaceKind.GUEST_HOUSE, "Elvegata gjestegård"))


def at(person: PersonId, where: int, **changes: object) -> StayDraft:
    """From today, at a price."""
    draft = StayDraft(person, TODAY, place=where, price=Ore(95_000))
    return replace(draft, **changes)  # type: ignore[arg-type]  # its own fields


def refused(office: Office, draft: StayDraft) -> list[tuple[str, str]]:
    """What is wrong with it, and where."""
    with pytest.raises(Invalid) as caught:
        office.stays.begin(draft)
    return [(each.field, each.code) for each in caught.value.problems]


def test_sot_04_nights_are_counted_and_paid_at_any_day(
    office: Office, person: PersonId, inn: int, clock: FixedClock
) -> None:
    stay = office.stays.begin(at(person, inn, until=date(2026, 12, 7)))
    (row,) = office.stays.rows()
    assert (row.stay.id, row.nights, row.cost, row.where) == (stay, 0, 0, "Elvegata gjestegård")
    clock.at += timedelta(days=10)
    office.stays.set_price(stay, TODAY + timedelta(days=5), Ore(100_000))
    (row,) = office.stays.rows()
    assert (row.nights, row.cost) == (10, 5 * 95_000 + 5 * 100_000)
    (then,) = office.stays.rows(TODAY + timedelta(days=3))
    assert (then.nights, then.cost) == (3, 3 * 95_000)


def test_hl_01_a_stay_is_no_lease(office: Office, person: PersonId, inn: int) -> None:
    """REP-15: counted as temporary accommodation just because no lease is there."""
    office.stays.begin(at(person, inn))
    assert office.leases.rows() == ()
    assert office.stays.counts(YEAR, TODAY + timedelta(days=2)).short == 1


def test_a_stay_is_extended_and_ended_and_both_can_be_undone(
    office: Office, person: PersonId, inn: int, clock: FixedClock
) -> None:
    stay = office.stays.begin(at(person, inn, until=date(2026, 11, 30)))
    clock.at += timedelta(days=6)
    office.stays.extend(stay, date(2026, 12, 14), "Leiligheten er ikke klar ennå")
    assert office.stays.get(stay).until == date(2026, 12, 14)
    assert office.stays.get(stay, TODAY).until == date(2026, 11, 30)
    office.stays.end(stay, date(2026, 11, 28))
    known = office.stays.get(stay)
    assert (known.left_on, known.open) == (date(2026, 11, 28), False)
    assert office.stays.rows(date(2026, 12, 24))[0].nights == 5
    with pytest.raises(OfficeError, match="stay_has_ended"):
        office.stays.end(stay, date(2026, 11, 28))
    office.history.undo()
    assert office.stays.get(stay).open


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"began_on": None}, ("began_on", "day_missing")),
        ({"began_on": TODAY + timedelta(days=1)}, ("began_on", "day_in_future")),
        ({"until": TODAY}, ("until", "stay_until_before_start")),
        ({"place": None}, ("where", "stay_place_missing")),
        ({"price": None}, ("price", "stay_price_missing")),
        ({"vedtak": 77}, ("vedtak", "stay_vedtak_of_another")),
        (
            {"quality_confirmed_on": TODAY + timedelta(days=1)},
            ("quality_confirmed_on", "day_in_future"),
        ),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(
    office: Office, person: PersonId, inn: int, change: dict[str, object], told: tuple[str, str]
) -> None:
    assert refused(office, at(person, inn, **change)) == [told]
    assert office.stays.rows() == ()


def test_nobody_stays_two_places_at_once(office: Office, person: PersonId, inn: int) -> None:
    stay = office.stays.begin(at(person, inn, began_on=TODAY - timedelta(days=4)))
    assert refused(office, at(person, inn)) == [("began_on", "stay_overlaps")]
    office.stays.end(stay, TODAY)
    office.stays.begin(at(person, inn))
    assert {row.since for row in office.stays.rows()} == {TODAY - timedelta(days=4)}


def test_what_was_written_wrong_is_corrected_and_the_first_price_follows(
    office: Office, person: PersonId, inn: int
) -> None:
    first = office.stays.begin(at(person, inn, began_on=TODAY - timedelta(days=9)))
    office.stays.end(first, TODAY - timedelta(days=4))
    office.stays.begin(at(person, inn, began_on=TODAY - timedelta(days=4)))
    earlier = at(person, inn, began_on=TODAY - timedelta(days=11), children=1)
    office.stays.correct(first, earlier)
    row = next(row for row in office.stays.rows() if row.stay.id == first)
    assert (row.nights, row.cost, row.stay.children) == (7, 7 * 95_000, 1)
    with pytest.raises(Invalid):
        office.stays.correct(first, replace(earlier, began_on=TODAY + timedelta(days=1)))
    office.history.undo()
    assert office.stays.get(first).began_on == TODAY - timedelta(days=9)


def emergency(office: Office) -> DwellingId:
    """The one emergency flat."""
    flat = registered_dwelling(office)
    office.suitability.tell(flat, Suitability(emergency=True), TODAY - timedelta(days=30))
    return flat


def family(office: Office, person: PersonId) -> None:
    """A child of six lives with the person."""
    child = office.people.register(
        PersonDraft(given_name="Liv", family_name="Berg", birth_date=date(2020, 4, 1))
    )
    members = (
        MemberDraft(person, Role.APPLICANT),
        MemberDraft(child, Role.CHILD),
    )
    office.people.found_household(HouseholdKind.SINGLE_PARENT, members)


def test_b11_a_family_is_never_placed_in_the_emergency_flat(
    office: Office, person: PersonId
) -> None:
    flat = emergency(office)
    assert [home for home, _ in office.stays.emergency_dwellings()] == [flat]
    draft = StayDraft(person, TODAY, dwelling=flat, price=Ore(0))
    assert refused(office, replace(draft, children=1)) == [("where", "stay_not_for_children")]
    family(office, person)
    assert refused(office, draft) == [("where", "stay_not_for_children")]


def test_b11_a_place_can_be_marked_as_unfit_for_children(office: Office, person: PersonId) -> None:
    cabin = office.stays.places.add(
        PlaceDraft(PlaceKind.CAMPING_CABIN, "Hytte 4", not_for_children=True)
    )
    assert refused(office, at(person, cabin, children=2)) == [("where", "stay_not_for_children")]
    office.stays.begin(at(person, cabin))


def test_a_flat_where_someone_stays_is_taken(office: Office, person: PersonId) -> None:
    flat = emergency(office)
    draft = StayDraft(person, TODAY, dwelling=flat, price=Ore(0))
    office.stays.begin(draft)
    other = registered_person(office, given_name="Olav", national_id="")
    assert refused(office, replace(draft, person=other)) == [("where", "stay_dwelling_taken")]


def test_rep_14_counts_short_long_and_families_over_three_months(
    office: Office, person: PersonId, inn: int, clock: FixedClock
) -> None:
    began = date(2026, 8, 1)
    family(office, person)
    first = office.stays.begin(at(person, inn, began_on=began))
    office.stays.end(first, date(2026, 9, 1))
    office.stays.begin(at(person, inn, began_on=date(2026, 9, 1)))
    other = registered_person(office, given_name="Olav", national_id="")
    office.stays.begin(at(other, inn, began_on=TODAY - timedelta(days=14)))
    counts = office.stays.counts(YEAR)
    assert (counts.short, counts.long, counts.children_long) == (1, 1, 1)
    assert office.stays.counts(YEAR, date(2026, 11, 1)).children_long == 0
    clock.at += timedelta(days=1)
    assert office.stays.counts(YEAR).short == 0


def test_sums_tell_what_each_place_cost_in_a_period(
    office: Office, person: PersonId, inn: int
) -> None:
    office.stays.begin(at(person, inn, began_on=date(2026, 10, 20)))
    october = DayRange(date(2026, 10, 1), date(2026, 10, 31))
    (found,) = office.stays.sums(october)
    assert (found.where, found.people, found.nights) == ("Elvegata gjestegård", 1, 12)
    assert found.cost == 12 * 95_000
    assert office.stays.sums(DayRange(date(2026, 9, 1), date(2026, 9, 30))) == ()


def test_adr_02_the_place_is_never_kept_with_a_strictly_confidential_address(
    office: Office, person: PersonId, inn: int
) -> None:
    office.people.shield(person, "Folkeregisteret", "mappe 12")
    assert refused(office, at(person, inn)) == [
        ("where", "stay_place_not_kept"),
        ("price", "stay_price_not_kept"),
    ]
    office.stays.begin(StayDraft(person, TODAY - timedelta(days=3), children=1))
    (row,) = office.stays.rows()
    assert (row.nights, row.where, row.kind, row.cost) == (3, "", None, 0)


def test_adr_05_shielding_takes_the_place_and_leaves_the_nights(
    office: Office, person: PersonId, inn: int
) -> None:
    stay = office.stays.begin(
        at(person, inn, began_on=TODAY - timedelta(days=3), quality="Eget rom på gjestegården")
    )
    assert Ref("stay", stay) in office.people.places_of(person)
    office.people.shield(person, "Folkeregisteret", "mappe 12")
    known = office.stays.get(stay)
    assert (known.place, known.dwelling, known.quality, known.prices) == (None, None, "", ())
    assert office.stays.rows()[0].nights == 3


def test_adr_03_a_confidential_address_is_masked_in_the_list_but_counted_in_the_sums(
    office: Office, person: PersonId, inn: int
) -> None:
    office.stays.begin(at(person, inn, began_on=TODAY - timedelta(days=3)))
    office.people.protect(person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    assert office.stays.rows()[0].where == ""
    assert office.stays.sums(YEAR)[0].where == "Elvegata gjestegård"


def test_a_place_has_one_name_and_can_be_taken_out_of_use(office: Office, inn: int) -> None:
    with pytest.raises(Invalid):
        office.stays.places.add(PlaceDraft(PlaceKind.HOTEL, "elvegata GJESTEGÅRD"))
    with pytest.raises(Invalid):
        office.stays.places.add(PlaceDraft(PlaceKind.HOTEL, " "))
    office.stays.places.change(inn, PlaceDraft(PlaceKind.HOTEL, "Elvegata hotell", price=Ore(1)))
    assert office.stays.places.get(inn).draft.name == "Elvegata hotell"
    office.stays.places.close(inn)
    assert office.stays.places.used() == ()


def test_rep_14_counts_a_household_once_however_many_of_it_stay(
    office: Office, person: PersonId, inn: int
) -> None:
    spouse = registered_person(office, given_name="Olav", national_id="")
    members = (MemberDraft(person, Role.APPLICANT), MemberDraft(spouse, Role.ADULT))
    office.people.found_household(HouseholdKind.COUPLE, members)
    office.stays.begin(at(person, inn, began_on=TODAY - timedelta(days=20)))
    office.stays.begin(at(spouse, inn, began_on=TODAY - timedelta(days=5)))
    counts = office.stays.counts(YEAR)
    assert (counts.short, counts.long) == (0, 1)


def test_nights_of_the_past_are_told_after_later_ones(
    office: Office, person: PersonId, inn: int
) -> None:
    office.stays.begin(at(person, inn, began_on=date(2026, 11, 10)))
    past = at(person, inn, began_on=date(2026, 10, 1))
    assert refused(office, past) == [("began_on", "stay_overlaps")]
    assert refused(office, replace(past, until=date(2026, 11, 11))) == [
        ("began_on", "stay_overlaps")
    ]
    told = office.stays.begin(replace(past, until=date(2026, 11, 10)))
    assert office.stays.get(told).left_on == date(2026, 11, 10)
    assert sum(row.nights for row in office.stays.rows()) == 53


def test_a_flat_where_someone_stays_is_not_proposed_while_it_lasts(
    office: Office, person: PersonId, clock: FixedClock
) -> None:
    flat = emergency(office)
    assert flat in {each.id for each in office.dwellings.ready()}
    stay = office.stays.begin(StayDraft(person, TODAY, dwelling=flat, price=Ore(0)))
    assert flat not in {each.id for each in office.dwellings.ready()}
    clock.at += timedelta(days=3)
    office.stays.end(stay, clock.today())
    assert flat in {each.id for each in office.dwellings.ready()}
    assert flat not in {each.id for each in office.dwellings.ready(TODAY)}


def test_who_still_stays_is_told_as_in_the_whole_list(
    office: Office, person: PersonId, inn: int
) -> None:
    """Those alone are read, with the unbroken nights before the stay that is open."""
    other = registered_person(office, given_name="Siv", national_id="")
    begun = [
        office.stays.begin(replace(at(each, inn), began_on=TODAY - timedelta(days=17)))
        for each in (other, person)
    ]
    for stay in begun:
        office.stays.end(stay, TODAY - timedelta(days=7))
    office.stays.begin(replace(at(person, inn), began_on=TODAY - timedelta(days=7)))
    staying = office.stays.staying()
    assert staying == tuple(row for row in office.stays.rows() if row.stay.open)
    assert [row.since for row in staying] == [TODAY - timedelta(days=17)]


TOLD = st.lists(st.tuples(st.integers(-20, 5), st.booleans()), max_size=4)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(every=st.lists(TOLD, max_size=3))
def test_who_still_stays_is_whoever_the_last_word_by_a_day_leaves_there(
    office: Office, inn: int, every: list[list[tuple[int, bool]]]
) -> None:
    """Also where somebody was told to have left, and had not."""
    for told in every:
        whose = registered_person(
            office, national_id="", given_name=f"Siv{len(office.people.ids())}"
        )
        stay = office.stays.begin(replace(at(whose, inn), began_on=TODAY - timedelta(days=30)))
        with office._db.unit("stay.moved", may_be_idle=True) as unit:
            for days, left in told:
                on = TODAY + timedelta(days=days)
                ended = on if left else None
                unit.insert("stay_term", stay=stay, recorded_on=on, left_on=ended)
    for day in (TODAY - timedelta(days=10), TODAY):
        open_ones = tuple(row for row in office.stays.rows(day) if row.stay.open)
        assert office.stays.staying(day) == open_ones


def test_the_stays_of_one_are_told_as_in_the_whole_list(
    office: Office, person: PersonId, inn: int
) -> None:
    """Of others nothing is read, also on a day gone by."""
    other = registered_person(office, given_name="Siv", national_id="")
    first, gap = TODAY - timedelta(days=17), TODAY - timedelta(days=7)
    for each in (other, person):
        stay = office.stays.begin(replace(at(each, inn), began_on=first))
        office.stays.end(stay, gap)
    again = office.stays.begin(replace(at(person, inn), began_on=gap))
    for day in (TODAY, gap, first):
        rows = office.stays.rows(day)
        of_person = office.stays.of_person(person, day)
        assert of_person == tuple(row for row in rows if row.stay.person == person)
        assert of_person
    assert office.stays.get(again) in {row.stay for row in office.stays.rows()}


HOMES = st.lists(st.sets(st.integers(0, 3), min_size=1, max_size=3), max_size=2)
NIGHTS = st.tuples(st.integers(0, 3), st.integers(-60, -1), st.none() | st.integers(1, 40))


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    homes=HOMES,
    stays=st.lists(NIGHTS, max_size=8),
    began=st.integers(-70, 3),
    days=st.integers(0, 20),
)
@example(homes=[{0, 1}], stays=[(0, -30, 20), (1, -10, None)], began=-5, days=3)
def test_a_period_is_told_as_in_the_whole_list(
    office: Office,
    inn: int,
    homes: list[set[int]],
    stays: list[tuple[int, int, int | None]],
    began: int,
    days: int,
) -> None:
    """Those who were there are read with all their household has had, and nobody else."""
    people = [registered_person(office, national_id="") for _ in range(4)]
    for home in homes:
        members = (MemberDraft(people[each], Role.ADULT) for each in sorted(home))
        office.people.found_household(HouseholdKind.COUPLE, tuple(members))
    with office._db.unit("stay.begun", may_be_idle=True) as unit:
        for whose, first, nights in stays:
            day = TODAY + timedelta(days=first)
            left = None if nights is None else min(day + timedelta(days=nights), TODAY)
            store.insert(unit, at(people[whose], inn, began_on=day), left)
    opens = TODAY + timedelta(days=began)
    within = DayRange(opens, opens + timedelta(days=days))
    every = office.stays.counted()
    assert office.stays.rows_in(within) == tuple(
        row for row in office.stays.rows() if rules.nights(row.stay, TODAY, within)
    )
    assert office.stays.sums(within) == rules.sums(every, TODAY, within)
    parameters = office.settings.parameters
    assert office.stays.counts(within) == rules.counts(every, parameters, TODAY, within)
    still = tuple(row for row in every if row.stay.open)
    assert office.stays.sums(within, only_open=True) == rules.sums(still, TODAY, within)
    counts = rules.counts(still, parameters, TODAY, within)
    assert office.stays.counts(within, only_open=True) == counts
