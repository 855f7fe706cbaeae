"""A card about a lease's end: what holds, and verbs in a line."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.leases.notices.model import Termination
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.flow import FlowLayout
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import done
from ui.leases.part import Part

Verb = tuple[str, Callable[[], object], str]
"""Words, what it does, and why it is off."""


class EndingCard(Card):
    """A card whose verbs act on the lease of a part."""

    def __init__(self, part: Part, title: str, icon: Icon) -> None:
        super().__init__(title, icon=icon)
        self.part, self.lease = part, part.lease
        self.office, self.navigator = part.office, part.navigator
        self.notice = self.office.notices.current(self.lease.id)
        self.termination = _current(part)
        self.buttons: list[Button] = []

    def add_verbs(self, verbs: list[Verb], *, primary: bool) -> None:
        """In one line that goes on below where there is no room; why some are off stands under."""
        if not verbs:
            return
        holder = QWidget()
        flow = FlowLayout(fonts.px(8), holder)
        for place, (words, act, off) in enumerate(verbs):
            first = primary and place == 0
            kind = ButtonKind.PRIMARY if first else ButtonKind.SECONDARY
            button = Button(words, act, kind=kind, size=ButtonSize.SMALL)
            button.set_off(off)
            self.buttons.append(button)
            flow.addWidget(button)
        self.add(holder)
        why = dict.fromkeys(off for _, _, off in verbs if off)
        if why:
            self.add(Label(" ".join(why), Type.HELP, Token.TEXT2, wrap=True))

    def told(self, verb: str) -> Callable[[], object]:
        """Says that it is done."""
        return lambda: self.navigator.tell(done(verb))


def _current(part: Part) -> Termination | None:
    found = part.office.terminations.of(part.lease.id)
    held = [each for each in found if each.withdrawn_on is None]
    return held[-1] if held else None
