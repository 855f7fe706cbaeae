"""«Venteliste»: why each has its place, moves with a reason, and who suits a dwelling."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from app.allocation.model import PlaceOn
from app.applications.model import ApplicationState, NeedCategory, TargetGroup
from app.core.clock import FixedClock
from app.core.ids import ApplicationId, Ref
from app.office import Office
from app.people.model import AddressProtection
from tests.app.applications.conftest import a_new_application
from tests.app.decisions.desk import a_grant
from tests.factories import a_number, a_person, registered_dwelling
from tests.ui import walker
from tests.ui.applications.desk import Heard, seen
from ui.allocation.dialogs import MoveDialog
from ui.allocation.page import WaitingListPage, waiting_count
from ui.kit import palette
from ui.kit.palette import Scheme
from ui.navigation import Navigator, PageId, Place

FAMILY = TargetGroup.FAMILY_WITH_CHILDREN
RUS = TargetGroup.SUBSTANCE_USE
WAITING = (
    ("Leyla", FAMILY, NeedCategory.EVICTION_OR_FORCED_SALE, 2, date(2026, 11, 2)),
    ("Maryam", FAMILY, NeedCategory.TOO_SMALL, 4, date(2026, 8, 28)),
    ("Ingunn", FAMILY, NeedCategory.TOO_SMALL, 2, date(2026, 10, 26)),
    ("Tor", RUS, NeedCategory.NO_ROOF_NEXT_NIGHT, 1, date(2026, 8, 3)),
)


@pytest.fixture
def ids(office: Office) -> dict[str, ApplicationId]:
    """Three families and one other, all granted elsewhere, by their first names."""
    found = {}
    for serial, (name, group, need, bedrooms, received) in enumerate(WAITING):
        person = a_person(
            given_name=name, family_name="Testdal", national_id=a_number(date(1980, 1, 2), serial)
        )
        found[name] = office.applications.register(
            a_new_application(
                applicant=person,
                group=group,
                needs=frozenset({need}),
                bedrooms=bedrooms,
                received_on=received,
                state=ApplicationState.GRANTED_WAITING,
            )
        )
    return found


@pytest.fixture
def page(
    office: Office,
    navigator: Navigator,
    heard: Heard,
    ids: dict[str, ApplicationId],
    qtbot: QtBot,
) -> WaitingListPage:
    """The page, seen."""
    return _shown(office, navigator, qtbot)


def _shown(office: Office, navigator: Navigator, qtbot: QtBot) -> WaitingListPage:
    made = WaitingListPage(office, navigator)
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1240, 760)
    made.show()
    made.activateWindow()
    made.refresh()
    return made


def _names(page: WaitingListPage) -> list[str]:
    return [row[1].partition(" ")[0] for row in page.table.seen().texts]


def test_places_follow_groups_then_need(page: WaitingListPage, office: Office) -> None:
    assert _names(page) == ["Leyla", "Maryam", "Ingunn", "Tor"]
    assert page.header.subtitle == "4 venter: barnefamilie 3 · rus 1"
    assert waiting_count(office) == 4


def test_the_panel_says_what_parts_a_place_from_the_one_above(
    page: WaitingListPage, ids: dict[str, ApplicationId]
) -> None:
    page.table.select(ids["Ingunn"])
    words = seen(page.panel)
    assert "Hvorfor plass 2?" in words
    assert "Deler plass 2 med 1\u00a0annen. Rekkefølgen mellom dem betyr ingenting" in words
    assert "er nummer 2 i vårt forslag" in words
    assert "(C3)" in words
    page.table.select(ids["Maryam"])
    assert "Behovet til den over er mer presserende" in seen(page.panel)


def test_alt_up_asks_for_a_reason_and_moves(
    page: WaitingListPage, heard: Heard, ids: dict[str, ApplicationId], office: Office
) -> None:
    page.table.select(ids["Ingunn"])
    page.table.view.setFocus()
    QTest.keyClick(page.table.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    dialog = page.findChildren(MoveDialog)[0]
    assert dialog.form.field("above").value() == ids["Maryam"]
    assert not dialog.attempt()
    assert dialog.form.field("reason").verdict_words.startswith("Skriv en kort grunn")
    dialog.form.set_values({"reason": "Barnet bytter skole i januar"})
    assert dialog.attempt()
    assert _names(page) == ["Leyla", "Ingunn", "Maryam", "Tor"]
    assert heard.told == ["Flyttet på ventelisten"]
    page.table.select(ids["Ingunn"])
    assert "Grunnen: Barnet bytter skole i januar." in seen(page.panel)
    office.history.undo()
    assert _names(page) == ["Leyla", "Maryam", "Ingunn", "Tor"]


def test_nobody_is_moved_out_of_the_group(
    page: WaitingListPage, ids: dict[str, ApplicationId]
) -> None:
    page.table.select(ids["Tor"])
    assert page.shift(-1) is None
    assert page.shift(1) is None
    page.table.select(ids["Leyla"])
    dialog = page.shift(1)
    assert dialog is not None
    assert dialog.form.field("above").value() == ids["Ingunn"]


def test_an_adopted_order_needs_its_source(page: WaitingListPage, heard: Heard) -> None:
    dialog = page.ask_order()
    dialog.part.list.select(RUS)
    while dialog.part.order.index(RUS) > 0:
        QTest.keyClick(dialog.part.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert not dialog.attempt()
    assert dialog.form.field("source").verdict_words.startswith("Skriv hvem som har vedtatt")
    dialog.form.set_values({"source": "kommunestyret, sak 41/26"})
    assert dialog.attempt()
    assert _names(page)[0] == "Tor"
    assert heard.told == ["Rekkefølge på gruppene fastsatt"]
    assert "kommunestyret, sak 41/26" in seen(page)


def test_a_dwelling_says_who_fits_and_why_not(
    page: WaitingListPage, office: Office, heard: Heard, ids: dict[str, ApplicationId]
) -> None:
    dwelling = registered_dwelling(office)
    page.show_place(Place(PageId.WAITING_LIST, Ref("dwelling", dwelling)))
    assert page.header.title == "Hvem passer?"
    assert "Ødegårdsvegen 4, H0201 · 3 av 4 passer · 2 soverom" in page.header.subtitle
    page.table.select(ids["Maryam"])
    assert "Boligen har 2 soverom, og husstanden trenger 4." in seen(page.panel)
    assert not page.propose_button.isEnabled()
    page.table.select(ids["Leyla"])
    assert page.propose_button.text() == "Skriv vedtak om boligen"
    page.propose_button.click()
    task = f"dwelling {dwelling}"
    assert heard.places[-1] == Place(PageId.VEDTAK, Ref("application", ids["Leyla"]), task)
    page.show_place(Place(PageId.WAITING_LIST))
    assert page.header.title == "Venteliste"


def test_one_who_has_a_vedtak_is_given_a_vacant_dwelling(
    office: Office, navigator: Navigator, heard: Heard, qtbot: QtBot
) -> None:
    application = office.applications.register(a_new_application(bedrooms=2))
    vedtak = office.decisions.draft(application)
    office.decisions.save_draft(vedtak, a_grant())
    office.decisions.issue(vedtak)
    registered_dwelling(office, street="Liten", bedrooms=1)
    fits = registered_dwelling(office)
    page = _shown(office, navigator, qtbot)
    dialog = page.ask_dwelling(page.table.model.record(0))
    assert dialog.list.rows[0].title == "Ødegårdsvegen 4, H0201"
    dialog.list.select_end(last=True)
    assert not dialog.verb_button.isEnabled()
    assert "husstanden trenger 2" in seen(dialog)
    dialog.list.select(fits)
    assert dialog.attempt()
    given = office.allocation.dwelling_for(vedtak)
    assert given is not None
    assert given.dwelling == fits
    assert heard.told == ["Bolig tildelt"]
    assert "Ingen venter på bolig" in seen(page)


def test_a_protected_applicant_shows_no_address(
    office: Office, navigator: Navigator, qtbot: QtBot
) -> None:
    person = a_person(protection=AddressProtection.CONFIDENTIAL, protection_source="Fr")
    state = ApplicationState.GRANTED_WAITING
    draft = a_new_application(applicant=person, present_housing="", state=state)
    office.applications.register(draft)
    page = _shown(office, navigator, qtbot)
    assert "Testbakken" not in walker.spoken_tree(page)
    texts = [column.second(page.table.model.record(0)) for column in page.table.model.columns
             if column.second]  # fmt: skip
    assert "Skjermet adresse" in texts


@pytest.mark.parametrize("scheme", list(Scheme))
def test_it_fits_a_small_window_and_speaks(
    dressed: QApplication, page: WaitingListPage, scheme: Scheme, ids: dict[str, ApplicationId]
) -> None:
    palette.apply(dressed, scheme)
    page.table.select(ids["Ingunn"])
    page.resize(900, 540)
    dressed.processEvents()
    assert page.minimumSizeHint().width() <= 900
    assert page.minimumSizeHint().height() <= 540
    for part in (page, page.ask_order(), page.ask_move()):
        assert part is not None
        assert walker.unnamed_focusables(part) == []
        assert walker.roleless_focusables(part) == []
        assert walker.silent_icon_buttons(part) == []
        assert walker.rich_labels(part) == []


def test_the_place_over_time_is_told_in_words(
    page: WaitingListPage, office: Office, ids: dict[str, ApplicationId], clock: FixedClock
) -> None:
    clock.at = clock.at.replace(day=24)
    office.allocation.move(ids["Ingunn"], ids["Leyla"], "barnet bytter skole")
    page.table.select(ids["Ingunn"])
    told = seen(page.panel)
    assert "Plassen over tid" in told
    assert "24.\u00a0november\nFra 2 til 1, flyttet av kontoret" in told
    assert "23.\u00a0november\nKom på listen, plass 2" in told
    page.table.select(ids["Leyla"])
    assert "Fra 1 til 2, en annen ble flyttet" in seen(page.panel)


def test_what_is_seen_is_exported(
    page: WaitingListPage, heard: Heard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "venteliste.xlsx"
    monkeypatch.setattr("ui.navigation.ask_where", lambda *_: path)
    assert page.export_button.shortcut().toString() == "Ctrl+E"
    page.export_button.click()
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Venteliste").to_python()
    assert rows[0] == ["Plass", "Søker", "Gruppe", "Behov", "Dager", "Status"]
    assert [row[:3] for row in rows[1:3]] == [
        [1, "Leyla Testdal", "Barnefamilie"],
        [2, "Maryam Testdal", "Barnefamilie"],
    ]
    assert heard.told == ["Listen er lagret"]
    monkeypatch.setattr("ui.navigation.ask_where", lambda *_: tmp_path / "no" / "v.xlsx")
    page.export_button.click()
    assert [error.code for error in heard.failed] == ["disk_refused"]


def test_a_usual_window_needs_no_sideways_scroll(
    dressed: QApplication, page: WaitingListPage
) -> None:
    page.resize(1048, 800)
    dressed.processEvents()
    assert page.table.view.horizontalScrollBar().maximum() == 0


def test_the_pages_under_the_list_are_reached_from_it(page: WaitingListPage, heard: Heard) -> None:
    acts = {act.text(): act for act in page.more_button.made().actions()}
    settling = "Bosetting og ledige boliger"
    for words in ("Tilbud", settling, "Tildelingsmøte", "Regler for tildeling"):
        acts[words].trigger()
    assert [place.page for place in heard.places] == [
        PageId.OFFERS,
        PageId.SETTLEMENT,
        PageId.MEETING,
        PageId.RULE_SETS,
    ]
    assert "Rekkefølge på grupper …" in acts


def test_the_first_who_fits_is_stood_on(page: WaitingListPage, office: Office) -> None:
    small = registered_dwelling(office, bedrooms=1)
    page.show_place(Place(PageId.WAITING_LIST, Ref("dwelling", small)))
    here = page.table.current
    assert here is not None
    assert here.row.name.startswith("Tor")
    assert page.propose_button.isEnabled()


def test_the_past_of_the_one_stood_on_is_read_once(
    office: Office,
    navigator: Navigator,
    ids: dict[str, ApplicationId],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked, past = [], office.allocation.places_over_time

    def told(application: ApplicationId) -> tuple[PlaceOn, ...]:
        asked.append(application)
        return past(application)

    monkeypatch.setattr(office.allocation, "places_over_time", told)
    page = _shown(office, navigator, qtbot)
    assert page.table.current is not None
    assert asked == [page.table.current.row.id]
