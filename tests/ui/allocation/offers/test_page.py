"""«Tilbud»: the letter beside its form, and every answer from the list."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.allocation.offers.model import DeclineReason, OfferState, ReservationDraft
from app.applications.model import ApplicationState
from app.core.clock import FixedClock
from app.core.errors import OfficeError
from app.core.ids import ApplicationId, DwellingId, Ref
from app.office import Office
from app.settings.saved_lists.model import Chosen
from tests.app.allocation.offers.conftest import Wait, wait
from tests.factories import registered_dwelling
from tests.ui import walker
from tests.ui.applications.desk import Heard, seen
from ui.allocation.offers.columns import state_chip
from ui.allocation.offers.letter_view import read_time
from ui.allocation.offers.page import OffersPage
from ui.kit.ask import AskDialog
from ui.navigation import SHOW_ALL, Navigator, PageId, Place

TODAY = date(2026, 11, 23)
__all__ = ["wait"]


@pytest.fixture
def application(wait: Wait) -> ApplicationId:
    """One who waits."""
    return wait()


@pytest.fixture
def dwelling(office: Office) -> DwellingId:
    """One that is free."""
    return registered_dwelling(office)


@pytest.fixture
def page(
    office: Office,
    navigator: Navigator,
    heard: Heard,
    application: ApplicationId,
    dwelling: DwellingId,
    qtbot: QtBot,
) -> OffersPage:
    """The page, seen."""
    made = OffersPage(office, navigator)
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1240, 760)
    made.show()
    made.refresh()
    return made


def offered(office: Office, application: ApplicationId, dwelling: DwellingId) -> int:
    """One open offer."""
    return office.offers.make(office.offers.drafted(application, dwelling))


def test_without_offers_the_page_says_the_next_step(page: OffersPage) -> None:
    assert "Ingen tilbud ennå" in seen(page)
    assert walker.unnamed_focusables(page) == []
    assert walker.roleless_focusables(page) == []
    assert walker.rich_labels(page) == []


def test_an_offer_is_written_with_its_letter_beside(
    page: OffersPage, office: Office, application: ApplicationId, dwelling: DwellingId
) -> None:
    page.show_place(Place(PageId.OFFERS, Ref("dwelling", dwelling), f"offer {application}"))
    letter = page.letter
    assert letter.desk.lacking == ""
    letter.form.set_values({"viewing_on": date(2026, 11, 26)})
    assert not letter.show_letter()
    assert "klokkeslettet" in letter.desk.lacking
    letter.form.set_values({"viewing_time": read_time("14.30")})
    assert letter.show_letter()
    assert walker.unnamed_focusables(page) == []
    letter.issue()
    (row,) = office.offers.rows()
    assert row.offer.viewing_at is not None
    assert (row.offer.viewing_at.hour, row.offer.viewing_at.minute) == (14, 30)
    assert page.list.isVisible()


def test_an_answer_day_that_has_been_is_told_beside_its_field(
    page: OffersPage, application: ApplicationId, dwelling: DwellingId
) -> None:
    page.show_place(Place(PageId.OFFERS, Ref("dwelling", dwelling), f"offer {application}"))
    page.letter.form.set_values({"answer_by": TODAY})
    assert page.letter.ask() is None
    assert page.letter.form.problem_count == 1


@pytest.mark.parametrize("typed", ["14", "14.30", "14:30", "kl. 14.30", "1430", "930"])
def test_a_time_is_read_as_it_is_written(typed: str) -> None:
    assert read_time(typed).hour in {9, 14}


@pytest.mark.parametrize("typed", ["", "25", "14.61", "halv to"])
def test_what_is_no_time_is_told(typed: str) -> None:
    with pytest.raises(OfficeError):
        read_time(typed)


def answer(dialog: AskDialog, **values: object) -> bool:
    """Fill the dialog and press its verb."""
    dialog.form.set_values(values)
    return dialog.attempt()


def test_yes_allocates_and_is_told_with_undo(
    page: OffersPage,
    office: Office,
    heard: Heard,
    application: ApplicationId,
    dwelling: DwellingId,
) -> None:
    offer = offered(office, application, dwelling)
    page.refresh()
    page.show_place(Place(PageId.OFFERS, Ref("offer", offer)))
    here = page.list.table.current
    assert here is not None
    assert answer(page.list.answers.accepted(here.row))
    assert office.allocation.allocation_of(dwelling) is not None
    assert heard.undoable == [True]


def test_no_asks_why_and_whether_it_is_valid_and_then_offers_the_effect(
    page: OffersPage, office: Office, application: ApplicationId, dwelling: DwellingId
) -> None:
    offer = offered(office, application, dwelling)
    page.refresh()
    (row,) = office.offers.rows()
    dialog = page.list.answers.declined(row)
    assert not answer(dialog)
    assert dialog.form.problem_count == 2
    assert answer(dialog, reason=DeclineReason.TOO_LARGE, valid=False)
    page.list.select(offer)
    assert page.list.effect_button.isVisible()
    assert "falle bort" in page.list.effect_button.text()
    (row,) = office.offers.rows()
    assert answer(page.list.answers.effect(row, office.offers.effect_due(offer)))
    assert office.applications.get(application).state is ApplicationState.LAPSED


def test_no_answer_can_be_recorded_only_after_the_day(
    page: OffersPage,
    office: Office,
    application: ApplicationId,
    dwelling: DwellingId,
    clock: FixedClock,
) -> None:
    offer = offered(office, application, dwelling)
    page.refresh()
    page.list.select(offer)
    assert not page.list.silent_button.isEnabled()
    clock.at = clock.at.replace(month=12, day=1)
    page.reload()
    assert page.list.silent_button.isEnabled()
    here = page.list.table.current
    assert here is not None
    assert state_chip(here).text == "Fristen er ute"
    (row,) = office.offers.rows()
    assert answer(page.list.answers.unanswered(row))
    assert office.offers.get(offer).state is OfferState.UNANSWERED


def test_a_dwelling_held_back_is_listed_and_let_go(
    page: OffersPage, office: Office, dwelling: DwellingId
) -> None:
    held = office.reservations.reserve(
        ReservationDraft(dwelling, TODAY, date(2026, 12, 1), "vurderes", held_for="bofellesskap")
    )
    page.refresh()
    assert page.list.held_card.isVisible()
    page.list.held.activated_key.emit(held)
    assert office.reservations.rows() == ()
    assert not page.list.held_card.isVisible()


def test_a_list_of_offers_is_kept_counted_and_exported(
    page: OffersPage,
    office: Office,
    application: ApplicationId,
    dwelling: DwellingId,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    offered(office, application, dwelling)
    waiting = office.saved_lists.save("offers", "Venter", Chosen({"Vis": "open"}))
    done = office.saved_lists.save("offers", "Ferdige", Chosen({"Vis": "closed"}))
    assert [(own.words, own.count) for own in page.sidebar_filters()] == [
        ("Venter", 1),
        ("Ferdige", 0),
    ]
    page.show_place(Place(PageId.OFFERS, Ref("dwelling", dwelling), f"offer {application}"))
    page.arrive(Place(PageId.OFFERS, task=f"own:{done}"))
    assert page.list.isVisible()
    assert page.sidebar_filter() == f"own:{done}"
    assert page.list.table.seen().texts == ()
    page.arrive(Place(PageId.OFFERS, task=f"own:{waiting}"))
    path = tmp_path / "tilbud.csv"
    monkeypatch.setattr("ui.navigation.ask_where", lambda *_: path)
    page.list.export_button.click()
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 2
    noted = office._db.select(lambda *row: row, "SELECT page, filters, row_count FROM list_export")
    assert noted == (("offers", "Vis Venter på svar", 1),)
    page.arrive(Place(PageId.OFFERS, task=SHOW_ALL))
    assert page.sidebar_filter() == ""
