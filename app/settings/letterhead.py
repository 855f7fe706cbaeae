"""The head of every paper of the office, and the frame of its letters. Pure."""

from datetime import datetime
from typing import Protocol

from app.core.days import day_and_year
from app.core.text import HARD_BLANK, Language
from app.documents.form_model import Closing, Signer
from app.documents.model import Block, Document, Fact, Letterhead, Paragraph, Size
from app.documents.texts import Text
from app.settings.model import OfficeProfile


class Written(Protocol):
    """A letter, as far as its right-hand facts go."""

    @property
    def office(self) -> OfficeProfile: ...
    @property
    def officer_name(self) -> str: ...
    @property
    def issued(self) -> datetime: ...


class Signing(Written, Protocol):
    """The same, as far as whom to ring and who signs go."""

    @property
    def officer_title(self) -> str: ...


class Sent(Written, Protocol):
    """The same, as far as the whole frame of a letter goes."""

    @property
    def recipient(self) -> tuple[str, ...]: ...
    @property
    def language(self) -> Language: ...
    @property
    def draft(self) -> bool: ...


def letterhead(office: OfficeProfile) -> Letterhead:
    """The head of a paper of this office."""
    place = f"{office.postal_code} {office.postal_place}".strip()
    address = ", ".join(part for part in (office.address, place) if part)
    return Letterhead(
        municipality=office.municipality,
        office=office.name,
        address=(address,) if address else (),
        phone=telephone(office.phone),
        email=office.email,
        web=office.web,
    )


def telephone(number: str) -> str:
    """A telephone number whose parts stay on one line."""
    return HARD_BLANK.join(number.split())


def sender_facts(letter: Written, number: str, text: Text) -> tuple[Fact, ...]:
    """Date, reference, case officer, telephone and the exemption from public access."""
    facts = (
        Fact(text.passage("label_date"), day_and_year(letter.issued.date())),
        Fact(text.passage("label_reference"), number),
        Fact(text.passage("label_officer"), letter.officer_name),
        Fact(text.passage("label_phone"), telephone(letter.office.phone)),
        Fact(text.passage("label_exempt"), text.passage("exempt")),
    )
    return tuple(fact for fact in facts if fact.value)


def letter_document(
    sender: Sent,
    number: str,
    text: Text,
    *,
    title: str,
    kind: str,
    blocks: tuple[Block, ...],
    requires: tuple[str, ...],
    drafts_too: bool = False,
    lead: str = "",
    size: Size = Size.NORMAL,
    file_title: str = "",
) -> Document:
    """A letter of the office; `text` names the facts of the sender.

    Only a finished letter must hold the parts in `requires`, unless `drafts_too`.
    """
    return Document(
        title=title,
        language=sender.language.value,
        issued=sender.issued,
        reference=number,
        letterhead=letterhead(sender.office),
        recipient=sender.recipient,
        sender_facts=sender_facts(sender, number, text),
        blocks=blocks,
        requires=requires if drafts_too or not sender.draft else (),
        demo=sender.office.demo,
        draft=sender.draft,
        kind=kind,
        lead=lead,
        size=size,
        file_title=file_title,
    )


def whom_to_ring(letter: Written, text: Text) -> str:
    """The sentence on whom to ring; nothing when name or number is not known."""
    if not letter.office.phone or not letter.officer_name:
        return ""
    phone = telephone(letter.office.phone)
    return text.passage("ask", officer=letter.officer_name, phone=phone)


def questions(letter: Written, text: Text) -> tuple[Block, ...]:
    """The same as a paragraph of its own."""
    said = whom_to_ring(letter, text)
    return (Paragraph(said),) if said else ()


def signed(
    letter: Signing,
    text: Text,
    part: str,
    copies: tuple[str, ...] = (),
    enclosures: tuple[str, ...] = (),
) -> Closing:
    """Greeting and officer; `part` is held only when there is someone to sign (FV-10)."""
    act = text.passage("act") if "act" in text.passages else ""
    signer = Signer(letter.officer_name, letter.officer_title, act)
    return Closing(
        text.passage("greeting"),
        (signer,) if letter.officer_name else (),
        note=text.passage("approved"),
        enclosures=enclosures,
        copies=copies,
        part=part if letter.officer_name else "",
    )
