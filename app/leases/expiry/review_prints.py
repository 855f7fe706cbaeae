"""The sheet taken along to a talk about the term: half-way, or the exit plan. Pure."""

from app.core.days import span
from app.documents.form_model import Box, Boxes, Field, FillIn, Signatures, Signer
from app.documents.model import Block, Document, Fact, Facts, Form, Heading, PageBreak, Paragraph
from app.documents.texts import Text
from app.leases.expiry.model import ReviewKind, ReviewSheet
from app.settings.letterhead import letterhead

HALF_WAY = ("home", "safety", "economy", "neighbours", "health", "search")
EXIT_PLAN = ("search", "economy", "loan", "private", "network", "hinder")
_NEXT_LINES = 10
CHECKED = ("heating", "damp", "smoke", "electric", "doors", "clean")


def review_sheet(sheet: ReviewSheet, text: Text) -> Document:
    """The whole sheet; `text` is «term_review» in the tenant's language."""
    sender, kind = sheet.sender, sheet.kind
    return Document(
        title=text.passage(f"title_{kind}"),
        language=sender.language.value,
        issued=sender.issued,
        reference=sheet.lease_number,
        letterhead=letterhead(sender.office),
        form=Form.SHEET,
        lead=text.passage(f"lead_{kind}"),
        blocks=(
            Facts(_facts(sheet, text)),
            FillIn((Field(text.passage("held_on"), share=0.4), Field(text.passage("present")))),
            *(_seen(text) if kind is ReviewKind.HALF_WAY else ()),
            Heading(text.passage("heading_talk"), ruled=True),
            *_topics(HALF_WAY if kind is ReviewKind.HALF_WAY else EXIT_PLAN, text),
            PageBreak(),
            Heading(text.passage("heading_next"), ruled=True),
            FillIn((Field(text.passage("next")),), lines=_NEXT_LINES, ruled=True),
            *_points_to(text),
            Paragraph(text.passage("decides_nothing"), small=True),
            _signed(sheet, text),
        ),
        demo=sender.office.demo,
        kind=text.passage("kind"),
    )


def _facts(sheet: ReviewSheet, text: Text) -> tuple[Fact, ...]:
    facts = (
        Fact(text.passage("label_lease"), sheet.lease_number),
        Fact(text.passage("label_tenant"), sheet.tenant_name),
        Fact(text.passage("label_home"), sheet.home),
        Fact(text.passage("label_term"), span(sheet.start, sheet.end)),
    )
    return tuple(fact for fact in facts if fact.value)


def _seen(text: Text) -> tuple[Block, ...]:
    boxes = tuple(Box(text.passage(f"seen_{each}")) for each in CHECKED)
    return (
        Heading(text.passage("heading_seen"), ruled=True),
        Boxes(boxes, question=text.passage("seen"), across=3),
        FillIn((Field(text.passage("to_mend")),), lines=2, ruled=True),
    )


def _topics(topics: tuple[str, ...], text: Text) -> tuple[Block, ...]:
    lines = 1 if topics is HALF_WAY else 2
    return tuple(
        FillIn((Field(text.passage(f"talk_{topic}")),), lines=lines, ruled=True) for topic in topics
    )


def _points_to(text: Text) -> tuple[Block, ...]:
    answers = tuple(Box(text.passage(f"answer_{each}")) for each in ("renew", "not", "unsure"))
    return (Boxes(answers, question=text.passage("points_to"), across=3),)


def _signed(sheet: ReviewSheet, text: Text) -> Signatures:
    return Signatures(
        (
            Signer(sheet.tenant_name, act=text.passage("tenant")),
            Signer(sheet.sender.officer_name, act=text.passage("office")),
        )
    )
