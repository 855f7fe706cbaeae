"""The law of economic advice by its own numbers, each figure written here and counted by hand."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from app.core.errors import NotFound
from app.core.money import Ore, kroner
from app.debt.budget.bostotte.model import BostotteFacts
from app.debt.budget.bostotte.rules import check
from app.debt.budget.model import BudgetDraft
from app.debt.claims.model import DebtClaimKind
from app.debt.decisions.model import DebtRefusal
from app.debt.economy.model import CostKind, DebtorStatus, HouseholdDraft
from app.debt.measures.model import DebtMeasureKind, DebtorDuty
from app.debt.papers.model import DebtPaperKind
from app.documents.model import Language
from app.documents.texts import FOLDER, load_text
from app.letters.model import DocumentKind
from app.office import Office
from app.settings.rule_files import load_parameters
from tests.app.debt.budget.household import LEFT, told
from tests.app.debt.decisions.desk import a_grant
from tests.app.debt.desk import asked, begun

RULES = load_parameters()
BEFORE, NOW = date(2025, 7, 1), date(2026, 7, 1)

LIVING = {
    "single": (11_046, 11_388),
    "couple": (9_354, 9_644),
    "supporting_partner": (18_708, 19_288),
    "child_under_6": (3_535, 3_645),
    "child_6_10": (4_690, 4_835),
    "child_11_14": (5_919, 6_102),
    "child_15": (6_809, 7_020),
    "contact_1_under_6": (332, 386),
    "contact_1_6_10": (469, 510),
    "contact_1_11_14": (578, 627),
    "contact_1_15": (656, 696),
    "contact_2_under_6": (1_099, 1_277),
    "contact_2_6_10": (1_553, 1_690),
    "contact_2_11_14": (1_915, 2_078),
    "contact_2_15": (2_172, 2_306),
    "contact_3_under_6": (1_533, 1_781),
    "contact_3_6_10": (2_166, 2_357),
    "contact_3_11_14": (2_672, 2_899),
    "contact_3_15": (3_030, 3_216),
    "contact_4_under_6": (1_925, 2_236),
    "contact_4_6_10": (2_719, 2_959),
    "contact_4_11_14": (3_354, 3_639),
    "contact_4_15": (3_804, 4_038),
}


@pytest.mark.parametrize("name", LIVING)
def test_6_3_every_rate_of_two_years_from_its_first_day_to_its_last(name: str) -> None:
    before, now = LIVING[name]
    key = f"liv.{name}"
    for day, value in ((BEFORE, before), (date(2026, 6, 30), before), (NOW, now)):
        assert RULES.money(key, day) == kroner(value)
    with pytest.raises(NotFound):
        RULES.money(key, date(2025, 6, 30))


def test_6_3_no_other_rate_stands_in_the_rules_than_those_above() -> None:
    cuts = {
        "liv.reduction_percent": 20,
        "liv.child_reduction_from_person": 4,
        "liv.contact_reduction_from_child": 3,
    }
    assert {each for each in RULES if each.startswith("liv.")} == {
        *cuts,
        *(f"liv.{name}" for name in LIVING),
    }
    for key, day in product(cuts, (BEFORE, NOW)):
        assert RULES.decimal(key, day) == cuts[key]


def test_6_3_the_rates_of_2023_end_after_a_year() -> None:
    for day in (date(2023, 7, 1), date(2024, 6, 30)):
        assert RULES.money("liv.single", day) == kroner(10_412)
        assert RULES.money("liv.couple", day) == kroner(8_817)
    for day in (date(2023, 6, 30), date(2024, 7, 1)):
        with pytest.raises(NotFound):
            RULES.money("liv.single", day)


def test_6_3_the_rates_are_to_be_renewed_every_first_of_july() -> None:
    assert not RULES["liv.single"].outdated(date(2027, 6, 30))
    assert RULES["liv.single"].outdated(date(2027, 7, 1))


BOSTOTTE = {
    "cap_1": (89_029, 92_234),
    "cap_2": (109_820, 113_774),
    "cap_3": (121_599, 125_977),
    "cap_4": (133_380, 138_182),
    "cap_5": (145_159, 150_385),
    "cap_extra_oslo": (None, 27_982),
    "cap_extra_large": (None, 19_079),
    "cap_extra_medium": (None, 12_720),
    "cap_extra_adapted": (None, 5_724),
    "heating": (7_366, 7_631),
    "own_share_min": (25_752, 26_576),
    "own_share_from_1": (133_200, 137_462),
    "own_share_from_2": (237_672, 245_278),
    "own_share_from_2_young_disabled": (None, 295_795),
    "own_share_from_1_pensioner": (None, 148_275),
    "own_share_from_2_pensioner": (None, 256_613),
    "wealth_free": (None, 344_231),
}
PARTS = {
    "paid_percent": "73.7",
    "own_share_percent_1": "16.44",
    "own_share_percent_2": "63.56",
    "wealth_percent": "65",
    "weight_first": "1",
    "weight_adult": "0.13",
    "weight_child": "0.15",
}


@pytest.mark.parametrize("name", BOSTOTTE)
def test_bst_04_05_06_07_every_sum_of_two_years(name: str) -> None:
    before, now = BOSTOTTE[name]
    key = f"bostotte.{name}"
    assert RULES.money(key, date(2026, 6, 1)) == kroner(now)
    if before is None:
        with pytest.raises(NotFound):
            RULES.money(key, date(2026, 5, 31))
    else:
        for day in (date(2025, 6, 1), date(2026, 5, 31)):
            assert RULES.money(key, day) == kroner(before)


@pytest.mark.parametrize("name", PARTS)
def test_bst_03_06_07_every_part_and_weight(name: str) -> None:
    assert RULES.decimal(f"bostotte.{name}", date(2026, 6, 1)) == Decimal(PARTS[name])


def test_bst_no_other_number_stands_in_the_rules_than_those_above() -> None:
    known = {f"bostotte.{name}" for name in (*BOSTOTTE, *PARTS)}
    assert {each for each in RULES if each.startswith("bostotte.")} == known


def test_bst_03_06_11_by_hand_in_ore() -> None:
    """26 576 + 16.44 % of 62 538 is 36 857.25; 73.7 % of 55 376.75 a year is 3 401 a month."""
    found, _ = check(BostotteFacts(rent=kroner(9_000), income=kroner(200_000)), RULES, NOW)
    assert found is not None
    assert found.costs == Ore(9_000_00 * 12 + 7_631_00) == Ore(115_631_00)
    assert found.own_share == Ore(36_857_25)
    year = (Decimal("92234") - Decimal("36857.2472")) * Decimal("0.737")
    assert year.quantize(Decimal("0.01")) == Decimal("40812.67")
    assert found.monthly == Ore(3_401_00)


def test_bst_03_half_a_krone_of_a_month_is_rounded_up() -> None:
    """60 000 a year less 26 576 is 33 424; 73.7 % of it is 2 052.79 a month."""
    facts = BostotteFacts(rent=kroner(5_000), income=Ore(0), heating_in_rent=True)
    found, _ = check(facts, RULES, NOW)
    assert found is not None
    assert found.monthly == Ore(2_053_00)


def test_bst_06_07_a_family_above_both_thresholds_by_hand_in_ore() -> None:
    """Two adults and two children: 600 000 and 65 % of 100 000 shared by 1.43 is 465 034.97.

    The least, 16.44 % of 327 572.97 and 63.56 % of 219 756.97 are 26 576 + 53 853.00 + 139 677.53.
    """
    facts = BostotteFacts(
        adults=2, children=2, rent=kroner(20_000), income=kroner(600_000), wealth=kroner(444_231)
    )
    found, _ = check(facts, RULES, NOW)
    assert found is not None
    assert found.converted == Ore(465_034_97)
    assert found.own_share == Ore(220_106_52)
    assert (found.cap, found.monthly) == (Ore(138_182_00), 0)


def test_bst_01_nobody_is_counted_without_an_adult_in_the_home() -> None:
    found, problems = check(BostotteFacts(adults=0, rent=kroner(1), income=Ore(0)), RULES, NOW)
    assert (found, [each.source for each in problems]) == (None, ["BST-01"])


def test_bst_09_the_day_to_apply_by_is_the_municipalitys_to_set() -> None:
    day = RULES["local.bostotte_apply_day"]
    assert (RULES.whole("local.bostotte_apply_day", NOW), day.setting) == (25, True)


# rules 6.1 and 6.4


def test_gj_04_6_4_a_budget_by_hand_in_ore(office: Office) -> None:
    """31 526 in; 9 200 home, 1 200 kindergarten, 11 388 + 3 645 + 4 835 to live on: 1 258 left."""
    case = told(office)
    found = office.debt_budgets.compute(case, office.debt_budgets.now(case))
    assert found.income == Ore(22_440_00 + 4_024_00 + 3_212_00 + 1_850_00) == Ore(31_526_00)
    assert (found.home, found.childcare) == (Ore(9_200_00), Ore(1_200_00))
    assert found.living == Ore(11_388_00 + 3_645_00 + 4_835_00) == Ore(19_868_00)
    assert found.available == Ore(31_526_00 - 9_200_00 - 1_200_00 - 19_868_00) == LEFT
    assert Ore(1_258_00) == LEFT


def test_gj_03_the_papers_that_show_an_economy(office: Office) -> None:
    kinds = {each.value for each in DebtPaperKind}
    assert kinds >= {"tax_return", "tax_settlement", "account_prints", "lease", "rent_receipts"}
    assert kinds >= {"pay_slips", "loan_papers", "costs"}
    assert len(office.debt_papers.missing(begun(office))) == len(kinds)


def test_gj_05_home_power_insurance_and_children_come_before_the_rest() -> None:
    first = {each.value for each in DebtClaimKind if each.first}
    assert {"rent", "home_loan", "common_costs", "power", "insurance"} <= first
    assert "childcare" in first
    assert not first & {"consumer_loan", "credit_card", "phone", "fine", "tax", "student_loan"}


def test_6_3_what_the_rates_cover_and_what_they_do_not() -> None:
    covered = {each for each in CostKind if each.in_rate}
    kinds = CostKind
    assert covered == {kinds.POWER, kinds.CONTENTS_INSURANCE, kinds.TRAVEL, kinds.PHONE}
    assert {each for each in CostKind if each.home} == {
        kinds.RENT,
        kinds.HOME_LOAN,
        kinds.HOME_INSURANCE,
        kinds.MUNICIPAL_CHARGES,
        kinds.COMMON_COSTS,
    }
    assert {each for each in CostKind if each.childcare} == {kinds.KINDERGARTEN, kinds.AFTER_SCHOOL}


def test_gj_07_08_09_everything_that_can_be_done() -> None:
    assert {each.value for each in DebtMeasureKind} == {
        "bostotte",
        "benefit",
        "lower_costs",
        "voluntary_deduction",
        "money_management",
        "refinancing",
        "startlan",
        "out_of_court",
        "settlement",
    }


def passages(document: str, language: Language) -> str:
    return " ".join(load_text(document, language, NOW).passages.values())


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_gj_12_the_help_is_free_and_the_vedtak_and_the_last_letter_say_so(
    language: Language,
) -> None:
    for document in ("debt_vedtak_granted", "debt_closing"):
        words = passages(document, language).casefold()
        assert "hjelpen er gratis" in words or "hjelpa er gratis" in words, document


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_gj_14_who_is_refused_is_told_of_the_telephone_of_nav(language: Language) -> None:
    assert "55 55 33 39" in passages("debt_vedtak_refused", language)


@pytest.mark.parametrize(
    ("key", "days"),
    [("local.debt_acute_days", 1), ("local.debt_urgent_days", 5), ("local.debt_ordinary_days", 21)],
)
def test_gj_13_the_targets_begin_at_1_5_and_21_days_and_are_settings(key: str, days: int) -> None:
    assert (RULES.whole(key, NOW), RULES[key].setting) == (days, True)


def test_gj_21_24_25_28_the_numbers_of_the_act() -> None:
    known = {
        "gol.deferral_months": 4,
        "gol.creditor_weeks": 6,
        "gol.settlement_years": 5,
        "gol.earlier_settlement_years": 5,
        "gol.crime_debt_years": 3,
    }
    assert {each for each in RULES if each.startswith("gol.")} == set(known)
    assert {key: RULES.whole(key, NOW) for key in known} == known


def test_gj_26_27_the_four_duties_while_it_runs() -> None:
    assert [each.value for each in DebtorDuty] == [
        "pay_rent",
        "set_aside",
        "no_new_debt",
        "end_contracts",
    ]


# the vedtak


def test_sot_02_08_the_vedtak_rests_on_17_and_is_appealed_within_three_weeks(
    office: Office,
) -> None:
    draft = a_grant(office, asked(office))
    assert (draft.legal_basis, draft.legal_paragraph) == (
        "sosialtjenesteloven",
        "sosialtjenesteloven § 17",
    )
    assert (draft.appeal_weeks, draft.appeal_body) == (3, "Statsforvalteren")


def test_f12_the_grounds_for_a_no_are_a_closed_list_without_capacity() -> None:
    assert {each.value for each in DebtRefusal} == {
        "other_municipality",
        "no_problem",
        "helped_already",
        "for_a_business",
        "other_service",
    }


def test_fv_02_f12_days_without_a_vedtak_are_never_looser_than_the_law() -> None:
    """Yellow before day 21 and red by day 28 of AL-07; the act has a month."""
    yellow, red = RULES.numbers("local.debt_decide_days", NOW)
    assert (yellow, red) == (14, 28)
    assert RULES["local.debt_decide_days"].setting
    assert RULES.whole("fvl.prelim_months", NOW) == 1


def test_documents_of_the_issue_are_all_kinds_of_letters() -> None:
    assert {
        "debt_vedtak",
        "debt_waiting_letter",
        "debt_papers",
        "budget",
        "creditor_opening",
        "creditor_proposal",
        "payment_plan",
        "namsfogd_overview",
        "debt_closing",
    } <= {each.value for each in DocumentKind}


# rates for a day there are none of, also where the household was not told of so early


@pytest.mark.parametrize("day", [date(2024, 10, 1), date(2022, 1, 1), date(2025, 6, 30)])
def test_gj_04_a_budget_for_a_day_without_rates_is_asked_about_beside_the_day(
    office: Office, day: date
) -> None:
    case = begun(office)
    bare = office.debt_budgets.check(case, BudgetDraft("Før", day))
    household = HouseholdDraft(DebtorStatus.SINGLE, 1, (), office.clock.today())
    office.debt_economy.set_household(case, household)
    later = office.debt_budgets.check(case, BudgetDraft("Før", day))
    for found in (bare, later):
        assert [(each.field, each.code, each.facts["day"]) for each in found] == [
            ("counted_for", "budget_rates_missing", day)
        ]


def test_every_letter_of_advice_is_in_both_languages() -> None:
    for kind in ("debt_papers", "debt_waiting_letter", "creditor_opening", "payment_plan"):
        assert all((FOLDER / each / f"{kind}.toml").exists() for each in ("nb", "nn"))
