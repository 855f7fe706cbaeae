"""The sheet that comes back: boxes to tick, room to write, a signature. Pure."""

from app.documents.form_model import Box, Boxes, Field, FillIn, Signatures, Signer
from app.documents.model import Block, Heading, KeepTogether, PageBreak, Paragraph
from app.documents.texts import Text


def slip(text: Text, asked: str, number: str) -> tuple[Block, ...]:
    """«Svaret ditt» on a sheet of its own, with the application's number and nobody's name.

    `text` is the frame's.
    """
    which = text.passage("slip_application", number=number)
    boxes = tuple(Box(text.passage(f"slip_{answer}")) for answer in ("yes", "changed", "no"))
    return (
        PageBreak(),
        KeepTogether(
            (
                Heading(text.passage("heading_slip"), ruled=True, aside=which),
                Paragraph(text.passage("slip_lead")),
                Boxes(boxes, question=text.passage("slip_question", asked=asked)),
                FillIn((Field(text.passage("slip_what")),), lines=2, ruled=True),
                FillIn((Field(text.passage("slip_phone")),)),
                Signatures((Signer("", act=text.passage("slip_act")),)),
            ),
            part="FV-03 svarark",
        ),
    )
