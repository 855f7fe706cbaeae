"""SQL of dwellings."""

from dataclasses import fields
from datetime import date

from app.core.ids import DwellingId
from app.core.money import Ore
from app.core.order import sort_key
from app.dwellings import owner_store
from app.dwellings.codes import HOLDINGS, TYPES, read_holding, read_status, read_type
from app.dwellings.model import Dwelling, DwellingDraft, DwellingStatus, StatusSince, address_text
from app.dwellings.rules import search_text
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
        type_text="" if kind in TYPES else kind,
        holding=read_holding(holding),
        holding_text="" if holding in HOLDINGS else holding,
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
