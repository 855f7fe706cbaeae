"""SQL of two records that may be of one person, and of joining them."""

from app.core.ids import PersonId
from app.storage.database import Database
from app.storage.unit import Unit


def likely_doubles(db: Database, person: PersonId) -> tuple[PersonId, ...]:
    """Others born the same day whose names begin alike; the rules look closer.

    By the index of days, and where the day is not known by that of names.
    """
    return db.select(
        PersonId,
        "SELECT o.id AS id FROM person p JOIN person o ON o.birth_date = p.birth_date"
        f" WHERE p.id = ?1 AND {_ANOTHER} AND substr(o.sort_key, 1, 2) = substr(p.sort_key, 1, 2)"
        " UNION ALL SELECT o.id FROM person p"
        " JOIN person o ON o.sort_key >= substr(p.sort_key, 1, 2)"
        " AND o.sort_key < substr(p.sort_key, 1, 2) || ?2"
        f" WHERE p.id = ?1 AND {_ANOTHER} AND p.birth_date IS NULL AND o.birth_date IS NULL"
        " ORDER BY id LIMIT 50",
        (person, LAST),
    )


_ANOTHER = "o.id <> p.id AND o.merged_into IS NULL"
LAST = "\U0010ffff"
"""Stands after every letter."""

# Every column that points at a person, but for issued documents, which never change
PERSON_COLUMNS = (
    ("national_id", "person"),
    ("person_address", "person"),
    ("address_protection", "person"),
    ("address_shown", "person"),
    ("data_access", "person"),
    ("household_member", "person"),
    ("application", "applicant"),
    ("intake_income", "person"),
    ("representative", "person"),
    ("consent", "person"),
    ("lease", "tenant"),
    ("stay", "person"),
    ("consent_request", "person"),
    ("measure", "person"),
    ("followup_need", "person"),
    ("goal", "person"),
    ("plan", "person"),
    ("needs_assessment", "person"),
    ("individual_plan_wish", "person"),
    ("coordinator_offer", "person"),
    ("help_level", "person"),
    ("case_owner", "person"),
    ("unit_basis", "person"),
    ("service_given", "person"),
    ("unit_contact", "person"),
    ("contact_note", "person"),
    ("early_signal", "person"),
    ("cooperation_agreement", "person"),
    ("social_notice_opt_out", "person"),
    ("eviction_case", "person"),
    ("debt_case", "person"),
    ("economy_income", "person"),
    ("homeless_told", "person"),
    ("homeless_profile", "person"),
    ("homeless_check", "person"),
)


def move_to(unit: Unit, double: PersonId, kept: PersonId) -> None:
    """Point everything of one record at another."""
    for table, column in PERSON_COLUMNS:
        unit.execute(
            f"UPDATE {table} SET {column} = ? WHERE {column} = ?",
            (kept, double),
        )
    unit.update("person", double, merged_into=kept)
