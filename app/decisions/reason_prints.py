"""What letters with a vedtak of every kind say alike: why, on what terms, other help. Pure."""

from app.decisions.appeal_prints import contact
from app.decisions.model import OtherMeans, VedtakLetter, VedtakResult
from app.documents.model import Block, Column, Heading, Item, Paragraph, Steps, Table
from app.documents.texts import Text

REASON_PARTS = ("FV-09 regler", "FV-09 fakta", "FV-09 hovedhensyn")
CONDITION_PART = "FV-18 vilkår"
LEFT_OUT_PART = "FV-08 begrunnelse"
DISPENSATION_PART = "FV-09 dispensasjon"
SHORT_PART = "HL-55 kort leietid"
DISADVANTAGED_PART = "BS-04 vanskeligstilt"
WISHES_PART = "BS-09 ønsker"
GUIDANCE_PART = "DOC-02 veiledning"


def may_leave_out(letter: VedtakLetter) -> bool:
    """A grant in full needs no reasons, but must say that they can be asked for (FV-08)."""
    draft = letter.vedtak.draft
    return draft.result is VedtakResult.GRANTED and not all(map(str.strip, draft.reasons))


def reason_parts(letter: VedtakLetter) -> tuple[str, ...]:
    """The parts that the reasons must fill."""
    return (LEFT_OUT_PART,) if may_leave_out(letter) else REASON_PARTS


def reasons(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    """Three run-in paragraphs (FV-09), or those there are and that more can be asked for."""
    names = ("reasons_rules", "reasons_facts", "reasons_considerations")
    rows = zip(names, letter.vedtak.draft.reasons, REASON_PARTS, strict=True)
    written = tuple(
        Paragraph(reason, lead=text.passage(name), part=part)
        for name, reason, part in rows
        if reason.strip()
    )
    if may_leave_out(letter):
        return (*written, Paragraph(text.passage("reasons_left_out"), part=LEFT_OUT_PART))
    return written


def led(words: str, lead: str, part: str) -> tuple[Block, ...]:
    """A run-in paragraph, or nothing where there are no words."""
    return (Paragraph(words, lead=lead, part=part),) if words.strip() else ()


def conditions(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    """Each duty with its link (FV-18)."""
    rows = letter.vedtak.draft.conditions
    if not rows:
        return ()
    heading = "heading_condition" if len(rows) == 1 else "heading_conditions"
    items = tuple(Item(each.link, lead=as_sentence(each.duty)) for each in rows)
    return (Heading(text.passage(heading)), Steps(items, part=CONDITION_PART))


def as_sentence(text: str) -> str:
    """The same with a full stop, unless it ends a sentence already."""
    text = text.strip()
    return text if not text or text.endswith((".", "!", "?")) else f"{text}."


def capital(text: str) -> str:
    """The same with a capital first."""
    return text[:1].upper() + text[1:]


def guidance(letter: VedtakLetter, text: Text) -> tuple[Block, ...]:
    """The other means a refusal points to (DOC-02)."""
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
        blocks.append(Table(heads, rows, part=GUIDANCE_PART))
    if draft.guidance_text:
        blocks.append(Paragraph(draft.guidance_text, part=GUIDANCE_PART))
    return tuple(blocks)
