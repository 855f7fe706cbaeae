"""SQL of what has happened in the houses: reports about leases, and homes that may be lost."""

from datetime import date

from app.storage.database import Database


def reports(db: Database, first: date, last: date) -> tuple[tuple[int, int], ...]:
    """(dwelling, lease) of every report told within the days."""
    return db.select(
        lambda dwelling, lease: (dwelling, lease),
        "SELECT l.dwelling, l.id FROM lease_report r JOIN lease l ON l.id = r.lease"
        " WHERE (SELECT min(reported_on) FROM lease_report_told t WHERE t.report = r.id)"
        " BETWEEN ?1 AND ?2 ORDER BY r.id",
        (first.isoformat(), last.isoformat()),
    )


def evictions(db: Database, day: date) -> tuple[tuple[int, int], ...]:
    """(dwelling, case) of every case where a home may be lost on a day."""
    return db.select(
        lambda dwelling, case: (dwelling, case),
        "SELECT l.dwelling, e.id FROM eviction_case e JOIN lease l ON l.id = e.lease"
        " WHERE e.opened_on <= ?1 AND coalesce((SELECT stage FROM eviction_stage s"
        " WHERE s.eviction_case = e.id AND s.since <= ?1 ORDER BY s.since DESC, s.id DESC LIMIT 1),"
        " 'at_risk') NOT IN ('carried_out', 'aftercare', 'closed') ORDER BY e.id",
        (day.isoformat(),),
    )
