"""A letter with everything in it, and what its reader gets to read."""

from dataclasses import replace
from datetime import date, datetime

from app.applications.answers.model import LetterKind
from app.applications.answers.prints import CitizenLetter, Texts, citizen_letter
from app.applications.intake.model import PaperKind
from app.applications.model import ApplicationKind, Delay
from app.core.cases import CaseKind
from app.core.periods import Period, Unit
from app.core.text import Language
from app.documents.model import Document
from app.documents.parts import blocks_of, texts_of
from app.documents.texts import load_text
from app.settings.model import OfficeProfile

LETTER = CitizenLetter(
    kind=LetterKind.RECEIPT,
    office=OfficeProfile(
        municipality="Lia kommune",
        name="Boligkontoret",
        address="Rådhusgata 1",
        postal_code="2211",
        postal_place="Lia",
        phone="55 55 33 39",
        email="bolig@lia.example",
        web="lia.example",
    ),
    officer_name="Siri Testmo",
    officer_title="boligkonsulent",
    recipient=("Even Prøvland", "Prøvegata 7", "2211 LIA"),
    issued=datetime.fromisoformat("2026-11-23T10:00:00+01:00"),
    language=Language.NB,
    number="B-2026-14",
    application_number="S2026-014",
    case=CaseKind.ALLOCATION,
    asked=ApplicationKind.NEW,
    received_on=date(2026, 10, 26),
    day=date(2026, 12, 18),
    heard_on=date(2026, 10, 26),
    promised=date(2026, 11, 20),
    valid_for=Period(12, Unit.MONTHS),
    delay=Delay.QUEUE,
    papers=(PaperKind.IDENTITY, PaperKind.INCOME, PaperKind.TAX_RETURN),
)


def a_letter(kind: LetterKind = LetterKind.RECEIPT, **changes: object) -> Document:
    """The letter as a document, with some of it changed."""
    changed = replace(LETTER, kind=kind, **changes)  # type: ignore[arg-type]  # its own fields
    day, language = changed.issued.date(), changed.language
    texts = Texts(
        load_text("citizen_letter", language.value, day),
        load_text(kind.value, language.value, day),
        load_text("missing_papers", language.value, day),
    )
    return citizen_letter(changed, texts)


def running_text(document: Document) -> str:
    """Everything the reader gets to read after the address, a block a line."""
    lines = [document.title]
    for block in blocks_of(document.blocks):
        if not getattr(block, "blocks", ()):
            lines.extend(texts_of(block))
    return "\n".join(line for line in lines if line.strip())
