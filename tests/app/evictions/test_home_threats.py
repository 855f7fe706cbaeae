"""What threatens each home, as the queue of advice asks for it (GJ-02)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.ids import PersonId
from app.debt.model import HomeThreat
from app.evictions.home_threats import OpenThreats
from app.evictions.model import EvictionCase, EvictionOutcome, EvictionStage
from app.office import Office
from app.people.model import HouseholdKind, MemberDraft, Role
from tests.app.evictions.desk import a_case, open_case
from tests.factories import a_person, registered_person


def threats(office: Office, on: date | None = None) -> dict[PersonId, HomeThreat]:
    known = OpenThreats(office.eviction_cases, office.people)
    return dict(known.threats(on or office.clock.today()))


def test_a_petition_with_its_period_and_its_day(office: Office) -> None:
    person = registered_person(office)
    case = open_case(office, person, comment_until=date(2026, 12, 4))
    assert threats(office) == {
        person: HomeThreat(None, date(2026, 12, 4), petition=True, notice=False)
    }
    office.eviction_cases.set_date(case, date(2026, 12, 20), "10.00")
    assert threats(office)[person].eviction_on == date(2026, 12, 20)


def test_what_is_over_threatens_nobody(office: Office) -> None:
    person = registered_person(office)
    case = open_case(office, person)
    office.eviction_cases.close(case, EvictionOutcome.PAID)
    assert threats(office) == {}


def test_the_day_before_it_was_known_there_was_no_threat(office: Office) -> None:
    open_case(office, registered_person(office))
    assert threats(office, date(2026, 11, 1)) == {}


def test_everyone_grown_up_in_the_household_has_it_and_the_nearer_day_counts(
    office: Office,
) -> None:
    one = registered_person(office)
    other = office.people.register(a_person(given_name="Ola", national_id="", address=None))
    child = office.people.register(
        a_person(given_name="Lise", national_id="", birth_date=date(2016, 1, 2), address=None)
    )
    office.people.found_household(
        HouseholdKind.COUPLE_WITH_CHILDREN,
        (
            MemberDraft(one, Role.APPLICANT),
            MemberDraft(other, Role.CO_APPLICANT),
            MemberDraft(child, Role.CHILD),
        ),
    )
    today = office.clock.today()
    open_case(office, one, eviction_on=today + timedelta(days=30))
    open_case(office, other, eviction_on=today + timedelta(days=10), reference="26-2")
    found = threats(office)
    assert set(found) == {one, other}
    assert {each.eviction_on for each in found.values()} == {today + timedelta(days=10)}


def test_each_home_has_its_own_threat_and_one_who_moved_out_has_none(office: Office) -> None:
    names = ("Kari", "Ola", "Siv", "Per")
    one, other, gone, alone = (
        office.people.register(a_person(given_name=name, national_id="", address=None))
        for name in names
    )
    home = office.people.found_household(
        HouseholdKind.SHARED, tuple(MemberDraft(each, Role.ADULT) for each in (one, other, gone))
    )
    (left,) = (each for each in office.people.household(home).members if each.person == gone)
    office.people.move_out(home, left.id, office.clock.today())
    days = {one: date(2026, 12, 20), alone: date(2026, 12, 4)}
    for at, (person, day) in enumerate(days.items()):
        open_case(office, person, eviction_on=day, reference=f"26-{at}")
    found = {person: threat.eviction_on for person, threat in threats(office).items()}
    assert found == {**days, other: days[one]}


class Cases:
    """One case as it stands."""

    def __init__(self, case: EvictionCase) -> None:
        self._case = case

    def open_ones(self, as_of: date | None = None) -> tuple[EvictionCase, ...]:
        return (self._case,)


@pytest.mark.parametrize(
    ("changes", "threat"),
    [
        ({"stage": EvictionStage.AT_RISK}, None),
        ({"stage": EvictionStage.NOTICE_SENT}, HomeThreat(notice=True)),
        ({"stage": EvictionStage.PETITION_FILED}, HomeThreat(petition=True)),
        (
            {"stage": EvictionStage.NOTICE_SENT, "taken_back_on": date(2026, 11, 20)},
            HomeThreat(notice=True),
        ),
        (
            {"stage": EvictionStage.DATE_SET, "eviction_on": date(2026, 12, 1)},
            HomeThreat(date(2026, 12, 1), petition=True),
        ),
        ({"stage": EvictionStage.CARRIED_OUT}, None),
        ({"stage": EvictionStage.AFTERCARE}, None),
    ],
)
def test_each_stage_is_the_threat_it_is(
    office: Office, changes: dict[str, object], threat: HomeThreat | None
) -> None:
    person = registered_person(office)
    case = a_case(person=person, comment_until=None, eviction_on=None)
    case = replace(case, **changes)  # type: ignore[arg-type]  # fields of the case by name
    found = OpenThreats(Cases(case), office.people).threats(date(2026, 11, 23))
    assert found == ({} if threat is None else {person: threat})
