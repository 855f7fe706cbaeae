"""What the parts of the settings share: a scrolling column, and how they ask and tell."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.office import Office
from ui.kit import fonts
from ui.kit.buttons import Button
from ui.kit.fonts import Type
from ui.kit.page import ScrollBody
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.navigation import Navigator


class SettingsPart(ScrollBody):
    """One part of the settings; `reload` when it is about to be seen."""

    def __init__(self, office: Office, navigator: Navigator) -> None:
        super().__init__()
        self.office, self.navigator = office, navigator
        self.inner.setMaximumWidth(fonts.px(900))

    def reload(self) -> None:
        """Read anew."""

    def leave(self) -> None:
        """Keep what is half typed."""


def buttons(*made: Button) -> QHBoxLayout:
    """Buttons in a row from the left."""
    row = QHBoxLayout()
    row.setSpacing(fonts.px(8))
    for button in made:
        row.addWidget(button)
    row.addStretch(1)
    return row


def explained(words: str) -> QWidget:
    """An explanation in a card."""
    return Label(words, Type.HELP, Token.TEXT2, wrap=True)
