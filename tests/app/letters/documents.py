"""A small letter and small papers for the tests of this slice."""

from dataclasses import replace
from datetime import datetime

from app.core.ids import DocumentId, PersonId, Ref
from app.documents.model import Document, Fact, Letterhead, Paragraph
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.storage.database import Database

CASE = Ref("application", 7)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
JPEG = b"\xff\xd8\xff\xe0" + bytes(20)
PDF = b"%PDF-1.7\n1 0 obj <</Type /Page>> 2 0 obj <</Type/Page>> <</Type /Pages>>"

LETTER = Document(
    title="Du får svar senest fredag 18. desember 2026",
    language="nb",
    issued=datetime.fromisoformat("2026-11-23T10:00:00+01:00"),
    reference="B-2026-1",
    letterhead=Letterhead("Lia kommune"),
    recipient=("Kari Prøvland", "Testbakken 12", "2211 Lia"),
    sender_facts=(Fact("Dato", "23. november 2026"),),
    blocks=(Paragraph("Vi har fått søknaden din.", part="DOC-06 mottatt"),),
    requires=("DOC-06 mottatt",),
)


def issued_letter(
    db: Database,
    *,
    person: PersonId | None = None,
    number: str = "B-2026-1",
    to_send: bool = True,
    case: Ref = CASE,
) -> DocumentId:
    """A letter issued today on the case."""
    with db.unit("letter.issued") as unit:
        return Letters(db).issue(
            unit,
            replace(LETTER, reference=number),
            kind=DocumentKind.PRELIMINARY_REPLY,
            number=number,
            case=case,
            person=person,
            to_send=to_send,
        )
