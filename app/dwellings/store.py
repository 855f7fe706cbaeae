"""SQL of dwellings, owners and allocators."""

from dataclasses import fields
from datetime import date

from app.core.ids import DwellingId
from app.core.money import Ore
from app.core.order import sort_key
from app.dwellings import owner_store
from app.dwellings.model import (
    Dwelling,
    DwellingDraft,
    DwellingRow,
    DwellingStatus,
    DwellingType,
    Holding,
    StatusSince,
    address_text,
)
from app.dwellings.rules import same_place, search_text
from app.storage.database import Database
from app.storage.unit import Unit

# Fields of a draft that are columns of the table itself, under the same name
_OWN = (
    "street",
    "house_number",
    "house_letter",
    "postal_code",
    "postal_place",
    "unit_number",
    "extra_reference",
    "municipality_number",
    "farm_and_title",
    "lease_number",
    "section_number",
    "subtype",
    "area",
    "bedrooms",
    "usual_deposit",
    "meter_power",
    "meter_water",
    "accessible",
    "for_disadvantaged",
    "vat_compensation",
    "shared_housing",
    "staffed",
    "staff_base",
    "primary_school",
    "lower_secondary_school",
    "note",
    "to_check",
)
_TRUTHS = frozenset(field.name for field in fields(DwellingDraft) if field.type is bool)

_TYPES = {each.value: each for each in DwellingType}
_HOLDINGS = {each.value: each for each in Holding}
_STATUSES = {each.value: each for each in DwellingStatus}

_LATEST = (
    "(SELECT {value} FROM {table} f WHERE f.dwelling = d.id AND f.since <= :day"
    " ORDER BY f.since DESC, f.id DESC LIMIT 1)"
)


def _latest(table: str, value: str) -> str:
    return _LATEST.format(table=table, value=value)


def insert(unit: Unit, draft: DwellingDraft) -> DwellingId:
    """A new dwelling with its first status, owner, allocator and rent."""
    dwelling = DwellingId(unit.insert("dwelling", **_columns(draft)))
    since = draft.status_since or unit.today
    status = draft.status_text or draft.status.value
    unit.insert("dwelling_status", dwelling=dwelling, since=since, status=status)
    if draft.owner_name:
        owner_store.set_owner(unit, dwelling, owner_store.owner(unit, draft), since)
    if draft.allocator:
        owner_store.set_allocator(
            unit, dwelling, owner_store.allocator(unit, draft.allocator), since
        )
    if draft.rent is not None:
        set_rent(unit, dwelling, draft.rent, since)
    return dwelling


def update(unit: Unit, dwelling: DwellingId, draft: DwellingDraft) -> None:
    """Overwrite what has no day of its own; status, owner, allocator and rent are dated rows."""
    unit.update("dwelling", dwelling, **_columns(draft))


def _columns(draft: DwellingDraft) -> dict[str, object]:
    values: dict[str, object] = {name: getattr(draft, name) for name in _OWN}
    address = address_text(draft.street, draft.house_number, draft.house_letter, draft.unit_number)
    return values | {
        "dwelling_type": draft.type_text or draft.dwelling_type,
        "holding": draft.holding_text or draft.holding,
        "sort_key": sort_key(f"{address} {draft.extra_reference}"),
        "search_text": search_text(draft),
    }


def set_status(
    unit: Unit, dwelling: DwellingId, status: DwellingStatus, since: date, reason: str
) -> None:
    """A status from a day."""
    unit.insert("dwelling_status", dwelling=dwelling, since=since, status=status, reason=reason)


def set_rent(unit: Unit, dwelling: DwellingId, rent: Ore, since: date) -> None:
    """Rent asked from a day, whole øre a month."""
    unit.insert("dwelling_rent", dwelling=dwelling, since=since, rent=rent)


