"""What the namsfogd must have on one sheet: from the record to a document. Pure (TV-08)."""

from datetime import date

from app.arrears.model import OpenCharge
from app.core.days import day_and_year
from app.core.money import Ore, format_kroner
from app.core.text import plural
from app.documents.model import (
    Beside,
    Block,
    Document,
    Fact,
    Facts,
    Form,
    Heading,
    KeepTogether,
    Paragraph,
)
from app.documents.texts import Text
from app.evictions.notices.claims import claims_table
from app.evictions.notices.letters import PetitionSheet, Side
from app.settings.letterhead import letterhead, telephone

PARTS = (
    "TV-08 hva som kreves",
    "TV-08 den som krever, med nummer",
    "TV-08 leietaker, med fødselsnummer",
    "TV-08 krav",
    "TV-08 tvangsgrunnlag",
    "TV-08 vedlegg med leieavtale",
    "TV-08 hvem som sender",
)


def petition_sheet(sheet: PetitionSheet, text: Text) -> Document:
    """The sheet; `text` is «petition_sheet»."""
    sender = sheet.sender
    return Document(
        title=text.passage("title"),
        language=sender.language.value,
        issued=sender.issued,
        reference=sheet.number,
        letterhead=letterhead(sender.office),
        blocks=(
            *_asked(sheet, text),
            *_sides(sheet, text),
            *_claim(sheet, text),
            *_ground(sheet, text),
        ),
        requires=() if sender.draft else PARTS,
        demo=sender.office.demo,
        draft=sender.draft,
        form=Form.SHEET,
        kind=text.passage("kind"),
    )


def _asked(sheet: PetitionSheet, text: Text) -> tuple[Block, ...]:
    """What is asked of whom, and who sends it."""
    sender = sheet.sender
    phone = telephone(sender.office.phone)
    who = ", ".join(each for each in (sender.officer_name, sender.officer_title, phone) if each)
    rows = (
        Fact(text.passage("label_to"), sheet.body[:1].upper() + sheet.body[1:]),
        Fact(text.passage("label_asked"), text.passage("asked")),
        Fact(text.passage("label_earliest"), day_and_year(sheet.earliest)),
        Fact(text.passage("label_sent_by"), who),
        Fact(text.passage("label_date"), day_and_year(sender.issued.date())),
    )
    known = PARTS[6] if sender.officer_name else ""
    return (KeepTogether((Facts(rows, part=PARTS[0]),), part=known),)


def _sides(sheet: PetitionSheet, text: Text) -> tuple[Block, ...]:
    claimant, tenant = sheet.claimant, sheet.tenant
    ours = _side(claimant, text, "label_org_number")
    theirs = (*_side(tenant, text, "label_national_id"), *_home(sheet, text))
    theirs = tuple(each for each in theirs if each.value)
    whole = claimant.name and claimant.number and claimant.address
    known = tenant.name and tenant.number
    left = (Heading(text.passage("heading_claimant")), Facts(ours, part=PARTS[1] if whole else ""))
    right = (Heading(text.passage("heading_tenant")), Facts(theirs, part=PARTS[2] if known else ""))
    return (Beside(left, right),)


def _side(side: Side, text: Text, number: str) -> tuple[Fact, ...]:
    rows = (
        Fact(text.passage("label_name"), side.name),
        Fact(text.passage(number), side.number),
        Fact(text.passage("label_address"), ", ".join(side.address)),
        Fact(text.passage("label_agent"), "; ".join(side.agents)),
    )
    return tuple(each for each in rows if each.value)


def _claim(sheet: PetitionSheet, text: Text) -> tuple[Block, ...]:
    """The main claim and what comes on top, each summed, then line by line."""
    heading = Heading(text.passage("heading_claim"))
    owed = sheet.owed
    if not owed.charges:
        return (heading, Paragraph(text.passage("claim_move"), part=PARTS[3]))
    extra = Ore(owed.total - owed.rent)
    sums = text.passage("sums", main=format_kroner(owed.rent), extra=format_kroner(extra))
    table = claims_table(_ordered(owed.charges), owed.total, text, PARTS[3])
    return (heading, table, Paragraph(sums))


def _ordered(claims: tuple[OpenCharge, ...]) -> tuple[OpenCharge, ...]:
    """The main claim first."""
    return tuple(sorted(claims, key=lambda each: (not each.charge.kind.rent, each.charge.due_on)))


def _ground(sheet: PetitionSheet, text: Text) -> tuple[Block, ...]:
    notice, social = sheet.notice, sheet.social
    lease = sheet.lease_number
    if sheet.signed_on:
        lease = text.passage("lease_signed", number=lease, day=day_and_year(sheet.signed_on))
    told = social.notice_sent if social else None
    noticed = text.passage("excepted") if notice.excepted_from else ""
    if notice.sent_on:
        noticed = text.passage("notice_sent", day=day_and_year(notice.sent_on))
    rows = (
        Fact(text.passage("label_ground"), text.passage(f"ground_{sheet.ground.value}")),
        Fact(text.passage("label_lease"), lease),
        Fact(text.passage("label_notice"), noticed),
        Fact(text.passage("label_social"), _told(told, text)),
        Fact(text.passage("label_enclosures"), "\n".join(sheet.enclosures)),
    )
    kept = tuple(each for each in rows if each.value)
    enclosed = PARTS[5] if sheet.enclosures else ""
    facts = KeepTogether((Facts(kept, part=PARTS[4]),), part=enclosed)
    return (Heading(text.passage("heading_ground")), facts)


def _told(day: date | None, text: Text) -> str:
    return text.passage("notice_sent", day=day_and_year(day)) if day else text.passage("no_social")


def _home(sheet: PetitionSheet, text: Text) -> tuple[Fact, ...]:
    """The dwelling, and who else lives there and must be told (TV-11)."""
    others = [*sheet.adults]
    if sheet.children:
        others.append(plural(sheet.children, text.passage("child"), text.passage("children")))
    return (
        Fact(text.passage("label_dwelling"), sheet.home),
        Fact(text.passage("label_others"), ", ".join(others) or text.passage("no_others")),
    )
