"""SQL of a tenant's death."""

from datetime import date

from app.core.ids import DocumentId, LeaseId, PersonId
from app.leases.residents.changes.model import Death, DeathDraft
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit


def insert(unit: Unit, lease: LeaseId, draft: DeathDraft) -> int:
    """A death that is told of."""
    return unit.insert("tenant_death", lease=lease, **_columns(draft))


def update(unit: Unit, death: int, draft: DeathDraft) -> None:
    """What is known of it now."""
    unit.update("tenant_death", death, **_columns(draft))


def _columns(draft: DeathDraft) -> dict[str, object]:
    return {
        "died_on": draft.died_on,
        "learned_on": draft.learned_on,
        "contact_name": draft.contact_name.strip(),
        "contact_line": draft.contact_line.strip(),
        "contact_postal_code": draft.contact_postal_code.strip(),
        "contact_place": draft.contact_place.strip(),
    }


def of_lease(db: Database, lease: LeaseId) -> Death | None:
    """The death of a lease's tenant; a letter that was annulled is none."""
    return db.first(
        _death,
        "SELECT d.id, d.lease, d.died_on, d.learned_on, d.contact_name, d.contact_line,"
        " d.contact_postal_code, d.contact_place, (SELECT d.document WHERE NOT EXISTS"
        " (SELECT 1 FROM document_state t WHERE t.document = d.document)),"
        " d.nobody_on, d.nobody_reason FROM tenant_death d WHERE d.lease = ?",
        (lease,),
    )


def _death(*row: object) -> Death:
    texts = [str(column) for column in row]
    draft = DeathDraft(
        died_on=date.fromisoformat(texts[2]),
        learned_on=date.fromisoformat(texts[3]),
        contact_name=texts[4],
        contact_line=texts[5],
        contact_postal_code=texts[6],
        contact_place=texts[7],
    )
    return Death(
        id=int(texts[0]),
        lease=LeaseId(int(texts[1])),
        draft=draft,
        document=None if row[8] is None else DocumentId(int(texts[8])),
        nobody_on=day_or_none(row[9]),
        nobody_reason=texts[10],
    )


def held(db: Database, people: frozenset[PersonId]) -> tuple[tuple[int, PersonId], ...]:
    """Every death registered of the given persons."""
    marks = ", ".join("?" * len(people))
    return db.select(
        lambda death, person: (death, PersonId(person)),
        "SELECT d.id, l.tenant FROM tenant_death d JOIN lease l ON l.id = d.lease"
        f" WHERE l.tenant IN ({marks}) ORDER BY d.id",
        sorted(people),
    )
