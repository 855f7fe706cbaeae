"""SQL of services, contact persons, and what we know them by."""

from datetime import date

from app.core.ids import PersonId, ServiceUnitId
from app.followup.services.model import (
    Basis,
    BasisDraft,
    ContactDraft,
    ContactPerson,
    KnownBy,
    ServiceDraft,
    ServiceGiven,
)
from app.people.consents.model import Consent, ConsentScope
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_BASIS = (
    "SELECT b.id, b.person, b.service_unit, b.since, b.known_by, b.words, b.until,"
    " c.id, c.scope, c.since, c.until, c.body, c.withdrawn_on"
    " FROM unit_basis b LEFT JOIN consent c ON c.id = b.consent"
)
_SERVICE = (
    "SELECT s.id, s.person, s.service_unit, s.what, s.vedtak, s.nav_only, s.since, s.until"
    " FROM service_given s"
)
_CONTACT = (
    "SELECT k.id, k.person, k.service_unit, k.name, k.post, k.phone, k.since, k.until,"
    " coalesce((SELECT max(f.confirmed_on) FROM unit_contact_confirmed f"
    " WHERE f.unit_contact = k.id AND f.confirmed_on <= ?1), k.since) FROM unit_contact k"
)


# what is leaned on


def bases(db: Database, person: PersonId) -> tuple[Basis, ...]:
    """All that is and was leaned on about a person, the oldest first."""
    return db.select(_basis, f"{_BASIS} WHERE b.person = ? ORDER BY b.since, b.id", (person,))


def bases_with_an_end(db: Database) -> tuple[Basis, ...]:
    """The same of everyone, where one at least that is no consent has an end of its own."""
    ends = (
        "(b.person, b.service_unit) IN (SELECT e.person, e.service_unit FROM unit_basis e"
        f" WHERE e.until IS NOT NULL AND e.known_by <> '{KnownBy.CONSENT}')"
    )
    return db.select(_basis, f"{_BASIS} WHERE {ends} ORDER BY b.since, b.id")


def add_basis(unit: Unit, person: PersonId, to: ServiceUnitId, draft: BasisDraft) -> int:
    """What is leaned on from a day."""
    by_consent = draft.known_by is KnownBy.CONSENT
    return unit.insert(
        "unit_basis",
        person=person,
        service_unit=to,
        since=draft.since or unit.today,
        known_by=draft.known_by,
        consent=draft.consent if by_consent else None,
        words=draft.words.strip(),
        until=draft.until,
    )


def _basis(*row: object) -> Basis:
    number, person, to, since, known_by, words, until, *agreed = row
    who = PersonId(int(str(person)))
    return Basis(
        int(str(number)),
        who,
        ServiceUnitId(int(str(to))),
        date.fromisoformat(str(since)),
        KnownBy(str(known_by)),
        None if agreed[0] is None else _consent(who, agreed),
        str(words),
        day_or_none(until),
    )


def _consent(person: PersonId, row: list[object]) -> Consent:
    number, scope, since, until, body, withdrawn_on = row
    return Consent(
        person,
        ConsentScope(str(scope)),
        date.fromisoformat(str(since)),
        day_or_none(until),
        str(body),
        day_or_none(withdrawn_on),
        int(str(number)),
    )


# services


def services(db: Database, person: PersonId) -> tuple[ServiceGiven, ...]:
    """All a person has and has had, the oldest first."""
    return db.select(_service, f"{_SERVICE} WHERE s.person = ? ORDER BY s.since, s.id", (person,))


def service(db: Database, given: int) -> ServiceGiven | None:
    """One of them."""
    return db.first(_service, f"{_SERVICE} WHERE s.id = ?", (given,))


def add_service(unit: Unit, person: PersonId, draft: ServiceDraft) -> int:
    """One more."""
    return unit.insert("service_given", person=person, **_service_columns(draft))


def change_service(unit: Unit, given: int, draft: ServiceDraft) -> None:
    """What was typed put right, or its last day."""
    unit.update("service_given", given, **_service_columns(draft))


def _service_columns(draft: ServiceDraft) -> dict[str, object]:
    return {
        "service_unit": draft.unit,
        "what": draft.what.strip(),
        "vedtak": draft.vedtak.strip(),
        "nav_only": draft.nav_only,
        "since": draft.since,
        "until": draft.until,
    }


def _service(
    row: int,
    person: int,
    to: int,
    what: str,
    vedtak: str,
    nav_only: int,
    since: str,
    until: str | None,
) -> ServiceGiven:
    begun, last = date.fromisoformat(since), day_or_none(until)
    draft = ServiceDraft(ServiceUnitId(to), what, vedtak, bool(nav_only), begun, last)
    return ServiceGiven(row, PersonId(person), draft)


# contact persons


def contacts(db: Database, person: PersonId, day: date) -> tuple[ContactPerson, ...]:
    """Whom to ring about a person on a day, the oldest first."""
    return db.select(
        _contact,
        f"{_CONTACT} WHERE k.person = ?2 AND k.since <= ?1"
        " AND (k.until IS NULL OR k.until >= ?1) ORDER BY k.since, k.id",
        (day.isoformat(), person),
    )


def contact(db: Database, number: int, day: date) -> ContactPerson | None:
    """One of them."""
    return db.first(_contact, f"{_CONTACT} WHERE k.id = ?2", (day.isoformat(), number))


def add_contact(unit: Unit, person: PersonId, draft: ContactDraft) -> int:
    """One more."""
    return unit.insert("unit_contact", person=person, **_contact_columns(draft))


def change_contact(unit: Unit, number: int, draft: ContactDraft) -> None:
    """What was typed put right."""
    unit.update("unit_contact", number, **_contact_columns(draft))


def _contact_columns(draft: ContactDraft) -> dict[str, object]:
    return {
        "service_unit": draft.unit,
        "name": draft.name.strip(),
        "post": draft.role.strip(),
        "phone": draft.phone.strip(),
        "since": draft.since,
    }


def _contact(
    row: int,
    person: int,
    to: int,
    name: str,
    role: str,
    phone: str,
    since: str,
    until: str | None,
    confirmed: str,
) -> ContactPerson:
    draft = ContactDraft(ServiceUnitId(to), name, role, phone, date.fromisoformat(since))
    return ContactPerson(
        row, PersonId(person), draft, day_or_none(until), date.fromisoformat(confirmed)
    )
