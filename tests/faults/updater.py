"""A program that checks an update while there is no room for the backup, then makes room.

Arguments: `tmpfs` (the backups go to a small disk, which this mounts: run it in a mount namespace
of its own) or `limit` (files may grow no further), the register, the update's folder and its key.
"""

import hashlib
import resource
import subprocess
import sys
from pathlib import Path

from app.core.errors import FileProblem
from app.office import Folders
from app.register import Register
from app.settings.updates.model import MachineSystem
from app.settings.updates.service import Updates
from tests.factories import PASSPHRASE
from tests.faults.victim import CLOCK


def room(way: str, disk: Path, *, much: bool) -> None:
    """Little room, or enough."""
    if way == "limit":
        resource.setrlimit(resource.RLIMIT_FSIZE, (-1 if much else 100_000, -1))
    else:
        size = "remount,size=64m" if much else "size=300k"
        subprocess.run(["mount", "-t", "tmpfs", "-o", size, "none", str(disk)], check=True)


def digest(register: Path) -> str:
    """The register's files, as they lie."""
    return hashlib.sha256(b"".join(one.read_bytes() for one in _files(register))).hexdigest()


def _files(register: Path) -> list[Path]:
    return sorted(one for one in register.parent.glob(f"{register.name}*") if one.is_file())


def main() -> None:
    """Prints the code of what failed, whether all was as before, and the backup made at last."""
    way, path, stick, key = sys.argv[1], *map(Path, sys.argv[2:])
    disk = path.parent.parent / "disk"
    disk.mkdir()
    folders = Folders(path.parent.parent / "heads", disk / "kopier")
    register = Register(path, CLOCK, folders)
    office = register.open_with_passphrase(PASSPHRASE)
    assert Updates(key, MachineSystem.LINUX).check(stick).size
    before = digest(path)
    room(way, disk, much=False)
    try:
        office.back_up()
    except FileProblem as problem:
        left = [one for one in disk.rglob("*") if one.is_file()]
        sys.stdout.write(f"{problem.code} {digest(path) == before} {len(left)}\n")
    room(way, disk, much=True)
    sys.stdout.write(f"{office.back_up().name} {office.check().whole}\n")
    office.close()
    register.let_go()


if __name__ == "__main__":
    main()
