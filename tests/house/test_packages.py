"""What is installed beside Husrom: nothing that takes its names, and just what the lock says."""

import re
import tomllib
from importlib import import_module, metadata

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tests.house.tree import ROOT

LOCK = (ROOT / "installer/requirements.lock").read_text(encoding="utf-8")
PINS = {name: Version(version) for name, version in re.findall(r"^([\w.-]+)==(\S+)", LOCK, re.M)}


def _wanted() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    lines = [*project["project"]["dependencies"], *groups["test"], *groups["gate"]]
    return [Requirement(line) for line in [*lines, *project["build-system"]["requires"]]]


@pytest.mark.parametrize("package", ["app", "ui"])
def test_the_plain_names_are_ours_alone(package: str) -> None:
    owners = set(metadata.packages_distributions().get(package, ()))
    assert owners <= {"husrom"}
    assert str(import_module(package).__file__).startswith(str(ROOT))


def test_husrom_is_installed_with_its_commands() -> None:
    commands = {one.name: one.value for one in metadata.distribution("husrom").entry_points}
    assert commands == {"husrom": "app.cli:main", "husrom-app": "ui.__main__:main"}


@pytest.mark.parametrize("wanted", _wanted(), ids=str)
def test_the_lock_holds_what_the_project_asks_for(wanted: Requirement) -> None:
    pin = PINS.get(re.sub(r"[-_.]+", "-", wanted.name).lower())
    assert pin is not None, "run installer/lock.sh"
    assert pin in wanted.specifier


def test_every_pin_has_its_hashes() -> None:
    blocks = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.M)[1:]
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []
