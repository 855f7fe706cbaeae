"""Salted digests that chain the history: of a changed row, and of the event that closes it."""

import hashlib
import json
from collections.abc import Iterable
from json.encoder import encode_basestring

from app.storage.driver import Value


def change_digest(parts: tuple[Value, ...]) -> str:
    """Salted digest of one changed row: number, table, row, kind, before, after, salt."""
    # as `json.dumps` writes them, which takes twice the time: there are millions to look at
    spelled = [
        encode_basestring(part) if type(part) is str else "null" if part is None else repr(part)
        for part in parts
    ]
    return hashlib.sha256(f"[{', '.join(spelled)}]".encode()).hexdigest()


class EventDigest:
    """Links an event to the one before it and to the changes it closes, given in their order."""

    def __init__(self, previous: str, fields: tuple[Value, ...]) -> None:
        self._begun = False
        head = json.dumps([previous, fields, []], ensure_ascii=False)
        self._hash = hashlib.sha256(head.removesuffix("]]").encode())

    def add(self, digests: Iterable[str]) -> None:
        """The digests of the changes that follow those already given."""
        text = ", ".join(map(encode_basestring, digests))
        if text:
            self._hash.update((f", {text}" if self._begun else text).encode())
            self._begun = True

    def whole(self) -> str:
        """The digest, now that all are given."""
        whole = self._hash.copy()
        whole.update(b"]]")
        return whole.hexdigest()


def event_digest(previous: str, fields: tuple[Value, ...], digests: list[str]) -> str:
    """The digest of an event whose changes are all at hand."""
    digest = EventDigest(previous, fields)
    digest.add(digests)
    return digest.whole()
