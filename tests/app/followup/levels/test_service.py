"""The level: set with a reason, kept from day to day, and what it asks for (SD-01, E1, E3)."""

from datetime import date

import pytest

from app.core.errors import Invalid, NotFound
from app.core.ids import PersonId
from app.followup.levels.model import DemandCode, HelpLevel
from app.followup.owners.model import OwnerDraft
from app.office import Office
from tests.factories import registered_person

TODAY = date(2026, 11, 23)


def _refused(office: Office, person: PersonId, *what: object) -> dict[str, str]:
    with pytest.raises(Invalid) as caught:
        office.levels.set(person, *what)  # type: ignore[arg-type]  # what a form may give
    return {each.field: each.code for each in caught.value.problems}


def test_the_first_level_makes_the_owner_in_the_same_unit(office: Office) -> None:
    """P1, P9: nothing but the level and why is asked for."""
    person = registered_person(office)
    events = len(office.history.latest())
    office.levels.set(person, HelpLevel.SUPPORT, "Trenger hjelp til å betale i tide")
    now, owner = office.levels.of(person), office.owners.of(person)
    assert now is not None
    assert (now.level, now.since) == (HelpLevel.SUPPORT, TODAY)
    assert owner is not None
    assert owner.unit == office.service_units.ours().id
    assert (owner.coordinator, owner.since) == ("Siri Testmo", TODAY)
    assert len(office.history.latest()) == events + 1
    office.history.undo()
    assert office.levels.of(person) is None
    assert office.owners.of(person) is None


def test_another_may_own_it_from_the_first_day(office: Office) -> None:
    """C3: the coordinator can be a team."""
    person = registered_person(office)
    team = office.service_units.open()[2]
    office.levels.set(
        person, HelpLevel.ADVICE, "Ny i kommunen", owner=OwnerDraft(team.id, "Boligsosialt team")
    )
    owner = office.owners.of(person)
    assert owner is not None
    assert owner.coordinator == "Boligsosialt team"
    assert office.owners.unit_of(owner) == team


def test_a_plan_can_not_begin_without_a_coordinator(office: Office) -> None:
    """C7: exactly one."""
    person = registered_person(office)
    ours = office.service_units.ours().id
    for name, code in ((" ", "missing"), ("Ola / Kari", "one")):
        wrong = _refused(office, person, HelpLevel.ADVICE, "Ny", None, OwnerDraft(ours, name))
        assert code in wrong["coordinator"]
    assert office.levels.of(person) is None


def test_level_0_ends_the_follow_up_and_the_ownership(office: Office) -> None:
    """E3: an exit counts as level 0."""
    person = registered_person(office)
    office.levels.set(person, HelpLevel.ADVICE, "Trenger råd", date(2026, 9, 1))
    office.levels.set(person, HelpLevel.MANAGES_ALONE, "Klarer det meste selv")
    now = office.levels.of(person)
    assert now is not None
    assert now.level is HelpLevel.MANAGES_ALONE
    assert office.owners.of(person) is None
    assert office.owners.of(person, date(2026, 11, 22)) is not None
    (ownership,) = office.owners.history(person)
    assert (ownership.since, ownership.until) == (date(2026, 9, 1), TODAY)
    assert person not in office.owners.all()
    assert office.levels.demands(person) == ()
    office.levels.set(person, HelpLevel.SUPPORT, "Vil ha hjelp igjen")
    assert office.owners.of(person) is not None


def test_a_level_is_refused_beside_the_field(office: Office) -> None:
    person = registered_person(office)
    assert _refused(office, person, HelpLevel.MANAGES_ALONE, "") == {
        "level": "level_not_begun",
        "reason": "level_reason_missing",
    }
    office.levels.set(person, HelpLevel.SUPPORT, "Trenger hjelp", date(2026, 10, 1))
    assert _refused(office, person, HelpLevel.SUPPORT, "igjen") == {"level": "level_is_already"}
    early, late = date(2026, 9, 30), date(2026, 11, 24)
    assert _refused(office, person, HelpLevel.ADVICE, "ok", early) == {"since": "day_before_last"}
    assert _refused(office, person, HelpLevel.ADVICE, "ok", late) == {"since": "day_in_future"}


def test_only_one_in_the_register_has_a_level(office: Office) -> None:
    with pytest.raises(NotFound):
        office.levels.set(PersonId(4711), HelpLevel.ADVICE, "Trenger råd")


def test_the_past_reads_as_it_was(office: Office) -> None:
    person = registered_person(office)
    office.levels.set(person, HelpLevel.LASTING_SERVICES, "Uten bolig", date(2026, 1, 5))
    office.levels.set(person, HelpLevel.SUPPORT_AND_SERVICES, "Har flyttet inn", date(2026, 6, 1))
    then = office.levels.of(person, date(2026, 5, 31))
    assert then is not None
    assert then.level is HelpLevel.LASTING_SERVICES
    assert office.levels.of(person, date(2026, 1, 4)) is None
    assert office.levels.all(date(2026, 6, 1))[person].level is HelpLevel.SUPPORT_AND_SERVICES
    assert [each.level for each in office.levels.history(person)] == [4, 3]


def test_what_came_first_is_not_taken_back_under_what_leans_on_it(office: Office) -> None:
    person = registered_person(office)
    office.levels.set(person, HelpLevel.ADVICE, "Trenger råd", date(2026, 9, 1))
    first = office.history.undoable()
    office.levels.set(person, HelpLevel.SUPPORT, "Trenger mer")
    assert first is not None
    with pytest.raises(Exception, match="undo_changed_since"):
        office.history.reverse(first)
    assert office.owners.of(person) is not None


def test_each_level_asks_for_more(office: Office) -> None:
    """SD-01, E1: the owner at 1; mapping and målplan at 2; vedtak and a plan at 3 and 4."""
    person = registered_person(office)
    asked = {}
    for level in (HelpLevel.ADVICE, HelpLevel.SUPPORT, HelpLevel.SUPPORT_AND_SERVICES):
        office.levels.set(person, level, "Trenger mer")
        asked[level] = [each.code for each in office.levels.demands(person)]
    assert asked == {
        HelpLevel.ADVICE: [DemandCode.OWNER],
        HelpLevel.SUPPORT: [DemandCode.OWNER, DemandCode.ASSESSMENT, DemandCode.MALPLAN],
        HelpLevel.SUPPORT_AND_SERVICES: [
            DemandCode.OWNER,
            DemandCode.ASSESSMENT,
            DemandCode.VEDTAK,
            DemandCode.PLAN,
        ],
    }


class _Mapped:
    def has(self, person: PersonId) -> bool:
        return True


def test_mapping_that_is_missing_from_level_2_is_told(office: Office) -> None:
    """D12: missing mapping at level 2 and above is flagged."""
    person = registered_person(office)
    office.levels.set(person, HelpLevel.SUPPORT, "Trenger hjelp")
    assert DemandCode.ASSESSMENT in {each.code for each in office.levels.unmet(person)}
    office.levels.know_assessments(_Mapped())
    assert DemandCode.ASSESSMENT not in {each.code for each in office.levels.unmet(person)}
