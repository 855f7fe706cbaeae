"""SQL of what forms tell of where somebody lives (ADR-05)."""

from app.core.addresses import HeldAddress
from app.core.ids import PersonId, Ref
from app.storage.database import Database
from app.storage.unit import Unit

# which columns of which table can tell it, and are left empty when it must be forgotten
_TOLD = {
    "intake": ("landlord", "rented_where"),
    "representative": ("line", "postal_code", "postal_place"),
}
_WHOSE = {
    "intake": (
        "SELECT t.id, a.applicant FROM intake t JOIN application a ON a.id = t.application"
        " WHERE (a.applicant IN ({marks}) OR a.household IN (SELECT household"
        " FROM household_member WHERE until IS NULL AND person IN ({marks})))"
    ),
    # a parent's address is as good as the person's own; that of a guardian is an office
    "representative": (
        "SELECT t.id, t.person FROM representative t"
        " WHERE t.kind = 'parent' AND (t.person IN ({marks}) OR t.person IN ({marks}))"
    ),
}


def told(db: Database, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
    """Rows of the given persons' households that tell, or told, where they live."""
    marks, named = ", ".join("?" * len(people)), sorted(people)
    return tuple(
        held
        for table in _TOLD
        for held in db.select(
            lambda row, person, table=table: HeldAddress(Ref(table, row), PersonId(person)),
            f"{_WHOSE[table].format(marks=marks)} AND ({_tells(table)}) ORDER BY t.id",
            (*named, *named),
        )
    )


def _tells(table: str) -> str:
    columns = _TOLD[table]
    now = " OR ".join(f"t.{name} <> ''" for name in columns)
    past = " OR ".join(
        f"coalesce(c.{side} ->> '{name}', '') <> ''"
        for name in columns
        for side in ("before", "after")
    )
    return (
        f"{now} OR EXISTS (SELECT 1 FROM change c WHERE c.table_name = '{table}'"
        f" AND c.row_id = t.id AND ({past}))"
    )


def forget(unit: Unit, held: HeldAddress) -> None:
    """Leave empty where they live."""
    unit.update(held.ref.kind, held.ref.id, **dict.fromkeys(_TOLD[held.ref.kind], ""))
