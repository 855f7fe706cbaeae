"""The overview for the namsfogd: whole, true, and plain about what is missing."""

from dataclasses import replace

import pytest

from app.core.errors import Invalid
from app.core.text import Language
from app.debt.measures.overview.prints import PARTS
from app.debt.measures.overview.rules import OverviewLack, check, lacks
from app.documents.model import Document
from app.documents.parts import missing_parts
from app.documents.render import render
from tests.app.debt.measures.overview.sheets import (
    an_overview,
    bare,
    claims,
    printed,
)
from tests.app.documents import reading, sound
from tests.app.documents.parts_taken import without

BOTH = list(Language)


def words(document: Document) -> str:
    return " ".join(reading.text(render(document)).replace("\xa0", " ").split())


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("many", [1, 5, 40])
def test_it_is_archival_and_accessible(language: Language, many: int) -> None:
    assert sound.faults(render(printed(an_overview(language, claims=claims(many))))) == {}
    assert sound.faults(render(printed(bare(language)))) == {}


@pytest.mark.parametrize("language", BOTH)
def test_every_required_part_is_refused_when_it_is_gone(language: Language) -> None:
    document = printed(an_overview(language))
    assert missing_parts(document) == ()
    assert missing_parts(printed(bare(language))) == ()
    for part in PARTS:
        taken = without(document, part)
        assert missing_parts(taken) == (part,)
        with pytest.raises(Invalid):
            render(taken)


def test_gj_23_it_tells_the_figures_of_a_spouse_too() -> None:
    said = words(printed(an_overview()))
    assert "Uføretrygd etter skatt Per Prøve nei 18 210" in said
    assert "Skylder 40 000 kroner i studielån" in said
    assert "41 628" in said, "both incomes summed"


def test_gj_23_the_claims_are_told_one_by_one_with_their_sum() -> None:
    said = words(printed(an_overview()))
    assert "Sum gjeld 262 100" in said
    assert "Kari Prøve har 288 310 kroner i gjeld til 5 kreditorer" in said
    for told in ("18,9 % rente", "pant: bilen", "trekk 900 kr", "bestridt", "Saksnr. 77-2"):
        assert told in said


def test_gj_26_rent_that_runs_is_told() -> None:
    assert "som forfalt fra 12.10.2026, er ubetalt" in words(printed(an_overview()))


def test_what_is_missing_is_said_plainly() -> None:
    assert lacks(an_overview()) == (OverviewLack.INCOME_UNSEEN,)
    known = {
        OverviewLack.HOUSEHOLD,
        OverviewLack.CLAIMS,
        OverviewLack.INCOME_UNSEEN,
        OverviewLack.CLAIM_DAY,
    }
    assert set(lacks(bare())) == set(OverviewLack) - known
    said = words(printed(bare()))
    assert "Dette mangler i oversikten" in said
    assert "Eiendeler. At ingen står her, betyr ikke at det ikke er noen." in said
    assert "Papirer: skattemelding, regninger, purringer og brev fra inkasso" in said


def test_it_is_not_made_without_a_household_or_a_claim() -> None:
    overview = an_overview()
    alone = replace(overview, claims=(), economy=replace(overview.economy, household=None))
    assert [each.code for each in check(alone)] == [
        "debt_overview_no_household",
        "debt_overview_no_claims",
    ]


@pytest.mark.parametrize("language", BOTH)
def test_no_word_that_frightens_or_of_another_norm(language: Language) -> None:
    for overview in (an_overview(language), bare(language)):
        assert sound.words_never_used(printed(overview)) == set()
