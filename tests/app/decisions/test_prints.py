"""The letters with a vedtak: whole, plain, archival and the same in both languages."""

from dataclasses import replace

import page
import pytest

from app.core.errors import Invalid
from app.core.text import Language
from app.decisions.model import (
    OtherMeans,
    RefusalGround,
    VedtakDraft,
    VedtakKind,
    VedtakResult,
)
from app.decisions.prints import GRANT_PARTS, REASON_PARTS, REFUSAL_PARTS
from app.documents.model import Document
from app.documents.parts import blocks_of, missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from tests.app.decisions.desk import a_grant, a_refusal
from tests.app.decisions.letters import ISSUED, a_letter, printed, without_officer

BOTH = list(Language)
ANSWERS = [
    a_grant(),
    a_grant(conditions=(), rules_text="", facts_text="", considerations_text=""),
    a_grant(result=VedtakResult.PARTLY_GRANTED, term_months=18, kind=VedtakKind.RENEWAL),
    a_refusal(),
    a_refusal(result=VedtakResult.DISMISSED, refusal_ground=None, kind=VedtakKind.SWAP),
    a_refusal(other_means=tuple(OtherMeans), kind=VedtakKind.RENEWAL),
]


def spoken(document: Document) -> str:
    """What the letter itself says, block by block, each a sentence of its own."""
    blocks = (document.title, document.lead, *document.blocks)
    return "\n".join(text for text in texts_of(blocks) if text.strip())


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("draft", ANSWERS)
@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_every_answer_is_archival_and_accessible(
    draft: VedtakDraft, language: Language, profile: str
) -> None:
    content = render(printed(a_letter(draft, language)))
    report = page.validate_pdf_bytes(content, profile=profile)
    assert report.is_compliant, {failure.rule_id for failure in report.failures}


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("draft", ANSWERS)
def test_every_answer_is_plain(draft: VedtakDraft, language: Language) -> None:
    text = spoken(printed(a_letter(draft, language)))
    assert lix(text) <= 40
    assert longest_sentence(text) <= 25


@pytest.mark.parametrize(
    ("draft", "parts"),
    [
        (a_grant(), (*GRANT_PARTS, *REASON_PARTS, "FV-18 vilkår")),
        (a_refusal(), REFUSAL_PARTS),
    ],
    ids=["granted", "refused"],
)
def test_each_required_part_is_there_and_the_letter_is_refused_without_it(
    draft: VedtakDraft, parts: tuple[str, ...]
) -> None:
    whole = printed(a_letter(draft))
    assert sorted(whole.requires) == sorted(parts)
    assert missing_parts(whole) == ()
    for part in parts:
        kept = tuple(block for block in whole.blocks if getattr(block, "part", "") != part)
        with pytest.raises(Invalid) as caught:
            render(replace(whole, blocks=kept))
        assert [problem.field for problem in caught.value.problems] == [part]


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"rules_text": " "}, "FV-09 regler"),
        ({"facts_text": ""}, "FV-09 fakta"),
        ({"considerations_text": ""}, "FV-09 hovedhensyn"),
        ({"other_means": (), "guidance_text": ""}, "DOC-02 veiledning"),
        ({"appeal_body": ""}, "FV-10 klageinstans"),
    ],
)
def test_what_the_officer_left_out_of_a_refusal_is_named(
    change: dict[str, object], part: str
) -> None:
    assert missing_parts(printed(a_letter(a_refusal(**change)))) == (part,)


def test_a_vedtak_needs_someone_to_answer_for_it() -> None:
    letter = without_officer(a_letter(a_grant()))
    assert missing_parts(printed(letter)) == ("FV-10 saksbehandler",)


def test_a_grant_without_reasons_says_that_they_can_be_asked_for() -> None:
    document = printed(a_letter(ANSWERS[1]))
    assert "Du kan be om den så lenge du kan klage" in spoken(document)
    assert "FV-08 begrunnelse" in document.requires


def test_a_draft_may_lack_parts_and_is_marked() -> None:
    document = printed(a_letter(VedtakDraft(), as_draft=True))
    assert document.draft
    assert render(document).startswith(b"%PDF")


def test_the_appeal_period_is_named_with_a_worked_day() -> None:
    said = spoken(printed(a_letter(a_refusal())))
    assert "Siste dag er tre uker etter at du fikk dette brevet." in said
    assert "Fikk du det 26. november, er siste dag 17. desember 2026." in said
    assert "Skriv under." in said
    unsigned = replace(a_letter(a_refusal()), signed_appeal=False)
    assert "Skriv under." not in spoken(printed(unsigned))


def test_the_answer_stands_in_the_title() -> None:
    titles = {
        VedtakResult.GRANTED: "Du får leie kommunal bolig i tre år",
        VedtakResult.REFUSED: "Du får ikke leie kommunal bolig nå",
        VedtakResult.DISMISSED: "Vi kan ikke behandle søknaden din",
    }
    for result, title in titles.items():
        draft = a_grant(result=result) if result.grants else a_refusal(result=result)
        assert printed(a_letter(draft)).title == title


def test_a_name_with_markup_prints_as_itself() -> None:
    letter = a_letter(a_grant(facts_text="<b>Ola</b> & =1+1"))
    assert "<b>Ola</b> & =1+1" in spoken(printed(letter))
    assert render(printed(letter)) == render(printed(letter))


@pytest.mark.parametrize("language", BOTH)
def test_every_ground_and_every_help_has_its_words(language: Language) -> None:
    text = load_text("vedtak_refused", language.value, ISSUED.date())
    assert all(text.passage(f"ground_{ground}") for ground in RefusalGround)
    assert all(text.passage(f"means_{means}_what") for means in OtherMeans)


@pytest.mark.parametrize("name", ["vedtak_granted", "vedtak_refused", "appeal"])
def test_both_languages_have_the_same_passages(name: str) -> None:
    texts = [load_text(name, language.value, ISSUED.date()) for language in BOTH]
    assert texts[0].passages.keys() == texts[1].passages.keys()
    for key in texts[0].passages:
        assert texts[0].placeholders(key) == texts[1].placeholders(key)


def test_no_block_is_without_a_word() -> None:
    document = printed(a_letter(a_grant()))
    assert all(any(map(str.strip, texts_of(block))) for block in blocks_of(document.blocks))
