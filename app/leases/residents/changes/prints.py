"""The landlord's notice after a death: who may take over, and by when. Pure (HL-38, HL-70)."""

from app.core.days import day_and_year, length_in_words
from app.documents.form_model import Closing
from app.documents.model import Block, Bullets, Document, Fact, Facts, Heading, Paragraph
from app.documents.texts import Text
from app.leases.residents.changes.model import EntryNotice
from app.settings.letterhead import letter_document, questions, signed

PARTS = (
    "HL-38 leieforholdet",
    "HL-38 hvem som kan tre inn",
    "HL-38 frist",
    "HL-70 oppsigelse",
    "HL-38 saksbehandler",
)


def entry_notice(letter: EntryNotice, text: Text) -> Document:
    """The whole letter; `text` is «entry_notice» in the tenant's language."""
    sender = letter.sender
    return letter_document(
        sender,
        letter.number,
        text,
        title=text.passage("title"),
        kind=text.passage("kind"),
        blocks=(
            Paragraph(
                text.passage(
                    "condolence", name=letter.tenant_name, day=day_and_year(letter.died_on)
                )
            ),
            _lease(letter, text),
            Paragraph(text.passage("about")),
            *_who(letter, text),
            *_by_when(letter, text),
            Heading(text.passage("heading_else")),
            Paragraph(
                text.passage("else", notice=length_in_words(letter.notice, sender.language)),
                part=PARTS[3],
            ),
            Paragraph(text.passage("rent")),
            *_questions(letter, text),
            _close(letter, text),
        ),
        requires=PARTS,
    )


def _lease(letter: EntryNotice, text: Text) -> Facts:
    where = ", ".join(filter(None, (letter.home, letter.lease_number)))
    return Facts((Fact(text.passage("label_lease"), where),), part=PARTS[0])


def _who(letter: EntryNotice, text: Text) -> tuple[Block, ...]:
    together = length_in_words(letter.common_household, letter.sender.language)
    rights = (
        text.passage("right_spouse"),
        text.passage("right_descendant", together=together),
        text.passage("right_household_member"),
    )
    return (
        Heading(text.passage("heading_who")),
        Paragraph(text.passage("who")),
        Bullets(rights, part=PARTS[1]),
    )


def _by_when(letter: EntryNotice, text: Text) -> tuple[Block, ...]:
    within = length_in_words(letter.answer_within, letter.sender.language)
    return (
        Heading(text.passage("heading_answer", within=within)),
        Paragraph(text.passage("answer", within=within), part=PARTS[2]),
    )


def _questions(letter: EntryNotice, text: Text) -> tuple[Block, ...]:
    return questions(letter.sender, text)


def _close(letter: EntryNotice, text: Text) -> Closing:
    return signed(letter.sender, text, PARTS[4])
