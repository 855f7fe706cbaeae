"""The home track, from the notice to the petition, with every lock in between."""

from datetime import date, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.errors import Invalid, OfficeError
from app.core.money import Ore, kroner
from app.evictions.model import EnforcementGround, EvictionStage
from app.evictions.notices.model import (
    ExceptionDraft,
    HomeStepKind,
    HomeStepMark,
    SentBefore,
)
from app.followup.contact_notes.model import ContactChannel, ContactOutcome
from app.letters.model import Channel, DocumentKind
from app.office import Office
from tests.app.arrears.desk import RENT
from tests.app.evictions.notices.desk import DUE, NAV, UNPAID, HomeDesk

TODAY = date(2026, 11, 23)
EARLIEST = date(2026, 12, 8)


@pytest.fixture
def desk(office: Office) -> HomeDesk:
    return HomeDesk(office)


def later(clock: FixedClock, day: date) -> None:
    clock.at += day - clock.today()


def test_without_a_notice_a_petition_waits_for_one(desk: HomeDesk) -> None:
    track = desk.office.home_track.of(desk.lease)
    assert track.ground is EnforcementGround.UNPAID_RENT
    assert desk.codes() == ["petition_no_notice"]
    assert (track.earliest_petition, track.owed) == (None, RENT)
    assert [(each.kind, each.mark) for each in track.steps] == [
        (HomeStepKind.RENT_OVERDUE, HomeStepMark.DONE),
        (HomeStepKind.EVICTION_NOTICE, HomeStepMark.NEXT),
        (HomeStepKind.SOCIAL_SERVICE_NOTICE, HomeStepMark.LATER),
        (HomeStepKind.EARLIEST_PETITION, HomeStepMark.LATER),
        (HomeStepKind.PETITION, HomeStepMark.LATER),
    ]


def test_the_two_weeks_run_from_the_sending_not_from_the_making(
    desk: HomeDesk, clock: FixedClock
) -> None:
    """TV-02: made is not sent."""
    desk.office.home_letters.issue_notice(desk.lease, UNPAID)
    assert desk.codes() == ["petition_notice_unsent", "petition_meeting_first"]
    assert desk.office.home_track.of(desk.lease).earliest_petition is None
    later(clock, TODAY + timedelta(days=2))
    letter = desk.letters(DocumentKind.EVICTION_NOTICE)[0]
    desk.office.letters.sent(letter, TODAY + timedelta(days=2), Channel.LETTER, "kvittering")
    track = desk.office.home_track.of(desk.lease)
    assert track.earliest_petition == date(2026, 12, 10)
    assert track.notice is not None
    assert track.notice.delay == 2
    assert desk.codes() == ["petition_too_early", "petition_meeting_first"]


def test_plain_e_mail_is_no_sending(desk: HomeDesk) -> None:
    """TV-05: an electronic notice must go a secure way."""
    desk.noticed(TODAY, Channel.EMAIL)
    assert desk.codes()[0] == "petition_notice_unsafe"
    assert desk.office.home_track.of(desk.lease).earliest_petition is None
    desk.office.letters.sent(
        desk.letters(DocumentKind.EVICTION_NOTICE)[0], TODAY, Channel.DIGITAL_MAILBOX, "Digipost"
    )
    assert desk.office.home_track.of(desk.lease).earliest_petition == EARLIEST


def test_a_notice_that_came_back_must_be_sent_again(desk: HomeDesk) -> None:
    letter = desk.noticed(TODAY)
    desk.office.letters.returned(letter, TODAY, "ukjent på adressen")
    assert desk.codes()[0] == "petition_notice_returned"


def test_it_waits_for_the_later_of_both(desk: HomeDesk, clock: FixedClock) -> None:
    """HL-71: two weeks from the notice to the social service, too."""
    desk.noticed(TODAY)
    later(clock, date(2026, 11, 26))
    desk.told(date(2026, 11, 26))
    track = desk.office.home_track.of(desk.lease)
    assert track.earliest_petition == date(2026, 12, 11)
    assert track.waits.nominal == date(2026, 12, 10)
    assert track.locks[0].code == "petition_social_wait"


