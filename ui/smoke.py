"""`husrom-app --smoke DIR`: proves that a set-up works on this machine, and leaves its proofs."""

import platform
import time
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtWidgets import QApplication

from app.demo.trial import make_trial, open_trial, trial_register
from ui.application import Program
from ui.kit import start
from ui.kit.palette import Scheme

PICTURE, LOG = "vindu.png", "versjoner.log"


def smoke(application: QApplication, folder: Path) -> int:
    """Make a register in `folder`, print every document, show it; «vindu.png», «versjoner.log».

    A register that is there is opened, not made: that is how an upgrade is tried. The log has
    what was done and when in seconds, and ends with «Ferdig» only when all of it was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tell = _log(folder / LOG)
    tell(versions())
    make_trial(folder, tell)
    start.dress(application, Scheme.LIGHT)
    register = trial_register(folder)
    program = Program(register)
    program.show_register(open_trial(register, tell))
    program.window.show()
    for _ in range(3):  # a layout asks for another round when words have wrapped
        application.processEvents()
    saved = program.window.grab().save(str(folder / PICTURE))
    tell("Vinduet er vist")
    program.close()
    tell("Ferdig" if saved else "Bildet av vinduet kunne ikke lagres")
    return 0 if saved else 1


def versions() -> str:
    """What runs, without a name of anybody or a place on this machine."""
    return (
        f"Husrom {metadata.version('husrom')}, Python {platform.python_version()}, "
        f"Qt {qt_version}, {platform.system()} {platform.machine()}"
    )


def _log(file: Path) -> Callable[[str], None]:
    begun = time.monotonic()
    file.write_text("", "utf-8")

    def tell(line: str) -> None:
        with file.open("a", encoding="utf-8") as log:
            log.write(f"{time.monotonic() - begun:6.1f} s  {line}\n")

    return tell
