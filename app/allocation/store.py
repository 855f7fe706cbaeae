"""SQL of the allocations."""

from datetime import date

from app.allocation.model import Allocated
from app.core.ids import ApplicationId, DwellingId, PersonId, Ref, VedtakId
from app.storage.database import Database
from app.storage.unit import Unit

_ALLOCATED = (
    "SELECT l.id, l.vedtak, v.application, l.dwelling, l.since, l.until, l.reason"
    " FROM allocation l JOIN vedtak v ON v.id = l.vedtak"
)
_ON = " l.since <= ? AND (l.until IS NULL OR l.until > ?) ORDER BY l.since DESC, l.id DESC"


def of_dwelling(db: Database, dwelling: DwellingId, day: date) -> Allocated | None:
    """Whom a dwelling is allocated to on a day."""
    on = day.isoformat()
    return db.first(_allocated, f"{_ALLOCATED} WHERE l.dwelling = ? AND{_ON}", (dwelling, on, on))


def of_vedtak(db: Database, vedtak: VedtakId, day: date) -> Allocated | None:
    """The dwelling a vedtak has led to on a day."""
    on = day.isoformat()
    return db.first(_allocated, f"{_ALLOCATED} WHERE l.vedtak = ? AND{_ON}", (vedtak, on, on))


def allocated(db: Database, day: date) -> frozenset[DwellingId]:
    """Every dwelling that is allocated to someone on a day."""
    on = day.isoformat()
    found = db.column(
        "SELECT dwelling FROM allocation WHERE since <= ? AND (until IS NULL OR until > ?)",
        (on, on),
    )
    return frozenset(DwellingId(int(str(dwelling))) for dwelling in found)


def past_of_dwelling(db: Database, dwelling: DwellingId) -> tuple[Allocated, ...]:
    """Every allocation a dwelling has had, oldest first."""
    return db.select(
        _allocated, f"{_ALLOCATED} WHERE l.dwelling = ? ORDER BY l.since, l.id", (dwelling,)
    )


def _allocated(
    allocation: int,
    vedtak: int,
    application: int,
    dwelling: int,
    since: str,
    until: str | None,
    reason: str,
) -> Allocated:
    return Allocated(
        id=allocation,
        vedtak=VedtakId(vedtak),
        application=ApplicationId(application),
        dwelling=DwellingId(dwelling),
        since=date.fromisoformat(since),
        until=None if until is None else date.fromisoformat(until),
        reason=reason,
    )


def application_of(db: Database, vedtak: VedtakId) -> ApplicationId | None:
    """What a vedtak answers."""
    return db.first(ApplicationId, "SELECT application FROM vedtak WHERE id = ?", (vedtak,))


def add(unit: Unit, vedtak: VedtakId, dwelling: DwellingId, since: date, reason: str) -> int:
    """A dwelling allocated from a day."""
    return unit.insert("allocation", vedtak=vedtak, dwelling=dwelling, since=since, reason=reason)


def end(unit: Unit, allocation: int, until: date) -> None:
    """From that day the dwelling is no longer theirs."""
    unit.update("allocation", allocation, until=until)


def remove(unit: Unit, allocation: int) -> None:
    """Take away the tie between a household and a dwelling (ADR-02)."""
    unit.delete("allocation", allocation)


def held(db: Database, people: frozenset[PersonId]) -> tuple[tuple[Ref, PersonId], ...]:
    """Allocations, old ones too, to households of the given persons."""
    marks = ", ".join("?" * len(people))
    named = sorted(people)
    return db.select(
        lambda allocation, applicant: (Ref("allocation", allocation), PersonId(applicant)),
        "SELECT l.id, a.applicant FROM allocation l JOIN vedtak v ON v.id = l.vedtak"
        f" JOIN application a ON a.id = v.application WHERE a.applicant IN ({marks})"
        " OR a.household IN (SELECT household FROM household_member"
        f" WHERE until IS NULL AND person IN ({marks})) ORDER BY l.id",
        (*named, *named),
    )
