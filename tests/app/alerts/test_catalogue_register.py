"""The rest of the catalogue at its edges, on registers: what the rules get is found there too."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.alerts.arrears_due import home_track
from app.alerts.model import AlertId, Reason, Urgency
from app.alerts.rent_due import RentDue
from app.core.clock import FixedClock
from app.core.money import Ore
from app.debt.model import AcuteScreen, Screened
from app.followup.levels.model import HelpLevel
from app.leases.rents.model import ToldFixing
from app.leases.rents.series import read_values
from app.leases.stays.model import PlaceDraft, StayDraft
from app.office import Office
from app.people.model import AddressProtection, HouseholdKind, MemberDraft, PersonDraft, Role
from tests.app.debt.desk import asked
from tests.app.decisions.appeals.bench import Bench
from tests.app.evictions.desk import open_case
from tests.app.evictions.notices.desk import HomeDesk
from tests.app.leases.rents.test_rounds import leases
from tests.app.overview.data_access.test_service import given
from tests.app.overview.household.desk import HouseholdDesk
from tests.factories import registered_person

TODAY = date(2026, 11, 23)
R, U = Reason, Urgency
Seen = tuple[AlertId, Reason, Urgency]


def told(office: Office, *ids: AlertId) -> list[Seen]:
    """What stands on I dag of some rules."""
    return [(each.id, each.why, each.urgency) for each in office.alerts.today() if each.id in ids]


def go(clock: FixedClock, day: date) -> None:
    """That day it is."""
    clock.at += day - clock.today()


def test_al_01_and_al_02_a_message_is_red_the_day_it_is_entered(
    office: Office, clock: FixedClock
) -> None:
    """AL-01, AL-02: nothing the moment before, red at once and the day after."""
    ids = (AlertId.EVICTION, AlertId.EVICTION_CHILDREN)
    assert told(office, *ids) == []
    alone, parent = registered_person(office), registered_person(office, national_id="")
    child = office.people.register(PersonDraft("Lin", "Testmo", birth_date=date(2018, 11, 24)))
    members = (MemberDraft(parent, Role.APPLICANT), MemberDraft(child, Role.CHILD))
    office.people.found_household(HouseholdKind.SINGLE_PARENT, members)
    for person in (alone, parent):
        open_case(office, person)
    for _ in range(2):
        found = told(office, *ids)
        assert [each[0] for each in found] == [AlertId.EVICTION_CHILDREN, AlertId.EVICTION]
        assert {each[2] for each in found} == {U.NOW}
        clock.at += timedelta(days=1)


def test_al_08_the_time_to_complain_is_told_from_the_day_after_it_ended(
    office: Office, clock: FixedClock
) -> None:
    """AL-08, FV-11: three weeks from Monday 23 November end on 14 December."""
    bench = Bench(office, clock)
    for day, seen in (
        (date(2026, 12, 13), []),
        (date(2026, 12, 14), []),
        (date(2026, 12, 15), [(AlertId.APPEAL, R.APPEAL_PERIOD_ENDED, U.SOON)]),
    ):
        go(clock, day)
        assert told(office, AlertId.APPEAL) == seen
    assert bench.appeals.rows() == ()


def test_al_10_and_al_11_a_notice_under_4_18_opens_and_runs_out(office: Office) -> None:
    """AL-10, AL-11, TV-02, TV-06: sent on 23 November, to be used from 8 December for a year."""
    desk = HomeDesk(office)
    desk.noticed(TODAY)
    first = date(2026, 12, 8)

    def seen(day: date) -> list[Seen]:
        return [(e.id, e.why, e.urgency) for e in home_track(office.home_track.due(day))]

    meet = (AlertId.PETITION, R.MEET_BEFORE_PETITION, U.SOON)
    ran_out = (AlertId.NOTICE_OLD, R.NOTICE_RAN_OUT, U.INFO)
    assert seen(first - timedelta(days=1)) == []
    assert seen(first) == seen(first + timedelta(days=1)) == [meet]
    last = office.home_track.of(desk.lease, first).expires
    assert last is not None
    assert last.nominal == date(2027, 12, 8)
    days = [seen(last.nominal + timedelta(days=near)) for near in (-1, 0, 1)]
    assert days == [[meet], [meet], [ran_out]]


@pytest.mark.parametrize(
    ("since", "can"),
    [(date(2025, 12, 31), True), (date(2026, 1, 1), True), (date(2026, 1, 2), False)],
)
def test_al_13_a_rent_may_rise_a_year_after_it_was_fixed(
    office: Office, clock: FixedClock, since: date, can: bool
) -> None:
    """AL-13, HL-22 to HL-24: the first day a change may hold is 1 January 2027."""
    made = leases(office, 1)
    office.rents.tell_fixing(made, ToldFixing(since, date(2025, 12, 1)))
    office.rents.add_index(read_values("2025M12 140,2\n2026M10 144,6", "2015"), "SSB")
    found = RentDue(office.rent_round).alerts(office.settings.parameters, clock.today())
    seen = [(each.id, each.why, each.urgency) for each in found]
    assert seen == ([(AlertId.RENT, R.RENT_MAY_RISE, U.INFO)] if can else [])


@pytest.mark.parametrize("children", [0, 2])
def test_al_14_fourteen_days_and_three_months_with_children(
    office: Office, clock: FixedClock, children: int
) -> None:
    """AL-14, SOT-05: begun on 23 November; fourteen days on 7 December, 23 February after."""
    inn = office.stays.places.add(PlaceDraft(name="Gjestegården"))
    person = registered_person(office)
    office.stays.begin(StayDraft(person, TODAY, place=inn, price=Ore(95_000), children=children))
    long = R.STAY_CHILDREN_NEAR if children else R.STAY_LONG
    last = (R.STAY_CHILDREN_LONG, U.NOW) if children else (R.STAY_LONG, U.SOON)
    for day, seen in (
        (date(2026, 12, 6), None),
        (date(2026, 12, 7), (long, U.SOON)),
        (date(2026, 12, 8), (long, U.SOON)),
        (date(2027, 2, 22), (long, U.SOON)),
        (date(2027, 2, 23), last),
        (date(2027, 2, 24), last),
    ):
        go(clock, day)
        assert told(office, AlertId.STAY) == ([(AlertId.STAY, *seen)] if seen else []), day


def test_al_15_a_plan_is_gone_through_from_its_day(office: Office, clock: FixedClock) -> None:
    """AL-15: yellow on the day that the plan itself sets."""
    person = registered_person(office)
    plan = office.plans.begin(person)
    due = TODAY + timedelta(days=30)
    office.plans.change(plan, replace(office.plans.get(plan).draft, evaluation_on=due))
    seen = (AlertId.EVALUATION, R.EVALUATION_DUE, U.SOON)
    for near, there in ((-1, []), (0, [seen]), (1, [seen])):
        go(clock, due + timedelta(days=near))
        assert told(office, AlertId.EVALUATION) == there


@pytest.mark.parametrize(
    "level",
    [HelpLevel.SUPPORT, HelpLevel.SUPPORT_AND_SERVICES, HelpLevel.LASTING_SERVICES],
)
def test_al_15_nobody_has_spoken_with_one_for_the_days_of_the_level(
    office: Office, clock: FixedClock, level: HelpLevel
) -> None:
    """AL-15: the municipality's own number of days may pass; the day after them it is yellow."""
    person = registered_person(office)
    office.levels.set(person, level, "Trenger hjelp")
    key = f"local.contact_days_level_{int(level)}"
    limit = office.settings.parameters.whole(key, TODAY)
    seen = (AlertId.NO_CONTACT, R.SILENT, U.SOON)
    for near, there in ((-1, []), (0, []), (1, [seen]), (2, [seen])):
        go(clock, TODAY + timedelta(days=limit + near))
        assert told(office, AlertId.NO_CONTACT) == there, near


