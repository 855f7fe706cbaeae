"""What a screen reader meets: headings, lists and tables in the order of the story."""

from dataclasses import replace
from itertools import pairwise

import pytest

from app.core.charts import BarChart, BarGroup
from app.documents.chart_model import (
    Bar,
    Bars,
    GroupedBars,
    Level,
    LevelLine,
    Segment,
    Target,
    TargetCrossing,
    TargetRing,
    Trend,
)
from app.documents.form_model import Box, Boxes, KeyGroups
from app.documents.model import (
    Block,
    Bullets,
    Callout,
    Clause,
    Column,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Size,
    Steps,
    Table,
)
from app.documents.render import render
from tests.app.documents import contents, reading
from tests.app.documents.contents import LETTER

COLUMNS = (Column("Krav"), Column("Forfall"), Column("Beløp"))


def tree(*blocks: Block) -> reading.Node:
    return reading.structure(render(replace(LETTER, blocks=blocks)))


def under(tag: str, *blocks: Block) -> reading.Node:
    return next(node for node in tree(*blocks).walk() if node.tag == tag)


@pytest.mark.parametrize("seed", range(0, 60, 3))
def test_there_is_one_top_heading_and_no_level_is_skipped(seed: int) -> None:
    tags = reading.structure(render(contents.document(seed))).tags()
    levels = [int(tag[1]) for tag in tags if tag[0] == "H" and tag[1:].isdigit()]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_heading_has_its_bookmark() -> None:
    data = render(replace(LETTER, blocks=(Heading("Først"), Heading("Så", 3), Heading("Sist"))))
    assert reading.bookmarks(data) == ["Du får leie kommunal bolig", "Først", "Så", "Sist"]
    data = render(replace(LETTER, blocks=(Clause("3", "Husleie", (Paragraph("Tekst"),)),)))
    assert reading.bookmarks(data)[1:] == ["3 Husleie"]


def test_table_heads_have_scope_and_empty_cells_keep_their_place() -> None:
    table = under("Table", Table(COLUMNS, (("Leie", "", "9 450"), ("", "", ""))))
    rows = [node for node in table.children if node.tag == "TR"]
    assert [(cell.tag, cell.scope) for cell in rows[0].children] == [("TH", "Column")] * 3
    assert [cell.tag for cell in rows[1].children] == ["TH", "TD", "TD"]
    assert {row.children[0].scope for row in rows[1:]} == {"Row"}
    assert {len(row.children) for row in rows} == {3}


def test_a_head_that_is_repeated_is_read_once() -> None:
    long = Table(COLUMNS, tuple((f"Rad {n}", "1. mai", "1") for n in range(90)), total=("Sum",) * 3)
    data = render(replace(LETTER, blocks=(long,)))
    assert sum("Forfall" in sheet for sheet in reading.pages(data)) == len(reading.pages(data)) > 2
    heads = [node for node in reading.structure(data).walk() if node.scope == "Column"]
    assert len(heads) == 3
    assert [head.marks for head in heads] == [1, 1, 1]


def test_a_row_never_breaks_over_a_page() -> None:
    tall = Table(COLUMNS, tuple((f"Rad{n}", "a\nb\nc", f"slutt{n}") for n in range(40)))
    for sheet in reading.pages(render(replace(LETTER, blocks=(tall,)))):
        assert sheet.count("Rad") == sheet.count("slutt")


def test_facts_are_a_table_with_row_heads() -> None:
    table = under("Table", Facts((Fact("Hvem", "Du"), Fact("Når", "nå"))))
    assert [(cell.tag, cell.scope) for row in table.children for cell in row.children] == [
        ("TH", "Row"),
        ("TD", ""),
    ] * 2


@pytest.mark.parametrize("block", [Bullets(("en", "to")), Steps(("en", "to"))])
def test_lists_have_items_with_label_and_body(block: Block) -> None:
    assert under("L", block).tags() == ["LI", "Lbl", "LBody"] * 2


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    long = Paragraph("Det er en lang sak. " * 400)
    found = [node for node in tree(long).walk() if node.tag == "P" and node.marks > 1]
    assert len(found) == 1


def test_a_side_note_is_read_after_its_clause() -> None:
    section = under("Sect", Clause("1", "Boligen", (Paragraph("Tekst"),), note="Merk"))
    clause = next(
        node
        for node in tree(Clause("1", "Boligen", (Paragraph("Tekst"),), note="Merk")).walk()
        if node.tag == "Sect" and node.children[0].tag == "H2"
    )
    assert section.tag == "Sect"
    assert clause.tags() == ["H2", "P", "P"]


def test_a_side_note_in_a_frame_stands_under_its_clause() -> None:
    clause = Clause("1", "Boligen", (Paragraph("Tekst"),), note="Merknad")
    for blocks, edge in (((clause,), 144), ((Callout("Ramme", blocks=(clause,)),), 31.5)):
        found = reading.words(render(replace(LETTER, blocks=blocks)))
        note = next(word for word in found if word.text == "Merknad")
        assert note.x0 == pytest.approx(edge, abs=0.5)


def test_another_language_is_told() -> None:
    found = [node.language for node in tree(Paragraph("Bures boahtin", language="se")).walk()]
    assert "se" in found


def test_a_ticked_form_says_which_boxes_are_ticked() -> None:
    said = [node.actual for node in tree(Boxes((Box("Tolk", True), Box("Heis")))).walk()]
    assert "Krysset av: Tolk" in said
    assert "Ikke krysset av: Heis" in said
    assert not any(node.actual for node in tree(Boxes((Box("Tolk"), Box("Heis")))).walk())


def test_a_key_group_is_read_character_by_character() -> None:
    assert "7 K Q 4 M" in [node.actual for node in tree(KeyGroups(("7KQ4M",))).walk()]


@pytest.mark.parametrize(
    "block",
    [
        LevelLine((Level(2, "noe hjelp"), Level(1, "litt")), (2, "Nå"), "Du har noe hjelp."),
        Bars((Bar("Inn", (Segment("Lønn", 9, "9 kr"), Segment("Støtte", 1, "1 kr"))),), "Ti inn."),
        GroupedBars(BarChart("Flest venter.", ("Boliger",), (BarGroup("Rus", (11,)),))),
        Trend((3, 2, 1), "Køen går ned.", target=1),
        Target((TargetRing(1, "36"),), (TargetCrossing(1, "5", "2"),), "Fem fikk mindre støtte."),
    ],
)
def test_a_drawing_tells_its_finding(
    block: LevelLine | Bars | GroupedBars | Trend | Target,
) -> None:
    alt = block.chart.said if isinstance(block, GroupedBars) else block.alt
    assert under("Figure", block).alt == alt


def test_large_print_turns_a_wide_table_into_blocks() -> None:
    table = Table(COLUMNS, (("Leie", "1. mai", "9 450"),), total=("Sum", "", "9 450"))
    data = render(replace(LETTER, blocks=(table,), size=Size.LARGE))
    assert "Table" not in reading.structure(data).tags()
    assert "Forfall: 1. mai" in reading.text(data)


def test_a_frame_is_a_section_with_heading() -> None:
    tags = tree(Callout("Kan du ikke betale?", "Ring oss", "62 00 01 23")).tags()
    at = tags.index("H2")
    assert tags[at - 1 : at + 3] == ["Sect", "H2", "P", "P"]
