"""Tables: the models keep Qt's promises, sorting is Norwegian, and the officer's layout stays."""

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from tests.ui.kit import gallery
from tests.ui.kit.flats import FLAT_COLUMNS, FLATS, Flat, id_model
from ui.kit import fonts, paint, palette
from ui.kit.cells import EDGE_PAD, PAD, CellDelegate, cell_width
from ui.kit.columns import Align, Cell, Column, SortBy
from ui.kit.fonts import Type
from ui.kit.models import CELL_ROLE, PAGE_ROWS, PAGES_KEPT, RECORD_ROLE, RecordModel
from ui.kit.palette import Scheme
from ui.kit.table import RecordTable

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def table(qtbot: QtBot) -> RecordTable[Flat]:
    made = gallery.table()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def _model() -> RecordModel[Flat]:
    return RecordModel(FLAT_COLUMNS, FLATS)


def _addresses(model: RecordModel[Flat]) -> list[str]:
    return [flat.address for flat in model.shown]


def test_record_model_keeps_qts_promises() -> None:
    model = _model()
    tester = QAbstractItemModelTester(model, FATAL)
    kept = QPersistentModelIndex(model.index(0, 0))
    model.sort_by((SortBy("address", descending=True),))
    assert kept.data(RECORD_ROLE) is FLATS[0]
    model.set_filter(lambda flat: flat.rent is not None)
    model.set_records(FLATS[:3])
    model.set_records(())
    assert tester.model() is model


@pytest.mark.parametrize("rows", [0, 1, 300])
def test_id_window_keeps_qts_promises(rows: int) -> None:
    model = id_model(rows)
    tester = QAbstractItemModelTester(model, FATAL)
    model.sort_by((SortBy("id", descending=True),))
    assert model.rowCount() == rows
    if rows:
        assert model.record(0)[0] == rows
        assert model.record(rows - 1)[0] == 1
    assert tester.model() is model


def test_a_hundred_thousand_rows_keep_qts_promises() -> None:
    model = id_model(100_000)
    tester = QAbstractItemModelTester(model, FATAL)
    assert model.record(99_999) == (100_000, "Testperson 100000")
    assert len(model._pages) <= PAGES_KEPT
    assert tester.model() is model


def test_id_window_fetches_only_what_is_looked_at() -> None:
    model = id_model(100_000)
    asked: list[int] = []
    fetch = model._fetch

    def counting(ids: object) -> object:
        asked.append(1)
        return fetch(ids)  # type: ignore[arg-type]  # passed on as it came

    model._fetch = counting  # type: ignore[assignment]  # as above
    for row in (0, 5, PAGE_ROWS - 1, 99_999, 50_000):
        model.data(model.index(row, 1))
    assert len(asked) == 3


def test_sorting_is_norwegian_and_missing_is_last_both_ways() -> None:
    model = _model()
    model.sort_by((SortBy("address"),))
    assert _addresses(model)[-3:] == ["Ødegårdsvegen 4", "Aasgata 12B", "Åsvegen 1"]
    model.sort_by((SortBy("rent"),))
    assert model.shown[-1].rent is None
    model.sort_by((SortBy("rent", descending=True),))
    assert [flat.rent for flat in model.shown][:2] == [8450, 8200]
    assert model.shown[-1].rent is None


def test_a_second_column_decides_among_equals() -> None:
    model = _model()
    model.sort_by((SortBy("rent"), SortBy("address", descending=True)))
    same = [flat.address for flat in model.shown if flat.rent == 7100]
    assert same == ["Åsvegen 1", "Aasgata 12B"]


def test_clicking_a_header_sorts_and_turns(table: RecordTable[Flat]) -> None:
    steps: list[tuple[SortBy, ...]] = []
    for column, add in (("rent", False), ("rent", False), ("address", True), ("tenant", False)):
        table.sort(column, add=add)
        steps.append(table.model.sorting)
    falling = SortBy("rent", descending=True)
    assert steps[1:] == [(falling,), (falling, SortBy("address")), (SortBy("tenant"),)]


