"""Filters say what they hide; the wizard tells where one is and why going on is off."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kit import gallery
from ui.kit import paint
from ui.kit.buttons import Button, ButtonKind, IconButton, Segments
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import Chip, ChipKind, Level
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.shell import WithPanel


@pytest.fixture
def row(qtbot: QtBot) -> FilterRow:
    owner = Pill("Eier", [Choice("s", "Stiftelsen"), Choice("k", "Kommunen")])
    made = FilterRow(SearchField("Finn adresse"), [owner, Pill("Status")])
    qtbot.addWidget(made)
    made.resize(800, 40)
    made.show()
    return made


def test_in_a_narrow_window_the_buttons_stand_below_the_search(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    extra = (Button("Månedens runde"), Button("Kolonner"))
    made = FilterRow(SearchField("Finn"), (), extra, window)
    window.show()
    assert made.search is not None
    far = made.findChildren(Button)[-1]
    made.resize(800, 40)
    QApplication.processEvents()
    assert far.y() < made.search.geometry().bottom()
    made.resize(300, 90)
    QApplication.processEvents()
    assert far.y() > made.search.geometry().bottom()


def test_a_panel_with_nothing_in_it_stays_away(qtbot: QtBot) -> None:
    panel = QWidget()
    both = WithPanel(QWidget(), panel, 300)
    qtbot.addWidget(both)
    both.set_empty(empty=True)
    both.resize(1400, 600)
    both.show()
    assert not panel.isVisible()
    both.set_empty(empty=False)
    assert panel.isVisible()


def test_an_active_filter_is_told_in_words(row: FilterRow, qtbot: QtBot) -> None:
    assert row.words == ""
    assert row.reset.isHidden()
    with qtbot.waitSignal(row.changed):
        row.pills[0].set_value("s")
    assert row.words == "Eier Stiftelsen"
    assert row.pills[0].accessibleName() == "Eier: filter Stiftelsen"
    assert not row.reset.isHidden()
    row.reset.click()
    assert not row.active


def test_tab_out_of_the_search_field_searches_first(row: FilterRow) -> None:
    """Enter on the first row right after must not open one that is about to go."""
    search = row.search
    assert search is not None
    told: list[str] = []
    search.searched.connect(told.append)
    row.activateWindow()
    search.setFocus()
    QTest.keyClicks(search, "ro")
    assert told == []
    QTest.keyClick(search, Qt.Key.Key_Tab)
    assert told == ["ro"]


def test_a_pill_is_worked_by_keyboard_and_cross(row: FilterRow) -> None:
    pill = row.pills[0]
    menu = pill.make_menu()
    assert [action.text() for action in menu.actions()] == ["Alle", "Stiftelsen", "Kommunen"]
    menu.actions()[2].trigger()
    assert pill.value == "k"
    QTest.keyClick(pill, Qt.Key.Key_Delete)
    assert pill.value is None
    pill.set_value("s")
    pill.resize(pill.sizeHint())
    cross = QPoint(pill.width() - 10, pill.height() // 2)
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton, pos=cross)
    assert pill.value is None


def test_searching_waits_for_a_breath_and_enter_does_not(row: FilterRow, qtbot: QtBot) -> None:
    search = row.search
    assert search is not None
    with qtbot.waitSignal(search.searched) as told:
        QTest.keyClicks(search, "lia")
    assert told.args == ["lia"]
    assert row.words == "søk «lia»"
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_one_filter_may_stand_alone_and_nothing_else_filters(row: FilterRow) -> None:
    owner, status = row.pills
    status.set_choices([Choice(1, "Utleid")])
    status.set_value(1)
    assert (row.alone(status), row.alone(owner)) == (1, None)
    owner.set_value("k")
    assert row.alone(status) is None
    assert row.search is not None
    row.search.setText("lia")
    row.only(owner, "s")
    assert (owner.value, status.value, row.searched) == ("s", None, "")
    assert row.alone(owner) == "s"


def test_the_header_has_one_primary_and_at_most_two_more() -> None:
    with pytest.raises(ValueError, match="at most two"):
        PageHeader("Boliger", secondary=[Button("A"), Button("B"), Button("C")])
    with pytest.raises(ValueError, match="primary"):
        PageHeader("Boliger", primary=Button("Ny bolig"))


def test_the_header_shows_its_words(qtbot: QtBot) -> None:
    header = PageHeader("Boliger", primary=Button("Ny bolig", kind=ButtonKind.PRIMARY))
    qtbot.addWidget(header)
    header.set_title("Personer")
    header.set_subtitle("38 personer")
    header.set_chips([Chip(ChipKind.URGENT)])
    assert (header.title, header.subtitle) == ("Personer", "38 personer")
    assert header.accessibleName() == "Personer"


def test_a_button_that_is_off_shows_no_key(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    caps: list[str] = []

    def key_cap(*told: object, on_fill: bool) -> float:
        caps.append(str(told[3]))
        return 40.0

    monkeypatch.setattr(paint, "key_cap", key_cap)
    button = Button("Ny bolig", kind=ButtonKind.PRIMARY, key="Ctrl+N")
    qtbot.addWidget(button)
    button.set_off("Skriv gatenavnet først.")
    button.grab()
    assert caps == []
    button.set_off("")
    button.grab()
    assert caps == ["Ctrl N"]


@pytest.mark.parametrize(("width", "lines"), [(900, 1), (320, 3)])
def test_filters_go_on_below_where_there_is_no_room(qtbot: QtBot, width: int, lines: int) -> None:
    more = (Button("Kolonner", kind=ButtonKind.QUIET),)
    made = FilterRow(SearchField("Finn"), (Pill("Status"), Pill("Tildeles av"), Pill("Eier")), more)
    qtbot.addWidget(made)
    made.resize(width, made.heightForWidth(width))
    made.show()
    parts = [made.search, *made.pills]
    assert len({part.y() for part in parts if part}) == lines
    assert all(part.geometry().right() < more[0].x() for part in parts if part)
    boxes = [part.geometry() for part in parts if part]
    assert not any(one.intersects(two) for one in boxes for two in boxes if one is not two)


def test_a_primary_shows_its_key_in_norwegian(qtbot: QtBot) -> None:
    button = Button("Ny", kind=ButtonKind.PRIMARY, icon=Icon.NEW, key="Ctrl+Shift+N")
    qtbot.addWidget(button)
    assert button.property("key_cap") == "Ctrl Skift N"
    assert button.shortcut().toString() == "Ctrl+Shift+N"
    assert Button("A & B").text() == "A && B"


def test_an_icon_button_has_name_and_tool_tip(qtbot: QtBot) -> None:
    button = IconButton(Icon.LOCK, "Lås nå", key="Ctrl+L")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Lås nå"
    assert button.toolTip() == "Lås nå (Ctrl L)"


def test_segments_choose_one(qtbot: QtBot) -> None:
    made = Segments("Tidsrom", [("d", "Dag"), ("u", "Uke")], "d")
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.chosen) as told:
        made._group.button(1).click()
    assert told.args == ["u"]
    made.set_value("d")
    assert made.value == "d"


def test_an_arrow_stands_on_the_next_choice_before_it_is_told(qtbot: QtBot) -> None:
    made = Segments("Tidsrom", [("d", "Dag"), ("u", "Uke"), ("m", "Måned")], "d")
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    stood_on: list[QWidget | None] = []
    made.chosen.connect(lambda _value: stood_on.append(made.window().focusWidget()))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(made.window().focusWidget(), key)
    day, week, month = (made._group.button(place) for place in range(3))
    assert stood_on == [week, month, week]
    assert made.value == "u"
    assert not day.hasFocus()


def test_cards_facts_and_callouts_speak(qtbot: QtBot) -> None:
    card = Card("Boligen", fact="2211 Lia")
    qtbot.addWidget(card)
    facts = Facts([Fact("Eier", "Stiftelsen"), Fact("Faktura", "")])
    card.add(facts, Callout(ChipKind.SOON, "Kopien er gammel", "Ta en ny."))
    spoken = [label.accessibleName() for label in facts.findChildren(QLabel)]
    assert "Faktura: ikke oppgitt" in spoken
    callout = card.findChild(Callout)
    assert isinstance(callout, Callout)
    assert callout.accessibleName() == "Snart: Kopien er gammel"


def test_levels_say_number_shape_and_word() -> None:
    assert Level.of(3).words == "Nivå\u00a03 · rød"
    with pytest.raises(ValueError, match="5"):
        Level.of(5)


def test_the_wizard_goes_on_back_and_ends(qtbot: QtBot) -> None:
    wizard = gallery.wizard()
    qtbot.addWidget(wizard)
    wizard.show()
    assert wizard.back_button.isHidden()
    wizard.set_off("Skriv kommunens navn for å fortsette")
    assert not wizard.on_button.isEnabled()
    wizard.set_off("")
    wizard.on_button.click()
    assert wizard.place == 1
    assert wizard.ladder.accessibleName() == "Steg 2 av 3: Passfrase"
    wizard.back_button.click()
    assert wizard.place == 0
    wizard.go_to(2)
    with qtbot.waitSignal(wizard.finished):
        wizard.on_button.click()
    wizard.adapt(900)
    assert wizard.side.isHidden()


def test_a_side_panel_opens_over_a_narrow_page(dressed: QApplication, qtbot: QtBot) -> None:
    panel = Card("Panel")
    panel.add(Button("Åpne boligen"))
    both = WithPanel(QWidget(), panel)
    qtbot.addWidget(both)
    both.resize(1300, 500)
    both.show()
    assert not both.floats
    assert panel.isVisible()
    both.resize(900, 500)
    dressed.processEvents()
    assert both.floats
    assert panel.isHidden()
    both.open_panel()
    assert panel.geometry().right() == both.width() - 1
    QTest.keyClick(both, Qt.Key.Key_Escape)
    assert panel.isHidden()


@pytest.mark.parametrize("width", [1300, 900])
def test_one_key_leads_to_the_side_panel_and_back(
    dressed: QApplication, qtbot: QtBot, width: int
) -> None:
    field, panel = SearchField("Finn"), Card("Panel")
    first, second = Button("Åpne boligen"), Button("Lukk saken")
    panel.add(first, second)
    both = WithPanel(field, panel)
    qtbot.addWidget(both)
    both.resize(width, 500)
    both.show()
    both.activateWindow()
    dressed.processEvents()
    field.setFocus()
    both.go_to_panel()
    assert both.focusWidget() is first
    both.go_to_panel()
    assert both.focusWidget() is field
    assert panel.isVisible() is (width == 1300)


@pytest.mark.parametrize(("width", "below"), [(900, False), (520, True)])
def test_the_buttons_of_a_header_go_below_where_there_is_no_room(
    dressed: QApplication, qtbot: QtBot, width: int, below: bool
) -> None:
    new = Button("Ny bolig", kind=ButtonKind.PRIMARY, key="Ctrl+N")
    others = (Button("Hent inn regneark"), Button("Eksporter"))
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(960, 200)
    header = PageHeader("Boliger i kommunen", "341 boliger", primary=new, secondary=others)
    header.setParent(window)
    header.setGeometry(0, 0, width, 100)
    window.show()
    dressed.processEvents()
    assert (new.y() > header._subtitle.y()) is below
    assert all(button.width() >= button.sizeHint().width() for button in (new, *others))
