"""The rough check of the housing allowance: every figure, and the test value (BST-03 to 11)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.dated import DatedValue
from app.core.money import Ore, kroner
from app.debt.budget.bostotte.model import Bostotte, BostotteFacts, CapArea, OwnShareGroup
from app.debt.budget.bostotte.rules import APPLY_DAY, apply_by, check
from app.settings.rule_files import load_parameters

RULES = load_parameters()
DAY = date(2026, 11, 22)
BST_11 = BostotteFacts(rent=kroner(9_000), income=kroner(200_000))


def count(facts: BostotteFacts) -> Bostotte:
    found, problems = check(facts, RULES, DAY)
    assert problems == ()
    assert found is not None
    return found


def test_bst_11() -> None:
    found = count(BST_11)
    assert found.converted == kroner(200_000)
    assert round(found.own_share / 100) == 36_857
    assert found.cap == kroner(92_234)
    assert found.capped
    assert found.monthly == kroner(3_401)


CAPS = [(1, 92_234), (2, 113_774), (3, 125_977), (4, 138_182), (5, 150_385), (8, 150_385)]


@pytest.mark.parametrize(("persons", "cap"), CAPS)
def test_the_ceiling_by_how_many_they_are(persons: int, cap: int) -> None:
    assert count(replace(BST_11, children=persons - 1)).cap == kroner(cap)
    assert count(replace(BST_11, adults=persons)).cap == kroner(cap)


@pytest.mark.parametrize(
    ("area", "extra"),
    [
        (CapArea.ORDINARY, 0),
        (CapArea.OSLO, 27_982),
        (CapArea.LARGE, 19_079),
        (CapArea.MEDIUM, 12_720),
    ],
)
def test_the_ceiling_by_where_the_home_lies(area: CapArea, extra: int) -> None:
    assert count(replace(BST_11, area=area)).cap == kroner(92_234 + extra)
    adapted = count(replace(BST_11, area=area, adapted=True))
    assert adapted.cap == kroner(92_234 + extra + 5_724)


def test_heating_paid_beside_the_rent_is_added() -> None:
    small = replace(BST_11, rent=kroner(5_000))
    assert count(small).costs == kroner(60_000 + 7_631)
    within = count(replace(small, heating_in_rent=True))
    assert within.costs == kroner(60_000)
    assert within.heating == count(small).monthly - within.monthly > 0
    assert count(small).heating == 0


def test_the_least_own_share() -> None:
    assert count(replace(BST_11, income=kroner(137_462))).own_share == kroner(26_576)
    assert count(replace(BST_11, income=kroner(0))).own_share == kroner(26_576)


@pytest.mark.parametrize(
    ("group", "first", "second"),
    [
        (OwnShareGroup.ORDINARY, 137_462, 245_278),
        (OwnShareGroup.YOUNG_DISABLED, 137_462, 295_795),
        (OwnShareGroup.PENSIONER_ALONE, 148_275, 256_613),
    ],
)
def test_the_own_share_grows_from_two_thresholds(
    group: OwnShareGroup, first: int, second: int
) -> None:
    def share(income: int) -> Ore:
        return count(replace(BST_11, income=kroner(income), group=group)).own_share

    assert share(first) == kroner(26_576)
    assert share(first + 10_000) == kroner(26_576 + 1_644)  # 16.44 %
    at_second = share(second)
    assert abs(share(second + 10_000) - at_second - kroner(1_644 + 6_356)) <= 1  # and 63.56 %


def test_income_is_shared_by_weight() -> None:
    both = replace(BST_11, adults=2, children=2)
    assert count(both).converted == round(20_000_000 / 1.43)
    assert count(replace(BST_11, adults=3)).converted == round(20_000_000 / 1.26)


def test_wealth_above_the_free_part_counts_with_65_per_cent() -> None:
    free = replace(BST_11, wealth=kroner(344_231))
    assert count(free).converted == kroner(200_000)
    assert count(replace(BST_11, wealth=kroner(354_231))).converted == kroner(206_500)


@pytest.mark.parametrize("day", [date(2025, 5, 31), date(2026, 5, 31)])
def test_a_day_without_all_numbers_is_named(day: date) -> None:
    found, problems = check(BST_11, RULES, day)
    assert found is None
    assert [(p.code, p.facts["day"]) for p in problems] == [("bostotte_rates_missing", day)]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("cap_1", 89_029),
        ("cap_2", 109_820),
        ("cap_3", 121_599),
        ("cap_4", 133_380),
        ("cap_5", 145_159),
        ("heating", 7_366),
        ("own_share_min", 25_752),
        ("own_share_from_1", 133_200),
        ("own_share_from_2", 237_672),
    ],
)
def test_the_figures_that_are_known_of_2025(key: str, value: int) -> None:
    assert RULES.money(f"bostotte.{key}", date(2025, 6, 1)) == kroner(value)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (replace(BST_11, rent=None), "rent"),
        (replace(BST_11, rent=kroner(-1)), "rent"),
        (replace(BST_11, income=None), "income"),
        (replace(BST_11, income=kroner(-1)), "income"),
        (replace(BST_11, wealth=kroner(-1)), "wealth"),
        (replace(BST_11, adults=0), "adults"),
        (replace(BST_11, children=-1), "children"),
        (replace(BST_11, adults=2, group=OwnShareGroup.PENSIONER_ALONE), "group"),
    ],
)
def test_what_is_missing_is_said_beside_the_field(facts: BostotteFacts, field: str) -> None:
    found, problems = check(facts, RULES, DAY)
    assert found is None
    assert [problem.field for problem in problems] == [field]


FACTS = st.builds(
    BostotteFacts,
    adults=st.integers(1, 4),
    children=st.integers(0, 6),
    rent=st.integers(1, 3_000_000).map(Ore),
    heating_in_rent=st.booleans(),
    income=st.integers(0, 90_000_000).map(Ore),
    wealth=st.integers(0, 90_000_000).map(Ore),
    area=st.sampled_from(CapArea),
    adapted=st.booleans(),
)


@given(FACTS, st.integers(0, 10_000_000))
def test_more_income_never_gives_more_and_nothing_is_below_zero(
    facts: BostotteFacts, more: int
) -> None:
    richer = replace(facts, income=Ore((facts.income or 0) + more))
    assert 0 <= count(richer).monthly <= count(facts).monthly
    assert count(facts).monthly % 100 == 0
    assert count(facts).heating >= 0


@pytest.mark.parametrize(
    ("on", "last"),
    [
        (date(2026, 11, 24), date(2026, 11, 25)),
        (date(2026, 11, 25), date(2026, 11, 25)),
        (date(2026, 11, 26), date(2026, 12, 25)),
        (date(2026, 12, 26), date(2027, 1, 25)),
    ],
)
def test_bst_09_it_is_asked_for_by_the_day_of_the_setting(on: date, last: date) -> None:
    assert apply_by(RULES, on) == last


def test_bst_09_a_day_no_month_has_is_its_last() -> None:
    own = {APPLY_DAY: (DatedValue(31, date(2026, 1, 1), None, "vedtak 1/26"),)}
    parameters = RULES.with_overrides(own)
    assert apply_by(parameters, date(2027, 2, 10)) == date(2027, 2, 28)
