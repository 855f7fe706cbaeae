"""«Begrunnelse for vedtaket»: from the record to a document. Pure (FV-09, FV-10, FV-12)."""

from app.core.days import day_and_year
from app.decisions.appeal_prints import right_to_appeal
from app.decisions.prints import ALWAYS
from app.decisions.reason_prints import REASON_PARTS
from app.decisions.reasons.model import ReasonsLetter
from app.documents.form_model import Closing
from app.documents.model import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
)
from app.documents.texts import Text
from app.settings.letterhead import letter_document, signed

DEMAND_PART = "FV-12 vedtaket"
PARTS = (DEMAND_PART, *REASON_PARTS, *ALWAYS)


def reasons_letter(letter: ReasonsLetter, text: Text, appeal: Text) -> Document:
    """The whole letter; `text` is «reasons_letter», `appeal` that of the right to appeal."""
    return letter_document(
        letter.told.sender,
        letter.number,
        appeal,
        title=text.passage("title"),
        kind=text.passage("kind"),
        blocks=(
            _about(letter, text),
            Paragraph(text.passage("answer")),
            Heading(text.passage("heading_why")),
            *_reasons(letter, text),
            *_evaluation(letter, text),
            *right_to_appeal(letter.told, appeal),
            _close(letter, text),
        ),
        requires=PARTS,
    )


def _about(letter: ReasonsLetter, text: Text) -> Facts:
    vedtak = letter.told.vedtak
    issued = day_and_year(vedtak.issued_on) if vedtak.issued_on else ""
    rows = (
        Fact(
            text.passage("label_vedtak"),
            text.passage("about_vedtak", number=vedtak.number, day=issued),
        ),
        Fact(text.passage("label_asked"), day_and_year(letter.demanded_on)),
    )
    return Facts(rows, part=DEMAND_PART)


def _reasons(letter: ReasonsLetter, text: Text) -> tuple[Block, ...]:
    names = ("reasons_rules", "reasons_facts", "reasons_considerations")
    return tuple(
        Paragraph(words, lead=text.passage(name), part=part)
        for name, words, part in zip(names, letter.draft.blocks, REASON_PARTS, strict=True)
        if words
    )


def _evaluation(letter: ReasonsLetter, text: Text) -> tuple[Block, ...]:
    if not letter.evaluation:
        return ()
    return (Heading(text.passage("heading_evaluation")), Bullets(letter.evaluation))


def _close(letter: ReasonsLetter, text: Text) -> Closing:
    return signed(letter.told.sender, text, "FV-10 saksbehandler", letter.told.copies)
