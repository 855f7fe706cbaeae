"""The publisher's scripts: a list of what is given out, signed with a key that stays outside."""

import subprocess
from pathlib import Path

import pytest

from app.core.errors import FileProblem
from app.settings.updates.model import MachineSystem
from app.settings.updates.service import Updates
from tests.app.settings.updates.publisher import SIGNATURE, SUMS, names_of
from tests.house.tree import ROOT

VERSION = "99.1.0rc1"
SETUP, MSI, _ = names_of(VERSION)
DEB = "husrom_99.1.0~rc1_amd64.deb"
OTHERS = ("husrom-99.1.0-setup.exe", "husrom-99.1.0rc10.msi", "les-meg.txt", "husrom-99.1.0rc1")
TWO_DAYS = str(2 * 24 * 60 * 60)


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    folder = tmp_path / "gis ut"
    folder.mkdir()
    for name in (SETUP, MSI, DEB, *OTHERS):
        (folder / name).write_text(name)
    return folder


def called(
    script: str, *arguments: str | Path, **known: str | Path
) -> subprocess.CompletedProcess[str]:
    command = ["sh", str(ROOT / "installer" / script), *map(str, arguments)]
    tools = {"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": TWO_DAYS}
    said = {name: str(value) for name, value in known.items()}
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        env=tools | said,
        cwd=Path(arguments[-1]).parent,
        check=False,
    )


def made_key(folder: Path) -> Path:
    done = called("new-key.sh", "--open", folder / "nokkel")
    assert done.returncode == 0, done.stderr
    return folder / "nokkel"


def test_without_a_key_the_list_is_made_and_the_lack_is_said(dist: Path) -> None:
    (dist / SIGNATURE).write_text("of another list")
    done = called("sums.sh", "--version", VERSION, dist)
    assert (done.returncode, "NOT SIGNED" in done.stderr) == (0, True)
    assert done.stdout == (dist / SUMS).read_text()
    assert [line.split("  ")[1] for line in done.stdout.splitlines()] == [SETUP, MSI, DEB]
    check = ["sha256sum", "--check", "--strict", SUMS]
    assert subprocess.run(check, cwd=dist, capture_output=True, check=False).returncode == 0
    left = {path.name for path in dist.iterdir()}
    assert left == {SETUP, MSI, DEB, *OTHERS, SUMS}


def test_the_same_packages_give_the_same_list(dist: Path) -> None:
    first = called("sums.sh", "--version", VERSION, dist).stdout
    assert called("sums.sh", "--version", VERSION, dist).stdout == first


def test_nothing_to_list_is_refused(dist: Path) -> None:
    done = called("sums.sh", "--version", "98.0.0", dist)
    assert (done.returncode, done.stdout) == (2, "")
    assert not (dist / SUMS).exists()


def test_a_secret_key_inside_the_project_is_refused(dist: Path) -> None:
    inside = ROOT / "pyproject.toml"
    done = called("sums.sh", "--version", VERSION, dist, HUSROM_UPDATE_KEY=inside)
    assert done.returncode == 2
    assert "never commit" in done.stderr
    assert not (dist / SUMS).exists()
    done = called("new-key.sh", "--open", ROOT / "installer" / "nokkel")
    assert done.returncode == 2
    assert not (ROOT / "installer" / "nokkel").exists()


def test_what_the_scripts_sign_is_what_the_program_takes(dist: Path, tmp_path: Path) -> None:
    """By minisign, which is among the system packages the tests are set up with."""
    secret = made_key(tmp_path)
    public = secret.with_name("nokkel.pub")
    assert secret.stat().st_mode & 0o077 == 0
    keys = {"HUSROM_UPDATE_KEY": secret, "HUSROM_UPDATE_PUB": public}
    done = called("sums.sh", "--version", VERSION, dist, **keys)
    assert done.returncode == 0, done.stderr
    assert f"husrom {VERSION} 1970-01-03" in done.stdout
    for system, name in ((MachineSystem.WINDOWS, SETUP), (MachineSystem.LINUX, DEB)):
        found = Updates(public, system).check(dist)
        assert (found.installer.name, f"{found.published.day}") == (name, "1970-01-03")


def test_a_key_that_is_not_the_programs_writes_nothing(dist: Path, tmp_path: Path) -> None:
    secret = made_key(tmp_path)
    other = tmp_path / "annen"
    other.mkdir()
    keys = {"HUSROM_UPDATE_KEY": secret, "HUSROM_UPDATE_PUB": made_key(other).with_suffix(".pub")}
    done = called("sums.sh", "--version", VERSION, dist, **keys)
    assert done.returncode == 2
    assert not (dist / SUMS).exists()
    assert called("new-key.sh", "--open", secret).returncode == 2


def test_a_list_that_was_not_signed_anew_is_refused_by_the_program(
    dist: Path, tmp_path: Path
) -> None:
    secret = made_key(tmp_path)
    called("sums.sh", "--version", VERSION, dist, HUSROM_UPDATE_KEY=secret)
    (dist / SETUP).write_text("built again")
    called("sums.sh", "--version", VERSION, dist)
    with pytest.raises(FileProblem) as caught:
        Updates(secret.with_suffix(".pub"), MachineSystem.WINDOWS).check(dist)
    assert caught.value.code == "update_signature_missing"


def test_a_package_gets_the_public_half_and_nothing_else(tmp_path: Path) -> None:
    secret, tree = made_key(tmp_path), tmp_path / "resources"
    tree.mkdir()
    public = secret.with_suffix(".pub")
    assert called("update-key.sh", tree, HUSROM_UPDATE_PUB=secret).returncode == 2
    assert list(tree.iterdir()) == []
    assert called("update-key.sh", tree, HUSROM_UPDATE_PUB=public).returncode == 0
    assert (tree / "update.pub").read_bytes() == public.read_bytes()
    done = called("update-key.sh", tree)
    assert (done.returncode, "NO KEY" in done.stderr) == (0, True)
    assert list(tree.iterdir()) == []


def test_no_key_is_committed() -> None:
    """No publisher has one yet; a build gets it from outside."""
    assert not (ROOT / "resources" / "update.pub").exists()
