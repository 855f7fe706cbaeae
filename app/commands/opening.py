"""Which register a command is about, and the passphrase that opens it."""

import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import BinaryIO, Concatenate, ParamSpec

import click

from app.core import paths
from app.core.records import dataclass
from app.demo import place
from app.office import Office
from app.register import Register

P = ParamSpec("P")
LONGEST = 4096
"""Bytes of a file with a passphrase or a key that are looked at."""


@dataclass(frozen=True, slots=True)
class Where:
    """The register, and where its passphrase is read from; None asks at the terminal."""

    register: Path
    passphrase_file: str | None
    demo: bool

    def told(self) -> str:
        """From the file or the demo; empty when it must be asked for at the terminal.

        Wrong use (exit 2) with neither a file nor a terminal.
        """
        if self.passphrase_file is not None:
            return secret_from(self.passphrase_file)
        if self.demo:
            return place.PASSPHRASE
        if not sys.stdin.isatty():
            raise click.UsageError("Her kan ingen skrive passordet. Bruk --passphrase-file FIL.")
        return ""


def asked() -> str:
    """The passphrase as typed at the terminal, never shown."""
    typed: str = click.prompt("Passord", hide_input=True, err=True)
    return unicodedata.normalize("NFC", typed)


def default_register() -> Path:
    """The officer's own register on this machine."""
    return paths.data_dir() / "register.husrom"


def with_register(
    function: Callable[Concatenate[Where, P], None],
) -> Callable[P, None]:
    """Options that say which register, given to the command as one `Where`."""

    @click.option("--register", type=click.Path(path_type=Path), metavar="FIL", help=_REGISTER)
    @click.option("--demo", is_flag=True, help="Demoregisteret.")
    @click.option("--passphrase-file", metavar="FIL", help=_PASSPHRASE)
    @wraps(function)
    def placed(*args: P.args, **options: P.kwargs) -> None:
        register, demo = options.pop("register"), bool(options.pop("demo"))
        file = options.pop("passphrase_file")
        if register is not None and demo:
            raise click.UsageError("Velg enten --register eller --demo.")
        path = register if isinstance(register, Path) else _standard(demo)
        function(Where(path, None if file is None else str(file), demo), *args, **options)

    return placed


_REGISTER = "Registeret det gjelder; ellers det vanlige på denne maskinen."
_PASSPHRASE = "Fil med passordet på første linje; «-» er standard inn."  # noqa: S105  help text


def _standard(demo: bool) -> Path:
    return place.demo_register() if demo else default_register()


@contextmanager
def opened(where: Where) -> Iterator[Office]:
    """The register, open for one command and closed properly after it."""
    clock = place.demo_clock() if where.demo else None
    register, told = Register(where.register, clock), where.told()
    register.files.check_shape()
    office = register.open_with_passphrase(told or asked())
    try:
        yield office
    finally:
        office.close()
        register.let_go()


def secret_from(name: str) -> str:
    """First line of a file or of standard input: UTF-8, BOM and line end dropped, NFC."""
    line = _text(name, "Passordfilen", lambda file: file.readline(LONGEST)).rstrip("\r\n")
    if not line:
        raise click.UsageError("Første linje i passordfilen er tom.")
    return unicodedata.normalize("NFC", line)


def recovery_key_from(name: str) -> str:
    """The groups as they were written down, on one line or several."""
    return " ".join(_text(name, "Nøkkelfilen", lambda file: file.read(LONGEST)).split())


def _text(name: str, what: str, read: Callable[[BinaryIO], bytes]) -> str:
    try:
        if name == "-":
            return read(sys.stdin.buffer).decode("utf-8-sig")
        with Path(name).open("rb") as file:
            return read(file).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise click.UsageError(f"{what} «{name}» kan ikke leses som UTF-8.") from None
