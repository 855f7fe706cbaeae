"""The letter that says no, or that a request is not treated, of every kind. Pure (DOC-02)."""

from app.core.days import day_and_year, length_in_words
from app.decisions.model import VedtakKind, VedtakLetter, VedtakResult
from app.decisions.reason_prints import (
    DISADVANTAGED_PART,
    GUIDANCE_PART,
    REASON_PARTS,
    WISHES_PART,
    guidance,
    led,
    reasons,
)
from app.documents.model import Block, Fact, Facts, Heading, Paragraph
from app.documents.texts import Text

REFUSAL_PARTS = ("DOC-02 svar", *REASON_PARTS, GUIDANCE_PART, "BS-08 annen hjelp")


def required(letter: VedtakLetter) -> tuple[str, ...]:
    """The parts that a letter of this kind may not lack."""
    draft = letter.vedtak.draft
    if draft.kind.dwells or draft.result is VedtakResult.DISMISSED:
        return REFUSAL_PARTS
    if draft.kind is VedtakKind.HOUSING_HELP:
        return (*REFUSAL_PARTS, DISADVANTAGED_PART, WISHES_PART)
    return (*REFUSAL_PARTS, WISHES_PART)


def blocks(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    """The no, what can be done now, that other help is another case, and why."""
    kind = letter.vedtak.draft.kind
    about = "dwelling" if kind.dwells else str(kind)
    return (
        Facts(_facts(letter, text), part="DOC-02 svar"),
        Heading(text.passage("heading_now")),
        *guidance(letter, text),
        Heading(text.passage(f"heading_other_{about}")),
        Paragraph(text.passage(f"other_{about}"), part="BS-08 annen hjelp"),
        Heading(text.passage("heading_reasons")),
        *reasons(letter, text),
        *_heard(letter, text),
    )


def _facts(letter: VedtakLetter, text: Text) -> tuple[Fact, ...]:
    draft = letter.vedtak.draft
    received = day_and_year(letter.received_on)
    facts = [Fact(text.passage("label_vedtak"), text.passage(str(draft.result), received=received))]
    if draft.refusal_ground is not None:
        ground = text.passage(f"ground_{draft.refusal_ground}")
        facts.append(Fact(text.passage("label_ground"), ground))
    facts.append(Fact(text.passage("label_help"), text.passage("help_below")))
    period = length_in_words(letter.appeal_period, letter.sender.language)
    facts.append(Fact(text.passage("label_disagree"), text.passage("disagree", period=period)))
    return tuple(facts)


def _heard(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    """Whether the person is disadvantaged, and what the person wished (BS-04, BS-09)."""
    draft = letter.vedtak.draft
    found: tuple[Block, ...] = ()
    if draft.kind is VedtakKind.HOUSING_HELP and draft.disadvantaged is not None:
        lead = text.passage("disadvantaged_yes" if draft.disadvantaged else "disadvantaged_no")
        found = led(draft.disadvantaged_text, lead, DISADVANTAGED_PART)
    wishes = led(draft.wishes_text, text.passage("lead_wishes"), WISHES_PART)
    return (*found, *wishes)
