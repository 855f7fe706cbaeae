"""The lease: from the record to a document of nineteen clauses. Pure (DOC-01)."""

from collections.abc import Callable

from app.core.days import day_and_year, length_in_words, span
from app.core.money import format_kroner
from app.core.numbers import NumberKind
from app.core.text import HARD_BLANK
from app.decisions.stationery import written
from app.documents.form_model import Signatures, Signer
from app.documents.model import (
    Block,
    Bullets,
    Callout,
    Clause,
    Document,
    Fact,
    Facts,
    Form,
    Heading,
    KeepTogether,
    Letterhead,
    Paragraph,
)
from app.documents.texts import Text
from app.dwellings.landlords.model import OwnerTask
from app.leases.annex import PART as RULES_PART
from app.leases.annex import house_rules
from app.leases.clauses import CLAUSES, ClauseBody
from app.leases.model import LeaseKind, LeasePaper
from app.leases.terms import DUE_DAYS, first_due
from app.leases.wording import dwelling_words, landlord_named, term_length
from app.settings.letterhead import letterhead, telephone

INFORMATION_PART = "HL-51 opplysninger"
RECEIPT_PART = "HL-51 egen underskrift"
SIGN_PART = "DOC-01 19 underskrifter"
PARTS = (
    "DOC-01 1 parter",
    "DOC-01 2 bolig",
    "DOC-01 3 unntak etter § 11-1",
    "DOC-01 4 leietid",
    "DOC-01 5 husleie",
    "DOC-01 6 endring av husleie",
    "DOC-01 7 sikkerhet",
    "DOC-01 8 fravikelse bokstav a",
    "DOC-01 9 fravikelse bokstav b",
    "DOC-01 10 bruk",
    "DOC-01 11 vedlikehold",
    "DOC-01 12 husstand og framleie",
    "DOC-01 13 tilsyn",
    "DOC-01 14 oppsigelse",
    "DOC-01 15 varsel til sosialtjenesten",
    "DOC-01 16 vilkår",
    "DOC-01 17 tilbakelevering",
    "DOC-01 18 tvist",
    "DOC-01 19 vedlegg",
)
"""The nineteen clauses, in their order."""


def required(paper: LeasePaper) -> tuple[str, ...]:
    """The parts without which this lease is not printed."""
    told = (INFORMATION_PART, RECEIPT_PART) if paper.draft.for_disadvantaged else ()
    return (*PARTS, SIGN_PART, RULES_PART, *told)


def lease_document(paper: LeasePaper, text: Text) -> Document:
    """The whole lease."""
    sender = paper.sender
    kind = text.passage(_kind_passage(paper))
    title = text.passage("title")
    clauses = (
        _clause(number, part, make, paper, text)
        for number, (part, make) in enumerate(zip(PARTS, CLAUSES, strict=True), start=1)
    )
    return Document(
        title=title,
        language=sender.language.value,
        issued=sender.issued,
        reference=paper.number,
        letterhead=_head(paper),
        blocks=(
            _key_facts(paper, text),
            *_information(paper, text),
            Paragraph(text.passage("margin"), small=True),
            *clauses,
            _signatures(paper, text),
            *house_rules(text),
        ),
        requires=() if sender.draft else required(paper),
        demo=sender.office.demo,
        draft=sender.draft,
        form=Form.SHEET,
        kind=kind,
        footer=text.passage("footer", number=paper.number),
    )


def _kind_passage(paper: LeasePaper) -> str:
    """What the paper calls itself: a staff dwelling has § 11-3, a room its own words (HL-60)."""
    if paper.draft.kind is LeaseKind.STAFF:
        return "kind_staff"
    room = paper.draft.kind is LeaseKind.SINGLE_ROOM
    if paper.draft.for_disadvantaged:
        return "kind_room_disadvantaged" if room else "kind_disadvantaged"
    return "kind_room" if room else "kind_ordinary"


def _head(paper: LeasePaper) -> Letterhead:
    """Whose paper it is: the landlord's own."""
    owner = paper.landlord.asked(OwnerTask.LANDLORD)
    if owner is None:
        return letterhead(paper.sender.office)
    place = ", ".join(part for part in (owner.street, owner.postal) if part)
    return Letterhead(
        municipality=owner.name,
        address=(place,) if place else (),
        phone=telephone(owner.phone),
        email=owner.email,
    )


def _clause(
    number: int,
    part: str,
    make: Callable[[LeasePaper, Text], ClauseBody],
    paper: LeasePaper,
    text: Text,
) -> Clause:
    body = make(paper, text)
    note = f"note_{number}"
    facts = {
        "authority": paper.periods.authority,
        "weeks": length_in_words(paper.periods.eviction_notice, paper.sender.language),
    }
    return Clause(
        number=str(number),
        title=text.passage(f"heading_{number}"),
        blocks=body.blocks,
        note=text.passage(note, **facts) if note in text.passages and body.noted else "",
        framed=body.framed,
        part=part,
    )


