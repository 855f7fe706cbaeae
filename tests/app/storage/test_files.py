"""Opening looks before it touches; small files are replaced whole."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.errors import FileProblem
from app.storage.files import (
    RegisterFiles,
    clear_scratch,
    disk_problem,
    scratch,
    sync_folder,
    write_safely,
)


@pytest.fixture
def files(tmp_path: Path) -> RegisterFiles:
    return RegisterFiles(tmp_path / "a.husrom")


Prepare = Callable[[Path], object]


@pytest.mark.parametrize(
    ("prepare", "code"),
    [
        (lambda path: None, "register_missing"),
        (lambda path: path.mkdir(), "register_unreadable"),
        (lambda path: os.mkfifo(path), "register_unreadable"),
        (lambda path: path.write_bytes(b""), "register_empty"),
        (lambda path: path.write_bytes(b"SQLite format 3\x00" + bytes(4080)), "register_plain"),
        (lambda path: path.write_bytes(os.urandom(100)), "register_damaged"),
        (lambda path: path.write_bytes(os.urandom(3 * 4096 - 1)), "register_damaged"),
    ],
)
def test_what_cannot_be_a_register_is_told_before_it_is_opened(
    files: RegisterFiles, prepare: Prepare, code: str
) -> None:
    prepare(files.register)
    before = sorted(files.register.parent.iterdir())
    with pytest.raises(FileProblem) as caught:
        files.check_shape()
    assert caught.value.code == code
    assert sorted(files.register.parent.iterdir()) == before


def test_half_a_last_page_is_for_the_log_beside_to_mend(files: RegisterFiles) -> None:
    files.register.write_bytes(os.urandom(3 * 4096 - 1))
    wal, *_ = files.journals
    wal.write_bytes(b"")
    assert not files.was_left_open
    wal.write_bytes(b"frames")
    assert files.was_left_open
    files.check_shape()


def test_a_file_that_may_not_be_read_is_not_called_damaged(
    files: RegisterFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.register.write_bytes(bytes(4096))

    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileProblem) as caught:
        files.check_shape()
    assert (caught.value.code, caught.value.facts) == (
        "register_unreadable",
        {"errno": errno.EACCES},
    )


def test_a_folder_one_may_not_look_into_is_told(
    files: RegisterFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path) -> bool:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "exists", refuse)
    with pytest.raises(FileProblem) as caught:
        files.check_shape()
    assert caught.value.code == "register_unreadable"


def test_a_small_file_is_the_old_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    write_safely(path, b"old")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileProblem) as caught:
        write_safely(path, b"new")
    assert caught.value.code == "disk_full"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EFBIG, "disk_full"),
        (errno.EIO, "disk_refused"),
        (errno.EROFS, "disk_refused"),
        (errno.EACCES, "disk_refused"),
    ],
)
def test_what_the_system_says_becomes_a_code(number: int, code: str) -> None:
    assert disk_problem(OSError(number, "x")).code == code


def test_a_stick_that_cannot_sync_its_folder_is_good_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(number: int) -> Callable[[int], None]:
        def fsync(handle: int) -> None:
            raise OSError(number, "x")

        return fsync

    monkeypatch.setattr(os, "fsync", refuse(errno.EINVAL))
    sync_folder(tmp_path)
    monkeypatch.setattr(os, "fsync", refuse(errno.EIO))
    with pytest.raises(OSError, match="x"):
        sync_folder(tmp_path)


def test_only_our_own_half_made_files_are_cleared(tmp_path: Path) -> None:
    for name in (".husrom-a.husrom-x1", ".husrom-b.husrom-x1", ".husrom", "a.husrom"):
        (tmp_path / name).mkdir()
    clear_scratch(tmp_path, "a.husrom")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".husrom",
        ".husrom-b.husrom-x1",
        "a.husrom",
    ]
    with scratch(tmp_path, "[a]") as place:
        (place / "file").touch()
        assert place.stat().st_mode & 0o777 == 0o700
    assert not place.exists()
