"""«Tidlige tegn» on the household card: word, shape, reason, and the way to write one more."""

from datetime import date

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.arrears.signals.model import EarlySignalKind, SignalDraft, SignalSource
from app.office import Office
from tests.factories import registered_person
from tests.ui.walker import spoken_tree
from ui.household.signals import signals_card
from ui.kit.buttons import Button


def pressed(card: QWidget, words: str) -> None:
    next(each for each in card.findChildren(Button) if each.accessibleName() == words).click()


def test_it_says_how_they_stand_and_leads_on(qtbot: QtBot, office: Office) -> None:
    kari, went = registered_person(office), list[str]()
    calm = signals_card(office, kari, lambda: went.append("there"), lambda: went.append("new"))
    qtbot.addWidget(calm)
    assert "Ingen åpne tegn." in spoken_tree(calm)
    pressed(calm, "Nytt tegn")
    seen = date(2026, 11, 20)
    office.early_signals.add(
        kari, SignalDraft(EarlySignalKind.POWER_CUT, seen, SignalSource.TENANT)
    )
    card = signals_card(office, kari, lambda: went.append("there"), lambda: went.append("new"))
    qtbot.addWidget(card)
    said = spoken_tree(card)
    assert "Strømmen kan bli stengt 20.11.2026." in said
    assert "Følg med" in said
    pressed(card, "Åpne tegnene")
    pressed(card, "Nytt tegn …")
    assert went == ["new", "there", "new"]
