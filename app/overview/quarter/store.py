"""SQL of the officer's own text in a pack, of cases opened, and of editions that have left."""

import json
from datetime import date

from app.core.ids import Ref
from app.core.report_periods import ReportPeriod
from app.storage.database import Database
from app.storage.unit import Unit

KIND = "pack_text"


def words(db: Database, period: ReportPeriod) -> tuple[int, str] | None:
    """The row and its words; None while none are written."""
    return db.first(
        lambda row, text: (int(row), str(text)),
        "SELECT id, words FROM pack_text WHERE span = ? AND last_day = ?",
        (period.span.value, period.last.isoformat()),
    )


def write(unit: Unit, period: ReportPeriod, text: str, row: int | None) -> None:
    """The words of a period, new or in the place of those before."""
    if row is None:
        row = unit.insert(KIND, span=period.span, last_day=period.last, words=text)
    else:
        unit.update(KIND, row, words=text)
    unit.about(Ref(KIND, row))


def opened(db: Database, first: date, last: date) -> tuple[Ref, ...]:
    """The eviction cases that were opened in a period."""
    return db.select(
        lambda case: Ref("eviction_case", case),
        "SELECT id FROM eviction_case WHERE opened_on BETWEEN ? AND ? ORDER BY id",
        (first.isoformat(), last.isoformat()),
    )


def held(db: Database) -> frozenset[str]:
    """The cells that any edition which has left the office held back."""
    rows = db.select(json.loads, "SELECT held FROM outside_edition ORDER BY id")
    return frozenset(str(cell) for cells in rows for cell in cells)


def hand_out(unit: Unit, period: ReportPeriod, cells: frozenset[str]) -> None:
    """An edition that leaves the office, with what it held back."""
    row = unit.insert(
        "outside_edition",
        span=period.span,
        last_day=period.last,
        held=json.dumps(sorted(cells)),
        handed_out_at=unit.at,
        officer=unit.by,
    )
    unit.about(Ref("outside_edition", row))
