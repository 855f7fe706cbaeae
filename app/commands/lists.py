"""`husrom list`: what the register holds, for a reader or another program.

National ids are masked, and a protected address never shows: no reason can be written down here.
"""

from collections.abc import Callable

import click

from app.commands.frame import answer, command, json_option
from app.commands.opening import Where, opened, with_register
from app.commands.tables import Entry, table
from app.office import Office


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


def _vacancies(office: Office) -> list[Entry]:
    """This year to today; nobody is named."""
    today = office.clock.today()
    return [
        {
            "id": line.dwelling,
            "address": line.address,
            "owner": line.owner or None,
            "reason": line.reason,
            "since": line.first,
            "until": None if line.lasts else line.last,
            "days": line.days,
            "amount_ore": line.amount,
        }
        for line in office.vacancy_costs.of(today.replace(month=1, day=1), today).lines
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
    "vacancies": _vacancies,
    "letters": _letters,
    "alerts": _alerts,
}
_IN_WORDS = {
    "people": "personer",
    "dwellings": "boliger",
    "applications": "søknader",
    "waiting-list": "ventelisten",
    "leases": "leieforhold",
    "vacancies": "dager uten leietaker",
    "letters": "brev som skal sendes",
    "alerts": "det som haster",
}
_HELP = "Vis en liste: " + ", ".join(f"{each} ({_IN_WORDS[each]})" for each in LISTS) + "."


@command("list", _HELP)
@click.argument("name", metavar="LISTE", type=click.Choice([*LISTS]))
@with_register
@json_option
def listing(where: Where, name: str, as_json: bool) -> None:
    """Everything on one list, as it is today."""
    with opened(where) as office:
        entries = LISTS[name](office)
    answer(entries, table(entries), as_json=as_json)