def test_al_16_an_acute_case_is_red_from_the_day_after_its_target(
    office: Office, clock: FixedClock
) -> None:
    """AL-16, GJ-13: asked on Monday, so to begin on Tuesday 24 November."""
    no = Screened.NO
    office.debt_cases.screen(
        asked(office, registered_person(office), 0),
        AcuteScreen(TODAY, no, None, Screened.YES, None, no, no),
    )
    seen = (AlertId.DEBT_TARGET, R.DEBT_TARGET_PASSED, U.NOW)
    for day, there in (
        (TODAY, []),
        (date(2026, 11, 24), []),
        (date(2026, 11, 25), [seen]),
        (date(2026, 11, 26), [seen]),
    ):
        go(clock, day)
        assert told(office, AlertId.DEBT_TARGET) == there, day


def _file(desk: HouseholdDesk) -> bytes:
    with given(desk) as made:
        return b"".join(made.read(name) for name in made.namelist())


@pytest.mark.parametrize("protection", list(AddressProtection)[1:])
def test_al_17_what_is_exported_holds_the_address_back_from_the_day_it_is_protected(
    office: Office, clock: FixedClock, protection: AddressProtection
) -> None:
    """AL-17, ADR-03: the day before it stands there; the day and the day after it does not."""
    desk = HouseholdDesk(office)
    assert b"Testbakken" in _file(desk)
    clock.at += timedelta(days=1)
    if protection is AddressProtection.STRICTLY_CONFIDENTIAL:
        office.people.shield(desk.person, "Folkeregisteret", "Mappe 1")
    else:
        office.people.protect(desk.person, protection, "Folkeregisteret")
    for _ in range(2):
        assert b"Testbakken" not in _file(desk)
        assert office.household_view.of(desk.person).hidden
        clock.at += timedelta(days=1)
