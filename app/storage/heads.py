"""What this machine knows about a register without opening it: its history's head, its backups.

Kept in the local data folder, outside the register, so that a register that was set back to an
older copy is noticed. No personal data: numbers, digests and days.
"""

import json
import threading
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from app.core.errors import FileProblem
from app.core.records import dataclass
from app.storage.files import disk_problem, write_safely

# a job's thread notes its backup while the main thread notes that it closes
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class Head:
    """How long the history was and the digest of its last event."""

    events: int
    digest: str


@dataclass(frozen=True, slots=True)
class Known:
    """What this machine remembers of one register. Moments are local ISO times."""

    head: Head | None = None
    backup_head: Head | None = None
    backup_at: datetime | None = None
    outside_at: datetime | None = None
    outside_folder: str = ""
    checked_at: datetime | None = None
    clean_end: bool = True


class Heads:
    """Reads and writes one small file per register."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def known(self, register_id: str) -> Known:
        """What is known; nothing yet, or an unreadable file, is «nothing known»."""
        try:
            content = json.loads(self._path(register_id).read_text("utf-8"))
            return _known(content)
        except (OSError, ValueError, KeyError, TypeError):
            return Known()

    def keep(self, register_id: str, **news: object) -> Known:
        """Remember more about a register."""
        with _ONE_AT_A_TIME:
            known = replace(self.known(register_id), **news)  # type: ignore[arg-type]  # Known's own
            content = asdict(known)
            for field in ("backup_at", "outside_at", "checked_at"):
                moment = content[field]
                content[field] = moment.isoformat() if moment else None
            try:
                self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            except OSError as error:
                raise disk_problem(error) from error
            write_safely(self._path(register_id), json.dumps(content).encode())
        return known

    def _path(self, register_id: str) -> Path:
        if not register_id.isalnum():
            raise FileProblem("envelope_damaged")
        return self._folder / f"{register_id}.json"


def _known(content: dict[str, object]) -> Known:
    return Known(
        head=_head(content["head"]),
        backup_head=_head(content["backup_head"]),
        backup_at=_moment(content["backup_at"]),
        outside_at=_moment(content["outside_at"]),
        outside_folder=str(content["outside_folder"]),
        checked_at=_moment(content["checked_at"]),
        clean_end=bool(content["clean_end"]),
    )


def _head(content: object) -> Head | None:
    if not isinstance(content, dict):
        return None
    return Head(int(content["events"]), str(content["digest"]))


def _moment(text: object) -> datetime | None:
    return datetime.fromisoformat(text).astimezone() if isinstance(text, str) else None
