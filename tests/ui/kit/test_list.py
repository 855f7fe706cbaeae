"""Rows: arrows move, Enter does what the button says, a screen reader hears the whole row."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.kit import gallery
from ui.kit import palette
from ui.kit.cards import Fact, Facts
from ui.kit.chips import Chip, ChipKind, chip_width
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import Heading, Row, RowList, Shape
from ui.kit.paint import height_of, wrapped
from ui.kit.palette import Scheme
from ui.kit.row_groups import RowGroup, RowGroups
from ui.kit.rows import button_rect
from ui.kit.words import Label

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def groups(qtbot: QtBot) -> RowGroups:
    made = RowGroups()
    qtbot.addWidget(made)
    rows = gallery.today_rows()
    made.set_groups(
        [
            RowGroup("Hindre utkastelse", rows[:1], Icon.EVICTIONS),
            RowGroup("Svar i tide", rows[1:], Icon.SEND),
        ]
    )
    made.resize(900, 500)
    made.show()
    return made


def test_the_row_model_keeps_qts_promises() -> None:
    made = RowList("Treff", Shape.RESULTS)
    tester = QAbstractItemModelTester(made.model(), FATAL)
    made.set_rows([Heading("Personer"), Row(1, "A"), Row(2, "B")])
    made.set_rows([])
    assert tester.model() is made.model()
    made.deleteLater()


def test_a_row_that_is_put_in_place_keeps_where_one_stands(qtbot: QtBot) -> None:
    made = RowList("Setninger")
    qtbot.addWidget(made)
    tester = QAbstractItemModelTester(made.model(), FATAL)
    made.set_rows([Heading("Notat"), Row(1, "A"), Row(2, "B", action="Skjul")])
    made.select(2)
    made.put([Row(2, "B igjen", action="Ta med"), Row(3, "er ikke der")])
    assert [row.title for row in made.rows] == ["A", "B igjen"]
    assert made.current is not None
    assert made.current.action == "Ta med"
    assert tester.model() is made.model()


def test_a_title_takes_the_lines_it_may(qtbot: QtBot) -> None:
    made = RowList("Setninger")
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show()
    long = "Ord " * 200
    made.set_rows([Row(1, long), Row(2, long, lines=40)])
    assert made.high(made.rows[1]) > 3 * made.high(made.rows[0])


def test_a_row_is_read_aloud_whole() -> None:
    row = gallery.today_rows()[0]
    assert row.spoken == (
        "Haster. Leyla Demirova og to barn kan miste boligen. Namsfogden varslet utkastelse til "
        "10. desember. 27 654 kr stopper saken. man. 30. nov. om 7 dager. tvangsl. § 13-6. "
        "Enter: Åpne saken"
    )


def test_arrows_skip_headings_and_enter_acts(qtbot: QtBot) -> None:
    made = RowList("Treff", Shape.RESULTS)
    qtbot.addWidget(made)
    made.set_rows([Heading("Personer"), Row(1, "A"), Heading("Boliger"), Row(2, "B")])
    made.show()
    made.select_end(last=False)
    QTest.keyClick(made, Qt.Key.Key_Down)
    assert made.current == Row(2, "B")
    with qtbot.waitSignal(made.activated_key) as told:
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert told.args == [2]
    with qtbot.waitSignal(made.left_over) as over:
        QTest.keyClick(made, Qt.Key.Key_Down)
    assert over.args == [1]


def test_the_arrows_run_through_all_groups(dressed: QApplication, groups: RowGroups) -> None:
    assert groups.select("a")
    first, second = (group.list for group in groups.groups)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert groups.window().focusWidget() is second
    assert second.current is not None
    assert second.current.key == "b"
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert groups.window().focusWidget() is first


def test_who_listens_is_told_of_the_row_the_keyboard_comes_back_to(
    dressed: QApplication, groups: RowGroups
) -> None:
    told: list[object] = []
    groups.current_key.connect(told.append)
    assert groups.select("a")
    first, second = (group.list for group in groups.groups)
    QTest.keyClick(first, Qt.Key.Key_Down)
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert told[-1] == "a"


def test_groups_line_up(groups: RowGroups) -> None:
    first, second = (group.list for group in groups.groups)
    assert first.places == second.places


def test_the_words_begin_after_the_widest_chip(qtbot: QtBot) -> None:
    long = Chip(ChipKind.NOT_STARTED, "Ikke tatt opp i møtet")
    rows = RowList("Saker")
    qtbot.addWidget(rows)
    rows.resize(800, 200)
    rows.set_rows([Row(1, "Lia 1", chip=long), Row(2, "Lia 2", chip=Chip(ChipKind.SOON))])
    assert rows.places.words - rows.places.left >= chip_width(long) + 8
    rows.set_rows([Row(1, "Lia 1"), Row(2, "Lia 2")])
    assert rows.places.words == rows.places.left


def test_facts_stand_beside_their_names_where_it_is_wide(qtbot: QtBot) -> None:
    facts = Facts([Fact("Saksbehandler", "Siri Testmo")])
    qtbot.addWidget(facts)
    facts.show()
    value = facts.findChildren(Label)[1]
    for width, side in ((280, Qt.AlignmentFlag.AlignRight), (900, Qt.AlignmentFlag.AlignLeft)):
        facts.resize(width, 40)
        assert value.alignment() & side


def test_a_click_on_the_button_acts_and_elsewhere_only_chooses(
    groups: RowGroups, qtbot: QtBot
) -> None:
    rows = groups.groups[0].list
    told: list[object] = []
    groups.activated_key.connect(told.append)
    index = rows.model().index(0, 0)
    rect = rows.visualRect(index).toRectF()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(rows.viewport(), left, pos=QPoint(200, 20))
    assert told == []
    where = button_rect(gallery.today_rows()[0], rect, rows.places).center().toPoint()
    QTest.mouseClick(rows.viewport(), left, pos=where)
    assert told == ["a"]


def test_where_it_is_narrow_the_words_get_the_whole_width(
    groups: RowGroups, qtbot: QtBot, dressed: QApplication
) -> None:
    rows = groups.groups[0].list
    assert not rows.places.stacked
    high = rows.height()

    groups.resize(510, 500)
    dressed.processEvents()

    assert rows.places.stacked
    assert rows.places.words_width > 350
    assert rows.height() > high
    row = rows.rows[0]
    rect = rows.visualRect(rows.model().index(0, 0)).toRectF()
    button = button_rect(row, rect, rows.places)
    words = len(wrapped(row.why, rows.places.words_width, Type.HELP))
    assert rect.contains(button)
    assert button.top() >= rect.top() + height_of(Type.GROUP) + words * height_of(Type.HELP)
    where = button.center().toPoint()
    with qtbot.waitSignal(groups.activated_key) as told:
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told.args == [row.key]


def test_new_rows_keep_the_place(groups: RowGroups) -> None:
    rows = groups.groups[0].list
    rows.select("a")
    rows.set_rows([Row("c", "Ny"), *gallery.today_rows()])
    assert rows.current is not None
    assert rows.current.key == "a"


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("shape", list(Shape))
@pytest.mark.parametrize("width", [900, 510])
def test_every_kind_of_row_is_painted(
    dressed: QApplication, qtbot: QtBot, scheme: Scheme, shape: Shape, width: int
) -> None:
    palette.apply(dressed, scheme)
    made = RowList("Rader", shape)
    qtbot.addWidget(made)
    made.set_rows(
        [
            Heading("Rader"),
            *gallery.today_rows(),
            *(row for group in gallery.found("") for row in group.rows),
            Row("x", "Bare en tittel", end_chip=Chip(ChipKind.OK), end_words="Nivå 1"),
        ]
    )
    made.resize(width, 500)
    made.show()
    made.setFocus()
    made.select("b")
    picture = made.grab().toImage()
    assert len({picture.pixel(x, y) for x in range(0, width, 3) for y in range(0, 500, 3)}) > 5


def test_nothing_is_cut_in_a_row_that_says_what_to_do(dressed: QApplication, qtbot: QtBot) -> None:
    """A name in a title, and a reason of two sentences, in the room of a small window."""
    title = "Anne-Margrethe Prøvestad: betalingsplanen er ikke fulgt"
    why = "Siden 24. oktober mangler 2 602 kr. Ring og hør hva som har skjedd, før andre gjør det."
    made = RowList("Rader", whole=True)
    qtbot.addWidget(made)
    made.set_rows([Row("a", title, why, when="man. 23. november", action="Se planen")])
    made.resize(530, 100)
    made.show()
    room = made.places.words_width
    assert not made.places.stacked
    whole = len(wrapped(title, room, Type.GROUP, 9)) * height_of(Type.GROUP)
    whole += len(wrapped(why, room, Type.HELP, 9)) * height_of(Type.HELP)
    assert made.height() >= whole
    assert whole > height_of(Type.GROUP) + 2 * height_of(Type.HELP)


def test_why_is_at_most_two_lines() -> None:
    lines = wrapped("et langt ord og enda ett " * 9, 200, Type.HELP)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert wrapped("", 200, Type.HELP) == []
