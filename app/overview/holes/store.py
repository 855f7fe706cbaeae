"""SQL of what the list of holes asks beside the leases themselves."""

from datetime import date

from app.core.ids import DwellingId, LeaseId
from app.dwellings.model import address_text
from app.storage.database import Database

_SIGNED = "signed_lease"


def marks(db: Database) -> dict[LeaseId, tuple[bool, bool, bool, bool]]:
    """Of each lease: rests on a vedtak, is for the disadvantaged, has its copy, was made here."""
    found = db.select(
        lambda lease, *marks: (LeaseId(lease), *(bool(mark) for mark in marks)),
        "SELECT l.id, l.vedtak IS NOT NULL, l.for_disadvantaged,"
        " EXISTS (SELECT 1 FROM document d WHERE d.case_kind = 'lease' AND d.case_id = l.id"
        " AND d.kind = ?), EXISTS (SELECT 1 FROM lease_state s WHERE s.lease = l.id"
        " AND s.state = 'to_sign') FROM lease l",
        (_SIGNED,),
    )
    return {lease: (one, two, three, four) for lease, one, two, three, four in found}


def shared(db: Database) -> frozenset[DwellingId]:
    """Dwellings whose rooms are let one by one."""
    return frozenset(db.select(DwellingId, "SELECT id FROM dwelling WHERE shared_housing = 1"))


def let_bare(db: Database, day: date) -> tuple[tuple[DwellingId, str, date], ...]:
    """Dwellings that stand as let without a word on why, with the address and since when.

    One let on paper (ADR-02) says where its paper lies.
    """
    return db.select(
        lambda row, street, number, letter, unit, since: (
            DwellingId(row),
            address_text(street, number, letter, unit),
            date.fromisoformat(since),
        ),
        "SELECT d.id, d.street, d.house_number, d.house_letter, d.unit_number, s.since"
        " FROM dwelling d JOIN dwelling_status s ON s.id = (SELECT id FROM dwelling_status n"
        " WHERE n.dwelling = d.id AND n.since <= ? ORDER BY n.since DESC, n.id DESC LIMIT 1)"
        " WHERE s.status = 'let' AND s.reason = '' ORDER BY d.sort_key",
        (day.isoformat(),),
    )
