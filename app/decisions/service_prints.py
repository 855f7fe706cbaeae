"""What goes with a dwelling: services, start package, plan, who answers. Pure (DOC-04)."""

from app.decisions.content.model import Plan, StartPart
from app.decisions.model import VedtakLetter
from app.decisions.reason_prints import WISHES_PART, as_sentence, led
from app.documents.model import Block, Bullets, Column, Heading, Paragraph, Table
from app.documents.texts import Text

SERVICE_PARTS = ("DOC-04 tjenester", "DOC-04 plan", "DOC-04 ansvarlig enhet")
START_PART = "DOC-04 startpakke"
COOPERATION_PART = "DOC-04 samarbeidsavtale"


def required(letter: VedtakLetter) -> tuple[str, ...]:
    """The parts that a grant of this kind may not lack."""
    draft = letter.vedtak.draft
    start = (START_PART,) if draft.kind.moves_in else ()
    agreed = (COOPERATION_PART,) if draft.cooperation else ()
    return (*SERVICE_PARTS, *start, *agreed)


def blocks(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    """The help that goes with the dwelling."""
    return (
        Heading(text.passage("heading_services")),
        *_services(letter, text),
        *_start_package(letter, text),
        *plan(letter, text),
        *responsible(letter, text),
        *led(letter.vedtak.draft.wishes_text, text.passage("lead_wishes"), WISHES_PART),
        *cooperation(letter, text),
    )


def _services(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    rows = tuple((each.service, each.goal, each.unit) for each in letter.vedtak.draft.services)
    if not rows:
        return (Paragraph(text.passage("no_services"), part="DOC-04 tjenester"),)
    heads = (
        Column(text.passage("head_service"), share=0.28),
        Column(text.passage("head_goal"), share=0.44),
        Column(text.passage("head_unit"), share=0.28),
    )
    return (
        Table(heads, rows, part="DOC-04 tjenester"),
        Paragraph(text.passage("services_free")),
    )


def _start_package(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    draft = letter.vedtak.draft
    if not draft.kind.moves_in:
        return ()
    parts = [each for each in StartPart if each in draft.start_package]
    if not parts:
        return led(draft.no_start_reason, text.passage("lead_no_start"), START_PART)
    return (
        Heading(text.passage("heading_start"), level=3),
        Bullets(tuple(text.passage(f"start_{each}") for each in parts), part=START_PART),
    )


def plan(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    """Which plan there is to be, and who makes it."""
    draft = letter.vedtak.draft
    made = draft.plan is Plan.NONE or draft.plan_maker.strip()
    words = text.passage(f"plan_{draft.plan}", maker=draft.plan_maker) if made else ""
    return led(words, text.passage("lead_plan"), "DOC-04 plan")


def responsible(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    """The unit or team that answers for it."""
    words = as_sentence(letter.vedtak.draft.responsible_unit)
    return led(words, text.passage("lead_responsible"), "DOC-04 ansvarlig enhet")


def cooperation(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    """An agreement the person may say no to; the home never hangs on it (F7)."""
    draft = letter.vedtak.draft
    if not draft.cooperation or not draft.cooperation_text.strip():
        return ()
    words = f"{as_sentence(draft.cooperation_text)} {text.passage('cooperation_free')}"
    return led(words, text.passage("lead_cooperation"), COOPERATION_PART)
