"""The sheet that makes § 11-1 valid. Pure (HL-50, HL-51)."""

from app.documents.model import Bullets, Callout, Document, Paragraph
from app.documents.texts import Text
from app.leases.handover.information.model import InformationPaper
from app.leases.handover.sheet import parties, sheet, signatures

PARTS = ("HL-50 formål", "HL-51 unntak", "HL-51 underskrift")


def information_sheet(paper: InformationPaper, text: Text) -> Document:
    """The whole sheet; `text` is «tenancy_information» in the tenant's language."""
    bullets = tuple(text.passage(f"exception_{each}") for each in paper.exceptions)
    exceptions = (
        (Paragraph(text.passage("exceptions_lead")), Bullets(bullets))
        if bullets
        else (Paragraph(text.passage("exceptions_none")),)
    )
    blocks = (
        parties(paper.head, text),
        Paragraph(text.passage("intro"), part=PARTS[0]),
        Callout(text.passage("exceptions_title"), blocks=exceptions, part=PARTS[1]),
        Paragraph(text.passage("rest")),
        Paragraph(text.passage("ask")),
        signatures(paper.head, text, PARTS[2], Paragraph(text.passage("receipt"))),
    )
    return sheet(paper.head, text, "title", blocks, PARTS)
