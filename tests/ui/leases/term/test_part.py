"""«Leietiden»: what happens if nobody acts, the letter at each step, and the way to the vedtak."""

from datetime import date, datetime, time, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.core.clock import FixedClock
from app.core.ids import LeaseId, Ref
from app.leases.expiry.model import Fate, Recommendation, ReviewKind, Term
from app.leases.expiry.rules import ladder
from app.leases.model import LeaseState
from app.letters.model import Channel, DocumentKind
from app.office import Office
from app.settings.rule_files import load_parameters
from tests.app.leases.desk import LeaseDesk
from tests.app.leases.expiry.test_service import decide
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.leases.lease import LeasePage
from ui.leases.parts import DESKS
from ui.leases.standing import Standing
from ui.leases.term.ladder import Ladder
from ui.leases.term.letters import ExpiryNoteDesk, MoveOutDesk
from ui.leases.term.part import EXPIRY_NOTE, MOVE_OUT, TermPart
from ui.leases.term.words import FATES
from ui.navigation import PageId, Place

TODAY = date(2026, 11, 23)
END, SAFE = date(2029, 11, 30), date(2030, 2, 28)
PARAMETERS = load_parameters()


def go_to(clock: FixedClock, day: date) -> None:
    clock.at = datetime.combine(day, time(10), clock.at.tzinfo)


@pytest.fixture
def running(desk: LeaseDesk, lease: LeaseId, page: LeasePage, clock: FixedClock) -> LeaseId:
    """The lease, signed, on a day in its last months."""
    desk.office.leases.issue(lease)
    desk.office.leases.signed(lease, TODAY)
    go_to(clock, date(2029, 9, 3))
    page.show_place(Place(PageId.LEASE, Ref("lease", lease), "term"))
    return lease


def part(page: LeasePage) -> TermPart:
    assert isinstance(page.view, Standing)
    assert isinstance(page.view.part, TermPart)
    return page.view.part


def words(page: LeasePage) -> list[str]:
    return [button.text() for button in part(page).buttons]


def test_it_says_what_happens_if_nobody_acts_with_the_days(
    page: LeasePage, running: LeaseId
) -> None:
    said = spoken_tree(part(page))
    assert "Leietiden går ut 30.11.2029, uten at noen sier opp." in said
    assert "senest 28.02.2030, blir leieforholdet tidsubestemt av seg selv 01.03.2030." in said
    assert "Siste trygge dag 28.02.2030" in said
    assert unnamed_focusables(page) == []


def test_every_fate_has_its_words() -> None:
    assert set(FATES) == set(Fate)


def test_before_the_end_the_letter_is_ready_and_is_made(
    page: LeasePage, running: LeaseId, office: Office, told: list[str]
) -> None:
    assert words(page)[0] == "Skriv at leietiden går ut"
    part(page).go(EXPIRY_NOTE)
    desk = page.view
    assert isinstance(desk, ExpiryNoteDesk)
    assert desk.issue_button.isEnabled()
    desk.issue()
    kinds = [row.kind for row in office.letters.of(Ref("lease", running))]
    assert DocumentKind.EXPIRY_NOTE in kinds
    assert told[-1].startswith("Brev om at leietiden går ut")
    assert isinstance(page.view, Standing)


def test_doc_16_the_request_is_refused_before_the_last_day_and_says_why(
    page: LeasePage, running: LeaseId
) -> None:
    part(page).go(MOVE_OUT)
    desk = page.view
    assert isinstance(desk, MoveOutDesk)
    assert not desk.issue_button.isEnabled()
    assert desk.warning.what.text() == "Det er for tidlig å be om flytting."


def test_doc_16_after_the_last_day_it_is_made_and_waits_to_be_sent(
    page: LeasePage, running: LeaseId, office: Office, clock: FixedClock
) -> None:
    go_to(clock, END + timedelta(days=1))
    page.reload()
    assert words(page)[0] == "Skriv flytteoppfordring"
    part(page).go(MOVE_OUT)
    desk = page.view
    assert isinstance(desk, MoveOutDesk)
    assert desk.warning.what.text() == "Send brevet senest 28.02.2030."
    desk.issue()
    assert "Flytteoppfordringen er laget, men ikke sendt." in spoken_tree(part(page))
    made = next(
        row
        for row in office.letters.of(Ref("lease", running))
        if row.kind is DocumentKind.MOVE_OUT_REQUEST
    )
    office.letters.sent(made.id, clock.today(), Channel.REGISTERED_LETTER, "RR1")
    page.reload()
    assert part(page).ladder.fate is Fate.ASKED
    assert "Leietakeren ble bedt om å flytte 01.12.2029." in spoken_tree(page)