def test_enter_and_double_click_open_the_record(table: RecordTable[Flat], qtbot: QtBot) -> None:
    table.select(("Prøvegata 7", "H0301"))
    with qtbot.waitSignal(table.opened) as told:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert told.args == [FLATS[4]]
    with qtbot.waitSignal(table.opened):
        table.view.doubleClicked.emit(table.model.index(0, 0))


def test_the_current_record_survives_sorting_and_new_rows(table: RecordTable[Flat]) -> None:
    table.select(("Åsvegen 1", "H0101"))
    table.sort("address")
    assert table.current == FLATS[5]
    table.set_rows(FLATS[3:])
    assert table.current == FLATS[5]
    table.view.clearFocus()
    table.set_rows(FLATS[:2])
    assert table.current is None


def test_the_keyboard_keeps_its_place_when_the_row_stood_on_is_gone(
    table: RecordTable[Flat], qtbot: QtBot
) -> None:
    """What was done is off the list: Enter opens what stands there now, else the last."""
    table.activateWindow()
    table.view.setFocus()
    table.select(("Åsvegen 1", "H0101"))
    place = table.view.currentIndex().row()
    shown = [table.model.record(row) for row in range(table.model.rowCount())]
    left = [flat for flat in shown if flat != FLATS[5]]
    table.set_rows(left)
    assert table.current == left[min(place, len(left) - 1)]
    with qtbot.waitSignal(table.opened) as told:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert told.args == [table.current]
    table.set_rows(())
    table.set_rows(FLATS[:2])
    assert table.current == FLATS[0]


def test_the_keyboard_keeps_its_row_when_a_page_shows_its_list_anew(
    table: RecordTable[Flat],
) -> None:
    """As a list page does: first what is searched for, then the rows."""
    table.view.setFocus()
    table.select(("Åsvegen 1", "H0101"))
    for words in ("", "åsvegen", ""):
        table.search(words)
        table.set_rows(FLATS)
        assert table.current == FLATS[5]


def test_a_window_over_ids_keeps_the_row_stood_on(qtbot: QtBot) -> None:
    model = id_model(300)
    made: RecordTable[tuple[int, str]] = RecordTable("window", "Personer", model)
    qtbot.addWidget(made)
    made.show()
    made.select(model.ids[7])
    known = made.current
    made.refresh()
    assert made.current == known is not None


def test_home_end_and_copy_are_on_the_keyboard(table: RecordTable[Flat]) -> None:
    table.view.setFocus()
    QTest.keyClick(table.view, Qt.Key.Key_End)
    assert table.current == FLATS[-1]
    QTest.keyClick(table.view, Qt.Key.Key_Home)
    assert table.current == FLATS[0]
    QTest.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Demovegen 3"


def test_widths_columns_and_sorting_are_remembered(qtbot: QtBot) -> None:
    first = gallery.table()
    qtbot.addWidget(first)
    first._layout.set_shown("tenant", shown=False)
    first._layout.set_shown("share", shown=True)
    first.view.header.resizeSection(1, 133)
    first.view.header.moveSection(2, 0)
    first.sort("rent")
    second = gallery.table()
    qtbot.addWidget(second)
    keys = [column.key for column in second._layout.shown]
    assert keys[0] == "status"
    assert "tenant" not in keys
    assert "share" in keys
    assert second.view.header.sectionSize(1) == 133
    assert second.model.sorting == (SortBy("rent"),)
    second._layout.reset()
    assert next(iter(second._layout.shown)).key == "address"


def test_the_last_column_in_sight_cannot_be_hidden(table: RecordTable[Flat]) -> None:
    for column in FLAT_COLUMNS:
        table._layout.set_shown(column.key, shown=False)
    assert len(table._layout.shown) == 1


def test_a_broken_setting_is_as_delivered(qtbot: QtBot) -> None:
    QSettings().setValue("tables/gallery.dwellings", "{nonsense")
    made = gallery.table()
    qtbot.addWidget(made)
    assert next(iter(made._layout.shown)).key == "address"


