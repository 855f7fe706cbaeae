"""Big files are read and written some at a time, and can be broken off between."""

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from app.storage import big_files
from app.storage.big_files import file_digest, pour


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of five portions, the last a small one."""
    monkeypatch.setattr(big_files, "PORTION", 4)
    path = tmp_path / "source"
    path.write_bytes(b"0123456789abcdefgh")
    return path


def at_asking(number: int) -> Callable[[], bool]:
    """Stopped when asked for the so manyeth time."""
    before = iter(range(number - 1))
    return lambda: next(before, None) is None


def test_the_digest_is_that_of_the_whole_file(source: Path) -> None:
    assert file_digest(source) == hashlib.sha256(source.read_bytes()).hexdigest()


def test_a_digest_is_broken_off_between_two_portions(source: Path) -> None:
    assert file_digest(source, at_asking(6))
    with pytest.raises(InterruptedError):
        file_digest(source, at_asking(5))


def test_what_is_poured_is_whole_and_lies_on_the_disk(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(big_files, "SYNCED_EVERY", 8)
    target, there = tmp_path / "target", list[int]()
    monkeypatch.setattr("os.fsync", lambda _number: there.append(target.stat().st_size))
    with target.open("wb") as disk:
        pour(source, disk, disk, None)
    assert target.read_bytes() == source.read_bytes()
    assert there == [8, 16, 18]


def test_pouring_is_broken_off_between_two_portions(source: Path, tmp_path: Path) -> None:
    target = io.BytesIO()
    with (tmp_path / "disk").open("wb") as disk, pytest.raises(InterruptedError):
        pour(source, target, disk, at_asking(3))
    assert target.getvalue() == b"01234567"
