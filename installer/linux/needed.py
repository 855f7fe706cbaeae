#!/usr/bin/env python3
"""Prints the Depends line: what the binaries in FOLDER are linked to and that is not there itself.

python installer/linux/needed.py FOLDER

Measured on this machine: its packages by name, and the newest libc that any binary asks for.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ELF = b"\x7fELF"
ALSO = ("tzdata",)  # read when the program runs: no binary tells of it


def linked(file: Path) -> tuple[set[str], set[tuple[int, ...]]]:
    """The libraries a binary asks for, and the versions of libc."""
    told = run("objdump", "-p", str(file))
    versions = {tuple(map(int, one.split("."))) for one in re.findall(r"GLIBC_([\d.]+)", told)}
    return set(re.findall(r"NEEDED +(\S+)", told)), versions


def owners(names: set[str]) -> set[str]:
    """The packages of this machine that hold the libraries."""
    places = dict(
        re.findall(r"^\s*(\S+) \(.*x86-64.*\) => (\S+)$", run("/sbin/ldconfig", "-p"), re.M)
    )
    if missing := sorted(names - places.keys()):
        sys.exit(f"not on this machine, though a binary asks for it: {', '.join(missing)}")
    found = set()
    for name in sorted(names):
        place = Path(places[name]).resolve()
        paths = {str(place), str(place).removeprefix("/usr"), f"/usr{place}"}
        told = run("dpkg-query", "--search", *sorted(paths), check=False)
        found |= {line.split(":")[0] for line in told.splitlines()}
    return found


def run(*command: str, check: bool = True) -> str:
    """What a command prints."""
    return subprocess.run(command, capture_output=True, text=True, check=check).stdout


def main(folder: Path) -> None:
    """The command."""
    for tool in ("objdump", "dpkg-query"):
        if shutil.which(tool) is None:
            sys.exit(f"{tool} is missing")
    binaries = [
        one for one in sorted(folder.rglob("*")) if one.is_file() and one.read_bytes()[:4] == ELF
    ]
    names, versions = set[str](), set[tuple[int, ...]]()
    for libraries, asked in map(linked, binaries):
        names |= libraries
        versions |= asked
    packages = owners(
        names - {one.name for one in folder.rglob("*.so*")} - {"ld-linux-x86-64.so.2"}
    )
    libc = ".".join(map(str, max(versions)))
    rest = sorted(packages - {"libc6"} | set(ALSO))
    print(", ".join([f"libc6 (>= {libc})", *rest]))  # noqa: T201  this is what it is for


if __name__ == "__main__":
    main(Path(sys.argv[1]))
