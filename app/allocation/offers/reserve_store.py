"""SQL of dwellings held back."""

from collections.abc import Sequence
from datetime import date

from app.allocation.offers.model import Reservation, ReservationDraft, ReservationRow
from app.core.ids import ApplicationId, DwellingId
from app.dwellings.model import address_text
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_RESERVATION = (
    "SELECT r.id, r.dwelling, r.application, r.settlement_year, r.held_for, r.since, r.until,"
    " r.ended_on, r.reason"
)
_COLUMNS = 9


def get(db: Database, reservation: int) -> Reservation | None:
    """One reservation."""
    return db.first(_made, f"{_RESERVATION} FROM reservation r WHERE r.id = ?", (reservation,))


def of_dwelling(db: Database, dwelling: DwellingId) -> tuple[Reservation, ...]:
    """Every reservation a dwelling has had, oldest first."""
    return db.select(
        _made,
        f"{_RESERVATION} FROM reservation r WHERE r.dwelling = ? ORDER BY r.since, r.id",
        (dwelling,),
    )


def rows(db: Database, day: date) -> tuple[ReservationRow, ...]:
    """Those that hold on a day or from a later one, the first to run out first."""
    return db.select(
        _row,
        f"{_RESERVATION}, p.given_name, p.family_name, d.street, d.house_number, d.house_letter,"
        " d.unit_number FROM reservation r JOIN dwelling d ON d.id = r.dwelling"
        " LEFT JOIN application a ON a.id = r.application LEFT JOIN person p ON p.id = a.applicant"
        " WHERE r.until >= ? AND r.ended_on IS NULL ORDER BY r.until, r.id",
        (day.isoformat(),),
    )


def _row(*row: object) -> ReservationRow:
    given, family, *address = (str(part or "") for part in row[_COLUMNS:])
    street, house, letter, unit = address
    return ReservationRow(
        _made(*row[:_COLUMNS]),
        f"{given} {family}".strip(),
        address_text(street, house, letter, unit),
    )


def _made(*row: object) -> Reservation:
    return Reservation(int(str(row[0])), _draft(row), day_or_none(row[7]))


def _draft(row: Sequence[object]) -> ReservationDraft:
    return ReservationDraft(
        dwelling=DwellingId(int(str(row[1]))),
        application=None if row[2] is None else ApplicationId(int(str(row[2]))),
        settlement_year=None if row[3] is None else int(str(row[3])),
        held_for=str(row[4]),
        since=date.fromisoformat(str(row[5])),
        until=date.fromisoformat(str(row[6])),
        reason=str(row[8]),
    )


def add(unit: Unit, draft: ReservationDraft) -> int:
    """A dwelling held back."""
    return unit.insert(
        "reservation",
        dwelling=draft.dwelling,
        application=draft.application,
        settlement_year=draft.settlement_year,
        held_for=draft.held_for.strip(),
        since=draft.since,
        until=draft.until,
        reason=draft.reason.strip(),
    )


def end(unit: Unit, reservation: int, on: date) -> None:
    """It holds no longer from a day."""
    unit.update("reservation", reservation, ended_on=on)
