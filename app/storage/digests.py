"""Salted digests that chain the history: of a changed row, and of the event that closes it."""

import hashlib
import json

from app.storage.driver import Value


def change_digest(parts: tuple[Value, ...]) -> str:
    """Salted digest of one changed row: number, table, row, kind, before, after, salt."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def event_digest(previous: str, fields: tuple[Value, ...], digests: list[str]) -> str:
    """Links an event to the one before it and to the changes it closes."""
    text = json.dumps([previous, fields, digests], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