def test_doc_16_after_the_last_safe_day_there_is_a_strong_warning_and_then_no_letter(
    page: LeasePage, running: LeaseId, clock: FixedClock
) -> None:
    go_to(clock, SAFE + timedelta(days=1))
    page.show_place(Place(PageId.LEASE, Ref("lease", running), MOVE_OUT))
    desk = page.view
    assert isinstance(desk, MoveOutDesk)
    assert not desk.issue_button.isEnabled()
    assert desk.warning.what.text() == "Det er for sent å be om flytting."
    assert "Si det opp, eller lag en ny avtale." in desk.warning.then.text()


def test_hl_42_one_that_turned_says_the_day_and_what_to_do(
    page: LeasePage, running: LeaseId, office: Office, clock: FixedClock
) -> None:
    go_to(clock, date(2030, 3, 1))
    page.reload()
    assert office.leases.get(running).state is LeaseState.TURNED_OPEN_ENDED
    said = spoken_tree(page)
    assert "Leieforholdet ble tidsubestemt av seg selv 01.03.2030" in said
    assert "Skriv flytteoppfordring" not in words(page)


def test_fv_25_the_vedtak_is_begun_with_one_verb(
    page: LeasePage, running: LeaseId, office: Office
) -> None:
    went: list[Place] = []
    page.navigator.wanted.connect(went.append)
    dialog = part(page).dialogs.renewal()
    assert dialog.attempt()
    renewal = office.renewals.of(running)
    assert renewal is not None
    assert went[-1] == Place(PageId.VEDTAK, Ref("application", renewal.application))
    page.reload()
    assert "Skriv vedtaket" in words(page)


def test_fv_25_a_grant_leads_to_the_next_lease_from_the_day_after(
    page: LeasePage, running: LeaseId, office: Office, desk: LeaseDesk
) -> None:
    vedtak = decide(desk, running, granted=True)
    page.reload()
    assert office.decisions.get(vedtak).number in spoken_tree(part(page))
    assert "Lag ny avtale" in words(page)
    part(page).follow()
    (draft,) = [row for row in office.leases.rows() if row.state is LeaseState.DRAFT]
    assert draft.start == END + timedelta(days=1)
    assert office.leases.get(draft.id).draft.vedtak == vedtak


def test_a_talk_is_kept_and_shown_where_it_is_decided(
    page: LeasePage, running: LeaseId, office: Office
) -> None:
    dialog = part(page).dialogs.review(ReviewKind.HALF_WAY)
    assert not dialog.attempt()
    dialog.form.set_values(
        {"findings": "Trives, betaler i tide.", "recommendation": Recommendation.RENEW}
    )
    assert dialog.attempt()
    page.reload()
    said = spoken_tree(part(page))
    assert "Trives, betaler i tide. Ny leietid" in said
    assert "Siste samtale peker mot" in said
    sheet = part(page).dialogs.sheet(ReviewKind.HALF_WAY)
    assert sheet.views
    sheet.reject()


def test_the_ladder_is_told_in_order_with_what_was_not_done(qtbot: QtBot) -> None:
    """The end of November: the counted day is a Sunday, the last safe one the Friday before."""
    steps = ladder(Term(date(2023, 12, 1), date(2026, 11, 30)), PARAMETERS, date(2026, 12, 5))
    widget = Ladder(steps, date(2026, 12, 5))
    qtbot.addWidget(widget)
    told = [widget.words(step).replace("\u00a0", " ") for step in steps.steps]
    assert "Siste trygge dag 26.02.2027, om 3 måneder, be skriftlig om flytting senest da" in told
    assert told[-1].startswith("Blir tidsubestemt av seg selv 02.03.2027")
    assert told[-1].endswith("regnes fra 28.02.2027")
    assert any("ikke gjort" in each for each in told)


def test_the_desks_are_found_by_their_task() -> None:
    assert DESKS[MOVE_OUT] is MoveOutDesk
    assert DESKS[EXPIRY_NOTE] is ExpiryNoteDesk
