"""What is shipped: the locked packages as they lie in a folder, and the parts that wheels hide."""

import re
import sys
import tomllib
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUNDLED = ROOT / "installer/bundled.toml"
LICENCES = ROOT / "resources/licences"
SYSTEMS = ("windows", "linux")


@dataclass(frozen=True, slots=True)
class Hidden:
    """A part inside a wheel or a runtime, with its licence text and where its version is read."""

    name: str
    version: str
    licence: str
    text: str
    within: str
    marker: str = ""
    file: dict[str, str] = field(default_factory=dict)

    def found(self, packages: Path, system: str) -> Path | None:
        """Its file below the packages; None where it is not shipped."""
        pattern = self.file.get(system)
        return min(packages.glob(pattern), default=None) if pattern else None

    def seen(self, path: Path) -> str | None:
        """The version that stands in the file itself; None where nothing tells how to read it."""
        if not self.marker:
            return None
        hit = re.search(self.marker.encode(), path.read_bytes(), re.DOTALL)
        return hit[1].replace(b"\0", b"").decode("ascii") if hit else "unknown"


def plain(name: str) -> str:
    """A package's name as the locks write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> set[str]:
    """The packages that may be shipped, whatever the system."""
    text = (ROOT / "installer/runtime.lock").read_text("utf-8")
    return {plain(name) for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}


def packages_in(folder: Path) -> list[metadata.Distribution]:
    """The locked packages that lie in the folder, by name; what only builds them is left out."""
    lie = metadata.distributions(path=[str(folder)])
    found = {plain(one.metadata["Name"]): one for one in lie}
    return [found[name] for name in sorted(found.keys() & locked())]


def terms(package: metadata.Distribution) -> str:
    """The licence it is used under: as we say in bundled.toml, else as the package names it."""
    told = package.metadata
    chosen = _told("licences").get(told["Name"])
    fields = [told[name] for name in ("License-Expression", "License") if name in told]
    return str(chosen or (fields or ["see its text"])[0].strip())


def hidden() -> list[Hidden]:
    """Every part that stands in bundled.toml."""
    return [Hidden(**part) for part in tomllib.loads(BUNDLED.read_text("utf-8"))["part"]]


def _told(table: str) -> dict[str, object]:
    return dict(tomllib.loads(BUNDLED.read_text("utf-8"))[table])


def left_out(package: str) -> set[str]:
    """Parts a wheel's own SBOM names that do not lie in it, or are only its own modules."""
    names = _told("left_out").get(package)
    return set(names) if isinstance(names, list) else set()


def hidden_in(packages: Path, system: str) -> list[Hidden]:
    """The hidden parts that are there. Ends the build where one is another than we say."""
    there = []
    for part in hidden():
        path = part.found(packages, system)
        if path is None:
            continue
        seen = part.seen(path)
        if seen not in {None, part.version}:
            told = f"{path.name} holds {part.name} {seen}, installer/bundled.toml says"
            sys.exit(f"{told} {part.version}: correct it, and look whether its licence is another")
        there.append(part)
    return there


def system_of(packages: Path) -> str:
    """The system the packages were built for."""
    return "windows" if any(packages.glob("PySide6/*.dll")) else "linux"


def version() -> str:
    """Husrom's own version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["version"])
