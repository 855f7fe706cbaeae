"""The assessment on paper: the same questions for all, health by itself, easy to read."""

from dataclasses import replace
from datetime import UTC, date, datetime

import page as validator
import pytest

from app.core.errors import Invalid
from app.core.ids import PersonId
from app.core.text import Language
from app.decisions.model import LetterFrom
from app.documents.model import Document
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import Text, load_text
from app.followup.assessments.model import (
    AreaAnswer,
    AreaChange,
    AreaDifference,
    Assessment,
    AssessmentArea,
    AssessmentDraft,
    AssessmentPrint,
    Finding,
)
from app.followup.assessments.prints import (
    HEALTH_PART,
    RIGHTS_PART,
    AssessmentPaper,
    assessment_document,
    blank_form,
)
from tests.factories import a_profile

MOMENT = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)

DRAFT = AssessmentDraft(
    held_on=date(2026, 11, 20),
    present="Broren Jonas",
    interpreter="tigrinja, på telefon",
    findings={
        AssessmentArea.TENANCY_SKILLS: Finding(AreaAnswer.WORKS, "Jeg liker meg her."),
        AssessmentArea.MONEY: Finding(
            AreaAnswer.MUCH_HELP,
            "Jeg får ikke betalt strømmen i tide.",
            "At noen ser på regningene sammen med meg.",
        ),
        AssessmentArea.NEIGHBOURS: Finding(AreaAnswer.SOME_HELP, "Det er mye lyd om natten."),
        AssessmentArea.HEALTH: Finding(AreaAnswer.SOME_HELP, "Jeg sover dårlig.", "Å sove."),
    },
    wishes="Å bli boende nær skolen.",
    helpers="Hjemmesykepleien hver mandag.",
)
KNOWN = Assessment(1, PersonId(1), DRAFT, date(2026, 11, 20))
CHANGES = (
    AreaDifference(
        AssessmentArea.MONEY, AreaAnswer.SOME_HELP, AreaAnswer.MUCH_HELP, AreaChange.WORSE
    ),
    AreaDifference(
        AssessmentArea.HEALTH, AreaAnswer.MUCH_HELP, AreaAnswer.SOME_HELP, AreaChange.BETTER
    ),
)


def paper(language: Language = Language.NB, **changes: object) -> AssessmentPaper:
    """What a finished one says."""
    sender = LetterFrom(a_profile(), "Ingrid Moe", "boligkonsulent", (), MOMENT, language)
    made = AssessmentPaper(
        sender=sender,
        number="B-2026-7",
        name="Amina Testesen",
        changes=CHANGES,
        since=date(2026, 5, 4),
        needs=("Hjelp til å betale regningene i tide",),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # names of its own fields


def words(language: Language) -> Text:
    return load_text("needs_assessment", language.value, MOMENT.date())


def said_in(document: Document) -> str:
    return "\n".join((document.lead, *texts_of(document.blocks)))


def both(language: Language) -> tuple[Document, Document]:
    """The blank form and a filled one."""
    text = words(language)
    return blank_form(paper(language), text), assessment_document(paper(language), KNOWN, text)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("large", [False, True])
def test_both_papers_are_archival_and_accessible(language: Language, large: bool) -> None:
    choice = AssessmentPrint(large=large)
    text = words(language)
    for document in (
        blank_form(paper(language, choice=choice), text),
        assessment_document(paper(language, choice=choice), KNOWN, text),
    ):
        data = render(document)
        for profile in ("2a", "ua1"):
            report = validator.validate_pdf_bytes(data, profile=profile)
            found = {failure.rule_id for failure in report.failures}
            assert report.is_compliant, (document.title, profile, found)


@pytest.mark.parametrize("language", list(Language))
def test_d12_the_blank_form_asks_everyone_about_all_areas(language: Language) -> None:
    blank, _ = both(language)
    said, text = said_in(blank), words(language)
    for area in AssessmentArea:
        assert text.passage(f"area_{area}") in said
    assert said.count(text.passage("answer_works")) == len(AssessmentArea)


def test_what_was_said_stands_in_the_persons_own_words() -> None:
    said = said_in(both(Language.NB)[1])
    assert "Jeg får ikke betalt strømmen i tide." in said
    assert "Økonomi og husleie: trenger mye hjelp" in said
    assert "Å bli boende nær skolen." in said
    assert "Hjelp til å betale regningene i tide" in said
    assert "Dette snakket vi ikke om: Strøm og forsikring, rydding" in said


def test_what_moved_since_last_time_is_told_but_not_of_health() -> None:
    document = assessment_document(
        paper(choice=AssessmentPrint(with_health=False)), KNOWN, words(Language.NB)
    )
    said = said_in(document)
    assert "Siden sist, 4. mai 2026" in said
    assert "du trenger mer hjelp enn sist" in said
    assert "bedre enn sist" not in said
    assert "Helse og rus:" not in said


def test_pv_08_health_stands_on_a_sheet_of_its_own_or_not_at_all() -> None:
    whole = assessment_document(paper(), KNOWN, words(Language.NB))
    without = assessment_document(
        paper(choice=AssessmentPrint(with_health=False)), KNOWN, words(Language.NB)
    )
    assert "Jeg sover dårlig." in said_in(whole)
    assert HEALTH_PART in whole.requires
    assert "Jeg sover dårlig." not in said_in(without)
    assert HEALTH_PART not in without.requires


def test_pv_04_it_is_not_printed_without_the_rights() -> None:
    document = both(Language.NB)[1]
    without = replace(
        document,
        blocks=tuple(block for block in document.blocks if RIGHTS_PART not in repr(block)),
    )
    assert missing_parts(without) == (RIGHTS_PART,)
    with pytest.raises(Invalid):
        render(without)


@pytest.mark.parametrize("language", list(Language))
def test_it_is_easy_to_read(language: Language) -> None:
    passages = words(language).passages.values()
    assert lix("\n".join(passages)) <= 40
    assert max(map(longest_sentence, passages)) <= 25
