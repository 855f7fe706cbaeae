"""SQL of notes to units, and that they were read."""

from datetime import date

from app.core.ids import DocumentId, EvictionCaseId, ServiceUnitId
from app.evictions.units.model import NoteDraft, TellingGround, UnitNote
from app.people.consents.model import Consent
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

# an annulled letter told nobody anything
_NOTES = (
    "SELECT n.id, n.eviction_case, n.service_unit, n.document, n.issued_on, n.ground, n.contact,"
    " (SELECT min(s.sent_on) FROM dispatch s WHERE s.document = n.document"
    "  AND s.returned_on IS NULL AND s.sent_on <= ?1), r.read_on, coalesce(r.read_by, '')"
    " FROM unit_note n LEFT JOIN unit_note_read r ON r.id ="
    " (SELECT max(x.id) FROM unit_note_read x WHERE x.unit_note = n.id AND x.read_on <= ?1)"
    " WHERE n.issued_on <= ?1 AND NOT EXISTS (SELECT 1 FROM document_state d"
    "  WHERE d.document = n.document AND d.state = 'annulled')"
)


def insert(
    unit: Unit,
    case: EvictionCaseId,
    draft: NoteDraft,
    document: DocumentId,
    consent: Consent | None,
    contact: str,
) -> int:
    """A note that was written."""
    return unit.insert(
        "unit_note",
        eviction_case=case,
        service_unit=draft.unit,
        document=document,
        issued_on=unit.today,
        ground=draft.ground,
        consent=None if consent is None else consent.id,
        because=draft.because.strip(),
        asks=draft.asks.strip(),
        contact=contact,
    )


def add_read(unit: Unit, note: int, read_on: date, read_by: str) -> None:
    """Somebody there has read it."""
    unit.insert("unit_note_read", unit_note=note, read_on=read_on, read_by=read_by.strip())


def of(db: Database, case: EvictionCaseId, day: date) -> tuple[UnitNote, ...]:
    """Every note of a case, oldest first."""
    sql = f"{_NOTES} AND n.eviction_case = ?2 ORDER BY n.id"
    return db.select(_note, sql, (day.isoformat(), case))


def get(db: Database, note: int, day: date) -> UnitNote | None:
    """One note."""
    return db.first(_note, f"{_NOTES} AND n.id = ?2", (day.isoformat(), note))


def everyone(db: Database, day: date) -> tuple[UnitNote, ...]:
    """The notes of all cases, oldest first."""
    return db.select(_note, f"{_NOTES} ORDER BY n.id", (day.isoformat(),))


def _note(
    row: int,
    case: int,
    unit: int,
    document: int | None,
    issued: str,
    ground: str,
    contact: str,
    *days: str | None,
) -> UnitNote:
    sent, read, by = days
    return UnitNote(
        id=row,
        case=EvictionCaseId(case),
        unit=ServiceUnitId(unit),
        document=None if document is None else DocumentId(document),
        issued_on=date.fromisoformat(issued),
        ground=TellingGround(ground),
        contact=contact,
        sent_on=day_or_none(sent),
        read_on=day_or_none(read),
        read_by=by or "",
    )
