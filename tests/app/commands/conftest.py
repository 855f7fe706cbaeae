"""The command as an officer runs it, without a terminal."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import husrom
from app.core.clock import FixedClock
from tests.factories import PASSPHRASE

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reaches this user's own registers."""
    folder = tmp_path / "data"
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: folder)
    return folder


@pytest.fixture(autouse=True)
def same_day(monkeypatch: pytest.MonkeyPatch, clock: FixedClock) -> None:
    """The command runs on the day the register was made."""
    monkeypatch.setattr("app.register.SystemClock", lambda: clock)


@pytest.fixture
def run() -> Run:
    """Run `husrom` with arguments; standard input is empty unless given."""

    def called(*arguments: object, stdin: str | bytes = "") -> Result:
        return CliRunner().invoke(husrom, [str(each) for each in arguments], input=stdin)

    return called


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A file with the passphrase of `register_path`."""
    file = tmp_path / "passord.txt"
    file.write_text(PASSPHRASE + "\n", encoding="utf-8")
    return file


def said(result: Result) -> object:
    """What an answer with --json says."""
    return json.loads(result.stdout)
