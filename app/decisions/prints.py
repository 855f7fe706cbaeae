"""The letter with a vedtak: from the record to a document. Pure (DOC-02)."""

from app.core.days import day_and_year, length_in_words
from app.core.periods import Period, Unit
from app.core.text import HARD_BLANK
from app.decisions.appeal_prints import contact, right_to_appeal
from app.decisions.model import OtherMeans, VedtakLetter, VedtakResult
from app.decisions.stationery import sender_facts
from app.documents.form_model import Closing, Signer
from app.documents.model import (
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Item,
    Paragraph,
    Steps,
    Table,
)
from app.documents.texts import Text
from app.settings.letterhead import letterhead

_ALWAYS = (
    "DOC-02 svar",
    "FV-10 klagefrist",
    "FV-10 fremgangsmåte",
    "FV-10 klageinstans",
    "FV-10 utsatt virkning",
    "FV-10 innsyn",
    "FV-10 veiledning",
    "FV-10 saksbehandler",
)
GRANT_PARTS = (
    *_ALWAYS,
    "DOC-02 boligtype og leietid",
    "DOC-02 videre gang",
    "DOC-02 kontakt",
    "DOC-02 bortfall",
)
REASON_PARTS = ("FV-09 regler", "FV-09 fakta", "FV-09 hovedhensyn")
REFUSAL_PARTS = (*_ALWAYS, *REASON_PARTS, "DOC-02 veiledning", "BS-08 annen hjelp")
CONDITION_PART = "FV-18 vilkår"
LEFT_OUT_PART = "FV-08 begrunnelse"


def vedtak_letter(letter: VedtakLetter, text: Text, appeal: Text) -> Document:
    """The whole letter; `text` is that of the result, `appeal` that of the right to appeal."""
    grants = letter.vedtak.draft.result.grants
    blocks = _granted(letter, text) if grants else _refused(letter, text)
    sender = letter.sender
    return Document(
        title=_title(letter, text),
        language=sender.language.value,
        issued=sender.issued,
        reference=letter.vedtak.number,
        letterhead=letterhead(sender.office),
        recipient=sender.recipient,
        sender_facts=sender_facts(sender, letter.vedtak.number, appeal),
        blocks=(*blocks, *right_to_appeal(letter, appeal), _close(letter, appeal)),
        requires=() if sender.draft else _required(letter),
        demo=sender.office.demo,
        draft=sender.draft,
        kind=text.passage(f"kind_{letter.vedtak.draft.kind}"),
    )


def _required(letter: VedtakLetter) -> tuple[str, ...]:
    draft = letter.vedtak.draft
    if not draft.result.grants:
        return REFUSAL_PARTS
    parts = (*GRANT_PARTS, CONDITION_PART) if draft.conditions else GRANT_PARTS
    return (*parts, LEFT_OUT_PART) if _may_leave_out(letter) else (*parts, *REASON_PARTS)


def _may_leave_out(letter: VedtakLetter) -> bool:
    """A grant in full needs no reasons, but must say that they can be asked for (FV-08)."""
    draft = letter.vedtak.draft
    return draft.result is VedtakResult.GRANTED and not all(map(str.strip, draft.reasons))


