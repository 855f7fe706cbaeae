"""From file to register and back again, by the buttons of the page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QRadioButton

from app.office import Office
from app.transfer.model import Answer, FindingKind, ImportKind
from tests.app.transfer import sheets
from tests.ui.transfer.conftest import Desk
from tests.ui.walker import (
    rich_labels,
    roleless_focusables,
    silent_icon_buttons,
    spoken_tree,
    unnamed_focusables,
)
from ui.kit.chips import ChipKind
from ui.kit.field import Field
from ui.navigation import PageId, Place
from ui.transfer.page import CONTROL, FILE, RESULT
from ui.transfer.rows import Line


def shown(desk: Desk) -> list[Line]:
    """The lines in the table."""
    table = desk.page.control.table
    assert table is not None
    return [table.model.record(row) for row in range(table.model.rowCount())]


def asked(desk: Desk) -> str:
    """What the panel says."""
    return spoken_tree(desk.page.control.panel)


def test_the_task_says_what_the_rows_are(desk: Desk) -> None:
    desk.begin("applicants")

    assert desk.page._header.title == "Hent inn søkere"
    assert desk.page.session.kind is ImportKind.APPLICANTS
    assert desk.page.step == FILE


def test_the_dwellings_go_in_and_all_out_again(desk: Desk, office: Office) -> None:
    desk.dwellings()
    assert desk.page.footer.on is not None
    assert desk.page.footer.on.text() == "Ta inn 55\u00a0boliger"

    desk.press_on()

    assert desk.page.step == RESULT
    assert len(office.dwellings.rows()) == 55
    assert "55\u00a0boliger er hentet inn" in spoken_tree(desk.page.result)
    desk.page.result.undo_button.click()
    assert office.dwellings.rows() == ()
    assert desk.page.step == CONTROL
    assert desk.page.session.checked is not None
    assert desk.page.session.checked.counts.taken == 55
    assert desk.failures == []


def test_the_applicants_go_in_and_lead_to_the_waiting_list(desk: Desk, office: Office) -> None:
    desk.applicants()
    desk.press_on()

    assert len(office.allocation.waiting_list()) == 38
    desk.press_on()
    assert desk.places == [Place(PageId.WAITING_LIST)]


def test_undo_elsewhere_brings_the_lines_back(desk: Desk, office: Office) -> None:
    desk.dwellings()
    desk.press_on()

    office.history.undo()

    assert desk.page.step == CONTROL
    assert desk.page.session.receipt is None


def test_a_take_in_of_many_runs_as_a_job(
    desk: Desk, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.transfer.page.TAKEN_AT_ONCE", 10)
    monkeypatch.setattr("ui.transfer.page.CHECKED_AT_ONCE", 10)
    desk.dwellings()
    heard: list[str] = []
    office.listen(lambda event: heard.append(event.verb))

    desk.press_on()
    assert desk.page.step == RESULT
    assert heard == ["sheet.taken_in"]
    undoable = office.history.undoable()
    assert undoable is not None
    assert undoable.verb == "sheet.taken_in"

    desk.page.result.undo_button.click()
    desk.qtbot.waitUntil(lambda: desk.page.step == CONTROL, timeout=20_000)
    assert office.dwellings.rows() == ()


def test_what_was_touched_since_is_told_and_nothing_is_taken_out(
    desk: Desk, office: Office
) -> None:
    desk.dwellings()
    desk.press_on()
    row = office.dwellings.rows()[0]
    office.dwellings.set_rent(row.id, office.dwellings.get(row.id).rent or 0, office.clock.today())  # type: ignore[arg-type]  # 0 øre
    draft = office.dwellings.get(row.id).draft
    office.dwellings.correct(row.id, draft.__class__(street=draft.street, house_number="99"))

    desk.page.result.undo_button.click()

    assert [getattr(error, "code", "") for error in desk.failures] == ["undo_changed_since"]
    assert len(office.dwellings.rows()) == 55
    assert desk.page.step == RESULT


# control


def test_it_stands_on_the_first_that_waits_and_lists_the_others(desk: Desk) -> None:
    desk.dwellings()

    table = desk.page.control.table
    assert table is not None
    assert table.current is not None
    assert table.current.number == 33
    assert "Linje 33, statusdato" in asked(desk)
    titles = [other.title for other in desk.page.control.panel.others]
    assert titles == [
        "Linje 34, bruksenhet",
        "Linje 36, månedsleie",
        "Linje 39, eiers orgnr.",
        "Linje 63, leieslutt",
        "Linje 64, leietakers fødselsnummer",
    ]


def test_the_figures_filter_the_lines(desk: Desk) -> None:
    desk.dwellings()
    figures = desk.page.control.figures
    counts = {button.figure.key: button.accessibleName() for button in figures.buttons}
    assert counts == {
        "all": "62 linjer i alt",
        "taken": "55 tas inn",
        "waiting": "6 venter på deg",
        "to_check": "3 merket",
        "fixed": "19 rettet av seg selv",
        "doubles": "1 dobbel",
    }

    for button in figures.buttons:
        button.click()
        count = int(button.accessibleName().split()[0])
        assert len(shown(desk)) == count


def test_a_marked_cell_has_shape_colour_and_word(desk: Desk) -> None:
    desk.dwellings()
    table = desk.page.control.table
    assert table is not None
    lines = {line.number: row for row, line in enumerate(shown(desk))}
    rent = table.model.column_named("manedsleie")
    since = table.model.column_named("statusdato")

    assert table.model.cell(lines[35], rent).mark is ChipKind.FIXED
    assert table.model.cell(lines[36], rent).mark is ChipKind.URGENT
    assert table.model.cell(lines[31], since).text == "01.03.2026"
    assert table.model.cell(lines[2], rent).text == "6\u00a0500"


def choose(desk: Desk, words: str) -> None:
    """Press a radio button of the panel."""
    radios = desk.page.control.panel.findChildren(QRadioButton)
    [each for each in radios if each.text() == words][-1].click()


def test_the_officer_chooses_a_reading(desk: Desk) -> None:
    desk.dwellings()
    desk.page.control.stand_on(36)
    assert "Punktum skiller tusener" in asked(desk)

    choose(desk, "8,25\u00a0kr")
    button = desk.page.control.panel.apply_button
    assert button is not None
    button.click()

    assert desk.page.session.answers == (Answer(36, "manedsleie", "8,25"),)
    assert desk.page.footer.on is not None
    assert desk.page.footer.on.text() == "Ta inn 56\u00a0boliger"
    table = desk.page.control.table
    assert table is not None
    assert table.current is not None
    assert table.current.number == 39  # the next one that waits


def test_the_officer_types_the_right_value_and_a_wrong_one_asks_again(desk: Desk) -> None:
    desk.dwellings()
    panel = desk.page.control.panel
    assert panel.apply_button is not None
    assert not panel.apply_button.isEnabled()
    assert "Skriv riktig verdi først" in asked(desk)

    for typed, still in (("tull", True), ("28.02.2026", False)):
        field = panel.findChild(Field, options=Qt.FindChildOption.FindChildrenRecursively)
        assert field is not None
        assert panel._value is not None
        QTest.keyClicks(panel._value.line, typed)
        assert panel.apply_button is not None
        panel.apply_button.click()
        checked = desk.page.session.checked
        assert checked is not None
        kinds = {found.kind for found in checked.about(33)}
        assert (FindingKind.ERROR in kinds) is still


def test_one_question_after_another_is_answered_from_the_keyboard(desk: Desk) -> None:
    desk.dwellings()
    desk.page.activateWindow()
    desk.qtbot.waitUntil(desk.page.isActiveWindow)
    panel = desk.page.control.panel
    assert panel._value is not None
    desk.qtbot.waitUntil(panel._value.line.isVisible)
    panel._value.line.setFocus()

    for typed, following in (("28.02.2026", 34), ("H0101", 36)):
        line = panel._value.line
        desk.qtbot.waitUntil(line.hasFocus)
        QTest.keyClicks(line, typed)
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert panel.finding is not None
        assert panel.finding.line == following

    desk.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QRadioButton))


def test_the_rest_of_the_file_gets_the_same_answer(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "leie.csv"
    rows = [f"Testvegen;{number};8.{number}50" for number in (1, 2, 3)]
    path.write_bytes(sheets.csv_bytes("gatenavn;husnummer;manedsleie", *rows))
    desk.control("dwellings", path)
    panel = desk.page.control.panel
    assert panel._rest is not None
    panel._rest.set_value(True)
    assert panel.apply_button is not None

    panel.apply_button.click()

    assert desk.page.session.checked is not None
    assert desk.page.session.checked.counts.taken == 3


def test_numbers_are_masked_until_asked_for(desk: Desk) -> None:
    desk.dwellings()
    desk.page.control.stand_on(64)
    checked = desk.page.session.checked
    assert checked is not None
    (found,) = checked.about(64)
    assert found.before not in asked(desk)
    secrets = [cell for line in shown(desk) for cell in line.cells.values()]
    assert not [cell for cell in secrets if sum(map(str.isdigit, cell)) >= 11 and "•" not in cell]

    buttons = desk.page.control.panel.findChildren(QPushButton)
    next(each for each in buttons if each.text() == "Vis hele nummeret").click()

    assert found.before in asked(desk)


def test_a_barred_address_is_asked_at_the_name(desk: Desk) -> None:
    desk.applicants()
    desk.page.control.stand_on(20)

    assert "Til da gjelder det strengeste" in asked(desk)
    table = desk.page.control.table
    assert table is not None
    line = next(row for row, line in enumerate(shown(desk)) if line.number == 20)
    assert table.model.cell(line, table.model.column_named("name")).mark is ChipKind.SOON
    button = desk.page.control.panel.apply_button
    assert button is not None
    assert not button.isEnabled()  # the officer says which; nothing is suggested


def test_no_iso_day_stands_on_the_screen(desk: Desk) -> None:
    desk.applicants()

    cells = [cell for line in shown(desk) for cell in line.cells.values()]
    assert not [cell for cell in cells if cell.startswith("2026-")]


def test_the_list_of_errors_is_saved_and_masks_numbers(
    desk: Desk, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.dwellings()
    path = tmp_path / "ut.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    desk.page.control.panel.list_button.click()

    sheet = office.transfer.read(path)
    texts = [[cell.text for cell in row.cells] for row in sheet.rows]
    assert texts[0] == ["Linje", "Kolonne", "Hva", "Hvorfor", "Står i fila", "Rettet til"]
    assert len(texts) == 30
    assert next(row for row in texts if row[0] == "36")[1:3] == ["Månedsleie", "Venter på deg"]
    assert not [cell for row in texts for cell in row if sum(map(str.isdigit, cell)) == 11]
    assert desk.told == ["Feillista er lagret"]


# for everyone


@pytest.mark.parametrize("width", [1260, 868, 580])
def test_it_fits_the_window_at_every_step(desk: Desk, width: int) -> None:
    desk.page.resize(width, 500)
    desk.dwellings()
    desk.page._show_columns()
    assert desk.page.minimumSizeHint().width() <= 580
    desk.page.check()
    assert desk.page.minimumSizeHint().width() <= 580
    desk.press_on()
    assert desk.page.minimumSizeHint().width() <= 580


def test_the_panel_moves_away_where_there_is_no_room(desk: Desk) -> None:
    desk.page.resize(868, 500)
    desk.dwellings()
    beside = desk.page.control.beside
    assert beside.floats
    assert beside.panel.isHidden()

    button = next(
        each for each in desk.page.footer.findChildren(QPushButton) if "spørsmålet" in each.text()
    )
    button.click()

    assert beside.panel.isVisible()
    QTest.keyClick(beside.panel, Qt.Key.Key_Escape)
    assert beside.panel.isHidden()


def test_everything_reachable_has_name_and_role_at_every_step(desk: Desk) -> None:
    desk.begin("dwellings")
    desk.read(sheets.KOBO_SAMPLE)
    desk.page._show_columns()
    desk.page.check()
    desk.page.control.stand_on(36)
    desk.press_on()

    assert unnamed_focusables(desk.page) == []
    assert roleless_focusables(desk.page) == []
    assert rich_labels(desk.page) == []
    assert silent_icon_buttons(desk.page) == []
