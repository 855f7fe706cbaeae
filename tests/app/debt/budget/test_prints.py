"""The sheet with a budget: one page, archival, in both languages, plain and calm."""

from dataclasses import replace

import page
import pytest

from app.core.errors import Invalid
from app.core.money import Ore, kroner
from app.core.text import Language
from app.debt.budget.model import (
    BudgetChange,
    BudgetOffer,
    BudgetPaperDraft,
    BudgetPart,
    LivingBasis,
)
from app.debt.budget.print_model import BudgetPaper
from app.debt.budget.prints import PARTS
from app.debt.claims.model import DebtClaimKind
from app.debt.economy.model import BudgetChild, BudgetHousehold, CostKind, DebtorStatus, Economy
from app.documents.chart_model import Bars
from app.documents.model import Document
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from tests.app.arrears.instalments.test_prints import without
from tests.app.debt.budget.household import DAY, cost, marit
from tests.app.debt.budget.papers import paper, printed
from tests.app.documents import reading

BOTH = list(Language)
SHORT = BudgetChange(BudgetPart.HOME, "", kroner(14_000), "cost/1", id=1)
DIET = BudgetChange(
    BudgetPart.LIVING, "", kroner(5_000), "rate/2022-03-01", "Emma tåler ikke vanlig mat.", 2
)
FOOD = BudgetChange(BudgetPart.LIVING, "Mat og drikke", kroner(9_000), id=3)
PART = BudgetChange(BudgetPart.AGREED, "Avdrag på husleie", kroner(500), id=4)

OFFERS = (
    BudgetOffer("Lia kommune", DebtClaimKind.RENT, kroner(14_000), kroner(389), first=True),
    BudgetOffer("Kraftlaget", DebtClaimKind.POWER, kroner(6_200), kroner(173), first=True),
    BudgetOffer("Fjordbanken", DebtClaimKind.CONSUMER_LOAN, kroner(48_000), kroner(696)),
    *(
        BudgetOffer(f"Kreditor {at}", DebtClaimKind.PHONE, kroner(1_000), kroner(10))
        for at in range(9)
    ),
)


def by_hand(language: Language = Language.NB) -> BudgetPaper:
    economy = marit(cost(CostKind.POWER, 1_400, 9))
    return paper(language, economy, (FOOD, PART), LivingBasis.REFERENCE)


def many() -> Economy:
    """A household as large as one page must hold."""
    children = tuple(BudgetChild(DAY.replace(year=2010 + at), f"Barn {at}") for at in range(5))
    kinds = [CostKind.HOME_LOAN, CostKind.COMMON_COSTS, CostKind.AFTER_SCHOOL]
    more = [cost(kind, 1_000, 10 + at) for at, kind in enumerate(kinds)]
    known = marit(*more)
    incomes = tuple(replace(each, id=20 + at) for at, each in enumerate(known.incomes * 2))
    household = BudgetHousehold(DebtorStatus.COUPLE, 2, children)
    return replace(known, household=household, incomes=incomes)


def each(language: Language) -> dict[str, BudgetPaper]:
    return {
        "left": paper(language),
        "short": paper(language, changes=(SHORT, DIET)),
        "by hand": by_hand(language),
        "many": paper(language, many(), offers=OFFERS),
        "shared": paper(language, offers=OFFERS[:3]),
    }


def said(document: Document) -> str:
    text = "\n".join(texts_of((document.title, *document.blocks)))
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("kind", ["left", "short", "by hand", "many", "shared"])
@pytest.mark.parametrize("language", BOTH)
def test_the_sheet_is_archival_accessible_and_on_one_page(language: Language, kind: str) -> None:
    data = render(printed(each(language)[kind]))
    assert len(reading.pages(data)) == 1
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, (profile, {failure.rule_id for failure in report.failures})


