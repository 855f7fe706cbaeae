"""What the namsfogd must have on one sheet: from the record to a document. Pure (TV-08)."""

from datetime import date

from app.arrears.model import OpenCharge
from app.core.days import day_and_year
from app.core.money import Ore, format_kroner
from app.core.numbers import NumberKind
from app.core.text import plural
from app.decisions.stationery import written
from app.documents.model import Block, Bullets, Document, Fact, Facts, Form, Heading, Paragraph
from app.documents.texts import Text
from app.evictions.notices.claims import claims_table
from app.evictions.notices.letters import PetitionSheet, Side
from app.settings.letterhead import letterhead, sender_facts, signed

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
        sender_facts=sender_facts(sender, sheet.number, text),
        blocks=(
            *_asked(sheet, text),
            *_sides(sheet, text),
            *_claim(sheet, text),
            *_ground(sheet, text),
            *_home(sheet, text),
            Heading(text.passage("heading_enclosures"), ruled=True),
            Bullets(sheet.enclosures, part=PARTS[5] if sheet.enclosures else ""),
            signed(sender, text, PARTS[6]),
        ),
        requires=() if sender.draft else PARTS,
        demo=sender.office.demo,
        draft=sender.draft,
        form=Form.SHEET,
        kind=text.passage("kind"),
    )


def _asked(sheet: PetitionSheet, text: Text) -> tuple[Block, ...]:
    rows = (
        Fact(text.passage("label_to"), sheet.body),
        Fact(text.passage("label_asked"), text.passage("asked")),
        Fact(text.passage("label_earliest"), day_and_year(sheet.earliest)),
    )
    return (Facts(rows, part=PARTS[0]),)


def _sides(sheet: PetitionSheet, text: Text) -> tuple[Block, ...]:
    claimant, tenant = sheet.claimant, sheet.tenant
    ours = _side(claimant, text, "label_org_number", sheet.account)
    theirs = _side(tenant, text, "label_national_id")
    whole = claimant.name and claimant.number and claimant.address
    known = tenant.name and tenant.number
    return (
        Heading(text.passage("heading_claimant"), ruled=True),
        Facts(ours, part=PARTS[1] if whole else ""),
        Heading(text.passage("heading_tenant"), ruled=True),
        Facts(theirs, part=PARTS[2] if known else ""),
    )


def _side(side: Side, text: Text, number: str, account: str = "") -> tuple[Fact, ...]:
    rows = (
        Fact(text.passage("label_name"), side.name),
        Fact(text.passage(number), side.number),
        Fact(text.passage("label_address"), ", ".join(side.address)),
        Fact(text.passage("label_agent"), "; ".join(side.agents)),
        Fact(text.passage("label_account"), written(account, NumberKind.ACCOUNT)),
    )
    return tuple(each for each in rows if each.value)


def _claim(sheet: PetitionSheet, text: Text) -> tuple[Block, ...]:
    """The main claim and what comes on top, each summed, then line by line."""
    heading = Heading(text.passage("heading_claim"), ruled=True)
    owed = sheet.owed
    if not owed.charges:
        return (heading, Paragraph(text.passage("claim_move"), part=PARTS[3]))
    extra = Ore(owed.total - owed.rent)
    rows = (
        Fact(text.passage("label_main"), format_kroner(owed.rent)),
        Fact(text.passage("label_extra"), format_kroner(extra)),
    )
    return (heading, Facts(rows), claims_table(_ordered(owed.charges), owed.total, text, PARTS[3]))


def _ordered(claims: tuple[OpenCharge, ...]) -> tuple[OpenCharge, ...]:
    """The main claim first."""
    return tuple(sorted(claims, key=lambda each: (not each.charge.kind.rent, each.charge.due_on)))


def _ground(sheet: PetitionSheet, text: Text) -> tuple[Block, ...]:
    notice, social = sheet.notice, sheet.social
    signed_on = day_and_year(sheet.signed_on) if sheet.signed_on else ""
    told = social.notice_sent if social else None
    noticed = text.passage("excepted") if notice.excepted_from else ""
    if notice.sent_on:
        noticed = text.passage("notice_sent", day=day_and_year(notice.sent_on))
    rows = (
        Fact(text.passage("label_ground"), text.passage(f"ground_{sheet.ground.value}")),
        Fact(text.passage("label_lease"), sheet.lease_number),
        Fact(text.passage("label_signed"), signed_on),
        Fact(text.passage("label_notice"), noticed),
        Fact(text.passage("label_social"), _told(told, text)),
    )
    kept = tuple(each for each in rows if each.value)
    return (Heading(text.passage("heading_ground"), ruled=True), Facts(kept, part=PARTS[4]))


def _told(day: date | None, text: Text) -> str:
    return day_and_year(day) if day else text.passage("no_social")


def _home(sheet: PetitionSheet, text: Text) -> tuple[Block, ...]:
    """The dwelling, and who else must be told (TV-11)."""
    children = (
        plural(sheet.children, text.passage("child"), text.passage("children"))
        if sheet.children
        else ""
    )
    rows = (
        Fact(text.passage("label_dwelling"), sheet.home),
        Fact(text.passage("label_adults"), ", ".join(sheet.adults) or text.passage("no_adults")),
        Fact(text.passage("label_children"), children or text.passage("no_children")),
    )
    kept = tuple(each for each in rows if each.value)
    return (Heading(text.passage("heading_home"), ruled=True), Facts(kept))
