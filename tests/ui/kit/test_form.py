"""Forms: values by name, problems beside fields, saving on leaving, one column when narrow."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import OfficeError, Problem
from tests.ui import walker
from tests.ui.kit import gallery
from tests.ui.kit.flats import TODAY
from ui.kit.buttons import Button
from ui.kit.cards import Callout
from ui.kit.choice_fields import CheckField, ChoiceField, RadioField
from ui.kit.days import read_day
from ui.kit.field import Verdict
from ui.kit.fields import DateField, MoneyField, NumberField, TextField
from ui.kit.form import Form, ProblemChip, own_words
from ui.kit.secret_fields import NationalIdField, PassphraseField

SYNTHETIC = "01816000064"  # month + 80


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[Form]:
    window = QWidget()
    qtbot.addWidget(window)
    made = gallery.form()
    QVBoxLayout(window).addWidget(made)
    window.resize(1200, 900)
    window.show()
    yield made
    window.close()


def _line(form: Form, name: str) -> QLineEdit:
    control = form.field(name).control
    assert isinstance(control, QLineEdit)
    return control


def _type(form: Form, name: str, words: str) -> None:
    line = _line(form, name)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, words) if words else QTest.keyClick(line, Qt.Key.Key_Delete)


@pytest.mark.parametrize(
    "typed", ["011226", "01122026", "1.12.26", "1.12.2026", "1/12-26", "1 12 26", "2026-12-01"]
)
def test_days_are_read_as_they_are_typed(typed: str) -> None:
    assert read_day(typed, TODAY) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("i dag", TODAY),
        ("I Morgen", date(2026, 11, 24)),
        ("i går", date(2026, 11, 22)),
        ("+14", date(2026, 12, 7)),
        ("-1", date(2026, 11, 22)),
        ("24.12", date(2026, 12, 24)),
        ("240660", date(1960, 6, 24)),
        ("240656", date(2056, 6, 24)),
        ("240657", date(1957, 6, 24)),
    ],
)
def test_short_days_mean_what_an_officer_means(typed: str, day: date) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "code"),
    [("snart", "day_unreadable"), ("31.02.2026", "day_not_in_calendar"), ("1", "day_unreadable")],
)
def test_other_days_are_refused_with_a_code(typed: str, code: str) -> None:
    with pytest.raises(OfficeError) as refused:
        read_day(typed, TODAY)
    assert refused.value.code == code


@given(st.dates(date(1930, 1, 1), date(2056, 11, 23)))
def test_a_day_shown_is_read_back(day: date) -> None:
    assert read_day(f"{day:%d.%m.%Y}", TODAY) == day
    assert read_day(f"{day:%d%m%Y}", TODAY) == day


def test_values_come_out_as_they_went_in(form: Form) -> None:
    values = form.values()
    assert values["start"] == date(2026, 12, 1)
    assert values["rent"] == 820000
    assert values["tenant"] == 1
    assert values["children"] is True
    assert values["weeks"] == "a"
    assert values["note"] is None
    assert _line(form, "rent").text() == "8\u00a0200"


def test_leaving_a_changed_field_tells_once(form: Form, qtbot: QtBot) -> None:
    told: list[str] = []
    form.left.connect(told.append)
    _type(form, "start", "i dag")
    assert told == []
    _line(form, "end").setFocus()
    assert told == ["start"]
    assert _line(form, "start").text() == "23.11.2026"
    _line(form, "start").setFocus()
    _line(form, "end").setFocus()
    assert told == ["start"]


def test_what_cannot_be_read_is_told_when_left_not_while_typing(form: Form) -> None:
    _type(form, "start", "31.02.26")
    assert form.field("start").verdict is None
    _line(form, "end").setFocus()
    assert form.field("start").verdict is Verdict.PROBLEM
    assert form.field("start").verdict_words == "Denne dagen finnes ikke. Sjekk dag og måned."
    assert form.summary == "1 feil å rette"
    _type(form, "start", "3")
    assert form.field("start").verdict is None


def test_a_sum_that_can_be_two_is_asked(form: Form) -> None:
    _type(form, "rent", "10.000")
    _line(form, "end").setFocus()
    field = form.field("rent")
    assert field.verdict is Verdict.QUESTION
    assert field.verdict_words == "Mener du 10\u00a0000\u00a0kr eller 10\u00a0kr?"
    assert field.value() is None


def test_problems_stand_beside_their_fields_and_are_counted(form: Form, qtbot: QtBot) -> None:
    chip = ProblemChip(form)
    qtbot.addWidget(chip)
    assert chip.isHidden()
    form.show_problems([Problem("deposit", "deposit_high"), Problem("end", "too_short")])
    assert form.problem_count == 2
    assert chip.text() == "2 feil å rette"
    control = form.field("end").control
    assert control.accessibleDescription() == "Feil: Kortere enn tre år"
    chip.click()
    assert form.window().focusWidget() is control


def test_the_remedy_is_a_button_that_saves(form: Form) -> None:
    form.show_problems([Problem("end", "too_short", remedy=date(2029, 11, 30))])
    callout = next(c for c in form.findChildren(Callout))
    button = next(b for b in callout.findChildren(Button))
    assert button.text() == "Bruk 30.11.2029"
    told: list[str] = []
    form.left.connect(told.append)
    button.click()
    assert form.values()["end"] == date(2029, 11, 30)
    assert told == ["end"]
    assert form.problem_count == 0


def test_a_warning_does_not_stop(form: Form) -> None:
    form.show_problems([Problem("deposit", "deposit_high", blocks=False)])
    assert form.problem_count == 0
    assert form.field("deposit").verdict is Verdict.QUESTION


def test_good_is_told_but_never_over_a_problem(form: Form) -> None:
    form.show_good("rent", "Under grensa")
    assert form.field("rent").verdict is Verdict.GOOD
    form.show_problems([Problem("deposit", "deposit_high")])
    form.show_good("deposit", "Under grensa")
    assert form.field("deposit").verdict is Verdict.PROBLEM


def test_two_fields_may_not_share_a_name() -> None:
    made = Form("Skjema")
    made.line(TextField("one", "En"))
    with pytest.raises(ValueError, match="two fields"):
        made.line(TextField("one", "To"))
    with pytest.raises(ValueError, match="one to three"):
        made.line()


def test_under_a_thousand_there_is_one_column(dressed: QApplication, form: Form) -> None:
    start, end = form.field("start"), form.field("end")
    assert start.y() == end.y()
    form.window().resize(900, 700)
    dressed.processEvents()
    assert end.y() > start.y()
    assert start.x() == end.x()


def test_labels_belong_to_their_controls(form: Form) -> None:
    assert walker.spoken_name(_line(form, "start")) == "Fra"
    assert walker.spoken_name(_line(form, "dwelling")) == "Bolig, valgfritt"
    assert walker.unnamed_focusables(form) == []


def test_a_passphrase_is_never_text_to_a_screen_reader(dressed: QApplication) -> None:
    field = PassphraseField("phrase", "Passfrase")
    field.show()
    field.set_value("fem ville rever")
    field.show_button.click()
    assert not field.line.clear_words.isHidden()
    interface = QAccessible.queryAccessibleInterface(field.line)
    assert "rever" not in interface.text(QAccessible.Text.Value)
    assert "rever" not in walker.spoken_tree(field)
    assert field.show_button.accessibleName() == "Skjul passfrasen"
    field.forget()
    assert field.value() is None
    assert field.line.clear_words.isHidden()
    field.deleteLater()


def test_a_national_id_is_masked_until_shown(qtbot: QtBot) -> None:
    asked: list[int] = []
    field = NationalIdField("fnr", may_show=lambda: bool(asked))
    qtbot.addWidget(field)
    field.set_value(SYNTHETIC)
    assert field.line.text() == "018160 •••••"
    assert SYNTHETIC[6:] not in walker.spoken_tree(field)
    field.show_button.click()
    assert field.line.text() == "018160 •••••"
    asked.append(1)
    with qtbot.waitSignal(field.revealed):
        field.show_button.click()
    assert field.line.text() == f"018160 {SYNTHETIC[6:]}"
    field.leave()
    assert field.line.isReadOnly()
    assert field.value() == SYNTHETIC


def test_a_wrong_national_id_is_told(qtbot: QtBot) -> None:
    field = NationalIdField("fnr")
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "018160")
    problem = field.reading()
    assert problem is not None
    assert problem.code == "id_length"
    assert field.value() is None


def test_numbers_keep_to_their_bounds(qtbot: QtBot) -> None:
    field = NumberField("months", "Måneder", least=1, most=6)
    qtbot.addWidget(field)
    for typed, code in (("0", "number_outside"), ("x", "number_unreadable")):
        field.line.setText(typed)
        problem = field.reading()
        assert problem is not None
        assert problem.code == code
    field.line.setText("6")
    assert field.value() == 6
    assert field.reading() is None


def test_choices_tell_at_once_and_may_be_left_open(qtbot: QtBot) -> None:
    field = ChoiceField("owner", "Eier", [("k", "Kommunen"), ("s", "Stiftelsen")], optional=True)
    qtbot.addWidget(field)
    assert field.value() is None
    with qtbot.waitSignal(field.left):
        field.combo.setCurrentIndex(2)
        field.combo.activated.emit(2)
    assert field.value() == "s"
    field.set_options([("s", "Stiftelsen")])
    assert field.value() == "s"
    assert field.worded("s") == "Stiftelsen"


def test_ticks_and_radios_tell_at_once(qtbot: QtBot) -> None:
    check = CheckField("children", "Barn bor her")
    radio = RadioField("weeks", "Samvær", [("a", "Annenhver uke"), ("b", "Annet")])
    for field in (check, radio):
        qtbot.addWidget(field)
    with qtbot.waitSignal(check.left):
        check.box.click()
    with qtbot.waitSignal(radio.left):
        radio._group.button(1).click()
    assert check.value() is True
    assert radio.value() == "b"
    radio.set_value(None)
    assert radio.value() is None


def test_every_reading_code_has_norwegian_words() -> None:
    for field in (DateField("a", "A"), MoneyField("b", "B"), NationalIdField("c")):
        for typed in ("x", "31.02.2026", "12", "01816000042", "10.000", "00000000000"):
            field.line.setText(typed)
            field.line.textEdited.emit(typed)
            problem = field.reading()
            if problem is not None:
                assert own_words(problem), problem.code
        field.deleteLater()
