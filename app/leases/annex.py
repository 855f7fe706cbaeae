"""The house rules that follow the lease as its annex. Pure (HL-30, DOC-01 19)."""

from app.documents.model import Block, Bullets, Heading, Item, PageBreak, Paragraph
from app.documents.texts import Text

PART = "HL-30 husordensregler"
RULES = (
    "quiet",
    "guests",
    "common",
    "waste",
    "pets",
    "smoking",
    "fire",
    "frost",
    "tell",
)
"""The rules, in their order; the municipality may word each its own way."""


def house_rules(text: Text) -> tuple[Block, ...]:
    """A page of its own after the signatures."""
    items = tuple(
        Item(text.passage(f"rules_{each}"), lead=text.passage(f"rules_{each}_lead"))
        for each in RULES
    )
    return (
        PageBreak(),
        Heading(text.passage("heading_rules")),
        Paragraph(text.passage("rules_lead")),
        Bullets(items, part=PART),
        Paragraph(text.passage("rules_change")),
    )
