#!/usr/bin/env python3
"""Writes NOTICES: what is shipped, on which terms, and every licence text of it.

    python installer/notices.py --packages DIR [--tree DIR] [--version X] OUT.txt

DIR holds the installed packages (site-packages, or the folder they were installed to); only what
runtime.lock names is told. --tree is the folder that is installed, when that is another: what was
trimmed away is then left out, and what was taken from the system is told. The same input gives
the same bytes.
"""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # as a file it knows its folder only

from installer import shipped
from installer.shipped import Package

RULE = "=" * 78
HUSROM = "Husrom står under EUPL-1.2. Det som følger med, står under vilkårene nedenfor."
QT = "Qt-og-PySide6.txt"
NAMES = ("licen", "notice", "copying", "copyright", "authors")
NO_TEXT = {".py", ".pyc", ".pyi", ".json"}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Writes NOTICES for what is shipped.")
    parser.add_argument("--packages", required=True, type=Path)
    parser.add_argument("--tree", type=Path)
    parser.add_argument("--version", default=shipped.version())
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    text = notices(given.packages, given.tree, given.version)
    given.out.write_bytes(text.encode("utf-8"))
    count = len(shipped.packages_in(given.packages, given.tree))
    sys.stdout.write(f"{given.out}: {count} packages, {len(text)} signs\n")


def notices(packages: Path, tree: Path | None, version: str) -> str:
    """The whole text."""
    there = shipped.packages_in(packages, tree)
    system = shipped.system_of(packages)
    taken = shipped.system_parts(tree, packages) if tree and system == "linux" else []
    lines = overview(there, version)
    lines += heading("Deler som ligger inni dem")
    lines += [_line(part) for part in shipped.hidden_in(shipped.below(tree or packages), system)]
    if taken:
        lines += heading("Biblioteker fra systemet (Debian)")
        lines += [f"{part.name} {part.version}" for part in taken]
    return "\n".join([*lines, *package_texts(there), *own_texts(), *system_texts(taken)])


def overview(packages: list[Package], version: str) -> list[str]:
    """What Husrom is, what is said about Qt, and every package on a line."""
    qt = (shipped.LICENCES / QT).read_text("utf-8")
    lines = [f"Husrom {version}", "", HUSROM, "", qt, *heading("Pakkene")]
    return lines + [f"{one.name} {one.version}: {one.terms}" for one in packages]


def _line(part: shipped.Hidden) -> str:
    named = f"{part.name} {part.version}".strip()
    return f"{named} (i {part.within}): {part.licence}" + (f", {part.text}" if part.text else "")


def package_texts(packages: list[Package]) -> list[str]:
    """Every licence text the packages carry; one that several share stands once."""
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for one in packages:
        for path in sorted(one.info.rglob("*")):
            if path.is_file() and _is_licence(path.relative_to(one.info)):
                text = _tidy(path.read_text("utf-8", errors="replace"))
                owners[text].append(f"{one.name} {one.version} ({path.name})")
    lines: list[str] = []
    for text, names in sorted(owners.items(), key=lambda item: item[1]):
        lines += [*heading(*dict.fromkeys(names)), text]
    return lines


def own_texts() -> list[str]:
    """The texts in resources/licences: of fonts and profiles, and of what wheels hide."""
    lines: list[str] = []
    for path in sorted(shipped.LICENCES.glob("*.txt")):
        if path.name != QT:
            lines += [*heading(f"resources/licences/{path.name}"), _tidy(path.read_text("utf-8"))]
    return lines


def system_texts(parts: list[shipped.SystemPart]) -> list[str]:
    """The terms of what was taken from the system. Ends the build where there are none."""
    lines: list[str] = []
    for part in parts:
        if not part.copyright.is_file():
            sys.exit(f"{part.copyright} is missing: {part.name} may not be passed on without it")
        text = _tidy(part.copyright.read_text("utf-8", errors="replace"))
        lines += [*heading(f"{part.name} {part.version} (Debian)"), text]
    return lines


def heading(*names: str) -> list[str]:
    """Lines that part one text from the next."""
    return ["", RULE, *names, RULE, ""]


def _is_licence(path: Path) -> bool:
    named = any(word in part.lower() for word in NAMES for part in path.parts)
    ours = "Commercial" not in path.name  # Qt's other terms, which are not those it is used under
    return named and ours and path.suffix.lower() not in NO_TEXT


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines()) + "\n"


if __name__ == "__main__":
    main()
