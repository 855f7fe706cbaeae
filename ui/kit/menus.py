"""«Mer»: a button with what is done more seldom under it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.icons import Icon

Act = tuple[str, Callable[[], object]]


class MenuButton(Button):
    """Asks for its acts each time it is opened; Enter, space and the arrows do the rest."""

    def __init__(
        self,
        words: str,
        acts: Callable[[], Sequence[Act]],
        *,
        kind: ButtonKind = ButtonKind.SECONDARY,
        size: ButtonSize = ButtonSize.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            words, self.open_menu, kind=kind, icon=Icon.CARET_DOWN, size=size, parent=parent
        )
        self._acts = acts

    def made(self) -> QMenu:
        """The menu as it would be opened now."""
        menu = QMenu(self)
        menu.setAccessibleName(self.accessibleName())
        for words, act in self._acts():
            menu.addAction(words).triggered.connect(lambda _=False, do=act: do())
        return menu

    def open_menu(self) -> None:
        """Show it under the button, on its first line."""
        menu = self.made()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])
