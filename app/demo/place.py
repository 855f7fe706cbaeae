"""Where the demo register lies, what opens it, and the day it lives on."""

import hashlib
import json
from dataclasses import asdict
from datetime import date, datetime, time
from pathlib import Path

from app.core import paths
from app.core.clock import Clock, SystemClock
from app.core.records import dataclass
from app.storage import schema
from app.storage.files import write_safely

# No secret: it opens invented people only, and stands in the demo's own «LES-MEG.txt»
PASSPHRASE = "hytte ullsokk lanterne havre"  # noqa: S105  said to everyone who tries the demo


@dataclass(frozen=True, slots=True)
class Made:
    """What the demo register was made as; another day, schema or way of making makes it anew."""

    day: str
    schema: int
    recipe: str
    recovery: tuple[str, ...] = ()

    def same(self, other: "Made | None") -> bool:
        """Whether nothing but the recovery key differs, which is new every time."""
        ours = (self.day, self.schema, self.recipe)
        return other is not None and ours == (other.day, other.schema, other.recipe)


class LivesOn:
    """The demo's own day with this moment's time, so that what is done there comes after it."""

    def __init__(self, day: date) -> None:
        self._day = day

    def now(self) -> datetime:
        """The demo's day, local time with its offset, whole seconds."""
        now = SystemClock().now()
        return datetime.combine(self._day, time(now.hour, now.minute, now.second), now.tzinfo)

    def today(self) -> date:
        """The demo's day."""
        return self._day


def demo_register() -> Path:
    """In this user's own data folder, apart from every real register."""
    return paths.data_dir() / "demo" / "lia.husrom"


def demo_clock() -> Clock:
    """The time for whoever opens the demo: its own day when it was made for another than today."""
    made = remembered()
    return SystemClock() if made is None else LivesOn(date.fromisoformat(made.day))


def expected(today: date) -> Made:
    """What a demo register made now for that day would be."""
    return Made(today.isoformat(), schema.newest(), _recipe())


def remembered() -> Made | None:
    """What the register that lies there was made as; None when it was not finished."""
    try:
        content = json.loads(_note().read_text("utf-8"))
        recovery = tuple(str(group) for group in content["recovery"])
        return Made(str(content["day"]), int(content["schema"]), str(content["recipe"]), recovery)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(made: Made) -> None:
    """Note that the register is finished."""
    write_safely(_note(), json.dumps(asdict(made)).encode())


def forget() -> None:
    """The register that lies there is about to be made anew."""
    _note().unlink(missing_ok=True)


def _note() -> Path:
    return demo_register().with_suffix(".json")


def _recipe() -> str:
    """Digest of the source that makes the demo, so that a change to it shows."""
    digest = hashlib.sha256()
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]
