"""SQL of what is claimed and not paid: of ten years of claims nearly all are, and are not read."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from app.arrears.model import OpenCharge
from app.arrears.store import CHARGE, RENTS, charge_of
from app.core.ids import LeaseId
from app.core.money import Ore
from app.storage.database import Database

# what stands claimed less what was paid by a day; added up anew only where more was paid since
_UNPAID = (
    "k.claimed - CASE WHEN k.paid_until <= ?1 THEN k.paid ELSE coalesce((SELECT sum(x.amount)"
    " FROM rent_payment x WHERE x.lease = k.id AND x.withdrawn_on IS NULL AND x.paid_on <= ?1),"
    " 0) END"
)


def leases(db: Database, day: date) -> tuple[LeaseId, ...]:
    """The leases of each tenant and dwelling on one of which more is claimed than paid by a day.

    Where a tenancy owes, one of its leases does.
    """
    return db.select(
        LeaseId,
        "SELECT DISTINCT n.id FROM account_standing k CROSS JOIN lease o ON o.id = k.id"
        " CROSS JOIN lease n ON n.tenant = o.tenant AND n.dwelling = o.dwelling"
        f" WHERE {_UNPAID} > 0 ORDER BY n.tenant, n.dwelling, n.id",
        (day.isoformat(),),
    )


# what a claim asks for beside what was paid on the tenancy for it by name
_COVERED = (
    "SELECT sum(p.amount) FROM rent_payment p WHERE p.covers = c.id AND p.withdrawn_on IS NULL"
    " AND p.paid_on <= ?1 AND (p.lease = c.lease OR p.lease IN"
    " (SELECT b.lease FROM asked b WHERE b.whose = a.whose))"
)
_OWN = f"max(0, c.amount - coalesce(({_COVERED}), 0))"
_CLAIM = "SELECT c.id, c.due_on, {rent} AS rent, {own} AS own, a.whose, a.unpaid FROM asked a"
# `+` keeps to the index by lease and day, which `newest_rents` reads too
_CLAIMED = (
    f"{_CLAIM.format(rent=1, own=_OWN)} CROSS JOIN rent_charge c ON c.lease = a.lease"
    f" AND c.due_on >= ?3 WHERE +c.withdrawn_on IS NULL AND c.kind IN ({RENTS}) UNION ALL"
    f" {_CLAIM.format(rent=0, own=_OWN)} CROSS JOIN rent_charge c ON c.lease = a.lease"
    f" WHERE c.withdrawn_on IS NULL AND c.kind NOT IN ({RENTS})"
)
# taken apart once: of each lease there are many claims
_ASKED = (
    "SELECT value ->> 0 AS lease, value ->> 1 AS whose, value ->> 2 AS unpaid FROM json_each(?2)"
)
# `newer`: what those ask for that are paid after it
_NEWEST_FIRST = (
    f"WITH asked AS MATERIALIZED ({_ASKED}), m AS MATERIALIZED ({_CLAIMED})"
    " SELECT m.id, m.whose, m.own, m.unpaid, sum(m.own) OVER (PARTITION BY"
    " m.whose ORDER BY m.rent, m.due_on DESC, m.id DESC ROWS UNBOUNDED PRECEDING) - m.own AS newer"
    " FROM m"
)
_LEFT = "min(n.own, n.unpaid - n.newer)"
_OPEN = (
    f"SELECT n.whose, {_LEFT}, {CHARGE} FROM ({_NEWEST_FIRST}) n CROSS JOIN rent_charge c"
    f" ON c.id = n.id WHERE {_LEFT} > 0 ORDER BY c.due_on, c.id"
)


_NEWEST = timedelta(days=183)
"""How far back rent is read first: few owe more than that."""
Asked = tuple[LeaseId, LeaseId, int]
"""A lease, the tenancy it is of, and what that owes in whole øre."""


def open_charges(
    db: Database, whose: Mapping[LeaseId, LeaseId], day: date
) -> Mapping[LeaseId, tuple[OpenCharge, ...]]:
    """The claims that are not paid by a day, oldest first, by the tenancy that `whose` names.

    As `rules.owed` finds them in whole accounts: what was paid for a claim by name is taken off
    it, the rest covers the oldest rent first and then the others, so what is left is the last.
    """
    owing = Counter[LeaseId]()
    for lease, amount in unpaid(db, whose, day).items():
        owing[whose[lease]] += amount
    asked = [(lease, of, owing[of]) for lease, of in whose.items() if owing[of] > 0]
    found = _open(db, asked, day, day - _NEWEST)
    left = {of: sum(each.left for each in newest) for of, newest in found.items()}
    older = [each for each in asked if left.get(each[1], 0) < each[2]]
    return {**found, **_open(db, older, day, date.min)} if older else found


def _open(
    db: Database, asked: Sequence[Asked], day: date, since: date
) -> dict[LeaseId, tuple[OpenCharge, ...]]:
    """Those of some tenancies, of no rent that fell due before a day.

    All of them where they are as much as is owed: whatever else there is was paid before them.
    """
    found: dict[LeaseId, list[OpenCharge]] = {}
    for of, each in db.select(
        lambda of, left, *row: (LeaseId(of), OpenCharge(charge_of(*row), Ore(left))),
        _OPEN,
        (day.isoformat(), json.dumps(asked), since.isoformat()),
    ):
        found.setdefault(of, []).append(each)
    return {of: tuple(each) for of, each in found.items()}


def unpaid(db: Database, leases: Iterable[LeaseId], day: date) -> Mapping[LeaseId, int]:
    """What is claimed on some leases less what was paid by a day, whole øre."""
    return dict(
        db.select(
            lambda lease, amount: (LeaseId(lease), int(amount)),
            f"SELECT k.id, {_UNPAID} FROM account_standing k"
            " WHERE k.id IN (SELECT value FROM json_each(?2))",
            (day.isoformat(), json.dumps([*leases])),
        )
    )
