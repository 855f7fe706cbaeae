"""SQL of kept returns."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from app.core.ids import OfficerId
from app.overview.snapshots import rules
from app.overview.snapshots.model import ReturnKind, Snapshot
from app.storage.database import Database

_COLUMNS = (
    "SELECT id, kind, first_on, last_on, figures, versions, kept_at, officer, digest, words"
    " FROM return_snapshot"
)


def of(db: Database, kind: ReturnKind) -> tuple[Snapshot, ...]:
    """Those of a kind, the newest first."""
    return db.select(
        _snapshot, f"{_COLUMNS} WHERE kind = ? ORDER BY last_on DESC, id DESC", (kind.value,)
    )


def get(db: Database, snapshot: int) -> Snapshot | None:
    """One of them."""
    return db.first(_snapshot, f"{_COLUMNS} WHERE id = ?", (snapshot,))


def kept(db: Database, kind: ReturnKind, last: date) -> bool:
    """Whether one of a kind ends that day."""
    found = db.first(
        int,
        "SELECT 1 FROM return_snapshot WHERE kind = ? AND last_on = ? LIMIT 1",
        (kind.value, last.isoformat()),
    )
    return found is not None


def _snapshot(*row: object) -> Snapshot:
    texts = [str(column) for column in row]
    return Snapshot(
        id=int(texts[0]),
        kind=ReturnKind(texts[1]),
        first=date.fromisoformat(texts[2]),
        last=date.fromisoformat(texts[3]),
        figures=rules.read(texts[4]),
        versions=_texts(texts[5]),
        kept_at=datetime.fromisoformat(texts[6]),
        by=OfficerId(int(texts[7])),
        digest=texts[8],
        words=_texts(texts[9]),
    )


def _texts(text: str) -> Mapping[str, str]:
    return MappingProxyType({str(key): str(value) for key, value in json.loads(text).items()})
