"""Sections that fold: one line until they are opened, with what they hold told at the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import Problem
from app.core.text import plural
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Hairline, Section
from ui.kit.field import Field
from ui.kit.fonts import Type
from ui.kit.form import Form, Words, own_words
from ui.kit.icons import Icon
from ui.kit.keys import Key, bind
from ui.kit.palette import Token
from ui.kit.tab_order import stand_on
from ui.kit.words import Label


class Fold(Section):
    """A titled part that opens and closes by its title; opening goes to its first field."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        QWidget.__init__(self, parent)
        self._title = title
        self.fields: list[Field] = []
        self.say: Callable[[], str] = lambda: ""  # what it holds, where a count says too little
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(8))
        column.addWidget(Hairline())
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        self.toggle = Button(title, self._pressed, kind=ButtonKind.QUIET, icon=Icon.CARET_RIGHT)
        self._fact = Label("", Type.HELP, Token.TEXT2)
        row.addWidget(self.toggle)
        row.addStretch(1)
        row.addWidget(self._fact)
        column.addLayout(row)
        self._inner = QWidget()
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, 0, 0, fonts.px(4))
        self.body.setSpacing(fonts.px(8))
        column.addWidget(self._inner)
        self.set_open(opened=False)

    @property
    def opened(self) -> bool:
        """Whether its fields are in sight."""
        return not self._inner.isHidden()

    def set_open(self, *, opened: bool) -> None:
        """Show the fields, or one line."""
        self._inner.setVisible(opened)
        self.toggle.icon_kind = Icon.CARET_DOWN if opened else Icon.CARET_RIGHT
        self.toggle.setAccessibleDescription("åpen" if opened else "lukket")
        self.toggle.update()

    def _pressed(self) -> None:
        self.set_open(opened=not self.opened)
        if self.opened and self.fields:
            first = self.fields[0].control
            QTimer.singleShot(0, first, lambda: stand_on(first))

    @property
    def filled(self) -> int:
        """How many answers its fields hold; each row and each tick is one."""
        return sum(_answers(field.value()) for field in self.fields)

    def tell(self) -> None:
        """Say at the right how much is filled in."""
        count = self.filled
        counted = plural(count, "svar", "svar") if count else "ikke fylt ut"
        words = self.say() or counted
        self._fact.setText(words)
        state = "åpen" if self.opened else "lukket"
        self.toggle.setAccessibleDescription(f"{state}, {words}")


def _answers(value: object) -> int:
    if isinstance(value, tuple | frozenset):
        return len(value)
    return int(value not in (None, ""))


class FoldingForm(Form):
    """A form where some sections are folded until they are wanted or hold a problem."""

    def __init__(self, name: str, words: Words = own_words, parent: QWidget | None = None) -> None:
        self.folds: list[Fold] = []
        super().__init__(name, words, parent)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        bind(Key.NEXT_PART, self, lambda: self.go_on(1), here)
        bind(Key.PREVIOUS_PART, self, lambda: self.go_on(-1), here)
        self.changed.connect(lambda _name: self.tell_folds())

    def fold(self, title: str, *, opened: bool = False) -> Fold:
        """Begin a part that folds; what follows is put in it."""
        made = Fold(title)
        made.set_open(opened=opened)
        self._section = made
        self.folds.append(made)
        self.body.insertWidget(self.body.count() - 1, made)
        return made

    def line(self, *fields: Field) -> None:
        super().line(*fields)
        if isinstance(self._section, Fold):
            self._section.fields += fields
            for field in fields:
                field.hide_optional()

    def go_on(self, step: int) -> None:
        """Stand on the title of the next or the previous part that folds."""
        at = self._fold_here()
        inside = 0 <= at < len(self.folds) and not self.folds[at].toggle.hasFocus()
        place = at if step < 0 and inside else at + step
        stand_on(self.folds[min(max(place, 0), len(self.folds) - 1)].toggle)

    def _fold_here(self) -> int:
        here = self.window().focusWidget()
        inside = (at for at, fold in enumerate(self.folds) if here and fold.isAncestorOf(here))
        return next(inside, -1)

    def tell_folds(self) -> None:
        """Each says anew how much it holds."""
        for fold in self.folds:
            fold.tell()

    def open_filled(self, *, others: bool | None = None) -> None:
        """Open what holds something; close the others too when `others` is False."""
        for fold in self.folds:
            if fold.filled:
                fold.set_open(opened=True)
            elif others is not None:
                fold.set_open(opened=others)
        self.tell_folds()

    def jump_to_first(self) -> None:
        super().jump_to_first()
        here = self.window().focusWidget()
        if here is not None and self.isAncestorOf(here):
            stand_on(here)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """As a form; what stops it is never hidden in a fold."""
        super().show_problems(problems)
        wrong = {problem.field for problem in self.problems if problem.blocks}
        for fold in self.folds:
            if any(field.name in wrong for field in fold.fields):
                fold.set_open(opened=True)
        self.tell_folds()
