"""SQL of what stands on the card and no list of its own has: conditions of many decisions."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from app.core.ids import VedtakId
from app.leases.conditions.model import Outcome
from app.overview.household.model import Promise
from app.storage.columns import day_or_none
from app.storage.database import Database


def promises(
    db: Database, decisions: Iterable[VedtakId], on: date
) -> Mapping[VedtakId, tuple[Promise, ...]]:
    """The conditions of each vedtak in their order, with how they went last by a day (FV-18)."""

    def made(
        vedtak: int, duty: str, outcome: str | None, day: str | None
    ) -> tuple[VedtakId, Promise]:
        kept = None if outcome is None else Outcome(outcome) is Outcome.KEPT
        return VedtakId(vedtak), Promise(duty, kept, day_or_none(day))

    found: dict[VedtakId, list[Promise]] = defaultdict(list)
    for vedtak, promise in db.select(
        made,
        "SELECT v.vedtak, v.duty, e.outcome, e.happened_on FROM vedtak_condition v"
        " LEFT JOIN condition_event e ON e.id = (SELECT x.id FROM lease_condition c"
        " JOIN condition_event x ON x.condition = c.id WHERE c.condition = v.id"
        " AND x.happened_on <= ?2 ORDER BY x.happened_on DESC, x.id DESC LIMIT 1)"
        " WHERE v.vedtak IN (SELECT value FROM json_each(?1)) ORDER BY v.id",
        (json.dumps([*decisions]), on.isoformat()),
    ):
        found[vedtak].append(promise)
    return {vedtak: tuple(each) for vedtak, each in found.items()}


def decided(db: Database, people: Iterable[int], on: date) -> tuple[VedtakId, ...]:
    """Every vedtak that was issued to them by a day, the newest first."""
    return db.select(
        VedtakId,
        "SELECT v.id FROM application a JOIN vedtak v ON v.application = a.id JOIN vedtak_state s"
        " ON s.vedtak = v.id AND s.state = 'issued' AND s.since <= ?2 WHERE a.applicant IN"
        " (SELECT value FROM json_each(?1)) GROUP BY v.id ORDER BY min(s.since) DESC, v.id DESC",
        (json.dumps([*people]), on.isoformat()),
    )


def applications(db: Database, people: Iterable[int]) -> tuple[int, ...]:
    """Every application of theirs."""
    return db.select(
        int,
        "SELECT id FROM application WHERE applicant IN (SELECT value FROM json_each(?1))",
        (json.dumps([*people]),),
    )
