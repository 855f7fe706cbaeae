"""SQL of lists of documents: of a case, of all, and those under «Skal sendes»."""

import json
from collections.abc import Sequence
from datetime import datetime

from app.core.ids import DocumentId, PersonId, Ref
from app.letters.dispatch_store import dispatch_of
from app.letters.model import (
    Channel,
    Dispatch,
    DocumentKind,
    DocumentRow,
    DocumentState,
    KeptRow,
    MediaType,
    Source,
    ToSendRow,
)
from app.letters.rules import state_of
from app.letters.store import DECIDED
from app.storage.columns import day_or_none
from app.storage.database import Database

_ROW = (
    "SELECT d.id, d.kind, d.number, d.title, d.source, d.issued_at, d.pages, d.media_type,"
    " EXISTS (SELECT 1 FROM document_content c WHERE c.id = d.id),"
    f" {DECIDED}, x.id, x.sent_on, x.channel, x.arrived_on, x.returned_on"
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


def some(db: Database, documents: tuple[DocumentId, ...]) -> tuple[DocumentRow, ...]:
    """These, newest first."""
    return db.select(
        _row,
        f"{_ROW} FROM document d{_LATEST_SENDING}"
        " WHERE d.id IN (SELECT value FROM json_each(?)) ORDER BY d.issued_at DESC, d.id DESC",
        (json.dumps(documents),),
    )


FROM = f" FROM document d{_LATEST_SENDING} LEFT JOIN person p ON p.id = d.person"
"""SQL: documents `d`, each with its latest sending `x` and whom it is to or from, `p`."""


def rows(db: Database) -> tuple[KeptRow, ...]:
    """Every document of all, newest first."""
    return kept(db, " ORDER BY d.issued_at DESC, d.id DESC")


def kept(db: Database, rest: str, values: Sequence[str] = ()) -> tuple[KeptRow, ...]:
    """Those of all documents that the rest of a statement takes out of `FROM`."""
    return db.select(
        lambda *row: KeptRow(_row(*row[:-4]), Ref(*row[-4:-2]), row[-2] or "", bool(row[-1])),
        f"{_ROW}, d.case_kind, d.case_id, trim(p.given_name || ' ' || p.family_name), d.to_send"
        f"{FROM}{rest}",
        values,
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
        sendings = (dispatch_of(dispatch, sent_on, channel, "", arrived_on, returned_on, ""),)
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
        sent_on=day_or_none(sent_on),
        channel=Channel(channel) if channel else None,
        arrived_on=day_or_none(arrived_on),
    )


_OF_SOME = " WHERE d.person IN (SELECT value FROM json_each(?1))"


def to_send(db: Database, people: tuple[PersonId, ...] | None = None) -> tuple[ToSendRow, ...]:
    """Letters that are finished and not on their way, of all or to some, the oldest first."""
    return db.select(
        _to_send_row,
        "SELECT d.id, d.kind, d.number, d.title, d.case_kind, d.case_id, d.person,"
        " coalesce(trim(p.given_name || ' ' || p.family_name), ''), d.issued_at,"
        " (SELECT max(r.returned_on) FROM dispatch r WHERE r.document = d.id),"
        " EXISTS (SELECT 1 FROM document_content c WHERE c.id = d.id)"
        " FROM letter_waiting w CROSS JOIN document d ON d.id = w.id"
        f" LEFT JOIN person p ON p.id = d.person{'' if people is None else _OF_SOME}"
        " ORDER BY d.issued_at, d.id",
        () if people is None else (json.dumps([*people]),),
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
    kept: int,
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
        returned_on=day_or_none(returned_on),
        kept=kept == 1,
    )
