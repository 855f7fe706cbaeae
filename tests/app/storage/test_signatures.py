"""Signatures hold as the real tool's do, and for nothing else."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import FileProblem
from app.storage import signatures
from tests.app.settings.updates.publisher import Publisher

KEPT = Path(__file__).parents[2] / "files" / "updates"
TOOL = shutil.which("minisign")
CONTENT, COMMENT = b"innhold \xc3\xa6\n", "husrom 0.2.0 2026-11-24"
US = Publisher()
KEY = signatures.public_key(US.public)
SIGNED = US.sign(CONTENT, COMMENT)
FREE = range(len("untrusted comment: "), SIGNED.index(b"\n"))
"""Where the words nobody signs stand."""
Make = Callable[[Path], None]
Judge = Callable[[Path, bytes, bytes], bool]


def refused(content: bytes, signature: bytes, key: signatures.PublicKey = KEY) -> str:
    with pytest.raises(FileProblem) as caught:
        signatures.signed_comment(content, signature, key)
    return caught.value.code


def _kept(folder: Path) -> None:
    for path in KEPT.iterdir():
        shutil.copy(path, folder)


def _made_now(folder: Path) -> None:
    (folder / "SHA256SUMS").write_bytes((KEPT / "SHA256SUMS").read_bytes())
    _tool("-G", "-W", "-p", folder / "update.pub", "-s", folder / "secret")
    sign = ("-S", "-s", folder / "secret", "-m", folder / "SHA256SUMS", "-t", COMMENT)
    _tool(*sign)
    _tool(*sign, "-l", "-x", folder / "SHA256SUMS.old.minisig")


def _tool(*arguments: str | Path) -> bool:
    done = subprocess.run(["minisign", *map(str, arguments)], capture_output=True, check=False)
    return done.returncode == 0


# the files kept were made once by the tool; where it is installed it is asked anew
@pytest.mark.parametrize("made", [_kept, _made_now] if TOOL else [_kept])
def test_what_the_real_tool_signed_holds(tmp_path: Path, made: Make) -> None:
    made(tmp_path)
    key = signatures.public_key((tmp_path / "update.pub").read_bytes())
    sums = (tmp_path / "SHA256SUMS").read_bytes()
    signature = (tmp_path / "SHA256SUMS.minisig").read_bytes()
    assert signatures.signed_comment(sums, signature, key) == COMMENT
    assert refused(sums + b"x", signature, key) == "signature_wrong"
    old = (tmp_path / "SHA256SUMS.old.minisig").read_bytes()
    assert refused(sums, old, key) == "signature_old_form"


def _ours(folder: Path, content: bytes, signature: bytes) -> bool:
    try:
        return signatures.signed_comment(content, signature, KEY) == COMMENT
    except FileProblem:
        return False


def _the_tools(folder: Path, content: bytes, signature: bytes) -> bool:
    for name, said in (("pub", US.public), ("x", content), ("x.minisig", signature)):
        (folder / name).write_bytes(said)
    return _tool("-V", "-H", "-p", folder / "pub", "-m", folder / "x")


@pytest.mark.parametrize("holds", [_ours, _the_tools] if TOOL else [_ours])
def test_what_is_signed_here_holds_by_both_and_what_is_spoiled_by_none(
    tmp_path: Path, holds: Judge
) -> None:
    assert holds(tmp_path, CONTENT, SIGNED)
    assert not holds(tmp_path, CONTENT[:-1], SIGNED)
    for at in range(FREE.stop + 5, len(SIGNED), 17):
        assert not holds(tmp_path, CONTENT, _flipped(SIGNED, at, 1)), at
    stranger = Publisher(name=US.name)
    assert not holds(tmp_path, CONTENT, stranger.sign(CONTENT, COMMENT))


def _flipped(content: bytes, at: int, bits: int) -> bytes:
    return content[:at] + bytes([content[at] ^ bits]) + content[at + 1 :]


@given(st.integers(0, len(SIGNED) - 1), st.integers(1, 255))
def test_one_changed_byte_of_the_signature_is_refused_but_in_words_nobody_reads(
    at: int, bits: int
) -> None:
    changed = _flipped(SIGNED, at, bits)
    try:
        assert signatures.signed_comment(CONTENT, changed, KEY) == COMMENT
    except FileProblem as problem:
        assert problem.code.startswith("signature_")  # noqa: PT017  either way is right there
        return
    assert at in FREE


@given(st.integers(0, len(CONTENT) - 1), st.integers(1, 255))
def test_one_changed_byte_of_what_is_signed_is_refused(at: int, bits: int) -> None:
    assert refused(_flipped(CONTENT, at, bits), SIGNED) == "signature_wrong"


@given(st.integers(0, len(US.public) - 1), st.integers(1, 255))
def test_one_changed_byte_of_the_key_trusts_nobody_else(at: int, bits: int) -> None:
    try:
        key = signatures.public_key(_flipped(US.public, at, bits))
        assert signatures.signed_comment(CONTENT, SIGNED, key) == COMMENT
    except FileProblem as problem:
        assert problem.code in {  # noqa: PT017  a change in its unsigned words does no harm
            "update_key_damaged",
            "signature_other_key",
            "signature_wrong",
        }
        return
    assert at < US.public.index(b"\n")


@given(st.binary(max_size=300))
def test_noise_is_neither_a_key_nor_a_signature(noise: bytes) -> None:
    assert refused(CONTENT, noise) == "signature_damaged"
    with pytest.raises(FileProblem) as caught:
        signatures.public_key(noise)
    assert caught.value.code == "update_key_damaged"


def test_each_wrong_signature_is_told_apart() -> None:
    other = Publisher(name=bytes(8))
    assert refused(CONTENT, other.sign(CONTENT, COMMENT)) == "signature_other_key"
    assert refused(CONTENT, US.sign(CONTENT, COMMENT, b"Ed")) == "signature_old_form"
    assert refused(CONTENT, US.sign(CONTENT, COMMENT, b"Xx")) == "signature_damaged"
    assert refused(b"annet", SIGNED) == "signature_wrong"
    moved = SIGNED.replace(b"0.2.0", b"9.2.0")
    assert refused(CONTENT, moved) == "signature_wrong"
    assert refused(CONTENT, SIGNED + b"\n") == "signature_damaged"
    assert refused(CONTENT, SIGNED.replace(b"\n", b"\r\n")) == "signature_damaged"
