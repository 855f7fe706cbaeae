"""The print of an individual plan: ten parts in order, plain, archival, in large if wished."""

import io
from dataclasses import replace
from datetime import date

import page
import pdfplumber
import pytest

from app.core.errors import Invalid
from app.core.text import Language
from app.documents.model import Document, Heading, KeepTogether
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.followup.individual_plans.model import IndividualPlan, IndividualPlanDraft
from app.followup.individual_plans.prints import PARTS, SIGNED
from tests.app.followup.individual_plans.papers import (
    CONTENT,
    DRAFT,
    MAKES,
    SHARES,
    TODAY,
    WHOLE,
    printed,
)

BOTH = list(Language)
BARE = IndividualPlan(WHOLE.person, TODAY, plan=WHOLE.plan)


def said(document: Document) -> str:
    return "\n".join(texts_of((document.title, *document.blocks)))


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", BOTH)
def test_doc_08_is_archival_and_accessible(language: Language, large: bool) -> None:
    data = render(printed(language=language, large=large))
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, (profile, {failure.rule_id for failure in report.failures})


@pytest.mark.parametrize("language", BOTH)
def test_doc_08_is_plain(language: Language) -> None:
    text = said(printed(language=language))
    assert lix(text) <= 40
    assert longest_sentence(text) <= 25


@pytest.mark.parametrize("language", BOTH)
def test_doc_08_holds_its_ten_parts_in_the_order_of_the_regulation(language: Language) -> None:
    document = printed(language=language)
    assert document.requires == (*PARTS.values(), SIGNED)
    held = [block.part for block in document.blocks if isinstance(block, KeepTogether)]
    assert [part for part in held if part] == list(PARTS.values())
    headings = [
        block.blocks[0].text.split(".")[0]
        for block in document.blocks
        if isinstance(block, KeepTogether) and isinstance(block.blocks[0], Heading)
    ]
    assert headings[:10] == [str(number) for number in range(1, 11)]


@pytest.mark.parametrize("part", [*PARTS.values(), SIGNED])
def test_doc_08_is_refused_when_a_part_is_taken_out(part: str) -> None:
    document = printed()
    left = tuple(
        block
        for block in document.blocks
        if not (isinstance(block, KeepTogether) and part in str(block))
    )
    with pytest.raises(Invalid):
        render(replace(document, blocks=left))
    assert missing_parts(replace(document, blocks=left)) == (part,)


def test_doc_08_names_every_part_that_is_empty_and_a_draft_can_be_read_without() -> None:
    document = printed(BARE)
    lacks = missing_parts(document)
    without_child = [part for part in PARTS.values() if "barnets" not in part]
    assert list(lacks) == without_child
    sender = replace(document, requires=(), draft=True)
    assert render(sender)


def test_p6_the_print_says_which_consents_it_rests_on_and_how_to_take_them_back() -> None:
    text = said(printed())
    assert "Jeg sa ja til denne planen 23. november 2026." in text
    assert "Samtykket gjelder til og med 22. november 2027." in text
    assert "Mona Lie og fastlegen Per Vik" in text
    assert "Jeg kan trekke samtykket når jeg vil." in text


def test_pv_02_without_consent_to_share_the_print_says_it_is_not_shared() -> None:
    assert "ikke delt med noen" in said(printed(replace(WHOLE, shares=())))
    open_end = replace(WHOLE, consent=replace(MAKES, until=None), shares=())
    assert "Samtykket gjelder" not in said(printed(open_end))
    everyone = replace(WHOLE, shares=(replace(SHARES, body="", until=None),))
    assert "Planen kan deles med alle som står i del 2." in said(printed(everyone))


def test_doc_08_the_contact_stands_on_top_with_one_number() -> None:
    first = printed().blocks[0]
    assert "Siri Testmo" in str(first)
    assert "55\u00a055\u00a033\u00a039" in "".join(texts_of((first,)))


def test_doc_08_without_a_contact_the_coordinator_is_the_one_to_ring() -> None:
    content = replace(CONTENT, draft=replace(CONTENT.draft, contact_name="", contact_phone=""))
    first = printed(replace(WHOLE, content=content)).blocks[0]
    assert "55\u00a055\u00a033\u00a039" in "".join(texts_of((first,)))
    nobody = replace(WHOLE, content=content, owner="", offers={})
    assert "Min kontakt" not in said(printed(nobody))


def test_doc_08_says_how_the_child_took_part_when_there_is_one() -> None:
    assert "Slik har barnet vært med" in said(printed())
    assert "Slik har barnet vært med" not in said(printed(replace(WHOLE, children=False)))


def test_doc_08_a_copy_says_for_whom_it_is() -> None:
    assert "Kopi til Mona Lie" in said(printed(copy_to="Mona Lie"))
    assert "Kopi til" not in said(printed())


@pytest.mark.parametrize(("large", "least"), [(False, 12.0), (True, 14.9)])
def test_the_running_text_can_be_read_by_its_owner(large: bool, least: float) -> None:
    data = render(printed(large=large))
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        words = [
            word
            for sheet in pdf.pages
            for word in sheet.extract_words(extra_attrs=["size"])
            if word["text"] in {"Besøk", "tirsdag", "Mona", "søsteren", "sykehuset"}
        ]
    assert len(words) > 5
    assert min(word["size"] for word in words) >= least


def test_nothing_of_the_plan_is_in_the_title_of_the_file() -> None:
    assert printed().file_title == "Individuell plan"


def test_a_period_without_days_of_revision_is_not_whole() -> None:
    draft = replace(DRAFT, revise_on=())
    assert missing_parts(printed(replace(WHOLE, draft=draft))) == (
        "DOC-08 (8) periode og revisjon",
    )
    assert IndividualPlanDraft(starts_on=date(2026, 12, 1)).ends_on is None
