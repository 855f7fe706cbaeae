"""What comes in wrong about economic advice is asked about beside its field, in words that help."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.applications.intake.model import AssetKind, IncomeKind
from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import DebtCaseId
from app.core.money import Ore, kroner
from app.core.typed_sums import parse_sum
from app.debt.budget.bostotte.model import BostotteFacts
from app.debt.budget.model import BudgetDraft, BudgetPaperDraft, BudgetPart, ChangeDraft
from app.debt.claims.model import ClaimSums, CreditorDraft
from app.debt.decisions.noted.model import NotedDraft
from app.debt.economy.model import (
    LIVES,
    ChildDraft,
    CostDraft,
    CostKind,
    DebtorStatus,
    HouseholdDraft,
    IncomeDraft,
    Interval,
    OwnedDraft,
)
from app.debt.measures.model import (
    DebtMeasureDraft,
    DebtMeasureKind,
    DebtMeasureRow,
    DebtMeasureState,
)
from app.office import Office
from app.transfer.model import FindingKind, ImportKind
from tests.app.debt.budget.household import told
from tests.app.debt.claims.desk import a_claim, a_creditor, claimed
from tests.app.debt.decisions.desk import a_grant
from tests.app.debt.desk import asked, begun, calm
from tests.app.debt.plans.desk import BANK, OWED, agree, planned, ready
from tests.app.transfer import sheets
from tests.flows.test_unpaid_rent_bad_input import plain
from ui.labels import message, problem

TODAY = date(2026, 11, 23)
YEAR_AS_MONTH = IncomeDraft(IncomeKind.WORK, kroner(420_000), Interval.MONTH)


def asks(refused: Callable[[], object], field: str, *words: str) -> Problem:
    """It is refused, this field has one question of its own, and it says what to do."""
    with pytest.raises(Invalid) as error:
        refused()
    return one_of(error.value.problems, field, *words)


def one_of(problems: tuple[Problem, ...], field: str, *words: str) -> Problem:
    """The only problem of a field, whose sentence has these words."""
    (found,) = [each for each in problems if each.field == field]
    said = plain(problem(found))
    for each in words:
        assert each in said, said
    return found


def test_a_year_told_as_a_month_is_asked_about_with_the_way_out(office: Office) -> None:
    case, economy = begun(office), office.debt_economy
    found = asks(
        lambda: economy.add(case, YEAR_AS_MONTH), "interval", "420\N{NO-BREAK SPACE}000", "per år"
    )
    assert found.remedy is Interval.YEAR
    assert economy.of(case).incomes == (), "never a silent guess"
    economy.add(case, replace(YEAR_AS_MONTH, interval=Interval.YEAR))
    assert economy.of(case).income == kroner(35_000)
    economy.add(case, replace(YEAR_AS_MONTH, sure=True))
    assert len(economy.of(case).incomes) == 2, "and it may be meant so"


def test_a_month_told_as_a_year_is_asked_about_too(office: Office) -> None:
    case = begun(office)
    low = IncomeDraft(IncomeKind.WORK, kroner(22_000), Interval.YEAR)
    asks(lambda: office.debt_economy.add(case, low), "interval", "per måned")
    limit = replace(YEAR_AS_MONTH, amount=kroner(60_000))
    asks(lambda: office.debt_economy.add(case, limit), "interval", "per år")


@pytest.mark.parametrize("typed", ["1 200 EUR", "€ 1200", "500 usd", "3000 SEK"])
def test_another_currency_is_never_read_as_kroner(typed: str) -> None:
    with pytest.raises(OfficeError) as refused:
        parse_sum(typed)
    assert "Regn det om til kroner" in plain(message(refused.value))


def test_one_debt_in_two_currencies_waits_and_the_rest_goes_in(office: Office) -> None:
    case = begun(office)
    rows = (
        ("Kreditor", "Gjelder", "Hovedstol", "Renter", "Referanse"),
        ("Byliv Kort", "kredittkort", "2 000", "20 euro", "1"),
        ("Nordlys Bank AS", "forbrukslån", "-500", "0", "2"),
        ("Dalstrøm AS", "strøm", "3 500", "0", "3"),
    )
    sheet = sheets.sheet(*rows)
    profile = office.transfer.guess(sheet, ImportKind.DEBT_OVERVIEW, case=case)
    checked = office.transfer.check(sheet, profile)
    said = {
        each.line: plain(problem(Problem(each.column, each.code)))
        for each in checked.findings
        if each.kind in (FindingKind.ERROR, FindingKind.TO_CHECK)
    }
    assert said.keys() == {2, 3}
    assert "Regn det om til kroner" in said[2]
    assert "uten minus" in said[3]
    assert office.transfer.take_in(checked).debts == 1


def _negative(office: Office, case: DebtCaseId) -> dict[str, Callable[[], object]]:
    """Every place a sum is typed, by its field, with one below nothing."""
    economy, below = office.debt_economy, kroner(-100)
    income = IncomeDraft(IncomeKind.WORK, below, Interval.MONTH)
    cost = CostDraft(CostKind.RENT, below, Interval.MONTH)
    creditor = a_creditor(office)
    budget = office.debt_budgets.make(case, BudgetDraft("Etter flytting", TODAY))
    change = ChangeDraft(BudgetPart.HOME, "Garasje", below)
    loan = DebtMeasureDraft(DebtMeasureKind.STARTLAN, amount=below)
    row = DebtMeasureRow(TODAY, DebtMeasureState.ASKED)
    claim = a_claim(creditor, sums=ClaimSums(below))
    costs = a_claim(creditor, sums=ClaimSums(kroner(100), costs=below))
    wealth = BostotteFacts(rent=kroner(9_000), income=kroner(1), wealth=below)
    return {
        "amount income": lambda: economy.add(case, income),
        "amount cost": lambda: economy.add(case, cost),
        "value": lambda: economy.add(case, OwnedDraft(AssetKind.CAR, below)),
        "owed": lambda: economy.add(case, OwnedDraft(AssetKind.CAR, kroner(1), owed=below)),
        "principal": lambda: office.debt_claims.add(case, claim),
        "costs": lambda: office.debt_claims.add(case, costs),
        "amount change": lambda: office.debt_budgets.put(budget, change),
        "amount loan": lambda: office.debt_measures.begin(case, loan, row),
        "wealth": lambda: office.debt_budgets.keep_bostotte(case, wealth),
    }


def test_a_sum_below_nothing_is_asked_about_wherever_it_is_typed(office: Office) -> None:
    for field, refused in _negative(office, told(office)).items():
        found = asks(refused, field.split()[0])
        said = problem(found)
        assert "uten minus" in said or "Skriv 0" in said, said


def test_a_child_of_eighteen_is_asked_about_and_told_how_to_count(office: Office) -> None:
    case = begun(office)
    grown = ChildDraft(date(2008, 11, 23), "Emma", LIVES)
    draft = HouseholdDraft(DebtorStatus.SINGLE, 1, (grown,), TODAY)
    household = office.debt_economy
    asks(
        lambda: household.set_household(case, draft), "0.birth_date", "18 år", "tell det som voksen"
    )
    day_before = replace(draft, children=(replace(grown, birth_date=date(2008, 11, 24)),))
    household.set_household(case, day_before)
    assert office.debt_economy.of(case).household is not None


@pytest.mark.parametrize("day", [date(2022, 1, 1), date(2024, 10, 1), date(2025, 6, 30)])
def test_a_day_without_rates_is_named_and_no_budget_is_made(office: Office, day: date) -> None:
    case = told(office)
    named = f"{day:%d.%m.%Y}"
    draft = BudgetDraft("Før", day)
    asks(
        lambda: office.debt_budgets.make(case, draft),
        "counted_for",
        named,
        "Velg en annen dag",
        "Satser og regler",
    )
    assert office.debt_budgets.of(case) == ()


def test_the_housing_allowance_of_a_day_without_numbers_is_not_guessed(office: Office) -> None:
    facts = BostotteFacts(rent=kroner(9_000), income=kroner(200_000))
    for day in (date(2025, 5, 31), date(2026, 5, 31)):
        found, problems = office.debt_budgets.check_bostotte(facts, day)
        assert found is None
        one_of(problems, "since", f"{day:%d.%m.%Y}", "Legg inn tallene")


def test_a_creditor_twice_is_asked_about_in_the_case_and_in_the_list(office: Office) -> None:
    case = begun(office)
    claimed(office, case, "Nordlys Bank AS")
    (there,) = office.creditors.all()
    again = a_claim(there.id, 7_000)
    asks(
        lambda: office.debt_claims.add(case, again),
        "again",
        "42\N{NO-BREAK SPACE}000",
        "krysser du av",
    )
    office.debt_claims.add(case, replace(again, again=True))
    assert office.debt_claims.totals(case).creditors == 1
    like = CreditorDraft("Nordlys Banc AS")
    asks(lambda: office.creditors.register(like), "again", "kryss av for at dette er en annen")


def test_a_vedtak_does_not_start_before_the_request(office: Office) -> None:
    case = asked(office, days=5)
    draft = replace(a_grant(office, case), starts_on=TODAY - timedelta(days=6))
    decision = office.debt_decisions.draft(case)
    office.debt_decisions.save_draft(decision, draft)
    asks(
        lambda: office.debt_decisions.issue(decision),
        "starts_on",
        "18.11.2026",
        "Velg den dagen eller en senere",
    )
    office.debt_decisions.save_draft(decision, replace(draft, starts_on=TODAY - timedelta(1)))
    asks(lambda: office.debt_decisions.issue(decision), "starts_on", "Velg i dag eller en senere")
    on_paper = NotedDraft(TODAY - timedelta(days=6), TODAY)
    asks(lambda: office.noted_vedtak.note(case, on_paper), "issued_on", "18.11.2026")


def test_the_four_questions_are_not_asked_before_the_request(office: Office) -> None:
    case = asked(office, days=5)
    early = calm(TODAY - timedelta(days=6))
    asks(lambda: office.debt_cases.screen(case, early), "since", "18.11.2026")


def test_nobody_writes_to_creditors_before_the_work_has_begun(office: Office) -> None:
    case = asked(office)
    agree(office, case)
    (found,) = office.creditor_letters.permits(case)
    assert found.code == "creditors_not_begun"
    plain(problem(found))


def test_a_plan_of_nothing_is_refused(office: Office) -> None:
    known = ready(office)
    draft = office.payment_plans.drafted(known.case)
    for monthly in (None, Ore(0), kroner(-1)):
        nothing = replace(draft, terms=replace(draft.terms, monthly=monthly))
        asks(
            lambda plan=nothing: office.payment_plans.make(known.case, plan),  # type: ignore[misc]  # bound now
            "monthly",
            "Skriv hvor mye",
        )
    assert office.payment_plans.of(known.case) == ()


def test_a_payment_above_what_is_left_is_asked_about_with_what_is(office: Office) -> None:
    known = ready(office)
    plan = planned(office, known.case)
    bank = known.claims[BANK]
    found = asks(
        lambda: office.payment_plans.paid(plan.id, bank, Ore(OWED[BANK] + 1)),
        "amount",
        "42\N{NO-BREAK SPACE}000",
        "Sett det ned",
    )
    assert found.remedy == OWED[BANK]
    asks(lambda: office.payment_plans.paid(plan.id, bank, Ore(0)), "amount", "over null")


def test_when_nothing_is_left_no_offer_is_made_and_a_pause_is_the_way_out(
    office: Office,
) -> None:
    known = ready(office)
    budgets = office.debt_budgets
    made = budgets.make(known.case, BudgetDraft("Dyrere bolig", TODAY))
    (home,) = budgets.compute(known.case, budgets.get(made)).of(BudgetPart.HOME)
    budgets.put(made, ChangeDraft(BudgetPart.HOME, "Dyrere bolig", kroner(12_000), home.key))
    budgets.choose(known.case, made)
    assert budgets.compute(known.case, budgets.get(made)).available < 0
    draft = office.payment_proposals.drafted(known.case)
    for monthly in (draft.terms.monthly, kroner(500)):
        asked_for = replace(draft, terms=replace(draft.terms, monthly=monthly))
        found = asks(
            lambda offer=asked_for: office.payment_proposals.make(known.case, offer),  # type: ignore[misc]  # bound now
            "monthly",
            "ingenting igjen",
            "pause",
        )
        assert found.remedy is None, "nothing is no sum to offer"
    assert office.payment_proposals.of(known.case) == ()


def test_a_budget_without_a_household_is_not_counted_and_not_printed(office: Office) -> None:
    case, budgets = begun(office), office.debt_budgets
    made = budgets.make(case, BudgetDraft("Uten husstand", TODAY))
    counted = budgets.compute(case, budgets.get(made))
    assert not counted.whole
    one_of(counted.problems, "household", "Før inn hvem budsjettet er for")
    assert budgets.available(case) is None
    asks(
        lambda: office.budget_papers.issue(budgets.get(made), BudgetPaperDraft(), ""),
        "household",
        "Økonomien",
    )
    draft = office.payment_proposals.drafted(case)
    told_of = office.payment_proposals.check(case, replace(draft, terms=draft.terms))
    assert draft.terms.monthly is None
    assert "monthly" in {each.field for each in told_of if each.blocks}
