"""A register made, filled, printed from and opened again, to see that a set-up works."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.core.clock import FixedClock
from app.core.errors import OfficeError
from app.demo import place
from app.demo.make import make
from app.demo.papers import print_papers
from app.demo.story import moment
from app.office import Folders, Office
from app.register import Register

# One day for all, so that the papers of two systems can be laid beside each other
DAY = date(2026, 11, 20)
REGISTER, PAPERS = "prøve.husrom", "dokumenter"


def trial_register(folder: Path, clock: FixedClock | None = None) -> Register:
    """The register of a trial in `folder`, with its copies and heads there too."""
    own = Folders(folder / "heads", folder / "backups")
    return Register(folder / REGISTER, clock or FixedClock(moment(DAY)), own)


def make_trial(folder: Path, tell: Callable[[str], object]) -> None:
    """Make the demo municipality and print each of its papers; what is there is left as it is."""
    clock = FixedClock(moment(DAY))
    register = trial_register(folder, clock)
    if register.exists:
        tell("Registeret var der fra før")
        return
    recovery = make(register, clock, DAY)
    tell("Registeret er laget")
    office = register.open_with_passphrase(place.PASSPHRASE)
    try:
        files = print_papers(office, recovery, folder / PAPERS)
    finally:
        _leave(office, register)
    tell(f"{len(files)} dokumenter er skrevet")


def open_trial(register: Register, tell: Callable[[str], object]) -> Office:
    """Opened by the machine's keyring where it has one that can be trusted, else by passphrase."""
    office = register.open_with_passphrase(place.PASSPHRASE)
    try:
        office.settings.remember_here()
    except OfficeError:
        tell("Nøkkelringen er ikke prøvd: denne maskinen har ingen som kan brukes")
        return office
    _leave(office, register)
    remembered = register.open_with_keyring()
    if remembered is None:
        raise OfficeError("keyring_refused")
    remembered.settings.forget_here()
    tell("Nøkkelringen husket, åpnet og glemte")
    return remembered


def _leave(office: Office, register: Register) -> None:
    office.close()
    register.let_go()
