"""SQL of finished documents."""

from collections.abc import Iterable
from datetime import date, datetime

from app.core.addresses import HeldAddress
from app.core.ids import DocumentId, PersonId, Ref
from app.core.text import Language
from app.letters.model import (
    Channel,
    Dispatch,
    DocumentKind,
    DocumentRow,
    DocumentState,
    Issued,
    KeptRow,
    MediaType,
    Source,
    ToSendRow,
)
from app.letters.rules import state_of
from app.storage.database import Database
from app.storage.unit import Unit

# a letter under «Skal sendes» has no sending that has not come back
_STANDING = "SELECT 1 FROM dispatch s WHERE s.document = d.id AND s.returned_on IS NULL"
_DECIDED = "(SELECT state FROM document_state t WHERE t.document = d.id ORDER BY t.id DESC LIMIT 1)"


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


def dispatches(db: Database, document: DocumentId) -> tuple[Dispatch, ...]:
    """Every sending, oldest first."""
    return db.select(
        _dispatch,
        "SELECT id, sent_on, channel, proof, arrived_on, returned_on, note FROM dispatch"
        " WHERE document = ? ORDER BY sent_on, id",
        (document,),
    )


def _dispatch(
    dispatch: int,
    sent_on: str,
    channel: str,
    proof: str,
    arrived_on: str | None,
    returned_on: str | None,
    note: str,
) -> Dispatch:
    return Dispatch(
        dispatch,
        date.fromisoformat(sent_on),
        Channel(channel),
        proof,
        _day(arrived_on),
        _day(returned_on),
        note,
    )


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


_ROW = (
    "SELECT d.id, d.kind, d.number, d.title, d.source, d.issued_at, d.pages, d.media_type,"
    " EXISTS (SELECT 1 FROM document_content c WHERE c.id = d.id),"
    f" {_DECIDED}, x.id, x.sent_on, x.channel, x.arrived_on, x.returned_on"
)
_LATEST_SENDING = (
    " LEFT JOIN dispatch x ON x.id ="
    " (SELECT s.id FROM dispatch s WHERE s.document = d.id"
    " ORDER BY s.returned_on IS NULL DESC, s.arrived_on IS NOT NULL DESC,"
    " s.sent_on DESC, s.id DESC LIMIT 1)"
)


def of(db: Database, case: Ref) -> tuple[DocumentRow, ...]:
    """Every document of a case, newest first."""
    return db.select(
        _row,
        f"{_ROW} FROM document d{_LATEST_SENDING}"
        " WHERE d.case_kind = ? AND d.case_id = ? ORDER BY d.issued_at DESC, d.id DESC",
        (case.kind, case.id),
    )


def rows(db: Database) -> tuple[KeptRow, ...]:
    """Every document of all, newest first."""
    return db.select(
        lambda *row: KeptRow(_row(*row[:-4]), Ref(*row[-4:-2]), row[-2] or "", bool(row[-1])),
        f"{_ROW}, d.case_kind, d.case_id, trim(p.given_name || ' ' || p.family_name), d.to_send"
        f" FROM document d{_LATEST_SENDING} LEFT JOIN person p ON p.id = d.person"
        " ORDER BY d.issued_at DESC, d.id DESC",
    )


def _row(
    document: int,
    kind: str,
    number: str,
    title: str,
    source: str,
    issued_at: str,
    pages: int,
    media_type: str,
    kept: int,
    state: str | None,
    dispatch: int | None,
    sent_on: str | None,
    channel: str | None,
    arrived_on: str | None,
    returned_on: str | None,
) -> DocumentRow:
    sendings: tuple[Dispatch, ...] = ()
    if dispatch is not None and sent_on is not None and channel is not None:
        sendings = (_dispatch(dispatch, sent_on, channel, "", arrived_on, returned_on, ""),)
    return DocumentRow(
        id=DocumentId(document),
        kind=DocumentKind(kind),
        number=number,
        title=title,
        source=Source(source),
        issued_at=datetime.fromisoformat(issued_at),
        pages=pages,
        media_type=MediaType(media_type),
        kept=bool(kept),
        state=state_of(sendings, DocumentState(state) if state else None),
        sent_on=_day(sent_on),
        channel=Channel(channel) if channel else None,
        arrived_on=_day(arrived_on),
    )


