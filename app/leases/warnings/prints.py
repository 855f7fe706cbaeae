"""The written warning: from the record to a document. Pure (DOC-18, HL-68)."""

from app.core.days import day_in_words
from app.documents.form_model import Closing
from app.documents.model import Block, Bullets, Document, Fact, Facts, Heading, Paragraph
from app.documents.texts import Text
from app.leases.warnings.model import WarningLetter
from app.settings.letterhead import letter_document, questions, signed

PARTS = (
    "DOC-18 hva som har hendt",
    "DOC-18 regelen som er brutt",
    "DOC-18 hva som må endres",
    "DOC-18 frist",
    "DOC-18 følgen, § 9-9",
    "DOC-18 saksbehandler",
)


def warning_letter(letter: WarningLetter, text: Text) -> Document:
    """The whole letter; `text` is «warning» in the reader's language."""
    draft = letter.draft
    return letter_document(
        letter.sender,
        letter.number,
        text,
        title=text.passage("title"),
        kind=text.passage("kind"),
        blocks=(
            Facts(_facts(letter, text), part=PARTS[3] if draft.change_by else ""),
            Heading(text.passage("heading_facts")),
            Paragraph(text.passage("told")),
            *_happened(letter),
            Heading(text.passage("heading_rule")),
            *_rule(letter, text),
            Heading(text.passage("heading_change")),
            *((Paragraph(draft.change.strip(), part=PARTS[2]),) if draft.change.strip() else ()),
            Heading(text.passage("heading_then")),
            Paragraph(text.passage("then"), part=PARTS[4]),
            Paragraph(text.passage("disagree")),
            *_ask(letter, text),
            _close(letter, text),
        ),
        requires=PARTS,
    )


def _facts(letter: WarningLetter, text: Text) -> tuple[Fact, ...]:
    where = (Fact(text.passage("label_dwelling"), letter.address),) if letter.address else ()
    day = letter.draft.change_by
    by = day_in_words(day, letter.sender.language) if day else ""
    return (
        Fact(text.passage("label_lease"), letter.lease_number),
        *where,
        *((Fact(text.passage("label_change_by"), "", lead=by),) if by else ()),
    )


def _happened(letter: WarningLetter) -> tuple[Block, ...]:
    lines = tuple(line.strip() for line in letter.draft.facts.splitlines() if line.strip())
    return (Bullets(lines, part=PARTS[0]),) if lines else ()


def _rule(letter: WarningLetter, text: Text) -> tuple[Block, ...]:
    if letter.draft.broken is None:
        return ()
    return (Paragraph(text.passage(f"rule_{letter.draft.broken.value}"), part=PARTS[1]),)


def _ask(letter: WarningLetter, text: Text) -> tuple[Block, ...]:
    return questions(letter.sender, text)


def _close(letter: WarningLetter, text: Text) -> Closing:
    return signed(letter.sender, text, PARTS[5], letter.copies)