@pytest.mark.parametrize("language", BOTH)
def test_the_words_are_plain(language: Language) -> None:
    for known in each(language).values():
        document = printed(known)
        text = "\n".join(
            texts_of(block for block in document.blocks if type(block).__name__ == "Paragraph")
        )
        assert lix(text) <= 40
        assert longest_sentence(text) <= 25


@pytest.mark.parametrize("part", PARTS)
def test_a_sheet_without_a_part_is_refused(part: str) -> None:
    document = printed(paper())
    assert missing_parts(document) == ()
    kept = tuple(
        without(block, part) for block in document.blocks if getattr(block, "part", "") != part
    )
    with pytest.raises(Invalid):
        render(replace(document, blocks=kept))


def test_a_sheet_without_a_number_to_ring_is_refused() -> None:
    known = paper()
    silent = replace(known.sender, office=replace(known.sender.office, phone=""))
    with pytest.raises(Invalid):
        render(printed(replace(known, sender=silent)))


def test_the_title_says_what_is_left_and_the_file_does_not_name_anybody() -> None:
    document = printed(paper())
    assert document.title.replace("\u00a0", " ") == "Du har 1 258 kr igjen hver måned"
    assert document.file_title == "Budsjett"
    assert "Sølvberg" not in document.footer


def test_what_does_not_go_round_is_said_without_blame() -> None:
    text = said(printed(paper(changes=(SHORT,))))
    assert "Det mangler 3 542 kr hver måned" in text
    assert "vi ser sammen på hva vi kan gjøre" in text
    nothing = BudgetChange(BudgetPart.AGREED, "Avdrag", kroner(1_258), id=1)
    assert "Pengene går akkurat rundt" in said(printed(paper(changes=(nothing,))))


def test_a_deviation_is_printed_with_its_reason() -> None:
    text = said(printed(paper(changes=(DIET,))))
    assert "Emma tåler ikke vanlig mat." in text


def test_the_rates_are_named_with_their_day_and_the_reference_budget_as_such() -> None:
    assert "satsene fra 1. juli 2026" in said(printed(paper()))
    text = said(printed(by_hand()))
    assert "SIFOs referansebudsjett" in text
    assert "satsene" not in text


def test_the_rate_that_is_cut_says_so() -> None:
    couple = BudgetHousehold(DebtorStatus.COUPLE, 2, (marit().household or _none()).children)
    text = said(printed(paper(economy=replace(marit(), household=couple))))
    assert "Livsopphold, barn 4 år (80 %)" in text


def _none() -> BudgetHousehold:
    raise AssertionError


def test_many_children_stand_in_one_line() -> None:
    text = said(printed(paper(economy=many())))
    assert "Livsopphold, fem barn" in text


@pytest.mark.parametrize("kind", ["left", "short", "by hand", "many"])
def test_the_picture_holds_the_same_money_as_the_tables(kind: str) -> None:
    known = each(Language.NB)[kind]
    bars = next(block for block in printed(known).blocks if isinstance(block, Bars))
    came, went = (Ore(round(sum(part.size for part in bar.segments))) for bar in bars.bars)
    assert came == known.budget.income
    assert went == known.budget.out + max(0, known.budget.available)


def test_how_it_may_be_shared_says_why_and_that_nobody_has_agreed() -> None:
    text = said(printed(each(Language.NB)["shared"]))
    for words in ("Slik kan vi dele 1 258 kroner", "Boligen først", "Holder strømmen på"):
        assert words in text
    assert "Kreditorene har ikke sagt ja ennå" in text
    assert "68 200" in text
    assert "1 258" in text


def test_many_claims_stand_in_one_line() -> None:
    text = said(printed(each(Language.NB)["many"]))
    assert "Andre krav" in text
    assert "Kreditor 8" not in text


def test_what_the_officer_writes_stands_on_the_sheet() -> None:
    draft = BudgetPaperDraft("Tirsdag 12. januar kl. 9.", "Ta med lønnsslippen.")
    text = said(printed(replace(paper(), draft=draft)))
    assert "Ta med lønnsslippen." in text
    assert "Tirsdag 12. januar kl. 9." in text