def get(db: Database, dwelling: DwellingId, day: date) -> Dwelling | None:
    """One dwelling as it is on a day."""
    columns = ", ".join(f"d.{name}" for name in _OWN)
    return db.first(
        lambda *row: _dwelling(db, dwelling, day, row),
        f"SELECT d.dwelling_type, d.holding, {columns} FROM dwelling d WHERE d.id = ?",
        (dwelling,),
    )


def _dwelling(db: Database, dwelling: DwellingId, day: date, row: tuple[object, ...]) -> Dwelling:
    kind, holding = str(row[0]), str(row[1])
    values = {
        name: bool(value) if name in _TRUTHS else value
        for name, value in zip(_OWN, row[2:], strict=True)
    }
    status = statuses(db, dwelling)
    current = next((each for each in reversed(status) if each.since <= day), status[0])
    rent = rent_on(db, dwelling, day)
    whose = owner_store.owner_on(db, dwelling, day)
    who = owner_store.allocator_on(db, dwelling, day)
    draft = DwellingDraft(
        dwelling_type=read_type(kind),
        type_text="" if kind in _TYPES else kind,
        holding=read_holding(holding),
        holding_text="" if holding in _HOLDINGS else holding,
        status=current.status,
        status_since=current.since,
        rent=rent,
        owner_name=whose.name if whose else "",
        owner_kind=whose.kind if whose else None,
        owner_org_number=whose.org_number if whose else "",
        owner_phone=whose.phone if whose else "",
        allocator=who.name if who else "",
        **values,  # type: ignore[arg-type]  # columns of _OWN carry the draft's own types
    )
    return Dwelling(dwelling, draft, current.status, current.since, rent, whose, who)


def statuses(db: Database, dwelling: DwellingId) -> tuple[StatusSince, ...]:
    """Every status it has had, oldest first."""
    return db.select(
        lambda status, since, reason: StatusSince(
            read_status(status), date.fromisoformat(since), reason
        ),
        "SELECT status, since, reason FROM dwelling_status WHERE dwelling = ? ORDER BY since, id",
        (dwelling,),
    )


def rent_on(db: Database, dwelling: DwellingId, day: date) -> Ore | None:
    """Rent asked on a day."""
    return db.first(
        Ore,
        "SELECT rent FROM dwelling_rent WHERE dwelling = ? AND since <= ?"
        " ORDER BY since DESC, id DESC LIMIT 1",
        (dwelling, day.isoformat()),
    )


def rows(db: Database, day: date) -> tuple[DwellingRow, ...]:
    """The whole stock on a day, in the order of addresses."""
    return db.select(
        _row,
        # `:day` in a sub-select is cheap: each is one step in an index on (dwelling, since, id)
        "SELECT d.id, d.street, d.house_number, d.house_letter, d.unit_number, d.postal_code,"
        " d.postal_place, d.dwelling_type, d.holding, d.bedrooms, d.area, d.accessible,"
        f" {_latest('dwelling_rent', 'rent')},"
        # day and status in one, so that the index is walked once
        f" {_latest('dwelling_status', 'since || status')},"
        f" (SELECT name FROM owner WHERE id = {_latest('dwelling_owner', 'owner')}),"
        f" (SELECT name FROM allocator WHERE id = {_latest('dwelling_allocator', 'allocator')}),"
        " d.to_check FROM dwelling d ORDER BY d.sort_key, d.id".replace(":day", "?1"),
        (day.isoformat(),),
    )


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
        type_text="" if kind in _TYPES else kind,
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


def read_type(text: str) -> DwellingType:
    """The type, or unknown for a code we do not have."""
    return _TYPES.get(text, DwellingType.UNKNOWN)


def read_holding(text: str) -> Holding:
    """The holding, or unknown for a code we do not have."""
    return _HOLDINGS.get(text, Holding.UNKNOWN)


def read_status(text: str) -> DwellingStatus:
    """The status, or unknown for a code we do not have."""
    return _STATUSES.get(text, DwellingStatus.UNKNOWN)