def _key_facts(paper: LeasePaper, text: Text) -> Facts:
    draft = paper.draft
    rent = format_kroner(draft.rent) if draft.rent is not None else "…"
    account = written(draft.account, NumberKind.ACCOUNT)
    pay = text.passage(
        "pay" if draft.kid else "pay_no_kid", account=account, kid=kid_words(draft.kid)
    )
    rows = (
        Fact(text.passage("label_landlord"), landlord_words(paper, text)),
        Fact(text.passage("label_tenant"), tenant_words(paper, text)),
        Fact(text.passage("label_dwelling"), _dwelling_fact(paper, text)),
        _term_fact(paper, text),
        Fact(
            text.passage("label_rent"),
            text.passage("rent_due", day=str(draft.due_day), first=_first_due(paper)),
            lead=text.passage("rent_month", rent=rent),
        ),
        Fact(text.passage("label_pay"), pay),
        Fact(text.passage("label_security"), security_words(paper, text)),
    )
    return Facts(rows)


def _dwelling_fact(paper: LeasePaper, text: Text) -> str:
    whole = dwelling_words(paper, text)
    room = paper.draft.kind is LeaseKind.SINGLE_ROOM and paper.dwelling is not None
    return text.passage("room_in", dwelling=whole) if room else whole


def landlord_words(paper: LeasePaper, text: Text) -> str:
    """Who lets and whom to ask; nothing is said of a number the office has not given."""
    name, number = landlord_named(paper)
    if number:
        name = text.passage("numbered", name=name, number=number)
    owner = paper.landlord.asked(OwnerTask.LANDLORD)
    contact = (paper.sender.officer_name, telephone(paper.sender.office.phone))
    known = ", ".join(part for part in contact if part) if owner is None else owner.reached
    return text.passage("landlord", name=name, contact=known) if known else name


def tenant_words(paper: LeasePaper, text: Text) -> str:
    """Name and birth day; a national id is not needed (DOC-01 row 1)."""
    if paper.tenant_born is None:
        return paper.tenant_name
    return text.passage("tenant", name=paper.tenant_name, born=day_and_year(paper.tenant_born))


def _term_fact(paper: LeasePaper, text: Text) -> Fact:
    draft, label = paper.draft, text.passage("label_term")
    if draft.start is None or (draft.end is None and not draft.open_ended):
        return Fact(label, "…")
    if draft.end is None:
        return Fact(label, text.passage("term_open", start=day_and_year(draft.start)))
    return Fact(label, f"({term_length(paper)})", lead=span(draft.start, draft.end))


def _first_due(paper: LeasePaper) -> str:
    first = first_due(paper.draft) if paper.draft.due_day in DUE_DAYS else None
    return day_and_year(first) if first else "…"


def kid_words(kid: str) -> str:
    """The KID in groups of four that stay on one line."""
    return HARD_BLANK.join(kid[at : at + 4] for at in range(0, len(kid), 4))


def security_words(paper: LeasePaper, text: Text) -> str:
    """What stands as security, in one line."""
    draft, parts = paper.draft, list[str]()
    if draft.deposit > 0:
        parts.append(text.passage("security_deposit", amount=format_kroner(draft.deposit)))
    if draft.guarantee > 0:
        amount = format_kroner(draft.guarantee)
        parts.append(text.passage("security_guarantee", amount=amount, guarantor=draft.guarantor))
    return " ".join(parts) or text.passage("security_none")


def _information(paper: LeasePaper, text: Text) -> tuple[Block, ...]:
    """The frame of § 11-1: what the dwelling is and each exception, before signing (HL-51)."""
    if not (paper.draft.for_disadvantaged and paper.draft.informed):
        return ()
    bullets = tuple(text.passage(f"exception_{each}") for each in paper.draft.exceptions)
    blocks: tuple[Block, ...] = (
        Paragraph(text.passage("information_lead" if bullets else "information_bare")),
        *((Bullets(bullets),) if bullets else ()),
        Paragraph(text.passage("information_rest")),
    )
    return (Callout(text.passage("information_title"), blocks=blocks, part=INFORMATION_PART),)


def _signatures(paper: LeasePaper, text: Text) -> KeepTogether:
    sender, owner = paper.sender, paper.landlord.asked(OwnerTask.LANDLORD)
    signs, landlord = sender.officer_name, sender.office.municipality
    landlord = f"{sender.officer_title}, {landlord}".removeprefix(", ")
    if owner is not None:
        signs, landlord = (owner.contact, owner.name) if owner.contact else (owner.name, "")
    parties = Signatures(
        (
            Signer(paper.tenant_name, act=text.passage("sign_tenant")),
            Signer(signs, landlord, text.passage("sign_landlord")),
        ),
        part=SIGN_PART,
    )
    receipt: tuple[Block, ...] = ()
    if paper.draft.for_disadvantaged and paper.draft.informed:
        line = Signer(paper.tenant_name, act=text.passage("sign_receipt"))
        receipt = (
            Paragraph(text.passage("receipt"), part=RECEIPT_PART),
            Signatures((line,), dated=False),
        )
    return KeepTogether((Heading(text.passage("heading_sign")), *receipt, parties))
