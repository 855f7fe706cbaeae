"""The record of a document: as it is finished here, or as it came in."""

import hashlib
from datetime import datetime

from app.core.ids import DocumentId, PersonId, Ref
from app.core.text import Language
from app.documents.model import Document
from app.letters import rules
from app.letters.model import DocumentKind, Issued, MediaType, Source


def written(
    document: Document,
    content: bytes,
    kind: DocumentKind,
    number: str,
    case: Ref,
    person: PersonId | None,
    to_send: bool,
    *,
    kept: bool,
) -> Issued:
    """One written here; its content is rendered, and kept unless it is for paper alone."""
    if document.draft:
        raise ValueError("a draft is not issued")
    return Issued(
        id=DocumentId(0),
        kind=kind,
        number=number,
        title=document.title,
        case=case,
        person=person,
        language=Language(document.language),
        source=Source.WRITTEN,
        to_send=to_send,
        issued_at=document.issued,
        digest=digest_of(content),
        pages=rules.pages_of(content, MediaType.PDF),
        media_type=MediaType.PDF,
        kept=kept,
    )


def digest_of(content: bytes) -> str:
    """SHA-256 of the bytes as they are kept."""
    return hashlib.sha256(content).hexdigest()


def received(
    content: bytes,
    media_type: MediaType,
    kind: DocumentKind,
    number: str,
    title: str,
    case: Ref,
    person: PersonId | None,
    at: datetime,
) -> Issued:
    """A paper that came in on its case."""
    return Issued(
        id=DocumentId(0),
        kind=kind,
        number=number,
        title=title,
        case=case,
        person=person,
        language=Language.NB,
        source=Source.RECEIVED,
        to_send=False,
        issued_at=at,
        digest=digest_of(content),
        pages=rules.pages_of(content, media_type),
        media_type=media_type,
        kept=True,
    )
