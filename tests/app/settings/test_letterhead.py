"""The frame of a letter: what every letter says alike, and when its parts are asked for."""

from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest

from app.core.text import Language
from app.documents.model import Document, Paragraph, Size
from app.documents.texts import Text
from app.settings.letterhead import letter_document, letterhead, sender_facts
from app.settings.model import OfficeProfile

LABELS = {
    "label_date": "Dato",
    "label_reference": "Referanse",
    "label_officer": "Saksbehandler",
    "label_phone": "Telefon",
    "label_exempt": "Unntatt",
    "exempt": "Ja",
}
TEXT = Text("letter", "nn", date(2026, 1, 1), "", LABELS)
OFFICE = OfficeProfile(name="Boligkontoret", phone="62 00 01 10")
MOMENT = datetime.fromisoformat("2026-11-23T10:00:00+01:00")
PARTS = ("FV-10 saksbehandler",)


@dataclass(frozen=True, slots=True)
class Letter:
    """As little as a letter needs to be framed."""

    office: OfficeProfile = OFFICE
    officer_name: str = "Eli Testmo"
    issued: datetime = MOMENT
    recipient: tuple[str, ...] = ("Kari Prøve", "Storgata 1")
    language: Language = Language.NN
    draft: bool = False


def framed(letter: Letter, *, drafts_too: bool = False) -> Document:
    """A letter with one line."""
    return letter_document(
        letter,
        "V-2026-0007",
        TEXT,
        title="Du får bolig",
        kind="Vedtak",
        blocks=(Paragraph("Hei."),),
        requires=PARTS,
        drafts_too=drafts_too,
    )


def test_a_letter_carries_what_the_sender_knows() -> None:
    letter = Letter()
    assert framed(letter) == Document(
        title="Du får bolig",
        language="nn",
        issued=letter.issued,
        reference="V-2026-0007",
        letterhead=letterhead(letter.office),
        recipient=letter.recipient,
        sender_facts=sender_facts(letter, "V-2026-0007", TEXT),
        blocks=(Paragraph("Hei."),),
        requires=PARTS,
        kind="Vedtak",
        size=Size.NORMAL,
    )


@pytest.mark.parametrize(
    ("draft", "drafts_too", "required"),
    [(False, False, PARTS), (False, True, PARTS), (True, False, ()), (True, True, PARTS)],
)
def test_a_draft_may_lack_parts_unless_the_letter_says_otherwise(
    draft: bool, drafts_too: bool, required: tuple[str, ...]
) -> None:
    document = framed(replace(Letter(), draft=draft), drafts_too=drafts_too)
    assert document.requires == required
    assert document.draft is draft


@pytest.mark.parametrize("demo", [True, False])
def test_a_letter_from_the_practice_register_is_marked(demo: bool) -> None:
    assert framed(Letter(office=OfficeProfile(demo=demo))).demo is demo
