"""What economic advice is done by: figures, budgets in øre, fair offers, a queue with its reasons.

The demo's queue is counted in tests/app/demo, and the whole story is lived in the real window in
tests/screen.
"""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest

from app.applications.intake.model import IncomeKind
from app.core.errors import NotFound
from app.core.ids import DebtCaseId
from app.core.money import Ore, kroner
from app.debt.budget.model import BudgetDraft, BudgetPart, ChangeDraft
from app.debt.claims.model import ClaimSums, DebtClaimKind
from app.debt.economy.model import (
    CostDraft,
    CostKind,
    DebtorStatus,
    HouseholdDraft,
    IncomeDraft,
    Interval,
)
from app.debt.model import AcuteScreen, DebtTopic, Screened
from app.debt.plans.model import ShareBasis
from app.debt.queue import rules as queue
from app.debt.queue.model import QueuePlace
from app.office import Office
from app.settings.rule_files import load_parameters
from tests.app.debt.claims.desk import a_claim, a_creditor
from tests.app.debt.desk import a_request, begun
from tests.app.debt.plans.desk import agree
from tests.app.debt.test_law import BOSTOTTE, LIVING, PARTS
from tests.app.evictions.desk import open_case
from tests.factories import a_person, registered_person
from tests.flows.advised import Advised
from tests.flows.town import Town

TODAY = date(2026, 11, 23)
SINGLE = kroner(11_388)
YES, NO = Screened.YES, Screened.NO
_IN_A_YEAR = {Interval.WEEK: 52, Interval.MONTH: 12, Interval.QUARTER: 4, Interval.YEAR: 1}


def test_every_figure_of_6_3_and_of_the_housing_allowance_is_a_test() -> None:
    """No version of either table is without a number written in a test."""
    rules = load_parameters()
    for name, (before, now) in LIVING.items():
        known = [each.value for each in rules[f"liv.{name}"].versions]
        assert set(known[-2:]) == {kroner(before), kroner(now)} or known[-2:] == [before, now]
    assert len(LIVING) == 3 + 4 + 4 * 4
    assert len(BOSTOTTE) + len(PARTS) == 5 + 4 + 1 + 6 + 1 + 7
    with pytest.raises(NotFound):
        rules.money("liv.single", date(2025, 6, 30))


def by_hand(lines: list[tuple[int, Interval]]) -> int:
    """Each as a month's, half an øre up, then added."""
    return sum(int(Fraction(sum_ * _IN_A_YEAR[how], 12) + Fraction(1, 2)) for sum_, how in lines)


WEEK, MONTH, QUARTER, YEAR = _IN_A_YEAR
ECONOMIES = [
    ([(2_345_667, MONTH), (30_000_01, YEAR)], [(9_200_00, MONTH), (611_13, WEEK)]),
    ([(555_501, WEEK), (100_001, QUARTER)], [(7_777_77, QUARTER), (1, YEAR)]),
    ([(31_250_001, YEAR)], [(12_345_67, MONTH), (99_999, WEEK), (5, QUARTER)]),
]


@pytest.mark.parametrize(("incomes", "costs"), ECONOMIES)
def test_a_budget_is_exact_in_ore_through_undo_and_a_lock(
    town: Town, incomes: list[tuple[int, Interval]], costs: list[tuple[int, Interval]]
) -> None:
    case = begun(town.office)
    office, economy = town.office, town.office.debt_economy
    economy.set_household(case, HouseholdDraft(DebtorStatus.SINGLE, 1, (), TODAY))
    for sum_, how in incomes:
        economy.add(case, IncomeDraft(IncomeKind.WORK, Ore(sum_), how, TODAY, sure=True))
    for sum_, how in costs:
        economy.add(case, CostDraft(CostKind.RENT, Ore(sum_), how, TODAY, sure=True))
    left = by_hand(incomes) - by_hand(costs) - SINGLE
    budget = office.debt_budgets.make(case, BudgetDraft("Med barnehage", TODAY))
    change = ChangeDraft(BudgetPart.CHILDREN, "Barnehage", Ore(1_200_07))
    office.debt_budgets.put(budget, change)
    assert _left(office, case) == (left, left - 1_200_07)
    office.history.undo()
    assert _left(office, case) == (left, left)
    office.debt_budgets.put(budget, change)
    Advised(town, case).reopen()
    assert _left(town.office, case) == (left, left - 1_200_07)


def _left(office: Office, case: DebtCaseId) -> tuple[int, int]:
    """By the economy alone, and by the one version."""
    budgets = office.debt_budgets
    (version,) = budgets.of(case)
    now, made = budgets.compute(case, budgets.now(case)), budgets.compute(case, version)
    for each in (now, made):
        assert each.available == each.income - each.out
    return now.available, made.available


CREDITORS = [
    ("Abel", DebtClaimKind.CONSUMER_LOAN),
    ("Bjørk", DebtClaimKind.FINE),
    ("Cato", DebtClaimKind.TAX),
    ("Dahl", DebtClaimKind.CONSUMER_LOAN),
    ("Eik", DebtClaimKind.FINE),
    ("Foss", DebtClaimKind.CREDIT_CARD),
]


