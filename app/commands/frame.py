"""What every command shares: how it is declared, how it answers, how it fails."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import IO, ParamSpec

import click

from app.core import words
from app.core.days import short_day
from app.core.errors import Invalid, OfficeError

P = ParamSpec("P")
# What an answer may hold before it becomes JSON
Answer = None | bool | int | float | str | date | Enum | Sequence["Answer"] | Mapping[str, "Answer"]

# Years outside these were typed wrong, and some of them no calendar can count from
EARLIEST, LATEST = 1900, 2199

json_option = click.option("--json", "as_json", is_flag=True, help="Svar som JSON.")


class OfficersProblem(click.ClickException):
    """Something the officer can mend: one line on standard error, exit 1."""

    def show(self, file: IO[str] | None = None) -> None:
        """The line itself, without «Feil:» before it."""
        click.echo(self.message, file=file, err=True)


class Commands(click.Group):
    """A group that words what the office refuses, so that no traceback reaches the officer."""

    def invoke(self, ctx: click.Context) -> object:
        """As click does; OfficeError becomes its one line."""
        try:
            return super().invoke(ctx)
        except OfficeError as error:
            raise OfficersProblem(one_line(error)) from error


class Day(click.ParamType[date]):
    """A day written «2026-11-23» or «23.11.2026»."""

    name = "dato"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day; wrong use when it is none."""
        if isinstance(value, date):
            return value
        for form in ("%Y-%m-%d", "%d.%m.%Y"):
            try:
                day = datetime.strptime(str(value), form).date()
            except ValueError:
                continue
            if EARLIEST <= day.year <= LATEST:
                return day
        return self.fail("skriv dagen som 2026-11-23 eller 23.11.2026", param, ctx)


def command(name: str, text: str) -> Callable[[Callable[P, None]], click.Command]:
    """Declare one command; `text` is its help, in Norwegian."""

    def declare(function: Callable[P, None]) -> click.Command:
        return click.command(name, help=text, options_metavar="[VALG]")(function)

    return declare


def answer(content: Answer, lines: Iterable[str], *, as_json: bool) -> None:
    """Print JSON (English keys, ISO days, absent is null) or the lines for a reader."""
    if as_json:
        click.echo(json.dumps(_plain(content), ensure_ascii=False, indent=2))
        return
    for line in lines:
        click.echo(line)


def one_line(error: OfficeError) -> str:
    """What happened, what is safe, what to do, and beside each field what is wrong with it."""
    parts = [words.sentence(error.code, readable(error.facts))]
    if isinstance(error, Invalid):
        said = (words.sentence(each.code, readable(each.facts)) for each in error.problems)
        parts.extend(dict.fromkeys(said))
    return " ".join(" ".join(parts).split())


def readable(facts: dict[str, object]) -> dict[str, object]:
    """Facts as they stand in a sentence: days and lists the Norwegian way."""
    return {name: _readable(fact) for name, fact in facts.items()}


def _readable(fact: object) -> object:
    if isinstance(fact, date):
        return short_day(fact)
    if isinstance(fact, tuple | list):
        return ", ".join(str(_readable(each)) for each in fact)
    return fact


def _plain(content: Answer) -> Answer:
    if isinstance(content, Enum):
        return str(content.value)
    if isinstance(content, date):
        return content.isoformat()
    if isinstance(content, Mapping):
        return {key: _plain(value) for key, value in content.items()}
    if isinstance(content, Sequence) and not isinstance(content, str):
        return [_plain(each) for each in content]
    return content
