"""SQL of what stands half done."""

from datetime import date

from app.core.ids import Ref
from app.overview.handover.model import DRAFT, HalfDone, Unfinished
from app.people.address_store import PROTECTION_ON
from app.storage.database import Database

_DRAFTS = (
    "SELECT {kind!r}, c.id, {number}, p.given_name || ' ' || p.family_name, s.since,"
    f" {PROTECTION_ON} <> 'none' FROM {{table}} c {{joined}} JOIN {{table}}_state s ON s.id ="
    " (SELECT x.id FROM {table}_state x WHERE x.{table} = c.id AND x.since <= ?1"
    " ORDER BY x.since DESC, x.id DESC LIMIT 1) WHERE s.state IN ({states})"
)
_VEDTAK = _DRAFTS.format(
    kind="vedtak",
    number="c.number",
    table="vedtak",
    joined="JOIN application a ON a.id = c.application JOIN person p ON p.id = a.applicant",
    states="'draft'",
)
_PLAN = _DRAFTS.format(
    kind="plan",
    number="''",
    table="plan",
    joined="JOIN person p ON p.id = c.person",
    states="'draft', 'offered'",
)


def half_done(db: Database, day: date) -> tuple[Unfinished, ...]:
    """Vedtak and plans that are begun, the oldest first."""
    return db.select(
        lambda kind, row, number, name, since, hidden: Unfinished(
            HalfDone(kind),
            Ref(kind, row),
            number,
            str(name).strip(),
            date.fromisoformat(since),
            bool(hidden),
        ),
        f"{_VEDTAK} UNION ALL {_PLAN} ORDER BY 5, 2",
        (day.isoformat(),),
    )


def forms(db: Database) -> tuple[int, date] | None:
    """How many forms stand half typed, and the day of the newest; what is in them is not read."""
    return db.first(
        lambda count, at: (int(count), date.fromisoformat(str(at)[:10])),
        "SELECT count(*), max(at) FROM draft WHERE form <> ? HAVING count(*) > 0",
        (DRAFT,),
    )
