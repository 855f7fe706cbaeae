"""SQL of who speaks for a person."""

from datetime import date

from app.applications.intake.model import (
    Representative,
    RepresentativeKind,
)
from app.core.ids import PersonId
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_REPRESENTATIVE = (
    "person",
    "kind",
    "name",
    "since",
    "until",
    "organisation",
    "line",
    "postal_code",
    "postal_place",
    "phone",
    "email",
)


def representatives(db: Database, person: PersonId) -> tuple[Representative, ...]:
    """Everyone who has spoken for a person, the newest first."""
    return db.select(
        lambda of, kind, name, since, until, *rest: Representative(
            PersonId(of),
            RepresentativeKind(kind),
            name,
            date.fromisoformat(since),
            day_or_none(until),
            *rest,
        ),
        f"SELECT {', '.join(_REPRESENTATIVE)}, id FROM representative WHERE person = ?"
        " ORDER BY since DESC, id DESC",
        (person,),
    )


def representative_of(db: Database, representative: int) -> PersonId | None:
    """Whom one speaks for."""
    return db.first(PersonId, "SELECT person FROM representative WHERE id = ?", (representative,))


def write_representative(unit: Unit, who: Representative) -> int:
    """A new one, or what was typed put right."""
    values = {name: getattr(who, name) for name in _REPRESENTATIVE}
    if not who.id:
        return unit.insert("representative", **values)
    unit.update("representative", who.id, **values)
    return who.id