def test_the_columns_menu_sorts_and_hides_by_keyboard(table: RecordTable[Flat]) -> None:
    menu = table.columns_menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[0] == "Sorter etter"
    assert words[-1] == "Vis kolonnene slik de var"
    tenant = next(a for a in menu.actions() if a.text() == "Leietaker")
    tenant.trigger()
    assert "tenant" not in [column.key for column in table._layout.shown]


def test_counts_are_told_in_words(table: RecordTable[Flat]) -> None:
    assert table.counts == "1–7 av 7"
    table.set_rows(FLATS[:2], whole=7, filtered_by="Status Utleid")
    assert table.counts == "1–2 av 2 (av 7 i alt)"


def test_many_rows_tell_which_are_in_sight(qtbot: QtBot) -> None:
    made: RecordTable[tuple[int, str]] = RecordTable("many", "Personer", id_model(100_000))
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    assert made.counts.startswith("1–")
    assert made.counts.endswith("av 100\u00a0000")
    assert made.select(99_999)
    made.view.scrollToBottom()
    assert "100\u00a0000 av" in made.counts


def test_searching_ignores_case_and_norwegian_letters(table: RecordTable[Flat]) -> None:
    table.view.clearFocus()
    table.search("odegard h02")
    assert [flat.address for flat in (table.current,) if flat] == []
    assert table.model.rowCount() == 1
    table.search("finnes ikke")
    shown = [label.text() for label in table.findChildren(QLabel) if label.isVisible()]
    assert "Ingen rader passer" in shown
    table.search("")
    assert table.model.rowCount() == len(FLATS)


@pytest.mark.parametrize("search_first", [True, False])
def test_search_and_filter_are_both_told_in_any_order(
    dressed: QApplication, table: RecordTable[Flat], search_first: bool
) -> None:
    if search_first:
        table.search("finnes ikke")
    table.set_rows(FLATS[:3], whole=7, filtered_by="Status Utleid")
    if not search_first:
        table.search("finnes ikke")
    dressed.processEvents()
    shown = [label.text() for label in table.findChildren(QLabel) if label.isVisible()]
    assert "Dette skjuler alle: Status Utleid, søk «finnes ikke»." in shown
    assert table.counts == "0 rader (av 7 i alt)"

    table.search("")
    assert table.counts == "1–3 av 3 (av 7 i alt)"


def test_where_there_is_no_room_spare_columns_step_aside(qtbot: QtBot) -> None:
    columns = (
        Column[Flat]("address", "Adresse", lambda flat: flat.address, width=200, stretch=True),
        Column[Flat]("unit", "Nummer", lambda flat: flat.unit, width=100, spare=2),
        Column[Flat]("owner", "Eier", lambda _: "Boligstiftelsen i Lia", fit=True, spare=1),
    )
    made: RecordTable[Flat] = RecordTable("spare", "Boliger", RecordModel(columns))
    qtbot.addWidget(made)
    made.set_rows(FLATS)
    made.show()
    for width, hidden in ((700, []), (400, [2]), (260, [1, 2]), (700, [])):
        made.resize(width, 400)
        header = made.view.header
        assert [place for place in range(3) if header.isSectionHidden(place)] == hidden
    assert made.view.header.sectionSize(2) >= cell_width(Cell("Boligstiftelsen i Lia"))
    assert len(made.seen().titles) == 3

    made._layout.set_shown("owner", shown=True)
    made.resize(400, 400)
    assert not made.view.header.isSectionHidden(2)


def test_columns_give_back_what_their_texts_made_them_before_the_table_is_too_wide(
    qtbot: QtBot,
) -> None:
    long = "Varmekabelgata 114, H0203, med hage og inngang fra baksiden"
    columns = (
        Column[Flat]("address", "Adresse", lambda _: long, width=120, fit=True),
        Column[Flat]("unit", "Nummer", lambda flat: flat.unit, width=100),
    )
    made: RecordTable[Flat] = RecordTable("lacking", "Boliger", RecordModel(columns))
    qtbot.addWidget(made)
    made.set_rows(FLATS)
    made.show()
    made.resize(300, 400)
    assert made.view.horizontalScrollBar().maximum() == 0
    made.resize(900, 400)
    assert made.view.header.sectionSize(0) >= cell_width(Cell(long))


