"""What is told of a dwelling, from its day; and a child in any presence, on the register."""

from datetime import date

import pytest

from app.allocation.model import ReasonCode
from app.allocation.suitability.model import Suitability
from app.applications.intake.model import Requirement
from app.applications.model import OtherMember, TargetGroup
from app.core.clock import FixedClock
from app.core.errors import Invalid, NotFound
from app.core.ids import DwellingId
from app.office import Office
from app.people.model import Presence, Role
from tests.app.allocation.offers.conftest import Wait, wait
from tests.factories import a_number, a_person, registered_dwelling

TODAY = date(2026, 11, 23)
EMERGENCY = Suitability(emergency=True)
__all__ = ["wait"]


def test_it_holds_from_its_day_and_can_be_undone(office: Office, clock: FixedClock) -> None:
    dwelling = registered_dwelling(office)
    told = Suitability(
        not_for_children=True,
        for_groups=frozenset({TargetGroup.YOUNG}),
        meets=frozenset({Requirement.PETS}),
        lacks=frozenset({Requirement.STEP_FREE}),
        environment=" lyse rom ",
    )
    clock.at = clock.at.replace(day=25)
    office.suitability.tell(dwelling, told, date(2026, 11, 24))
    found = office.suitability.of(dwelling)
    assert (found.for_children, found.environment) == (False, "lyse rom")
    assert found.for_groups == told.for_groups
    assert office.suitability.of(dwelling, TODAY) == Suitability()
    office.suitability.tell(dwelling, found, date(2026, 11, 25))
    assert office.suitability.of(dwelling).since == date(2026, 11, 24)
    office.history.undo()
    assert office.suitability.of(dwelling) == Suitability()


def test_what_is_wrong_is_told_beside_its_field(office: Office) -> None:
    dwelling, pets = registered_dwelling(office), frozenset({Requirement.PETS})
    office.suitability.tell(dwelling, EMERGENCY, TODAY)
    wrong = Suitability(meets=pets, lacks=pets)
    for day, expected in (
        (date(2026, 11, 24), ["since", "lacks"]),
        (date(2026, 11, 22), ["since", "lacks"]),
        (TODAY, ["lacks"]),
    ):
        with pytest.raises(Invalid) as caught:
            office.suitability.tell(dwelling, wrong, day)
        assert [problem.field for problem in caught.value.problems] == expected
    with pytest.raises(NotFound):
        office.suitability.tell(DwellingId(99), EMERGENCY, TODAY)


@pytest.mark.parametrize("presence", Presence)
@pytest.mark.parametrize("role", [Role.CHILD, Role.ADULT])
def test_a_child_in_any_presence_keeps_the_household_from_an_emergency_flat(
    office: Office, wait: Wait, presence: Presence, role: Role
) -> None:
    child = a_person(national_id=a_number(date(2012, 3, 2), 0), birth_date=None)
    family = wait(others=(OtherMember(child, role, presence),), bedrooms=None)
    barred_everywhere(office, family)


def test_a_child_only_told_of_keeps_it_too(office: Office, wait: Wait) -> None:
    barred_everywhere(office, wait(children_told=1))


def barred_everywhere(office: Office, family: int) -> None:
    """Never fits, is never offered it, never given it."""
    dwelling = registered_dwelling(office, bedrooms=3)
    office.suitability.tell(dwelling, EMERGENCY, TODAY)
    (candidate,) = office.allocation.candidates(dwelling)
    assert ReasonCode.NOT_FOR_CHILDREN in [each.code for each in candidate.why_not]
    with pytest.raises(Invalid) as caught:
        office.offers.make(office.offers.drafted(candidate.place.row.id, dwelling))
    assert [problem.code for problem in caught.value.problems] == ["dwelling_not_for_children"]
    vedtak = office.decisions.rows(candidate.place.row.id)[0].id
    with pytest.raises(Invalid) as refused:
        office.allocation.give(vedtak, dwelling, TODAY, "akutt")
    assert [problem.code for problem in refused.value.problems] == ["dwelling_not_for_children"]
    assert office.allocation.allocation_of(dwelling) is None
    assert family == candidate.place.row.id


def test_one_without_children_may_have_it(office: Office, wait: Wait) -> None:
    application, dwelling = wait(bedrooms=None), registered_dwelling(office, bedrooms=1)
    office.suitability.tell(dwelling, EMERGENCY, TODAY)
    (candidate,) = office.allocation.candidates(dwelling)
    assert candidate.fits
    office.offers.make(office.offers.drafted(application, dwelling))


def test_a_dwelling_marked_after_the_offer_is_not_given_to_a_family(
    office: Office, wait: Wait
) -> None:
    child = a_person(national_id=a_number(date(2019, 3, 2), 0))
    family = wait(others=(OtherMember(child, Role.CHILD, Presence.VISITS),))
    dwelling = registered_dwelling(office)
    offer = office.offers.make(office.offers.drafted(family, dwelling))
    office.suitability.tell(dwelling, EMERGENCY, TODAY)
    with pytest.raises(Invalid):
        office.offers.accept(offer, TODAY)
