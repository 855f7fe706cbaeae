"""SQL of the leases a round of rents may reach, and of changes that wait for their letter."""

import json
from collections import defaultdict
from collections.abc import Collection
from datetime import date
from functools import cache, lru_cache, partial
from typing import NamedTuple

from app.core.ids import LeaseId
from app.core.money import Ore
from app.core.parameters import Parameters
from app.leases.model import LeaseKind, LeaseState
from app.leases.rents.model import RentChange, RentChangeKind, RentChangeState
from app.leases.rents.rules import state_of
from app.leases.rents.store import CHANGES, SENT, WITHDRAWN, change_of
from app.leases.store import ASKED, NOT_OVER, RENT, SIGNED, STANDS
from app.leases.terms import state_on
from app.letters.model import DocumentKind
from app.storage.columns import day_of, day_or_none
from app.storage.database import Database

# a letter that went out in time, and stays out
_TOLD_IN_TIME = (
    "EXISTS (SELECT 1 FROM dispatch o WHERE o.document = c.letter AND o.returned_on IS NULL"
    " AND o.sent_on <= c.send_by)"
)
# as `rules.state_of`: a change that the rent follows, today or from its day
_COUNTS = (
    f"(c.send_by IS NULL OR {_TOLD_IN_TIME}) AND NOT EXISTS (SELECT 1 FROM document_state t"
    " WHERE t.document = c.letter AND t.since < c.effective_on)"
)


_kind = lru_cache(RentChangeKind)


class RentedLease(NamedTuple):
    """A lease as a round judges it, to the last day of its term; not whose it is, nor where."""

    id: LeaseId
    state: LeaseState
    start: date | None
    last_day: date | None
    rent: Ore | None
    signed_on: date | None
    here: bool

    @property
    def ended_on(self) -> date | None:
        """Nothing: those that were ended are not read."""
        return None


def fixed_before(
    db: Database, last: date, effective: date, day: date, parameters: Parameters
) -> tuple[RentedLease, ...]:
    """Leases that run, or run on, and whose rent was fixed last on a day or before it.

    Not those whose term ends between today and `effective`, that were ended to a day, that
    another follows, or that go with a job.
    """
    return db.select(
        partial(_rented, day, parameters),
        f"SELECT l.id, l.start_on, l.end_on, {RENT}, {SIGNED}, {ASKED}, EXISTS (SELECT 1"
        " FROM document d WHERE d.case_kind = 'lease' AND d.case_id = l.id AND d.kind = ?3)"
        f" {NOT_OVER} AND {STANDS} AND l.start_on <= ?2 AND l.kind <> '{LeaseKind.STAFF}'"
        " AND (l.end_on IS NULL OR l.end_on < ?1 OR l.end_on >= ?4)"
        " AND NOT EXISTS (SELECT 1 FROM rent_change c WHERE c.lease = l.id"
        f" AND c.effective_on > ?2 AND {_COUNTS}) ORDER BY l.id",
        (day.isoformat(), last.isoformat(), DocumentKind.LEASE, effective.isoformat()),
    )


def _rented(
    day: date,
    parameters: Parameters,
    lease: int,
    start: str,
    end: str | None,
    rent: int | None,
    signed: str | None,
    asked: str | None,
    here: int,
) -> RentedLease:
    first, last = day_or_none(start), day_or_none(end)
    return RentedLease(
        id=LeaseId(lease),
        state=state_on(
            LeaseState.SIGNED,
            first,
            last,
            day,
            parameters,
            move_out_request_sent=day_or_none(asked),
        ),
        start=first,
        last_day=last,
        rent=None if rent is None else Ore(rent),
        signed_on=day_or_none(signed),
        here=here == 1,
    )


class Fixed(NamedTuple):
    """One time a rent was fixed; what it was and became is not read, nor whose it is."""

    kind: RentChangeKind
    state: RentChangeState
    effective_on: date
    fixed_month: date


def fixed_of(db: Database, leases: Collection[LeaseId], day: date) -> dict[LeaseId, list[Fixed]]:
    """Every time the rents of some leases were fixed, oldest first."""

    @cache  # thousands of rents were fixed on few days
    def fixed(
        kind: str, effective: str, month: str, by: str | None, sent: str | None, back: str | None
    ) -> Fixed:
        holds = day_of(effective)
        state = state_of(holds, day_or_none(by), day_or_none(sent), day_or_none(back), day)
        return Fixed(_kind(kind), state, holds, day_of(month))

    found: defaultdict[LeaseId, list[Fixed]] = defaultdict(list)
    for lease, each in db.select(
        lambda lease, *told: (LeaseId(lease), fixed(*told)),
        f"SELECT c.lease, c.kind, c.effective_on, c.fixed_month, c.send_by, {SENT}, {WITHDRAWN}"
        " FROM rent_change c WHERE c.lease IN (SELECT value FROM json_each(?)) ORDER BY c.id",
        (json.dumps([*leases]),),
    ):
        found[lease].append(each)
    return found


def untold(db: Database, day: date) -> tuple[RentChange, ...]:
    """The newest change of each lease, of those whose letter has not gone out in time."""
    return db.select(
        lambda *row: change_of(row, day),
        f"{CHANGES} WHERE c.send_by IS NOT NULL AND NOT {_TOLD_IN_TIME} AND NOT EXISTS"
        " (SELECT 1 FROM rent_change n WHERE n.lease = c.lease AND n.id > c.id) ORDER BY c.id",
    )
