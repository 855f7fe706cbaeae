"""A pause has a reason and an end, holds to its last day, and is moved only with a reason."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from app.arrears.model import ArrearsState
from app.arrears.pauses.model import PauseDraft, PauseReason
from app.arrears.pauses.service import week_end
from app.core.clock import FixedClock
from app.core.errors import Conflict, Invalid
from app.core.ids import LeaseId
from app.office import Office
from tests.app.arrears.desk import owing

TODAY = date(2026, 11, 23)
UNTIL = date(2026, 12, 7)
ILL = PauseDraft(PauseReason.ILL, "Innlagt, ukjent hvor lenge.", UNTIL)


@pytest.fixture
def lease(office: Office) -> LeaseId:
    return owing(office, date(2026, 11, 2))


@pytest.fixture
def at(clock: FixedClock) -> Callable[[date], None]:
    """Another day in the register."""

    def turn(day: date) -> None:
        clock.at = datetime.combine(day, clock.at.time(), clock.at.tzinfo)

    return turn


def test_it_holds_from_today_to_its_last_day(office: Office, lease: LeaseId) -> None:
    pause = office.pauses.begin(lease, ILL)
    for day in (TODAY, UNTIL):
        held = office.pauses.holding(lease, day)
        assert held is not None
        assert held.id == pause
    assert office.pauses.holding(lease, TODAY - timedelta(days=1)) is None
    assert office.pauses.holding(lease, UNTIL + timedelta(days=1)) is None


def test_the_arrears_say_that_they_wait(office: Office, lease: LeaseId) -> None:
    office.pauses.begin(lease, ILL)
    assert office.arrears.state(lease) is ArrearsState.PAUSED


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (PauseDraft(None, "", UNTIL), "pause_reason_missing"),
        (PauseDraft(PauseReason.OTHER, " ", UNTIL), "pause_words_missing"),
        (PauseDraft(PauseReason.ILL, "", None), "pause_end_missing"),
        (PauseDraft(PauseReason.ILL, "", TODAY - timedelta(days=1)), "pause_end_passed"),
        (PauseDraft(PauseReason.ILL, "", TODAY + timedelta(days=61)), "pause_too_long"),
    ],
)
def test_no_pause_without_a_reason_and_an_end_that_is_near(
    office: Office, lease: LeaseId, draft: PauseDraft, code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        office.pauses.begin(lease, draft)
    assert [each.code for each in refused.value.problems] == [code]


def test_the_longest_it_may_last_is_a_day_that_can_be_chosen(
    office: Office, lease: LeaseId
) -> None:
    assert office.pauses.begin(lease, PauseDraft(PauseReason.DEATH, "", date(2027, 1, 22)))


def test_there_is_one_at_a_time(office: Office, lease: LeaseId) -> None:
    office.pauses.begin(lease, ILL)
    with pytest.raises(Conflict, match="pause_holds"):
        office.pauses.begin(lease, ILL)


def test_it_is_lengthened_with_a_new_row_and_a_reason(
    office: Office, lease: LeaseId, at: Callable[[date], None]
) -> None:
    pause = office.pauses.begin(lease, ILL)
    at(date(2026, 12, 4))
    with pytest.raises(Invalid):
        office.pauses.lengthen(pause, UNTIL, "Ikke lenger enn før.")
    with pytest.raises(Invalid):
        office.pauses.lengthen(pause, date(2026, 12, 18), " ")
    office.pauses.lengthen(pause, date(2026, 12, 18), "Fortsatt innlagt.")
    known = office.pauses.get(pause)
    assert [each.until for each in known.ends] == [UNTIL, date(2026, 12, 18)]
    assert known.until(TODAY) == UNTIL  # as it was known then
    assert known.holds(date(2026, 12, 18))


def test_ended_early_it_holds_no_more_today_but_did_before(
    office: Office, lease: LeaseId, at: Callable[[date], None]
) -> None:
    pause = office.pauses.begin(lease, ILL)
    at(TODAY + timedelta(days=3))
    with pytest.raises(Invalid):
        office.pauses.end(pause, "")
    office.pauses.end(pause, "Hjemme igjen.")
    assert office.pauses.holding(lease, TODAY + timedelta(days=3)) is None
    assert office.pauses.holding(lease, TODAY + timedelta(days=2)) is not None
    with pytest.raises(Conflict, match="pause_over"):
        office.pauses.end(pause, "En gang til.")
    office.history.undo()
    assert office.pauses.holding(lease, TODAY + timedelta(days=3)) is not None


def test_those_that_run_out_this_week_are_listed_the_first_first(
    office: Office, lease: LeaseId, at: Callable[[date], None]
) -> None:
    pause = office.pauses.begin(lease, ILL)
    assert office.pauses.ending() == ()
    assert [each.id for each in office.pauses.ending(UNTIL)] == [pause]
    at(UNTIL)
    assert [each.id for each in office.pauses.ending()] == [pause]
    at(UNTIL + timedelta(days=1))
    assert office.pauses.ending() == ()


def test_a_week_ends_on_its_sunday() -> None:
    assert week_end(TODAY) == date(2026, 11, 29)
    assert week_end(date(2026, 11, 29)) == date(2026, 11, 29)


def test_pauses_go_with_the_lease_when_a_home_is_kept_secret(
    office: Office, lease: LeaseId
) -> None:
    office.pauses.begin(lease, ILL)
    tenant = office.arrears.tenancy(lease).tenant
    assert {"arrears_pause", "arrears_pause_end"} <= {
        ref.kind for ref in office.people.places_of(tenant)
    }
