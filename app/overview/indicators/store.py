"""SQL behind the indicators, and their targets."""

from datetime import date

from app.core.ids import ApplicationId, DwellingId, Ref
from app.dwellings.model import DwellingStatus
from app.evictions.model import EvictionOutcome
from app.overview.figures import beginning
from app.overview.indicators.model import Indicator, IndicatorTarget
from app.overview.indicators.rules import StatusRow
from app.storage.database import Database
from app.storage.unit import Unit


def days_to_decision(db: Database, first: date, last: date) -> dict[Ref, int]:
    """From the day an application came to its first vedtak, where that was issued in a period."""
    return dict(
        db.select(
            lambda application, days: (Ref("application", ApplicationId(application)), int(days)),
            "SELECT a.id, max(0, julianday(min(s.since)) - julianday(a.received_on))"
            " FROM vedtak_state s JOIN vedtak v ON v.id = s.vedtak"
            " JOIN application a ON a.id = v.application WHERE s.state = 'issued'"
            " AND EXISTS (SELECT 1 FROM vedtak_state t JOIN vedtak w ON w.id = t.vedtak"
            " WHERE w.application = a.id AND t.state = 'issued' AND t.since BETWEEN ?1 AND ?2)"
            " GROUP BY a.id HAVING min(s.since) BETWEEN ?1 AND ?2",
            (first.isoformat(), last.isoformat()),
        )
    )


def statuses(db: Database) -> tuple[StatusRow, ...]:
    """Every status of every dwelling, by dwelling and day."""
    return db.select(
        lambda dwelling, since, status: (
            DwellingId(dwelling),
            date.fromisoformat(since),
            DwellingStatus(status),
        ),
        "SELECT dwelling, since, status FROM dwelling_status ORDER BY dwelling, since, id",
    )


def moved_into(db: Database, first: date, last: date) -> tuple[Ref, ...]:
    """Dwellings with a new tenant in a period: signed, and by one who did not live there."""
    return db.select(
        lambda dwelling: Ref("dwelling", DwellingId(dwelling)),
        "SELECT DISTINCT l.dwelling FROM lease l WHERE l.start_on BETWEEN ?1 AND ?2"
        " AND EXISTS (SELECT 1 FROM lease_state s WHERE s.lease = l.id AND s.state = 'signed')"
        " AND (SELECT s.state FROM lease_state s WHERE s.lease = l.id AND s.since <= ?2"
        " ORDER BY s.since DESC, s.id DESC LIMIT 1) <> 'cancelled'"
        " AND NOT EXISTS (SELECT 1 FROM lease b WHERE b.dwelling = l.dwelling"
        " AND b.tenant = l.tenant AND b.id <> l.id AND b.start_on < l.start_on)",
        (first.isoformat(), last.isoformat()),
    )


def ended_cases(db: Database, first: date, last: date) -> tuple[tuple[Ref, bool], ...]:
    """The eviction cases that ended in a period as it was known at its end; was the home kept."""
    return db.select(
        lambda case, outcome: (Ref("eviction_case", case), EvictionOutcome(outcome).home_kept),
        "SELECT c.id, o.outcome FROM eviction_case c JOIN eviction_outcome o ON o.id = (SELECT x.id"
        " FROM eviction_outcome x WHERE x.eviction_case = c.id AND x.since <= ?2"
        " ORDER BY x.since DESC, x.id DESC LIMIT 1)"
        " WHERE o.outcome <> '' AND o.since >= ?1 ORDER BY c.id",
        (first.isoformat(), last.isoformat()),
    )


_BEGAN = {
    Indicator.DAYS_TO_DECISION: "SELECT min(received_on) FROM application",
    Indicator.DAYS_VACANT: "SELECT min(since) FROM dwelling_status",
    Indicator.TURNOVER: "SELECT min(start_on) FROM lease",
    Indicator.WITH_PLAN: "SELECT min(since) FROM help_level",
    Indicator.EVICTIONS_AVERTED: "SELECT min(opened_on) FROM eviction_case",
    Indicator.TEMPORARY_NIGHTS: "SELECT min(began_on) FROM stay",
    Indicator.LEVEL_MOVES: "SELECT min(since) FROM help_level",
}


def began(db: Database, indicator: Indicator) -> date | None:
    """The first day the register knows of what an indicator counts; None while it knows none."""
    return beginning.began(db, _BEGAN[indicator])


def targets(db: Database) -> tuple[IndicatorTarget, ...]:
    """Every target, oldest first; those from a coming day too."""
    return db.select(
        lambda indicator, since, target, reason: IndicatorTarget(
            Indicator(indicator), date.fromisoformat(since), target, reason
        ),
        "SELECT indicator, since, target, reason FROM indicator_target ORDER BY since, id",
    )


def insert_target(unit: Unit, row: IndicatorTarget) -> int:
    """What is aimed at from a day."""
    return unit.insert(
        "indicator_target",
        indicator=row.indicator.value,
        since=row.since,
        target=row.target,
        reason=row.reason,
    )
