"""SQL of whose a dwelling is and who decides who gets it, each from a day."""

from datetime import date

from app.core.ids import AllocatorId, DwellingId, OwnerId
from app.core.order import sort_key
from app.dwellings.model import Allocator, DwellingDraft, Holding, Owner, OwnerKind
from app.storage.database import Database
from app.storage.unit import Unit

_OWNER_OF = {
    Holding.OWNED: OwnerKind.MUNICIPALITY,
    Holding.LEASED_IN_MUNICIPAL_COMPANY: OwnerKind.MUNICIPAL_COMPANY,
    Holding.LEASED_IN_FOUNDATION: OwnerKind.FOUNDATION,
    Holding.LEASED_IN_PERSON: OwnerKind.PRIVATE_PERSON,
}


def set_owner(unit: Unit, dwelling: DwellingId, owner_id: OwnerId, since: date) -> None:
    """Whose it is from a day."""
    unit.insert("dwelling_owner", dwelling=dwelling, since=since, owner=owner_id)


def set_allocator(unit: Unit, dwelling: DwellingId, who: AllocatorId, since: date) -> None:
    """Who decides from a day."""
    unit.insert("dwelling_allocator", dwelling=dwelling, since=since, allocator=who)


def owner(unit: Unit, draft: DwellingDraft) -> OwnerId:
    """The owner a draft names, known by number or else by name; a new one is taken in."""
    row = unit.execute(
        "SELECT id FROM owner WHERE (org_number = ? AND org_number <> '')"
        " OR (org_number = '' AND name = ?) ORDER BY id LIMIT 1",
        (draft.owner_org_number, draft.owner_name),
    ).fetchone()
    if row is not None:
        return OwnerId(int(str(row[0])))
    return OwnerId(
        unit.insert(
            "owner",
            name=draft.owner_name,
            kind=draft.owner_kind or _OWNER_OF.get(draft.holding, OwnerKind.COMPANY),
            org_number=draft.owner_org_number,
            phone=draft.owner_phone,
            sort_key=sort_key(draft.owner_name),
        )
    )


def allocator(unit: Unit, name: str) -> AllocatorId:
    """The allocator of that name; a new one is taken in."""
    row = unit.execute("SELECT id FROM allocator WHERE name = ?", (name,)).fetchone()
    return AllocatorId(int(str(row[0])) if row else unit.insert("allocator", name=name))


def owner_on(db: Database, dwelling: DwellingId, day: date) -> Owner | None:
    """Whose it is on a day."""
    return db.first(
        _owner,
        "SELECT o.id, o.name, o.kind, o.org_number, o.phone FROM dwelling_owner f"
        " JOIN owner o ON o.id = f.owner WHERE f.dwelling = ? AND f.since <= ?"
        " ORDER BY f.since DESC, f.id DESC LIMIT 1",
        (dwelling, day.isoformat()),
    )


def owners(db: Database) -> tuple[Owner, ...]:
    """Every owner in the order of their names."""
    return db.select(
        _owner, "SELECT id, name, kind, org_number, phone FROM owner ORDER BY sort_key, id"
    )


def _owner(owner_id: int, name: str, kind: str, org_number: str, phone: str) -> Owner:
    return Owner(OwnerId(owner_id), name, OwnerKind(kind), org_number, phone)


def allocator_on(db: Database, dwelling: DwellingId, day: date) -> Allocator | None:
    """Who decides on a day."""
    return db.first(
        lambda who, name: Allocator(AllocatorId(who), name),
        "SELECT a.id, a.name FROM dwelling_allocator f JOIN allocator a ON a.id = f.allocator"
        " WHERE f.dwelling = ? AND f.since <= ? ORDER BY f.since DESC, f.id DESC LIMIT 1",
        (dwelling, day.isoformat()),
    )


def allocators(db: Database) -> tuple[Allocator, ...]:
    """Every allocator by name."""
    return db.select(
        lambda who, name: Allocator(AllocatorId(who), name),
        "SELECT id, name FROM allocator ORDER BY name",
    )
