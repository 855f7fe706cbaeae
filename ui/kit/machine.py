"""What this machine remembers between starts: how it looks, when it locks, what it has opened.

Nothing of a case: names of offices, days and choices. Kept by QSettings in the user's own folder.
"""

import hashlib
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSettings

from app.core.records import dataclass
from ui.kit.palette import Scheme

IDLE_MINUTES = 10
IDLE_CHOICES = (2, 5, 10, 15, 30)
TEXT_SIZES = (100, 115, 130, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class KnownRegister:
    """What is told of a register before it is open."""

    municipality: str = ""
    office: str = ""
    keyring_since: date | None = None
    key_unconfirmed: bool = False


def scheme() -> Scheme | None:
    """The colours chosen; None follows the system."""
    kept = _text("looks/scheme")
    return Scheme(kept) if kept in set(Scheme) else None


def set_scheme(chosen: Scheme | None) -> None:
    """Other colours from now on."""
    _keep("looks/scheme", chosen.value if chosen else "")


def text_size() -> int:
    """The officer's own text size, in per cent of the system's."""
    return _number("looks/text_size", TEXT_SIZES, 100)


def set_text_size(per_cent: int) -> None:
    """Another size; it is used from the next unlocking."""
    _keep("looks/text_size", str(per_cent))


def idle_minutes() -> int:
    """How long nothing may happen before the register is locked."""
    return _number("lock/idle_minutes", IDLE_CHOICES, IDLE_MINUTES)


def set_idle_minutes(minutes: int) -> None:
    """Another waiting time."""
    _keep("lock/idle_minutes", str(minutes))


def known_register(path: Path) -> KnownRegister:
    """What this machine remembers of the register in this place."""
    group = _group(path)
    since = _text(f"{group}/keyring_since")
    try:
        day = date.fromisoformat(since) if since else None
    except ValueError:
        day = None
    return KnownRegister(
        _text(f"{group}/municipality"),
        _text(f"{group}/office"),
        day,
        _text(f"{group}/key_unconfirmed") == "yes",
    )


def remember_names(path: Path, municipality: str, office: str) -> None:
    """Whose register it is, for the next time it must be unlocked."""
    _keep(f"{_group(path)}/municipality", municipality)
    _keep(f"{_group(path)}/office", office)


def remember_keyring(path: Path, since: date | None) -> None:
    """That the keyring of this machine opens it; None that it does not."""
    _keep(f"{_group(path)}/keyring_since", since.isoformat() if since else "")


def remember_unconfirmed(path: Path, *, unconfirmed: bool) -> None:
    """That nobody has shown yet that the paper with the recovery key can be read."""
    _keep(f"{_group(path)}/key_unconfirmed", "yes" if unconfirmed else "")


def _group(path: Path) -> str:
    """A name that tells nothing of folders or users."""
    return f"registers/{hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:16]}"


def _text(key: str) -> str:
    return str(QSettings().value(key, "") or "")


def _number(key: str, allowed: tuple[int, ...], otherwise: int) -> int:
    kept = _text(key)
    found = int(kept) if kept.isdecimal() else otherwise
    return found if found in allowed else otherwise


def _keep(key: str, value: str) -> None:
    settings = QSettings()
    settings.setValue(key, value)
    settings.sync()
