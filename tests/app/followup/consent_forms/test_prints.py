"""The consent form: free, plain, whole and archival, and signed by its owner alone (PV-02)."""

from dataclasses import replace
from datetime import date, timedelta

import page
import pytest

from app.core.errors import Invalid
from app.core.ids import PersonId, Ref
from app.core.text import Language
from app.documents.form_model import Boxes
from app.documents.model import Block, Document, KeepTogether, Size
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from app.followup.consent_forms.model import ConsentAsk, ConsentFormDraft, ConsentPaper
from app.followup.consent_forms.prints import PARTS, consent_form
from app.letters.model import DocumentKind, OnPaper
from app.office import Office
from app.people.consents.model import ConsentScope
from tests.app.decisions.desk import a_grant
from tests.app.decisions.letters import ISSUED, a_letter
from tests.app.documents import reading
from tests.factories import registered_person

UNTIL = date(2027, 11, 23)
ALL = tuple(ConsentAsk(scope) for scope in ConsentScope)
NAMED = tuple(replace(each, body="Siri Testmo, Lia bank") for each in ALL)
DRAFT = ConsentFormDraft((ConsentAsk(ConsentScope.TALK_WITH_NAV),), UNTIL)


def form(
    language: Language = Language.NB,
    asks: tuple[ConsentAsk, ...] = NAMED,
    size: Size = Size.EASY,
) -> Document:
    sender = a_letter(a_grant(), language).sender
    born = date(1985, 8, 15)
    paper = ConsentPaper(sender, "B-2026-15", "Kari Kanarifugl", born, asks, UNTIL, size)
    return consent_form(paper, load_text("consent_form", language.value, ISSUED.date()))


def said(document: Document) -> str:
    return " ".join(texts_of(document.blocks))


def boxes(blocks: tuple[Block, ...]) -> list[bool]:
    found: list[bool] = []
    for block in blocks:
        if isinstance(block, KeepTogether):
            found += boxes(block.blocks)
        elif isinstance(block, Boxes):
            found += [each.ticked for each in block.options]
    return found


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [Size.EASY, Size.LARGE])
@pytest.mark.parametrize("asks", [NAMED, ALL[:1]], ids=["all", "one"])
def test_the_form_is_archival_and_accessible(
    language: Language, size: Size, asks: tuple[ConsentAsk, ...]
) -> None:
    data = render(form(language, asks, size))
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("ask", ALL, ids=lambda ask: str(ask.scope))
def test_the_form_is_plain(language: Language, ask: ConsentAsk) -> None:
    words = said(form(language, (ask,)))
    assert lix(words) <= 40
    assert longest_sentence(words) <= 25


def test_pv_02_it_is_free_and_can_be_taken_back_at_any_time_without_losing_help() -> None:
    words = said(form())
    assert "si ja til alt, til noe eller til ingenting" in words
    assert "når som helst" in words
    assert "mister ikke hjelpen" in words
    assert "23. november 2027" in words.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("language", Language)
def test_a_yes_is_never_ticked_beforehand(language: Language) -> None:
    ticked = boxes(form(language).blocks)
    assert len(ticked) == len(ConsentScope)
    assert not any(ticked)


@pytest.mark.parametrize("language", Language)
def test_two_questions_and_the_signature_stand_on_one_page(language: Language) -> None:
    assert len(reading.pages(render(form(language, NAMED[:2])))) == 1


def test_a_form_without_its_parts_is_refused() -> None:
    whole = form()
    assert missing_parts(whole) == ()
    assert set(missing_parts(replace(whole, blocks=()))) == set(PARTS)


# through the office


@pytest.fixture
def kari(office: Office) -> PersonId:
    return registered_person(office)


def codes(office: Office, kari: PersonId, draft: ConsentFormDraft) -> set[tuple[str, str]]:
    with pytest.raises(Invalid) as caught:
        office.consent_forms.preview(kari, draft)
    return {(each.field, each.code) for each in caught.value.problems}


def test_a_form_that_asks_nothing_or_for_ever_is_not_made(office: Office, kari: PersonId) -> None:
    assert codes(office, kari, ConsentFormDraft()) == {
        ("scopes", "consent_form_empty"),
        ("until", "consent_form_until"),
    }
    today = UNTIL - timedelta(days=365)
    assert codes(office, kari, replace(DRAFT, until=today)) == {("until", "consent_form_until")}
    helpers = replace(DRAFT, asks=(ConsentAsk(ConsentScope.CONTACT_EARLY, " "),))
    assert codes(office, kari, helpers) == {("contact_early", "consent_form_unnamed")}


def test_it_is_kept_on_the_person_and_handed_over_on_the_spot(
    office: Office, kari: PersonId
) -> None:
    office.consent_forms.issue(kari, DRAFT)
    office.consent_forms.receive(kari, b"%PDF-1.7\n%%EOF", "application/pdf", "Samtykke")
    kinds = [row.kind for row in office.letters.of(Ref("person", kari))]
    assert kinds == [DocumentKind.CONSENT_FORM] * 2
    assert office.letters.to_send() == ()
    assert office.consents.of(kari) == ()  # a form is no yes


def test_adr_02_nothing_is_kept_of_one_strictly_confidential(
    office: Office, kari: PersonId
) -> None:
    office.people.shield(kari, "Folkeregisteret", "Perm 3")
    assert isinstance(office.consent_forms.issue(kari, DRAFT), OnPaper)
    landlord = replace(DRAFT, asks=(ConsentAsk(ConsentScope.TALK_WITH_LANDLORD, "Ola Utleier"),))
    assert codes(office, kari, landlord) == {("talk_with_landlord", "address_not_to_be_kept")}
    (row,) = office.letters.of(Ref("person", kari))
    assert not row.kept
