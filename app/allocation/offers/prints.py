"""The offer: which home, what it costs, when to see it, and what an answer means. Pure (DOC-05)."""

from app.allocation.offers.model import OfferLetter
from app.allocation.rulesets.model import RefusalEffect
from app.core.days import clock_time, day_and_month, day_in_words
from app.core.money import format_letter
from app.core.text import HARD_BLANK
from app.documents.form_model import Closing, Signer
from app.documents.model import Block, Document, Fact, Facts, Heading, Paragraph
from app.documents.texts import Text
from app.settings.letterhead import letter_document, telephone

PARTS = (
    "DOC-05 adresse",
    "DOC-05 husleie",
    "DOC-05 visning",
    "DOC-05 svarfrist",
    "DOC-05 følge av nei",
    "DOC-05 følge av at svar mangler",
    "DOC-05 kontakt",
    "DOC-05 saksbehandler",
)


def offer_letter(letter: OfferLetter, text: Text) -> Document:
    """The whole letter; `text` is «offer» in the letter's language."""
    by = day_in_words(letter.offer.answer_by, letter.language)
    return letter_document(
        letter,
        letter.number,
        text,
        title=text.passage("title", day=by),
        kind=text.passage("kind"),
        blocks=(
            *_facts(letter, text),
            *_offered(letter, text),
            *_viewing(letter, text),
            *_answer(letter, text),
            *_no(letter, text),
            *_silent(letter, text),
            _close(letter, text),
        ),
        requires=PARTS,
        drafts_too=True,
    )


def _facts(letter: OfferLetter, text: Text) -> tuple[Block, ...]:
    rent = letter.dwelling.rent
    rows = (
        Fact(text.passage("label_home"), _home(letter)),
        Fact(text.passage("label_size"), _size(letter)),
        Fact(
            text.passage("label_rent"),
            "" if rent is None else text.passage("rent", rent=format_letter(rent)),
        ),
        Fact(
            text.passage("label_viewing"), _viewing_words(letter) or text.passage("viewing_agree")
        ),
        Fact(text.passage("label_answer"), "", lead=_answer_by(letter, text)),
    )
    return (Facts(tuple(row for row in rows if row.value or row.lead), part=PARTS[3]),)


def _home(letter: OfferLetter) -> str:
    draft = letter.dwelling.draft
    if not draft.street.strip():
        return ""
    place = f"{draft.postal_code} {draft.postal_place}".strip()
    return ", ".join(part for part in (letter.dwelling.address, place) if part)


def _size(letter: OfferLetter) -> str:
    draft = letter.dwelling.draft
    rooms = "" if draft.bedrooms is None else f"{draft.bedrooms}{HARD_BLANK}soverom"
    area = "" if draft.area is None else f"{round(draft.area)}{HARD_BLANK}m²"
    return ", ".join(part for part in (rooms, area) if part)


def _answer_by(letter: OfferLetter, text: Text) -> str:
    by = letter.offer.answer_by
    return text.passage("answer_lead", day=day_in_words(by, letter.language))


def _viewing_words(letter: OfferLetter) -> str:
    viewing = letter.offer.viewing_at
    if viewing is None:
        return ""
    return f"{day_in_words(viewing.date(), letter.language)} {clock_time(viewing.time())}"


def _offered(letter: OfferLetter, text: Text) -> tuple[Block, ...]:
    home, rent, note = _home(letter), letter.dwelling.rent, letter.offer.note.strip()
    blocks = []
    if home:
        words = text.passage("offered", home=home, vedtak=letter.vedtak_number)
        blocks.append(Paragraph(words, part=PARTS[0]))
    if rent is not None:
        blocks.append(Paragraph(text.passage("lease", rent=format_letter(rent)), part=PARTS[1]))
    return (*blocks, *((Paragraph(note),) if note else ()))


def _viewing(letter: OfferLetter, text: Text) -> tuple[Block, ...]:
    viewing = _viewing_words(letter)
    words = ""
    if viewing:
        words = text.passage("viewing", day=viewing)
    elif letter.office.phone:
        words = text.passage("viewing_call")
    elif letter.office.email:
        words = text.passage("viewing_write")
    if not words:
        return ()
    return (Heading(text.passage("heading_viewing")), Paragraph(words, part=PARTS[2]))


def _answer(letter: OfferLetter, text: Text) -> tuple[Block, ...]:
    office = letter.office
    ways = [way for way in ("phone", "email") if getattr(office, way)]
    if not ways:
        return ()
    contact = {"officer": letter.officer_name, "phone": telephone(office.phone)}
    words = text.passage(f"reach_{'_'.join(ways)}", **contact, email=office.email)
    more = text.passage("more_time", day=day_and_month(letter.offer.answer_by))
    return (
        Heading(text.passage("heading_answer")),
        Paragraph(f"{words} {more}", part=PARTS[6]),
    )


def _no(letter: OfferLetter, text: Text) -> tuple[Block, ...]:
    told = letter.consequence
    if told.effect is RefusalEffect.NOTHING:
        words = f"{text.passage('why')} {text.passage('no_nothing')}"
    else:
        words = f"{text.passage('why')} {text.passage('valid')} {_effect(letter, text)}"
    return (Heading(text.passage("heading_no")), Paragraph(words, part=PARTS[4]))


def _effect(letter: OfferLetter, text: Text) -> str:
    left = letter.consequence.left
    if left == 1:
        return text.passage("no_later_one")
    if left:
        return text.passage("no_later_more", left=str(left))
    return text.passage(f"no_{letter.consequence.effect}")


def _silent(letter: OfferLetter, text: Text) -> tuple[Block, ...]:
    nothing = letter.consequence.effect is RefusalEffect.NOTHING
    silent = text.passage("silent", day=day_and_month(letter.offer.answer_by))
    then = text.passage("silent_nothing" if nothing else "silent_counts")
    return (Heading(text.passage("heading_silent")), Paragraph(f"{silent} {then}", part=PARTS[5]))


def _close(letter: OfferLetter, text: Text) -> Closing:
    signer = Signer(letter.officer_name, letter.officer_title, text.passage("act"))
    return Closing(
        text.passage("greeting"),
        (signer,) if letter.officer_name else (),
        note=text.passage("approved"),
        copies=letter.copies,
        part=PARTS[7] if letter.officer_name else "",
    )
