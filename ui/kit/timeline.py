"""What was done to a record, newest first, one line each; Enter tells one in full."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.days import clock_time, day_and_year, short_day
from app.core.ids import Ref
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card, Fact, Facts
from ui.kit.columns import MISSING
from ui.kit.dialogs import Dialog
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.rows import Row, Shape

FIRST = 9


class Line(Protocol):
    """One line of the history, in words."""

    @property
    def id(self) -> int: ...
    @property
    def at(self) -> datetime: ...
    @property
    def verb(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def who(self) -> str: ...
    @property
    def undone(self) -> bool: ...
    @property
    def ref(self) -> object | None: ...  # None when it is about many at once (an import)


class Changed(Protocol):
    """One value that a line changed, in words."""

    @property
    def field(self) -> str: ...
    @property
    def before(self) -> str: ...
    @property
    def after(self) -> str: ...


L = TypeVar("L", bound=Line)


class Timeline(Card, Generic[L]):
    """The history of a few records as one list. `changes` is asked for the lines in sight alone.

    What was done to many at once tells no values here: they are other records' as well.
    """

    def __init__(
        self,
        title: str,
        changes: Callable[[L], Sequence[Changed]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, icon=Icon.HISTORY, flush=True, parent=parent)
        self._changes = changes
        self._lines: tuple[L, ...] = ()
        self._all = False
        self.list = RowList(title, Shape.TIMELINE, whole=True)
        self.list.activated_key.connect(self._tell)
        self.older = Button(
            "Vis eldre",
            self._show_all,
            kind=ButtonKind.QUIET,
            size=ButtonSize.SMALL,
            icon=Icon.CARET_DOWN,
        )
        self.body.addWidget(self.list)
        self.body.addWidget(self.older, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def set_lines(self, lines: Sequence[L]) -> None:
        """Tell these, each once, newest first."""
        found = {line.id: line for line in lines}
        self._lines = tuple(found[line_id] for line_id in sorted(found, reverse=True))
        self._show()

    def _show_all(self) -> None:
        self._all = True
        self._show()
        self.list.setFocus()

    def _show(self) -> None:
        shown = self._lines if self._all else self._lines[:FIRST]
        self.list.set_rows([self._row(line) for line in shown])
        left = len(self._lines) - len(shown)
        self.older.set_words(f"Vis {left} eldre")
        self.older.setVisible(left > 0)

    def _row(self, line: L) -> Row:
        """What is new beside the day; for what was not there before, who did it."""
        news = ", ".join(
            f"{change.field}: {change.after}"
            for change in self._told(line)
            if change.before != MISSING
        )
        why = f"{short_day(line.at.date())} · {news or line.who}"
        return Row(line.id, _title(line), why, icon=_icon(line))

    def _told(self, line: L) -> Sequence[Changed]:
        return () if line.ref is None else self._changes(line)

    def _tell(self, key: object) -> None:
        line = next(line for line in self._lines if line.id == key)
        when = f"{day_and_year(line.at.date())} {clock_time(line.at.time())}"
        dialog = Dialog(_title(line), f"{when} · {line.who}", leave="Lukk", parent=self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.add(Facts(list(self._facts(line)) or [Fact("Opplysninger", "vises ikke her")]))
        dialog.open()

    def _facts(self, line: L) -> Iterator[Fact]:
        for change in self._told(line):
            both = f"{change.before} → {change.after}"
            yield Fact(change.field, change.after if change.before == MISSING else both)


def _title(line: Line) -> str:
    return f"{line.what} (angret)" if line.undone else line.what


def _kind(line: Line) -> str:
    return line.verb.partition(".")[0]


def _icon(line: Line) -> Icon:
    """Of what was done, or of the case it was done in."""
    case = line.ref.kind if isinstance(line.ref, Ref) else ""
    return _ICONS.get(_kind(line)) or _CASES.get(case, Icon.HISTORY)


_CASES = {"eviction_case": Icon.EVICTIONS, "debt_case": Icon.DEBT}
_ICONS = {
    "person": Icon.PERSON,
    "household": Icon.PEOPLE,
    "address": Icon.SHOW,
    "dwelling": Icon.DWELLINGS,
    "application": Icon.APPLICATIONS,
    "vedtak": Icon.DOCUMENT,
    "lease": Icon.LEASES,
    "document": Icon.LETTER,
    "unit": Icon.UNDO,
}
