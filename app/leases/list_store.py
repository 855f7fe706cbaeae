"""SQL of lists of leases: all, those of a dwelling or tenant, and those that end."""

import json
from collections.abc import Collection
from datetime import date
from functools import partial
from typing import NamedTuple

from app.core.ids import DwellingId, LeaseId, PersonId
from app.core.kept import Kept
from app.core.money import Ore
from app.core.parameters import Parameters
from app.dwellings.model import address_text
from app.leases.expiry.renewal_store import RENEWED
from app.leases.model import EndingLease, LeaseKind, LeaseRow, LeaseState, TenantPlace
from app.leases.store import ASKED, ENDED, FOLLOWED, NOT_OVER, RENT, RETURNED, SIGNED, STATE
from app.leases.terms import state_on
from app.people.address_store import PROTECTION_ON
from app.people.model import AddressProtection
from app.storage.columns import day_of, day_or_none
from app.storage.database import Database

_ROWS = (
    f"SELECT l.id, l.number, l.kind, {STATE}, {FOLLOWED}, p.id,"
    f" p.given_name || ' ' || p.family_name, {PROTECTION_ON}, d.id, d.street, d.house_number,"
    f" d.house_letter, d.unit_number, l.start_on, l.end_on, {RENT}, {SIGNED}, l.to_check,"
    f" {ENDED}, {ASKED}, {RETURNED}"
    " FROM lease l JOIN person p ON p.id = l.tenant JOIN dwelling d ON d.id = l.dwelling"
)
_BESIDE = (
    " AND l.id IN (SELECT n.id FROM json_each(?4) j JOIN lease o ON o.id = j.value"
    " JOIN lease n ON n.tenant = o.tenant AND n.dwelling = o.dwelling)"
)
HELD = (
    f" AND NOT (coalesce(l.start_on <= ?1, 0) AND coalesce({ENDED} < ?1, 0)"
    f" AND coalesce({RETURNED} <= ?1, 0))"
)


def rows(
    db: Database,
    day: date,
    parameters: Parameters,
    *,
    dwelling: DwellingId | None = None,
    tenant: PersonId | None = None,
    beside: Collection[LeaseId] | None = None,
    held: bool = False,
    kept: Kept[LeaseRow] | None = None,
) -> tuple[LeaseRow, ...]:
    """Leases as they stand on a day, those drafted later left out; by address.

    All, those of a dwelling or a tenant, some with all of the same tenant and dwelling `beside`
    them, or without those that are over for good: what may be `held`.
    One that reads as it did before is the very same value where they are `kept`.
    """

    def row(*found: object) -> LeaseRow:
        anew = partial(_row, found, day, parameters)
        return anew() if kept is None else kept.get(found[0], parameters, (day, found), anew)

    among = () if beside is None else (json.dumps([*beside]),)
    return db.select(
        row,
        f"{_ROWS} WHERE EXISTS (SELECT 1 FROM lease_state s WHERE s.lease = l.id"
        " AND s.since <= ?1) AND (?2 IS NULL OR l.dwelling = ?2)"
        f" AND (?3 IS NULL OR l.tenant = ?3){_BESIDE if beside is not None else ''}"
        f"{HELD if held else ''} ORDER BY d.sort_key, l.start_on, l.id",
        (day.isoformat(), dwelling, tenant, *among),
    )


class _Columns(NamedTuple):
    """A row as it is selected."""

    lease: int
    number: str
    kind: str
    stored: str
    followed: str | None
    tenant: int
    name: str
    level: str
    dwelling: int
    street: str
    house: str
    letter: str
    unit: str
    start: str | None
    end: str | None
    rent: int | None
    signed: str | None
    to_check: str
    ended: str | None
    asked: str | None
    returned: str | None


def _row(columns: tuple[object, ...], day: date, parameters: Parameters) -> LeaseRow:
    found = _Columns(*columns)  # type: ignore[arg-type]  # as the statement gives them
    first, last, ended_on = map(day_or_none, (found.start, found.end, found.ended))
    protection = AddressProtection(found.level)
    place = address_text(found.street, found.house, found.letter, found.unit)
    state = state_on(
        LeaseState(found.stored),
        first,
        last,
        day,
        parameters,
        move_out_request_sent=day_or_none(found.asked),
        followed_on=day_or_none(found.followed),
        ended_on=ended_on,
        returned_on=day_or_none(found.returned),
    )
    return LeaseRow(
        id=LeaseId(found.lease),
        number=found.number,
        kind=LeaseKind(found.kind),
        state=state,
        tenant=PersonId(found.tenant),
        tenant_name=found.name.strip(),
        protection=protection,
        dwelling=DwellingId(found.dwelling),
        address=place if protection is AddressProtection.NONE else "",
        start=first,
        end=last,
        rent=None if found.rent is None else Ore(found.rent),
        signed_on=day_or_none(found.signed),
        to_check=found.to_check,
        ended_on=ended_on,
    )


def ending(
    db: Database, day: date, parameters: Parameters, until: date | None = None
) -> tuple[EndingLease, ...]:
    """Fixed terms that run or have run out, to a last day, by it; those decided are marked."""

    found = db.select(
        partial(_ending, day, parameters),
        f"SELECT l.id, l.dwelling, l.start_on, l.end_on, {FOLLOWED}, {ASKED}, {ENDED},"
        f" {RENEWED} {NOT_OVER} AND l.end_on <= ?2 AND coalesce({ENDED} >= ?1, 1)"
        f" AND {STATE} = 'signed' ORDER BY l.end_on, l.id",
        (day.isoformat(), (until or date.max).isoformat()),
    )
    # one that was ended already neither runs out nor runs on, though its tenant may still be there
    return tuple(
        each for each in found if each.state.lived_in and each.state is not LeaseState.OVERSTAY
    )


def _ending(
    day: date,
    parameters: Parameters,
    lease: int,
    dwelling: int,
    start: str | None,
    last: str,
    next_from: str | None,
    requested: str | None,
    ended: str | None,
    renewed: object,
) -> EndingLease:
    end, followed, asked = day_of(last), day_or_none(next_from), day_or_none(requested)
    return EndingLease(
        lease=LeaseId(lease),
        dwelling=DwellingId(dwelling),
        end_on=end,
        state=state_on(
            LeaseState.SIGNED,
            day_or_none(start),
            end,
            day,
            parameters,
            move_out_request_sent=asked,
            followed_on=followed,
            ended_on=day_or_none(ended),  # not before the day: whether it is back says nothing
        ),
        move_out_request_sent=asked,
        renewal_decided=followed is not None or renewed is not None,
        followed_on=followed,
    )


def places(db: Database, day: date, leases: Collection[LeaseId]) -> dict[LeaseId, TenantPlace]:
    """Whose some leases are and where, as protection stands on a day (ADR-05)."""
    found = db.select(
        _place,
        f"SELECT l.id, p.given_name || ' ' || p.family_name, {PROTECTION_ON}, d.street,"
        " d.house_number, d.house_letter, d.unit_number FROM json_each(?2) j"
        " JOIN lease l ON l.id = j.value JOIN person p ON p.id = l.tenant"
        " JOIN dwelling d ON d.id = l.dwelling",
        (day.isoformat(), json.dumps([*leases])),
    )
    return dict(found)


def _place(
    lease: int, name: str, level: str, street: str, house: str, letter: str, unit: str
) -> tuple[LeaseId, TenantPlace]:
    shown = AddressProtection(level) is AddressProtection.NONE
    place = address_text(street, house, letter, unit) if shown else ""
    return LeaseId(lease), TenantPlace(name.strip(), place)
