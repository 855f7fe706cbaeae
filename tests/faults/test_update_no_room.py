"""A genuine update, and no room for the backup: the register and the program stay as they are."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.settings.updates.conftest import public as public
from tests.app.settings.updates.conftest import publisher as publisher
from tests.app.settings.updates.conftest import stick as stick
from tests.faults.test_full_disk import _can_mount
from tests.house.tree import ROOT


@pytest.mark.parametrize("way", ["limit", "tmpfs"] if _can_mount() else ["limit"])
def test_without_room_for_the_backup_everything_is_as_before(
    register_path: Path, stick: Path, public: Path, way: str
) -> None:
    apart = ["unshare", "--mount"] if way == "tmpfs" else []
    done = subprocess.run(
        [*apart, sys.executable, "-m", "tests.faults.updater", way, register_path, stick, public],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    code, same, left, made, whole = done.stdout.split()
    assert code in {"disk_full", *(["disk_refused"] if way == "limit" else [])}
    assert (same, left, whole) == ("True", "0", "True")
    assert made.endswith(".husromkopi")