@pytest.mark.parametrize(("seed", "monthly"), [(1, 1_000_01), (2, 77_777), (3, 99_999_999)])
def test_offers_are_fair_and_exact_through_undo_and_a_lock(
    town: Town, seed: int, monthly: int
) -> None:
    """They sum to what there is or is owed, nobody gets more than owed, whatever the order."""
    office, case = town.office, begun(town.office)
    agree(office, case)
    economy = office.debt_economy
    economy.set_household(case, HouseholdDraft(DebtorStatus.SINGLE, 1, (), TODAY))
    pay = Ore(monthly + SINGLE)
    economy.add(case, IncomeDraft(IncomeKind.WORK, pay, Interval.MONTH, TODAY, sure=True))
    assert office.debt_budgets.available(case) == monthly
    for number, (name, kind) in enumerate(CREDITORS, 1):
        sums = ClaimSums(Ore(number * seed * 1_234_567 % 8_999_993 + 1))
        claim = a_claim(a_creditor(office, f"{name} Kreditt"), sums=sums, kind=kind)
        office.debt_claims.add(case, claim)
    draft = office.payment_proposals.drafted(case)
    owed = {each.id: each.owed for each in office.debt_claims.of(case)}
    draft = replace(draft, terms=replace(draft.terms, months=12))
    offers = office.payment_proposals
    for basis in ShareBasis:
        terms = replace(draft.terms, basis=basis)
        turned = replace(terms, claims=tuple(reversed(terms.claims)))
        shares = {each.claim: each.monthly for each in offers.offered(case, terms)}
        assert sum(shares.values()) == min(monthly, sum(owed.values()))
        assert all(0 <= share <= owed[claim] for claim, share in shares.items())
        assert shares == {each.claim: each.monthly for each in offers.offered(case, turned)}
    offers.make(case, draft)
    made = offers.newest(case)
    office.history.undo()
    assert offers.of(case) == ()
    offers.make(case, draft)
    Advised(town, case).reopen()
    again = town.office.payment_proposals.newest(case)
    assert made is not None
    assert again is not None
    assert [(e.claim, e.owed, e.monthly) for e in again.shares] == [
        (e.claim, e.owed, e.monthly) for e in made.shares
    ]
    assert sum(each.monthly for each in again.shares) == min(monthly, sum(owed.values()))


def waiting(office: Office) -> None:
    """Nine who asked on different days about different things, in no order of need."""
    screens = (
        AcuteScreen(TODAY, NO, None, NO, None, NO, NO),
        AcuteScreen(TODAY, NO, None, YES, TODAY + timedelta(days=3), NO, NO),
        AcuteScreen(TODAY, YES, TODAY + timedelta(days=9), NO, None, YES, NO),
        None,
        AcuteScreen(TODAY, NO, None, NO, None, YES, NO),
        AcuteScreen(TODAY, NO, None, NO, None, NO, YES),
    )
    for number in range(9):
        person = registered_person(
            office, given_name=f"Ola {'abcdefghi'[number]}", national_id="", address=None
        )
        topic = (DebtTopic.CONSUMER_DEBT, DebtTopic.POWER, DebtTopic.RENT)[number % 3]
        draft = a_request(
            person,
            received_on=TODAY - timedelta(days=(number * 37) % 50),
            topics=frozenset({topic}),
            screen=screens[number % len(screens)],
        )
        office.debt_cases.register(draft)
        if number == 7:
            open_case(office, person, eviction_on=date(2026, 12, 1))


def by_reasons(places: tuple[QueuePlace, ...]) -> list[DebtCaseId]:
    """The order worked out from the shown reasons alone."""
    by_case = sorted(places, key=lambda one: one.case.id)
    return [each.case.id for each in sorted(by_case, key=lambda one: queue.weight(one.reasons))]


def test_the_queue_is_worked_out_again_from_its_reasons_after_a_lock_and_for_a_past_day(
    town: Town,
) -> None:
    waiting(town.office)
    before = town.office.debt_queue.places()
    assert len(before) == 9
    assert by_reasons(before) == [each.case.id for each in before]
    assert [each.rank for each in before] == list(range(1, 10))
    Advised(town, before[0].case.id).reopen()
    office = town.office
    assert office.debt_queue.places() == before, "nothing of it is kept, and all of it comes again"
    for above, below in pairwise(before):
        assert office.debt_queue.decider(above, below) is not None
    past = office.debt_queue.places(TODAY - timedelta(days=20))
    assert 0 < len(past) < 9
    assert by_reasons(past) == [each.case.id for each in past]


def test_somebody_who_asks_is_never_lost_between_request_and_vedtak(town: Town) -> None:
    """F12: everyone stands in the queue, begun, refused by a vedtak, or has said no thanks."""
    office = town.office
    waiting(office)
    office.people.register(a_person(given_name="Ingen sak", national_id="", address=None))
    cases = office.debt_cases.rows()
    queued = {each.case.id for each in office.debt_queue.places()}
    assert {each.id for each in cases if each.waits} == queued
    town.later(28)
    late = {each.case for each in town.office.debt_decisions.overdue()}
    assert late == queued, "after four weeks none of them is silent"
