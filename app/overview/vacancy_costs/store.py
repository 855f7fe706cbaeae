"""SQL of stretches without a tenant, and of those a dwelling was held for."""

from datetime import date, timedelta

from app.core.ids import DwellingId
from app.core.money import Ore
from app.dwellings.model import DwellingStatus, address_text
from app.overview.vacancy_costs.model import Empty, Hold, VacancyReason
from app.storage.columns import day_or_none
from app.storage.database import Database

_REASONS = {
    DwellingStatus.MAINTENANCE.value: VacancyReason.REPAIR,
    DwellingStatus.READY.value: VacancyReason.WAITING_FOR_ALLOCATION,
    DwellingStatus.UNAVAILABLE.value: VacancyReason.NOT_LETTABLE,
}
_LATEST = (
    "(SELECT {value} FROM {table} f WHERE f.dwelling = d.id AND f.since <= {day}"
    " ORDER BY f.since DESC, f.id DESC LIMIT 1)"
)


def empty(db: Database, first: date, last: date) -> tuple[Empty, ...]:
    """Every stretch that touches the period, by address; one statement for the whole stock."""
    asked = _LATEST.format(table="dwelling_rent", value="rent", day="max(s.since, ?1)")
    owner = _LATEST.format(table="dwelling_owner", value="owner", day="?2")
    return db.select(
        _empty,
        "SELECT d.id, d.street, d.house_number, d.house_letter, d.unit_number,"
        f" (SELECT name FROM owner WHERE id = {owner}), s.status, s.since, s.next,"
        f" coalesce({asked}, (SELECT rent FROM dwelling_rent f WHERE f.dwelling = d.id"
        " ORDER BY f.since, f.id LIMIT 1), (SELECT rent FROM lease l WHERE l.dwelling = d.id"
        " ORDER BY l.start_on DESC, l.id DESC LIMIT 1))"
        " FROM (SELECT dwelling, status, since, lead(since) OVER"
        " (PARTITION BY dwelling ORDER BY since, id) AS next FROM dwelling_status) s"
        " JOIN dwelling d ON d.id = s.dwelling"
        " WHERE s.status IN ('maintenance', 'ready', 'unavailable') AND s.since <= ?2"
        " AND (s.next IS NULL OR (s.next > ?1 AND s.next > s.since))"
        " ORDER BY d.sort_key, d.id, s.since",
        (first.isoformat(), last.isoformat()),
    )


def _empty(*row: object) -> Empty:
    texts = [str(column) for column in row]
    following = day_or_none(row[8])
    return Empty(
        dwelling=DwellingId(int(texts[0])),
        address=address_text(texts[1], texts[2], texts[3], texts[4]),
        building=address_text(texts[1], texts[2], texts[3], ""),
        owner="" if row[5] is None else texts[5],
        reason=_REASONS[texts[6]],
        since=date.fromisoformat(texts[7]),
        until=None if following is None else following - timedelta(days=1),
        rent=None if row[9] is None else Ore(int(texts[9])),
    )


def holds(db: Database, first: date, last: date) -> tuple[Hold, ...]:
    """Allocated and not moved into yet, or held back for a year's settlement."""

    def make(dwelling: int, reason: str, since: str, until: str | None) -> Hold:
        return Hold(
            DwellingId(dwelling),
            VacancyReason(reason),
            date.fromisoformat(since),
            day_or_none(until),
        )

    return db.select(
        make,
        "SELECT dwelling, 'between_tenants', since, date(until, '-1 day') FROM allocation"
        " WHERE since <= ?2 AND (until IS NULL OR until > ?1)"
        " UNION ALL SELECT dwelling, 'reserved_quota', since,"
        " min(until, coalesce(date(ended_on, '-1 day'), until)) FROM reservation"
        " WHERE settlement_year IS NOT NULL AND since <= ?2 AND until >= ?1"
        " AND (ended_on IS NULL OR ended_on > ?1)",
        (first.isoformat(), last.isoformat()),
    )
