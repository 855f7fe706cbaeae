"""A digest is the same however fast it is made: every register kept since the first holds by it."""

import hashlib
import json

from hypothesis import given
from hypothesis import strategies as st

from app.storage.digests import EventDigest, change_digest, event_digest
from app.storage.driver import Value

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
PARTS = st.lists(st.none() | st.integers() | TEXT, max_size=8).map(tuple)
DIGESTS = st.lists(TEXT, max_size=6)


def _sha256(written: object) -> str:
    return hashlib.sha256(json.dumps(written, ensure_ascii=False).encode()).hexdigest()


@given(PARTS)
def test_a_change_is_digested_as_its_json(parts: tuple[Value, ...]) -> None:
    assert change_digest(parts) == _sha256(parts)


@given(TEXT, PARTS, DIGESTS, st.integers(0, 6))
def test_an_event_is_digested_as_its_json_also_when_its_changes_come_in_parts(
    previous: str, fields: tuple[Value, ...], digests: list[str], middle: int
) -> None:
    whole = _sha256([previous, fields, digests])
    assert event_digest(previous, fields, digests) == whole
    parted = EventDigest(previous, fields)
    parted.add(digests[:middle])
    parted.add(digests[middle:])
    assert parted.whole() == whole
