"""The sheet that comes back: boxes to tick, room to write, a signature. Pure."""

from app.documents.form_model import Box, Boxes, Field, FillIn, Signatures, Signer
from app.documents.model import Block, Heading, PageBreak, Paragraph
from app.documents.texts import Text
from app.settings.letterhead import letterhead
from app.settings.model import OfficeProfile


def slip(text: Text, asked: str, number: str, office: OfficeProfile) -> tuple[Block, ...]:
    """«Svaret ditt» on a sheet of its own, with the application's number and nobody's name.

    `text` is the frame's.
    """
    boxes = tuple(Box(text.passage(f"slip_{answer}")) for answer in ("yes", "changed", "no"))
    place = (office.municipality, office.name, *letterhead(office).address)
    to = ", ".join(line for line in place if line)
    return (
        PageBreak(),
        Heading(
            text.passage("heading_slip"),
            ruled=True,
            aside=text.passage("slip_application", number=number),
        ),
        Paragraph(text.passage("slip_lead", to=to)),
        Boxes(
            boxes,
            question=text.passage("slip_question", asked=asked),
            part="FV-03 svarark",
        ),
        FillIn((Field(text.passage("slip_what")),), lines=2, ruled=True),
        FillIn((Field(text.passage("slip_phone")),)),
        Signatures((Signer(""),)),
    )
