"""The letter that grants a municipal dwelling, a renewal or a swap. Pure (DOC-02)."""

from app.core.days import day_and_year, length_in_words
from app.core.periods import Period, Unit
from app.core.text import HARD_BLANK
from app.decisions import service_prints
from app.decisions.appeal_prints import contact
from app.decisions.model import VedtakDraft, VedtakKind, VedtakLetter
from app.decisions.reason_prints import (
    CONDITION_PART,
    DISPENSATION_PART,
    SHORT_PART,
    capital,
    conditions,
    led,
    reason_parts,
    reasons,
)
from app.documents.model import Block, Column, Fact, Facts, Heading, Paragraph, Table
from app.documents.texts import Text

GRANT_PARTS = (
    "DOC-02 svar",
    "DOC-02 boligtype og leietid",
    "DOC-02 videre gang",
    "DOC-02 kontakt",
    "DOC-02 bortfall",
)


def required(letter: VedtakLetter) -> tuple[str, ...]:
    """The parts that a grant may not lack."""
    draft = letter.vedtak.draft
    stated = (
        (CONDITION_PART, draft.conditions),
        (DISPENSATION_PART, draft.dispensation_text.strip()),
        (SHORT_PART, draft.short_reason.strip()),
    )
    more = tuple(part for part, said in stated if said)
    return (*GRANT_PARTS, *more, *service_prints.required(letter), *reason_parts(letter))


def term_words(letter: VedtakLetter) -> str:
    """«tre år», «18 måneder»; «…» while a draft lacks it."""
    months = letter.vedtak.draft.term_months
    if not months:
        return "…"
    whole = months % 12 == 0
    period = Period(months // 12, Unit.YEARS) if whole else Period(months, Unit.MONTHS)
    return length_in_words(period, letter.sender.language)


def blocks(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    """The yes, why, on what terms, with what help, and what happens next."""
    draft = letter.vedtak.draft
    found, stays = _found(draft), _stays(draft)
    decided = text.passage(f"decided_{draft.result}", received=day_and_year(letter.received_on))
    return (
        Facts(_facts(letter, text, found), part="DOC-02 boligtype og leietid"),
        Heading(text.passage("heading_decided")),
        Paragraph(f"{decided} {text.passage(f'decided_{found}')}", part="DOC-02 svar"),
        Heading(text.passage(f"heading_reasons_{draft.result}")),
        *reasons(letter, text),
        *led(draft.dispensation_text, text.passage("lead_dispensation"), DISPENSATION_PART),
        *led(draft.short_reason, text.passage("lead_short"), SHORT_PART),
        *conditions(letter, text),
        *service_prints.blocks(letter, text),
        Heading(text.passage("heading_next")),
        _next_steps(found, text),
        Paragraph(text.passage(f"ask{stays}", **contact(letter)), part="DOC-02 kontakt"),
        Heading(text.passage("heading_lapse")),
        Paragraph(text.passage(f"lapse{stays}"), part="DOC-02 bortfall"),
    )


def _found(draft: VedtakDraft) -> str:
    """Whether there is a home now: the one they live in, one that is vacant, or none yet."""
    if draft.kind is VedtakKind.RENEWAL:
        return "renewal"
    return "waiting" if draft.dwelling is None else "found"


def _stays(draft: VedtakDraft) -> str:
    """The end of the passages that speak of moving in: who stays where they live does not."""
    return "" if draft.kind.moves_in else "_renewal"


_STEPS = {
    "waiting": ("offer", "answer", "lease", "move"),
    "found": ("lease", "sign", "move"),
    "renewal": ("renew", "stay"),
}


def _facts(letter: VedtakLetter, text: Text, found: str) -> tuple[Fact, ...]:
    who = {1: "who_alone", 2: "who_two"}.get(letter.household, "who_many")
    return (
        Fact(text.passage("label_who"), text.passage(who, count=str(letter.household))),
        Fact(text.passage("label_dwelling"), capital(letter.vedtak.draft.dwelling_words)),
        Fact(text.passage("label_term"), text.passage("term", term=term_words(letter))),
        Fact(text.passage("label_when"), text.passage(f"when_{found}")),
        Fact(
            text.passage("label_must"),
            text.passage(f"must{_stays(letter.vedtak.draft)}"),
            text.passage("must_lead"),
        ),
    )


def _next_steps(found: str, text: Text) -> Table:
    rows = tuple(
        (
            f"{number}{HARD_BLANK}{text.passage(f'step_{name}')}",
            text.passage(f"step_{name}_what"),
            text.passage(f"step_{name}_when"),
        )
        for number, name in enumerate(_STEPS[found], start=1)
    )
    heads = (
        Column(text.passage("head_step"), share=0.21),
        Column(text.passage("head_what"), share=0.57),
    )
    return Table(
        (*heads, Column(text.passage("head_when"), share=0.22)), rows, part="DOC-02 videre gang"
    )
