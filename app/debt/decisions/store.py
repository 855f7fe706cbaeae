"""SQL of vedtak after § 17."""

from collections.abc import Mapping
from datetime import date

from app.core.ids import DebtCaseId
from app.debt.model import Decided
from app.storage.columns import day_or_none
from app.storage.database import Database


def decided(db: Database, day: date) -> Mapping[DebtCaseId, Decided]:
    """The newest vedtak of each case that was issued by a day and holds then."""
    rows = db.select(
        lambda case, since, granted, starts_on: (
            DebtCaseId(case),
            Decided(date.fromisoformat(since), bool(granted), day_or_none(starts_on)),
        ),
        "SELECT d.debt_case, i.since, d.granted, d.starts_on FROM debt_decision d"
        " JOIN debt_decision_state i ON i.debt_decision = d.id AND i.state = 'issued'"
        " WHERE i.since <= ?1 AND NOT EXISTS (SELECT 1 FROM debt_decision_state s"
        " WHERE s.debt_decision = d.id AND s.state = 'set_aside' AND s.since <= ?1)"
        " ORDER BY i.since, d.id",
        (day.isoformat(),),
    )
    return dict(rows)
