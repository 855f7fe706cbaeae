"""A full disk loses the save that did not fit, and nothing else."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

FILLER = [sys.executable, "-m", "tests.faults.filler"]
SMALL_DISK = 'mount -t tmpfs -o size=6m none "$1" && cp "$2" "$2".keys "$1" && shift 2 && exec "$@"'


def _can_mount() -> bool:
    if shutil.which("unshare") is None:
        return False
    command = ["unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _command(way: str, register: Path, disk: Path) -> list[str]:
    if way == "limit":
        return [*FILLER, way, str(register)]
    small = ["unshare", "--mount", "sh", "-c", SMALL_DISK, "sh", str(disk), str(register)]
    return [*small, *FILLER, way, str(disk / register.name)]


# a real small disk only where one can be made; a page limit stands for it in the storage's tests
@pytest.mark.parametrize("way", ["limit", "tmpfs"] if _can_mount() else ["limit"])
def test_what_was_saved_before_the_disk_was_full_is_safe(
    register_path: Path, template: tuple[Path, bytes], tmp_path: Path, way: str
) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(
        _command(way, register_path, disk),
        input=template[1].hex(),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    saving, again, copying, kept = done.stdout.split()
    # a forbidden size is not told apart from other refusals by SQLite; a full disk is
    assert {saving, again, copying} <= {"disk_full", *(["disk_refused"] if way == "limit" else [])}
    assert int(kept) > 5
