"""«Avslutning»: how a lease ends, and what is left to do after."""

from PySide6.QtWidgets import QWidget

from app.leases.model import Lease
from app.office import Office
from ui.kit.buttons import Button
from ui.leases.ending.cards import CARDS
from ui.leases.part import Part
from ui.navigation import Navigator


class EndingPart(Part):
    """Notices and protests first, then what comes after the last day."""

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, lease, parent)
        self.cards = [made for make in CARDS if (made := make(self)) is not None]
        self.add(*self.cards)

    def begin(self) -> None:
        buttons = self.findChildren(Button)
        first = next((each for each in buttons if each.isEnabled()), None)
        if first is not None:
            first.setFocus()