def test_the_copy_to_the_tenant_goes_no_later_than_the_notice(desk: HomeDesk) -> None:
    """HL-71: nothing runs before the tenant has been told."""
    desk.noticed(TODAY)
    desk.office.home_letters.issue_social(desk.lease, NAV)
    assert "petition_social_notice_unsent" in desk.codes()
    sent = desk.letters(DocumentKind.SOCIAL_SERVICE_NOTICE)[0]
    desk.office.letters.sent(sent, TODAY, Channel.LETTER, "kvittering")
    assert "petition_social_copy_unsent" in desk.codes()
    copy = desk.letters(DocumentKind.SOCIAL_SERVICE_NOTICE_COPY)[0]
    desk.office.letters.sent(copy, TODAY, Channel.LETTER, "kvittering")
    assert desk.codes() == ["petition_too_early", "petition_meeting_first"]


def test_a_written_no_stops_the_notice_to_the_social_service(desk: HomeDesk) -> None:
    """HL-71: opt-out, until it is taken back; the petition does not wait for it."""
    track, person = desk.office.home_track, desk.person
    track.receive_opt_out(person, TODAY, "Brev fra leietakeren")
    with pytest.raises(Invalid) as stopped:
        desk.office.home_letters.issue_social(desk.lease, NAV)
    assert [each.code for each in stopped.value.problems] == ["social_notice_opted_out"]
    marks = {each.kind: each.mark for each in track.of(desk.lease).steps}
    assert marks[HomeStepKind.SOCIAL_SERVICE_NOTICE] is HomeStepMark.LEFT_OUT
    with pytest.raises(OfficeError, match="opt_out_held"):
        track.receive_opt_out(person, TODAY, "")
    track.take_back_opt_out(person, TODAY)
    assert track.opt_out(person) is None
    desk.told(TODAY)


def test_meet_first(desk: HomeDesk, clock: FixedClock) -> None:
    """AL-10: a meeting, an attempt at one, or why there was none; a message is none of these."""
    desk.noticed(TODAY)
    later(clock, EARLIEST)
    desk.met(EARLIEST, ContactChannel.SMS, ContactOutcome.LEFT_MESSAGE)
    assert desk.codes() == ["petition_meeting_first"]
    (row,) = desk.office.home_track.due()
    assert row.meet_first
    desk.met(EARLIEST, ContactChannel.HOME_VISIT, ContactOutcome.NOT_REACHED)
    assert desk.codes() == []
    assert not desk.office.home_track.due()[0].meet_first


def test_why_nobody_met_is_enough_in_words(desk: HomeDesk, clock: FixedClock) -> None:
    """AL-10."""
    desk.noticed(TODAY)
    later(clock, EARLIEST)
    with pytest.raises(Invalid):
        desk.office.home_track.say_why_no_meeting(desk.lease, " ")
    desk.office.home_track.say_why_no_meeting(desk.lease, "Leietakeren er i utlandet")
    assert desk.codes() == []


def test_what_is_paid_later_is_told_and_paying_all_ends_it(
    desk: HomeDesk, clock: FixedClock
) -> None:
    """TV-03: new rent after the notice needs a notice of its own."""
    desk.noticed(TODAY)
    desk.met(TODAY)
    later(clock, EARLIEST)
    desk.pay(date(2026, 12, 1), kroner(3000))
    track = desk.office.home_track.of(desk.lease)
    assert (track.paid_since, track.owed) == (kroner(3000), kroner(5000))
    assert track.open
    desk.claim(date(2026, 12, 1))
    desk.pay(date(2026, 12, 2), kroner(5000))
    assert desk.codes() == ["petition_claim_paid"]
    assert desk.office.home_track.of(desk.lease).owed == RENT
    assert desk.office.home_track.due() == ()


def test_a_petition_is_noted_and_told_and_can_be_undone(desk: HomeDesk, clock: FixedClock) -> None:
    desk.noticed(TODAY)
    desk.met(TODAY)
    with pytest.raises(Invalid) as early:
        desk.office.home_track.file_petition(desk.lease, TODAY, "")
    assert [each.code for each in early.value.problems] == ["petition_too_early"]
    later(clock, EARLIEST)
    with pytest.raises(Invalid):
        desk.office.home_track.file_petition(desk.lease, EARLIEST - timedelta(days=1), "")
    desk.office.home_track.file_petition(desk.lease, EARLIEST, "26-1")
    track = desk.office.home_track.of(desk.lease)
    assert track.petition is not None
    assert track.petition.filed_on == EARLIEST
    (case,) = desk.office.eviction_cases.of_lease(desk.lease)
    assert case.stage is EvictionStage.PETITION_FILED
    desk.office.history.undo()
    assert desk.office.home_track.of(desk.lease).petition is None
    desk.office.home_track.file_petition(desk.lease, EARLIEST, "26-1")
    desk.office.home_track.withdraw_petition(desk.lease, "Alt er betalt")
    assert desk.office.home_track.of(desk.lease).petition is None


