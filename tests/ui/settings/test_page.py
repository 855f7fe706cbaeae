"""«Innstillinger»: each part does what it says, on a real register."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.dated import DatedValue
from app.office import Office
from app.settings.model import Duty
from app.settings.rule_files import load_parameters
from tests.factories import an_officer
from tests.ui import walker
from ui.kit import machine, palette
from ui.kit.jobs import Jobs
from ui.kit.palette import Scheme
from ui.navigation import Navigator, Place
from ui.settings.about_part import AboutPart, licence_dialog, licences
from ui.settings.copies_part import CopiesPart
from ui.settings.machine_part import MachinePart
from ui.settings.office_part import OfficePart
from ui.settings.page import Part, SettingsPage
from ui.settings.people_part import PeoplePart
from ui.settings.person_dialogs import KeyDialog, PersonDialog
from ui.settings.rule_words import field_for, name_of, value_of
from ui.settings.rules_part import OverrideDialog, RuleRow, RulesPart

NEW_PASSPHRASE = "ville hester over heia"


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> SettingsPage:
    """The page, at its first part."""
    made = SettingsPage(office, Navigator(Jobs()))
    qtbot.addWidget(made)
    made.resize(1000, 760)
    made.refresh()
    made.show()
    return made


def test_a_field_is_kept_when_it_is_left(page: SettingsPage, office: Office) -> None:
    part = page.part
    assert isinstance(part, OfficePart)
    part.form.field("phone").set_value("11 22 33 44")
    part.form.left.emit("phone")
    assert office.settings.profile.phone == "11 22 33 44"


def test_what_is_half_typed_is_kept_when_the_page_is_left(
    page: SettingsPage, office: Office
) -> None:
    part = page.part
    assert isinstance(part, OfficePart)
    part.form.field("web").set_value("lia.example")
    page.about_to_leave()
    assert office.settings.profile.web == "lia.example"


def test_what_the_office_does_is_kept(page: SettingsPage, office: Office) -> None:
    part = page.part
    assert isinstance(part, OfficePart)
    part.form.field("duty_debt").set_value(value=False)
    part.form.left.emit("duty_debt")
    assert Duty.DEBT not in office.settings.profile.duties


def test_what_is_wrong_is_told_beside_the_field_and_not_kept(
    page: SettingsPage, office: Office
) -> None:
    part = page.part
    assert isinstance(part, OfficePart)
    before = office.settings.profile
    part.form.field("municipality").set_value("")
    part.form.left.emit("municipality")
    assert office.settings.profile == before
    assert part.form.field("municipality").verdict_words == "Skriv navnet på kommunen."


def test_a_person_is_given_a_way_in(qtbot: QtBot, page: SettingsPage, office: Office) -> None:
    page.show_part(Part.PEOPLE)
    dialog = PersonDialog(page, office, "Gi en person tilgang", None)
    qtbot.addWidget(dialog)
    assert dialog.primary is not None
    assert not dialog.primary.isEnabled()
    dialog.name.set_value("Ola Prøvestad")
    for field in (dialog.passphrase.first, dialog.passphrase.second):
        field.set_value(NEW_PASSPHRASE)
        field.changed.emit(field.name)
    assert dialog.primary.isEnabled()
    dialog.primary.click()
    assert [each.name for each in office.settings.officers()] == ["Siri Testmo", "Ola Prøvestad"]


def test_the_only_person_cannot_be_dismissed_and_the_buttons_say_why(page: SettingsPage) -> None:
    page.show_part(Part.PEOPLE)
    part = page.part
    assert isinstance(part, PeoplePart)
    assert not part.dismiss_button.isEnabled()
    assert part.dismiss_button.accessibleDescription()
    part.table.select(1)
    assert part.dismiss_button.isEnabled()


def test_a_new_recovery_key_is_confirmed_from_paper(
    qtbot: QtBot, page: SettingsPage, office: Office
) -> None:
    groups = office.settings.new_recovery_key()
    dialog = KeyDialog(page, office, groups)
    qtbot.addWidget(dialog)
    assert dialog.primary is not None
    assert not dialog.primary.isEnabled()
    for number, field in zip(dialog.confirm.asked, dialog.confirm.fields, strict=True):
        field.set_value(groups[number - 1].lower())
        field.changed.emit(field.name)
    dialog.confirm.safe.box.click()
    assert dialog.primary.isEnabled()


def test_a_copy_is_taken_and_told(
    qtbot: QtBot, page: SettingsPage, office: Office, tmp_path: Path
) -> None:
    outside = tmp_path / "minnepinne"
    outside.mkdir()
    page.show_part(Part.COPIES)
    part = page.part
    assert isinstance(part, CopiesPart)
    part.set_folder(str(outside))
    part.take()
    qtbot.waitUntil(lambda: "tatt" in part.told, timeout=20_000)
    assert list(outside.glob("*.husromkopi"))
    assert office.safekeeping.status().outside_at is not None


def test_the_check_tells_its_result_in_words(qtbot: QtBot, page: SettingsPage) -> None:
    page.show_part(Part.COPIES)
    part = page.part
    assert isinstance(part, CopiesPart)
    part.check()
    qtbot.waitUntil(lambda: "Registeret er helt" in part.told, timeout=20_000)


@pytest.mark.parametrize("act", [CopiesPart.take, CopiesPart.check])
def test_a_copy_or_check_can_be_broken_off_and_asked_for_again(
    qtbot: QtBot,
    page: SettingsPage,
    office: Office,
    monkeypatch: pytest.MonkeyPatch,
    act: Callable[[CopiesPart], None],
) -> None:
    page.show_part(Part.COPIES)
    part = page.part
    assert isinstance(part, CopiesPart)
    begun = threading.Event()

    def endless(stopped: Callable[[], bool]) -> None:
        begun.set()
        while not stopped():
            pass
        raise InterruptedError

    with monkeypatch.context() as patch:
        patch.setattr(office, "back_up", endless)
        patch.setattr(office, "check", endless)
        act(part)
        assert begun.wait(5)
        assert not part.copy_button.isEnabled()
        page.navigator.jobs.cancel()
        qtbot.waitUntil(lambda: part.told == "Avbrutt.")
    assert part.copy_button.isEnabled()
    part.take()
    qtbot.waitUntil(lambda: "tatt" in part.told, timeout=20_000)


def test_restoring_is_asked_of_the_program(page: SettingsPage) -> None:
    wanted: list[Place] = []
    page.navigator.wanted.connect(wanted.append)
    page.show_part(Part.COPIES)
    part = page.part
    assert isinstance(part, CopiesPart)
    part.restore_button.click()
    assert [place.task for place in wanted] == ["restore"]


def test_this_machines_choices_are_remembered(page: SettingsPage) -> None:
    page.show_part(Part.MACHINE)
    part = page.part
    assert isinstance(part, MachinePart)
    part.scheme.set_value(Scheme.DARK)
    part.scheme.changed.emit("scheme")
    part.minutes.set_value(5)
    part.minutes.changed.emit("minutes")
    part.text_size.set_value(130)
    part.text_size.changed.emit("size")
    assert palette.current() is Scheme.DARK
    assert (machine.scheme(), machine.idle_minutes(), machine.text_size()) == (Scheme.DARK, 5, 130)


def test_every_rule_has_a_norwegian_name_and_value() -> None:
    for parameter in load_parameters().values():
        assert name_of(parameter) != parameter.basis, parameter.id
        words = value_of(parameter, parameter.versions[-1])
        assert "_" not in words


def test_a_value_of_our_own_is_set_with_its_source(
    qtbot: QtBot, page: SettingsPage, office: Office
) -> None:
    page.show_part(Part.RULES)
    part = page.part
    assert isinstance(part, RulesPart)
    part.table.select("local.prelim_days")
    row = part.table.current
    assert isinstance(row, RuleRow)
    dialog = OverrideDialog(page, office, row)
    qtbot.addWidget(dialog)
    dialog.value.set_value(10)
    assert dialog.primary is not None
    dialog.source.set_value("Kommunestyret 12/26")
    dialog.source.changed.emit("source")
    dialog.primary.click()
    part.reload()
    part.table.select("local.prelim_days")
    row = part.table.current
    assert isinstance(row, RuleRow)
    assert value_of(row.parameter, row.version) == "10\u00a0dager"
    assert row.chip is not None
    assert row.chip.text == "Vår egen"


def test_a_value_can_be_typed_in_its_own_kind() -> None:
    parameters = load_parameters()
    assert field_for(parameters["hl.ladder"]) is None
    money = field_for(parameters["fee.court_R_kr"])
    assert money is not None
    money.set_value(134500)
    assert money.value() == 134500
    none = DatedValue(1, None)
    assert value_of(parameters["fvl.complaint_weeks"], none) == "1\u00a0uke"


def test_the_licences_can_be_read(qtbot: QtBot, page: SettingsPage) -> None:
    page.show_part(Part.ABOUT)
    part = page.part
    assert isinstance(part, AboutPart)
    assert [row.key for row in part.list.rows] == list(licences())
    dialog = licence_dialog(licences()[0], part)
    qtbot.addWidget(dialog)
    assert walker.unnamed_focusables(dialog) == []


@pytest.mark.parametrize("part", list(Part))
def test_every_part_can_be_read_aloud_and_fits(page: SettingsPage, part: Part) -> None:
    page.show_part(part)
    assert walker.unnamed_focusables(page) == []
    assert walker.roleless_focusables(page) == []
    assert walker.rich_labels(page) == []
    assert walker.silent_icon_buttons(page) == []
    assert page.minimumSizeHint().width() <= 880
    assert an_officer().passphrase not in walker.spoken_tree(page)
