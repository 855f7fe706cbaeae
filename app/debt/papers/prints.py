"""The letter «Papirer vi mangler»: which, by when, and that nobody must have them all. Pure."""

from app.core.days import day_in_words
from app.debt.papers.model import PaperLetter
from app.documents.model import Block, Bullets, Callout, Document, Heading, Paragraph
from app.documents.texts import Text
from app.settings.letterhead import letter_document, signed, whom_to_ring

PARTS = (
    "GJ-03 papirene",
    "FV-03 dagen",
    "FV-03 hjelp",
    "GJ-02 når det haster",
    "FV-03 hvem som kan ringes",
    "saksbehandler",
)


def papers_letter(letter: PaperLetter, text: Text) -> Document:
    """The whole letter; `text` is «debt_papers» in the reader's language."""
    return letter_document(
        letter.sender,
        letter.number,
        text,
        title=text.passage("title"),
        kind=text.passage("kind"),
        blocks=tuple(_blocks(letter, text)),
        requires=PARTS,
    )


def _blocks(letter: PaperLetter, text: Text) -> list[Block]:
    asked = tuple(text.passage(f"paper_{kind}") for kind in letter.kinds)
    blocks: list[Block] = [Paragraph(text.passage("why")), Heading(text.passage("heading_papers"))]
    if asked:
        blocks.append(Bullets(asked, part=PARTS[0]))
    if letter.words.strip():
        blocks.append(Paragraph(letter.words.strip()))
    if letter.answer_by is not None:
        day = day_in_words(letter.answer_by, letter.sender.language)
        by = text.passage("by", day=day)
        blocks.append(Callout(by, text.passage("how"), part=PARTS[1]))
    blocks += [
        Heading(text.passage("heading_help")),
        Paragraph(f"{text.passage('not_all')} {text.passage('unopened')}", part=PARTS[2]),
        Paragraph(text.passage("acute"), part=PARTS[3]),
    ]
    ring = whom_to_ring(letter.sender, text)
    if ring:
        blocks.append(Paragraph(ring, part=PARTS[4]))
    return [*blocks, signed(letter.sender, text, PARTS[5])]
