"""B2: a dwelling is told to be sold from its page, from a day, and told otherwise again."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import DwellingId
from app.office import Office
from tests.factories import registered_dwelling
from ui.dwellings.card import DwellingCard
from ui.dwellings.sale import ask_sale, sale_card, sale_chips
from ui.kit.jobs import Jobs
from ui.navigation import Navigator

TODAY = date(2026, 11, 23)


@pytest.fixture
def flat(office: Office) -> DwellingId:
    """One dwelling."""
    return registered_dwelling(office)


def test_it_is_told_to_be_sold_and_told_otherwise(
    qtbot: QtBot, office: Office, flat: DwellingId
) -> None:
    navigator = Navigator(Jobs())
    card = DwellingCard(office, navigator)
    navigator.setParent(card)
    qtbot.addWidget(card)
    card.show_dwelling(flat)
    for said in (True, False):
        dialog = ask_sale(office, navigator, office.dwellings.get(flat), card)
        dialog.form.set_values({"since": TODAY, "reason": "vedtatt"})
        dialog.verb_button.click()
        sale = office.dwellings.sale(flat)
        assert sale is not None
        assert (sale.for_sale, sale.since, sale.reason) == (said, TODAY, "vedtatt")
        assert len(sale_chips(sale)) == said
        qtbot.addWidget(sale_card(sale, card.change_sale))
        card.show_dwelling(flat)


def test_a_day_ahead_is_told_beside_its_field(
    qtbot: QtBot, office: Office, flat: DwellingId
) -> None:
    navigator = Navigator(Jobs())
    card = DwellingCard(office, navigator)
    navigator.setParent(card)
    qtbot.addWidget(card)
    dialog = ask_sale(office, navigator, office.dwellings.get(flat), card)
    dialog.form.set_values({"since": TODAY + timedelta(days=1)})
    dialog.verb_button.click()
    assert dialog.form.problem_count == 1
    assert office.dwellings.sale(flat) is None
    dialog.reject()
