"""The letter about missing papers: whole, plain, and kind to one who has not opened the post."""

from dataclasses import replace
from datetime import date

import page
import pytest

from app.core.errors import Invalid
from app.core.text import Language
from app.debt.papers.model import DebtPaperKind, PaperLetter
from app.debt.papers.prints import PARTS, papers_letter
from app.documents.model import Document
from app.documents.parts import missing_parts
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from tests.app.documents import sound
from tests.app.documents.parts_taken import without
from tests.app.documents.reading import text
from tests.app.evictions.letters import parts_of, sender

BOTH = (Language.NB, Language.NN)
WINDOW = ("Kari Prøve", "Prøvegata 7", "2211 LIA")


def letter(language: Language = Language.NB, **changes: object) -> Document:
    """With every paper asked for."""
    paper = PaperLetter(
        kinds=tuple(DebtPaperKind),
        answer_by=date(2026, 12, 7),
        words="Ta også med brevet fra namsfogden.",
        sender=sender(language, WINDOW),
        number="B-2026-8",
    )
    return papers_letter(
        replace(paper, **changes),  # type: ignore[arg-type]  # its own fields
        load_text("debt_papers", language.value, date(2026, 11, 23)),
    )


@pytest.mark.parametrize("words", ["", "Ta også med brevet fra namsfogden."])
@pytest.mark.parametrize("language", BOTH)
def test_every_letter_is_whole_and_plain(language: Language, words: str) -> None:
    document = letter(language, words=words)
    assert missing_parts(document) == ()
    said = "\n".join(each for each in parts_of(document) if each.strip())
    assert lix(said) <= 40
    assert longest_sentence(said) <= 25
    assert sound.words_never_used(document) == set()


@pytest.mark.parametrize("language", BOTH)
def test_it_is_archival_and_accessible(language: Language) -> None:
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(render(letter(language)), profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("kind", DebtPaperKind)
def test_each_paper_has_words_of_its_own(kind: DebtPaperKind, language: Language) -> None:
    found = load_text("debt_papers", language.value, date(2026, 11, 23))
    assert found.passage(f"paper_{kind}")


@pytest.mark.parametrize(
    ("changes", "part"),
    [({"kinds": ()}, PARTS[0]), ({"answer_by": None}, PARTS[1])],
)
def test_gj_03_it_is_refused_without_a_part(changes: dict[str, object], part: str) -> None:
    document = letter(Language.NB, **changes)
    assert missing_parts(document) == (part,)
    with pytest.raises(Invalid):
        render(document)


@pytest.mark.parametrize("part", PARTS)
def test_it_is_refused_without_any_part_of_it(part: str) -> None:
    taken = without(letter(), part)
    assert missing_parts(taken) == (part,)
    with pytest.raises(Invalid):
        render(taken)


def test_nobody_to_ring_is_no_letter() -> None:
    known = sender(Language.NB, WINDOW)
    silent = replace(known, office=replace(known.office, phone=""))
    assert missing_parts(letter(sender=silent)) == (PARTS[4],)


def test_gj_02_it_says_what_to_do_when_it_becomes_urgent() -> None:
    words = " ".join(text(render(letter())).split())
    assert "Lever papirene senest mandag 7. desember 2026" in words
    assert "hvis du kan miste boligen eller strømmen" in words
    assert "brev du ikke har åpnet" in words


@pytest.mark.parametrize("words", ["", "Ta også med brevet fra namsfogden."])
@pytest.mark.parametrize("language", BOTH)
def test_all_of_them_stand_on_one_sheet(language: Language, words: str) -> None:
    assert "Side 1 av 1" in " ".join(text(render(letter(language, words=words))).split())