def term_words(letter: VedtakLetter) -> str:
    """«tre år», «18 måneder»; «…» while a draft lacks it."""
    months = letter.vedtak.draft.term_months
    if not months:
        return "…"
    whole = months % 12 == 0
    period = Period(months // 12, Unit.YEARS) if whole else Period(months, Unit.MONTHS)
    return length_in_words(period, letter.sender.language)


def capital(text: str) -> str:
    """The same with a capital first."""
    return text[:1].upper() + text[1:]


def _title(letter: VedtakLetter, text: Text) -> str:
    draft = letter.vedtak.draft
    if draft.result is VedtakResult.DISMISSED:
        return text.passage("title_dismissed")
    return text.passage(f"title_{draft.kind}", term=term_words(letter))


def _granted(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    draft = letter.vedtak.draft
    found = "found" if draft.dwelling is not None else "waiting"
    who = {1: "who_alone", 2: "who_two"}.get(letter.household, "who_many")
    facts = (
        Fact(text.passage("label_who"), text.passage(who, count=str(letter.household))),
        Fact(text.passage("label_dwelling"), capital(draft.dwelling_words)),
        Fact(text.passage("label_term"), text.passage("term", term=term_words(letter))),
        Fact(text.passage("label_when"), text.passage(f"when_{found}")),
        Fact(text.passage("label_must"), text.passage("must"), text.passage("must_lead")),
    )
    decided = text.passage(f"decided_{draft.result}", received=day_and_year(letter.received_on))
    return (
        Facts(facts, part="DOC-02 boligtype og leietid"),
        Heading(text.passage("heading_decided")),
        Paragraph(f"{decided} {text.passage(f'decided_{found}')}", part="DOC-02 svar"),
        Heading(text.passage(f"heading_reasons_{draft.result}")),
        *_reasons(letter, text),
        *_conditions(letter, text),
        Heading(text.passage("heading_next")),
        _next_steps(found, text),
        Paragraph(text.passage("ask", **contact(letter)), part="DOC-02 kontakt"),
        Heading(text.passage("heading_lapse")),
        Paragraph(text.passage("lapse"), part="DOC-02 bortfall"),
    )


def _refused(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    draft = letter.vedtak.draft
    received = day_and_year(letter.received_on)
    facts = [Fact(text.passage("label_vedtak"), text.passage(str(draft.result), received=received))]
    if draft.refusal_ground is not None:
        ground = text.passage(f"ground_{draft.refusal_ground}")
        facts.append(Fact(text.passage("label_ground"), ground))
    facts.append(Fact(text.passage("label_help"), text.passage("help_below")))
    period = length_in_words(letter.appeal_period, letter.sender.language)
    facts.append(Fact(text.passage("label_disagree"), text.passage("disagree", period=period)))
    return (
        Facts(tuple(facts), part="DOC-02 svar"),
        Heading(text.passage("heading_now")),
        *_guidance(letter, text),
        Heading(text.passage("heading_other_help")),
        Paragraph(text.passage("other_help"), part="BS-08 annen hjelp"),
        Heading(text.passage("heading_reasons")),
        *_reasons(letter, text),
    )


def _reasons(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    """Three run-in paragraphs (FV-09), or those there are and that more can be asked for."""
    names = ("reasons_rules", "reasons_facts", "reasons_considerations")
    rows = zip(names, letter.vedtak.draft.reasons, REASON_PARTS, strict=True)
    written = tuple(
        Paragraph(reason, lead=text.passage(name), part=part)
        for name, reason, part in rows
        if reason.strip()
    )
    if _may_leave_out(letter):
        return (*written, Paragraph(text.passage("reasons_left_out"), part=LEFT_OUT_PART))
    return written


def _conditions(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    conditions = letter.vedtak.draft.conditions
    if not conditions:
        return ()
    heading = "heading_condition" if len(conditions) == 1 else "heading_conditions"
    items = tuple(Item(each.link, lead=_sentence(each.duty)) for each in conditions)
    return (Heading(text.passage(heading)), Steps(items, part=CONDITION_PART))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _next_steps(found: str, text: Text) -> Table:
    names = (
        ("offer", "answer", "lease", "move") if found == "waiting" else ("lease", "sign", "move")
    )
    rows = tuple(
        (
            f"{number}{HARD_BLANK}{text.passage(f'step_{name}')}",
            text.passage(f"step_{name}_what"),
            text.passage(f"step_{name}_when"),
        )
        for number, name in enumerate(names, start=1)
    )
    heads = (
        Column(text.passage("head_step"), share=0.21),
        Column(text.passage("head_what"), share=0.57),
    )
    return Table(
        (*heads, Column(text.passage("head_when"), share=0.22)), rows, part="DOC-02 videre gang"
    )


def _guidance(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    draft, blocks = letter.vedtak.draft, list[Block]()
    means = [each for each in OtherMeans if each in draft.other_means]
    who = ", ".join(contact(letter).values())
    if means:
        rows = tuple(
            (text.passage(f"means_{each}"), text.passage(f"means_{each}_what"), who)
            for each in means
        )
        heads = (
            Column(text.passage("head_help"), share=0.25),
            Column(text.passage("head_what_it_is"), share=0.45),
            Column(text.passage("head_who"), share=0.30),
        )
        blocks.append(Table(heads, rows, part="DOC-02 veiledning"))
    if draft.guidance_text:
        blocks.append(Paragraph(draft.guidance_text, part="DOC-02 veiledning"))
    return tuple(blocks)


def _close(letter: VedtakLetter, text: Text) -> Closing:
    sender = letter.sender
    signer = Signer(sender.officer_name, sender.officer_title, text.passage("signed_act"))
    return Closing(
        text.passage("greeting"),
        (signer,) if sender.officer_name else (),
        note=text.passage("approved"),
        part="FV-10 saksbehandler" if sender.officer_name else "",
    )
