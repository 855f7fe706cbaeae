"""SQL of consents that name the landlord, and so tell where somebody lives (ADR-05)."""

from app.core.addresses import HeldAddress
from app.core.ids import PersonId, Ref
from app.storage.database import Database


def told(db: Database, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
    """Those of the given persons that name, or named, who lets to them."""
    marks = ", ".join("?" * len(people))
    return db.select(
        lambda row, person: HeldAddress(Ref("consent", row), PersonId(person)),
        f"SELECT t.id, t.person FROM consent t WHERE t.scope = 'talk_with_landlord'"
        f" AND t.person IN ({marks}) AND (t.body <> '' OR EXISTS (SELECT 1 FROM change c"
        " WHERE c.table_name = 'consent' AND c.row_id = t.id"
        " AND (coalesce(c.before ->> 'body', '') <> '' OR coalesce(c.after ->> 'body', '') <> '')"
        ")) ORDER BY t.id",
        tuple(sorted(people)),
    )
