"""What a document's deadlines count from, and where it stands."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.dated import Starts
from app.core.working_days import is_working_day
from app.letters import rules
from app.letters.model import Channel, Counting, Dispatch, DocumentState, MediaType
from tests.app.letters.documents import JPEG, PDF, PNG

MONDAY = date(2026, 11, 23)
LETTER = Dispatch(1, MONDAY, Channel.LETTER, "postlagt")


def a_sending(
    sent_on: date = MONDAY,
    channel: Channel = Channel.LETTER,
    arrived_on: date | None = None,
    returned_on: date | None = None,
) -> Dispatch:
    return Dispatch(1, sent_on, channel, "postlagt", arrived_on, returned_on)


@pytest.mark.parametrize("starts", [Starts.SENT, Starts.ARRIVED])
def test_a_letter_that_is_not_sent_counts_from_no_day(starts: Starts) -> None:
    assert rules.counted_from((), starts, 3) == Counting(None)


def test_a_rule_that_starts_with_sending_counts_from_the_first_sending() -> None:
    sendings = (a_sending(date(2026, 11, 25)), a_sending(MONDAY))
    assert rules.counted_from(sendings, Starts.SENT, 3) == Counting(MONDAY)


def test_arrival_counts_from_the_known_day() -> None:
    sendings = (a_sending(arrived_on=date(2026, 11, 30)),)
    assert rules.counted_from(sendings, Starts.ARRIVED, 3) == Counting(date(2026, 11, 30))


def test_an_unknown_arrival_is_assumed_and_says_so() -> None:
    assert rules.counted_from((LETTER,), Starts.ARRIVED, 3) == Counting(
        date(2026, 11, 26), assumed=True
    )


def test_an_assumed_arrival_does_not_fall_in_easter() -> None:
    sendings = (a_sending(date(2026, 3, 31)),)
    assert rules.counted_from(sendings, Starts.ARRIVED, 3).day == date(2026, 4, 8)


@pytest.mark.parametrize("channel", [Channel.DELIVERED_BY_HAND, Channel.SERVED])
def test_what_is_given_in_the_hand_has_arrived(channel: Channel) -> None:
    sendings = (a_sending(channel=channel),)
    assert rules.counted_from(sendings, Starts.ARRIVED, 3) == Counting(MONDAY)


def test_a_sending_that_came_back_gives_way_to_the_next() -> None:
    back = a_sending(returned_on=date(2026, 11, 27))
    again = a_sending(date(2026, 11, 30))
    assert rules.counted_from((back, again), Starts.SENT, 3) == Counting(date(2026, 11, 30))


def test_when_every_sending_came_back_the_officer_is_told() -> None:
    back = a_sending(returned_on=date(2026, 11, 27))
    assert rules.counted_from((back,), Starts.SENT, 3) == Counting(MONDAY, returned=True)


def test_no_deadline_of_a_document_starts_elsewhere() -> None:
    with pytest.raises(ValueError, match="received"):
        rules.counted_from((), Starts.RECEIVED, 3)


@given(st.dates(date(2026, 1, 1), date(2036, 1, 1)), st.integers(1, 10))
def test_an_assumed_arrival_is_a_working_day_so_many_after(sent: date, days: int) -> None:
    day = rules.counted_from((a_sending(sent),), Starts.ARRIVED, days).day
    assert day is not None
    between = (sent + timedelta(days=each) for each in range(1, (day - sent).days + 1))
    assert sum(is_working_day(each) for each in between) == days
    assert is_working_day(day)


@pytest.mark.parametrize(
    ("sendings", "decided", "state"),
    [
        ((), None, DocumentState.FINISHED),
        ((LETTER,), None, DocumentState.DISPATCHED),
        ((a_sending(arrived_on=MONDAY),), None, DocumentState.ARRIVED),
        ((a_sending(returned_on=MONDAY),), None, DocumentState.RETURNED),
        ((a_sending(returned_on=MONDAY), LETTER), None, DocumentState.DISPATCHED),
        ((LETTER,), DocumentState.ANNULLED, DocumentState.ANNULLED),
    ],
)
def test_the_state_follows_from_what_happened(
    sendings: tuple[Dispatch, ...], decided: DocumentState | None, state: DocumentState
) -> None:
    assert rules.state_of(sendings, decided) is state


@pytest.mark.parametrize(
    ("content", "media_type", "code"),
    [
        (PDF, "image/png", "paper_not_as_named"),
        (b"MZ" + PDF, "application/pdf", "paper_not_as_named"),
        (b"", "application/pdf", "paper_empty"),
        (PDF, "text/html", "paper_kind_unknown"),
        (PDF + bytes(rules.LARGEST_PAPER), "application/pdf", "paper_too_large"),
    ],
)
def test_a_paper_must_be_what_it_says(content: bytes, media_type: str, code: str) -> None:
    assert [problem.code for problem in rules.check_paper(content, media_type)] == [code]


@pytest.mark.parametrize(
    ("content", "media_type", "pages"),
    [(PDF, MediaType.PDF, 2), (PNG, MediaType.PNG, 1), (JPEG, MediaType.JPEG, 1)],
)
def test_scans_of_the_known_kinds_are_taken(
    content: bytes, media_type: MediaType, pages: int
) -> None:
    assert rules.check_paper(content, media_type) == ()
    assert rules.pages_of(content, media_type) == pages
