"""The first run: nothing is made too early, nothing typed is lost, the key reaches the paper."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.core.clock import FixedClock
from app.office import Folders, Office
from app.register import Register
from app.settings import rules
from app.settings.model import Duty
from tests.factories import PASSPHRASE
from tests.ui import walker
from ui.kit import machine
from ui.kit.key_groups import as_read
from ui.kit.new_passphrase import LETTERS, WORDS, NewPassphrase, enough
from ui.unlock.first_run import FirstRunWizard


@pytest.fixture
def register(tmp_path: Path, clock: FixedClock, folders: Folders) -> Register:
    """A place where there is none yet."""
    return Register(tmp_path / "ny" / "lia.husrom", clock, folders)


@pytest.fixture
def wizard(qtbot: QtBot, register: Register) -> FirstRunWizard:
    """The first run, at its first step."""
    made = FirstRunWizard(register)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def fill(wizard: FirstRunWizard, form: str, **values: object) -> None:
    """Type into a step's form."""
    page = {"office": wizard.office_step, "letterhead": wizard.letterhead, "person": wizard.person}
    page[form].form.set_values(values)
    page[form].changed.emit()


def to_the_key(wizard: FirstRunWizard) -> None:
    """Everything up to where the register is made."""
    fill(wizard, "office", municipality="Lia kommune", name="Boligkontoret")
    wizard.on_button.click()
    fill(wizard, "letterhead", phone="55 55 33 39")
    wizard.on_button.click()
    fill(wizard, "person", officer_name="Siri Testmo", title="boligkonsulent")
    for field in (wizard.person.passphrase.first, wizard.person.passphrase.second):
        field.set_value(PASSPHRASE)
        field.changed.emit(field.name)
    wizard.on_button.click()


def confirm(wizard: FirstRunWizard, groups: tuple[str, ...]) -> None:
    """Type the two groups back."""
    asked = wizard.recovery.confirm
    assert asked is not None
    for number, field in zip(asked.asked, asked.fields, strict=True):
        field.set_value(groups[number - 1])
        field.changed.emit(field.name)
    asked.safe.box.click()


def test_the_whole_way(
    qtbot: QtBot, wizard: FirstRunWizard, register: Register, tmp_path: Path
) -> None:
    made: list[Office] = []
    wizard.made.connect(made.append)
    to_the_key(wizard)
    assert wizard.place == 3
    assert not wizard.on_button.isEnabled()
    confirm(wizard, wizard._groups)
    wizard.on_button.click()
    wizard.safety.set_folder(str(tmp_path))
    wizard.on_button.click()
    office = made[0]
    assert office.settings.profile.municipality == "Lia kommune"
    assert office.settings.profile.phone == "55 55 33 39"
    assert office.settings.profile.duties == frozenset(Duty)
    assert office.settings.me is not None
    assert office.settings.me.name == "Siri Testmo"
    assert office.safekeeping.status().outside_folder == str(tmp_path)
    assert not machine.known_register(register.files.register).key_unconfirmed
    office.close()
    register.let_go()


def test_nothing_is_made_before_the_passphrase(wizard: FirstRunWizard, register: Register) -> None:
    fill(wizard, "office", municipality="Lia kommune", name="Boligkontoret")
    wizard.on_button.click()
    wizard.on_button.click()
    assert wizard.place == 2
    assert not register.exists


def test_what_was_typed_survives_going_back(wizard: FirstRunWizard) -> None:
    fill(wizard, "office", municipality="Lia kommune", name="Boligkontoret")
    wizard.on_button.click()
    fill(wizard, "letterhead", phone="55 55 33 39")
    wizard.back_button.click()
    assert wizard.office_step.form.values()["municipality"] == "Lia kommune"
    wizard.on_button.click()
    assert wizard.letterhead.form.values()["phone"] == "55 55 33 39"


def test_going_on_is_off_with_its_reason(wizard: FirstRunWizard) -> None:
    assert not wizard.on_button.isEnabled()
    assert wizard.on_button.accessibleDescription() == "Skriv navnet på kommunen"


def test_a_number_that_does_not_hold_stops(wizard: FirstRunWizard) -> None:
    fill(wizard, "office", municipality="Lia kommune", name="Boligkontoret", org_number="974760674")
    assert not wizard.on_button.isEnabled()


def test_after_the_register_is_made_there_is_no_way_back(
    wizard: FirstRunWizard, register: Register
) -> None:
    to_the_key(wizard)
    assert not wizard.back_button.isVisible()
    assert machine.known_register(register.files.register).key_unconfirmed
    assert wizard.office is not None
    wizard.office.close()
    register.let_go()


def test_every_step_can_be_read_aloud(wizard: FirstRunWizard, register: Register) -> None:
    to_the_key(wizard)
    assert walker.unnamed_focusables(wizard) == []
    assert walker.rich_labels(wizard) == []
    assert walker.silent_icon_buttons(wizard) == []
    assert PASSPHRASE not in walker.spoken_tree(wizard)
    assert wizard.office is not None
    wizard.office.close()
    register.let_go()


@given(st.text(alphabet="abcdå ÆØ1-", max_size=24))
def test_the_live_count_agrees_with_the_register(passphrase: str) -> None:
    assert enough(passphrase) is not any(rules.check_passphrase(passphrase))


def test_the_rule_in_words_is_the_rule() -> None:
    assert (LETTERS, WORDS) == (rules.SHORTEST, rules.FEWEST_WORDS)


def test_the_two_must_be_alike(qtbot: QtBot) -> None:
    both = NewPassphrase()
    qtbot.addWidget(both)
    both.first.set_value(PASSPHRASE)
    both.second.set_value("noe annet enn det")
    assert both.reason == "Gjenta passordet"
    both.second.set_value(PASSPHRASE)
    assert both.reason == ""


def test_a_group_is_read_as_it_looks() -> None:
    assert as_read(" k7q-oI ") == "K7Q01"
