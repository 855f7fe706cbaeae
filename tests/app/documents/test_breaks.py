"""What stands where a page ends, and how far in the text of lists and clauses stands."""

from dataclasses import replace

import pytest

from app.documents.form_model import Closing, Signatures, Signer
from app.documents.model import (
    Block,
    Clause,
    Column,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    Steps,
    Table,
)
from app.documents.render import render
from tests.app.documents import reading
from tests.app.documents.contents import LETTER

SIGNED = Signatures((Signer("Kari Prøvland", act="Leier"),))


def words(*blocks: Block) -> list[reading.Word]:
    return reading.words(render(replace(LETTER, blocks=blocks)))


def word(found: list[reading.Word], text: str) -> reading.Word:
    return next(each for each in found if each.text == text)


@pytest.mark.parametrize("count", [3, 12, 104])
def test_the_numbers_of_a_list_never_touch_its_text(count: int) -> None:
    found = words(Steps(tuple(f"steg{number}" for number in range(1, count + 1))))
    texts = [each for each in found if each.text.startswith("steg")]
    assert len(texts) == count
    assert len({round(each.x0, 1) for each in texts}) == 1, "one axis for the whole list"
    for each in texts:
        label = next(
            other
            for other in found
            if other.page == each.page and abs(other.top - each.top) < 1 and other.x1 < each.x0
        )
        assert label.text == f"{each.text.removeprefix('steg')}."
        assert each.x0 - label.x1 > 1


def test_a_repeated_head_stands_where_its_table_stands() -> None:
    rows = tuple((f"rad{number}", "verdi") for number in range(90))
    table = Table((Column("Hode"), Column("Verdi")), rows, narrow=True)
    heads = [each for each in words(Clause("1", "Punkt", (table,))) if each.text == "Hode"]
    assert len(heads) > 1
    assert len({round(each.x0, 1) for each in heads}) == 1


@pytest.mark.parametrize("together", [False, True])
def test_lines_to_sign_on_pull_nothing_over_a_page_break(together: bool) -> None:
    last: Block = KeepTogether((Heading("Svaret"), SIGNED)) if together else SIGNED
    found = words(Heading("Brevet"), Paragraph("Slutten"), PageBreak(), last)
    assert word(found, "Slutten").page == word(found, "Brevet").page == 1
    assert word(found, "Leier").page == 2


def test_a_page_break_holds_inside_what_is_kept_together() -> None:
    found = words(KeepTogether((Paragraph("Slutten"), PageBreak(), SIGNED)))
    assert (word(found, "Slutten").page, word(found, "Leier").page) == (1, 2)


@pytest.mark.parametrize("count", range(14, 34))
def test_a_greeting_never_stands_alone_on_a_page(count: int) -> None:
    lines = tuple(Paragraph(f"linje{number}") for number in range(count))
    found = words(*lines, Closing("Hilsen", (Signer("Siri Testmo"),)))
    page = word(found, "Hilsen").page
    assert any(each.page == page and each.text.startswith("linje") for each in found)


def test_a_greeting_needs_no_page_of_its_own_when_closer_lines_hold_it() -> None:
    """A short letter keeps its air, and so does a long one; the one between is set closer."""
    closing = Closing("Vennlig hilsen", (Signer("Siri Testmo", "boligkonsulent"),))
    steps = {}
    for count in range(4, 30):
        blocks: tuple[Block, ...] = (
            *(Paragraph(f"først{at} " + "ord " * 30) for at in range(count)),
            closing,
        )
        found = words(*blocks)
        lines = [each.top for each in found if each.text.startswith("ord") and each.page == 1]
        steps[count] = (max(each.page for each in found), round(sorted({*lines})[1] - lines[0], 1))
    apart = [step for _, step in steps.values()]
    assert min(apart) < max(apart) == apart[0] == apart[-1]
    assert all(pages == 1 for pages, step in steps.values() if step == min(apart))
