"""The right to appeal, as a letter tells it (FV-10). Pure."""

from app.core.days import day_and_month, day_and_year, length_in_words
from app.decisions.model import VedtakLetter
from app.documents.model import Block, Heading, Paragraph
from app.documents.texts import Text
from app.settings.letterhead import telephone


def contact(letter: VedtakLetter) -> dict[str, str]:
    """Whom to ask, and where."""
    return {
        "officer": letter.sender.officer_name,
        "phone": telephone(letter.sender.office.phone),
    }


def right_to_appeal(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    """Each thing a person must know to appeal, as a part of its own (FV-10)."""
    period = text.passage(
        "period",
        period=length_in_words(letter.appeal_period, letter.sender.language),
        arrival=day_and_month(letter.arrival),
        last_day=day_and_year(letter.last_day),
    )
    how = text.passage("how", office=letter.sender.office.name)
    signed = text.passage("how_sign") if letter.signed_appeal else ""
    body = letter.vedtak.draft.appeal_body
    rows = (
        ("period", period, "FV-10 klagefrist"),
        ("how", f"{how} {signed}".strip(), "FV-10 fremgangsmåte"),
        ("who", text.passage("who", body=body) if body else "", "FV-10 klageinstans"),
        ("wait", text.passage("wait"), "FV-10 utsatt virkning"),
        ("papers", text.passage("papers"), "FV-10 innsyn"),
        ("help", text.passage("help", **contact(letter)), "FV-10 veiledning"),
    )
    paragraphs = (
        Paragraph(words, lead=text.passage(f"lead_{name}"), part=part)
        for name, words, part in rows
        if words
    )
    return (Heading(text.passage("heading")), *paragraphs)
