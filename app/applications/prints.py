"""The preliminary reply: when the answer comes and why not now. Pure (DOC-06, FV-02)."""

from datetime import date, datetime

from app.applications.model import ApplicationKind, Delay
from app.core.days import day_and_year, day_in_words
from app.core.records import dataclass
from app.core.text import Language
from app.documents.form_model import Closing, Signer
from app.documents.model import Block, Bullets, Document, Fact, Facts, Heading, Item, Paragraph
from app.documents.texts import Text
from app.settings.letterhead import letter_document, telephone
from app.settings.model import OfficeProfile

PARTS = (
    "DOC-06 mottatt",
    "DOC-06 grunn",
    "DOC-06 svardag",
    "DOC-06 kontakt",
    "DOC-06 saksbehandler",
)


@dataclass(frozen=True, slots=True, repr=False)
class PreliminaryReply:
    """What the letter says.

    `recipient` is what shows in the window, empty to be filled in by hand. `reason` is the
    officer's own words after those of `delay`; one of the two must be there. `missing` are the
    papers the person is asked to send, `copies` the names of those who get the letter too.
    """

    office: OfficeProfile
    officer_name: str
    officer_title: str
    recipient: tuple[str, ...]
    issued: datetime
    language: Language
    number: str
    kind: ApplicationKind
    received_on: date
    answer_by: date
    delay: Delay | None = None
    reason: str = ""
    missing: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    draft: bool = False


def preliminary_reply(reply: PreliminaryReply, text: Text) -> Document:
    """The whole letter; `text` is «preliminary_reply» in the reply's language."""
    return letter_document(
        reply,
        reply.number,
        text,
        title=text.passage("title", day=day_in_words(reply.answer_by, reply.language)),
        kind=text.passage("kind"),
        blocks=(
            Facts(_facts(reply, text), part="DOC-06 svardag"),
            *_received(reply, text),
            *_why(reply, text),
            *_do(text),
            *_reach(reply, text),
            _close(reply, text),
        ),
        requires=PARTS,
        drafts_too=True,
    )


def _facts(reply: PreliminaryReply, text: Text) -> tuple[Fact, ...]:
    answer = text.passage("answer_lead", day=day_in_words(reply.answer_by, reply.language))
    facts = [
        Fact(text.passage("label_received"), day_and_year(reply.received_on)),
        Fact(text.passage("label_answer"), "", lead=answer),
    ]
    if reply.office.phone and reply.officer_name:
        call = text.passage("call", **_contact(reply))
        facts.append(Fact(text.passage("label_call"), call))
    return tuple(facts)


def _received(reply: PreliminaryReply, text: Text) -> tuple[Block, ...]:
    received = text.passage(f"received_{reply.kind}", received=day_and_year(reply.received_on))
    later = text.passage("later", day=day_and_year(reply.answer_by))
    return (
        Heading(text.passage("heading_received")),
        Paragraph(f"{received} {text.passage('not_decided')} {later}", part="DOC-06 mottatt"),
    )


def _why(reply: PreliminaryReply, text: Text) -> tuple[Block, ...]:
    given = text.passage(f"why_{reply.delay}") if reply.delay else ""
    send = text.passage("send") if reply.missing else ""
    why = " ".join(part for part in (given, reply.reason.strip()) if part)
    return (
        Heading(text.passage("heading_why")),
        Paragraph(f"{why} {send}".strip() if why else "", part="DOC-06 grunn"),
        *((Bullets(reply.missing),) if reply.missing else ()),
    )


def _do(text: Text) -> tuple[Block, ...]:
    items = tuple(
        Item(text.passage(name), lead=text.passage(f"{name}_lead"))
        for name in ("changed", "urgent")
    )
    return (Heading(text.passage("heading_do")), Bullets(items))


def _reach(reply: PreliminaryReply, text: Text) -> tuple[Block, ...]:
    ways = [way for way in ("phone", "email") if getattr(reply.office, way)]
    if not ways:
        return ()
    words = text.passage(f"reach_{'_'.join(ways)}", **_contact(reply), email=reply.office.email)
    return (Paragraph(words, part="DOC-06 kontakt"),)


def _contact(reply: PreliminaryReply) -> dict[str, str]:
    return {"officer": reply.officer_name, "phone": telephone(reply.office.phone)}


def _close(reply: PreliminaryReply, text: Text) -> Closing:
    signer = Signer(reply.officer_name, reply.officer_title, text.passage("act"))
    return Closing(
        text.passage("greeting"),
        (signer,) if reply.officer_name else (),
        note=text.passage("approved"),
        copies=reply.copies,
        part="DOC-06 saksbehandler" if reply.officer_name else "",
    )
