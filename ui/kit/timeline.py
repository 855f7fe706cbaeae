"""What was done to a record, newest first, in the officer's words; Enter tells one in full."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core import words
from app.core.ids import Ref
from app.core.text import clock_time, day_and_year, short_day
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card, Fact, Facts
from ui.kit.dialogs import Dialog
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.rows import Row, Shape

FIRST = 9
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Wording = Mapping[str, Callable[[object], str]]


class PastEvent(Protocol):
    """One line of the history."""

    @property
    def id(self) -> int: ...
    @property
    def verb(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def by(self) -> int: ...
    @property
    def reversed_by(self) -> int | None: ...


class Change(Protocol):
    """One value that an event changed."""

    @property
    def table(self) -> str: ...
    @property
    def column(self) -> str: ...
    @property
    def before(self) -> object: ...
    @property
    def after(self) -> object: ...
    @property
    def redacted(self) -> bool: ...


class Past(Protocol):
    """Where the history is read."""

    def of(self, subject: Ref, limit: int = ...) -> Sequence[PastEvent]:
        """What was done to one record, newest first."""
        ...

    def changes(self, event_id: int) -> Sequence[Change]:
        """Every value an event changed."""
        ...


class Timeline(Card):
    """The history of a few records as one list.

    `wording` says a value of «table.column» or «column» in words; `who` names the officer.
    Values of tables in `hidden` are never shown (a protected address).
    """

    def __init__(
        self,
        past: Past,
        who: Callable[[int], str],
        wording: Wording,
        title: str = "Tidslinje",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, icon=Icon.HISTORY, flush=True, parent=parent)
        self._past, self._who, self._wording = past, who, wording
        self._events: tuple[PastEvent, ...] = ()
        self._hidden: frozenset[str] = frozenset()
        self._all = False
        self.list = RowList(title, Shape.TIMELINE, whole=True)
        self.list.activated_key.connect(self._tell)
        self.older = Button(
            "", self._show_all, kind=ButtonKind.QUIET, size=ButtonSize.SMALL, icon=Icon.CARET_DOWN
        )
        self.body.addWidget(self.list)
        self.body.addWidget(self.older, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def set_refs(self, refs: Sequence[Ref], hidden: frozenset[str] = frozenset()) -> None:
        """Tell the history of these records."""
        found = {event.id: event for ref in refs for event in self._past.of(ref)}
        self._events = tuple(found[event_id] for event_id in sorted(found, reverse=True))
        self._hidden = hidden
        self._show()

    def _show_all(self) -> None:
        self._all = True
        self._show()
        self.list.setFocus()

    def _show(self) -> None:
        shown = self._events if self._all else self._events[:FIRST]
        self.list.set_rows([self._row(event) for event in shown])
        left = len(self._events) - len(shown)
        self.older.set_words(f"Vis {left} eldre")
        self.older.setVisible(left > 0)

    def _row(self, event: PastEvent) -> Row:
        changed = ", ".join(f"{name}: {value}" for name, value in self._changes(event, brief=True))
        why = f"{short_day(event.at.date())} · {changed or self._who(event.by)}"
        return Row(event.id, _title(event), why, icon=_icon(event.verb))

    def _changes(self, event: PastEvent, *, brief: bool = False) -> Iterator[tuple[str, str]]:
        """What changed, as name and value; `brief` leaves out rows that are new."""
        for change in self._past.changes(event.id):
            if change.redacted:
                yield "Verdi", "fjernet etter loven"
                continue
            name = words.column(change.table, change.column)
            if not name or change.table in self._hidden:
                continue
            before, after = self._worded(change, change.before), self._worded(change, change.after)
            if before == after or (brief and change.before is None):
                continue
            yield name, after if brief or before == "–" else f"{before} → {after}"

    def _worded(self, change: Change, value: object) -> str:
        if value is None or value == "":
            return "–"
        say = self._wording.get(f"{change.table}.{change.column}", self._wording.get(change.column))
        if say is not None:
            return say(value)
        text = str(value)
        return short_day(date.fromisoformat(text)) if _ISO_DAY.fullmatch(text) else text

    def _tell(self, key: object) -> None:
        event = next(event for event in self._events if event.id == key)
        when = f"{day_and_year(event.at.date())} {clock_time(event.at.time())}"
        dialog = Dialog(
            _title(event), f"{when} · {self._who(event.by)}", leave="Lukk", parent=self.window()
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        facts = [Fact(name, value) for name, value in self._changes(event)]
        dialog.add(Facts(facts or [Fact("Opplysninger", "vises ikke her")]))
        dialog.open()


def _title(event: PastEvent) -> str:
    title = words.event(event.verb)
    return f"{title} (angret)" if event.reversed_by is not None else title


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


def _icon(verb: str) -> Icon:
    return _ICONS.get(verb.partition(".")[0], Icon.HISTORY)
