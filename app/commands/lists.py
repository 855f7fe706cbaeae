"""`husrom list`: what the register holds, for a reader or another program.

National ids are masked, and a protected address never shows: no reason can be written down here.
"""

from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum

import click

from app.commands.frame import Answer, answer, command, json_option
from app.commands.opening import Where, opened, with_register
from app.core import words
from app.core.days import short_day
from app.office import Office

Entry = dict[str, Answer]
_WIDEST = 44


def _people(office: Office) -> list[Entry]:
    return [
        {
            "id": row.id,
            "name": row.name,
            "national_id": row.masked_id or None,
            "protection": row.protection,
            "to_check": row.to_check or None,
        }
        for row in office.people.rows()
    ]


def _dwellings(office: Office) -> list[Entry]:
    return [
        {
            "id": row.id,
            "address": row.address,
            "postal": row.postal,
            "type": row.type_text or row.dwelling_type,
            "holding": row.holding,
            "bedrooms": row.bedrooms,
            "area": row.area,
            "accessible": row.accessible,
            "rent_ore": row.rent,
            "status": row.status_text or row.status,
            "status_since": row.status_since,
            "owner": row.owner or None,
            "allocator": row.allocator or None,
            "to_check": row.to_check or None,
        }
        for row in office.dwellings.rows()
    ]


def _applications(office: Office) -> list[Entry]:
    return [
        {
            "id": row.id,
            "number": row.number,
            "kind": row.kind,
            "applicant": row.applicant,
            "name": row.name,
            "group": row.group,
            "received_on": row.received_on,
            "state": row.state,
            "state_since": row.state_since,
            "days_waiting": row.days_waiting,
            "to_check": row.to_check or None,
        }
        for row in office.applications.rows()
    ]


def _waiting_list(office: Office) -> list[Entry]:
    return [
        {
            "place": each.place,
            "application": each.row.id,
            "number": each.row.number,
            "name": each.row.name,
            "group": each.row.group,
            "received_on": each.row.received_on,
            "days_waiting": each.row.days_waiting,
            "bedrooms": each.row.bedrooms,
        }
        for each in office.allocation.waiting_list()
    ]


def _leases(office: Office) -> list[Entry]:
    return [
        {
            "id": row.id,
            "number": row.number,
            "kind": row.kind,
            "tenant": row.tenant,
            "name": row.tenant_name,
            "address": row.address or None,
            "start": row.start,
            "end": row.end,
            "rent_ore": row.rent,
            "state": row.state,
            "to_check": row.to_check or None,
        }
        for row in office.leases.rows()
    ]


def _letters(office: Office) -> list[Entry]:
    return [
        {
            "id": row.id,
            "number": row.number,
            "kind": row.kind,
            "title": row.title,
            "name": row.name or None,
            "issued_on": row.issued_on,
            "returned_on": row.returned_on,
        }
        for row in office.letters.to_send()
    ]


def _alerts(office: Office) -> list[Entry]:
    return [
        {
            "alert": each.id,
            "urgency": each.urgency,
            "case_kind": each.case.kind,
            "case_id": each.case.id,
            "since": each.since,
            "due": each.due,
            "why": each.why,
            "name": each.name or None,
            "dwelling": each.place or None,
            "basis": each.basis,
        }
        for each in office.alerts.today()
    ]


LISTS: dict[str, Callable[[Office], list[Entry]]] = {
    "people": _people,
    "dwellings": _dwellings,
    "applications": _applications,
    "waiting-list": _waiting_list,
    "leases": _leases,
    "letters": _letters,
    "alerts": _alerts,
}
_IN_WORDS = {
    "people": "personer",
    "dwellings": "boliger",
    "applications": "søknader",
    "waiting-list": "ventelisten",
    "leases": "leieforhold",
    "letters": "brev som skal sendes",
    "alerts": "det som haster",
}
_HELP = "Vis en liste: " + ", ".join(f"{each} ({_IN_WORDS[each]})" for each in LISTS) + "."
_HEADS = {
    "id": "Nr.",
    "name": "Navn",
    "national_id": "Fødselsnummer",
    "protection": "Adressesperre",
    "address": "Adresse",
    "bedrooms": "Soverom",
    "status": "Status",
    "status_since": "Siden",
    "owner": "Eier",
    "allocator": "Tildeler",
    "number": "Saksnr.",
    "group": "Gruppe",
    "received_on": "Mottatt",
    "state": "Status",
    "days_waiting": "Dager",
    "place": "Plass",
    "start": "Fra",
    "end": "Til",
    "title": "Dokument",
    "issued_on": "Utstedt",
    "alert": "Regel",
    "urgency": "Haster",
    "since": "Siden",
    "due": "Frist",
    "why": "Hvorfor",
    "dwelling": "Bolig",
}


@command("list", _HELP)
@click.argument("name", metavar="LISTE", type=click.Choice([*LISTS]))
@with_register
@json_option
def listing(where: Where, name: str, as_json: bool) -> None:
    """Everything on one list, as it is today."""
    with opened(where) as office:
        entries = LISTS[name](office)
    answer(entries, _table(entries), as_json=as_json)


def _table(entries: Sequence[Entry]) -> list[str]:
    if not entries:
        return ["Listen er tom."]
    keys = [key for key in entries[0] if key in _HEADS]
    rows = [[_HEADS[key] for key in keys]]
    rows += [[_cell(entry[key]) for key in keys] for entry in entries]
    widths = [min(max(len(row[at]) for row in rows), _WIDEST) for at in range(len(keys))]
    return [_row(row, widths) for row in rows]


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    fitted = (cell[:width].ljust(width) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(fitted).rstrip()


def _cell(value: Answer) -> str:
    if isinstance(value, Enum):
        return words.word(value) if words.has_word(value) else str(value.value)
    if isinstance(value, date):
        return short_day(value)
    return "" if value is None else str(value)
