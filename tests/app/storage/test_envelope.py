"""The key is reached by a passphrase or the paper key, and by nothing that was tampered with."""

import json
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import FileProblem, WrongKey
from app.storage import envelope as envelopes
from app.storage import recovery
from app.storage.envelope import Envelope, Slot, from_bytes
from app.storage.files import RegisterFiles

KEY = bytes(range(32))
SECRET = bytes(range(20))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """As strong as need be for a test."""
    monkeypatch.setattr(envelopes, "MEMORY_KIB", 64)
    monkeypatch.setattr(envelopes, "ROUNDS", 1)
    monkeypatch.setattr(envelopes, "LANES", 1)


@pytest.fixture
def envelope() -> Envelope:
    made, _ = envelopes.new().with_passphrase(KEY, "fire gode ord holder")
    made, _ = made.with_passphrase(KEY, "fire andre ord her")
    made, _ = made.with_recovery(KEY, SECRET)
    return made


def test_every_way_in_gives_the_same_key_and_says_whose_it_is(envelope: Envelope) -> None:
    first, second, paper = envelope.slots
    assert envelope.open_with_passphrase("fire gode ord holder") == (KEY, first.id)
    assert envelope.open_with_passphrase("fire andre ord her") == (KEY, second.id)
    assert envelope.open_with_recovery("-".join(recovery.write(SECRET))) == (KEY, paper.id)


@pytest.mark.parametrize("wrong", ["", "fire gode ord holder ", "Fire gode ord holder", "x" * 5000])
def test_another_passphrase_opens_nothing(envelope: Envelope, wrong: str) -> None:
    with pytest.raises(WrongKey) as caught:
        envelope.open_with_passphrase(wrong)
    assert caught.value.code == "wrong_passphrase"


def test_the_paper_of_another_register_opens_nothing(envelope: Envelope) -> None:
    with pytest.raises(WrongKey) as caught:
        envelope.open_with_recovery("".join(recovery.write(bytes(20))))
    assert caught.value.code == "wrong_recovery"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_passphrase_is_the_same_on_every_keyboard(form: str) -> None:
    typed = "blåbærsyltetøy på brødskiva é"
    made, _ = envelopes.new().with_passphrase(KEY, unicodedata.normalize("NFD", typed))
    assert made.open_with_passphrase(unicodedata.normalize(form, typed))[0] == KEY  # type: ignore[arg-type]  # one of its four forms


@pytest.mark.parametrize(
    "odd", ["\x00", "'; --", "\U0001f3e0 hus", "\ud800", " ledende", "å" * 999]
)
def test_any_text_may_be_a_passphrase(odd: str) -> None:
    made, _ = envelopes.new().with_passphrase(KEY, odd)
    assert made.open_with_passphrase(odd)[0] == KEY


@pytest.mark.parametrize(
    "change",
    [
        {"id": "0" * 16},
        {"salt": bytes(16)},
        {"nonce": bytes(12)},
        {"wrapped": bytes(48)},
        {"memory": 128},
        {"rounds": 2},
        {"lanes": 2},
        {"kind": "recovery"},
    ],
    ids=str,
)
def test_a_changed_field_opens_nothing(envelope: Envelope, change: dict[str, object]) -> None:
    touched = replace(envelope.slots[0], **change)  # type: ignore[arg-type]  # the slot's own fields
    changed = replace(envelope, slots=(touched,))
    with pytest.raises(WrongKey):
        changed.open_with_passphrase("fire gode ord holder")


def test_an_envelope_of_another_register_opens_nothing(envelope: Envelope) -> None:
    with pytest.raises(WrongKey):
        replace(envelope, register_id="0" * 32).open_with_passphrase("fire gode ord holder")


def test_swapped_slots_open_nothing(envelope: Envelope) -> None:
    first, second, _ = envelope.slots
    swapped = (replace(first, wrapped=second.wrapped), replace(second, wrapped=first.wrapped))
    changed = replace(envelope, slots=swapped)
    for passphrase in ("fire gode ord holder", "fire andre ord her"):
        with pytest.raises(WrongKey):
            changed.open_with_passphrase(passphrase)


