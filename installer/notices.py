#!/usr/bin/env python3
"""Writes NOTICES: what is shipped, on which terms, and every licence text of it.

    python installer/notices.py --packages DIR [--tree DIR] OUT.txt

DIR holds the installed packages (site-packages, or the folder they were installed to); only what
runtime.lock names is told. --tree is the folder of what is really shipped, when that is another.
The same input gives the same bytes.
"""

import argparse
import sys
from collections import defaultdict
from importlib import metadata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # as a file it knows its folder only

from installer import shipped

RULE = "=" * 78
HUSROM = "Husrom står under EUPL-1.2. Det som følger med, står under vilkårene nedenfor."
QT = "Qt-og-PySide6.txt"
NAMES = ("licen", "notice", "copying", "copyright", "authors")
BINARY_OR_CODE = {".py", ".pyc", ".pyi", ".json"}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Writes NOTICES for what is shipped.")
    parser.add_argument("--packages", required=True, type=Path)
    parser.add_argument("--tree", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    text = notices(given.packages, given.tree or given.packages)
    given.out.write_bytes(text.encode("utf-8"))
    count = len(shipped.packages_in(given.packages))
    sys.stdout.write(f"{given.out}: {count} packages, {len(text)} signs\n")


def notices(packages: Path, tree: Path) -> str:
    """The whole text."""
    return "\n".join([*overview(packages, tree), *package_texts(packages), *own_texts()])


def overview(packages: Path, tree: Path) -> list[str]:
    """What Husrom is, what is said about Qt, and every package and hidden part on a line."""
    qt = (shipped.LICENCES / QT).read_text("utf-8")
    lines = [f"Husrom {shipped.version()}", "", HUSROM, "", qt, *heading("Pakkene")]
    lines += [
        f"{one.metadata['Name']} {one.version}: {shipped.terms(one)}"
        for one in shipped.packages_in(packages)
    ]
    lines += heading("Deler som ligger inni dem")
    for part in shipped.hidden_in(tree, shipped.system_of(packages)):
        inside = f"{part.name} {part.version} (i {part.within})"
        lines.append(f"{inside}: {part.licence}" + (f", {part.text}" if part.text else ""))
    return lines


def package_texts(packages: Path) -> list[str]:
    """Every licence text the packages carry; one that several share stands once."""
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for one in shipped.packages_in(packages):
        for path in sorted(one.files or (), key=str):
            if _is_licence(path) and (file := Path(str(one.locate_file(path)))).is_file():
                text = _tidy(file.read_text("utf-8", errors="replace"))
                owners[text].append(f"{one.metadata['Name']} {one.version} ({path.name})")
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


def heading(*names: str) -> list[str]:
    """Lines that part one text from the next."""
    return ["", RULE, *names, RULE, ""]


def _is_licence(path: metadata.PackagePath) -> bool:
    own = ".dist-info" in path.parts[0]
    named = any(word in part.lower() for word in NAMES for part in path.parts[1:])
    ours = "Commercial" not in path.name  # Qt's other terms, which are not those it is used under
    return own and named and ours and path.suffix.lower() not in BINARY_OR_CODE


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines()) + "\n"


if __name__ == "__main__":
    main()
