"""How what is left may be shared: home first, nothing more than what is left (GJ-05, GJ-29)."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import CreditorId, DebtClaimId
from app.core.money import Ore, kroner
from app.debt.budget.model import BudgetDraft, BudgetPart, ChangeDraft
from app.debt.budget.offers import offers
from app.debt.claims.model import ClaimSums, DebtClaim, DebtClaimDraft, DebtClaimKind
from app.office import Office
from app.settings.rule_files import load_parameters
from tests.app.debt.budget.household import CASE, DAY, LEFT, told
from tests.app.debt.claims.desk import a_claim, a_creditor

RULES = load_parameters()


def a_debt(key: int, kind: DebtClaimKind, owed: Ore) -> DebtClaim:
    draft = DebtClaimDraft(CreditorId(key), kind, ClaimSums(owed))
    names = (f"Kreditor {key}", "")
    return DebtClaim(
        DebtClaimId(key), CASE, CreditorId(key), names[0], names[1], kind, draft.sums, draft
    )


def test_what_keeps_the_home_stands_first() -> None:
    bank = a_debt(1, DebtClaimKind.CONSUMER_LOAN, kroner(48_000))
    rent = a_debt(2, DebtClaimKind.RENT, kroner(12_000))
    first, second = offers([bank, rent], kroner(2_238), RULES, DAY)
    assert (first.creditor, first.first) == ("Kreditor 2", True)
    assert (second.creditor, second.first) == ("Kreditor 1", False)
    assert first.monthly + second.monthly == kroner(2_238)


def test_nothing_is_shared_where_nothing_is_left() -> None:
    bank = a_debt(1, DebtClaimKind.CONSUMER_LOAN, kroner(48_000))
    assert offers([bank], Ore(0), RULES, DAY) == ()
    assert offers([bank], kroner(-100), RULES, DAY) == ()


DEBTS = st.lists(
    st.tuples(st.sampled_from(DebtClaimKind), st.integers(1, 90_000_000).map(Ore)), max_size=8
)


@given(DEBTS, st.integers(1, 5_000_000).map(Ore))
def test_the_sum_is_what_is_left_or_all_that_is_owed(
    debts: list[tuple[DebtClaimKind, Ore]], available: Ore
) -> None:
    claims = [a_debt(key, *debt) for key, debt in enumerate(debts, start=1)]
    found = offers(claims, available, RULES, DAY)
    assert sum(each.monthly for each in found) == min(available, sum(owed for _, owed in debts))
    assert all(each.monthly <= each.owed for each in found)


def test_each_version_shares_what_it_leaves(office: Office) -> None:
    case, budgets = told(office), office.debt_budgets
    assert budgets.offers(budgets.compute(case, budgets.now(case))) == ()
    office.debt_claims.add(case, a_claim(a_creditor(office)))
    (offer,) = budgets.offers(budgets.compute(case, budgets.now(case)))
    assert offer.monthly == LEFT
    made = budgets.make(case, BudgetDraft("Med avdrag", office.clock.today()))
    budgets.put(made, ChangeDraft(BudgetPart.AGREED, "Avdrag på husleie", kroner(500)))
    (offer,) = budgets.offers(budgets.compute(case, budgets.get(made)))
    assert offer.monthly == LEFT - kroner(500)
