"""The command line of the window: what may be written, and what is said of the rest."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.commands.opening import default_register
from app.demo import place
from ui import __main__ as program
from ui.__main__ import ICON, Wanted, WrongUseError, read, the_register


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test makes folders in the user's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_nothing_opens_the_usual_register() -> None:
    assert read([]) == Wanted()
    assert the_register(Wanted()).files.register == default_register()


def test_the_demo_lies_in_its_own_place() -> None:
    assert the_register(read(["--demo"])).files.register == place.demo_register()


def test_a_register_of_ones_own() -> None:
    assert read(["mitt.husrom"]) == Wanted(register=Path("mitt.husrom"))


@pytest.mark.parametrize(
    "words", [["--ukjent"], ["en", "to"], ["--smoke"], ["mitt.husrom", "--demo"]]
)
def test_wrong_use_ends_with_2_and_says_so_in_norwegian(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(WrongUseError):
        read(words)
    monkeypatch.setattr(sys, "argv", ["husrom-app", *words])
    assert program.main() == 2
    assert "Bruk: husrom-app" in capsys.readouterr().err


def test_help_ends_with_0(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["husrom-app", "--help"])
    assert program.main() == 0
    assert "--demo" in capsys.readouterr().out


@pytest.mark.parametrize("size", [16, 32, 256])
def test_the_programs_icon_can_be_drawn(qapp: QApplication, size: int) -> None:
    picture = QIcon(str(ICON)).pixmap(size, size).toImage()
    middle, corner = picture.pixelColor(size // 2, size // 2), picture.pixelColor(0, 0)
    assert middle.name().upper() == "#FFFFFF"
    assert corner.alpha() < middle.alpha()
