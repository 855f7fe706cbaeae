"""The accessibility tree as a screen reader has it, and waiting for what it tells."""

import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import TypeVar

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  the version must be said first

T = TypeVar("T")

PATIENCE = 15
STARTING = 60
"""Seconds for the program to come up where others work too."""
_LOOK_AGAIN_MS = 40
_HASTE_MS = 1000
_LAST_MOVES = 30
_MOST_ROWS = 60
_HEARD = (
    "object:state-changed",
    "object:children-changed",
    "object:text-changed",
    "object:property-change",
    "window",
)
_LONG = {"table", "tree table", "list", "tree"}
_CELLS = {"table cell", "list item"}


class NotInTimeError(AssertionError):
    """What was waited for did not come."""


class Node:
    """One thing in the tree. What has gone away in the meantime has no name and no children."""

    def __init__(self, accessible: Atspi.Accessible) -> None:
        self._it = accessible

    @property
    def name(self) -> str:
        """As it is read aloud."""
        try:
            return str(self._it.get_name() or "" if self._it else "").replace("\xa0", " ")
        except GLib.Error:
            return ""

    @property
    def label(self) -> str:
        """What stands beside a field: Qt names a choice by what is chosen, and ties the label."""
        try:
            for tie in self._it.get_relation_set() if self._it else ():
                if tie.get_relation_type() == Atspi.RelationType.LABELLED_BY:
                    return Node(tie.get_target(0)).name
        except GLib.Error:
            return ""
        return self.name

    @property
    def description(self) -> str:
        """The second thing that is read aloud."""
        try:
            return str(self._it.get_description() or "" if self._it else "")
        except GLib.Error:
            return ""

    @property
    def role(self) -> str:
        """«push button», «text», «table» and so on."""
        try:
            return str(self._it.get_role_name() or "" if self._it else "").replace(
                "push button", "button"
            )
        except GLib.Error:
            return ""

    @property
    def text(self) -> str:
        """What a field holds."""
        try:
            held = self._it.get_text_iface()
            return "" if held is None else str(Atspi.Text.get_text(held, 0, -1))
        except GLib.Error:
            return ""

    @property
    def index(self) -> int:
        """The place among its siblings."""
        try:
            return int(self._it.get_index_in_parent())
        except GLib.Error:
            return -1

    def has(self, *states: str) -> bool:
        """Whether it is all of these: «focusable», «showing», «checked»."""
        try:
            held = self._it.get_state_set() if self._it else None
            return held is not None and all(
                held.contains(getattr(Atspi.StateType, one.upper())) for one in states
            )
        except GLib.Error:
            return False

    def children(self) -> list["Node"]:
        """What is directly inside; of a long list, the first rows.

        Fetched at once: Qt falls when asked for a scroll bar that has gone since they were counted.
        """
        found: list[Node] = []
        try:
            most = _MOST_ROWS if self.role in _LONG else self._it.get_child_count()
            while len(found) < min(most, self._it.get_child_count()):
                child = self._it.get_child_at_index(len(found))
                found.append(Node(child))
        except GLib.Error:
            return []
        return found

    def walk(self, *, hidden: bool = False) -> Iterator["Node"]:
        """Itself and everything in sight inside it, or all that is there."""
        yield self
        for child in self.children():
            if hidden or child.has("showing"):
                yield from child.walk(hidden=hidden)

    def find(self, name: str, role: str = "", *, part: bool = False) -> "Node | None":
        """The first in sight whose name begins so, or has it as a part."""
        for one in self.walk():
            called = one.name
            fits = name in called if part else called.startswith(name)
            if fits and (not role or one.role == role):
                return one
        return None

    @property
    def lacks_name(self) -> bool:
        """Whether a screen reader would come to it and have nothing to say."""
        reached = self.has("focusable") and self.role not in _CELLS
        return (reached or self.role in _LONG) and not (self.label or self.name).strip()

    @property
    def where(self) -> str:
        """The names it stands inside, from the outermost."""
        names: list[str] = []
        try:
            around = self._it.get_parent()
            while around is not None:
                names.append(Node(around).name)
                around = around.get_parent()
        except GLib.Error:
            pass
        return " > ".join(name for name in reversed(names) if name)


class Tree:
    """One program's tree. `focused` is what has the keyboard now."""

    def __init__(self) -> None:
        # by itself it gives up after 0.8 s, and a busy program is read as one without words
        Atspi.set_timeout(PATIENCE * 1000, STARTING * 1000)
        self.focused = Node(None)
        self.moves = 0
        self.passed: deque[tuple[float, Node]] = deque(maxlen=_LAST_MOVES)
        self._context = GLib.MainContext.default()
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in _HEARD:
            self._listener.register(kind)

    def _hear(self, event: Atspi.Event) -> None:
        if event.type == "object:state-changed:focused" and event.detail1:
            self.focused = Node(event.source)
            self.moves += 1
            self.passed.append((time.monotonic(), self.focused))

    def settle(self) -> None:
        """Hear what has been told so far."""
        while self._context.pending():
            self._context.iteration(False)

    def at_rest(self, program: Node) -> bool:
        """Whether the program had no more to tell when it answered.

        It answers when it is done with what it was at, and all that was told before is heard first.
        """
        told = self.moves
        program.has("showing")
        self.settle()
        return self.moves == told

    def hasten(self) -> None:
        """Wait no longer for a program that may never answer: the story has stopped."""
        Atspi.set_timeout(_HASTE_MS, _HASTE_MS)

    def until(
        self,
        holds: Callable[[], T | None],
        what: str | Callable[[], str],
        seconds: float = PATIENCE,
    ) -> T:
        """What `holds` gives, as soon as it gives something; looks at each thing told."""
        over: list[bool] = []
        late = GLib.timeout_add(int(seconds * 1000), lambda: over.append(True))
        again = GLib.timeout_add(_LOOK_AGAIN_MS, lambda: True)
        try:
            while True:
                self.settle()
                found = holds()
                if found:
                    return found
                if over:
                    raise NotInTimeError(what if isinstance(what, str) else what())
                self._context.iteration(True)
        finally:
            if not over:
                GLib.source_remove(late)
            GLib.source_remove(again)

    def program(self, process: int) -> Node | None:
        """The program with this process number, when it has come to the bus."""
        desktop = Atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            one = desktop.get_child_at_index(place)
            if one is not None and one.get_process_id() == process:
                one.set_cache_mask(Atspi.Cache.NONE)
                return Node(one)
        return None
