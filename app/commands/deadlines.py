"""`husrom deadline`: count a deadline by the rules the program is shipped with."""

from collections.abc import Iterator
from datetime import date

import click

from app.commands.frame import Answer, Day, answer, command, json_option
from app.core.dated import Parameter
from app.core.days import day_in_words, length
from app.core.deadlines import Deadline
from app.core.periods import Period
from app.settings.rule_files import load_parameters
from app.settings.rulebook import deadline_for, periods


@command("deadline", "Regn ut fristen i REGEL fra DATO. «--list» viser alle regler med en frist.")
@click.argument("rule", metavar="REGEL", required=False)
@click.argument("start", metavar="DATO", type=Day(), required=False)
@click.option("--list", "listed", is_flag=True, help="Vis alle regler med en frist.")
@json_option
def deadline(rule: str | None, start: date | None, listed: bool, as_json: bool) -> None:
    """One deadline, or every rule that one can be counted by."""
    if listed:
        if rule is not None:
            raise click.UsageError("«--list» viser alle regler og skal stå alene.")
        _list(as_json)
    elif rule is None or start is None:
        raise click.UsageError("Skriv både regel og dato, for eksempel: deadline HL-66 2026-11-23")
    else:
        found = deadline_for(load_parameters(), rule, start)
        answer(_entry(rule, found), _lines(rule, found), as_json=as_json)


def _entry(rule: str, found: Deadline) -> Answer:
    return {
        "rule": rule,
        "start": found.start,
        "nominal": found.nominal,
        "moved": found.moved,
        "earliest_action": found.earliest_action,
        "last_safe_day": found.last_safe_day,
        "basis": found.basis,
    }


def _lines(rule: str, found: Deadline) -> Iterator[str]:
    asked = rule if rule.upper() == found.rule else f"{rule} ({found.rule})"
    yield f"{asked}, {found.basis}"
    moved = "ikke flyttet" if found.moved == found.nominal else day_in_words(found.moved)
    for label, text in (
        ("Regnet fra", day_in_words(found.start)),
        ("Regnet dag", day_in_words(found.nominal)),
        ("Flyttet til", moved),
        ("Neste skritt tidligst", day_in_words(found.earliest_action)),
        ("Siste trygge dag", day_in_words(found.last_safe_day)),
    ):
        yield f"  {label:<22}{text}"


def _list(as_json: bool) -> None:
    parameters = load_parameters()
    rules = [parameters[key] for key in periods(parameters)]
    answer([_rule(each) for each in rules], map(_rule_line, rules), as_json=as_json)


def _rule(each: Parameter) -> Answer:
    period = _period(each)
    return {
        "rule": each.id,
        "rules": list(each.rule_ids),
        "amount": period.amount if period else None,
        "unit": period.unit if period else None,
        "kind": each.kind,
        "starts": each.starts,
        "protects": each.protects,
        "basis": each.basis,
        "setting": each.setting,
    }


def _rule_line(each: Parameter) -> str:
    period = _period(each)
    told = length(period) if period else ""
    return f"{each.id:<40} {each.rule_ids[0]:<8} {told:<12} {each.basis}"


def _period(each: Parameter) -> Period | None:
    """Of the newest version that has a day it holds from."""
    dated = [version for version in each.versions if version.valid_from is not None]
    newest = max(dated, key=lambda version: version.valid_from or date.min, default=None)
    if newest is None or each.unit is None or not isinstance(newest.value, int):
        return None
    return Period(newest.value, each.unit)
