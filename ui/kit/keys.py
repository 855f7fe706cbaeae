"""The one key table of the program: each key once, with what it does in Norwegian."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class Scope(Enum):
    """Where a key works."""

    PROGRAM = "Overalt"
    PAGE = "På siden"
    LIST = "I lister"


class Key(Enum):
    """A key: sequence, what it does, where."""

    PALETTE = ("Ctrl+K", "Søk eller gjør", Scope.PROGRAM)
    QUICK_NOTE = ("Ctrl+J", "Nytt notat om en samtale eller et besøk", Scope.PROGRAM)
    LOCK = ("Ctrl+L", "Lås nå", Scope.PROGRAM)
    NEW_PERSON = ("Ctrl+Shift+N", "Ny person", Scope.PROGRAM)
    UNDO = ("Ctrl+Z", "Angre", Scope.PROGRAM)
    SAVED = ("Ctrl+S", "Vis at alt er lagret", Scope.PROGRAM)
    BACKUP = ("Ctrl+Shift+S", "Ta sikkerhetskopi nå", Scope.PROGRAM)
    BACK = ("Alt+Left", "Tilbake", Scope.PROGRAM)
    KEYS = ("Ctrl+/", "Vis alle tastene", Scope.PROGRAM)
    SETTINGS = ("Ctrl+,", "Innstillinger", Scope.PROGRAM)
    QUIT = ("Ctrl+Q", "Avslutt", Scope.PROGRAM)
    PAGE_1 = ("Ctrl+1", "Gå til første side i menyen", Scope.PROGRAM)
    PAGE_2 = ("Ctrl+2", "Gå til andre side", Scope.PROGRAM)
    PAGE_3 = ("Ctrl+3", "Gå til tredje side", Scope.PROGRAM)
    PAGE_4 = ("Ctrl+4", "Gå til fjerde side", Scope.PROGRAM)
    PAGE_5 = ("Ctrl+5", "Gå til femte side", Scope.PROGRAM)
    PAGE_6 = ("Ctrl+6", "Gå til sjette side", Scope.PROGRAM)
    PAGE_7 = ("Ctrl+7", "Gå til sjuende side", Scope.PROGRAM)
    PAGE_8 = ("Ctrl+8", "Gå til åttende side", Scope.PROGRAM)
    PAGE_9 = ("Ctrl+9", "Gå til niende side", Scope.PROGRAM)
    PAGE_10 = ("Ctrl+0", "Gå til tiende side", Scope.PROGRAM)
    PAGE_11 = ("Ctrl++", "Gå til ellevte side", Scope.PROGRAM)
    PAGE_12 = ("Ctrl+\\", "Gå til tolvte side", Scope.PROGRAM)
    NEW = ("Ctrl+N", "Ny på denne siden", Scope.PAGE)
    FIND = ("Ctrl+F", "Søk på siden", Scope.PAGE)
    FIND_TOO = ("F3", "Søk på siden (som Ctrl F)", Scope.PAGE)
    FINISH = ("Ctrl+Return", "Gjør ferdig det som skrives", Scope.PAGE)
    EXPORT = ("Ctrl+E", "Eksporter det som vises", Scope.PAGE)
    REFRESH = ("F5", "Regn fristene på nytt", Scope.PAGE)
    NEXT_PROBLEM = ("F8", "Gå til neste feil", Scope.PAGE)
    NEXT_PART = ("Ctrl+PgDown", "Gå til neste del av skjemaet eller siden", Scope.PAGE)
    PREVIOUS_PART = ("Ctrl+PgUp", "Gå til forrige del av skjemaet eller siden", Scope.PAGE)
    SIDE_PANEL = ("F6", "Gå til sidepanelet, eller tilbake", Scope.PAGE)
    MOVE_UP = ("Alt+Up", "Flytt opp, med grunn", Scope.LIST)
    MOVE_DOWN = ("Alt+Down", "Flytt ned, med grunn", Scope.LIST)
    SNOOZE = ("Ctrl+U", "Utsett til senere", Scope.LIST)
    HIDE = ("Space", "Skjul setningen, eller ta den med", Scope.LIST)
    NEXT_SUGGESTION = ("F7", "Gå til neste forslag", Scope.LIST)

    @property
    def sequence(self) -> str:
        """The key in Qt's portable spelling."""
        return self.value[0]

    @property
    def words(self) -> str:
        """What it does."""
        return self.value[1]

    @property
    def scope(self) -> Scope:
        """Where it works."""
        return self.value[2]

    @property
    def shown(self) -> str:
        """How it is written on a cap: «Ctrl Skift N»."""
        return shown_key(self.value[0])

    def qt(self) -> QKeySequence:
        """The key for Qt."""
        return QKeySequence.fromString(self.value[0], QKeySequence.SequenceFormat.PortableText)


_CAPS = {
    "Shift": "Skift",
    "Return": "Enter",
    "Del": "Slett",
    "Space": "Mellomrom",
    "PgDown": "Page Down",
    "PgUp": "Page Up",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
}


def shown_key(sequence: str) -> str:
    """How a portable key is written on its cap."""
    parts = sequence.removesuffix("+").split("+")  # «Ctrl++» ends in the key itself
    if sequence.endswith("++"):
        parts[-1] = "+"
    return " ".join(_CAPS.get(part, part) for part in parts)


def bind(
    key: Key,
    on: QWidget,
    act: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
) -> QShortcut:
    """Let a key act in a window or, with another context, in one widget."""
    shortcut = QShortcut(key.qt(), on)
    shortcut.setContext(context)
    shortcut.activated.connect(lambda: act())
    return shortcut