def to_send(db: Database) -> tuple[ToSendRow, ...]:
    """Letters that are finished and not on their way, the oldest first."""
    return db.select(
        _to_send_row,
        "SELECT d.id, d.kind, d.number, d.title, d.case_kind, d.case_id, d.person,"
        " coalesce(trim(p.given_name || ' ' || p.family_name), ''), d.issued_at,"
        " (SELECT max(r.returned_on) FROM dispatch r WHERE r.document = d.id)"
        " FROM document d LEFT JOIN person p ON p.id = d.person"
        f" WHERE d.to_send = 1 AND NOT EXISTS ({_STANDING}) AND {_DECIDED} IS NULL"
        " ORDER BY d.issued_at, d.id",
    )


def _to_send_row(
    document: int,
    kind: str,
    number: str,
    title: str,
    case_kind: str,
    case_id: int,
    person: int | None,
    name: str,
    issued_at: str,
    returned_on: str | None,
) -> ToSendRow:
    return ToSendRow(
        id=DocumentId(document),
        kind=DocumentKind(kind),
        number=number,
        title=title,
        case=Ref(case_kind, case_id),
        person=None if person is None else PersonId(person),
        name=name,
        issued_on=datetime.fromisoformat(issued_at).date(),
        returned_on=_day(returned_on),
    )


def sent_on(db: Database, case: Ref, kind: DocumentKind) -> date | None:
    """The first day that a document of a kind went out on a case, and is not annulled."""
    return db.first(
        date.fromisoformat,
        "SELECT s.sent_on FROM dispatch s JOIN document d ON d.id = s.document"
        " WHERE d.case_kind = ? AND d.case_id = ? AND d.kind = ? AND s.returned_on IS NULL"
        f" AND coalesce({_DECIDED}, '') <> 'annulled' ORDER BY s.sent_on LIMIT 1",
        (case.kind, case.id, kind.value),
    )


# documents of records that were joined into a person's keep the old record's id for good
_KEPT_OF = (
    "WITH RECURSIVE same(id, person) AS (SELECT id, id FROM person WHERE id IN ({marks})"
    " UNION SELECT p.id, s.person FROM person p JOIN same s ON p.merged_into = s.id),"
    " kept(id, person) AS (SELECT d.id, same.person FROM document d JOIN same ON same.id = d.person"
    " WHERE EXISTS (SELECT 1 FROM document_content c WHERE c.id = d.id))"
)
_PARTS = (
    ("document_state", "document"),
    ("dispatch", "document"),
    ("document_copy", "document"),
    ("document_content", "id"),
)


def held(db: Database, people: Iterable[PersonId]) -> tuple[HeldAddress, ...]:
    """Every row of the kept documents of the given persons, in the order they may be deleted."""
    known = sorted(people)
    rows = " UNION ALL ".join(
        f"SELECT {place} AS place, '{table}' AS kind, t.id AS id, kept.person AS person"
        f" FROM {table} t JOIN kept ON kept.id = t.{column}"
        for place, (table, column) in enumerate((*_PARTS, ("document", "id")))
    )
    return db.select(
        lambda kind, row, person: HeldAddress(Ref(kind, row), PersonId(person)),
        f"{_KEPT_OF.format(marks=', '.join('?' * len(known)))}"
        f" SELECT kind, id, person FROM ({rows}) ORDER BY place, id",
        known,
    )


def forget(unit: Unit, rows: tuple[HeldAddress, ...]) -> None:
    """Delete what `held` found; a document that one of them had replaced lives on."""
    for row in rows:
        if row.ref.kind == "document":
            unit.execute(
                "UPDATE document_state SET replaced_by = NULL WHERE replaced_by = ?", (row.ref.id,)
            )
        unit.delete(row.ref.kind, row.ref.id)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
