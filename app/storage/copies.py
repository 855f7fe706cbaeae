"""The backups in a folder: their names, their age, and which of them age has made superfluous.

The name carries the register, so that two registers may share a stick and none thins the other's.
"""

import re
from datetime import datetime, timedelta
from pathlib import Path

ENDING = ".husromkopi"
ALL_FOR, DAILY_FOR = timedelta(days=2), timedelta(days=31)

_NAME = re.compile(rf"husrom-(\w+)-(\d{{8}}-\d{{6}}){re.escape(ENDING)}")


def name_of(register_id: str, moment: datetime) -> str:
    """The file name of a backup made at a moment, local time."""
    return f"husrom-{register_id[:8]}-{moment:%Y%m%d-%H%M%S}{ENDING}"


def of(folder: Path, register_id: str) -> list[Path]:
    """One register's backups in a folder, newest first."""
    found = folder.glob(f"husrom-{register_id[:8]}-*{ENDING}")
    return sorted((path for path in found if made_at(path)), reverse=True)


def made_at(backup: Path) -> datetime | None:
    """When a backup was made, local time, by its name; None for a foreign name."""
    named = _NAME.fullmatch(backup.name)
    try:
        return datetime.strptime(named[2], "%Y%m%d-%H%M%S") if named else None
    except ValueError:
        return None


def superfluous(made: list[datetime], now: datetime) -> set[datetime]:
    """What may go: all of the last two days stay, one a day for a month, one a month before.

    The newest always stays, and so does all that a clock set back has put in the future.
    """
    kept: set[str] = set()
    gone = set()
    for moment in sorted(made, reverse=True):
        age = now.replace(tzinfo=None) - moment
        if age < ALL_FOR:
            continue
        period = f"{moment:%Y%m%d}" if age < DAILY_FOR else f"{moment:%Y%m}"
        if period in kept:
            gone.add(moment)
        kept.add(period)
    return gone


def thin(folder: Path, register_id: str, now: datetime) -> list[Path]:
    """Remove one register's superfluous backups; gives those removed."""
    there = {made_at(path): path for path in of(folder, register_id)}
    gone = superfluous([moment for moment in there if moment is not None], now)
    removed = [there[moment] for moment in sorted(gone)]
    for path in removed:
        path.unlink(missing_ok=True)
    return removed
