"""SQL of applications that tell where a household lives (ADR-05)."""

from app.core.ids import PersonId, Ref
from app.storage.database import Database
from app.storage.unit import Unit


def housing_told(db: Database, people: frozenset[PersonId]) -> tuple[tuple[Ref, PersonId], ...]:
    """Applications of the given persons' households that tell, or told, where they live."""
    marks = ", ".join("?" * len(people))
    named = sorted(people)
    return db.select(
        lambda application, applicant: (Ref("application", application), PersonId(applicant)),
        "SELECT a.id, a.applicant FROM application a WHERE"
        f" (a.applicant IN ({marks}) OR a.household IN (SELECT household FROM household_member"
        f" WHERE until IS NULL AND person IN ({marks}))) AND (a.present_housing <> ''"
        " OR EXISTS (SELECT 1 FROM change c WHERE c.table_name = 'application'"
        " AND c.row_id = a.id AND (coalesce(c.before ->> 'present_housing', '') <> ''"
        " OR coalesce(c.after ->> 'present_housing', '') <> ''))) ORDER BY a.id",
        (*named, *named),
    )


def forget_housing(unit: Unit, application: int) -> None:
    """Leave empty where they live."""
    unit.update("application", application, present_housing="")
