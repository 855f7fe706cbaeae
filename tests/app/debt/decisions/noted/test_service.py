"""A vedtak on paper, noted so that its case is not shown as waiting without one."""

from datetime import timedelta

import pytest

from app.core.errors import Invalid
from app.debt.decisions.noted.model import NotedDraft
from app.debt.model import RequestState
from app.office import Office
from tests.app.debt.desk import asked


def test_a_noted_vedtak_stands_from_its_own_day(office: Office) -> None:
    """F12: who was granted help on paper waits with a vedtak, and its start."""
    case, today = asked(office, days=60), office.clock.today()
    issued, starts = today - timedelta(days=40), today + timedelta(days=20)
    office.noted_vedtak.note(case, NotedDraft(issued, starts))
    known = office.debt_cases.get(case)
    assert (known.state, known.starts_on) == (RequestState.GRANTED_QUEUED, starts)
    assert not known.without_vedtak
    assert office.debt_cases.get(case, issued - timedelta(days=1)).without_vedtak


def test_one_taken_back_waits_without_again(office: Office) -> None:
    case, today = asked(office, days=60), office.clock.today()
    office.noted_vedtak.note(case, NotedDraft(today, today))
    office.history.undo()
    assert office.debt_cases.get(case).without_vedtak


@pytest.mark.parametrize(
    ("issued", "starts", "code"),
    [
        (None, 5, "debt_noted_day_missing"),
        (61, 5, "debt_before_request"),
        (-1, 5, "day_in_future"),
        (40, None, "debt_noted_start_missing"),
        (40, 45, "debt_noted_start_before"),
    ],
)
def test_what_cannot_stand_on_the_paper_is_asked_about(
    office: Office, issued: int | None, starts: int | None, code: str
) -> None:
    case, today = asked(office, days=60), office.clock.today()
    ago = [None if each is None else today - timedelta(days=each) for each in (issued, starts)]
    with pytest.raises(Invalid) as stopped:
        office.noted_vedtak.note(case, NotedDraft(*ago))
    assert code in [each.code for each in stopped.value.problems]


def test_a_second_is_not_noted_over_the_first(office: Office) -> None:
    case, today = asked(office, days=60), office.clock.today()
    office.noted_vedtak.note(case, NotedDraft(today, today))
    with pytest.raises(Invalid):
        office.noted_vedtak.note(case, NotedDraft(today, today))
