"""The letters with a vedtak: whole, plain, archival and the same in both languages."""

from dataclasses import replace

import page
import pytest

from app.core.errors import Invalid
from app.core.text import Language
from app.decisions.content.model import HelpMeasure, Plan, Service, StartPart
from app.decisions.model import (
    OtherMeans,
    RefusalGround,
    VedtakDraft,
    VedtakKind,
    VedtakResult,
)
from app.decisions.prints import ALWAYS, text_name
from app.documents.form_model import Closing
from app.documents.model import Document
from app.documents.parts import blocks_of, demand_parts, missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from tests.app.decisions.desk import (
    a_grant,
    a_refusal,
    help_granted,
    help_refused,
    stay_granted,
    stay_refused,
)
from tests.app.decisions.letters import ISSUED, a_letter, printed, without_officer

BOTH = list(Language)
TEXTS = [
    "vedtak_granted",
    "vedtak_refused",
    "vedtak_help",
    "vedtak_stay",
    "vedtak_reasons",
    "appeal",
]
SERVICES = (
    Service("Økonomisk råd", "Husleien blir betalt hver måned.", "Nav Lia"),
    Service("Bomestring", "Du får til hverdagen i ny bolig.", "Miljøteamet"),
)
ANSWERS = [
    a_grant(),
    a_grant(conditions=(), rules_text="", facts_text="", considerations_text=""),
    a_grant(
        result=VedtakResult.PARTLY_GRANTED,
        term_months=18,
        kind=VedtakKind.RENEWAL,
        short_reason="Huset skal rives om to år.",
    ),
    a_grant(
        kind=VedtakKind.SWAP,
        services=SERVICES,
        plan=Plan.MALPLAN,
        plan_maker="Miljøteamet",
        wishes_text="Du vil bo nær moren din.",
        dispensation_text="Du har bodd her i ett år. Lederen har gjort unntak.",
        cooperation=True,
        cooperation_text="Avtalen handler om hva vi gjør når husleien ikke kommer",
        approver_name="Berit Testdal",
        approver_title="leder",
        approver_impartial=True,
    ),
    a_grant(start_package=(), no_start_reason="Du har bodd i slik bolig før."),
    a_refusal(),
    a_refusal(result=VedtakResult.DISMISSED, refusal_ground=None, kind=VedtakKind.SWAP),
    a_refusal(other_means=tuple(OtherMeans), kind=VedtakKind.RENEWAL),
    help_granted(),
    help_granted(help_measures=tuple(HelpMeasure), result=VedtakResult.PARTLY_GRANTED),
    help_refused(),
    stay_granted(),
    stay_granted(stay_where="", stay_until=None),
    stay_refused(),
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


@pytest.mark.parametrize("draft", ANSWERS)
def test_each_required_part_is_there_and_the_letter_is_refused_without_it(
    draft: VedtakDraft,
) -> None:
    whole = printed(a_letter(draft))
    assert set(ALWAYS) < set(whole.requires)
    assert missing_parts(whole) == ()
    for part in whole.requires:
        kept = tuple(block for block in whole.blocks if getattr(block, "part", "") != part)
        with pytest.raises(Invalid) as caught:
            demand_parts(replace(whole, blocks=kept))
        assert [problem.field for problem in caught.value.problems] == [part]


@pytest.mark.parametrize(
    ("draft", "parts"),
    [
        (
            a_grant(),
            "DOC-02 svar, DOC-02 boligtype og leietid, DOC-02 videre gang, DOC-02 kontakt,"
            " DOC-02 bortfall, FV-18 vilkår, DOC-04 tjenester, DOC-04 plan,"
            " DOC-04 ansvarlig enhet, DOC-04 startpakke, FV-09 regler, FV-09 fakta,"
            " FV-09 hovedhensyn",
        ),
        (
            a_refusal(),
            "DOC-02 svar, FV-09 regler, FV-09 fakta, FV-09 hovedhensyn, DOC-02 veiledning,"
            " BS-08 annen hjelp",
        ),
        (
            help_granted(),
            "DOC-03 svar, BS-08 hjelpen, BS-04 vanskeligstilt, BS-09 ønsker, DOC-04 plan,"
            " DOC-04 ansvarlig enhet, BS-08 egen sak, FV-09 regler, FV-09 fakta,"
            " FV-09 hovedhensyn",
        ),
        (
            help_refused(),
            "DOC-02 svar, FV-09 regler, FV-09 fakta, FV-09 hovedhensyn, DOC-02 veiledning,"
            " BS-08 annen hjelp, BS-04 vanskeligstilt, BS-09 ønsker",
        ),
        (
            stay_granted(),
            "SOT-04 svar, SOT-04 sted og tid, SOT-05 forsvarlig, SOT-05 varig bolig,"
            " SOT-09 ønsker, DOC-04 ansvarlig enhet, BS-08 egen sak, FV-09 regler,"
            " FV-09 fakta, FV-09 hovedhensyn",
        ),
    ],
    ids=["granted", "refused", "help", "no help", "stay"],
)
def test_what_each_kind_must_hold(draft: VedtakDraft, parts: str) -> None:
    requires = set(printed(a_letter(draft)).requires) - set(ALWAYS)
    assert requires == set(parts.split(", "))


@pytest.mark.parametrize("language", BOTH)
def test_no_letter_hangs_a_home_on_accepting_help(language: Language) -> None:
    said = spoken(printed(a_letter(ANSWERS[3], language)))
    assert {
        Language.NB: "Du kan si nei til tjenestene uten å miste boligen.",
        Language.NN: "Du kan seie nei til tenestene utan å miste bustaden.",
    }[language] in said


def test_a_dispensation_stands_over_the_title_and_among_the_reasons() -> None:
    document = printed(a_letter(ANSWERS[3]))
    assert document.kind == "Vedtak om bytte av kommunal bolig, med dispensasjon"
    assert "Lederen har gjort unntak." in spoken(document)


def test_both_names_stand_under_and_who_gets_a_copy() -> None:
    letter = replace(a_letter(ANSWERS[3]), copies=("Ola Testvik",))
    closing = printed(letter).blocks[-1]
    assert isinstance(closing, Closing)
    assert [signer.name for signer in closing.signers] == ["Siri Testmo", "Berit Testdal"]
    assert closing.copies == ("Ola Testvik",)


def test_a_place_that_must_not_be_written_is_told_apart() -> None:
    said = spoken(printed(a_letter(stay_granted(stay_where=""))))
    assert "Vi forteller deg hvor stedet er. Det står ikke i brevet." in said


def test_a_renewal_says_that_the_home_is_kept() -> None:
    said = spoken(printed(a_letter(ANSWERS[2])))
    assert "Du blir boende i boligen du leier nå." in said
    assert "ventelisten" not in said


@pytest.mark.parametrize("language", BOTH)
def test_nobody_who_stays_is_told_of_moving_in(language: Language) -> None:
    said = spoken(printed(a_letter(ANSWERS[2], language))).lower()
    assert "flytte" not in said
    assert "visning" not in said
    assert "flytta" not in said


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
    granted = load_text("vedtak_granted", language.value, ISSUED.date())
    assert all(granted.passage(f"start_{part}") for part in StartPart)
    helped = load_text("vedtak_help", language.value, ISSUED.date())
    assert all(helped.passage(f"measure_{each}_what") for each in HelpMeasure)


@pytest.mark.parametrize("kind", list(VedtakKind))
@pytest.mark.parametrize("result", list(VedtakResult))
@pytest.mark.parametrize("language", BOTH)
def test_every_kind_and_answer_has_a_letter(
    kind: VedtakKind, result: VedtakResult, language: Language
) -> None:
    draft = VedtakDraft(kind=kind, result=result)
    document = printed(a_letter(draft, language, as_draft=True))
    assert document.title
    assert text_name(draft) in TEXTS


@pytest.mark.parametrize("name", TEXTS)
def test_both_languages_have_the_same_passages(name: str) -> None:
    texts = [load_text(name, language.value, ISSUED.date()) for language in BOTH]
    assert texts[0].passages.keys() == texts[1].passages.keys()
    for key in texts[0].passages:
        assert texts[0].placeholders(key) == texts[1].placeholders(key)


def test_no_block_is_without_a_word() -> None:
    document = printed(a_letter(a_grant()))
    assert all(any(map(str.strip, texts_of(block))) for block in blocks_of(document.blocks))
