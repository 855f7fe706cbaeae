"""A dwelling held back, until when and for whom; and what stops it."""

from dataclasses import replace
from datetime import date

import pytest

from app.allocation.offers.model import ReservationDraft
from app.allocation.suitability.model import Suitability
from app.applications.model import OtherMember
from app.core.clock import FixedClock
from app.core.errors import Conflict, Invalid, NotFound
from app.core.ids import DwellingId
from app.dwellings.model import DwellingStatus
from app.office import Office
from app.people.model import Presence, Role
from tests.app.allocation.offers.conftest import Wait
from tests.factories import a_number, a_person, registered_dwelling

TODAY = date(2026, 11, 23)
LAST = date(2026, 12, 20)


def held(dwelling: DwellingId, **changes: object) -> ReservationDraft:
    """For a purpose in words, four weeks."""
    draft = ReservationDraft(dwelling, TODAY, LAST, "vurderes", held_for="bofellesskap")
    return replace(draft, **changes)  # type: ignore[arg-type]  # the draft's own fields


def refused(office: Office, draft: ReservationDraft) -> list[str]:
    """What it is refused for."""
    with pytest.raises(Invalid) as caught:
        office.reservations.reserve(draft)
    return [f"{problem.field} {problem.code}" for problem in caught.value.problems]


def test_it_holds_from_the_first_day_to_the_last(office: Office) -> None:
    dwelling = registered_dwelling(office)
    made = office.reservations.reserve(held(dwelling))
    found = office.reservations.on(dwelling, LAST)
    assert found is not None
    assert found.id == made
    assert office.reservations.on(dwelling, date(2026, 12, 21)) is None
    assert office.reservations.on(dwelling, date(2026, 11, 22)) is None
    (row,) = office.reservations.rows()
    assert (row.name, row.address) == ("", "Ødegårdsvegen 4, H0201")
    office.history.undo()
    assert office.reservations.rows() == ()


def test_it_keeps_the_dwelling_from_the_others_and_not_from_its_own(
    office: Office, wait: Wait
) -> None:
    own, other, dwelling = wait(), wait(), registered_dwelling(office)
    office.reservations.reserve(held(dwelling, application=own, held_for=""))
    with pytest.raises(Invalid) as caught:
        office.offers.make(office.offers.drafted(other, dwelling))
    assert [problem.code for problem in caught.value.problems] == ["dwelling_reserved"]
    vedtak = office.decisions.rows(other)[0].id
    with pytest.raises(Invalid):
        office.allocation.give(vedtak, dwelling, TODAY, "passer")
    offer = office.offers.make(office.offers.drafted(own, dwelling))
    office.offers.accept(offer, TODAY)
    assert office.allocation.allocation_of(dwelling) is not None


def test_ended_it_holds_no_more_and_is_ended_once(office: Office, clock: FixedClock) -> None:
    dwelling = registered_dwelling(office)
    made = office.reservations.reserve(held(dwelling))
    clock.at = clock.at.replace(day=30)
    office.reservations.end(made)
    assert office.reservations.on(dwelling) is None
    assert office.reservations.on(dwelling, date(2026, 11, 29)) is not None
    with pytest.raises(Conflict):
        office.reservations.end(made)
    with pytest.raises(NotFound):
        office.reservations.end(99)
    office.reservations.reserve(held(dwelling, since=date(2026, 11, 30)))


def test_what_is_wrong_is_told_beside_its_field(office: Office, wait: Wait) -> None:
    dwelling, application = registered_dwelling(office), wait()
    assert refused(office, held(dwelling, reason=" ")) == ["reason reason_missing"]
    assert refused(office, held(dwelling, held_for=" ")) == ["held_for reservation_for_whom"]
    both = held(dwelling, application=application)
    assert refused(office, both) == ["held_for reservation_for_whom"]
    early = held(dwelling, until=date(2026, 11, 22))
    assert refused(office, early) == ["until ends_before_start", "until reservation_over"]
    office.reservations.reserve(held(dwelling))
    again = held(dwelling, since=LAST, until=date(2027, 1, 2))
    assert refused(office, again) == ["dwelling dwelling_reserved"]
    sold = registered_dwelling(office, street="Furulia", status=DwellingStatus.RETIRED)
    assert refused(office, held(sold)) == ["dwelling dwelling_not_offerable"]


def test_one_that_is_let_can_be_held_from_the_day_it_is_free(office: Office) -> None:
    let = registered_dwelling(office, status=DwellingStatus.LET)
    office.reservations.reserve(held(let, since=date(2026, 12, 1)))


@pytest.mark.parametrize("presence", Presence)
def test_an_emergency_flat_is_not_held_for_a_child(
    office: Office, wait: Wait, presence: Presence
) -> None:
    child = a_person(national_id=a_number(date(2019, 3, 2), 0))
    dwelling = registered_dwelling(office)
    office.suitability.tell(dwelling, Suitability(emergency=True), TODAY)
    family = wait(others=(OtherMember(child, Role.CHILD, presence),))
    draft = held(dwelling, application=family, held_for="")
    assert refused(office, draft) == ["dwelling dwelling_not_for_children"]
