"""The letter that grants a temporary stay under sosialtjenesteloven § 27. Pure (SOT-04)."""

from datetime import date

from app.core.days import day_and_year
from app.decisions import service_prints
from app.decisions.appeal_prints import contact
from app.decisions.model import VedtakLetter
from app.decisions.reason_prints import capital, led, reason_parts, reasons
from app.documents.model import Block, Fact, Facts, Heading, Paragraph
from app.documents.texts import Text

STAY_PARTS = (
    "SOT-04 svar",
    "SOT-04 sted og tid",
    "SOT-05 forsvarlig",
    "SOT-05 varig bolig",
    "SOT-09 ønsker",
    "DOC-04 ansvarlig enhet",
    "BS-08 egen sak",
)


def required(letter: VedtakLetter) -> tuple[str, ...]:
    """The parts that a grant of a stay may not lack."""
    return (*STAY_PARTS, *reason_parts(letter))


def blocks(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    """The yes, where and how long, how it is, the way to a lasting home, and why."""
    draft = letter.vedtak.draft
    decided = text.passage(f"decided_{draft.result}", received=day_and_year(letter.received_on))
    return (
        Facts(_facts(letter, text), part="SOT-04 sted og tid" if draft.stay_from else ""),
        Heading(text.passage("heading_decided")),
        Paragraph(decided, part="SOT-04 svar"),
        Heading(text.passage("heading_place")),
        *led(draft.stay_quality, text.passage("lead_quality"), "SOT-05 forsvarlig"),
        Paragraph(text.passage("change", **contact(letter))),
        Heading(text.passage("heading_lasting")),
        *led(draft.lasting_home_text, text.passage("lead_lasting"), "SOT-05 varig bolig"),
        *led(draft.help_text, text.passage("lead_help"), "SOT-05 annen hjelp"),
        *service_prints.responsible(letter, text),
        Heading(text.passage(f"heading_reasons_{draft.result}")),
        *reasons(letter, text),
        *led(draft.wishes_text, text.passage("lead_wishes"), "SOT-09 ønsker"),
        Heading(text.passage("heading_other_cases")),
        Paragraph(text.passage("other_cases"), part="BS-08 egen sak"),
    )


def _facts(letter: VedtakLetter, text: Text) -> tuple[Fact, ...]:
    draft = letter.vedtak.draft
    where = capital(draft.stay_where) or text.passage("where_apart")
    rows = (
        Fact(text.passage("label_from"), _day(draft.stay_from)),
        Fact(text.passage("label_where"), where),
        Fact(text.passage("label_until"), _day(draft.stay_until) or text.passage("until_review")),
        Fact(text.passage("label_review"), _day(draft.stay_review)),
    )
    return tuple(row for row in rows if row.value)


def _day(day: date | None) -> str:
    return day_and_year(day) if day else ""
