"""«Begge spor»: the next step with its reason and button, the letters, and contact logged once."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.arrears.disputes.model import DisputeDraft
from app.arrears.pauses.model import PauseDraft, PauseReason
from app.arrears.rounds.model import Decided, MeetingDraft
from app.arrears.steps.claims.model import ClaimDraft
from app.arrears.steps.model import ArrearsStepKind, ProposedKind
from app.core.clock import FixedClock
from app.core.ids import Ref
from app.core.money import kroner
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.arrears.steps.desk import TODAY, RentDesk
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.arrears.tenancy import TenancyArrearsPage
from ui.arrears.tracks.letters import DemandDesk, FriendlyDesk, ReminderDesk
from ui.arrears.tracks.part import TRACKS, TracksPart
from ui.kit.jobs import Jobs
from ui.kit.rail import Rail, StopState
from ui.kit.words import Label
from ui.navigation import Navigator, PageId, Place
from ui.parted_page import PartedView


@pytest.fixture
def desk(office: Office) -> RentDesk:
    """A tenancy whose rent of October is not paid."""
    made = RentDesk(office)
    made.claim(date(2026, 10, 1))
    return made


@pytest.fixture
def page(qtbot: QtBot, desk: RentDesk) -> Iterator[TenancyArrearsPage]:
    """The page of the tenancy; wishes to go to it are followed."""
    navigator = Navigator(Jobs())
    made = TenancyArrearsPage(desk.office, navigator)
    navigator.setParent(made)

    def follow(place: Place) -> None:
        if place.page is PageId.TENANCY_ARREARS:
            made.refresh()
            made.show_place(place)

    navigator.wanted.connect(follow)
    qtbot.addWidget(made)
    desk.office.listen(made.learn)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    yield made
    made.about_to_leave()


def opened(page: TenancyArrearsPage, desk: RentDesk, task: str = TRACKS) -> None:
    page.show_place(Place(PageId.TENANCY_ARREARS, Ref("lease", desk.lease), task))


def part(page: TenancyArrearsPage, desk: RentDesk) -> TracksPart:
    opened(page, desk)
    assert isinstance(page.view, PartedView)
    assert isinstance(page.view.part, TracksPart)
    return page.view.part


def test_the_next_step_stands_on_top_with_its_reason_and_its_verb(
    page: TenancyArrearsPage, desk: RentDesk
) -> None:
    shown = part(page, desk)
    spoken = spoken_tree(shown)
    assert "Snakk med leietakeren" in spoken
    assert "Husleien er ikke betalt siden 02.10.2026" in spoken
    assert shown.verbs[0].text() == "Logg samtale …"
    assert unnamed_focusables(shown) == []


def test_a_call_is_logged_from_the_page_and_the_next_step_changes(
    page: TenancyArrearsPage, desk: RentDesk
) -> None:
    dialog = part(page, desk).dialogs.contact()
    values = {"kind": ArrearsStepKind.CALL, "day": TODAY, "spoke": True, "words": "Nav betaler."}
    dialog.form.set_values(values)
    assert dialog.attempt()
    assert desk.office.arrears_steps.next(desk.lease).kind is ProposedKind.REMINDER
    shown = part(page, desk)
    rail = shown.findChild(Rail)
    assert rail is not None
    assert [stop.what for stop in rail.stops][:2] == ["Husleien forfalt", "Samtale på telefon"]
    assert rail.stops[1].fact == "snakket sammen"


def test_the_rail_tells_what_is_done_what_is_next_and_what_may_come(
    page: TenancyArrearsPage, desk: RentDesk, clock: FixedClock
) -> None:
    desk.office.arrears_letters.issue(desk.lease, ArrearsStepKind.REMINDER, ClaimDraft(TODAY))
    desk.send(DocumentKind.RENT_REMINDER)
    clock.at += timedelta(days=15)
    rail = part(page, desk).findChild(Rail)
    assert rail is not None
    states = [(stop.what, stop.state) for stop in rail.stops]
    assert states == [
        ("Husleien forfalt", StopState.DONE),
        ("Purring", StopState.DONE),
        ("Inkassovarsel", StopState.NEXT),
        ("Samtale", StopState.COMING),
        ("Betalingsoppfordring", StopState.COMING),
        ("Inkasso", StopState.COMING),
    ]
    assert rail.stops[1].fact == "38\xa0kr"
    assert "Purring" in rail.accessibleDescription()


def test_a_reminder_shows_fee_interest_and_deadline_before_it_is_made(
    page: TenancyArrearsPage, desk: RentDesk
) -> None:
    opened(page, desk, ArrearsStepKind.REMINDER.value)
    made = page.view
    assert isinstance(made, ReminderDesk)
    lines = made.sums.text().splitlines()
    assert lines[:2] == ["Husleie: 8\xa0450\xa0kr", "Gebyr: 38\xa0kr"]
    assert lines[3] == "Frist: 07.12.2026"
    assert "12,25" in made.sums.text()
    assert made.issue_button.isEnabled()
    made.issue()
    assert desk.office.arrears_steps.next(desk.lease).kind is ProposedKind.SEND_LETTER
    assert part(page, desk).verbs[0].text() == "Se brevet"


def test_a_demand_that_may_not_be_sent_says_why(page: TenancyArrearsPage, desk: RentDesk) -> None:
    opened(page, desk, ArrearsStepKind.PAYMENT_DEMAND.value)
    made = page.view
    assert isinstance(made, DemandDesk)
    assert not made.issue_button.isEnabled()
    assert "inkassovarsel" in made.desk.lacking.lower()


def test_a_friendly_reminder_asks_for_no_money_on_top(
    page: TenancyArrearsPage, desk: RentDesk
) -> None:
    opened(page, desk, ArrearsStepKind.FRIENDLY_REMINDER.value)
    made = page.view
    assert isinstance(made, FriendlyDesk)
    assert made.sums.text() == "Husleie: 8\xa0450\xa0kr"
    assert "claim_interest" not in made.form.names


def test_a_tenancy_that_owes_nothing_says_so(page: TenancyArrearsPage, desk: RentDesk) -> None:
    desk.pay(TODAY, 8450)
    shown = part(page, desk)
    assert "Ingenting er forfalt og ubetalt." in spoken_tree(shown)
    assert [button.text() for button in shown.verbs] == ["Logg samtale …"]


def test_what_a_meeting_decided_is_the_next_step_until_it_is_done(
    page: TenancyArrearsPage, desk: RentDesk
) -> None:
    meetings, day = desk.office.arrears_meetings, TODAY + timedelta(days=3)
    meeting = meetings.call(MeetingDraft(TODAY, "Rådhuset", "Siri"), (desk.lease,))
    meetings.decide(meeting, desk.lease, Decided("Ring Nav om trekk.", "Siri Testmo", day))
    shown = part(page, desk)
    told = [label.text() for label in shown.findChildren(Label)]
    assert any(text.startswith("Gjør som avtalt i møtet fra") for text in told)
    assert any(text.startswith("Ring Nav om trekk. Avtalt i møtet") for text in told)
    shown.verbs[0].click()
    assert desk.office.arrears_rounds.agreed(desk.lease) is None
    assert desk.office.arrears_steps.next(desk.lease).kind is not ProposedKind.AS_DECIDED


def test_ink_05_a_claim_the_tenant_does_not_agree_in_is_told_before_the_next_step(
    page: TenancyArrearsPage, desk: RentDesk
) -> None:
    assert "uenig i" not in spoken_tree(part(page, desk))
    desk.office.rent_disputes.dispute(
        desk.lease, DisputeDraft(TODAY, "Ovnen virker ikke", kroner(1000))
    )
    assert "Leietakeren er uenig i 1\u00a0000\u00a0kr." in spoken_tree(part(page, desk))


def test_a_pause_stands_on_the_money_track_with_its_end(
    page: TenancyArrearsPage, desk: RentDesk
) -> None:
    until = TODAY + timedelta(days=4)
    desk.office.pauses.begin(desk.lease, PauseDraft(PauseReason.ILL, until=until))
    rail = part(page, desk).findChildren(Rail)[0]
    stop = rail.stops[-1]
    assert (stop.what, stop.fact, stop.state) == ("Pause", "til 27.11.", StopState.NEXT)
