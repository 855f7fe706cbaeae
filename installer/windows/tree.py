#!/usr/bin/env python3
"""Makes the folder that is installed.

    python installer/windows/tree.py trim PACKAGES TREE      copies what trim.txt lets stay
    python installer/windows/tree.py ours TREE VERSION       app, ui, resources and who we are
    python installer/windows/tree.py named TREE VERSION      only who we are, anew
    python installer/windows/tree.py check PACKAGES TREE     nothing that stayed needs what went
    python installer/windows/tree.py sources TREE OUT.zip    the sources, for compile.py
    python installer/windows/tree.py code TREE CODE.zip      puts what compile.py made beside them

PACKAGES is where the wheels were unpacked, TREE what will be the program's folder.
"""

import re
import shutil
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path
from zipfile import ZipFile

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OURS = ("app", "ui", "resources")
LINKED = {".dll", ".pyd", ".exe"}
METADATA = """Metadata-Version: 2.4
Name: husrom
Version: {version}
Summary: Offline desktop program for the housing officer of a small Norwegian municipality
License-Expression: EUPL-1.2
"""


def trim(packages: Path, tree: Path) -> None:
    """Copy to TREE/lib what stays."""
    rules = [
        (line[0] == "+", line[2:].strip())
        for line in (HERE / "trim.txt").read_text("utf-8").splitlines()
        if line[:2] in {"+ ", "- "}
    ]
    for file in files(packages):
        name = f"lib/{file.relative_to(packages).as_posix()}"
        if next((stays for stays, pattern in rules if fnmatchcase(name, pattern)), True):
            target = tree / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)


def ours(tree: Path, version: str) -> None:
    """Copy our own packages, and write what the program reads its version from."""
    for name in kept_by_git():
        target = tree / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    named(tree, version)
    shutil.copyfile(ROOT / "LICENSE", tree / "LICENSE.txt")


def named(tree: Path, version: str) -> None:
    """Write what the program reads its version from."""
    for old in (tree / "lib").glob("husrom-*.dist-info"):
        shutil.rmtree(old)
    info = tree / f"lib/husrom-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(METADATA.format(version=version), "utf-8")


def kept_by_git() -> list[str]:
    """Our files: those git knows of; without git, all but what Python left behind."""
    known = subprocess.run(
        ["git", "ls-files", "-z", *OURS], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\0")
    names = [name for name in known if name and (ROOT / name).is_file()]
    return names or [
        file.relative_to(ROOT).as_posix()
        for folder in OURS
        for file in files(ROOT / folder)
        if "__pycache__" not in file.parts
    ]


def check(packages: Path, tree: Path) -> None:
    """SystemExit naming every library that went though another one asks for it."""
    shipped = {file.name.lower() for file in files(tree)}
    went = {f.name.lower() for f in files(packages) if f.suffix.lower() in LINKED} - shipped
    missing = [
        f"  {file.relative_to(tree)} ber om {name}"
        for file in files(tree)
        if file.suffix.lower() in LINKED
        for name in imports(file)
        if name.lower() in went
    ]
    if missing:
        sys.exit("trim.txt tar bort for mye:\n" + "\n".join(missing))


def sources(tree: Path, out: Path) -> None:
    """All sources in one archive, always in the same order."""
    with ZipFile(out, "w") as archive:
        for file in files(tree):
            if file.suffix == ".py":
                archive.writestr(file.relative_to(tree).as_posix(), file.read_bytes())


def code(tree: Path, archive: Path) -> None:
    """Unpack the byte code where Python looks for it."""
    with ZipFile(archive) as compiled:
        compiled.extractall(tree)


def imports(file: Path) -> list[str]:
    """The libraries a Windows binary is linked to."""
    told = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=True)
    return re.findall(r"DLL Name: (\S+)", told.stdout)


def files(folder: Path) -> list[Path]:
    """All files below, always in the same order."""
    return sorted(file for file in folder.rglob("*") if file.is_file())


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["trim", packages, tree]:
            trim(Path(packages), Path(tree))
        case ["ours", tree, version]:
            ours(Path(tree), version)
        case ["named", tree, version]:
            named(Path(tree), version)
        case ["check", packages, tree]:
            check(Path(packages), Path(tree))
        case ["sources", tree, out]:
            sources(Path(tree), Path(out))
        case ["code", tree, archive]:
            code(Path(tree), Path(archive))
        case _:
            sys.exit(__doc__)
