"""The right to appeal, as a letter tells it (FV-10). Pure."""

from datetime import date

from app.core.days import day_and_month, day_and_year, length_in_words
from app.core.periods import Period
from app.core.records import dataclass
from app.decisions.model import LetterFrom, VedtakLetter
from app.documents.model import Block, Heading, Paragraph
from app.documents.texts import Text
from app.settings.letterhead import telephone


def contact(letter: VedtakLetter) -> dict[str, str]:
    """Whom to ask, and where."""
    return whom_to_call(letter.sender)


def whom_to_call(sender: LetterFrom) -> dict[str, str]:
    """The officer and the number."""
    return {"officer": sender.officer_name, "phone": telephone(sender.office.phone)}


@dataclass(frozen=True, slots=True)
class AppealRight:
    """Who hears the appeal and for how long one may complain, with the worked example.

    `signed` when the act asks for a signature (FV-15).
    """

    body: str
    period: Period
    arrival: date
    last_day: date
    signed: bool


def right_to_appeal(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    """Each thing a person must know to appeal, as a part of its own (FV-10)."""
    right = AppealRight(
        letter.vedtak.draft.appeal_body,
        letter.appeal_period,
        letter.arrival,
        letter.last_day,
        letter.signed_appeal,
    )
    return appeal_blocks(letter.sender, right, text)


def appeal_blocks(sender: LetterFrom, right: AppealRight, text: Text) -> tuple[Block, ...]:
    """The same for a vedtak of any kind; `text` is «appeal» in the reader's language."""
    period = text.passage(
        "period",
        period=length_in_words(right.period, sender.language),
        arrival=day_and_month(right.arrival),
        last_day=day_and_year(right.last_day),
    )
    how = text.passage("how", office=sender.office.name)
    signed = text.passage("how_sign") if right.signed else ""
    call = whom_to_call(sender)
    rows = (
        ("period", period, "FV-10 klagefrist"),
        ("how", f"{how} {signed}".strip(), "FV-10 fremgangsmåte"),
        ("who", text.passage("who", body=right.body) if right.body else "", "FV-10 klageinstans"),
        ("wait", text.passage("wait"), "FV-10 utsatt virkning"),
        ("papers", text.passage("papers"), "FV-10 innsyn"),
        ("help", text.passage("help", **call), "FV-10 veiledning"),
    )
    paragraphs = (
        Paragraph(words, lead=text.passage(f"lead_{name}"), part=part)
        for name, words, part in rows
        if words
    )
    return (Heading(text.passage("heading")), *paragraphs)
