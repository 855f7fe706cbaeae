"""Every page of counts that asks for days: those that cannot be are said beside the field."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.office import Office
from tests.app.overview.test_bad_input import BEGAN, TODAY, YEARS_AGO, filled
from ui.kit.ask import AskDialog
from ui.kit.jobs import Jobs
from ui.navigation import Navigator
from ui.overview.census_page import CensusPage
from ui.overview.effect_page import EffectPage
from ui.overview.returns_page import ReturnsPage
from ui.overview.stock_page import StockPage
from ui.overview.vacancy_page import VacancyPage
from ui.overview.waiting_page import WaitingTimesPage

__all__ = ["filled"]
TOMORROW = TODAY + timedelta(days=1)
DAY = (StockPage, CensusPage)
DAYS = (WaitingTimesPage, ReturnsPage, VacancyPage, EffectPage)
Asking = StockPage | CensusPage | WaitingTimesPage | ReturnsPage | VacancyPage | EffectPage


def opened(qtbot: QtBot, office: Office, kind: type[Asking]) -> Asking:
    """The page in sight."""
    navigator = Navigator(Jobs())
    made = kind(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    return made


def stands(dialog: AskDialog, values: dict[str, date]) -> bool:
    """Whether the dialog stays with its words when those days are asked for."""
    dialog.form.set_values(dict(values))
    dialog.verb_button.click()
    stays = dialog.isVisible() and dialog.form.problem_count > 0
    dialog.reject()
    return stays


@pytest.mark.parametrize("kind", DAY)
@pytest.mark.parametrize("wrong", [TOMORROW, YEARS_AGO])
def test_a_day_that_cannot_be_counted(
    qtbot: QtBot, filled: Office, kind: type[Asking], wrong: date
) -> None:
    page = opened(qtbot, filled, kind)
    before = page.header.subtitle
    assert stands(page.ask(), {"day": wrong})
    assert page.header.subtitle == before
    assert not stands(page.ask(), {"day": TODAY})


@pytest.mark.parametrize("kind", DAYS)
def test_days_that_cannot_be_counted(qtbot: QtBot, filled: Office, kind: type[Asking]) -> None:
    page = opened(qtbot, filled, kind)
    before = page.header.subtitle
    wrong = [(TODAY, BEGAN), (TOMORROW, TOMORROW + timedelta(days=3))]
    if kind is not EffectPage:
        wrong.append((YEARS_AGO, YEARS_AGO + timedelta(days=9)))
    for first, last in wrong:
        assert stands(page.ask(), {"first": first, "last": last}), (first, last)
    assert page.header.subtitle == before
    assert not stands(page.ask(), {"first": BEGAN, "last": TODAY})