def test_the_last_column_has_room_for_its_text_and_the_edge(qtbot: QtBot) -> None:
    """As wide digits as there are, where they stand right: «04.04.2044»."""
    words = "04.04.2044"
    needed = round(paint.width_of(words, fonts.font(Type.BODY, tabular=True)))
    columns = (
        Column[Flat]("address", "Adresse", lambda flat: flat.address, stretch=True),
        Column[Flat]("day", "Dag", lambda _: words, align=Align.RIGHT, width=needed + 2 * PAD),
    )
    made: RecordTable[Flat] = RecordTable("edge", "Boliger", RecordModel(columns))
    qtbot.addWidget(made)
    made.set_rows(FLATS)
    made.show()
    for width in (200, 500):
        made.resize(width, 300)
        assert made.view.header.sectionSize(1) >= needed + fonts.px(PAD + EDGE_PAD)
    assert cell_width(Cell("11.11.2011", align=Align.RIGHT)) == cell_width(
        Cell(words, align=Align.RIGHT)
    )


def test_an_empty_register_says_the_next_step(qtbot: QtBot) -> None:
    made = gallery.table(())
    qtbot.addWidget(made)
    made.show()
    shown = [label.text() for label in made.findChildren(QLabel) if label.isVisible()]
    assert "Ingen boliger ennå" in shown
    assert made.counts == "0 rader"


def test_what_is_seen_can_be_exported(table: RecordTable[Flat]) -> None:
    table._layout.set_shown("tenant", shown=False)
    table.sort("rent")
    seen = table.seen()
    assert seen.titles == ("Adresse", "Leie kr", "Status", "Nivå", "Går ut")
    assert seen.values[0][1] == 6500
    assert seen.texts[0][1] == "6\u00a0500"
    assert seen.values[-1][1] is None


def test_cells_are_read_aloud_with_their_column(table: RecordTable[Flat]) -> None:
    model = table.model
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0, 0), role) == "Adresse: Demovegen 3, H0201 · 61/12"
    assert model.data(model.index(2, 1), role) == "Leie kr: mangler"
    assert model.data(model.index(4, 2), role) == "Status: Fare"
    assert model.data(model.index(1, 4), role) == "Nivå: Nivå\u00a03 · rød"


def test_a_table_must_have_a_name() -> None:
    with pytest.raises(ValueError, match="accessible name"):
        RecordTable("key", "", _model())


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("selected", [False, True])
def test_every_kind_of_cell_is_painted(
    dressed: QApplication, scheme: Scheme, selected: bool
) -> None:
    palette.apply(dressed, scheme)
    model = _model()
    delegate = CellDelegate()
    delegate.last_column = len(FLAT_COLUMNS) - 1
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            image = QImage(160, 46, QImage.Format.Format_RGB32)
            image.fill(QColor("#808080"))
            option = QStyleOptionViewItem()
            option.rect = QRect(QPoint(0, 0), image.size())
            option.state = QStyle.StateFlag.State_Enabled
            if selected:
                option.state |= QStyle.StateFlag.State_Selected
            painter = QPainter(image)
            delegate.paint(painter, option, model.index(row, column))
            assert painter.isActive()
            painter.end()
            dots = {image.pixel(x, y) for x in range(160) for y in range(46)}
            assert len(dots) > 2
            assert delegate.sizeHint(option, model.index(row, column)).width() > 20


def test_a_cell_outside_the_model_is_nothing() -> None:
    assert _model().data(QModelIndex(), CELL_ROLE) is None


def test_values_of_a_column_default_to_its_text() -> None:
    column = Column[date]("day", "Dag", lambda day: day.isoformat())
    assert column.exported(date(2026, 1, 2)) == "2026-01-02"
    assert column.order(date(2026, 1, 2)) is not None
