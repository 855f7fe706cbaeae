"""«Tidlige tegn» on the household card: how they stand and why, and a way to write one more."""

from collections.abc import Callable

from app.arrears.signals.model import SignalLevel
from app.core.ids import PersonId
from app.office import Office
from ui.kit.buttons import Button, ButtonKind, ButtonSize, button_line
from ui.kit.cards import Card
from ui.kit.chips import ChipLabel
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.signal_words import because_words, level_chip


def signals_card(
    office: Office, person: PersonId, go: Callable[[], object], add: Callable[[], object]
) -> Card:
    """The standing in word and shape, with which signs made it so."""
    standing = office.early_signals.standing(person)
    quiet = standing.level is SignalLevel.NONE
    words, way = ("Nytt tegn", add) if quiet else ("Åpne tegnene", go)
    link = Button(words, way, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    card = Card("Tidlige tegn", icon=Icon.WARNING, link=link)
    if not quiet:
        card.add(ChipLabel(level_chip(standing.level)))
    card.add(Label(because_words(standing), Type.HELP, Token.TEXT2, wrap=True))
    if not quiet:
        more = Button("Nytt tegn …", add, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
        card.add(button_line(more))
    return card
