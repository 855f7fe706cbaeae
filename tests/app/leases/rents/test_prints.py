"""Letters about a new rent: whole or not at all, and easy to read (DOC-20)."""

from dataclasses import replace

import page
import pytest

from app.core.errors import Invalid
from app.core.text import Language
from app.documents.parts import texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.leases.rents.model import RentChangeKind
from app.leases.rents.prints import parts_of
from tests.app.documents import reading
from tests.app.leases.rents.papers import LINKED, a_letter, printed

KINDS = (RentChangeKind.INDEX, RentChangeKind.PREVAILING)
BOTH = list(Language)


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("kind", KINDS)
def test_doc_20_every_file_is_archival_and_accessible(
    kind: RentChangeKind, language: Language
) -> None:
    data = render(printed(a_letter(kind, language)))
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, [failure.rule_id for failure in report.failures]


@pytest.mark.parametrize("kind", KINDS)
def test_doc_20_nothing_is_printed_without_its_parts(kind: RentChangeKind) -> None:
    document = printed(a_letter(kind))
    assert document.requires == parts_of(kind)
    for part in document.requires:
        kept = tuple(each for each in document.blocks if getattr(each, "part", "") != part)
        with pytest.raises(Invalid) as refused:
            render(replace(document, blocks=kept))
        assert part in [each.field for each in refused.value.problems]


def test_hl_22_the_index_letter_has_both_months_their_values_and_the_sum() -> None:
    told = reading.text(render(printed(a_letter(RentChangeKind.INDEX))))
    for words in ("juni 2025", "140,2", "oktober 2026", "144,6", "8 457 kr", "1. januar 2027"):
        assert words in told.replace("\u00a0", " "), words
    assert "8 200 kr × 144,6 : 140,2" in told.replace("\u00a0", " ")


def test_hl_29_a_link_is_told_with_its_factor() -> None:
    told = reading.text(render(printed(a_letter(RentChangeKind.INDEX, step=LINKED))))
    assert "1,402" in told
    assert "2025=100" in told


def test_hl_21_hl_27_the_demand_has_its_reference_and_what_one_can_do() -> None:
    told = " ".join(reading.text(render(printed(a_letter(RentChangeKind.PREVAILING)))).split())
    assert "Ti kommunale og private leier" in told
    assert "takstnemnd" in told
    assert "Husleietvistutvalget" in told
    with pytest.raises(Invalid):
        render(printed(a_letter(RentChangeKind.PREVAILING, reference="")))


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("kind", KINDS)
def test_the_letters_are_easy_to_read(kind: RentChangeKind, language: Language) -> None:
    texts = [each for each in texts_of(printed(a_letter(kind, language))) if each.strip()]
    assert lix("\n".join(texts)) <= 40
    assert max(longest_sentence(each) for each in texts) <= 25
