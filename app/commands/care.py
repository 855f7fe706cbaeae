"""`husrom check`, `backup` and `restore`: whether the register is whole, and its copies."""

from pathlib import Path

import click

from app.commands.frame import OfficersProblem, answer, command, json_option
from app.commands.opening import Where, asked, opened, recovery_key_from, with_register
from app.core.text import grouped
from app.register import Register
from app.storage import backup as copies
from app.storage.check import CheckResult

_COMPARED = {
    "unknown": "Denne maskinen har ikke sett registeret før.",
    "same": "Registeret er slik maskinen så det sist.",
    "longer": "Registeret fortsetter det maskinen så sist.",
    "older": "Dette er en eldre kopi enn den maskinen så sist.",
}


@command("check", "Kontroller at registeret er helt: sider, tabeller og historikk.")
@with_register
@json_option
def check(where: Where, as_json: bool) -> None:
    """The full check; exit 1 when something is damaged."""
    with opened(where) as office:
        compared = office.opening.compared
        result = office.check()
    content = {
        "whole": result.whole,
        "damaged_pages": result.damaged_pages,
        "damaged_tables": result.damaged_tables,
        "broken_event": result.chain,
        "events": result.events,
        "compared": compared,
    }
    whole = f"Registeret er helt. Historikken har {grouped(result.events)} hendelser."
    lines = (whole, _COMPARED[compared]) if result.whole else ()
    answer(content, lines, as_json=as_json)
    if not result.whole:
        raise OfficersProblem(_damage(result))


def _damage(result: CheckResult) -> str:
    parts = []
    if result.damaged_pages:
        parts.append(f"{grouped(result.damaged_pages)} skadede sider")
    if result.damaged_tables:
        parts.append(f"{grouped(result.damaged_tables)} skadede tabeller")
    if result.chain is not None:
        parts.append(f"historikken er brutt ved hendelse {grouped(result.chain)}")
    found = " og ".join(parts)
    return f"Registeret er skadet: {found}. Ingenting er endret. Gjenopprett en sikkerhetskopi."


@command("backup", "Ta en sikkerhetskopi nå, og kontroller den.")
@click.option("--to", type=click.Path(path_type=Path), metavar="MAPPE", help="Legg den her også.")
@with_register
@json_option
def backup(where: Where, to: Path | None, as_json: bool) -> None:
    """One checked file here, and a copy of it in `to`."""
    with opened(where) as office:
        made = office.back_up()
    copy = copies.copy_outside(made, to) if to else None
    lines = [f"Kopien er tatt og kontrollert: {made}"]
    if copy:
        lines.append(f"Den ligger også her: {copy}")
    answer({"backup": str(made), "copy": str(copy) if copy else None}, lines, as_json=as_json)


@command("restore", "Sett sikkerhetskopien KOPI i registerets sted. Det som lå der, tas vare på.")
@click.argument("copy", metavar="KOPI", type=click.Path(path_type=Path))
@click.option("--recovery-key-file", metavar="FIL", help="Fil med gjenopprettingsnøkkelen.")
@with_register
@json_option
def restore(where: Where, copy: Path, recovery_key_file: str | None, as_json: bool) -> None:
    """Everything is checked before anything is moved; the old set is put aside."""
    register = Register(where.register)
    if recovery_key_file is not None:
        typed = recovery_key_from(recovery_key_file)
        aside = register.restore(copy, lambda envelope: envelope.open_with_recovery(typed)[0])
    else:
        told = where.told()
        copies.read_manifest(copy)
        said = told or asked()
        aside = register.restore(copy, lambda envelope: envelope.open_with_passphrase(said)[0])
    lines = [f"Registeret er gjenopprettet: {where.register}"]
    if aside:
        lines.append(f"Det gamle ligger her: {aside}")
    content = {"register": str(where.register), "set_aside": str(aside) if aside else None}
    answer(content, lines, as_json=as_json)
