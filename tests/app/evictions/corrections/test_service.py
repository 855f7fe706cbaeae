"""TV-09: the namsfogd gives a day to correct a petition by; it is told until it went back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.alerts.model import Alert, AlertId, Reason, Urgency
from app.core.clock import FixedClock
from app.core.errors import Invalid, OfficeError
from app.evictions.corrections.model import CorrectionDraft
from app.office import Office
from tests.app.evictions.notices.desk import HomeDesk

TODAY = date(2026, 11, 23)
FILED = date(2026, 12, 8)
CAME = date(2026, 12, 14)
UNTIL = date(2026, 12, 20)
"""A Sunday: the day is the letter's, and is never moved."""
LETTER = CorrectionDraft(CAME, UNTIL, " Leieavtalen mangler side to. ")


def later(clock: FixedClock, day: date) -> None:
    clock.at += day - clock.today()


@pytest.fixture
def desk(office: Office, clock: FixedClock) -> HomeDesk:
    """The petition is filed, and the letter came today."""
    made = HomeDesk(office)
    made.noticed(TODAY)
    made.met(TODAY)
    later(clock, FILED)
    office.home_track.file_petition(made.lease, FILED, "26-1")
    later(clock, CAME)
    return made


def told(desk: HomeDesk) -> list[Alert]:
    return [each for each in desk.office.alerts.today() if each.id is AlertId.PETITION_CORRECTION]


def codes(desk: HomeDesk, draft: CorrectionDraft) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as caught:
        desk.office.home_track.corrections.ask(desk.lease, draft)
    assert all(each.source == "TV-09" for each in caught.value.problems)
    return [(each.field, each.code) for each in caught.value.problems]


def test_tv09_what_is_lacking_stands_on_the_track_with_the_day_of_the_letter(
    desk: HomeDesk,
) -> None:
    track = desk.office.home_track
    assert track.of(desk.lease).correction is None
    track.corrections.ask(desk.lease, LETTER)
    asked = track.of(desk.lease).correction
    assert asked is not None
    assert (asked.received_on, asked.until, asked.sent_on) == (CAME, UNTIL, None)
    assert asked.lacking == "Leieavtalen mangler side to."
    assert track.of(desk.lease, CAME - timedelta(days=1)).correction is None
    desk.office.history.undo()
    assert track.of(desk.lease).correction is None
    assert told(desk) == []


@pytest.mark.parametrize(
    ("after", "urgency", "why"),
    [
        (-1, Urgency.SOON, Reason.PETITION_TO_CORRECT),
        (0, Urgency.NOW, Reason.PETITION_TO_CORRECT),
        (1, Urgency.NOW, Reason.PETITION_NOT_CORRECTED),
    ],
)
def test_tv09_the_day_before_the_day_and_the_day_after(
    desk: HomeDesk, clock: FixedClock, after: int, urgency: Urgency, why: Reason
) -> None:
    desk.office.home_track.corrections.ask(desk.lease, LETTER)
    later(clock, UNTIL + timedelta(days=after))
    (alert,) = told(desk)
    assert (alert.urgency, alert.why) == (urgency, why)
    assert (alert.due, alert.counted_day, alert.since) == (UNTIL, None, CAME)
    assert alert.again == (UNTIL if after < 0 else None)
    assert alert.basis == "tvangsfullbyrdelsesloven § 5-4"
    desk.office.home_track.corrections.correct(desk.lease, clock.today())
    assert told(desk) == []


def test_tv09_corrected_is_kept_with_its_day_and_can_be_undone(
    desk: HomeDesk, clock: FixedClock
) -> None:
    track = desk.office.home_track
    track.corrections.ask(desk.lease, LETTER)
    later(clock, UNTIL)
    track.corrections.correct(desk.lease, UNTIL - timedelta(days=1))
    asked = track.of(desk.lease).correction
    assert asked is not None
    assert asked.sent_on == UNTIL - timedelta(days=1)
    before = track.of(desk.lease, CAME).correction
    assert before is not None
    assert before.waits
    desk.office.history.undo()
    assert len(told(desk)) == 1


def test_tv09_a_newer_letter_takes_the_place_of_the_one_before(desk: HomeDesk) -> None:
    corrections = desk.office.home_track.corrections
    corrections.ask(desk.lease, LETTER)
    corrections.ask(desk.lease, replace(LETTER, until=UNTIL + timedelta(days=9)))
    assert [each.due for each in told(desk)] == [UNTIL + timedelta(days=9)]
    corrections.correct(desk.lease, CAME)
    assert told(desk) == []


def test_tv09_a_petition_taken_back_is_not_corrected(desk: HomeDesk) -> None:
    track = desk.office.home_track
    track.corrections.ask(desk.lease, LETTER)
    track.withdraw_petition(desk.lease, "Alt er betalt")
    assert told(desk) == []
    assert track.of(desk.lease).correction is None


def test_tv09_a_deadline_before_the_letter_is_refused(desk: HomeDesk) -> None:
    early = replace(LETTER, until=CAME - timedelta(days=1))
    assert codes(desk, early) == [("until", "correction_until_before")]
    desk.office.home_track.corrections.ask(desk.lease, replace(LETTER, until=CAME))
    assert [each.urgency for each in told(desk)] == [Urgency.NOW]


def test_tv09_what_the_letter_must_say(desk: HomeDesk) -> None:
    assert codes(desk, CorrectionDraft()) == [
        ("received_on", "correction_received_day"),
        ("until", "correction_until_missing"),
        ("lacking", "correction_lacking_missing"),
    ]
    tomorrow = replace(LETTER, received_on=CAME + timedelta(days=1))
    assert codes(desk, tomorrow) == [("received_on", "correction_received_day")]
    too_old = replace(LETTER, received_on=FILED - timedelta(days=1))
    assert codes(desk, too_old) == [("received_on", "correction_before_petition")]


@pytest.mark.parametrize("sent_on", [None, CAME - timedelta(days=1), CAME + timedelta(days=1)])
def test_tv09_it_goes_back_after_the_letter_came(desk: HomeDesk, sent_on: date | None) -> None:
    corrections = desk.office.home_track.corrections
    corrections.ask(desk.lease, LETTER)
    with pytest.raises(Invalid) as caught:
        corrections.correct(desk.lease, sent_on)
    assert [each.code for each in caught.value.problems] == ["correction_sent_day"]


def test_tv09_without_a_petition_or_a_letter_there_is_nothing_to_correct(desk: HomeDesk) -> None:
    track = desk.office.home_track
    with pytest.raises(OfficeError, match="correction_none"):
        track.corrections.correct(desk.lease, CAME)
    track.withdraw_petition(desk.lease, "Alt er betalt")
    with pytest.raises(OfficeError, match="petition_none"):
        track.corrections.ask(desk.lease, LETTER)


def test_tv09_it_is_forgotten_with_the_rest_of_the_track(desk: HomeDesk) -> None:
    office = desk.office
    office.home_track.corrections.ask(desk.lease, LETTER)
    held = office.home_track.holding(frozenset({desk.person}))
    assert "petition_correction" in {each.ref.kind for each in held}
    with office.unit("sheet.imported") as unit:
        office.home_track.forget(unit, frozenset({desk.person}))
    assert office.home_track.corrections.due() == ()
