"""The prior notice: from the record to a document. Pure (DOC-07, FV-04)."""

from datetime import date

from app.core.days import day_and_year, day_in_words
from app.decisions.notices.model import NoticeLetter
from app.documents.form_model import Closing
from app.documents.model import Block, Document, Fact, Facts, Heading, Paragraph
from app.documents.texts import Text
from app.settings.letterhead import letter_document, questions, signed

PARTS = (
    "DOC-07 hva saken gjelder",
    "DOC-07 det du kan si",
    "DOC-07 frist",
    "DOC-07 innsyn",
    "DOC-07 saksbehandler",
)


def notice_letter(letter: NoticeLetter, text: Text) -> Document:
    """The whole letter; `text` is «prior_notice» in the reader's language."""
    sender, answer_by = letter.sender, letter.draft.answer_by
    return letter_document(
        sender,
        letter.number,
        text,
        title=text.passage("title"),
        kind=text.passage("kind"),
        blocks=(
            *(_deadline(letter, answer_by, text) if answer_by else ()),
            Heading(text.passage("heading_about")),
            Paragraph(letter.draft.about, part=PARTS[0]),
            Paragraph(text.passage("not_decided")),
            Heading(text.passage("heading_needed")),
            Paragraph(letter.draft.needed, part=PARTS[1]),
            Paragraph(text.passage("how", office=sender.office.name)),
            Paragraph(text.passage("papers"), part=PARTS[3]),
            Heading(text.passage("heading_then")),
            Paragraph(text.passage("then")),
            *_ask(letter, text),
            _close(letter, text),
        ),
        requires=PARTS,
    )


def _deadline(letter: NoticeLetter, answer_by: date, text: Text) -> tuple[Block, ...]:
    vedtak, language = letter.vedtak, letter.sender.language
    issued = day_and_year(vedtak.issued_on) if vedtak.issued_on else ""
    lead = text.passage("answer_lead", day=day_in_words(answer_by, language))
    about = text.passage("about_vedtak", number=vedtak.number, day=issued)
    rows = (
        Fact(text.passage("label_about"), about),
        Fact(text.passage("label_answer"), "", lead=lead),
    )
    return (Facts(rows, part=PARTS[2]),)


def _ask(letter: NoticeLetter, text: Text) -> tuple[Block, ...]:
    return questions(letter.sender, text)


def _close(letter: NoticeLetter, text: Text) -> Closing:
    return signed(letter.sender, text, PARTS[4], letter.copies)
