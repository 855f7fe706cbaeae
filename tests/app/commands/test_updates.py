"""`husrom update`: what IT gets to know of an installer, without any register."""

import sys
from importlib import metadata
from pathlib import Path

import pytest

from tests.app.commands.conftest import Run, said
from tests.app.settings.updates.conftest import public as public
from tests.app.settings.updates.conftest import publisher as publisher
from tests.app.settings.updates.conftest import stick as stick
from tests.app.settings.updates.publisher import NEWER, names_of, sums_of

SETUP, MSI, DEB = names_of(NEWER)


@pytest.fixture(autouse=True)
def on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")


def test_a_genuine_update_is_told_with_its_steps(run: Run, stick: Path, public: Path) -> None:
    told = run("update", stick, "--key", public)
    assert (told.exit_code, told.stderr) == (0, "")
    assert f"Husrom {NEWER}, 24.11.2026" in told.stdout
    assert f"apt install ./{DEB}" in told.stdout


def test_as_json(run: Run, stick: Path, public: Path) -> None:
    assert said(run("update", stick / DEB, "--key", public, "--json")) == {
        "file": DEB,
        "kind": "deb",
        "system": "linux",
        "version": NEWER,
        "published": "2026-11-24",
        "own_version": metadata.version("husrom"),
        "sha256": sums_of(stick, DEB).decode().split()[0],
        "size": (stick / DEB).stat().st_size,
    }


def test_what_is_wrong_is_one_line_and_ends_one(run: Run, stick: Path, public: Path) -> None:
    (stick / DEB).write_bytes(b"noe annet")
    told = run("update", stick / DEB, "--key", public)
    assert (told.exit_code, told.stdout, len(told.stderr.splitlines())) == (1, "", 1)
    assert "Ikke installer den" in told.stderr
    assert run("update", stick / SETUP, "--key", public).exit_code == 1


def test_a_key_that_is_not_there_is_wrong_use(run: Run, stick: Path, tmp_path: Path) -> None:
    told = run("update", stick, "--key", tmp_path / "borte.pub")
    assert told.exit_code == 2


def test_this_build_has_no_key_and_says_so(run: Run, stick: Path) -> None:
    told = run("update", stick / DEB)
    assert told.exit_code == 1
    assert "uten nøkkel" in told.stderr
    assert sums_of(stick, DEB).decode().split()[0] in told.stderr
