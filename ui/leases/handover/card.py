"""What the four cards of «Innflytting» share."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.leases.model import Lease
from app.office import Office
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonSize
from ui.kit.cards import Callout, Card
from ui.kit.flow import flowing
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.leases.handover.dialogs import HandoverDialogs

Go = Callable[[str], None]


class HandoverCard(Card):
    """A subject: what is missing, what is there, and the verbs. `missing` puts it first."""

    def __init__(
        self,
        title: str,
        icon: Icon,
        office: Office,
        lease: Lease,
        dialogs: HandoverDialogs,
        go: Go,
    ) -> None:
        super().__init__(title, icon=icon, flush=True)
        self.setAccessibleName(title)
        self.title_words = title
        self.office, self.lease, self.dialogs, self.go = office, lease, dialogs, go
        self.missing = False
        self.list: RowList | None = None
        self.buttons: list[Button] = []
        self.build()

    def build(self) -> None:
        """Put its parts in."""
        raise NotImplementedError

    def tell(self, callout: Callout) -> None:
        """What is the matter, over everything else."""
        self.inset(callout)

    def empty(self, words: str) -> None:
        """That nothing is there, and the next step."""
        self.inset(Label(words, Type.HELP, Token.TEXT2, wrap=True))

    def rows(self, rows: Sequence[Row], act: Callable[[object], object] | None = None) -> None:
        """What is there; Enter does what the row says."""
        if not rows:
            return
        self.list = RowList(self.title_words, Shape.TODAY, whole=True)
        self.list.set_rows(rows)
        if act is not None:
            self.list.activated_key.connect(act)
        self.add(self.list)

    def verbs(self, buttons: Sequence[Button]) -> None:
        """The verbs, on as many lines as they need."""
        self.buttons = list(buttons)
        self.inset(flowing(*buttons))

    def verb(self, words: str, act: Callable[[], object], icon: Icon | None = None) -> Button:
        """A small button."""
        return Button(words, act, icon=icon, size=ButtonSize.SMALL)

    def begin(self) -> bool:
        """Put the keyboard on its rows, or its first verb that can be done."""
        if self.list is not None:
            self.list.setFocus()
            return True
        ready = next((button for button in self.buttons if button.isEnabled()), None)
        if ready is not None:
            ready.setFocus()
        return ready is not None

    def inset(self, part: QWidget) -> None:
        """A part with air around it; lists go from edge to edge."""
        box = QVBoxLayout()
        box.setContentsMargins(fonts.px(16), fonts.px(4), fonts.px(16), fonts.px(8))
        box.addWidget(part)
        self.add(box)
