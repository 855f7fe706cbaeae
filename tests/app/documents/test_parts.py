"""A part is there when a block that carries its name has something to say."""

from dataclasses import replace

import pytest

from app.documents.model import (
    Block,
    Bullets,
    Callout,
    Clause,
    Column,
    KeepTogether,
    PageBreak,
    Paragraph,
    Table,
)
from app.documents.parts import missing_parts
from tests.app.documents.contents import LETTER


@pytest.mark.parametrize(
    "block",
    [
        Paragraph("Du kan klage.", part="FV-10"),
        Paragraph("", lead="Frist:", part="FV-10"),
        Bullets(("en",), part="FV-10"),
        Callout("", blocks=(Paragraph("inne", part="FV-10"),)),
        KeepTogether((Clause("1", "Klage", (Paragraph("Du kan klage.", part="FV-10"),)),)),
        Table((Column("Krav"),), (("Leie",),), part="FV-10"),
    ],
)
def test_a_part_with_text_is_present(block: Block) -> None:
    assert missing_parts(replace(LETTER, blocks=(block,), requires=("FV-10",))) == ()


@pytest.mark.parametrize(
    "block",
    [
        Paragraph("Du kan klage."),
        Paragraph(" \n", part="FV-10"),
        Bullets((), part="FV-10"),
        Table((Column("Krav"),), (), part="FV-10"),
        Clause("1", "Klage", (), part="FV-10"),
        PageBreak(part="FV-10"),
    ],
)
def test_a_part_without_text_is_missing(block: Block) -> None:
    assert missing_parts(replace(LETTER, blocks=(block,), requires=("FV-10",))) == ("FV-10",)


def test_missing_parts_come_in_the_order_required() -> None:
    letter = replace(LETTER, blocks=(Paragraph("ja", part="b"),), requires=("c", "b", "a"))
    assert missing_parts(letter) == ("c", "a")
