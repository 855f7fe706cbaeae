"""What a finished file says and holds, and when none is made."""

import hashlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from itertools import combinations

import pytest

from app.core.errors import Invalid, OfficeError
from app.documents.form_model import KeyGroups, Signatures, Signer
from app.documents.model import (
    Callout,
    Clause,
    Column,
    Document,
    Fact,
    Facts,
    Form,
    Heading,
    Language,
    Paragraph,
    Table,
)
from app.documents.render import render
from tests.app.documents import contents, reading
from tests.app.documents.contents import LETTER

SAMI = "Porsáŋgu Ruoŧŧa Kárášjohka vuođđu gïele Snåase Čearru Žž Ññ Ää Öö ÆØÅ æøå"


def with_text(text: str) -> Document:
    return replace(LETTER, blocks=(Paragraph(text),))


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render(contents.document(3)) == render(contents.document(3))


def test_the_bytes_do_not_depend_on_process_or_hash_seed() -> None:
    ask = (
        "import hashlib; from app.documents.render import render;"
        "from tests.app.documents.contents import document;"
        "print(hashlib.sha256(render(document(5))).hexdigest())"
    )
    told = subprocess.run(
        [sys.executable, "-c", ask], capture_output=True, text=True, check=True,
        env={"PYTHONHASHSEED": "77", "PYTHONPATH": ":".join(sys.path)},
    )  # fmt: skip
    assert told.stdout.strip() == hashlib.sha256(render(contents.document(5))).hexdigest()


def test_documents_made_at_the_same_time_do_not_touch_each_other() -> None:
    alone = [render(contents.document(seed)) for seed in range(6)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(render, [contents.document(seed) for seed in range(6)]))
    assert together == alone


def test_a_frame_longer_than_a_page_loses_no_line() -> None:
    lines = tuple(Paragraph(f"Linje{number}.") for number in range(120))
    framed = Callout("Dette må du vite", blocks=lines)
    found = reading.text(render(replace(LETTER, blocks=(framed,))))
    assert all(f"Linje{number}." in found for number in range(120))


def test_a_row_longer_than_a_page_loses_no_line() -> None:
    tall = "\n".join(f"Linje{number}." for number in range(120))
    table = Table((Column("Hva"), Column("Merknad")), (("Rom", tall),))
    found = reading.text(render(replace(LETTER, blocks=(table,))))
    assert all(f"Linje{number}." in found for number in range(120))


def test_another_text_is_another_file() -> None:
    assert render(with_text("en")) != render(with_text("to"))


def test_the_moment_of_issue_is_the_moment_of_the_file() -> None:
    data = render(LETTER)
    told = reading.info(data)
    assert told["/CreationDate"] == told["/ModDate"] == "D:20261120091500+00'00'"
    assert b"<xmp:ModifyDate>2026-11-20T09:15:00+00:00</xmp:ModifyDate>" in data


def test_a_moment_without_offset_is_our_own_fault() -> None:
    with pytest.raises(ValueError, match="offset"):
        render(replace(LETTER, issued=datetime(2026, 11, 20)))


@pytest.mark.parametrize(
    "text", [SAMI, "<b>Ola</b> <img src='x.png'/>", "=1+1", "&amp; {navn} %s \\n (a)", "§ 9-2"]
)
def test_text_is_printed_as_itself(text: str) -> None:
    assert text in " ".join(reading.text(render(with_text(text))).split())


def test_decomposed_letters_are_composed_before_they_are_drawn() -> None:
    assert "Åse Čearru" in reading.text(render(with_text("A\u030ase C\u030cearru")))


def test_words_on_two_lines_do_not_run_together() -> None:
    long = " ".join(f"ord{n}" for n in range(60))
    assert long in " ".join(reading.text(render(with_text(long))).split())


def test_a_character_the_font_lacks_is_refused_by_code_point_alone() -> None:
    with pytest.raises(OfficeError) as caught:
        render(with_text("Ola 好 \u200f \U0001f600"))
    assert caught.value.code == "glyph_missing"
    assert caught.value.facts == {"points": ("U+200F", "U+597D", "U+1F600")}
    assert "Ola" not in repr(caught.value)


def test_a_missing_part_is_refused_by_name() -> None:
    with pytest.raises(Invalid) as caught:
        render(replace(LETTER, requires=("FV-10", "grunnlag")))
    told = [(p.field, p.code, p.source) for p in caught.value.problems]
    assert told == [("FV-10", "missing_part", "FV-10"), ("grunnlag", "missing_part", "")]


