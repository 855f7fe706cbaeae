"""The owner: one unit and one coordinator, handed over with a day and a reason (D5, D7, P1)."""

from datetime import date

import pytest

from app.core.errors import Invalid, OfficeError
from app.core.ids import PersonId, ServiceUnitId
from app.followup.levels.model import HelpLevel
from app.followup.owners.model import OwnerDraft
from app.office import Office
from tests.factories import registered_person

BEGAN, MOVED, TODAY = date(2026, 9, 1), date(2026, 10, 15), date(2026, 11, 23)


@pytest.fixture
def person(office: Office) -> PersonId:
    """Followed up since September, by the office itself."""
    known = registered_person(office)
    office.levels.set(known, HelpLevel.SUPPORT, "Trenger hjelp", BEGAN)
    return known


def _health(office: Office, name: str = "Psykisk helse og rus") -> OwnerDraft:
    unit = next(each for each in office.service_units.open() if "psykisk" in each.draft.name)
    return OwnerDraft(unit.id, name, "55 55 12 34")


def _refused(
    office: Office, person: PersonId, draft: OwnerDraft, since: date, reason: str
) -> dict[str, str]:
    with pytest.raises(Invalid) as caught:
        office.owners.hand_over(person, draft, since, reason)
    return {each.field: each.code for each in caught.value.problems}


def test_a_case_is_handed_over_with_day_and_reason(office: Office, person: PersonId) -> None:
    """D5, D7: who owned it when can be read afterwards, without gap or overlap."""
    office.owners.hand_over(person, _health(office), MOVED, "Har tjenester der hver uke")
    before, after = office.owners.history(person)
    assert (before.since, before.until, after.since, after.until) == (BEGAN, MOVED, MOVED, None)
    assert after.owner.reason == "Har tjenester der hver uke"
    old, new = office.owners.of(person, date(2026, 10, 14)), office.owners.of(person, MOVED)
    assert old is not None
    assert old.coordinator == "Siri Testmo"
    assert new is not None
    assert new.coordinator == "Psykisk helse og rus"
    assert office.owners.all()[person] == new
    office.history.undo()
    assert office.owners.of(person) == old


def test_a_hand_over_is_refused_beside_the_field(office: Office, person: PersonId) -> None:
    health = _health(office)
    assert _refused(office, person, health, MOVED, " ") == {"reason": "owner_reason_missing"}
    assert _refused(office, person, health, date(2026, 8, 31), "Dit") == {
        "since": "day_before_last"
    }
    assert _refused(office, person, health, date(2026, 11, 24), "Dit") == {"since": "day_in_future"}
    same = office.owners.default()
    assert _refused(office, person, same, MOVED, "Dit") == {"coordinator": "owner_is_already"}
    assert _refused(office, person, OwnerDraft(ServiceUnitId(999), "Ola"), MOVED, "Dit") == {
        "unit": "owner_unit_missing"
    }


def test_nothing_is_handed_to_a_unit_that_is_closed(office: Office, person: PersonId) -> None:
    health = _health(office)
    office.service_units.close(health.unit, date(2026, 10, 1))
    assert _refused(office, person, health, MOVED, "Dit") == {"unit": "owner_unit_closed"}


def test_two_owners_can_not_be_written(office: Office, person: PersonId) -> None:
    """P1: one case, one owner; the newest holds."""
    for names in ("Ola Prøve; Kari Prøve", "Ola Prøve og Kari Prøve", "Ola & Kari", "Ola / Kari"):
        two = _health(office, names)
        told = _refused(office, person, two, TODAY, "Dit")
        assert told == {"coordinator": "owner_one_coordinator"}, names
    team = _health(office, "Team Rus og Psykisk helse")
    assert office.owners.check(person, team, TODAY, "Dit") == ()
    office.owners.hand_over(person, _health(office), TODAY, "Dit")
    office.owners.hand_over(person, office.owners.default(), TODAY, "Tilbake")
    now = office.owners.of(person)
    assert now is not None
    assert now.coordinator == "Siri Testmo"
    assert sum(each.until is None for each in office.owners.history(person)) == 1


def test_only_who_is_followed_up_is_handed_over(office: Office) -> None:
    person = registered_person(office)
    with pytest.raises(OfficeError, match="owner_not_followed"):
        office.owners.hand_over(person, _health(office), TODAY, "Dit")


def test_a_new_phone_is_no_hand_over(office: Office, person: PersonId) -> None:
    office.owners.correct_phone(person, "99 99 12 34")
    now = office.owners.of(person)
    assert now is not None
    assert (now.phone, now.since) == ("99 99 12 34", BEGAN)
