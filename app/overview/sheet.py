"""The frame of a paper of counts: for the office, of one kind, naming nobody outside. Pure."""

from datetime import datetime

from app.documents.model import Block, Document, Form
from app.documents.texts import Text
from app.settings.letterhead import letterhead
from app.settings.model import OfficeProfile


def sheet(
    office: OfficeProfile,
    issued: datetime,
    text: Text,
    blocks: tuple[Block, ...],
    requires: tuple[str, ...],
    *,
    title: str,
    lead: str = "",
    reference: dict[str, str],
    landscape: bool = False,
    footer: str = "",
) -> Document:
    """In the language of its text, which has a «kind» and a «reference» told by these facts."""
    return Document(
        title=title,
        lead=lead,
        language=text.language,
        issued=issued,
        reference=text.passage("reference", **reference),
        letterhead=letterhead(office),
        blocks=blocks,
        requires=requires,
        demo=office.demo,
        form=Form.SHEET,
        kind=text.passage("kind"),
        landscape=landscape,
        footer=footer,
    )
