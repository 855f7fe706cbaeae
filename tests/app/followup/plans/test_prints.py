"""The print of a målplan: DOC-09, one name on top, plain, archival, in large if wished."""

import io
import re
from dataclasses import fields, replace

import page
import pdfplumber
import pytest

from app.core.errors import Invalid
from app.core.text import Language
from app.documents.model import Block, Document
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.followup.plans.model import PlanChange, PlanChangeKind, PlanCopy
from app.followup.plans.prints import CONTACT, PARTS
from tests.app.documents import reading
from tests.app.followup.plans.papers import ADVICE, CONTENT, DEDUCTION, DRAFT, VISIT, printed

BOTH = list(Language)


def said(document: Document) -> str:
    text = "\n".join(texts_of((document.title, *document.blocks)))
    return text.replace("\u00a0", " ")


def without(block: Block, part: str) -> Block:
    """The same block with no block in it that holds the part."""
    changes: dict[str, object] = {}
    for field in fields(block):
        if field.name in ("blocks", "left", "right"):
            inner = getattr(block, field.name)
            changes[field.name] = tuple(
                without(each, part) for each in inner if getattr(each, "part", "") != part
            )
    return replace(block, **changes) if changes else block  # type: ignore[arg-type]  # its own


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", BOTH)
def test_doc_09_is_archival_and_accessible(language: Language, large: bool) -> None:
    data = render(printed(language, large=large))
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, (profile, {failure.rule_id for failure in report.failures})


@pytest.mark.parametrize("language", BOTH)
def test_doc_09_is_plain_and_fits_on_two_pages(language: Language) -> None:
    document = printed(language)
    assert lix(said(document)) <= 40
    assert longest_sentence(said(document)) <= 25
    assert len(reading.pages(render(document))) <= 2


@pytest.mark.parametrize("language", BOTH)
def test_doc_09_five_goals_and_fifteen_measures_fit_on_two_pages(language: Language) -> None:
    goals = tuple(
        replace(CONTENT.goals[0], goal=at, measures=(DEDUCTION, ADVICE, VISIT)) for at in range(5)
    )
    document = printed(language, content=replace(CONTENT, goals=goals, loose=()))
    assert len(reading.pages(render(document))) <= 2


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("large", [False, True])
def test_doc_09_is_refused_when_a_part_is_taken_out(part: str, large: bool) -> None:
    document = printed(large=large)
    assert missing_parts(document) == ()
    left = tuple(
        without(each, part) for each in document.blocks if getattr(each, "part", "") != part
    )
    cut = replace(document, blocks=left)
    assert missing_parts(cut) == (part,)
    with pytest.raises(Invalid):
        render(cut)


@pytest.mark.parametrize("large", [False, True])
def test_c16_printed_plan_has_one_name_phone_backup(large: bool) -> None:
    """C16: one name, one phone and a backup, in the box above everything else."""
    text = reading.pages(render(printed(large=large)))[0].replace("\u00a0", " ")
    box = text[: text.index("Her er jeg nå")]
    assert "Min kontakt" in box
    assert box.count("Siri Testmo") == box.count("Ola Vik") == 1
    assert "55 55 33 40" in box


@pytest.mark.parametrize("gone", ["contact_name", "contact_phone", "backup_name"])
def test_c16_without_name_phone_or_backup_it_is_refused(gone: str) -> None:
    draft = replace(DRAFT, **{gone: ""})  # type: ignore[arg-type]  # texts, all three
    assert missing_parts(printed(content=replace(CONTENT, draft=draft))) == (CONTACT,)


@pytest.mark.parametrize("language", BOTH)
def test_sd_01_the_level_is_told_by_word_and_never_by_colour(language: Language) -> None:
    """The language guide: on the person's own print words and shape, no colour word."""
    document = printed(language)
    assert not re.search(r"\b(rød|raud|gul|grøn)", said(document), re.IGNORECASE)
    assert "nivå 2" in said(document)
    assert "nivå 1" in said(document)


def test_d6_a_measure_says_its_vedtak_or_that_it_has_none() -> None:
    text = said(printed())
    assert "Råd om gjeld (vedtak 2026/1033)" in text
    assert "Besøk hver tirsdag (uten vedtak)" in text
    assert "Rydde annenhver lørdag (" not in text


def test_p6_the_print_says_which_consents_it_rests_on_or_that_it_needs_none() -> None:
    assert "snakke med Nav til og med 1. juni 2027" in said(printed())
    bare = said(printed(content=replace(CONTENT, consents=())))
    assert "Planen trenger ikke samtykke." in bare
    assert "Jeg har sagt ja" not in bare


@pytest.mark.parametrize("language", BOTH)
def test_doc_09_what_is_new_is_told_in_own_words_or_else_by_what_is_other(
    language: Language,
) -> None:
    changes = tuple(PlanChange(kind, "Noe") for kind in PlanChangeKind)
    assert "Trekket er i gang." in said(printed(language, changes=changes))
    told = said(printed(language, news="", changes=changes))
    assert told.count("Noe") == 10
    assert "som før" in said(printed(language, news=""))
    assert "Trekket er i gang." not in said(printed(language, edition=1))


def test_a_plan_that_is_offered_does_not_say_that_the_person_agrees() -> None:
    assert "Jeg er med på denne planen." in said(printed())
    offered = said(printed(agreed=False))
    assert "Dette er et forslag." in offered
    assert "Jeg er med på" not in offered


def test_sot_07_hol_02_it_tells_of_individual_plan_and_coordinator() -> None:
    assert "rett til individuell plan" in said(printed())
    assert "skal kommunen tilby meg koordinator" in said(printed())


@pytest.mark.parametrize(("large", "least"), [(False, 12), (True, 16)])
def test_the_running_text_is_large_enough(large: bool, least: float) -> None:
    with pdfplumber.open(io.BytesIO(render(printed(large=large)))) as pdf:
        sizes = [
            round(char["size"], 1)
            for each in pdf.pages
            for line in each.extract_text_lines()
            if "Svarer jeg ikke" in line["text"]
            for char in line["chars"]
        ]
    assert sizes
    assert min(sizes) >= least


def test_a_copy_says_who_it_is_for_and_not_what_is_new() -> None:
    copy = said(printed(reader=PlanCopy.HEALTH))
    assert "Kopi til helse og omsorg." in copy
    assert "Nytt siden" not in copy


def test_d4_without_a_talk_the_day_of_the_evaluation_stands_under_its_own_heading() -> None:
    alone = replace(CONTENT, draft=replace(DRAFT, next_talk_on=None))
    assert "Neste samtale" in said(printed())
    assert "Neste samtale" not in said(printed(content=alone))
    assert "Når vi ser på planen igjen" in said(printed(content=alone))
