"""The command `husrom-app [REGISTER] [--demo] [--smoke DIR]`."""

import logging
import sys
from pathlib import Path

import click
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from app.core import paths
from app.core.records import dataclass
from app.demo import place
from app.register import Register
from ui.application import Program
from ui.kit import machine, start
from ui.kit.crash import CrashNet
from ui.kit.sweeping import Sweeping
from ui.smoke import smoke

ICON = paths.RESOURCES / "icons" / "husrom.svg"
USE = """Bruk: husrom-app [REGISTER] [--demo] [--smoke MAPPE]

  REGISTER       registeret som skal åpnes; ellers det vanlige på denne maskinen
  --demo         åpne demoregisteret, med oppdiktede personer
  --smoke MAPPE  prøv alt på denne maskinen: lag et register i MAPPE, skriv dokumentene,
                 vis vinduet, lagre et bilde av det, og avslutt
  --help         vis denne teksten
"""


class WrongUseError(Exception):
    """What was written after the command cannot be understood."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for."""

    register: Path | None = None
    demo: bool = False
    smoke: Path | None = None
    help: bool = False


def read(arguments: list[str]) -> Wanted:
    """Read the command line; WrongUseError in Norwegian."""
    register, smoke_in, demo, rest = None, None, False, list(arguments)
    while rest:
        word = rest.pop(0)
        if word in {"--help", "-h"}:
            return Wanted(help=True)
        if word == "--demo":
            demo = True
        elif word == "--smoke":
            if not rest:
                raise WrongUseError("--smoke må ha en mappe.")
            smoke_in = Path(rest.pop(0))
        elif word.startswith("-"):
            raise WrongUseError(f"Valget «{word}» finnes ikke.")
        elif register is not None:
            raise WrongUseError(f"Ett argument for mye ({word}).")
        else:
            register = Path(word)
    if register is not None and demo:
        raise WrongUseError("Velg enten et register eller --demo.")
    return Wanted(register, demo, smoke_in)


def the_register(wanted: Wanted) -> Register:
    """The register asked for; the demo lives on its own day."""
    if wanted.demo:
        return Register(place.demo_register(), place.demo_clock())
    return Register(wanted.register or paths.data_dir() / "register.husrom")


def main() -> int:
    """Start; 0 when all went well, 1 after a crash, 2 for wrong use."""
    try:
        wanted = read(sys.argv[1:])
    except WrongUseError as error:
        click.echo(f"{error}\n\n{USE}", err=True, nl=False)  # a window on Windows has no streams
        return 2
    if wanted.help:
        click.echo(USE, nl=False)
        return 0
    application = QApplication(sys.argv[:1])
    QCoreApplication.setOrganizationName("Husrom")
    QCoreApplication.setApplicationName("Husrom")
    QGuiApplication.setDesktopFileName("husrom")  # by it a desktop ties window and menu entry
    application.setWindowIcon(QIcon(str(ICON)))
    if wanted.smoke is not None:
        return smoke(application, wanted.smoke)
    return run(application, the_register(wanted))


def run(application: QApplication, register: Register) -> int:
    """Dress, show, and stay until the window is closed."""
    logging.basicConfig(filename=paths.log_dir() / "husrom.log", level=logging.INFO)
    start.dress(application, machine.scheme(), machine.text_size() / 100)
    program = Program(register)
    net = CrashNet(program.close)
    net.install()
    sweeping = Sweeping(program)
    sweeping.begin()
    program.begin()
    code = application.exec()
    program.close()
    sweeping.end()
    net.remove()
    return code


if __name__ == "__main__":
    sys.exit(main())
