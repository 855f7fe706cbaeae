"""SQL of finished documents."""

from datetime import datetime

from app.core.ids import DocumentId, PersonId, Ref
from app.core.text import Language
from app.letters.model import DocumentKind, DocumentState, Issued, MediaType, Source
from app.storage.database import Database
from app.storage.unit import Unit

DECIDED = "(SELECT state FROM document_state t WHERE t.document = d.id ORDER BY t.id DESC LIMIT 1)"


def insert(unit: Unit, issued: Issued, content: bytes) -> DocumentId:
    """A document's row, and its content where that is kept; the id of `issued` is not read."""
    document = unit.insert(
        "document",
        kind=issued.kind,
        number=issued.number,
        title=issued.title,
        case_kind=issued.case.kind,
        case_id=issued.case.id,
        person=issued.person,
        language=issued.language,
        source=issued.source,
        to_send=issued.to_send,
        issued_at=issued.issued_at.isoformat(),
        digest=issued.digest,
        pages=issued.pages,
        media_type=issued.media_type,
    )
    if issued.kept:
        unit.insert("document_content", id=document, content=content)
    return DocumentId(document)


def get(db: Database, document: DocumentId) -> Issued | None:
    """One document without its content."""
    return db.first(
        _issued,
        "SELECT d.id, kind, number, title, case_kind, case_id, person, language, source, to_send,"
        " issued_at, digest, pages, media_type,"
        " EXISTS (SELECT 1 FROM document_content c WHERE c.id = d.id)"
        " FROM document d WHERE d.id = ?",
        (document,),
    )


def _issued(
    document: int,
    kind: str,
    number: str,
    title: str,
    case_kind: str,
    case_id: int,
    person: int | None,
    language: str,
    source: str,
    to_send: int,
    issued_at: str,
    digest: str,
    pages: int,
    media_type: str,
    kept: int,
) -> Issued:
    return Issued(
        id=DocumentId(document),
        kind=DocumentKind(kind),
        number=number,
        title=title,
        case=Ref(case_kind, case_id),
        person=None if person is None else PersonId(person),
        language=Language(language),
        source=Source(source),
        to_send=bool(to_send),
        issued_at=datetime.fromisoformat(issued_at),
        digest=digest,
        pages=pages,
        media_type=MediaType(media_type),
        kept=bool(kept),
    )


def content(db: Database, document: DocumentId) -> bytes | None:
    """The bytes as they were kept."""
    return db.first(bytes, "SELECT content FROM document_content WHERE id = ?", (document,))


def has_number(db: Database, number: str) -> bool:
    """Whether the number is given."""
    return bool(db.value(int, "SELECT count(*) FROM document WHERE number = ?", (number,)))


def numbers_from(db: Database, start: str) -> list[str]:
    """Every document number that begins so, by the index of numbers."""
    end = start[:-1] + chr(ord(start[-1]) + 1)
    found = db.column("SELECT number FROM document WHERE number >= ? AND number < ?", (start, end))
    return [str(number) for number in found]


def decided(db: Database, document: DocumentId) -> DocumentState | None:
    """Whether it is annulled or superseded."""
    return db.first(
        DocumentState,
        "SELECT state FROM document_state WHERE document = ? ORDER BY id DESC LIMIT 1",
        (document,),
    )


def decide(
    unit: Unit,
    document: DocumentId,
    state: DocumentState,
    reason: str,
    replaced_by: DocumentId | None = None,
) -> None:
    """Annulled or superseded from today, and why."""
    unit.insert(
        "document_state",
        document=document,
        since=unit.today,
        state=state,
        reason=reason,
        replaced_by=replaced_by,
    )
