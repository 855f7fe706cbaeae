"""The letter that grants help under boligsosialloven § 6. Pure (DOC-03)."""

from app.core.days import day_and_year
from app.decisions import service_prints
from app.decisions.appeal_prints import contact
from app.decisions.content.model import HelpMeasure
from app.decisions.model import VedtakLetter
from app.decisions.reason_prints import (
    DISADVANTAGED_PART,
    WISHES_PART,
    led,
    reason_parts,
    reasons,
)
from app.documents.model import Block, Bullets, Heading, Item, Paragraph
from app.documents.texts import Text

HELP_PARTS = (
    "DOC-03 svar",
    "BS-08 hjelpen",
    DISADVANTAGED_PART,
    WISHES_PART,
    "DOC-04 plan",
    "DOC-04 ansvarlig enhet",
    "BS-08 egen sak",
)


def required(letter: VedtakLetter) -> tuple[str, ...]:
    """The parts that a grant of help may not lack."""
    return (*HELP_PARTS, *reason_parts(letter))


def blocks(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    """The yes, what the help is, who is disadvantaged and why, and what happens next."""
    draft = letter.vedtak.draft
    decided = text.passage(f"decided_{draft.result}", received=day_and_year(letter.received_on))
    return (
        Heading(text.passage("heading_decided")),
        Paragraph(decided, part="DOC-03 svar"),
        Heading(text.passage("heading_help")),
        *_help(letter, text),
        *service_prints.responsible(letter, text),
        *service_prints.plan(letter, text),
        *service_prints.cooperation(letter, text),
        Heading(text.passage(f"heading_reasons_{draft.result}")),
        *_disadvantaged(letter, text),
        *reasons(letter, text),
        *led(draft.wishes_text, text.passage("lead_wishes"), WISHES_PART),
        Heading(text.passage("heading_next")),
        Paragraph(text.passage("next", **contact(letter))),
        Heading(text.passage("heading_dwelling")),
        Paragraph(text.passage("dwelling_is_own_case"), part="BS-08 egen sak"),
    )


def _help(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    draft = letter.vedtak.draft
    given = [each for each in HelpMeasure if each in draft.help_measures]
    items = tuple(
        Item(text.passage(f"measure_{each}_what"), lead=text.passage(f"measure_{each}"))
        for each in given
    )
    listed: tuple[Block, ...] = (Bullets(items, part="BS-08 hjelpen"),) if items else ()
    return (*listed, *led(draft.help_text, "", "BS-08 hjelpen"))


def _disadvantaged(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    draft = letter.vedtak.draft
    if draft.disadvantaged is None:
        return ()
    lead = text.passage("disadvantaged_yes" if draft.disadvantaged else "disadvantaged_no")
    return led(draft.disadvantaged_text, lead, DISADVANTAGED_PART)
