"""The letters to an applicant: one frame, five bodies. Pure (FV-02, FV-03)."""

from dataclasses import field
from datetime import date, datetime

from app.applications.answers.bodies import BODIES, Wording
from app.applications.answers.model import LetterKind
from app.applications.answers.slip import slip
from app.applications.intake.model import PaperKind
from app.applications.model import ApplicationKind, Delay
from app.core.cases import CaseKind
from app.core.days import day_and_year, day_in_words, length_in_words
from app.core.periods import Period
from app.core.records import dataclass
from app.core.text import Language
from app.documents.form_model import Closing, Signer
from app.documents.model import Block, Bullets, Document, Fact, Facts, Heading, Item, Paragraph
from app.documents.texts import Text
from app.settings.letterhead import letter_document, telephone
from app.settings.model import OfficeProfile

_ALWAYS = ("FV-02 dag", "FV-03 kontakt", "FV-03 saksbehandler")
PARTS = {
    LetterKind.RECEIPT: (*_ALWAYS, "FV-02 saken", "FV-02 videre", "FV-03 papirer"),
    LetterKind.DELAY_NOTICE: (*_ALWAYS, "FV-02 grunn", "FV-02 ny dag"),
    LetterKind.MISSING_PAPERS: (*_ALWAYS, "FV-03 papirer", "FV-03 følge"),
    LetterKind.LAPSE_WARNING: (
        *_ALWAYS,
        "FV-03 grunn",
        "FV-03 beholde",
        "FV-03 følge",
        "FV-03 svarark",
    ),
    LetterKind.STILL_NEED: (*_ALWAYS, "FV-03 grunn", "FV-03 svarark"),
}
SLIP = frozenset({LetterKind.LAPSE_WARNING, LetterKind.STILL_NEED})
_NO_ADVICE = SLIP | {LetterKind.MISSING_PAPERS}


@dataclass(frozen=True, slots=True, repr=False)
class CitizenLetter:
    """What a letter says. Its repr tells nothing.

    `recipient` is what shows in the window, empty to be filled in by hand. `day` is the one that
    the letter tells, `heard_on` when the person was last heard of, `promised` the day told before
    it. `copies` are names of those who get one too.
    """

    kind: LetterKind
    office: OfficeProfile
    officer_name: str
    officer_title: str
    recipient: tuple[str, ...]
    issued: datetime
    language: Language
    number: str
    application_number: str
    case: CaseKind
    asked: ApplicationKind
    received_on: date
    day: date
    granted: bool = False
    heard_on: date | None = None
    promised: date | None = None
    valid_for: Period | None = None
    delay: Delay | None = None
    reason: str = ""
    papers: tuple[PaperKind, ...] = ()
    copies: tuple[str, ...] = ()
    draft: bool = field(default=False)


@dataclass(frozen=True, slots=True)
class Texts:
    """The frame's words, the letter's own, and what each paper is called."""

    frame: Text
    letter: Text
    papers: Text


def citizen_letter(letter: CitizenLetter, texts: Texts) -> Document:
    """The whole letter."""
    own, frame = texts.letter, texts.frame
    wording = _wording(letter, texts)
    return letter_document(
        letter,
        letter.number,
        frame,
        title=own.passage("title", day=wording.day),
        kind=own.passage("kind"),
        blocks=(
            Facts(_facts(letter, frame, wording), part="FV-02 dag"),
            *BODIES[letter.kind](wording),
            *(() if letter.kind in _NO_ADVICE else _advice(frame)),
            *_reach(letter, frame),
            _close(letter, texts),
            *(
                slip(frame, wording.asked, letter.application_number, letter.office)
                if letter.kind in SLIP
                else ()
            ),
        ),
        requires=PARTS[letter.kind],
        drafts_too=True,
    )


def _wording(letter: CitizenLetter, texts: Texts) -> Wording:
    asked = letter.asked if letter.case is CaseKind.ALLOCATION else letter.case
    return Wording(
        text=texts.letter,
        asked=texts.frame.passage(f"asked_{asked}"),
        received=day_and_year(letter.received_on),
        day=day_in_words(letter.day, letter.language),
        granted=letter.granted,
        heard="" if letter.heard_on is None else day_and_year(letter.heard_on),
        confirmed=letter.heard_on is not None and letter.heard_on > letter.received_on,
        promised="" if letter.promised is None else day_and_year(letter.promised),
        valid_for=length_in_words(letter.valid_for, letter.language) if letter.valid_for else "",
        delay=letter.delay,
        reason=letter.reason.strip(),
        papers=tuple(texts.papers.passage(f"paper_{kind}") for kind in letter.papers),
    )


def _facts(letter: CitizenLetter, text: Text, wording: Wording) -> tuple[Fact, ...]:
    own = wording.text
    received = f"{day_and_year(letter.received_on)} ({letter.application_number})"
    return (
        Fact(text.passage("label_received"), received),
        Fact(own.passage("label_day"), "", lead=own.passage("day_lead", day=wording.day)),
    )


def _advice(text: Text) -> tuple[Block, ...]:
    items = tuple(
        Item(text.passage(name), lead=text.passage(f"{name}_lead"))
        for name in ("changed", "urgent")
    )
    return (Heading(text.passage("heading_do")), Bullets(items))


def _reach(letter: CitizenLetter, text: Text) -> tuple[Block, ...]:
    ways = [way for way in ("phone", "email") if getattr(letter.office, way)]
    if not ways:
        return ()
    words = text.passage(
        f"reach_{'_'.join(ways)}",
        officer=letter.officer_name,
        phone=telephone(letter.office.phone),
        email=letter.office.email,
    )
    return (Paragraph(words, part="FV-03 kontakt"),)


def _close(letter: CitizenLetter, texts: Texts) -> Closing:
    text = texts.frame
    signer = Signer(letter.officer_name, letter.officer_title, text.passage("act"))
    return Closing(
        text.passage("greeting"),
        (signer,) if letter.officer_name else (),
        note=text.passage("approved_law", law=texts.letter.passage("law")),
        copies=letter.copies,
        part="FV-03 saksbehandler" if letter.officer_name else "",
    )
