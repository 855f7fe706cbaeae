"""The officer at the desk: starts the program, finds her way by Tab, reads what it says."""

import os
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from tests.screen.keyboard import Keyboard
from tests.screen.tree import STARTING, Node, NotInTimeError, Tree

ROOT = Path(__file__).resolve().parents[2]
PICTURES = os.environ.get("HUSROM_PICTURES", "")
LIGHT, TWICE = "light", "twice"
SCHEMES = (LIGHT, "dark", "contrast")
_MOST_TABS = 120
_CRASH = "Husrom gjorde en feil"
_MOST_DOWNS = 8
_MOST_PARTS = 14
_MOST_TOLD = 15
_PAGE_KEYS = (*"1234567890", "plus", "backslash")
PAGES = (
    "I dag",
    "Boliger",
    "Personer",
    "Søknader",
    "Venteliste",
    "Leieforhold",
    "Restanser",
    "Oppfølging",
    "Økonomisk rådgivning",
    "Utkastelser",
    "Oversikt",
    "Brev",
    "Historikk",
    "Innstillinger",
)
_ROWS = {"Økonomisk rådgivning": "Gjeldsrådgivning"}
"""What the row of a page is called in the sidebar, where that is not the page's own name."""

_CLOCK = "/usr/$LIB/faketime/libfaketimeMT.so.1"


def dressed(look: str, day: date | None) -> dict[str, str]:
    """The surroundings of a start: the colours kept on this machine, the scale, and the day."""
    kept = Path(os.environ["XDG_CONFIG_HOME"]) / "Husrom" / "Husrom.conf"
    if look:
        scheme = look if look in SCHEMES else LIGHT
        kept.write_text(f"[looks]\nscheme={scheme}\n", "utf-8")
    scale = {"QT_SCALE_FACTOR": "2"} if look == TWICE else {}
    return os.environ | scale | (turned(day) if day is not None else {})


def turned(day: date) -> dict[str, str]:
    """The program alone believes that it is this day; what it waits for takes its real time."""
    return {
        "LD_PRELOAD": _CLOCK,
        "FAKETIME": f"@{day:%Y-%m-%d} 10:00:00",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }


def _told(one: Node) -> str:
    return f"«{one.name}» ({one.role})" if one.name else "what is gone"


