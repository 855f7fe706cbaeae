"""`husrom number`: what a number is, and whether it holds."""

import click

from app.commands.frame import Answer, OfficersProblem, answer, command, json_option
from app.commands.norwegian import command_words
from app.core.numbers import Checked, NumberKind, format_number, identify

KINDS = {
    "fnr": NumberKind.NATIONAL_ID,
    "orgnr": NumberKind.ORGANISATION,
    "konto": NumberKind.ACCOUNT,
    "kid10": NumberKind.KID10,
    "kid11": NumberKind.KID11,
    "bruksenhet": NumberKind.UNIT_NUMBER,
    "matrikkel": NumberKind.CADASTRAL_ID,
}
_SHORT = {kind: short for short, kind in KINDS.items()}


@command("number", "Si hva slags nummer VERDI er, og om det stemmer. KID prøves bare med --kind.")
@click.argument("value", metavar="VERDI")
@click.option("--kind", type=click.Choice([*KINDS]), help="Prøv bare dette slaget.")
@json_option
def number(value: str, kind: str | None, as_json: bool) -> None:
    """Every kind that holds; exit 1 when none does."""
    found = identify(value, KINDS[kind] if kind else None)
    lines = (_line(each) for each in found if each.ok)
    answer([_entry(each) for each in found], lines, as_json=as_json)
    if not any(each.ok for each in found):
        raise OfficersProblem(_line(found[0]) if found else _nearly(value))


def _entry(checked: Checked) -> Answer:
    return {
        "kind": _SHORT.get(checked.kind, checked.kind.value),
        "name": _name(checked.kind),
        "value": _shown(checked, checked.value),
        "ok": checked.ok,
        "problem": checked.code or None,
        "warning": checked.warning or None,
    }


def _line(checked: Checked) -> str:
    said = command_words("numbers")
    if not checked.ok:
        return f"{_name(checked.kind)}: {said[checked.code]}."
    shown = _shown(checked, format_number(checked))
    remark = f" – merk: {said[checked.warning]}" if checked.warning else ""
    return f"{_name(checked.kind)}: {f'{shown} ' if shown else ''}{said['holds']}{remark}"


def _shown(checked: Checked, text: str) -> str | None:
    """The number, unless it does not hold or may be a person's own."""
    return text if checked.ok and checked.warning != "may_be_national_id" else None


def _nearly(value: str) -> str:
    """No kind holds; those whose form is right are named with what is wrong."""
    tried = (identify(value, kind)[0] for kind in KINDS.values() if kind not in _BY_CHANCE)
    near = [_line(each) for each in tried if each.code.endswith(("_check_digit", "_date"))]
    return " ".join((command_words("numbers")["none_holds"], *near))


_BY_CHANCE = frozenset({NumberKind.KID10, NumberKind.KID11})


def _name(kind: NumberKind) -> str:
    return command_words("kinds")[kind.value]
