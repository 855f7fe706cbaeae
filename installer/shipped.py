"""What is shipped: the locked packages as they lie in a folder, and the parts that wheels hide."""

import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUNDLED = ROOT / "installer/bundled.toml"
LICENCES = ROOT / "resources/licences"
SYSTEMS = ("windows", "linux")
BELOW = ("lib", "_internal")
"""Where the packages lie in the folder that is installed: on Windows, in the .deb."""

NEVER_TRIMMED = {"Qt", "SQLCipher"}


@dataclass(frozen=True, slots=True)
class Package:
    """A package with the folder where it tells of itself."""

    name: str
    version: str
    info: Path
    terms: str


@dataclass(frozen=True, slots=True)
class Hidden:
    """A part inside a wheel or a runtime, with its licence text and where its version is read."""

    name: str
    within: str
    licence: str
    version: str = ""
    text: str = ""
    marker: str = ""
    file: dict[str, str] = field(default_factory=dict)
    unread: tuple[str, ...] = ()

    def found(self, packages: Path, system: str) -> Path | None:
        """Its file below the packages; None where it is not shipped."""
        pattern = self.file.get(system)
        return min(packages.glob(pattern), default=None) if pattern else None

    def seen(self, path: Path, system: str) -> str | None:
        """The version that stands in the file itself; None where nothing tells how to read it."""
        if not self.marker or system in self.unread:
            return None
        hit = re.search(self.marker.encode(), path.read_bytes(), re.DOTALL)
        groups = hit.groups() if hit else (b"unknown",)
        return ".".join(each.replace(b"\0", b"").decode("ascii") for each in groups)


@dataclass(frozen=True, slots=True)
class SystemPart:
    """A package of the build machine's Debian, of which libraries were taken along."""

    name: str
    version: str

    @property
    def copyright(self) -> Path:
        """Its terms, as the system tells them."""
        return Path("/usr/share/doc") / self.name / "copyright"


def plain(name: str) -> str:
    """A package's name as the locks write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> set[str]:
    """The packages that may be shipped, whatever the system."""
    text = (ROOT / "installer/runtime.lock").read_text("utf-8")
    return {plain(name) for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}


def packages_in(folder: Path, tree: Path | None = None) -> list[Package]:
    """The locked packages that lie in the folder, by name; what only builds them is left out.

    So is what was trimmed away, where the packages in the tree tell of themselves.
    """
    names, chosen = locked(), _table("licences")
    stayed = {info.name for info in below(tree).glob("*.dist-info")} if tree else set()
    if tree and system_of(folder) == "windows":
        names &= {plain(name.split("-")[0]) for name in stayed}
    found = (_read(info, chosen) for info in folder.glob("*.dist-info"))
    there = {plain(one.name): one for one in found}
    return [there[name] for name in sorted(there.keys() & names)]


def _read(info: Path, chosen: dict[str, object]) -> Package:
    told = metadata.Distribution.at(info).metadata
    named = [told[each] for each in ("License-Expression", "License") if each in told]
    words = chosen.get(told["Name"]) or (named or ["see its text"])[0].strip()
    return Package(told["Name"], told["Version"], info, str(words))


def hidden() -> list[Hidden]:
    """Every part that stands in bundled.toml."""
    return [Hidden(**part) for part in tomllib.loads(BUNDLED.read_text("utf-8"))["part"]]


def _table(name: str) -> dict[str, object]:
    return dict(tomllib.loads(BUNDLED.read_text("utf-8"))[name])


def left_out(package: str) -> set[str]:
    """Parts a wheel's own SBOM names that do not lie in it, or are only its own modules."""
    names = _table("left_out").get(package)
    return set(names) if isinstance(names, list) else set()


def below(tree: Path) -> Path:
    """Where the packages lie in a folder that is installed; the folder itself if it is no such."""
    return next((tree / name for name in BELOW if (tree / name).is_dir()), tree)


def hidden_in(packages: Path, system: str) -> list[Hidden]:
    """The hidden parts that are there. Ends the build where one is another than we say."""
    there = []
    for part in hidden():
        path = part.found(packages, system)
        if path is None:
            if part.name in NEVER_TRIMMED and system in part.file:
                sys.exit(f"{packages} holds no {part.name}: that is not what is installed")
            continue
        seen = part.seen(path, system)
        if seen not in {None, part.version}:
            told = f"{path.name} holds {part.name} {seen}, installer/bundled.toml says"
            sys.exit(f"{told} {part.version}: correct it, and look whether its licence is another")
        there.append(part)
    return there


def system_parts(tree: Path, packages: Path) -> list[SystemPart]:
    """The Debian packages whose libraries were taken along when the program was frozen."""
    own = {path.name for path in packages.rglob("*.so*")}
    names = {path.name for path in tree.rglob("*.so*")} - own
    if not names:
        return []
    if not shutil.which("dpkg-query"):
        sys.exit("dpkg-query is missing: nothing tells whose libraries were taken along")
    # one at a time would take minutes; what is not found is told with exit 1, and is not an error
    patterns = [f"*/{name}" for name in sorted(names)]
    told = _dpkg("--search", *patterns)
    owners = {line.split(":")[0] for line in told if line.rpartition("/")[2] in names}
    shown = _dpkg("--show", "--showformat", "${Package} ${Version}\n", *sorted(owners))
    return sorted({SystemPart(*line.split()) for line in shown}, key=lambda part: part.name)


def _dpkg(*asked: str) -> list[str]:
    command = ["dpkg-query", *asked]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()


def system_of(packages: Path) -> str:
    """The system the packages were built for."""
    return "windows" if any(packages.glob("PySide6/*.dll")) else "linux"


def version() -> str:
    """Husrom's own version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["version"])
