"""What is offered: exact, never above the budget, and what is answered."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.applications.intake.model import IncomeKind
from app.core.days import day_and_year
from app.core.errors import Invalid, OfficeError, Problem
from app.core.money import Ore, kroner
from app.debt.claims.model import ClaimStanding, DebtClaimStage
from app.debt.economy.model import DebtorStatus, HouseholdDraft, IncomeDraft, Interval
from app.debt.model import AdviceStage
from app.debt.plans.model import ProposalAnswer, ProposalDraft, ProposalReply, ShareBasis
from app.office import Office
from tests.app.arrears.desk import owing
from tests.app.debt.budget.household import LEFT
from tests.app.debt.claims.desk import a_claim, a_creditor
from tests.app.debt.desk import begun
from tests.app.debt.plans.desk import (
    BANK,
    CARD,
    FINE,
    OWED,
    POWER,
    Ready,
    agree,
    answer_all,
    monthly,
    offered,
    ready,
)
from tests.app.documents import reading


def codes(found: tuple[Problem, ...], *, blocking: bool = True) -> dict[str, str]:
    return {each.field: each.code for each in found if each.blocks is blocking}


def drafted(office: Office, known: Ready) -> ProposalDraft:
    return office.payment_proposals.drafted(known.case)


def test_gj_05_power_is_paid_over_a_year_before_the_others_share(office: Office) -> None:
    known = ready(office)
    draft = drafted(office, known)
    assert draft.terms.monthly == LEFT
    assert draft.terms.fixed == {known.claims[POWER]: kroner(500)}
    shares = {
        each.claim: each.monthly
        for each in office.payment_proposals.offered(known.case, draft.terms)
    }
    assert shares[known.claims[POWER]] == kroner(500)
    assert sum(shares.values()) == LEFT
    assert shares[known.claims[BANK]] == kroner(505)  # 758 kr x 42 / 63, in whole kroner
    assert shares[known.claims[CARD]] == kroner(217)
    assert shares[known.claims[FINE]] == kroner(36)


def test_gj_29_by_rank_the_fine_comes_before_the_loans(office: Office) -> None:
    known = ready(office)
    terms = replace(drafted(office, known).terms, basis=ShareBasis.BY_RANK)
    shares = {e.claim: e.monthly for e in office.payment_proposals.offered(known.case, terms)}
    assert shares[known.claims[FINE]] == kroner(758)
    assert shares[known.claims[BANK]] == 0
    assert sum(shares.values()) == LEFT


def test_one_who_waits_for_others_reads_the_day_and_the_sum_it_begins_with(
    office: Office,
) -> None:
    known = ready(office)
    draft = drafted(office, known)
    terms = replace(draft.terms, basis=ShareBasis.BY_RANK)
    made = office.payment_proposals.make(known.case, replace(draft, terms=terms))
    office.payment_proposals.write(made)
    letters = [reading.text(office.letters.content(row.id)) for row in office.letters.to_send()]
    (bank,) = [each for each in letters if "Nordlys Bank AS" in each]
    said = " ".join(bank.replace("\u00a0", " ").split())
    # the fine takes 758 a month for four months; then the loans share what it leaves
    assert "Første betaling til dere er " in said
    assert terms.first_on is not None
    assert day_and_year(terms.first_on) not in said
    assert " 0 kr" not in said


def test_an_offer_is_never_above_what_the_budget_leaves(office: Office) -> None:
    known = ready(office)
    draft = monthly(drafted(office, known), Ore(LEFT + 1))
    found = office.payment_proposals.check(known.case, draft)
    assert codes(found)["monthly"] == "plan_above_available"
    assert next(each for each in found if each.field == "monthly").remedy == LEFT
    with pytest.raises(Invalid):
        office.payment_proposals.make(known.case, draft)


def test_without_a_budget_it_is_told_and_the_sum_must_be_written(office: Office) -> None:
    case = begun(office)
    agree(office, case)
    draft = office.payment_proposals.drafted(case)
    assert draft.terms.monthly is None
    found = office.payment_proposals.check(case, draft)
    assert codes(found)["monthly"] == "plan_monthly_missing"
    told = office.payment_proposals.check(case, monthly(draft, kroner(500)))
    assert codes(told, blocking=False)["monthly"] == "plan_no_budget"


def test_what_takes_longer_than_the_municipality_lets_asks_for_months(office: Office) -> None:
    known = ready(office)
    draft = monthly(drafted(office, known), kroner(600))
    assert codes(office.payment_proposals.check(known.case, draft)) == {"months": "plan_takes_long"}
    short = replace(draft, terms=replace(draft.terms, months=60))
    assert codes(office.payment_proposals.check(known.case, short)) == {}
    wrong = replace(draft, terms=replace(draft.terms, months=61))
    assert codes(office.payment_proposals.check(known.case, wrong)) == {
        "months": "plan_months_wrong"
    }


def test_fixed_sums_are_held_against_what_is_owed_and_what_there_is(office: Office) -> None:
    known = ready(office)
    terms = drafted(office, known).terms
    power = known.claims[POWER]
    for amount, code in (
        (Ore(-1), "plan_fixed_negative"),
        (kroner(6_001), "plan_fixed_above_owed"),
    ):
        draft = ProposalDraft(replace(terms, fixed={power: amount}), office.clock.today())
        assert codes(office.payment_proposals.check(known.case, draft))[f"fixed_{power}"] == code
    draft = ProposalDraft(replace(terms, fixed={power: kroner(1_300)}))
    assert codes(office.payment_proposals.check(known.case, draft))["monthly"] == (
        "plan_fixed_above_monthly"
    )


def test_what_is_disputed_or_paid_as_it_runs_is_not_offered_anything(office: Office) -> None:
    known = ready(office)
    today = office.clock.today()
    standing = ClaimStanding(today, DebtClaimStage.COLLECTION, disputed=True)
    office.debt_claims.stands(known.claims[CARD], standing)
    assert known.claims[CARD] not in drafted(office, known).terms.claims


def test_leaving_out_what_keeps_a_home_is_told(office: Office) -> None:
    known = ready(office)
    draft = drafted(office, known)
    without = replace(draft.terms, claims=draft.terms.claims[1:], fixed={})
    told = office.payment_proposals.check(known.case, replace(draft, terms=without))
    assert codes(told, blocking=False)["claims"] == "plan_left_out_first"


def test_the_letters_follow_the_offer_and_go_to_each_once(office: Office) -> None:
    known = ready(office)
    office.creditor_letters.write(known.case, office.creditor_letters.drafted(known.case))
    made = offered(office, known.case)
    first = office.payment_proposals.write(made, lambda done, _of: done < 1)
    assert (len(first.made), first.left) == (1, 3)
    assert len(office.payment_proposals.unwritten(made)) == 3
    assert len(office.payment_proposals.write(made).made) == 3
    assert office.payment_proposals.unwritten(made) == ()
    assert office.debt_cases.get(known.case).stage is AdviceStage.PROPOSED


def test_no_offer_without_a_yes(office: Office) -> None:
    known = ready(office, agreed=False)
    with pytest.raises(OfficeError, match="creditors_no_consent"):
        offered(office, known.case)


def test_an_offer_is_undone_until_a_letter_is_made(office: Office) -> None:
    known = ready(office)
    offered(office, known.case)
    office.history.undo()
    assert office.payment_proposals.newest(known.case) is None


def test_a_no_leaves_the_claim_out_and_another_sum_is_taken_up(office: Office) -> None:
    known = ready(office)
    made = offered(office, known.case)
    answer_all(office, made)
    proposal = office.payment_proposals.newest(known.case)
    assert proposal is not None
    assert proposal.answered
    today = office.clock.today()
    shares = {each.claim: each.id for each in proposal.shares}
    answers = office.payment_proposals
    answers.answered(shares[known.claims[CARD]], ProposalAnswer(today, ProposalReply.NO))
    other = ProposalAnswer(today, ProposalReply.OTHER_SUM, kroner(600))
    answers.answered(shares[known.claims[BANK]], other)
    terms = office.payment_plans.drafted(known.case).terms
    assert known.claims[CARD] not in terms.claims
    assert terms.fixed[known.claims[BANK]] == kroner(600)
    assert terms.monthly == kroner(500) + kroner(600) + kroner(36)  # power, bank and fine


def test_another_sum_must_be_said_and_an_answer_has_a_day(office: Office) -> None:
    known = ready(office)
    made = offered(office, known.case)
    proposal = office.payment_proposals.newest(known.case)
    assert proposal is not None
    assert proposal.id == made
    tomorrow = office.clock.today() + timedelta(days=1)
    answer = ProposalAnswer(tomorrow, ProposalReply.OTHER_SUM)
    found = office.payment_proposals.check_answer(proposal.shares[0].id, answer)
    assert codes(found) == {"since": "day_in_future", "monthly": "creditor_answer_sum"}


def test_what_was_owed_is_kept_as_it_was_when_it_was_offered(office: Office) -> None:
    known = ready(office)
    offered(office, known.case)
    sums = replace(office.debt_claims.get(known.claims[BANK]).sums, principal=kroner(50_000))
    office.debt_claims.claimed(known.claims[BANK], sums)
    proposal = office.payment_proposals.newest(known.case)
    assert proposal is not None
    assert proposal.owed == sum(OWED)


def test_rent_of_our_own_books_is_offered_and_gets_no_letter(office: Office) -> None:
    """GJ-06: nobody writes to the office itself; its rent still has its share of the money."""
    lease = owing(office, office.clock.today() - timedelta(days=40))
    case = begun(office, office.arrears.tenancy(lease).tenant)
    agree(office, case)
    bank = a_creditor(office, "Nordlys Bank AS", address="Postboks 1", postal_place="OSLO")
    office.debt_claims.add(case, a_claim(bank, 42_000))
    office.debt_economy.set_household(case, HouseholdDraft(DebtorStatus.SINGLE, 1))
    wages = IncomeDraft(IncomeKind.WORK, kroner(30_000), Interval.MONTH)
    office.debt_economy.add(case, wages)
    rent, loan = office.creditor_letters.receivers(case)
    assert (rent.in_register, rent.to_ask) == (True, False)
    assert office.creditor_letters.drafted(case).receivers == (loan.id,) == (bank,)
    made = offered(office, case)
    (offer,) = office.payment_proposals.of(case)
    assert len(offer.shares) == 2
    assert all(share.monthly > 0 for share in offer.shares)
    assert office.payment_proposals.unwritten(made) == (bank,)
