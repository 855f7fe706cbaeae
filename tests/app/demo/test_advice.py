"""Economic advice in Lia: twenty-five wait, and every state, stage and outcome is there."""

from datetime import timedelta

import pytest

from app.debt.model import AdviceStage, DebtOutcome, RequestState
from app.demo.advice import ENDED, QUEUE, WAITING, WORKING
from app.letters.model import DocumentState
from app.office import Office
from tests.app.demo.conftest import Lia
from tests.app.demo.test_weeks import DAYS


@pytest.fixture(params=DAYS, ids=str)
def office(request: pytest.FixtureRequest, lia: Lia) -> Office:
    """Lia on the days of the six weeks."""
    return lia(request.param, "")


def test_sd_08_twenty_five_wait_for_half_a_position(office: Office) -> None:
    waiting = office.debt_cases.waiting()
    assert len(waiting) == len(WAITING) == QUEUE == 25
    capacity = office.debt_capacity.on()
    assert capacity is not None
    assert capacity.share_percent == 50
    places = office.debt_queue.places()
    assert len(places) == QUEUE
    assert all(place.reasons and place.expected for place in places)


def test_every_state_stage_and_outcome_is_there_over_two_years(office: Office) -> None:
    rows, today = office.debt_cases.rows(), office.clock.today()
    # a request is «mottatt» while the four questions are not asked
    assert {row.state for row in rows} == set(RequestState)
    assert {row.stage for row in rows if row.stage} == set(AdviceStage)
    assert {row.outcome for row in rows if row.outcome} == set(DebtOutcome)
    assert min(row.received_on for row in rows) < today - timedelta(days=700)


def test_f12_two_have_waited_too_long_without_a_vedtak(office: Office) -> None:
    assert len(office.debt_decisions.overdue()) == 2
    assert all(row.decided for row in office.debt_cases.rows() if row.works or row.closed_on)


def test_nobody_is_refused_but_by_a_printed_vedtak(office: Office) -> None:
    refused = [r for r in office.debt_cases.rows() if r.state is RequestState.REFUSED]
    assert len(refused) == 1
    (vedtak,) = office.debt_decisions.of(refused[0].id)
    assert vedtak.document is not None


def test_who_may_lose_the_home_stands_first(office: Office) -> None:
    first = office.debt_queue.places()[0]
    assert first.case.person in {each.person for each in office.eviction_cases.rows() if each.open}


def test_those_who_are_helped_have_an_economy_that_can_be_counted(office: Office) -> None:
    mapped = [
        row
        for row in office.debt_cases.rows()
        if row.works and row.stage is not AdviceStage.OVERVIEW
    ]
    assert len(mapped) == len(WORKING) - 2
    for row in mapped:
        available = office.debt_budgets.available(row.id, office.clock.today())
        assert available is not None
        assert available > 0
        assert office.debt_claims.of(row.id)
    assert len(ENDED) == len([r for r in office.debt_cases.rows() if r.closed_on])


def test_one_who_waits_for_an_answer_is_told_till_when(office: Office) -> None:
    told = [row for row in office.debt_cases.waiting() if office.debt_replies.of(row.id)]
    assert len(told) == 1
    assert told[0].decided is None


def test_a_closing_letter_is_sent_on_the_day_the_work_ended(office: Office) -> None:
    ended = [row for row in office.debt_cases.rows() if row.outcome is DebtOutcome.PLAN_COMPLETED]
    letter = office.closing_letters.made(ended[0].id)
    assert letter is not None
    assert letter.state is DocumentState.DISPATCHED
