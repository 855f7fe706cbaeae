"""«Bostedsløse, uke 48»: an estimate until everyone is confirmed, and no name leaves (A10, B8)."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.clock import FixedClock
from app.core.errors import Invalid
from app.office import Office
from app.overview.homeless.model import HomelessIncome, PlaceOfStay, Sex, YesNo
from app.overview.snapshots.model import ReturnKind
from tests.app.overview.homeless.test_service import TODAY, applied
from tests.factories import CANARY_NAME, registered_person
from tests.ui.walker import unnamed_focusables
from ui.kit.jobs import Jobs
from ui.navigation import Navigator
from ui.overview.census_page import CensusPage
from ui.overview.returns import tables_view


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> CensusPage:
    """Monday of week 48; three who live with friends."""
    for serial in range(3):
        applied(office, serial)
    navigator = Navigator(Jobs())
    made = CensusPage(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    return made


def test_b8_it_is_an_estimate_until_everyone_is_confirmed(page: CensusPage) -> None:
    assert "3\u00a0bostedsløse · anslag" in page.header.subtitle
    page.row.confirm_button.click()
    page.reload()
    assert page.count is not None
    assert (page.count.confirmed, page.count.estimate) == (1, True)
    page.row.confirm_all()
    page.reload()
    assert "3\u00a0bostedsløse · bekreftet" in page.header.subtitle
    assert not page.row.every_button.isEnabled()
    assert unnamed_focusables(page) == []


def test_one_who_is_not_counted_stays_in_the_list_and_can_be_undone(
    page: CensusPage, office: Office
) -> None:
    page.row.not_button.click()
    page.reload()
    assert page.count is not None
    assert (page.count.total.count, len(page.count.left_out)) == (2, 1)
    assert page.table.model.rowCount() == 3
    office.history.undo()
    page.reload()
    assert page.count.total.count == 3


def test_someone_is_added_by_hand(page: CensusPage, office: Office) -> None:
    registered_person(office, given_name="Ada", family_name="Testli", national_id="")
    dialog = page.dialogs.add()
    dialog.form.set_values({"person": "Ada Testli", "since": TODAY, "place": PlaceOfStay.OUTDOORS})
    dialog.verb_button.click()
    page.reload()
    assert page.count is not None
    assert page.count.total.count == 4


def test_the_profile_is_described(page: CensusPage, office: Office) -> None:
    each = page.table.current
    assert each is not None
    dialog = page.dialogs.describe(each)
    answers = {"sex": Sex.WOMAN, "income": HomelessIncome.WORK, "before": YesNo.YES}
    dialog.form.set_values(answers)
    dialog.verb_button.click()
    told = office.homeless.profile(each.person)
    assert (told.sex, told.income, told.before) == tuple(answers.values())


def test_another_place_and_a_home_are_told(page: CensusPage, office: Office) -> None:
    each = page.table.current
    assert each is not None
    dialog = page.dialogs.move(each)
    dialog.form.set_values({"place": PlaceOfStay.NIGHT_SHELTER, "since": TODAY})
    dialog.verb_button.click()
    places = {one.person: one.place for one in office.homeless.at(TODAY).people}
    assert places[each.person] is PlaceOfStay.NIGHT_SHELTER
    page.dialogs.over(each).verb_button.click()
    assert office.homeless.at(TODAY).total.count == 2


def test_outside_the_week_nobody_can_be_confirmed(page: CensusPage, clock: FixedClock) -> None:
    page.show_day(TODAY - timedelta(days=3))
    assert "anslag" in page.header.subtitle
    assert not page.row.confirm_button.isEnabled()
    assert not page.row.confirm_button.isEnabled()


def test_a_day_before_the_register_is_told_with_the_way_on(page: CensusPage) -> None:
    dialog = page.ask()
    dialog.form.set_values({"day": date(2026, 1, 1)})
    dialog.verb_button.click()
    assert page.day == TODAY
    page.show_day(date(2026, 1, 1))
    assert page.count is None
    assert not page.export_button.isEnabled()


def test_the_sheet_and_the_paper_name_nobody(
    page: CensusPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "telling.xlsx"
    monkeypatch.setattr(tables_view, "ask_where", lambda *_: path)
    page.export_button.click()
    assert CANARY_NAME.encode() not in path.read_bytes()
    dialog = page.show_paper()
    assert dialog is not None


def test_the_count_can_be_kept(page: CensusPage, office: Office) -> None:
    dialog = page.keep()
    assert dialog is not None
    dialog.verb_button.click()
    assert office.snapshots.kept(ReturnKind.HOMELESS, TODAY)
    with pytest.raises(Invalid):
        office.homeless.at(TODAY + timedelta(days=1))
