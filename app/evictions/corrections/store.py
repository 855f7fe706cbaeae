"""SQL of petitions that must be corrected."""

from datetime import date

from app.core.ids import LeaseId
from app.evictions.corrections.model import PetitionCorrection
from app.storage.columns import day_or_none
from app.storage.database import Database

_NEWEST = (
    "SELECT c.id, c.lease, c.petition, c.received_on, c.until, c.lacking,"
    " CASE WHEN c.sent_on <= ?1 THEN c.sent_on END AS sent"
    " FROM petition_correction c WHERE c.id = (SELECT max(n.id) FROM petition_correction n"
    " WHERE n.petition = c.petition AND n.received_on <= ?1)"
)
_STANDS = (
    "EXISTS (SELECT 1 FROM eviction_petition p WHERE p.id = c.petition"
    " AND (p.withdrawn_on IS NULL OR p.withdrawn_on > ?1))"
)


def of_petition(db: Database, petition: int, day: date) -> PetitionCorrection | None:
    """What the newest letter about a petition asked for, as it stood on a day."""
    return db.first(_correction, f"{_NEWEST} AND c.petition = ?2", (day.isoformat(), petition))


def waiting(db: Database, day: date) -> tuple[PetitionCorrection, ...]:
    """Every one that waits that day on a petition that stands, the first day first."""
    sql = f"{_NEWEST} AND {_STANDS} AND sent IS NULL ORDER BY c.until, c.id"
    return db.select(_correction, sql, (day.isoformat(),))


def _correction(
    row: int,
    lease: int,
    petition: int,
    received_on: str,
    until: str,
    lacking: str,
    sent_on: str | None,
) -> PetitionCorrection:
    return PetitionCorrection(
        row,
        LeaseId(lease),
        petition,
        date.fromisoformat(received_on),
        date.fromisoformat(until),
        lacking,
        day_or_none(sent_on),
    )
