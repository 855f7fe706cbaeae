"""The letters about a new rent: by the index, and to the level of the area (DOC-20). Pure."""

from app.core.days import day_and_year, length_in_words, month_in_words
from app.core.money import format_kroner
from app.core.price_index import factor_text, index_text, rise_percent
from app.core.text import percent
from app.documents.form_model import Closing
from app.documents.model import Block, Document, Fact, Facts, Heading, Paragraph
from app.documents.texts import Text
from app.leases.rents.model import IndexStep, RentChangeKind, RentLetter
from app.settings.letterhead import letter_document, signed, whom_to_ring

INDEX_PARTS = (
    "DOC-20 gammel og ny leie",
    "HL-24 dagen den gjelder fra",
    "HL-22 måneder og indekstall",
    "DOC-20 uenighet",
    "DOC-20 saksbehandler",
)
PREVAILING_PARTS = (
    "DOC-20 gammel og ny leie",
    "HL-26 dagen den gjelder fra",
    "HL-21 sammenlignbare leier",
    "HL-27 uenighet",
    "DOC-20 saksbehandler",
)


def parts_of(kind: RentChangeKind) -> tuple[str, ...]:
    """The parts without which a letter of a kind is not printed."""
    return INDEX_PARTS if kind is RentChangeKind.INDEX else PREVAILING_PARTS


def rent_letter(letter: RentLetter, text: Text) -> Document:
    """The whole letter; `text` is «rent_index» or «rent_prevailing» in the reader's language."""
    parts = parts_of(letter.kind)
    by_index = letter.kind is RentChangeKind.INDEX
    basis = _index(letter, text) if by_index else _prevailing(letter, text)
    facts = {"day": day_and_year(letter.effective_on), "new": format_kroner(letter.new)}
    return letter_document(
        letter.sender,
        letter.number,
        text,
        title=text.passage("title", **facts),
        kind=text.passage("kind"),
        blocks=(
            Facts(_about(letter, text), part=parts[0]),
            Paragraph(text.passage("from", **facts), part=parts[1]),
            *basis,
            Heading(text.passage("heading_disagree")),
            Paragraph(_disagree(letter, text), part=parts[3]),
            _close(letter, text, parts[4]),
        ),
        requires=parts,
        file_title=text.passage("kind"),
    )


def _about(letter: RentLetter, text: Text) -> tuple[Fact, ...]:
    where = ", ".join(filter(None, (letter.lease_number, letter.dwelling)))
    since: tuple[Fact, ...] = ()
    if "label_since" in text.passages:
        since = (Fact(text.passage("label_since"), day_and_year(letter.since)),)
    return (
        Fact(text.passage("label_lease"), where),
        Fact(text.passage("label_old"), text.passage("a_month", rent=format_kroner(letter.old))),
        Fact(
            text.passage("label_new"),
            text.passage("from_day", day=day_and_year(letter.effective_on)),
            lead=text.passage("a_month", rent=format_kroner(letter.new)),
        ),
        *since,
    )


def _index(letter: RentLetter, text: Text) -> tuple[Block, ...]:
    """The months, their values and the sum, so that the reader can count it again (HL-22)."""
    step = letter.step
    if step is None:
        return ()
    rows = (
        _value(text.passage("label_base"), step, text, new=False),
        _value(text.passage("label_index"), step, text, new=True),
    )
    facts = {
        "old": format_kroner(letter.old),
        "base": index_text(step.base.tenths),
        "index": index_text(step.new.tenths),
        "rise": percent(rise_percent(letter.old, letter.new)),
    }
    counted = text.passage("sum" if step.link is None else "sum_linked", **facts)
    notice = length_in_words(letter.notice, letter.sender.language)
    linked: tuple[Block, ...] = ()
    if step.link is not None:
        factor = factor_text(step.link.millionths)
        linked = (
            Paragraph(text.passage("linked", factor=factor, old=step.base.base, new=step.new.base)),
        )
    return (
        Heading(text.passage("heading_why")),
        Paragraph(text.passage("why")),
        Facts(rows, part=INDEX_PARTS[2]),
        *linked,
        Paragraph(f"{counted} {text.passage('law', notice=notice)}"),
    )


def _value(label: str, step: IndexStep, text: Text, *, new: bool) -> Fact:
    value = step.new if new else step.base
    told = text.passage("index_base", base=value.base)
    return Fact(label, f"{month_in_words(value.month)} {told}", lead=index_text(value.tenths))


def _prevailing(letter: RentLetter, text: Text) -> tuple[Block, ...]:
    notice = length_in_words(letter.notice, letter.sender.language)
    return (
        Heading(text.passage("heading_why")),
        Paragraph(text.passage("why")),
        Paragraph(
            letter.reference,
            lead=text.passage("lead_reference"),
            part=PREVAILING_PARTS[2] if letter.reference else "",
        ),
        Paragraph(text.passage("law", notice=notice)),
    )


def _disagree(letter: RentLetter, text: Text) -> str:
    """What one can do, and whom to ring; in one paragraph, so that the letter is one page."""
    return f"{text.passage('disagree')} {whom_to_ring(letter.sender, text)}".rstrip()


def _close(letter: RentLetter, text: Text, part: str) -> Closing:
    return signed(letter.sender, text, part, letter.copies)
