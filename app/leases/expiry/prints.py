"""The letters before and after the end of a term. Pure (DOC-16, FV-25)."""

from app.core.days import day_and_month, day_and_year, day_in_words
from app.documents.form_model import Closing
from app.documents.model import Block, Document, Fact, Facts, Heading, Paragraph
from app.documents.texts import Text
from app.leases.expiry.model import TermLetter
from app.settings.letterhead import letter_document, signed, whom_to_ring

REQUEST_PARTS = (
    "DOC-16 leieavtale og siste dag",
    "DOC-16 oppfordring om å flytte",
    "DOC-16 nøkler",
    "DOC-16 videre bruk godtas ikke",
    "DOC-16 saksbehandler",
)
NOTE_PARTS = (
    "FV-25 leieavtale og siste dag",
    "FV-25 slik søker du",
    "FV-25 svar og klage",
    "FV-25 saksbehandler",
)


def move_out_request(letter: TermLetter, text: Text) -> Document:
    """The request to move; `text` is «move_out_request» in the tenant's language."""
    day = letter.draft.day
    until = day_and_month(day) if day else "…"
    keys = text.passage("keys", office=letter.sender.office.name, day=until)
    rows = (
        Fact(text.passage("label_lease"), letter.lease_number),
        Fact(text.passage("label_ended"), day_and_year(letter.end)),
    )
    return _letter(
        letter,
        text,
        title=text.passage("title", day=_in_words(letter)),
        blocks=(
            Facts(rows, part=REQUEST_PARTS[0]),
            *_request(letter, text),
            *_apply(letter, text),
            Heading(text.passage("heading_keys")),
            Paragraph(f"{keys} {text.passage('handback')}", part=REQUEST_PARTS[2]),
            Heading(text.passage("heading_stay")),
            Paragraph(
                f"{text.passage('not_accepted')} {text.passage('enforced')}", part=REQUEST_PARTS[3]
            ),
            Heading(text.passage("heading_help")),
            Paragraph(f"{text.passage('help')} {_asked(letter, text)}".strip()),
        ),
        requires=REQUEST_PARTS,
    )


def _request(letter: TermLetter, text: Text) -> tuple[Block, ...]:
    home = letter.home or text.passage("home_by_hand")
    facts = {"home": home, "end": day_and_year(letter.end)}
    asked = Paragraph(text.passage("request", **facts), part=REQUEST_PARTS[1])
    refused = (Paragraph(text.passage("refused", number=letter.refusal)),) if letter.refusal else ()
    return (*refused, asked, *_note(letter))


def _apply(letter: TermLetter, text: Text) -> tuple[Block, ...]:
    """How to ask for a new lease, unless that has been refused (FV-25)."""
    if letter.refusal:
        return ()
    day = letter.draft.day
    until = day_and_month(day) if day else "…"
    return (Heading(text.passage("heading_apply")), Paragraph(text.passage("apply", day=until)))


def expiry_note(letter: TermLetter, text: Text) -> Document:
    """What happens when the term ends, and how to ask to stay; `text` is «expiry_note»."""
    end = day_and_year(letter.end)
    home = letter.home or text.passage("home_by_hand")
    stay, asked = text.passage("stay", day=_in_words(letter)), _asked(letter, text)
    rows = (
        Fact(text.passage("label_lease"), letter.lease_number),
        Fact(text.passage("label_home"), letter.home),
        Fact(text.passage("label_end"), end),
        Fact(text.passage("label_answer"), "", lead=_in_words(letter)),
    )
    return _letter(
        letter,
        text,
        title=text.passage("title", end=end),
        blocks=(
            Facts(tuple(row for row in rows if row.value or row.lead), part=NOTE_PARTS[0]),
            Paragraph(text.passage("ends", home=home, end=end)),
            *_note(letter),
            Heading(text.passage("heading_stay")),
            Paragraph(f"{stay} {text.passage('tell')}", part=NOTE_PARTS[1]),
            Paragraph(text.passage("decided"), part=NOTE_PARTS[2]),
            Heading(text.passage("heading_move")),
            Paragraph(text.passage("move", end=day_and_month(letter.end))),
            *((Paragraph(asked),) if asked else ()),
        ),
        requires=NOTE_PARTS,
    )


def _in_words(letter: TermLetter) -> str:
    day = letter.draft.day
    return day_in_words(day, letter.sender.language) if day else "…"


def _note(letter: TermLetter) -> tuple[Block, ...]:
    note = letter.draft.note.strip()
    return (Paragraph(note),) if note else ()


def _letter(
    letter: TermLetter,
    text: Text,
    *,
    title: str,
    blocks: tuple[Block, ...],
    requires: tuple[str, ...],
) -> Document:
    return letter_document(
        letter.sender,
        letter.number,
        text,
        title=title,
        kind=text.passage("kind"),
        blocks=(*blocks, _close(letter, text, requires[-1])),
        requires=requires,
    )


def _asked(letter: TermLetter, text: Text) -> str:
    return whom_to_ring(letter.sender, text)


def _close(letter: TermLetter, text: Text, part: str) -> Closing:
    return signed(letter.sender, text, part, letter.copies)
