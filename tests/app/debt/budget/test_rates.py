"""Rates for living: every figure of the regulation, the ages, and the cuts (rules 6.3)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.money import Ore, kroner
from app.debt.budget.model import LivingKind
from app.debt.budget.rates import living
from app.debt.economy.model import BudgetChild, BudgetHousehold, DebtorStatus
from app.settings.rule_files import load_parameters

RULES = load_parameters()
OLD, NEW = date(2025, 7, 1), date(2026, 7, 1)
AGES = (5, 10, 14, 15)


def child(years: int, on: date, contact: int | None = None) -> BudgetChild:
    return BudgetChild(date(on.year - years, on.month, on.day), contact_class=contact)


def single(*children: BudgetChild) -> BudgetHousehold:
    return BudgetHousehold(DebtorStatus.SINGLE, 1, children)


DEBTORS = [
    (DebtorStatus.SINGLE, 11_046, 11_388),
    (DebtorStatus.COUPLE, 9_354, 9_644),
    (DebtorStatus.SUPPORTS_PARTNER, 18_708, 19_288),
]


@pytest.mark.parametrize(("status", "before", "now"), DEBTORS)
def test_the_rates_of_the_debtor(status: DebtorStatus, before: int, now: int) -> None:
    household = BudgetHousehold(status)
    assert living(household, RULES, OLD).total == kroner(before)
    assert living(household, RULES, date(2026, 6, 30)).total == kroner(before)
    found = living(household, RULES, NEW)
    assert found.total == kroner(now)
    assert found.since == NEW


def test_the_rates_before_2025_that_are_known() -> None:
    day = date(2024, 1, 1)
    assert living(BudgetHousehold(DebtorStatus.SINGLE), RULES, day).total == kroner(10_412)
    assert living(BudgetHousehold(DebtorStatus.COUPLE), RULES, day).total == kroner(8_817)


CHILDREN = [
    (None, (3_535, 4_690, 5_919, 6_809), (3_645, 4_835, 6_102, 7_020)),
    (1, (332, 469, 578, 656), (386, 510, 627, 696)),
    (2, (1_099, 1_553, 1_915, 2_172), (1_277, 1_690, 2_078, 2_306)),
    (3, (1_533, 2_166, 2_672, 3_030), (1_781, 2_357, 2_899, 3_216)),
    (4, (1_925, 2_719, 3_354, 3_804), (2_236, 2_959, 3_639, 4_038)),
]


@pytest.mark.parametrize(("contact", "before", "now"), CHILDREN)
def test_the_rates_of_a_child(
    contact: int | None, before: tuple[int, ...], now: tuple[int, ...]
) -> None:
    for day, sums in ((OLD, before), (NEW, now)):
        for years, sum_ in zip(AGES, sums, strict=True):
            found = living(single(child(years, day, contact)), RULES, day)
            assert found.lines[1].amount == kroner(sum_), (contact, day, years)
            assert not found.lines[1].cut


@pytest.mark.parametrize(
    ("years", "kind"),
    [
        (0, LivingKind.CHILD_UNDER_6),
        (5, LivingKind.CHILD_UNDER_6),
        (6, LivingKind.CHILD_6_10),
        (10, LivingKind.CHILD_6_10),
        (11, LivingKind.CHILD_11_14),
        (14, LivingKind.CHILD_11_14),
        (15, LivingKind.CHILD_15),
        (17, LivingKind.CHILD_15),
    ],
)
def test_the_age_decides_the_rate_from_the_birthday(years: int, kind: LivingKind) -> None:
    assert living(single(child(years, NEW)), RULES, NEW).lines[1].kind is kind


def test_a_child_born_on_the_last_of_february_grows_older_in_march() -> None:
    born = single(BudgetChild(date(2020, 2, 29)))
    kinds = [living(born, RULES, date(2026, *day)).lines[1].kind for day in ((2, 28), (3, 1))]
    assert kinds == [LivingKind.CHILD_UNDER_6, LivingKind.CHILD_6_10]


def test_who_is_eighteen_has_no_rate_and_it_is_told() -> None:
    found = living(single(child(18, NEW)), RULES, NEW)
    assert len(found.lines) == 1
    assert [problem.code for problem in found.problems] == ["budget_child_grown"]
    assert not found.problems[0].blocks


def test_who_is_not_born_has_no_rate_and_it_is_told() -> None:
    found = living(single(BudgetChild(NEW + timedelta(days=1))), RULES, NEW)
    assert [problem.code for problem in found.problems] == ["budget_child_unborn"]


def test_person_number_four_is_cut_by_a_fifth_the_youngest_first() -> None:
    three = single(child(4, NEW), child(9, NEW), child(12, NEW))
    found = living(three, RULES, NEW)
    assert {line.full: line.amount for line in found.lines[1:]} == {
        kroner(6_102): kroner(6_102),
        kroner(4_835): kroner(4_835),
        kroner(3_645): kroner(2_916),
    }


def test_a_couple_reaches_person_number_four_with_the_second_child() -> None:
    two = BudgetHousehold(DebtorStatus.COUPLE, 2, (child(9, NEW), child(4, NEW)))
    assert [line.cut for line in living(two, RULES, NEW).lines] == [False, False, True]
    alone = BudgetHousehold(DebtorStatus.SUPPORTS_PARTNER, 1, (child(9, NEW), child(4, NEW)))
    assert living(alone, RULES, NEW).lines[2].cut


def test_other_adults_count_among_the_persons() -> None:
    shared = BudgetHousehold(DebtorStatus.SINGLE, 3, (child(4, NEW),))
    assert living(shared, RULES, NEW).lines[1].amount == kroner(2_916)


def test_the_third_child_who_visits_is_cut_the_youngest_first() -> None:
    visiting = single(child(3, NEW, 2), child(8, NEW, 1), child(16, NEW, 4))
    found = living(visiting, RULES, NEW)
    assert [line.amount for line in found.lines[1:]] == [
        kroner(4_038),
        kroner(510),
        Ore(102_160),  # 1 277 kr less a fifth
    ]


def test_children_who_visit_are_not_persons_in_the_household() -> None:
    found = living(single(child(4, NEW), child(9, NEW), child(12, NEW, 4)), RULES, NEW)
    assert not any(line.cut for line in found.lines)


@pytest.mark.parametrize("day", [date(2022, 1, 1), date(2024, 7, 1), date(2025, 6, 30)])
def test_a_day_without_rates_is_named_and_nothing_is_guessed(day: date) -> None:
    found = living(single(), RULES, day)
    assert found.lines == ()
    assert [(p.code, p.facts["day"]) for p in found.problems] == [("budget_rates_missing", day)]
    assert found.problems[0].blocks


def test_a_child_without_a_rate_that_day_stops_all_of_it() -> None:
    day = date(2024, 1, 1)
    found = living(single(child(4, day)), RULES, day)
    assert found.lines == ()
    assert found.problems[0].code == "budget_rates_missing"


ALL = st.lists(
    st.builds(
        BudgetChild,
        st.dates(date(2009, 1, 1), date(2026, 7, 1)),
        contact_class=st.sampled_from([None, 1, 2, 3, 4]),
    ),
    max_size=8,
)


@given(ALL)
def test_living_is_whole_ore_and_the_order_of_children_does_not_matter(
    children: list[BudgetChild],
) -> None:
    found = living(single(*children), RULES, NEW)
    again = living(single(*reversed(children)), RULES, NEW)
    assert found.total == again.total
    assert found.total == sum(line.amount for line in found.lines)
    here = [line for line in found.lines[1:] if line.child and line.child.contact_class is None]
    assert sum(line.cut for line in here) == max(0, len(here) - 2)
    visiting = len(found.lines) - 1 - len(here)
    assert sum(line.cut for line in found.lines) == max(0, len(here) - 2) + max(0, visiting - 2)
