"""The keyboard, through the X server like any other; what is pressed is counted.

0.28 s a key and 1.35 s a decision: the keystroke-level model of Card, Moran and Newell, 1980.
"""

import subprocess
import time
from collections import deque
from dataclasses import dataclass

SECONDS_A_KEY = 0.28
SECONDS_A_DECISION = 1.35
_LAST_KEYS = 15


@dataclass(slots=True)
class Job:
    """What one piece of work cost the officer."""

    name: str
    keys: int = 0
    decisions: int = 0

    @property
    def seconds(self) -> float:
        """Time of hands and head, without reading papers or waiting for people."""
        return self.keys * SECONDS_A_KEY + self.decisions * SECONDS_A_DECISION


class Keyboard:
    """Presses keys and counts them: Shift and Ctrl are keys of their own."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.pressed: deque[tuple[float, str]] = deque(maxlen=_LAST_KEYS)
        self._now = Job("")

    def begin(self, name: str) -> None:
        """From here on the keys belong to this job."""
        self._now = Job(name)
        self.jobs.append(self._now)

    def decide(self) -> None:
        """The officer has made up her mind about something."""
        self._now.decisions += 1

    def press(self, *keys: str) -> None:
        """One after another: «Tab», «ctrl+k»."""
        self._now.keys += sum(len(key.split("+")) for key in keys)
        self.pressed.append((time.monotonic(), " ".join(keys)))
        _xdotool("key", "--delay", "4", *keys)

    def type(self, text: str) -> None:
        """A text, letter by letter."""
        self._now.keys += len(text) + sum(letter.isupper() for letter in text)
        self.pressed.append((time.monotonic(), f"typed «{text}»"))
        _xdotool("type", "--delay", "4", "--", text)


def _xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True, timeout=30)
