"""SQL of the whole stock: its list, and what makes each dwelling itself."""

import json
from collections.abc import Collection, Iterable
from datetime import date

from app.core.ids import DwellingId
from app.core.money import Ore
from app.dwellings.codes import TYPES, read_holding, read_status, read_type
from app.dwellings.model import (
    DwellingDraft,
    DwellingRow,
    DwellingStatus,
    ReadyDwelling,
    ReadyLong,
    address_text,
)
from app.dwellings.rules import same_place
from app.storage.among import among
from app.storage.database import Database
from app.storage.dated import latest

# dwellings where somebody sleeps on the day ?1, as it was known then
STAYED_IN = (
    "(SELECT s.dwelling FROM stay s LEFT JOIN stay_term t ON t.id = (SELECT max(u.id)"
    " FROM stay_term u WHERE u.stay = s.id AND u.recorded_on <= ?1) WHERE s.dwelling IS NOT NULL"
    " AND s.began_on <= ?1 AND (t.left_on IS NULL OR t.left_on > ?1))"
)


def _latest(table: str, value: str) -> str:
    return latest(table, value, "dwelling = d.id")


# the newest status is kept for each; only where it is from a later day the older are looked at
_STANDING = (
    "(SELECT k.id, k.since FROM dwelling_standing k"
    " WHERE k.status = '{status}' AND k.since <= ?1"
    " UNION ALL SELECT n.id, substr(n.told, 1, 10) FROM"
    f" (SELECT d.id, {_latest('dwelling_status', 'since || status')} AS told"
    " FROM dwelling_standing d WHERE d.since > ?1) n"
    " WHERE substr(n.told, 11) = '{status}')"
)
_READY = _STANDING.format(status=DwellingStatus.READY)


def rows(
    db: Database, day: date, only: Collection[DwellingId] | None = None
) -> tuple[DwellingRow, ...]:
    """The whole stock on a day, or some of it, in the order of addresses."""
    some, which = among("d.id", only)
    return db.select(
        _row,
        # a sub-select is cheap: each is one step in an index on (dwelling, since, id)
        "SELECT d.id, d.street, d.house_number, d.house_letter, d.unit_number, d.postal_code,"
        " d.postal_place, d.dwelling_type, d.holding, d.bedrooms, d.area, d.accessible,"
        f" {_latest('dwelling_rent', 'rent')},"
        # day and status in one, so that the index is walked once
        f" {_latest('dwelling_status', 'since || status')},"
        f" (SELECT name FROM owner WHERE id = {_latest('dwelling_owner', 'owner')}),"
        f" (SELECT name FROM allocator WHERE id = {_latest('dwelling_allocator', 'allocator')}),"
        f" d.to_check FROM dwelling d WHERE TRUE{some} ORDER BY d.sort_key, d.id",
        (day.isoformat(), *which),
    )


def standing_in(
    db: Database, day: date, statuses: Iterable[DwellingStatus]
) -> frozenset[DwellingId]:
    """Those that have one of some statuses on a day."""
    each = (f"SELECT id FROM {_STANDING.format(status=status)}" for status in statuses)
    return frozenset(db.select(DwellingId, " UNION ".join(each), (day.isoformat(),)))


def ready(db: Database, day: date) -> tuple[ReadyDwelling, ...]:
    """Those that can be let on a day, in the order of addresses: far fewer than the stock.

    Not one where somebody has a temporary stay that day (B11): its status does not say so.
    """
    return db.select(
        lambda dwelling, street, number, letter, unit, since: ReadyDwelling(
            DwellingId(dwelling),
            address_text(street, number, letter, unit),
            date.fromisoformat(since),
        ),
        "SELECT d.id, d.street, d.house_number, d.house_letter, d.unit_number, r.since"
        f" FROM {_READY} r JOIN dwelling d ON d.id = r.id WHERE d.id NOT IN {STAYED_IN}"
        " ORDER BY d.sort_key, d.id",
        (day.isoformat(),),
    )


def ready_long(
    db: Database, day: date, before: date, busy: Iterable[DwellingId]
) -> ReadyLong | None:
    """Of those of `ready` but the `busy`, those that were so `before` a day or on it: counted."""
    return db.first(
        lambda count, since, one: (
            ReadyLong(count, date.fromisoformat(since), DwellingId(one)) if count else None
        ),
        f"SELECT count(*), min(r.since), min(r.id) FROM {_READY} r WHERE r.since <= ?2"
        f" AND r.id NOT IN {STAYED_IN} AND r.id NOT IN (SELECT value FROM json_each(?3))",
        (day.isoformat(), before.isoformat(), json.dumps(sorted(set(busy)))),
    )


def addresses(db: Database, dwellings: Iterable[DwellingId]) -> dict[DwellingId, str]:
    """The address of each of some."""
    return dict(
        db.select(
            lambda dwelling, *parts: (DwellingId(dwelling), address_text(*parts)),
            "SELECT id, street, house_number, house_letter, unit_number FROM dwelling"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(set(dwellings))),),
        )
    )


def shared(db: Database) -> frozenset[DwellingId]:
    """Those where several let a room each."""
    found = db.select(DwellingId, "SELECT id FROM dwelling WHERE shared_housing = 1")
    return frozenset(found)


def _row(
    dwelling: int,
    street: str,
    number: str,
    letter: str,
    unit_number: str,
    postal_code: str,
    place: str,
    kind: str,
    holding: str,
    bedrooms: int | None,
    area: float | None,
    accessible: int,
    rent: int | None,
    since_and_status: str | None,
    owner_name: str | None,
    allocator_name: str | None,
    to_check: str,
) -> DwellingRow:
    since, status = (since_and_status or "")[:10], (since_and_status or "")[10:]
    known = read_status(status)
    return DwellingRow(
        id=DwellingId(dwelling),
        address=address_text(street, number, letter, unit_number),
        postal=f"{postal_code} {place}".strip(),
        dwelling_type=read_type(kind),
        type_text="" if kind in TYPES else kind,
        holding=read_holding(holding),
        bedrooms=bedrooms,
        area=area,
        accessible=bool(accessible),
        rent=None if rent is None else Ore(rent),
        status=known,
        status_text=status if known is DwellingStatus.UNKNOWN else "",
        status_since=date.fromisoformat(since) if since else date.min,
        owner=owner_name or "",
        allocator=allocator_name or "",
        to_check=to_check,
    )


def places(db: Database) -> frozenset[str]:
    """What makes each dwelling itself, for the double check of an import."""
    columns = (
        "street",
        "house_number",
        "house_letter",
        "postal_code",
        "unit_number",
        "extra_reference",
        "municipality_number",
        "farm_and_title",
        "lease_number",
        "section_number",
    )
    found = db.select(
        lambda *row: same_place(DwellingDraft(**dict(zip(columns, row, strict=True)))),
        f"SELECT {', '.join(columns)} FROM dwelling",
    )
    return frozenset(found) - {""}