@pytest.mark.parametrize(
    ("language", "demo"), [("nb", "Demo – ikke ekte"), ("nn", "Demo – ikkje ekte")]
)
def test_demo_and_draft_stand_on_every_page(language: Language, demo: str) -> None:
    blocks = tuple(Paragraph("Det er en lang sak. " * 40) for _ in range(12))
    marked = replace(LETTER, blocks=blocks, demo=True, draft=True, language=language)
    sheets = reading.pages(render(marked))
    assert len(sheets) > 1
    assert all(f"{demo} · Utkast" in sheet for sheet in sheets)
    assert not any("Demo" in sheet or "Utkast" in sheet for sheet in reading.pages(render(LETTER)))
    assert reading.info(render(marked))["/Title"].startswith(f"{demo}: Utkast: ")


def test_every_page_carries_reference_kind_and_number() -> None:
    blocks = tuple(Paragraph("Det er en lang sak. " * 40) for _ in range(12))
    sheets = reading.pages(render(replace(LETTER, blocks=blocks)))
    for number, sheet in enumerate(sheets, start=1):
        assert "Ref. 2026/1182-7 · Vedtak om kommunal bolig" in sheet
        assert f"Side {number} av {len(sheets)}" in sheet


def test_the_file_is_named_by_title_and_reference_and_not_by_the_receiver() -> None:
    told = reading.info(render(LETTER))
    assert told["/Title"] == "Du får leie kommunal bolig (2026/1182-7)"
    assert "Hauglie" not in str(told)
    plan = replace(LETTER, title="Målplan for Solfrid Hauglie", file_title="Målplan")
    assert reading.info(render(plan))["/Title"] == "Målplan (2026/1182-7)"


def test_lines_to_sign_never_stand_on_a_page_alone() -> None:
    signed = (Heading("Underskrifter"), Signatures((Signer("Áile Njárga", act="Leier"),) * 2))
    for count in range(4, 20):
        clauses = tuple(
            Clause(str(n), "Boligen", (Paragraph("Du leier boligen. " * 12),))
            for n in range(1, count)
        )
        lease = replace(LETTER, form=Form.SHEET, blocks=(*clauses, *signed))
        last = reading.pages(render(lease))[-1]
        assert "Underskrifter" in last
        assert last.index("Boligen") < last.index("Underskrifter")


def test_a_recovery_key_is_drawn_whole() -> None:
    sheet = replace(LETTER, form=Form.PLAIN, blocks=(KeyGroups(("7KQ4M", "X2HDN")),))
    found = "".join(reading.text(render(sheet)).split())
    assert "7KQ4M" in found
    assert "X2HDN" in found


def collide(one: reading.Word, other: reading.Word) -> bool:
    return (
        one.page == other.page
        and min(one.x1, other.x1) - max(one.x0, other.x0) > 0.6
        and min(one.bottom, other.bottom) - max(one.top, other.top) > 0.9
    )


def test_no_word_is_drawn_over_another() -> None:
    for seed in range(1, 40, 4):
        found = reading.words(render(contents.document(seed)))
        assert not [(seed, a, b) for a, b in combinations(found, 2) if collide(a, b)]


def test_nothing_is_drawn_outside_the_page_or_over_the_footer() -> None:
    for seed in range(0, 48, 4):
        made = contents.document(seed)
        width, height, left, foot = (297, 210, 15, 193) if made.landscape else (210, 297, 20, 278)
        for word in reading.words(render(made)):
            assert word.x0 >= left - 3, (seed, word)
            assert word.x1 <= width - left + 0.5, (seed, word)
            assert word.bottom <= foot + 1 or word.bottom > foot + 5, (seed, word)
            assert word.bottom < height - 4, (seed, word)


def test_a_fact_stands_beside_its_label() -> None:
    data = render(replace(LETTER, blocks=(Facts((Fact("Husleie", "9 450 kr"),)),)))
    found = {word.text: word for word in reading.words(data)}
    assert found["Husleie"].x0 == pytest.approx(20, abs=0.5)
    assert found["450"].x0 > found["9"].x0 == pytest.approx(54, abs=0.5)
    assert found["9"].top == pytest.approx(found["Husleie"].top, abs=0.2)
