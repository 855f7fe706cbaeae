"""SQL of the municipality's rule sets."""

from datetime import date

from app.allocation.rulesets.content import from_json, to_json
from app.allocation.rulesets.model import AdoptedRuleSet, RuleSetDraft
from app.storage.database import Database
from app.storage.unit import Unit

_ROWS = "SELECT id, name, valid_from, case_number, adopted_by, content FROM rule_set"


def in_force(db: Database, day: date) -> AdoptedRuleSet | None:
    """The newest set that has begun; of two from one day the one adopted last."""
    return db.first(
        _adopted,
        f"{_ROWS} WHERE withdrawn_on IS NULL AND valid_from <= ?"
        " ORDER BY valid_from DESC, id DESC LIMIT 1",
        (day.isoformat(),),
    )


def standing(db: Database) -> tuple[AdoptedRuleSet, ...]:
    """Every set that is not withdrawn, oldest first."""
    return db.select(_adopted, f"{_ROWS} WHERE withdrawn_on IS NULL ORDER BY valid_from, id")


def get(db: Database, rule_set: int) -> AdoptedRuleSet | None:
    """One set, withdrawn or not: what was evaluated by it names it."""
    return db.first(_adopted, f"{_ROWS} WHERE id = ?", (rule_set,))


def _adopted(
    rule_set: int, name: str, valid_from: str, case_number: str, adopted_by: str, content: str
) -> AdoptedRuleSet:
    return AdoptedRuleSet(
        id=rule_set,
        rules=from_json(content),
        valid_from=date.fromisoformat(valid_from),
        name=name,
        case_number=case_number,
        adopted_by=adopted_by,
        source=f"{adopted_by}, {case_number}",
    )


def insert(unit: Unit, draft: RuleSetDraft) -> int:
    """A set adopted from a day."""
    return unit.insert(
        "rule_set",
        name=draft.name.strip(),
        valid_from=draft.valid_from,
        case_number=draft.case_number.strip(),
        adopted_by=draft.adopted_by.strip(),
        content=to_json(draft.rules),
    )


def withdraw(unit: Unit, rule_set: int, reason: str) -> None:
    """It never begins: what it would have set from its day is taken away."""
    unit.update("rule_set", rule_set, withdrawn_on=unit.today, withdrawn_reason=reason)
    for table in ("group_order", "parameter_override"):
        rows = unit.execute(
            f"SELECT id FROM {table} WHERE rule_set = ? ORDER BY id", (rule_set,)
        ).fetchall()
        for row in rows:
            unit.delete(table, int(str(row[0])))


def bind(unit: Unit, table: str, row: int, rule_set: int) -> None:
    """Say which set a group order or a value of our own came with."""
    unit.update(table, row, rule_set=rule_set)


def oldest_open(db: Database) -> date | None:
    """The day the oldest undecided application for a dwelling came."""
    return db.first(
        date.fromisoformat,
        "SELECT a.received_on FROM application_newest n JOIN application a ON a.id = n.id"
        " WHERE n.state IN ('received', 'incomplete', 'in_assessment')"
        " AND a.case_kind = 'allocation' ORDER BY a.received_on LIMIT 1",
    )
