"""What must hold for every widget of the kit, walked over the gallery."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QMessageBox,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui import walker
from tests.ui.kit import gallery
from ui.kit import fonts, paint, palette
from ui.kit.palette import Scheme
from ui.kit.shell import Room, Saved, Shell
from ui.kit.words import Label

LEAST = QSize(960, 540)


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    made = gallery.shell()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


@pytest.fixture(params=[1.0, 1.5])
def larger(request: pytest.FixtureRequest, dressed: QApplication) -> Iterator[QApplication]:
    """The usual text, and larger text."""
    fonts.install(dressed, request.param)
    yield dressed
    fonts.install(dressed)


def _all(shell: Shell, qtbot: QtBot) -> list[QWidget]:
    wizard = gallery.wizard()
    qtbot.addWidget(wizard)
    toast = gallery.toast(shell)
    pages = [page for key in gallery.PAGES if (page := shell.page(key))]
    return [shell.sidebar, *pages, wizard, toast]


def test_everything_that_takes_the_keyboard_has_a_name(shell: Shell, qtbot: QtBot) -> None:
    for part in _all(shell, qtbot):
        assert walker.unnamed_focusables(part) == []


def test_everything_that_takes_the_keyboard_has_a_role(shell: Shell, qtbot: QtBot) -> None:
    for part in _all(shell, qtbot):
        assert walker.roleless_focusables(part) == []


def test_icon_buttons_speak_and_labels_are_plain(shell: Shell, qtbot: QtBot) -> None:
    for part in _all(shell, qtbot):
        assert walker.silent_icon_buttons(part) == []
        assert walker.rich_labels(part) == []


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("key", list(gallery.PAGES))
def test_pages_are_painted_and_fit_a_small_window(
    dressed: QApplication, shell: Shell, scheme: Scheme, key: str
) -> None:
    palette.apply(dressed, scheme)
    shell.resize(LEAST)
    shell.show_page(key)
    dressed.processEvents()
    picture = shell.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(0, 960, 7) for y in range(0, 540, 5)}
    assert len(colours) > 3
    hint = shell.minimumSizeHint()
    assert hint.width() <= LEAST.width()
    assert hint.height() <= LEAST.height()
    assert shell.size() == LEAST


def test_half_as_large_text_still_fits(dressed: QApplication, qtbot: QtBot) -> None:
    fonts.install(dressed, 1.5)
    try:
        made = gallery.shell()
        qtbot.addWidget(made)
        made.resize(1280, 720)
        made.show()
        dressed.processEvents()
        assert made.minimumSizeHint().width() <= 1280
        assert made.minimumSizeHint().height() <= 720
    finally:
        fonts.install(dressed)


def test_no_english_on_standard_buttons(qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    english = {"Save", "Cancel", "Close", "Yes", "No", "Open", "Help", "Apply", "Reset", "Discard"}
    for standard in QDialogButtonBox.StandardButton:
        if standard == QDialogButtonBox.StandardButton.NoButton:
            continue
        buttons = QDialogButtonBox(standard)
        qtbot.addWidget(buttons)
        for button in buttons.buttons():
            words = button.text().replace("&", "")
            assert words not in english
            assert words not in {"OK", "Save All", "Abort", "Retry", "Ignore", "Restore Defaults"}
            assert words not in {"Yes to All", "No to All"}


@pytest.mark.parametrize(
    ("width", "room", "rail"),
    [(1280, Room.WIDE, False), (1100, Room.MEDIUM, False), (960, Room.NARROW, True)],
)
def test_the_sidebar_gives_way(
    dressed: QApplication, shell: Shell, width: int, room: Room, rail: bool
) -> None:
    shell.resize(width, 600)
    dressed.processEvents()
    assert shell.room is room
    assert shell.sidebar.rail is rail


def test_the_sidebar_tells_where_one_is(shell: Shell) -> None:
    shell.sidebar.set_current("dwellings", gallery.FILTERS, "free")
    buttons = shell.sidebar.buttons
    assert [key for key, button in buttons.items() if button.isChecked()] == ["dwellings"]
    assert shell.sidebar.filter_buttons["free"].isChecked()
    assert not shell.sidebar.filter_buttons["all"].isChecked()
    assert buttons["evictions"].accessibleName() == "Utkastelser, 3 haster"


@pytest.mark.parametrize(
    "words",
    [
        "Sikkerhetskopi i dag 07.58",
        "Ingen sikkerhetskopi ennå",
        "Sikkerhetskopi 20.\u00a0september\u00a015.12",
    ],
)
def test_the_foot_is_never_cut(larger: QApplication, shell: Shell, words: str) -> None:
    shell.sidebar.set_saved(Saved(backup=words))
    shell.resize(2000, 1200)
    larger.processEvents()
    foot = next(one for one in shell.sidebar.findChildren(Label) if one.text() == words)
    room = foot.contentsRect()
    longest = max(words.split(" "), key=len)
    assert paint.width_of(longest, foot.font()) <= room.width()
    assert foot.heightForWidth(room.width()) <= foot.height()


def test_nothing_in_a_low_rail_overlaps_and_where_one_is_stays_in_sight(
    dressed: QApplication, shell: Shell
) -> None:
    shell.resize(640, 360)
    dressed.processEvents()
    shell.sidebar.set_current("evictions")
    dressed.processEvents()
    bar = shell.sidebar
    here = bar.buttons["evictions"]
    area = next(one for one in bar.findChildren(QScrollArea) if one.isAncestorOf(here))
    shown = [one for one in bar.findChildren(QAbstractButton) if one.isVisible()]
    beside = [one for one in shown if one.parent() is bar]
    assert len(beside) == 4  # search, the last page, what is saved, lock
    for one in beside:
        assert not one.geometry().intersects(area.geometry()), one.accessibleName()
        assert bar.rect().contains(one.geometry())
    assert area.verticalScrollBar().isVisible()
    assert here.width() == here.sizeHint().width()
    assert here.visibleRegion().boundingRect() == here.rect()


def test_a_chosen_filter_is_told(shell: Shell, qtbot: QtBot) -> None:
    shell.sidebar.set_current("dwellings", gallery.FILTERS)
    with qtbot.waitSignal(shell.sidebar.filter_chosen) as told:
        shell.sidebar.filter_buttons["free"].click()
    assert told.args == ["dwellings", "free"]


def test_the_sidebar_tells_what_was_chosen(shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.sidebar.chosen) as told:
        shell.sidebar.buttons["people"].click()
    assert told.args == ["people"]


def test_pages_can_be_dropped_for_locking(dressed: QApplication, shell: Shell) -> None:
    shell.drop_pages()
    dressed.processEvents()
    assert shell.page("today") is None
    assert shell.pages.count() == 0
    assert "Leyla" not in walker.spoken_tree(shell)


def test_rows_of_the_sidebar_stand_closer_in_a_low_window(shell: Shell) -> None:
    row = next(iter(shell.sidebar.buttons.values()))
    shell.resize(1280, 1000)
    QApplication.processEvents()
    high = row.sizeHint().height()
    shell.resize(1280, 800)
    QApplication.processEvents()
    assert row.sizeHint().height() == high - 2
