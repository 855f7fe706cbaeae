"""SQL of dwellings that are to be sold (B2)."""

from datetime import date

from app.core.ids import DwellingId
from app.dwellings.model import SaleSince
from app.storage.database import Database
from app.storage.unit import Unit


def of(db: Database, dwelling: DwellingId, day: date) -> SaleSince | None:
    """What was said last by a day; None when nobody has said anything."""
    return db.first(
        lambda since, for_sale, reason: SaleSince(for_sale == 1, date.fromisoformat(since), reason),
        "SELECT since, for_sale, reason FROM dwelling_sale WHERE dwelling = ? AND since <= ?"
        " ORDER BY since DESC, id DESC LIMIT 1",
        (dwelling, day.isoformat()),
    )


def for_sale(db: Database, day: date) -> frozenset[DwellingId]:
    """Every dwelling that is to be sold on a day."""
    return frozenset(
        db.select(
            DwellingId,
            "SELECT dwelling FROM (SELECT DISTINCT dwelling FROM dwelling_sale) d WHERE"
            " (SELECT for_sale FROM dwelling_sale f WHERE f.dwelling = d.dwelling"
            " AND f.since <= ?1 ORDER BY f.since DESC, f.id DESC LIMIT 1) = 1",
            (day.isoformat(),),
        )
    )


def add(unit: Unit, dwelling: DwellingId, sale: SaleSince) -> int:
    """What is said from a day."""
    return unit.insert(
        "dwelling_sale",
        dwelling=dwelling,
        since=sale.since,
        for_sale=sale.for_sale,
        reason=sale.reason,
    )
