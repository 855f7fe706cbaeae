"""The paper form, blank or with what was told. Pure."""

from dataclasses import replace
from datetime import datetime

from app.applications.intake.filling import Registered, told
from app.applications.intake.sections import ALL
from app.applications.intake.sheet import Sheet
from app.core.days import day_and_year, month_in_words
from app.documents.form_model import Signatures, Signer
from app.documents.model import Block, Bullets, Callout, Document, Form, Heading, Item, Paragraph
from app.documents.texts import Text
from app.settings.letterhead import letterhead, telephone
from app.settings.model import OfficeProfile

PARTS = ("søker", "formål", "rettigheter", "samtykke", "underskrift", "for kontoret")

_SIGNERS = ("applicant", "co_applicant", "guardian")
_RIGHTS = ("basis", "use", "fetch", "see", "answer", "talk", "change")


def blank_form(office: OfficeProfile, issued: datetime, text: Text) -> Document:
    """The form to be filled in by hand, in the language of its text."""
    phone = telephone(office.phone)
    document = _form(office, issued, Sheet(text))
    return replace(
        document,
        kind=text.passage("kind"),
        lead=text.passage("lead_phone", phone=phone) if phone else text.passage("lead"),
        footer=text.passage("footer", month=month_in_words(issued.date())),
    )


def filled_form(office: OfficeProfile, issued: datetime, text: Text, known: Registered) -> Document:
    """The form with what is registered, to read through together or to hand out."""
    number, day = known.application.number, day_and_year(issued.date())
    return replace(
        _form(office, issued, Sheet(text, told(known))),
        reference=number,
        kind=text.passage("kind_filled"),
        lead=text.passage("lead_filled"),
        footer=text.passage("footer_filled", number=number, day=day),
    )


def _form(office: OfficeProfile, issued: datetime, sheet: Sheet) -> Document:
    text = sheet.text
    sections = (block for at, part in enumerate(ALL, 1) for block in part(sheet, at))
    return Document(
        title=text.passage("title"),
        language=text.language,
        issued=issued,
        reference="",
        letterhead=letterhead(office),
        blocks=(*sections, *_rights(text), *_end(sheet)),
        requires=PARTS,
        demo=office.demo,
        form=Form.SHEET,
    )


def _rights(text: Text) -> tuple[Block, ...]:
    """What they may know and do (BS-11, FV-03)."""
    items = tuple(
        Item(text.passage(f"rights_{name}"), lead=text.passage(f"rights_{name}_lead"))
        for name in _RIGHTS
    )
    return (
        Heading(text.passage("heading_rights"), ruled=True),
        Bullets(items, part="rettigheter"),
    )


def _end(sheet: Sheet) -> tuple[Block, ...]:
    text = sheet.text
    first, second, guardian = (Signer("", act=text.passage(f"act_{who}")) for who in _SIGNERS)
    return (
        Heading(text.passage("heading_signature"), ruled=True),
        Paragraph(text.passage("signature_text")),
        Signatures((first, second), part="underskrift"),
        Signatures((guardian,), dated=False),
        Callout(
            text.passage("office_title"),
            blocks=(
                sheet.fields("office", ("received", 0.5), ("case", 0.5)),
                sheet.fields("office", ("officer", 0.5), ("checked", 0.5)),
            ),
            part="for kontoret",
        ),
    )
