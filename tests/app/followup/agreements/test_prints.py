"""The print of a cooperation agreement: DOC-10, plain, archival, and never a threat."""

from dataclasses import fields, replace

import page
import pytest

from app.core.errors import Invalid
from app.core.text import Language
from app.documents.model import Block, Document
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from app.followup.agreements.model import AgreementDraft
from app.followup.agreements.prints import (
    CONTACT,
    EACH,
    EVALUATION,
    PARTS,
    PURPOSE,
    VISITS,
)
from app.followup.agreements.rules import threatens
from tests.app.documents import reading
from tests.app.followup.agreements.papers import DRAFT, TODAY, printed

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
def test_doc_10_is_archival_and_accessible(language: Language, large: bool) -> None:
    data = render(printed(language, large=large))
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, (profile, {failure.rule_id for failure in report.failures})


@pytest.mark.parametrize("language", BOTH)
def test_doc_10_is_plain_and_fits_on_two_pages(language: Language) -> None:
    document = printed(language)
    assert lix(said(document)) <= 40
    assert longest_sentence(said(document)) <= 25
    assert len(reading.pages(render(document))) <= 2


@pytest.mark.parametrize("part", PARTS)
def test_doc_10_is_refused_when_a_part_is_taken_out(part: str) -> None:
    document = printed()
    assert missing_parts(document) == ()
    left = tuple(
        without(each, part) for each in document.blocks if getattr(each, "part", "") != part
    )
    cut = replace(document, blocks=left)
    assert missing_parts(cut) == (part,)
    with pytest.raises(Invalid):
        render(cut)


def test_doc_10_an_empty_draft_names_what_is_missing_and_can_be_read() -> None:
    document = printed(draft=AgreementDraft())
    assert missing_parts(document) == (PURPOSE, EACH, VISITS, CONTACT, EVALUATION)
    assert render(replace(document, requires=(), draft=True))


def test_doc_10_what_only_one_side_does_is_no_agreement() -> None:
    assert missing_parts(printed(draft=replace(DRAFT, person_does=" "))) == (EACH,)


@pytest.mark.parametrize("language", BOTH)
def test_doc_10_a_breach_is_met_with_a_talk_and_ends_nothing(language: Language) -> None:
    bare = printed(language, draft=replace(DRAFT, if_broken=""))
    for text in (said(printed(language)), said(bare)):
        assert "snakk" in text[text.index("som avtalt") :]
        assert "gjelder som før" in text or "gjeld som før" in text
        assert "har rett til" in text


@pytest.mark.parametrize("language", BOTH)
def test_doc_10_no_fixed_word_of_it_threatens(language: Language) -> None:
    text = load_text("cooperation_agreement", language.value, TODAY)
    assert [key for key, words in text.passages.items() if threatens(words)] == []


def test_p6_it_says_which_consents_hold_or_that_none_do() -> None:
    assert "snakke med Nav til og med 1. juni 2027" in said(printed())
    assert "gir ikke lov til å dele mer" in said(printed(consents=()))
