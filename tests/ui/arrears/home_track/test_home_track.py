"""The card of the home track, its desks and its dialogs, as an officer meets them."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from app.core.clock import FixedClock
from app.core.ids import Ref
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.evictions.notices.desk import HomeDesk
from tests.ui.walker import unnamed_focusables
from ui.arrears.home_track.card import HomeTrackCard
from ui.arrears.home_track.letters import (
    EVICTION_NOTICE,
    PETITION_SHEET,
    SOCIAL_NOTICE,
    EvictionNoticeDesk,
    PetitionDesk,
    SocialNoticeDesk,
)
from ui.arrears.home_track.letters import (
    HomeDesk as LetterOfHome,
)
from ui.arrears.tenancy import TenancyArrearsPage
from ui.arrears.tracks.part import TRACKS
from ui.kit.cards import Callout
from ui.kit.rail import Rail, StopState
from ui.navigation import PageId, Place
from ui.parted_page import PartedView

TODAY = date(2026, 11, 23)
EARLIEST = date(2026, 12, 8)


@pytest.fixture
def desk(office: Office) -> HomeDesk:
    return HomeDesk(office)


def card(page: TenancyArrearsPage, desk: HomeDesk) -> HomeTrackCard:
    page.show_place(Place(PageId.TENANCY_ARREARS, Ref("lease", desk.lease), TRACKS))
    assert isinstance(page.view, PartedView)
    found = page.view.part.findChild(HomeTrackCard)
    assert found is not None
    return found


def letter(page: TenancyArrearsPage, desk: HomeDesk, task: str) -> LetterOfHome:
    page.show_place(Place(PageId.TENANCY_ARREARS, Ref("lease", desk.lease), task))
    assert isinstance(page.view, LetterOfHome)
    return page.view


def verbs(found: HomeTrackCard) -> list[str]:
    return [each.text() for each in found.verbs]


def callouts(found: QWidget) -> list[str]:
    return [f"{each.what.text()} {each.then.text()}" for each in found.findChildren(Callout)]


def later(clock: FixedClock, day: date) -> None:
    clock.at += day - clock.today()


def test_before_a_notice_it_says_to_call_first(page: TenancyArrearsPage, desk: HomeDesk) -> None:
    found = card(page, desk)
    assert verbs(found)[0] == "Skriv varsel § 4-18"
    assert "Snakk med leietakeren først" in callouts(found)[0]
    assert not unnamed_focusables(found)
    rail = found.findChild(Rail)
    assert rail is not None
    assert [each.state for each in rail.stops][:2] == [StopState.DONE, StopState.NEXT]


def test_the_lock_is_told_in_words(page: TenancyArrearsPage, desk: HomeDesk) -> None:
    """TV-02, AL-10: the day, that the notice holds, and to meet first."""
    desk.noticed(TODAY)
    found = card(page, desk)
    (told,) = callouts(found)
    assert "Begjæringen kan tidligst sendes 08.12.2026" in told
    assert "Avtal et møte med leietakeren først" in told
    assert "Hvorfor ikke møte …" in verbs(found)


def test_ground_a_without_the_clause_goes_by_the_court(
    page: TenancyArrearsPage, desk: HomeDesk
) -> None:
    """TV-01: «veien går om retten», in the card and on the desk."""
    with desk.office.unit("sheet.imported") as unit:
        unit.update("lease", desk.lease, eviction_for_rent=False)
    assert "Da går veien om retten" in " ".join(callouts(card(page, desk)))
    shown = letter(page, desk, EVICTION_NOTICE)
    assert not shown.show_letter()
    assert "Da går veien om retten" in shown.form.field("ground").verdict_words


def test_the_notice_is_made_from_its_desk(page: TenancyArrearsPage, desk: HomeDesk) -> None:
    """DOC-14."""
    shown = letter(page, desk, EVICTION_NOTICE)
    assert isinstance(shown, EvictionNoticeDesk)
    assert "Se i papiret" in shown.told.text()
    shown.issue()
    assert len(desk.letters(DocumentKind.EVICTION_NOTICE)) == 1
    assert "Se brevene" in verbs(card(page, desk))


def test_the_notice_to_the_social_service_goes_with_its_copy(
    page: TenancyArrearsPage, desk: HomeDesk
) -> None:
    """DOC-15, HL-71: both at once, and none when the tenant has said no."""
    shown = letter(page, desk, SOCIAL_NOTICE)
    assert isinstance(shown, SocialNoticeDesk)
    assert shown.form.values()["receiver"] == "Nav"
    shown.issue()
    assert len(desk.letters(DocumentKind.SOCIAL_SERVICE_NOTICE_COPY)) == 1


def test_a_written_no_stops_the_desk(page: TenancyArrearsPage, desk: HomeDesk) -> None:
    """HL-71."""
    found = card(page, desk)
    dialog = found.dialogs.opt_out(desk.office.arrears.tenancy(desk.lease))
    dialog.verb_button.click()
    assert desk.office.home_track.opt_out(desk.person) is not None
    shown = letter(page, desk, SOCIAL_NOTICE)
    assert not shown.show_letter()
    assert shown.form.problem_count == 1
    found = card(page, desk)
    assert "Reservasjonen er trukket …" in verbs(found)
    dialog = found.dialogs.take_back_opt_out(desk.office.arrears.tenancy(desk.lease))
    dialog.verb_button.click()
    assert desk.office.home_track.opt_out(desk.person) is None


def test_the_sheet_waits_with_the_petition_and_then_for_its_enclosures(
    page: TenancyArrearsPage, desk: HomeDesk, clock: FixedClock
) -> None:
    """TV-08."""
    desk.noticed(TODAY)
    shown = letter(page, desk, PETITION_SHEET)
    assert isinstance(shown, PetitionDesk)
    shown.form.set_values({"enclosed": True})
    assert not shown.show_letter()
    later(clock, EARLIEST)
    desk.met(EARLIEST)
    shown = letter(page, desk, PETITION_SHEET)
    assert not shown.show_letter()
    shown.form.set_values({"enclosed": True})
    assert shown.show_letter()
    shown.issue()
    assert len(desk.letters(DocumentKind.PETITION_SHEET)) == 1


def test_the_petition_is_noted_with_its_day(
    page: TenancyArrearsPage, desk: HomeDesk, clock: FixedClock
) -> None:
    desk.noticed(TODAY)
    later(clock, EARLIEST)
    tenancy = desk.office.arrears.tenancy(desk.lease)
    dialog = card(page, desk).dialogs.no_meeting(tenancy)
    dialog.form.set_values({"words": "Leietakeren er på sykehus"})
    dialog.verb_button.click()
    found = card(page, desk)
    dialog = found.dialogs.file_petition(tenancy, found.track)
    dialog.verb_button.click()
    found = card(page, desk)
    assert found.track.petition is not None
    assert verbs(found)[0] == "Trekk begjæringen …"
    dialog = found.dialogs.withdraw_petition(tenancy)
    dialog.form.set_values({"reason": "Alt er betalt"})
    dialog.verb_button.click()
    assert desk.office.home_track.of(desk.lease).petition is None


def test_tv09_the_petition_is_corrected_by_the_day_of_the_letter(
    page: TenancyArrearsPage, desk: HomeDesk, clock: FixedClock
) -> None:
    desk.noticed(TODAY)
    desk.met(TODAY)
    later(clock, EARLIEST)
    desk.office.home_track.file_petition(desk.lease, EARLIEST, "")
    tenancy = desk.office.arrears.tenancy(desk.lease)
    dialog = card(page, desk).corrections.ask_for(tenancy)
    dialog.verb_button.click()
    assert dialog.form.problem_count == 2
    said = {"until": date(2026, 12, 20), "lacking": "Leieavtalen mangler side to."}
    dialog.form.set_values({**dialog.form.values(), **said})
    dialog.verb_button.click()
    found = card(page, desk)
    assert "må rettes senest 20.12.2026 Dette mangler: Leieavtalen" in callouts(found)[0]
    assert verbs(found)[0] == "Rettet og sendt …"
    assert not unnamed_focusables(found)
    later(clock, date(2026, 12, 21))
    assert "skulle vært rettet 20.12.2026" in callouts(card(page, desk))[0]
    dialog = card(page, desk).corrections.corrected(tenancy)
    dialog.verb_button.click()
    found = card(page, desk)
    assert verbs(found)[0] == "Trekk begjæringen …"
    assert "må rettes" not in " ".join(callouts(found))


def test_a_notice_sent_before_is_noted_and_one_dated_before_its_debt_is_not(
    page: TenancyArrearsPage, desk: HomeDesk
) -> None:
    """TV-02."""
    tenancy = desk.office.arrears.tenancy(desk.lease)
    dialog = card(page, desk).dialogs.sent_before(tenancy)
    dialog.form.set_values({**dialog.form.values(), "sent_on": date(2026, 11, 1)})
    dialog.verb_button.click()
    assert dialog.form.problem_count == 1
    dialog.form.set_values({**dialog.form.values(), "sent_on": date(2026, 11, 9)})
    dialog.verb_button.click()
    assert desk.office.home_track.of(desk.lease).earliest_petition == date(2026, 11, 24)
    dialog = card(page, desk).dialogs.withdraw_notice(tenancy)
    dialog.form.set_values({"reason": "Eieren trakk det"})
    dialog.verb_button.click()
    assert desk.office.home_track.of(desk.lease).notice is None


def test_the_exception_asks_for_all_three(page: TenancyArrearsPage, desk: HomeDesk) -> None:
    """TV-04."""
    dialog = card(page, desk).dialogs.exception(desk.office.arrears.tenancy(desk.lease))
    dialog.verb_button.click()
    assert dialog.form.problem_count == 4
    assert desk.office.home_track.of(desk.lease).notice is None
