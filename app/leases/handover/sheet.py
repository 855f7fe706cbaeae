"""The frame that the papers of moving in and out share. Pure."""

from app.documents.form_model import Signatures, Signer
from app.documents.model import Block, Document, Fact, Facts, Form, Heading, KeepTogether
from app.documents.texts import Text
from app.leases.handover.model import PaperHead
from app.settings.letterhead import letterhead


def sheet(
    head: PaperHead, text: Text, title: str, blocks: tuple[Block, ...], requires: tuple[str, ...]
) -> Document:
    """A sheet with letterhead, title, who and where, and what it is about."""
    sender = head.sender
    return Document(
        title=text.passage(title),
        language=sender.language.value,
        issued=sender.issued,
        reference=head.number,
        letterhead=letterhead(sender.office),
        blocks=blocks,
        requires=() if sender.draft else requires,
        demo=sender.office.demo,
        draft=sender.draft,
        form=Form.SHEET,
        kind=text.passage("kind"),
        footer=text.passage("footer", number=head.number, lease=head.lease_number),
    )


def parties(head: PaperHead, text: Text, *more: Fact, part: str = "") -> Facts:
    """Tenant, dwelling and lease; a dwelling that is not kept is written by hand."""
    address = head.address or text.passage("by_hand")
    rows = (
        Fact(text.passage("label_tenant"), head.tenant_name),
        Fact(text.passage("label_dwelling"), address),
        Fact(text.passage("label_lease"), head.lease_number),
    )
    return Facts((*rows, *(fact for fact in more if fact.value)), part=part)


def signatures(head: PaperHead, text: Text, part: str, *before: Block) -> KeepTogether:
    """Both sign, on one page with what they sign for."""
    sender = head.sender
    landlord = f"{sender.officer_title}, {sender.office.municipality}".removeprefix(", ")
    both = Signatures(
        (
            Signer(head.tenant_name, act=text.passage("sign_tenant")),
            Signer(sender.officer_name, landlord, text.passage("sign_landlord")),
        ),
        part=part,
    )
    return KeepTogether((Heading(text.passage("heading_sign")), *before, both))
