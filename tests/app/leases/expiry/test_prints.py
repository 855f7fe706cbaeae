"""The letters of a term: whole, plain, archival and accessible (DOC-16, FV-25)."""

from collections.abc import Callable
from dataclasses import replace

import page
import pytest

from app.core.errors import Invalid
from app.core.text import Language
from app.documents.model import Document
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.leases.expiry.model import ReviewKind
from app.leases.expiry.prints import NOTE_PARTS, REQUEST_PARTS
from tests.app.leases.expiry import letters

BOTH = list(Language)
LETTERS = [letters.request, letters.note]


def words(document: Document) -> str:
    """All that it says."""
    said = texts_of((document.title, *document.blocks))
    return "\n".join(each for each in said if each.strip())


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("make", LETTERS)
def test_a_letter_is_archival_accessible_and_plain(
    make: Callable[[Language], Document], language: Language
) -> None:
    document = make(language)
    data = render(document)
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}
    assert lix(words(document)) <= 40
    assert longest_sentence(words(document)) <= 25


@pytest.mark.parametrize("kind", list(ReviewKind))
@pytest.mark.parametrize("language", BOTH)
def test_the_sheet_for_a_talk_is_archival_and_accessible(
    kind: ReviewKind, language: Language
) -> None:
    data = render(letters.sheet(kind, language))
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}


@pytest.mark.parametrize(
    ("make", "parts"), [(letters.request, REQUEST_PARTS), (letters.note, NOTE_PARTS)]
)
def test_doc_16_each_required_part_is_there_and_without_it_nothing_is_printed(
    make: Callable[[], Document], parts: tuple[str, ...]
) -> None:
    whole = make()
    assert whole.requires == parts
    assert missing_parts(whole) == ()
    for part in parts:
        kept = tuple(block for block in whole.blocks if getattr(block, "part", "") != part)
        with pytest.raises(Invalid) as caught:
            render(replace(whole, blocks=kept))
        assert [problem.field for problem in caught.value.problems] == [part]


def test_doc_16_it_says_which_lease_when_it_ended_by_when_to_move_and_that_staying_is_no() -> None:
    said = words(letters.request())
    assert "L2023-014" in said
    assert "Siste dag var 30. november 2026" in said
    assert "Vi oppfordrer deg derfor til å flytte" in said
    assert "onsdag 30. desember 2026" in said
    assert "Lever alle nøklene" in said
    assert "Vi godtar ikke at du bruker boligen videre" in said
    assert "betaler du like mye som husleien var" in said
    assert "§ 9-2 tredje ledd og § 10-3" in said
    assert "oppsigelse" not in said.casefold()


def test_fv_25_the_way_to_a_new_lease_is_told_until_it_has_been_refused() -> None:
    said, refused = words(letters.request()), words(letters.request(refusal="V2026-007"))
    assert "Søk med en gang, så får du svar i et vedtak" in said
    assert "nei i vedtak" not in said
    assert "nei i vedtak V2026-007" in refused
    assert "Søk med en gang" not in refused


def test_a_letter_whose_address_is_not_shown_names_no_dwelling() -> None:
    for make in LETTERS:
        said = words(make(Language.NB, home=""))
        assert "Ødegårdsvegen" not in said
        assert "boligen" in said