class Desk:
    """One start of the program on one register."""

    def __init__(
        self,
        register: Path,
        keys: Keyboard,
        tree: Tree,
        look: str = "",
        day: date | None = None,
    ) -> None:
        self.keys, self.tree, self._look = keys, tree, look
        self.nameless: list[str] = []
        self._process = subprocess.Popen(
            [ROOT / ".venv/bin/husrom-app", str(register)],
            cwd=register.parent,
            env=dressed(look, day),
        )
        found = tree.until(lambda: tree.program(self._process.pid), "the program", STARTING)
        self.program: Node = found

    @classmethod
    @contextmanager
    def sat_at(
        cls,
        register: Path,
        keys: Keyboard,
        tree: Tree,
        look: str = "",
        day: date | None = None,
    ) -> Iterator["Desk"]:
        """The program from start to end, whatever happens in between; today or on another day."""
        desk = cls(register, keys, tree, look, day)
        try:
            yield desk
        finally:
            if desk._process.poll() is None:
                desk._process.terminate()
            desk._process.wait(timeout=20)

    # reading

    def sees(self, name: str, role: str = "", seconds: float = 15, *, part: bool = False) -> Node:
        """Wait until something in sight has a name that begins so, or has it as a part."""
        return self.tree.until(
            lambda: self.program.find(name, role, part=part) if self._runs() else None,
            f"«{name}» ({role or 'any role'})",
            seconds,
        )

    def hears(self, words: str) -> None:
        """Wait until the toast says this; it lies right in the window and is gone in 8 s.

        All else is not read on the way there: on a slow machine that takes longer than a toast.
        """
        self.tree.until(
            lambda: self._runs() and any(one.name.startswith(words) for one in self._toasts()),
            f"a toast that says «{words}»",
        )

    def _toasts(self) -> list[Node]:
        views = (view for window in self.program.children() for view in window.children())
        parts = (one for view in views for one in view.children())
        return [one for one in parts if one.role == "panel" and one.has("showing")]

    def _runs(self) -> bool:
        """True; or the story ends here, since waiting would be of no use."""
        code = self._process.poll()
        if code is not None:
            raise AssertionError(f"the program ended by itself with {code}")
        if any(one.name.startswith(_CRASH) for one in self.program.children()):
            raise AssertionError("the program has told of a crash")
        return True

    def ready(self, name: str) -> None:
        """Wait until a button can be pressed: nothing is missing any more."""
        self.tree.until(lambda: self._can(name), f"«{name}» can be pressed")

    def _can(self, name: str) -> bool:
        found = self.program.find(name, "button")
        return found is not None and found.has("enabled")

    def last_moves(self) -> str:
        """The last keys, and what the keyboard came to after each; what is gone has no name now."""
        keys = [(when, f"pressed {key}") for when, key in self.keys.pressed]
        begun = keys[0][0] if keys else 0.0
        moves = [(when, f"  on {_told(one)}") for when, one in self.tree.passed if when >= begun]
        lines = (f"{when - begun:6.2f} s  {what}" for when, what in sorted(keys + moves))
        return "\n".join(lines)

    def reads(self) -> str:
        """Everything that can be heard from the window now."""
        told = ((one.name, one.description, one.text) for one in self.program.walk())
        return "\n".join(words for three in told for words in three if words)

    def reads_on_top(self) -> str:
        """The first lines of the dialog that lies over the window, if one does."""
        dialogs = [one for one in self.program.children() if one.role == "dialog"]
        told = [one.name for over in dialogs[-1:] for one in over.walk() if one.name]
        return "\n".join(told[:_MOST_TOLD])

    def unheard(self, words: Iterable[str]) -> set[str]:
        """Those of the words that the tree holds nowhere; it is read no longer than it must."""
        left = set(words)
        for one in self.program.walk(hidden=True):
            said = "\n".join((one.name, one.description, one.text))
            left = {word for word in left if word not in said}
            if not left:
                break
        return left

    def look(self, name: str) -> None:
        """Look at a view as it is: what has no name is noted, and a picture kept if wanted."""
        found = (one for one in self.program.walk() if one.lacks_name)
        self.nameless += [f"{name}: {one.role} at {one.where}" for one in found]
        self.picture(name)

    def picture(self, name: str) -> None:
        """Keep a picture of the screen, if a folder was named for pictures."""
        if PICTURES:
            folder = Path(PICTURES) / (self._look or LIGHT)
            folder.mkdir(parents=True, exist_ok=True)
            file = folder / f"{name}.png"
            command = ["import", "-window", "root", "-quality", "10", str(file)]
            subprocess.run(command, check=True, timeout=30)

    # keys

    def on(self, name: str) -> None:
        """Wait until the keyboard is on something with this name."""
        self.tree.until(
            lambda: self._is_on(name),
            lambda: f"the keyboard on «{name}», not «{self.tree.focused.name}»",
        )

    def to(self, name: str, key: str = "Tab") -> None:
        """Press Tab until the keyboard is on something with this name."""
        self.go(key, lambda: self._is_on(name), name)

    def go(self, key: str, there: Callable[[], object], name: str, most: int = _MOST_TABS) -> None:
        """Press a key until the keyboard is there, one thing after the other; none is passed by."""
        passed: list[str] = []
        self._takes_keys()
        while not there():
            if len(passed) == most:
                raise NotInTimeError(f"«{name}» by {key}; passed {passed}")
            self.step(key, name)
            passed.append(self.tree.focused.name)

    def step(self, key: str, name: str) -> None:
        """One press, and wait until the keyboard stands on the next thing, as the ring shows."""
        self._takes_keys()
        before, here = self.tree.moves, self.tree.focused
        self.keys.press(key)
        self.tree.until(
            lambda: self.tree.moves > before and self._stands(),
            lambda: f"{key} moves on from «{here.name}» on the way to «{name}»",
        )

    def _stands(self) -> bool:
        """Not under way: while a page is made anew, the keyboard is told of in many places."""
        return self.tree.at_rest(self.program) and self.tree.focused.has("focused")

    def _takes_keys(self) -> None:
        """Wait until the window, or the dialog over it, has the keyboard from the system."""
        self.tree.until(
            lambda: self.tree.at_rest(self.program) and self._is_active(),
            "the window takes keys",
        )

    def _is_active(self) -> bool:
        windows = [one for one in self.program.children() if one.has("showing")]
        dialogs = [one for one in windows if one.role == "dialog"]
        return any(one.has("active") for one in dialogs or windows)

    def _is_on(self, name: str) -> bool:
        here = self.tree.focused
        called = here.label if here.role == "combo box" else here.name
        return called.startswith(name) and here.has("focused")

    def choose(self, name: str, letters: str, value: str) -> None:
        """Go to a choice and type the first letters of what shall be chosen."""
        self.to(name)
        self.keys.decide()
        self.keys.type(letters)
        self.tree.until(
            lambda: self.tree.focused.name.startswith(value),
            f"«{name}» is «{value}», not «{self.tree.focused.name}»",
        )

    def write(self, name: str, text: str) -> None:
        """Go to a field, decide what it shall hold, and type it."""
        self.to(name)
        self.keys.decide()
        self.keys.press("ctrl+a")
        self.keys.type(text)
        self.tree.until(
            lambda: len(self.tree.focused.text) == len(text), f"«{name}» holds what was typed"
        )

    def do(self, name: str, key: str = "space") -> None:
        """Go to a button and press it."""
        self.to(name)
        self.keys.decide()
        self.keys.press(key)

    def part(self, name: str) -> None:
        """Go to a part of a form that folds, and into it."""
        self.step("ctrl+Next", name)
        self.go("ctrl+Next", lambda: self._is_on(name), name, _MOST_PARTS)
        if self.tree.focused.description.startswith("lukket"):
            self.keys.decide()
            self.keys.press("space")
            self.tree.until(lambda: not self._is_on(name), f"«{name}» opens and is gone into")

    def tick(self, first: str, *wanted: str) -> None:
        """Go to a list of ticks, which Tab stops at once, and by the arrows to each wanted."""
        self.to(first)
        for name in wanted:
            self.go("Down", lambda ticked=name: self._is_on(ticked), name)  # type: ignore[misc]  # bound at once
            self.keys.decide()
            self.keys.press("space")
            self.tree.until(lambda: self.tree.focused.has("checked"), f"«{name}» is ticked")

    def turn_to(self, name: str) -> None:
        """Go to a page of the sidebar by its key; those after the last key by their name."""
        place = PAGES.index(name)
        if place < len(_PAGE_KEYS):
            self.keys.press(f"ctrl+{_PAGE_KEYS[place]}")
        else:
            self.search(name.lower(), name)
        self.tree.until(lambda: self._has_turned_to(name), f"the page «{name}»")

    def _has_turned_to(self, name: str) -> bool:
        """The sidebar marks its row, and its title is there: a card may be called the same."""
        row = self.program.find(_ROWS.get(name, name), "check box")
        marked = row is not None and row.has("checked")
        return marked and self.program.find(name, "label") is not None

    def search(self, typed: str, found: str) -> None:
        """Ctrl+K, some letters, down to what begins so, Enter."""
        self.keys.press("ctrl+k")
        self.on("Søk eller gjør")
        self.keys.decide()
        self.keys.type(typed)
        self.tree.until(lambda: self._has_searched(typed), f"what is found by «{typed}»")
        self.sees(found, "list item")
        for _ in range(_MOST_DOWNS):
            here = self.tree.focused.description
            if here.startswith(found):
                break
            self.keys.press("Down")
            self.tree.until(
                lambda seen=here: self.tree.focused.description != seen,  # type: ignore[misc]  # bound at once
                f"Down moves on from «{here}» on the way to «{found}»",
            )
        self.keys.press("Return")

    def _has_searched(self, typed: str) -> bool:
        """All is typed, and the row it found first is told; while one types, none is."""
        box = self.tree.focused
        return box.text == typed and bool(box.description)

    def closes(self) -> int:
        """Close the window as Alt+F4 would, and wait for the end; the program's exit code."""
        self.keys.press("alt+F4")
        self.tree.until(lambda: self._process.poll() is not None, "the program has ended")
        return int(self._process.wait())
