"""The order of a lease: terms and data for the landlord who writes it. Pure (DOC-11)."""

from dataclasses import replace

from app.core.days import day_and_year, span
from app.core.money import format_kroner
from app.documents.form_model import Closing, Signer
from app.documents.model import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Heading,
    KeepTogether,
    Paragraph,
    Steps,
)
from app.documents.texts import Text
from app.dwellings.landlords.model import OwnerTask
from app.leases.model import LeasePaper
from app.leases.orders.model import OrderLetter
from app.leases.prints import security_words, tenant_words
from app.leases.wording import dwelling_words
from app.settings.letterhead import letter_document, telephone

PARTS = (
    "DOC-11 leieforholdet",
    "DOC-11 vilkår i avtalen",
    "DOC-11 hvem gjør hva",
    "DOC-11 svarfrist",
    "DOC-11 behandlingsgrunnlag",
    "DOC-11 saksbehandler",
)


def order_document(letter: OrderLetter, text: Text) -> Document:
    """The whole order; `text` is «contract_order»."""
    sender, paper = letter.lease.sender, letter.lease
    return letter_document(
        replace(sender, recipient=letter.owner.window),
        letter.number,
        text,
        title=text.passage("title"),
        kind=text.passage("kind"),
        blocks=(
            Paragraph(text.passage("asks", number=paper.number)),
            Facts(_terms(paper, text), part=PARTS[0]),
            Heading(text.passage("heading_terms")),
            Bullets(_must_stand(paper, text), part=PARTS[1]),
            *_conditions(paper, text),
            KeepTogether(
                (Heading(text.passage("heading_who")), Facts(_who(paper, text))), PARTS[2]
            ),
            Heading(text.passage("heading_back")),
            Steps(_steps(letter, text), part=PARTS[3]),
            Paragraph(text.passage("basis"), part=PARTS[4]),
            *_ask(paper, text),
            Closing(
                text.passage("greeting"),
                (Signer(sender.officer_name, sender.officer_title),),
                enclosures=(text.passage("enclosed", number=paper.number),),
                part=PARTS[5] if sender.officer_name else "",
            ),
        ),
        requires=PARTS,
    )


def _terms(paper: LeasePaper, text: Text) -> tuple[Fact, ...]:
    draft = paper.draft
    term = "…"
    if draft.start and draft.end:
        term = span(draft.start, draft.end)
    elif draft.start and draft.open_ended:
        term = text.passage("term_open", start=day_and_year(draft.start))
    rent = format_kroner(draft.rent) if draft.rent is not None else "…"
    household = ", ".join(paper.household) or text.passage("alone")
    rows = (
        ("label_tenant", tenant_words(paper, text)),
        ("label_household", household),
        ("label_dwelling", dwelling_words(paper, text)),
        ("label_term", term),
        ("label_rent", text.passage("rent", rent=rent, day=str(draft.due_day))),
        ("label_security", security_words(paper, text)),
        ("label_vedtak", paper.vedtak_number or text.passage("no_vedtak")),
    )
    return tuple(Fact(text.passage(label), value) for label, value in rows)


def _must_stand(paper: LeasePaper, text: Text) -> tuple[str, ...]:
    """What the lease must say to hold (HL-51, TV-01, HL-10, HL-18)."""
    draft = paper.draft
    names = ["must_rent", "must_eviction_a"]
    if not draft.open_ended:
        names.append("must_eviction_b")
    names.append("must_disadvantaged" if draft.for_disadvantaged else "must_ordinary")
    return tuple(text.passage(name) for name in names)


def _conditions(paper: LeasePaper, text: Text) -> tuple[Block, ...]:
    if not paper.conditions:
        return ()
    items = tuple(condition.duty for condition in paper.conditions)
    return (Paragraph(text.passage("conditions", number=paper.vedtak_number)), Bullets(items))


def _who(paper: LeasePaper, text: Text) -> tuple[Fact, ...]:
    owner = paper.landlord.details
    ours = paper.sender.office.municipality
    return tuple(
        Fact(
            text.passage(f"task_{task}"),
            owner.name if owner and paper.landlord.by_owner(task) else ours,
        )
        for task in OwnerTask
    )


def _steps(letter: OrderLetter, text: Text) -> tuple[str, ...]:
    day = day_and_year(letter.answer_by)
    names = ("step_write", "step_sign", "step_back")
    return tuple(text.passage(name, day=day) for name in names)


def _ask(paper: LeasePaper, text: Text) -> tuple[Block, ...]:
    sender = paper.sender
    if not sender.office.phone or not sender.officer_name:
        return ()
    phone = telephone(sender.office.phone)
    return (Paragraph(text.passage("ask", officer=sender.officer_name, phone=phone)),)