def test_an_annulled_letter_undoes_its_step(desk: HomeDesk) -> None:
    letter = desk.noticed(TODAY)
    (case,) = desk.office.eviction_cases.of_lease(desk.lease)
    assert case.stage is EvictionStage.NOTICE_SENT
    desk.office.letters.annul(letter, "Feil beløp")
    assert desk.codes() == ["petition_no_notice"]
    (case,) = desk.office.eviction_cases.of_lease(desk.lease)
    assert case.stage is EvictionStage.AT_RISK


def test_a_notice_runs_out_a_year_after_a_petition_became_possible(
    desk: HomeDesk, clock: FixedClock
) -> None:
    """TV-06: then a new notice and two weeks."""
    desk.noticed(TODAY)
    desk.met(TODAY)
    last = date(2027, 12, 8)
    assert desk.office.home_track.of(desk.lease, last).locks == ()
    track = desk.office.home_track.of(desk.lease, last + timedelta(days=1))
    assert [each.code for each in track.locks] == ["petition_notice_ran_out"]
    (row,) = desk.office.home_track.due(last + timedelta(days=1))
    assert row.track.ran_out
    later(clock, last + timedelta(days=1))
    desk.noticed(clock.today())
    assert not desk.office.home_track.of(desk.lease).ran_out


def test_a_notice_dated_before_its_debt_is_refused(desk: HomeDesk) -> None:
    """TV-02: neither before the due day nor on it."""
    for day in (DUE - timedelta(days=1), DUE):
        draft = SentBefore(EnforcementGround.UNPAID_RENT, day, DUE, RENT, "Eieren sendte det")
        with pytest.raises(Invalid) as refused:
            desk.office.home_track.note_sent_before(desk.lease, draft)
        assert [each.code for each in refused.value.problems] == ["notice_before_debt"]
    draft = SentBefore(
        EnforcementGround.UNPAID_RENT, DUE + timedelta(days=1), DUE, RENT, "Eieren sendte det"
    )
    desk.office.home_track.note_sent_before(desk.lease, draft)
    track = desk.office.home_track.of(desk.lease)
    assert track.earliest_petition == date(2026, 11, 18)
    desk.office.home_track.withdraw_notice(desk.lease, "Eieren trakk det")
    assert desk.codes() == ["petition_no_notice"]


def test_a_rent_that_is_not_late_is_no_ground(desk: HomeDesk) -> None:
    """TV-02: nothing is past due, so nothing can be noticed."""
    desk.pay(TODAY, RENT)
    with pytest.raises(Invalid) as refused:
        desk.office.home_letters.issue_notice(desk.lease, UNPAID)
    assert [each.code for each in refused.value.problems] == ["ground_no_rent_owed"]


def test_the_exception_needs_that_nobody_can_be_reached(desk: HomeDesk) -> None:
    """TV-04: all three, in words, and no address in the register."""
    full = ExceptionDraft(
        EnforcementGround.UNPAID_RENT,
        no_address=True,
        no_agent=True,
        no_contact=True,
        words="Spurt Folkeregisteret og Nav",
    )
    found = desk.office.home_track.check_exception(desk.lease, full)
    assert [each.code for each in found] == ["exception_address_known"]
    bare = desk.office.home_track.check_exception(
        desk.lease, ExceptionDraft(EnforcementGround.UNPAID_RENT)
    )
    assert [each.code for each in bare].count("exception_needs_all") == 3


def test_what_is_claimed_is_what_is_owed(desk: HomeDesk) -> None:
    desk.claim(date(2026, 10, 1), Ore(150050))
    desk.office.home_letters.issue_notice(desk.lease, UNPAID)
    notice = desk.office.home_track.of(desk.lease).notice
    assert notice is not None
    assert notice.claimed == Ore(950050)


def test_nothing_is_left_of_the_track_when_the_address_is_forgotten(desk: HomeDesk) -> None:
    """ADR-05: the rows point at the lease, which tells where somebody lives."""
    desk.noticed(TODAY)
    people = frozenset({desk.person})
    assert {each.ref.kind for each in desk.office.home_track.holding(people)} == {"eviction_notice"}
    desk.office.people.shield(desk.person, "Folkeregisteret", "perm 4")
    assert desk.office.home_track.holding(people) == ()
