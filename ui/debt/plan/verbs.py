"""The buttons of a part: one of them is the next thing, and takes the keyboard."""

from collections.abc import Callable

from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.icons import Icon


class Verbs:
    """Makes them; `first` is the first main one that can be pressed."""

    def __init__(self) -> None:
        self.first: Button | None = None

    def button(
        self,
        words: str,
        act: Callable[[], object],
        icon: Icon | None = None,
        *,
        first: bool = False,
        off: str = "",
    ) -> Button:
        """A button; `first` for what is to be done next, `off` says why it can not be pressed."""
        main = first and self.first is None
        kind = ButtonKind.PRIMARY if main else ButtonKind.SECONDARY
        made = Button(words, act, kind=kind, icon=icon, size=ButtonSize.SMALL)
        made.set_off(off)
        if main and not off:
            self.first = made
        return made
