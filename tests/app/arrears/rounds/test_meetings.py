"""The meeting about unpaid rent: called, decided, closed with minutes (peers idea 7)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.alerts.model import AlertId
from app.arrears.accounts.model import PaymentDraft
from app.arrears.model import Tenancy
from app.arrears.rounds.model import ArrearsMeetingId, Decided, MeetingDraft
from app.arrears.steps.model import ProposedKind
from app.core.clock import FixedClock
from app.core.errors import Conflict, Invalid, NotFound
from app.core.ids import Ref
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.arrears.signals.tenants import housed, owes

TODAY = date(2026, 11, 23)
MEETING = MeetingDraft(TODAY, "Rådhuset", "Siri Testmo og Nav", next_on=date(2026, 12, 15))
RING = Decided("Ring arbeidsgiver om trekk i lønn", "Siri Testmo", date(2026, 12, 1))


@pytest.fixture
def home(office: Office) -> Tenancy:
    """Somebody who owes the rent of November."""
    found = housed(office)
    owes(office, found.lease, date(2026, 11, 2))
    return found


@pytest.fixture
def meeting(office: Office, home: Tenancy) -> ArrearsMeetingId:
    """A meeting today about that."""
    return office.arrears_meetings.call(MEETING)


def test_it_is_called_with_those_that_stand_first(
    office: Office, home: Tenancy, meeting: ArrearsMeetingId
) -> None:
    known = office.arrears_meetings.get(meeting)
    assert [each.lease for each in known.cases] == [home.lease]
    assert known.cases[0].row is not None
    assert (known.draft, known.undecided) == (MEETING, 1)
    opened = office.arrears_meetings.open()
    assert opened is not None
    assert opened.id == meeting
    with pytest.raises(Conflict):
        office.arrears_meetings.call(MEETING)


def test_what_is_decided_is_the_next_step_of_the_tenancy(
    office: Office, home: Tenancy, meeting: ArrearsMeetingId, clock: FixedClock
) -> None:
    assert office.arrears_rounds.agreed(home.lease) is None
    office.arrears_meetings.decide(meeting, home.lease, RING)
    agreed = office.arrears_rounds.agreed(home.lease)
    assert agreed is not None
    assert (agreed.decided, agreed.held_on) == (RING, TODAY)
    assert office.arrears_rounds.due() == ()
    assert office.arrears_rounds.due(date(2026, 12, 1)) == (agreed,)
    office.arrears_meetings.done(home.lease)
    assert office.arrears_rounds.agreed(home.lease) is None
    with pytest.raises(NotFound):
        office.arrears_meetings.done(home.lease)
    office.history.undo()
    assert office.arrears_rounds.agreed(home.lease) == agreed


def test_the_next_step_and_i_dag_tell_it_until_it_is_done(
    office: Office, home: Tenancy, meeting: ArrearsMeetingId, clock: FixedClock
) -> None:
    office.arrears_meetings.decide(meeting, home.lease, RING)
    found = office.arrears_steps.next(home.lease)
    assert (found.kind, found.from_day) == (ProposedKind.AS_DECIDED, RING.due_on)
    assert [row.next.kind for row in office.arrears_steps.proposals()] == [found.kind]
    assert AlertId.MEETING_STEP not in {each.id for each in office.alerts.today()}

    clock.at += timedelta(days=8)
    (alert,) = [each for each in office.alerts.today() if each.id is AlertId.MEETING_STEP]
    assert (alert.due, alert.case) == (RING.due_on, Ref("lease", home.lease))
    assert AlertId.RENT_UNPAID not in {each.id for each in office.alerts.today()}

    office.arrears_meetings.done(home.lease)
    ids = {each.id for each in office.alerts.today()}
    assert AlertId.MEETING_STEP not in ids
    assert AlertId.RENT_UNPAID in ids
    assert office.arrears_steps.next(home.lease).kind is not ProposedKind.AS_DECIDED


def test_i_dag_is_silent_when_nothing_is_owed_any_more(
    office: Office, home: Tenancy, meeting: ArrearsMeetingId, clock: FixedClock
) -> None:
    office.arrears_meetings.decide(meeting, home.lease, RING)
    clock.at += timedelta(days=8)
    owed = office.arrears.owed(home.lease).total
    office.arrears.add_payment(home.lease, PaymentDraft(clock.today(), owed))
    assert AlertId.MEETING_STEP not in {each.id for each in office.alerts.today()}


@pytest.mark.parametrize(
    ("decided", "code"),
    [
        (replace(RING, decision=" "), "decision_missing"),
        (replace(RING, due_on=None), "decision_day_missing"),
        (replace(RING, due_on=TODAY - timedelta(days=1)), "due_before_meeting"),
    ],
)
def test_what_who_and_when_are_asked_for(
    office: Office, home: Tenancy, meeting: ArrearsMeetingId, decided: Decided, code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        office.arrears_meetings.decide(meeting, home.lease, decided)
    assert code in [each.code for each in refused.value.problems]


def test_one_is_added_and_taken_off(
    office: Office, home: Tenancy, meeting: ArrearsMeetingId
) -> None:
    other = housed(office, given_name="Berit", national_id="")
    office.arrears_meetings.add(meeting, other.lease)
    known = office.arrears_meetings.get(meeting)
    assert [each.lease for each in known.cases] == [home.lease, other.lease]
    with pytest.raises(Conflict):
        office.arrears_meetings.add(meeting, other.lease)
    office.arrears_meetings.remove(meeting, home.lease)
    with pytest.raises(NotFound):
        office.arrears_meetings.remove(meeting, home.lease)
    assert [each.place for each in office.arrears_meetings.get(meeting).cases] == [1]


def test_it_is_put_right_or_called_off(office: Office, meeting: ArrearsMeetingId) -> None:
    office.arrears_meetings.correct(meeting, MEETING)
    later = replace(MEETING, held_on=TODAY + timedelta(days=1), present="")
    office.arrears_meetings.correct(meeting, later)
    assert office.arrears_meetings.get(meeting).draft == later
    office.arrears_meetings.call_off(meeting)
    assert office.arrears_meetings.rows() == ()
    with pytest.raises(NotFound):
        office.arrears_meetings.get(meeting)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"held_on": None}, "day_missing"),
        ({"held_on": TODAY + timedelta(days=400)}, "meeting_too_far"),
        ({"next_on": TODAY}, "next_meeting_before"),
    ],
)
def test_days_that_cannot_be_are_refused(
    office: Office, changes: dict[str, date | None], code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        office.arrears_meetings.call(replace(MEETING, **changes))  # type: ignore[arg-type]  # days
    assert code in [each.code for each in refused.value.problems]


def test_it_is_closed_with_minutes_that_hold_no_address(
    office: Office, home: Tenancy, meeting: ArrearsMeetingId
) -> None:
    office.arrears_meetings.decide(meeting, home.lease, RING)
    minutes = office.arrears_meetings.close(meeting)
    issued = office.letters.get(minutes)
    assert issued.kind is DocumentKind.ARREARS_MEETING_MINUTES
    assert office.arrears_meetings.open() is None
    assert home.address not in str(office.arrears_meetings.minutes(meeting).blocks)
    with pytest.raises(Conflict):
        office.arrears_meetings.decide(meeting, home.lease, RING)


def test_nothing_is_closed_before_it_is_held_or_without_who_was_there(
    office: Office, meeting: ArrearsMeetingId
) -> None:
    ahead = MeetingDraft(TODAY + timedelta(days=1))
    office.arrears_meetings.correct(meeting, ahead)
    with pytest.raises(Invalid) as refused:
        office.arrears_meetings.close(meeting)
    codes = {each.code for each in refused.value.problems}
    assert {"meeting_not_held", "present_missing"} <= codes


def test_the_next_sheet_tells_what_was_agreed_last(
    office: Office, home: Tenancy, meeting: ArrearsMeetingId
) -> None:
    office.arrears_meetings.decide(meeting, home.lease, RING)
    office.arrears_meetings.close(meeting)
    later = office.arrears_meetings.call(MeetingDraft(date(2026, 12, 15)))
    (case,) = office.arrears_meetings.get(later).cases
    assert case.agreed is not None
    assert case.agreed.decided == RING


def test_adr_05_decisions_go_with_the_lease(
    office: Office, home: Tenancy, meeting: ArrearsMeetingId
) -> None:
    office.arrears_meetings.decide(meeting, home.lease, RING)
    office.people.shield(home.tenant, "Politiet", "Perm 1")
    assert office.arrears_meetings.get(meeting).cases == ()
