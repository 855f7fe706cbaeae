"""«Nivå og ansvar»: set in two clicks, handed over, and what is missing leads to its part."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.ids import PersonId, Ref
from app.followup.levels.model import HelpLevel
from app.office import Office
from tests.factories import registered_person
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.followup.level.part import LevelPart
from ui.kit.ask import AskDialog
from ui.kit.target import Target
from ui.navigation import Navigator, Place

TODAY = date(2026, 11, 23)


@pytest.fixture
def person(office: Office) -> PersonId:
    """Nobody has agreed on anything with them yet."""
    return registered_person(office, given_name="Leyla", family_name="Prøvesen")


def part(qtbot: QtBot, office: Office, navigator: Navigator, person: PersonId) -> LevelPart:
    made = LevelPart(office, navigator, office.people.get(person))
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    return made


def test_a_level_is_set_in_two_clicks_with_a_reason(
    qtbot: QtBot, office: Office, navigator: Navigator, person: PersonId, told: list[str]
) -> None:
    """P9: at most two clicks, nothing to write, and done within ten seconds."""
    shown = part(qtbot, office, navigator, person)
    click = Qt.MouseButton.LeftButton
    clicks = 0
    QTest.mouseClick(shown.ladder.buttons[HelpLevel.SUPPORT], click)
    clicks += 1
    dialog = _open_dialog(shown)
    QTest.mouseClick(dialog.verb_button, click)
    clicks += 1
    now = office.levels.of(person)
    assert now is not None
    assert (now.level, now.since) == (HelpLevel.SUPPORT, TODAY)
    assert now.reason
    assert clicks <= 2
    keys, decisions = 0.28 * 0, 1.35 * clicks  # keystroke-level model
    assert keys + decisions < 10
    assert told == ["Nivå satt"]


def _open_dialog(shown: QWidget) -> AskDialog:
    found = shown.window().findChildren(AskDialog)
    assert len(found) == 1
    return found[0]


def test_another_level_has_another_ready_reason_unless_one_was_written(
    qtbot: QtBot, office: Office, navigator: Navigator, person: PersonId
) -> None:
    shown = part(qtbot, office, navigator, person)
    dialog = shown.dialogs.set_level(person, HelpLevel.ADVICE)
    levels, reason = dialog.form.field("level"), dialog.form.field("reason")
    before = reason.value()
    levels.set_value(HelpLevel.SUPPORT)
    dialog.form.changed.emit("level")
    assert reason.value() not in {None, before}
    reason.set_value("Ba om det selv")
    levels.set_value(HelpLevel.LASTING_SERVICES)
    dialog.form.changed.emit("level")
    assert reason.value() == "Ba om det selv"
    dialog.reject()


def test_what_is_refused_stands_beside_its_field(
    qtbot: QtBot, office: Office, navigator: Navigator, person: PersonId
) -> None:
    shown = part(qtbot, office, navigator, person)
    dialog = shown.dialogs.set_level(person, HelpLevel.ADVICE)
    dialog.form.set_values({"level": HelpLevel.ADVICE, "reason": None, "since": date(2026, 12, 1)})
    assert not dialog.attempt()
    assert {problem.field for problem in dialog.form.problems} == {"reason", "since"}
    assert office.levels.of(person) is None
    dialog.reject()


def test_the_target_says_in_words_what_it_paints(
    qtbot: QtBot, office: Office, navigator: Navigator, person: PersonId
) -> None:
    """E1: readable without colour."""
    office.levels.set(person, HelpLevel.LASTING_SERVICES, "Uten bolig", date(2026, 1, 5))
    office.levels.set(person, HelpLevel.SUPPORT_AND_SERVICES, "Har flyttet inn", date(2026, 6, 1))
    shown = part(qtbot, office, navigator, person)
    (target,) = shown.findChildren(Target)
    said = target.accessibleDescription()
    assert "Nivå\u00a04 – varige tjenester, fra 05.01.2026 til 01.06.2026" in said
    assert "Nivå\u00a03 – oppfølging og tjenester, fra 01.06.2026" in said
    assert unnamed_focusables(shown) == []
    heard = spoken_tree(shown)
    assert all(f"Nivå\u00a0{number} · " in heard for number in range(5))


def test_what_is_missing_leads_to_where_it_is_mended(
    qtbot: QtBot, office: Office, navigator: Navigator, person: PersonId, went: list[Place]
) -> None:
    """D12: a missing mapping at level 2 is flagged, and one key away."""
    office.levels.set(person, HelpLevel.SUPPORT, "Avtalt")
    shown = part(qtbot, office, navigator, person)
    shown.demands.activated_key.emit("assessment")
    assert [(place.ref, place.task) for place in went] == [(Ref("person", person), "assessment")]
    shown.demands.activated_key.emit("owner")
    assert len(went) == 1


def test_a_case_is_handed_over(
    qtbot: QtBot, office: Office, navigator: Navigator, person: PersonId, told: list[str]
) -> None:
    """D5, D7."""
    office.levels.set(person, HelpLevel.SUPPORT, "Avtalt", date(2026, 9, 1))
    shown = part(qtbot, office, navigator, person)
    owner = office.owners.of(person)
    assert owner is not None
    dialog = shown.dialogs.hand_over(person, owner)
    assert not dialog.attempt()
    team = office.service_units.open()[2].id
    dialog.form.set_values(
        {
            "unit": team,
            "coordinator": "Boligsosialt team",
            "phone": None,
            "reason": "Følger opp hver uke",
            "since": TODAY,
            "note": False,
        }
    )
    assert dialog.attempt()
    dialog.reject()
    now = office.owners.of(person)
    assert now is not None
    assert (now.unit, now.coordinator) == (team, "Boligsosialt team")
    assert told == ["Saken overført"]
    anew = part(qtbot, office, navigator, person)
    said = spoken_tree(anew)
    assert "Følger opp hver uke" in said
    assert "Boligsosialt team" in said
