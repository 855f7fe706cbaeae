"""The units are added, renamed and closed in the settings."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.office import Office
from app.settings.units.model import ServiceUnit
from tests.ui.walker import unnamed_focusables
from ui.kit.jobs import Jobs
from ui.navigation import Navigator
from ui.settings.units_part import UnitsPart

TODAY = date(2026, 11, 23)


@pytest.fixture
def told() -> list[str]:
    """What the toasts said."""
    return []


@pytest.fixture
def part(qtbot: QtBot, office: Office, told: list[str]) -> UnitsPart:
    navigator = Navigator(Jobs())
    navigator.told.connect(lambda words, _undo: told.append(words))
    made = UnitsPart(office, navigator)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.reload()
    return made


def stand_on(part: UnitsPart, name: str) -> ServiceUnit:
    rows = part.office.service_units.all()
    place = next(at for at, unit in enumerate(rows) if unit.draft.name == name)
    part.table.view.selectRow(place)
    part.table.view.setCurrentIndex(part.table.view.model().index(place, 0))
    assert part.table.current is not None
    assert part.table.current.draft.name == name
    return part.table.current


def test_c5_a_unit_is_added_with_its_name_in_both_languages(
    part: UnitsPart, office: Office, told: list[str]
) -> None:
    assert unnamed_focusables(part) == []
    dialog = part.new()
    assert not dialog.attempt()
    dialog.form.set_values({"name": "Nav", "name_nn": None, "phone": None})
    assert not dialog.attempt()
    dialog.form.set_values({"name": "frisklivssentralen", "name_nn": "frisklivssentralen"})
    assert dialog.attempt()
    assert office.service_units.all()[-1].draft.name == "frisklivssentralen"
    assert told == ["Enhet lagt til"]


def test_c5_a_unit_gets_another_name_and_phone(part: UnitsPart, office: Office) -> None:
    unit = stand_on(part, "oppvekst")
    dialog = part.change()
    assert dialog is not None
    dialog.form.set_values({"name": "barn og unge", "phone": "900 00 100"})
    assert dialog.attempt()
    draft = office.service_units.get(unit.id).draft
    assert (draft.name, draft.phone) == ("barn og unge", "900 00 100")


def test_c5_a_unit_is_closed_and_opened_again(part: UnitsPart, office: Office) -> None:
    unit = stand_on(part, "innsatsteam")
    dialog = part.close_or_open()
    assert dialog is not None
    assert dialog.attempt()
    assert not office.service_units.get(unit.id).open_on(TODAY)
    stand_on(part, "innsatsteam")
    assert part.close_or_open() is None
    assert office.service_units.get(unit.id).open_on(TODAY)


def test_our_own_office_is_not_closed(part: UnitsPart) -> None:
    stand_on(part, "boligkontoret")
    assert not part.close_button.isEnabled() or part.close_button.toolTip()
