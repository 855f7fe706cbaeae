"""`husrom import`: take in a sheet, or say what would be taken in."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from app.commands.frame import Answer, OfficersProblem, answer, command, json_option
from app.commands.opening import Where, opened, with_register
from app.core import words
from app.core.ids import BillerId
from app.core.text import grouped
from app.office import Office
from app.transfer.model import (
    CheckedSheet,
    Finding,
    FindingKind,
    ImportKind,
    Profile,
    Receipt,
    Sheet,
)

_KINDS = [kind.value for kind in ImportKind]


@command("import", "Hent inn regnearket FIL. «--dry-run» viser hva som ville blitt hentet inn.")
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Bare kontroller, ikke hent inn noe.")
@click.option("--profile", "profile_name", metavar="NAVN", help="En lagret kolonneprofil.")
@click.option("--kind", type=click.Choice(_KINDS), help="Hva linjene er; ellers gjettes det.")
@click.option("--biller", metavar="NAVN", help="Hvem restanselista er fra.")
@with_register
@json_option
def import_sheet(
    where: Where,
    file: Path,
    dry_run: bool,
    profile_name: str | None,
    kind: str | None,
    biller: str | None,
    as_json: bool,
) -> None:
    """The good rows at one stroke; every finding told."""
    with opened(where) as office:
        sheet = office.transfer.read(file)
        if biller is not None:
            chosen = office.transfer.guess(sheet, ImportKind.RENT_LIST, _biller(office, biller))
        else:
            chosen = _profile(office, sheet, profile_name, ImportKind(kind) if kind else None)
        checked = office.transfer.check(sheet, chosen)
        receipt = None
        if not dry_run:
            receipt = office.transfer.take_in(checked, file.read_bytes())
    content: Answer = {
        "kind": checked.kind,
        "profile": chosen.name,
        "dry_run": dry_run,
        "unknown_columns": checked.columns.unknown,
        "counts": asdict(checked.counts),
        "findings": [_finding(each) for each in checked.findings],
        "taken_in": asdict(receipt) if receipt else None,
    }
    answer(content, _lines(checked, receipt), as_json=as_json)


def _biller(office: Office, name: str) -> BillerId:
    found = next(
        (each.id for each in office.billers.open() if each.name.casefold() == name.casefold()), None
    )
    if found is None:
        raise OfficersProblem(
            f"Ingen som heter «{name}», krever inn leie. Ingenting er hentet inn. Sjekk navnet."
        )
    return found


def _profile(office: Office, sheet: Sheet, name: str | None, kind: ImportKind | None) -> Profile:
    if name is None:
        return office.transfer.guess(sheet, kind)
    for each in [kind] if kind else ImportKind:
        for profile in office.transfer.profiles(each):
            if profile.name == name:
                return profile
    raise OfficersProblem(
        f"Det finnes ingen kolonneprofil som heter «{name}». Ingenting er hentet inn."
        " Sjekk navnet, eller utelat --profile."
    )


def _finding(found: Finding) -> Answer:
    return {
        "line": found.line,
        "column": found.column or None,
        "kind": found.kind,
        "code": found.code,
        "before": None if found.secret else found.before or None,
        "after": None if found.secret else found.after or None,
        "readings": [] if found.secret else found.readings,
    }


def _lines(checked: CheckedSheet, receipt: Receipt | None) -> Iterator[str]:
    for found in checked.findings:
        column = f", {found.column}" if found.column else ""
        yield f"linje {found.line}{column}: {words.word(found.kind)}{_why(found)}"
    counts = checked.counts
    yield (
        f"{grouped(counts.rows)} rader: {grouped(counts.taken)} klare,"
        f" {grouped(counts.waiting)} venter på deg, {grouped(counts.doubles)} doble"
    )
    if receipt is None:
        yield "Ingenting er hentet inn."
    elif checked.kind is ImportKind.DEBT_OVERVIEW:
        yield f"Hentet inn: {grouped(receipt.debts)} krav."
    elif checked.kind is ImportKind.RENT_LIST:
        yield (
            f"Hentet inn: {grouped(receipt.claims)} krav, {grouped(receipt.payments)}"
            f" betalinger, {grouped(receipt.balances)} saldoer."
        )
    else:
        yield (
            f"Hentet inn: {grouped(receipt.dwellings)} boliger, {grouped(receipt.leases)}"
            f" leieforhold, {grouped(receipt.persons)} personer,"
            f" {grouped(receipt.applications)} søknader."
        )
        if receipt.shielded:
            yield (
                f"{grouped(receipt.shielded)} leieforhold står ikke her, for leietakeren er"
                " strengt fortrolig."
            )


def _why(found: Finding) -> str:
    if found.kind is FindingKind.FIXED and not found.secret and found.before:
        return f", {found.before} → {found.after}"
    facts: dict[str, object] = {"before": found.before, "after": found.after}
    if found.secret or found.code not in words.codes():
        return ""
    return f". {words.sentence(found.code, facts)}"
