"""The five letters: complete, plain, and archival in both languages."""

from dataclasses import replace
from datetime import date

import page
import pytest

from app.applications.answers.model import LetterKind
from app.applications.answers.prints import PARTS, SLIP
from app.applications.intake.model import PaperKind
from app.applications.model import ApplicationKind, Delay
from app.core.cases import CaseKind
from app.core.errors import Invalid
from app.core.text import Language
from app.documents.model import Document
from app.documents.parts import missing_parts
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from tests.app.applications.answers.papers import LETTER, a_letter, running_text
from tests.app.documents import reading

KINDS = tuple(LetterKind)


def read(document: Document) -> str:
    """The finished letter as text, with plain blanks."""
    return " ".join(reading.text(render(document)).split())


def without(document: Document, part: str) -> Document:
    """The same with one part left out."""
    kept = tuple(block for block in document.blocks if block.part != part)
    assert kept != document.blocks
    return replace(document, blocks=kept)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_is_plain(kind: LetterKind, language: Language) -> None:
    cases = (
        {"papers": tuple(PaperKind)},
        {"granted": True, "papers": ()},
        {"heard_on": date(2026, 11, 2), "promised": None, "delay": Delay.TALK},
        {"case": CaseKind.TEMPORARY_STAY, "valid_for": None, "delay": Delay.OTHERS},
        {"asked": ApplicationKind.RENEWAL, "delay": Delay.PAPERS},
    )
    for changes in cases:
        words = running_text(a_letter(kind, language=language, **changes))
        assert lix(words) <= 40, changes
        assert longest_sentence(words) <= 25, changes
    for name in ("citizen_letter", kind.value):
        text = load_text(name, language.value, LETTER.issued.date())
        assert max(longest_sentence(passage) for passage in text.passages.values()) <= 25


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_is_archival_and_accessible(kind: LetterKind, language: Language) -> None:
    papers = () if kind is LetterKind.DELAY_NOTICE else LETTER.papers
    data = render(a_letter(kind, language=language, papers=papers))
    assert len(reading.pages(data)) == (2 if kind in SLIP else 1)
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}


@pytest.mark.parametrize(
    ("kind", "part"), [(kind, part) for kind, parts in PARTS.items() for part in parts]
)
def test_a_letter_without_a_part_is_refused(kind: LetterKind, part: str) -> None:
    document = without(a_letter(kind), part)
    assert missing_parts(document) == (part,)
    with pytest.raises(Invalid):
        render(document)


def test_no_letter_lacks_a_part_and_none_is_named_twice() -> None:
    for kind in KINDS:
        assert missing_parts(a_letter(kind)) == ()
        parts = [block.part for block in a_letter(kind).blocks if block.part]
        assert sorted(parts) == sorted(PARTS[kind])


def test_a_delay_notice_names_the_day_it_broke_and_the_new_one() -> None:
    text = read(a_letter(LetterKind.DELAY_NOTICE, papers=()))
    assert "Du får svar senest fredag 18. desember 2026" in text
    assert "Vi skrev at du skulle få svar om kommunal bolig senest 20. november 2026" in text
    assert "Vi beklager" in text


def test_the_papers_asked_for_are_told_in_whole_words() -> None:
    text = read(a_letter(LetterKind.MISSING_PAPERS))
    assert "Lønnsslipp eller brev om ytelse" in text
    assert "Skattemeldingen fra i fjor" in text
    assert "Kopi av pass" in text
    assert "Oversikt over gjeld" not in text


@pytest.mark.parametrize("language", Language)
def test_every_paper_has_its_sentence(language: Language) -> None:
    text = load_text("missing_papers", language.value, LETTER.issued.date())
    for kind in PaperKind:
        assert text.passage(f"paper_{kind}")


def test_a_lapse_warning_says_the_day_and_how_to_keep_it() -> None:
    text = read(a_letter(LetterKind.LAPSE_WARNING))
    assert "bortfaller etter fredag 18. desember 2026" in text
    assert "Hos oss gjelder en søknad i tolv måneder" in text
    assert "Si fra til oss senest fredag 18. desember 2026" in text


def test_one_who_has_said_so_before_reads_when() -> None:
    text = read(a_letter(LetterKind.LAPSE_WARNING, heard_on=date(2026, 11, 2)))
    assert "sa 2. november 2026 at du fortsatt trengte det" in text


@pytest.mark.parametrize("kind", sorted(SLIP))
def test_the_sheet_that_comes_back_can_be_ticked_and_signed(kind: LetterKind) -> None:
    text = read(a_letter(kind))
    for said in ("Trenger du fortsatt kommunal bolig?", "Ja, og alt er som før", "Underskrift"):
        assert said in text


def test_one_granted_is_not_asked_as_one_who_waits_for_an_answer() -> None:
    assert "Du har fått ja til kommunal bolig" in read(
        a_letter(LetterKind.STILL_NEED, granted=True)
    )


def test_who_gets_a_copy_is_told() -> None:
    assert "Berit Ombudset" in read(a_letter(copies=("Berit Ombudset",)))


@pytest.mark.parametrize("kind", KINDS)
def test_nynorsk_is_nynorsk(kind: LetterKind) -> None:
    text = read(a_letter(kind, language=Language.NN))
    for word in (" ikke ", " bolig ", " fortsatt ", " hvis ", " fra "):
        assert word not in text


def test_no_repr_tells_who_the_letter_is_for() -> None:
    assert "Prøvland" not in repr(LETTER)
