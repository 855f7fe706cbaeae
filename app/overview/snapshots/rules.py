"""How figures are written down, and what differs when they are counted again. Pure."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from app.core.ids import Ref
from app.overview.figures.model import Figure
from app.overview.snapshots.model import Changed, ReturnKind, Snapshot


def written(figures: Sequence[Figure]) -> str:
    """Figures as they are kept: the number, and the ids behind it by kind, never a name.

    ValueError when two figures have the same key.
    """
    if len({each.key for each in figures}) < len(figures):
        raise ValueError("two figures have the same key")
    return _json([_row(each) for each in figures])


def _row(figure: Figure) -> dict[str, object]:
    kinds: dict[str, list[int]] = {}
    for ref in figure.behind:
        kinds.setdefault(ref.kind, []).append(ref.id)
    row: dict[str, object] = {"key": figure.key, "count": figure.count}
    if kinds:
        row["behind"] = {kind: _ranges(kinds[kind]) for kind in sorted(kinds)}
    return row


def read(text: str) -> tuple[Figure, ...]:
    """The figures of what `written` made."""
    return tuple(_figure(row) for row in json.loads(text))


def _figure(row: Mapping[str, object]) -> Figure:
    behind = row.get("behind", {})
    refs = tuple(
        Ref(kind, each)
        for kind, ranges in (behind.items() if isinstance(behind, dict) else ())
        for each in _ids(ranges)
    )
    return Figure(str(row["key"]), refs, int(str(row["count"])))


def _ranges(ids: Iterable[int]) -> str:
    """«1-3,7»: most cases stand one after another."""
    parts: list[list[int]] = []
    for each in sorted(set(ids)):
        if parts and parts[-1][1] == each - 1:
            parts[-1][1] = each
        else:
            parts.append([each, each])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in parts)


def _ids(ranges: str) -> Iterator[int]:
    for part in ranges.split(","):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def words(texts: Mapping[str, str]) -> str:
    """Names with their words, in a fixed order."""
    return _json(dict(sorted(texts.items())))


def digest(kind: ReturnKind, first: date, last: date, *texts: str) -> str:
    """SHA-256 of everything that was answered."""
    whole = _json([kind.value, first.isoformat(), last.isoformat(), *texts])
    return hashlib.sha256(whole.encode()).hexdigest()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def compare(kept: Snapshot, now: Iterable[Figure]) -> tuple[Changed, ...]:
    """What is not as it was; empty when the same question has the same answer."""
    before = {each.key: each for each in kept.figures}
    after = {each.key: each for each in now}
    keys = dict.fromkeys((*before, *after))
    found = (_changed(key, before.get(key), after.get(key)) for key in keys)
    return tuple(each for each in found if each is not None)


def _changed(key: str, before: Figure | None, after: Figure | None) -> Changed | None:
    then = None if before is None else before.count
    now = None if after is None else after.count
    had = {} if before is None else dict.fromkeys(before.behind)
    has = {} if after is None else dict.fromkeys(after.behind)
    came = tuple(ref for ref in has if ref not in had)
    left = tuple(ref for ref in had if ref not in has)
    if then == now and not came and not left:
        return None
    return Changed(key, then, now, came, left)
