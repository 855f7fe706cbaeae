"""The sweep: whole letters only, stopped between two, and told what could not be made."""

from dataclasses import replace
from datetime import date

import pytest

from app.applications.answers.batch import ON_PAPER
from app.applications.answers.model import Ticking
from app.applications.model import ApplicationDraft
from app.core.errors import Invalid
from app.core.ids import ApplicationId
from app.letters.model import DocumentKind
from app.office import Office
from app.people.model import AddressProtection
from tests.factories import a_number, a_person

REPLY_BY = date(2026, 12, 14)
SIX = 6


@pytest.fixture
def waiting(office: Office) -> tuple[Ticking, ...]:
    """Six who have waited since January, the fourth strengt fortrolig."""
    for place in range(SIX):
        born = date(1980, 1, 1 + place)
        changes: dict[str, object] = {"national_id": a_number(born, 0), "birth_date": None}
        if place == 3:
            changes |= {"address": None, "protection": AddressProtection.STRICTLY_CONFIDENTIAL}
        office.applications.register(
            ApplicationDraft(applicant=a_person(**changes), received_on=date(2026, 1, 5 + place))
        )
    return office.need_sweep.to_ask(office.answers.sweep_day())


def test_everyone_gets_a_letter_but_the_one_that_must_be_printed_by_itself(
    office: Office, waiting: tuple[Ticking, ...]
) -> None:
    seen: list[tuple[int, int]] = []

    def go_on(done: int, total: int) -> bool:
        seen.append((done, total))
        return True

    result = office.need_sweep.ask(waiting, REPLY_BY, go_on)
    assert (result.made, result.left) == (SIX - 1, 0)
    assert [(each.application, each.code) for each in result.not_made] == [
        (waiting[3].row.id, ON_PAPER)
    ]
    assert seen == [(place, SIX) for place in range(SIX)]
    kinds = [row.kind for row in office.letters.to_send()]
    assert kinds == [DocumentKind.STILL_NEED] * (SIX - 1)
    left = office.need_sweep.to_ask(office.answers.sweep_day())
    assert [each.row.id for each in left] == [waiting[3].row.id]


def test_cancelled_it_stops_at_a_whole_letter_and_the_rest_can_be_asked_later(
    office: Office, waiting: tuple[Ticking, ...]
) -> None:
    result = office.need_sweep.ask(waiting, REPLY_BY, lambda done, _total: done < 2)
    assert (result.made, result.left, result.not_made) == (2, SIX - 2, ())
    assert len(office.letters.to_send()) == 2
    made: set[ApplicationId] = {each.row.id for each in waiting[:2]}
    left = {each.row.id for each in office.need_sweep.to_ask(office.answers.sweep_day())}
    assert left == {each.row.id for each in waiting} - made


def test_one_that_was_closed_meanwhile_does_not_stop_the_others(
    office: Office, waiting: tuple[Ticking, ...]
) -> None:
    first = waiting[0]
    gone = replace(first, row=replace(first.row, id=ApplicationId(9999)))
    result = office.need_sweep.ask((gone, waiting[1]), REPLY_BY, lambda *_: True)
    assert result.made == 1
    assert [each.code for each in result.not_made] == ["application_not_found"]


def test_a_day_that_cannot_be_answered_by_makes_no_letter(
    office: Office, waiting: tuple[Ticking, ...]
) -> None:
    with pytest.raises(Invalid) as caught:
        office.need_sweep.ask(waiting, date(2026, 12, 26), lambda *_: True)
    assert [problem.code for problem in caught.value.problems] == ["day_not_working"]
    assert office.letters.to_send() == ()
