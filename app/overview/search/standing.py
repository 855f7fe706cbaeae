"""What an officer is asked of a hit at the counter: where a person lives, who can move in where."""

from collections.abc import Sequence
from dataclasses import replace

from app.core.ids import PersonId
from app.dwellings.list_store import STAYED_IN
from app.dwellings.model import DwellingStatus
from app.leases.store import ENDED, FOLLOWED, RETURNED, STATE
from app.overview.model import Hit, HitKind
from app.overview.search.described import HOME
from app.people.address_store import PROTECTION_ON
from app.storage.database import Database
from app.storage.driver import Value

_OVER = (
    f"coalesce({STATE} = 'cancelled' OR {FOLLOWED} <= ?1 OR ({ENDED} < ?1 AND {RETURNED} <= ?1), 0)"
)
# who lives with somebody whose address is protected is as hidden as they are (ADR-05)
_BESIDE = (
    "SELECT me.person FROM household_member me JOIN household_member other"
    " ON other.household = me.household JOIN person p ON p.id = other.person"
    " WHERE me.person IN ({}) AND (me.until IS NULL OR me.until > ?1)"
    f" AND (other.until IS NULL OR other.until > ?1) AND {PROTECTION_ON} <> 'none'"
)
_HOMES = (
    f"SELECT p.id, coalesce((SELECT {HOME} FROM lease l JOIN dwelling d ON d.id = l.dwelling"
    f" WHERE l.tenant = p.id AND NOT {_OVER} ORDER BY l.id DESC LIMIT 1),"
    " (SELECT a.line FROM person_address a WHERE a.person = p.id AND a.since <= ?1"
    f" ORDER BY a.since DESC, a.id DESC LIMIT 1), '') FROM person p WHERE p.id IN ({{}})"
    f" AND {PROTECTION_ON} = 'none'"
)
_STATUSES = (
    "SELECT d.id, (SELECT s.status FROM dwelling_status s WHERE s.dwelling = d.id"
    " AND s.since <= ?1 ORDER BY s.since DESC, s.id DESC LIMIT 1),"
    f" d.id IN {STAYED_IN} FROM dwelling d WHERE d.id IN ({{}})"
)


def with_standing(db: Database, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Persons with where they live, dwellings with their status; nothing where it is hidden."""
    homes = _homes(db, [hit.ref.id for hit in hits if hit.kind is HitKind.PERSON])
    statuses = _statuses(db, [hit.ref.id for hit in hits if hit.kind is HitKind.DWELLING])
    return tuple(_told(hit, homes, statuses) for hit in hits)


def _told(hit: Hit, homes: dict[PersonId, str], statuses: dict[int, DwellingStatus]) -> Hit:
    if hit.kind is HitKind.DWELLING:
        return replace(hit, status=statuses.get(hit.ref.id))
    home = homes.get(PersonId(hit.ref.id), "") if hit.kind is HitKind.PERSON else ""
    if not home:
        return hit
    return replace(hit, detail=" · ".join(part for part in (hit.detail, home) if part))


def _homes(db: Database, people: Sequence[int]) -> dict[PersonId, str]:
    if not people:
        return {}
    hidden = set(db.column(_BESIDE.format(_wanted(people)), _values(db, people)))
    rows = db.select(
        lambda person, home: (PersonId(person), str(home)),
        _HOMES.format(_wanted(people)),
        _values(db, people),
    )
    return {person: home for person, home in rows if person not in hidden}


def _statuses(db: Database, dwellings: Sequence[int]) -> dict[int, DwellingStatus]:
    """A dwelling where somebody stays for a while is not one to move into (B11)."""
    if not dwellings:
        return {}
    rows = db.select(
        lambda dwelling, status, stayed: (int(dwelling), status, bool(stayed)),
        _STATUSES.format(_wanted(dwellings)),
        _values(db, dwellings),
    )
    return {
        dwelling: DwellingStatus.LET if stayed else DwellingStatus(status)
        for dwelling, status, stayed in rows
        if status is not None
    }


def _wanted(ids: Sequence[int]) -> str:
    return ", ".join(f"?{at}" for at in range(2, len(ids) + 2))


def _values(db: Database, ids: Sequence[int]) -> tuple[Value, ...]:
    return (db.clock.today().isoformat(), *ids)
