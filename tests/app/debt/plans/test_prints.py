"""Letters to creditors and the plan: whole, plain, archival, and silent about others."""

from dataclasses import replace
from datetime import date

import page
import pytest

from app.core.errors import Invalid
from app.core.money import kroner
from app.core.text import Language
from app.debt.plans import plan_print, prints
from app.debt.plans.model import ShareBasis
from app.documents.model import Document
from app.documents.parts import missing_parts
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import Text, load_text
from tests.app.debt.plans import papers
from tests.app.documents import sound
from tests.app.documents.parts_taken import without
from tests.app.evictions.letters import parts_of

BOTH = (Language.NB, Language.NN)
WORDS = "Vi har lagt ved oversikten dere ba om."


def text_of(name: str, language: Language) -> Text:
    return load_text(name, language.value, date(2026, 11, 23))


def opening(language: Language = Language.NB, words: str = "") -> Document:
    text = text_of("creditor_opening", language)
    return prints.creditor_opening(papers.opening(language, words), text)


def proposal(
    language: Language = Language.NB,
    basis: ShareBasis = ShareBasis.PRO_RATA,
    words: str = "",
) -> Document:
    text = text_of("creditor_proposal", language)
    return prints.creditor_proposal(papers.proposal(language, basis, words), text)


def plan(language: Language = Language.NB, words: str = "", claims: int = 4) -> Document:
    text = text_of("payment_plan", language)
    return plan_print.payment_plan(papers.plan_paper(language, words, claims), text)


def every(language: Language) -> list[Document]:
    """Each paper as it may be."""
    return [
        *(opening(language, words) for words in ("", WORDS)),
        *(proposal(language, basis, words) for basis in ShareBasis for words in ("", WORDS)),
        *(plan(language, words, claims) for words in ("", WORDS) for claims in (1, 4, 25)),
    ]


@pytest.mark.parametrize("language", BOTH)
def test_every_paper_is_whole_and_plain(language: Language) -> None:
    for document in every(language):
        assert missing_parts(document) == ()
        said = "\n".join(each for each in parts_of(document) if each.strip())
        assert longest_sentence(said) <= 25
        assert sound.words_never_used(document) == set()


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", ["creditor_opening", "creditor_proposal", "payment_plan"])
def test_the_words_are_easy_to_read(name: str, language: Language) -> None:
    assert lix("\n".join(text_of(name, language).passages.values())) <= 40


@pytest.mark.parametrize("language", BOTH)
def test_every_paper_is_archival_and_accessible(language: Language) -> None:
    for document in (opening(language, WORDS), proposal(language), plan(language, claims=25)):
        for profile in ("2a", "ua1"):
            report = page.validate_pdf_bytes(render(document), profile=profile)
            assert report.is_compliant, {failure.rule_id for failure in report.failures}


def test_a_letter_without_a_number_to_ring_is_refused() -> None:
    first, offer = papers.opening(Language.NB), papers.proposal(Language.NB)
    office = replace(first.sender.office, phone="")
    silent = replace(first.sender, office=office)
    for document in (
        prints.creditor_opening(
            replace(first, sender=silent), text_of("creditor_opening", Language.NB)
        ),
        prints.creditor_proposal(
            replace(offer, sender=silent), text_of("creditor_proposal", Language.NB)
        ),
    ):
        with pytest.raises(Invalid):
            render(document)


@pytest.mark.parametrize("part", prints.OPENING_PARTS)
def test_a_first_letter_that_lacks_a_part_is_refused(part: str) -> None:
    refused_without(opening(), part)


@pytest.mark.parametrize("part", prints.PROPOSAL_PARTS)
def test_an_offer_that_lacks_a_part_is_refused(part: str) -> None:
    refused_without(proposal(), part)


@pytest.mark.parametrize("part", plan_print.PARTS)
def test_a_plan_that_lacks_a_part_is_refused(part: str) -> None:
    refused_without(plan(), part)


def refused_without(whole: Document, part: str) -> None:
    taken = without(whole, part)
    assert part in missing_parts(taken)
    with pytest.raises(Invalid):
        render(taken)


def test_a_sum_nobody_has_told_is_not_shown_as_nothing() -> None:
    paper = papers.opening(Language.NB)
    unknown = replace(paper, lines=(replace(paper.lines[0], owed=kroner(0)),))
    document = prints.creditor_opening(unknown, text_of("creditor_opening", Language.NB))
    said = "\n".join(parts_of(document))
    assert "Ikke kjent" in said
    assert "0 kr" not in said.replace("\u00a0", " ")


def test_what_is_left_after_the_months_is_told_to_the_ore() -> None:
    said = "\n".join(parts_of(proposal())).replace("\u00a0", " ")
    assert "0,50 kr" in said or "0,50 kroner" in said


def test_gj_29_by_rank_is_said_with_its_paragraph() -> None:
    said = "\n".join(parts_of(proposal(basis=ShareBasis.BY_RANK)))
    assert "dekningsloven § 2-8" in said


def test_an_offer_tells_of_no_other_creditor_than_the_reader() -> None:
    said = "\n".join(parts_of(proposal()))
    assert "Glitre Kraft" not in said
    assert "Prøvegata" not in said


def waits(language: Language, *firsts: date | None) -> Document:
    """An offer whose claims begin on those days."""
    paper = papers.proposal(language)
    lines = (
        replace(line, first=first, months=line.months if first else 0)
        for line, first in zip(paper.lines, firsts, strict=True)
    )
    return prints.creditor_proposal(
        replace(paper, lines=tuple(lines)), text_of("creditor_proposal", language)
    )


@pytest.mark.parametrize("language", BOTH)
def test_one_who_waits_for_others_is_told_from_which_day(language: Language) -> None:
    later, last = date(2028, 1, 1), date(2028, 5, 1)
    for document in (waits(language, later, last), waits(language, None, None)):
        said = "\n".join(each for each in parts_of(document) if each.strip())
        assert missing_parts(document) == ()
        assert longest_sentence(said) <= 25
        assert "1. januar 2027" not in said
        assert sound.words_never_used(document) == set()
    said = "\n".join(parts_of(waits(Language.NB, later, last)))
    assert "Første betaling til dere er 1. januar 2028" in said
    assert "fra 01.05.2028" in said
