"""The command `husrom`: the office's services without a screen, in Norwegian."""

import sys
from io import TextIOWrapper

import click

from app.commands.care import backup, check, restore
from app.commands.deadlines import deadline
from app.commands.demonstration import demo
from app.commands.frame import Commands
from app.commands.lists import listing
from app.commands.norwegian import speak_norwegian
from app.commands.numbers import number
from app.commands.papers import for_it, printed
from app.commands.sheets import import_sheet
from app.commands.updates import update
from app.transfer import child

speak_norwegian()


def _read_sheet(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        ctx.exit(child.main())


@click.group(
    "husrom",
    cls=Commands,
    help="Husrom uten vindu. «husrom KOMMANDO --help» forklarer hver kommando.",
    options_metavar="[VALG]",
    subcommand_metavar="KOMMANDO [ARGUMENT]...",
)
@click.option(
    "--read-sheet",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    hidden=True,
    callback=_read_sheet,
)
def husrom() -> None:
    """All commands."""


_CARE = (check, backup, restore, update, for_it)
for each in (demo, import_sheet, listing, printed, number, deadline, *_CARE):
    husrom.add_command(each)


def main() -> None:
    """Run the command; what goes into a pipe is UTF-8 on every system."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")
    husrom(prog_name="husrom")
