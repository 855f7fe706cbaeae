"""SQL of the words about vedtak that may tell where somebody lives (ADR-05)."""

from collections.abc import Sequence

from app.core.ids import PersonId, Ref
from app.storage.database import Database
from app.storage.unit import Unit

_TELLING = {
    "debt_decision": (
        "start_text", "facts_text", "considerations_text", "wishes_text", "guidance_text",
        "change_text",
    ),
    "debt_decision_state": ("reason",),
    "debt_waiting_letter": ("reason",),
    "debt_appeal": ("wanted", "grounds"),
    "debt_appeal_state": ("reason",),
}  # fmt: skip
_CASE_OF = {
    "debt_decision": "t.debt_case",
    "debt_decision_state": "(SELECT debt_case FROM debt_decision WHERE id = t.debt_decision)",
    "debt_waiting_letter": "t.debt_case",
    "debt_appeal": "(SELECT debt_case FROM debt_decision WHERE id = t.debt_decision)",
    "debt_appeal_state": "(SELECT d.debt_case FROM debt_decision d JOIN debt_appeal a"
    " ON a.debt_decision = d.id WHERE a.id = t.debt_appeal)",
}


def held(db: Database, people: Sequence[int]) -> tuple[tuple[Ref, PersonId], ...]:
    """Every row of theirs with words that may name a home."""
    marks = ", ".join("?" * len(people))
    found: list[tuple[Ref, PersonId]] = []
    for table, columns in _TELLING.items():
        some = " OR ".join(f"t.{column} <> ''" for column in columns)
        found += db.select(
            lambda row, person, table=table: (Ref(table, row), PersonId(person)),
            f"SELECT t.id, c.person FROM {table} t JOIN debt_case c ON c.id = {_CASE_OF[table]}"
            f" WHERE c.person IN ({marks}) AND ({some}) ORDER BY t.id",
            people,
        )
    return tuple(found)


def empty(unit: Unit, ref: Ref) -> None:
    """Take the words away; answers, days and states stay."""
    unit.update(ref.kind, ref.id, **dict.fromkeys(_TELLING[ref.kind], ""))
