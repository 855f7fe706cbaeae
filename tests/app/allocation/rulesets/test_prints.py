"""The draft guidelines: every rule of the set is told, in both languages, in plain words."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import page
import pytest

from app.allocation.rulesets.content import KEYS
from app.allocation.rulesets.model import (
    AdoptedRuleSet,
    AgeOn,
    DebtStage,
    DepositRule,
    IncomeCap,
    IncomeMode,
    LeaseTerm,
    NeedPoints,
    PlanRequired,
    RankingMode,
    RefusalEffect,
    RentAdjust,
    RoomNorm,
    RuleSet,
    TieBreak,
)
from app.allocation.rulesets.prints import REQUIRES, GuidelinesPaper, guidelines
from app.allocation.rulesets.ready import ready_sets
from app.applications.intake.model import LegalStay
from app.applications.model import NeedCategory
from app.applications.model import TargetGroup as G
from app.core.cases import CaseKind
from app.core.errors import OfficeError
from app.core.money import kroner
from app.core.text import Language
from app.documents.model import Document, Table
from app.documents.parts import blocks_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import Text, load_text
from app.settings.model import LegalBasis
from tests.factories import a_profile

ISSUED = datetime.fromisoformat("2026-11-23T10:00:00+01:00")
BASIS = LegalBasis(
    0,
    CaseKind.ALLOCATION,
    "regler",
    "forskrift om tildeling § 3",
    "kommunal klagenemnd",
    3,
    date(2020, 1, 1),
    "F2",
)
# a set in which every key has something to say
FULL = RuleSet(
    income_mode=IncomeMode.CAP_IN_G,
    income_caps=(IncomeCap(1, Decimal("3.5")),),
    income_without_members_under=20,
    quarantine_months=6,
    groups=(G.HOMELESS, G.YOUNG),
    points=(NeedPoints(NeedCategory.TOO_SMALL, 5),),
    claims_next="Nav",
    deposit=DepositRule.DEPOSIT,
    deposit_months=3,
    rent_adjust=RentAdjust.FIXED_DAY,
    rent_adjust_day="05-01",
)
OTHER: dict[str, object] = {
    "residence_months": 36,
    "residence_exceptions": frozenset(),
    "residence_institution_counts": True,
    "age_least": 20,
    "age_on": AgeOn.DECISION,
    "age_exceptions": frozenset(),
    "stay_required": False,
    "stay_kinds": frozenset({LegalStay.CITIZEN}),
    "income_mode": IncomeMode.NONE,
    "income_caps": (IncomeCap(1, Decimal("4.5")),),
    "income_without_members_under": 18,
    "low_income_is_enough": True,
    "lease_ends_within_months": 3,
    "debt_stage": DebtStage.BEFORE_PROCESSING,
    "debt_plan_is_enough": False,
    "quarantine_months": 12,
    "ranking": RankingMode.POINTS,
    "groups": (G.YOUNG, G.HOMELESS),
    "tie_break": TieBreak.LOT,
    "points": (NeedPoints(NeedCategory.TOO_SMALL, 7),),
    "claims_next": "helse og omsorg",
    "offer_refusals": 2,
    "offer_refusal_effect": RefusalEffect.LAST_IN_GROUP,
    "offer_answer_days": 10,
    "size_norm": (RoomNorm(1, 1, 1),),
    "preliminary_days": 21,
    "valid_months": 6,
    "vedtak_lapses_on_change": False,
    "lease_terms": (LeaseTerm(None, 60, 36),),
    "tenant_notice_months": 3,
    "deposit": DepositRule.GUARANTEE,
    "deposit_months": 2,
    "rent_adjust": RentAdjust.LEASE_ANNIVERSARY,
    "rent_adjust_day": "07-01",
    "renewal_remind_months": 9,
    "renewal_apply_months": 2,
    "renewal_needs_criteria": False,
    "swap_grounds": frozenset(),
    "plan_required": PlanRequired.NONE,
    "dispensation_by": "kommunedirektøren",
}
BOTH = pytest.mark.parametrize("language", list(Language))


def a_paper(rules: RuleSet, language: Language, *, draft: bool = False) -> GuidelinesPaper:
    adopted = AdoptedRuleSet(
        3, rules, date(2027, 1, 1), "Retningslinjer 2027", "26/41", "Kommunestyret"
    )
    return GuidelinesPaper(a_profile(), adopted, BASIS, language, ISSUED, draft)


def made(rules: RuleSet, language: Language, *, draft: bool = False) -> Document:
    text = load_text("guidelines", language.value, ISSUED.date())
    return guidelines(a_paper(rules, language, draft=draft), text)


def test_every_key_is_tried() -> None:
    assert tuple(OTHER) == KEYS


@BOTH
@pytest.mark.parametrize("key", KEYS)
def test_every_rule_is_told(key: str, language: Language) -> None:
    rules = replace(FULL, **{key: OTHER[key]})  # type: ignore[arg-type]  # the key's own type
    assert made(rules, language).blocks != made(FULL, language).blocks


@BOTH
@pytest.mark.parametrize("rules", [FULL, *(each.rules for each in ready_sets())])
def test_the_paper_is_archival_and_accessible(rules: RuleSet, language: Language) -> None:
    data = render(made(rules, language))
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, {failure.rule_id for failure in report.failures}


@BOTH
def test_each_value_of_a_code_has_its_words(language: Language) -> None:
    """Whatever is chosen, the paper can be made."""
    every = replace(
        FULL,
        stay_kinds=frozenset(LegalStay),
        groups=tuple(G),
        points=tuple(NeedPoints(need, 1) for need in NeedCategory),
        lease_terms=(LeaseTerm(None, 36, 36), *(LeaseTerm(group, 12, 60) for group in G)),
        income_mode=IncomeMode.CAP_IN_KRONER,
        income_caps=(IncomeCap(1, None, kroner(400_000)),),
    )
    assert made(every, language).blocks
    for key, kind in (
        ("ranking", RankingMode),
        ("tie_break", TieBreak),
        ("offer_refusal_effect", RefusalEffect),
        ("debt_stage", DebtStage),
        ("deposit", DepositRule),
        ("plan_required", PlanRequired),
        ("income_mode", IncomeMode),
    ):
        for member in kind:
            changed = {key: member}
            assert made(replace(every, **changed), language)  # type: ignore[arg-type]  # as above


@BOTH
def test_the_words_are_plain(language: Language) -> None:
    text = load_text("guidelines", language.value, ISSUED.date())
    sentences = [words for words in text.passages.values() if words.endswith(".")]
    assert lix("\n".join(sentences)) <= 40
    assert max(longest_sentence(words) for words in sentences) <= 25


@BOTH
@pytest.mark.parametrize("part", REQUIRES)
def test_adopted_guidelines_without_a_chapter_are_refused(part: str, language: Language) -> None:
    whole = made(FULL, language)
    blocks = tuple(block for block in whole.blocks if block.part != part)
    assert len(blocks) == len(whole.blocks) - 1
    with pytest.raises(OfficeError):
        render(replace(whole, blocks=blocks))


def test_a_draft_leaves_open_who_adopts_it() -> None:
    text: Text = load_text("guidelines", "nb", ISSUED.date())
    paper = a_paper(FULL, Language.NB, draft=True)
    nobody = AdoptedRuleSet(0, FULL, date(2000, 1, 1))
    document = guidelines(replace(paper, adopted=nobody), text)
    assert document.draft
    assert text.passage("to_fill_in") in repr(document.blocks[0])
    assert "2000" not in repr(document.blocks[0])
    assert render(document).startswith(b"%PDF")


def test_everyone_else_stands_under_those_who_are_named() -> None:
    terms = (LeaseTerm(None, 36, 36), LeaseTerm(G.YOUNG, 24, 12))
    document = made(replace(FULL, lease_terms=terms), Language.NB)
    rows = [block.rows for block in blocks_of(document.blocks) if isinstance(block, Table)]
    named = next(table for table in rows if any(row[0] == "Alle andre" for row in table))
    assert [row[0] for row in named] == ["Unge i etablering", "Alle andre"]