@pytest.mark.parametrize(
    "change",
    [
        {"memory": 10**9},
        {"rounds": 10**6},
        {"lanes": 0},
        {"rounds": 0},
        {"memory": -1},
        {"salt": b""},
    ],
    ids=str,
)
def test_parameters_that_no_one_would_write_are_damage(
    envelope: Envelope, change: dict[str, object]
) -> None:
    touched = replace(envelope.slots[0], **change)  # type: ignore[arg-type]  # as above
    with pytest.raises(FileProblem) as caught:
        replace(envelope, slots=(touched,)).open_with_passphrase("fire gode ord holder")
    assert caught.value.code == "envelope_damaged"


def test_a_new_paper_voids_the_old_one(envelope: Envelope) -> None:
    renewed, slot = envelope.with_recovery(KEY, bytes(20))
    assert [each.kind for each in renewed.slots].count("recovery") == 1
    assert renewed.open_with_recovery("".join(recovery.write(bytes(20)))) == (KEY, slot)
    with pytest.raises(WrongKey):
        renewed.open_with_recovery("".join(recovery.write(SECRET)))


def test_the_last_way_in_stays(envelope: Envelope) -> None:
    for slot in envelope.slots:
        envelope = envelope.without(slot.id)
    assert len(envelope.slots) == 1


def test_the_envelope_is_kept_and_read_back(tmp_path: Path, envelope: Envelope) -> None:
    files = RegisterFiles(tmp_path / "a.husrom")
    envelopes.save(files, envelope)
    assert envelopes.load(files) == envelope
    assert [path.name for path in tmp_path.iterdir()] == ["a.husrom.keys"]
    assert files.envelope.stat().st_mode & 0o777 == 0o600


def test_the_envelope_holds_no_secret(envelope: Envelope) -> None:
    written = envelope.to_bytes()
    for secret in (
        b"gode ord",
        KEY,
        KEY.hex().encode(),
        SECRET,
        "".join(recovery.write(SECRET)).encode(),
    ):
        assert secret not in written
    assert "fire" not in repr(envelope)


def _written(envelope: Envelope, **changes: object) -> bytes:
    return json.dumps({**json.loads(envelope.to_bytes()), **changes}).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"1",
        b"\xff",
        b"[" * 100_000,
        b'{"format": 1, "register": "a", "slots": [1]}',
    ],
    ids=lambda content: repr(content[:12]),
)
def test_anything_else_is_a_damaged_envelope(content: bytes) -> None:
    with pytest.raises(FileProblem) as caught:
        from_bytes(content)
    assert caught.value.code == "envelope_damaged"


def test_an_envelope_of_a_newer_program_says_so(envelope: Envelope) -> None:
    with pytest.raises(FileProblem) as caught:
        from_bytes(_written(envelope, format=2, slots="?"))
    assert caught.value.code == "envelope_newer"
    with pytest.raises(FileProblem) as caught:
        from_bytes(_written(envelope, format="2"))
    assert caught.value.code == "envelope_damaged"


def test_a_missing_or_unreadable_envelope_says_so(tmp_path: Path) -> None:
    files = RegisterFiles(tmp_path / "a.husrom")
    with pytest.raises(FileProblem) as caught:
        envelopes.load(files)
    assert caught.value.code == "envelope_missing"
    files.envelope.mkdir()
    with pytest.raises(FileProblem) as caught:
        envelopes.load(files)
    assert caught.value.code == "register_unreadable"


@given(st.data())
def test_no_flipped_byte_gives_another_key(data: st.DataObject) -> None:
    made = Envelope("0" * 32, (Slot("1", "recovery", b"s" * 16, b"n" * 12, b""),))
    made, _ = made.with_recovery(KEY, SECRET)
    written = bytearray(made.to_bytes())
    at = data.draw(st.integers(0, len(written) - 1))
    written[at] ^= data.draw(st.integers(1, 255))
    try:
        opened = from_bytes(bytes(written)).open_with_recovery("".join(recovery.write(SECRET)))
    except (FileProblem, WrongKey):
        return
    assert opened[0] == KEY  # a blank, or the unused part of a base 64 character


def test_a_key_is_never_the_same_twice() -> None:
    assert len({envelopes.new_key() for _ in range(50)}) == 50
    assert {len(envelopes.new_key())} == {32}


def test_the_cost_of_a_passphrase_is_the_measured_one() -> None:
    """Read from the file: the running module is made cheap for the tests."""
    source = Path(envelopes.__file__).read_text("utf-8")
    assert "MEMORY_KIB, ROUNDS, LANES = 65536, 3, 4" in source
