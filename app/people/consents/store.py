"""SQL of what people agree to."""

from datetime import date

from app.core.ids import PersonId
from app.people.consents.model import Consent, ConsentScope
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_COLUMNS = ("person", "scope", "since", "until", "body", "withdrawn_on")
_SELECTED = ", ".join(f"c.{name}" for name in (*_COLUMNS, "id"))


def of_person(db: Database, person: PersonId) -> tuple[Consent, ...]:
    """Everything a person has agreed to, the newest first."""
    return db.select(
        _consent,
        f"SELECT {_SELECTED} FROM consent c WHERE c.person = ? ORDER BY c.since DESC, c.id DESC",
        (person,),
    )


def get(db: Database, consent: int) -> Consent | None:
    """One of them."""
    return db.first(_consent, f"SELECT {_SELECTED} FROM consent c WHERE c.id = ?", (consent,))


def beside_ending(db: Database, day: date, last: date) -> tuple[Consent, ...]:
    """All that can be leaned on that day, of everyone with one whose end is in sight."""
    return db.select(
        _consent,
        f"SELECT {_SELECTED} FROM consent c"
        " WHERE c.since <= ?1 AND (c.until IS NULL OR c.until >= ?1)"
        " AND (c.withdrawn_on IS NULL OR c.withdrawn_on > ?1) AND c.person IN"
        " (SELECT e.person FROM consent e WHERE e.until BETWEEN ?1 AND ?2) ORDER BY c.id",
        (day.isoformat(), last.isoformat()),
    )


def _consent(
    person: int,
    scope: str,
    since: str,
    until: str | None,
    body: str,
    withdrawn_on: str | None,
    row: int,
) -> Consent:
    return Consent(
        PersonId(person),
        ConsentScope(scope),
        date.fromisoformat(since),
        day_or_none(until),
        body,
        day_or_none(withdrawn_on),
        row,
    )


def write(unit: Unit, consent: Consent) -> int:
    """A new one, or what was typed put right."""
    values = {name: getattr(consent, name) for name in _COLUMNS}
    if not consent.id:
        return unit.insert("consent", **values)
    unit.update("consent", consent.id, **values)
    return consent.id
