"""What each letter to an applicant says between its facts and its closing. Pure."""

from collections.abc import Callable, Mapping

from app.applications.answers.model import LetterKind
from app.applications.model import Delay
from app.core.records import dataclass
from app.documents.model import Block, Bullets, Heading, Paragraph
from app.documents.texts import Text


@dataclass(frozen=True, slots=True, repr=False)
class Wording:
    """The letter's facts as words in its language; empty where there is nothing to tell."""

    text: Text
    asked: str
    received: str
    day: str
    granted: bool = False
    heard: str = ""
    confirmed: bool = False
    promised: str = ""
    valid_for: str = ""
    delay: Delay | None = None
    reason: str = ""
    papers: tuple[str, ...] = ()


def _receipt(words: Wording) -> tuple[Block, ...]:
    text = words.text
    about = text.passage("about", asked=words.asked)
    send = text.passage("send_lead" if words.papers else "send_none")
    return (
        Paragraph(f"{about} {text.passage('not_decided')}", part="FV-02 saken"),
        Heading(text.passage("heading_next")),
        Paragraph(text.passage("next", day=words.day), part="FV-02 videre"),
        Heading(text.passage("heading_send")),
        Paragraph(send, part="FV-03 papirer"),
        *_list(words.papers),
    )


def _delay_notice(words: Wording) -> tuple[Block, ...]:
    text = words.text
    name = "late_promised" if words.promised else "late"
    late = text.passage(name, asked=words.asked, promised=words.promised)
    given = text.passage(f"why_{words.delay}") if words.delay else ""
    send = text.passage("send_lead") if words.papers else ""
    why = " ".join(part for part in (given, words.reason) if part)
    when = f"{text.passage('when', day=words.day)} {text.passage('later')}"
    return (
        Paragraph(late),
        Heading(text.passage("heading_why")),
        Paragraph(f"{why} {send}".strip() if why else "", part="FV-02 grunn"),
        *_list(words.papers),
        Heading(text.passage("heading_when")),
        Paragraph(when, part="FV-02 ny dag"),
    )


def _missing_papers(words: Wording) -> tuple[Block, ...]:
    text = words.text
    otherwise = text.passage("otherwise")
    return (
        Paragraph(text.passage("why", asked=words.asked)),
        Heading(text.passage("heading_send")),
        Paragraph(text.passage("send_lead", day=words.day)),
        Bullets(words.papers, part="FV-03 papirer"),
        Paragraph(text.passage("how")),
        Heading(text.passage("heading_help")),
        Paragraph(f"{text.passage('help')} {otherwise}", part="FV-03 følge"),
    )


def _lapse_warning(words: Wording) -> tuple[Block, ...]:
    text = words.text
    return (
        Heading(text.passage("heading_why")),
        Paragraph(_why_lapse(words), part="FV-03 grunn"),
        Heading(text.passage("heading_keep")),
        Paragraph(text.passage("keep", day=words.day), part="FV-03 beholde"),
        Heading(text.passage("heading_else")),
        Paragraph(text.passage("otherwise"), part="FV-03 følge"),
    )


def _why_lapse(words: Wording) -> str:
    name = "why_confirmed" if words.confirmed else "why"
    if words.granted or not words.valid_for:
        name = "why_asked"
    return words.text.passage(
        name,
        asked=words.asked,
        received=words.received,
        heard=words.heard or words.received,
        length=words.valid_for,
    )


def _still_need(words: Wording) -> tuple[Block, ...]:
    text = words.text
    why = "why_granted" if words.granted else "why"
    return (
        Heading(text.passage("heading_why")),
        Paragraph(
            text.passage(why, asked=words.asked, received=words.received), part="FV-03 grunn"
        ),
        Heading(text.passage("heading_answer", day=words.day)),
        Paragraph(f"{text.passage('answer')} {text.passage('otherwise')}"),
    )


def _list(items: tuple[str, ...]) -> tuple[Block, ...]:
    return (Bullets(items),) if items else ()


BODIES: Mapping[LetterKind, Callable[[Wording], tuple[Block, ...]]] = {
    LetterKind.RECEIPT: _receipt,
    LetterKind.DELAY_NOTICE: _delay_notice,
    LetterKind.MISSING_PAPERS: _missing_papers,
    LetterKind.LAPSE_WARNING: _lapse_warning,
    LetterKind.STILL_NEED: _still_need,
}
