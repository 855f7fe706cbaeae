"""SQL of the conditions a lease carries."""

from collections.abc import Iterable
from datetime import date

from app.core.ids import LeaseId, PersonId
from app.decisions.model import Condition
from app.leases.conditions.model import Carried, ConditionEvent, Outcome
from app.storage.database import Database
from app.storage.unit import Unit


def carry(unit: Unit, lease: LeaseId, conditions: Iterable[Condition]) -> None:
    """They are parts of the lease from now on, under their own ids."""
    for condition in conditions:
        unit.insert("lease_condition", lease=lease, condition=condition.id)


def of(db: Database, lease: LeaseId) -> tuple[Carried, ...]:
    """Those of a lease, in the order of the vedtak."""
    return db.select(
        lambda own, condition, duty, link: Carried(
            own, lease, condition, duty, link, events(db, own)
        ),
        "SELECT c.id, v.id, v.duty, v.link FROM lease_condition c"
        " JOIN vedtak_condition v ON v.id = c.condition WHERE c.lease = ? ORDER BY v.id",
        (lease,),
    )


def events(db: Database, carried: int) -> tuple[ConditionEvent, ...]:
    """How it went with one, oldest first."""
    return db.select(
        lambda on, outcome, words, by: ConditionEvent(
            date.fromisoformat(on), Outcome(outcome), words, by
        ),
        "SELECT happened_on, outcome, words, told_by FROM condition_event"
        " WHERE condition = ? ORDER BY happened_on, id",
        (carried,),
    )


def lease_of(db: Database, carried: int) -> LeaseId | None:
    """The lease one stands in."""
    return db.first(LeaseId, "SELECT lease FROM lease_condition WHERE id = ?", (carried,))


def add(unit: Unit, carried: int, event: ConditionEvent) -> None:
    """How it went with one."""
    unit.insert(
        "condition_event",
        condition=carried,
        happened_on=event.happened_on,
        outcome=event.outcome,
        words=event.words,
        told_by=event.told_by,
    )


def told_of(db: Database, condition: int, person: PersonId) -> tuple[ConditionEvent, ...]:
    """How it went with a condition of the vedtak in every lease of a person, oldest first."""
    return db.select(
        lambda on, outcome, words, by: ConditionEvent(
            date.fromisoformat(on), Outcome(outcome), words, by
        ),
        "SELECT e.happened_on, e.outcome, e.words, e.told_by FROM condition_event e"
        " JOIN lease_condition c ON c.id = e.condition JOIN lease l ON l.id = c.lease"
        " WHERE c.condition = ? AND l.tenant = ? ORDER BY e.happened_on, e.id",
        (condition, person),
    )


def remove(unit: Unit, lease: LeaseId) -> None:
    """Take those of a lease out of the register, with what was told (ADR-02)."""
    unit.execute(
        "DELETE FROM condition_event WHERE condition IN"
        " (SELECT id FROM lease_condition WHERE lease = ?)",
        (lease,),
    )
    unit.execute("DELETE FROM lease_condition WHERE lease = ?", (lease,))
