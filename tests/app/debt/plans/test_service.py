"""A plan is made of what was agreed, paid, kept or broken, and ended."""

from datetime import date, timedelta

import pytest

from app.core.errors import Conflict, Invalid
from app.core.ids import Ref
from app.core.money import Ore, kroner
from app.core.working_days import adjust
from app.debt.claims.model import ClaimStanding, DebtClaimStage
from app.debt.plans import store
from app.debt.plans.keeping import day_of
from app.debt.plans.model import CreditorDueKind, PaymentPlan, PaymentPlanState, PlanDraft, Terms
from app.letters.model import DocumentKind
from app.office import Office
from app.storage.database import Database
from tests.app.debt.budget.household import LEFT
from tests.app.debt.plans.desk import BANK, OWED, POWER, Ready, planned, ready


def agreed_before(office: Office, known: Ready, months: int = 3) -> PaymentPlan:
    """A plan whose first parts are behind us: agreed on the day the case began."""
    day = office.debt_cases.get(known.case).received_on
    terms = Terms(
        monthly=kroner(1_200),
        first_on=day + timedelta(days=10),
        months=months,
        claims=known.claims[:2],
        fixed={known.claims[POWER]: kroner(500)},
    )
    made = office.payment_plans.make(known.case, PlanDraft(terms, day))
    return office.payment_plans.get(made)


def last_day(plan: PaymentPlan, number: int = 1) -> date:
    """The last day a month of the plan can be paid."""
    return adjust(day_of(plan.first_on, number))


def test_a_plan_pays_everything_that_is_owed_to_the_ore(office: Office) -> None:
    known = ready(office)
    plan = planned(office, known.case)
    assert plan.total == sum(OWED)
    assert plan.months == -(-sum(OWED) // LEFT)
    parts = office.payment_plans.parts(plan)
    first = [each for each in parts if each.number == 1]
    assert sum(each.amount for each in first) == LEFT
    assert office.payment_plans.current(known.case) == plan


def test_a_plan_is_kept_until_the_day_after_its_moved_day(office: Office) -> None:
    known = ready(office, days=60)
    plan = agreed_before(office, known)
    day = last_day(plan)
    assert office.payment_plans.breach(known.case, day) is None
    found = office.payment_plans.breach(known.case, day + timedelta(days=1))
    assert found is not None
    assert (found.since, found.missing) == (day + timedelta(days=1), kroner(1_200))
    assert set(found.claims) == set(known.claims[:2])


def test_what_is_paid_covers_the_oldest_part_first(office: Office) -> None:
    known = ready(office, days=60)
    plan, plans = agreed_before(office, known), office.payment_plans
    day = last_day(plan)
    plans.paid(plan.id, known.claims[POWER], kroner(500), day)
    plans.paid(plan.id, known.claims[BANK], kroner(300), day)
    found = plans.breach(known.case, day + timedelta(days=1))
    assert found is not None
    assert (found.missing, found.claims) == (kroner(400), (known.claims[BANK],))
    plans.paid(plan.id, known.claims[BANK], kroner(400), day)
    assert plans.breach(known.case, day + timedelta(days=1)) is None


def test_a_past_day_is_as_it_was_before_the_money_came(office: Office) -> None:
    known = ready(office, days=60)
    plan, plans = agreed_before(office, known), office.payment_plans
    plans.paid_part(plan.id)
    late = last_day(plan) + timedelta(days=1)
    assert plans.breach(known.case, late) is not None
    assert plans.breaches(late)[0].plan == plan.id


def test_all_that_is_missing_is_paid_at_once_then_the_next_part(office: Office) -> None:
    known = ready(office, days=60)
    plan, plans = agreed_before(office, known, months=6), office.payment_plans
    plans.paid_part(plan.id)
    assert plans.breach(known.case) is None
    before = plans.keeping(plan).paid
    plans.paid_part(plan.id)
    assert plans.keeping(plan).paid == before + kroner(1_200)


def test_what_is_told_of_many_plans_is_the_sum_of_what_was_paid_by_each(
    office: Office, db: Database
) -> None:
    known, plans = ready(office, days=60), office.payment_plans
    today, every = office.clock.today(), list[int]()
    for amounts in ((300, 200, 100), (50,), ()):
        every.append(agreed_before(office, known).id)
        for ago, amount in enumerate(amounts):
            day = today - timedelta(days=ago)
            plans.paid(every[-1], known.claims[BANK], kroner(amount), day)
            plans.paid(every[-1], known.claims[POWER], kroner(7), day)
    for day in (today, today - timedelta(days=1), today - timedelta(days=9)):
        found = store.paid(db, every, day)
        for plan in every:
            paid = plans.payments(plan, day)
            assert found[plan] == {
                claim: sum(each.amount for each in paid if each.claim == claim)
                for claim in {each.claim for each in paid}
            }


def test_nothing_more_is_asked_on_a_claim_that_is_given_up(office: Office) -> None:
    known = ready(office, days=60)
    plan, plans = agreed_before(office, known), office.payment_plans
    today = office.clock.today()
    office.debt_claims.stands(known.claims[BANK], ClaimStanding(today, DebtClaimStage.CANCELLED))
    found = plans.breach(known.case)
    assert found is not None
    assert found.claims == (known.claims[POWER],)
    assert plan.id == found.plan


def test_a_payment_is_not_above_what_is_left_nor_ahead_of_today(office: Office) -> None:
    known = ready(office, days=60)
    plan, plans = agreed_before(office, known), office.payment_plans
    tomorrow = office.clock.today() + timedelta(days=1)
    with pytest.raises(Invalid) as refused:
        plans.paid(plan.id, known.claims[POWER], kroner(1_501), tomorrow)
    found = {each.field: each for each in refused.value.problems}
    assert found["amount"].code == "plan_payment_too_much"
    assert found["amount"].remedy == kroner(1_500)
    assert found["paid_on"].code == "day_in_future"
    with pytest.raises(Invalid):
        plans.paid(plan.id, None, Ore(0))


def test_a_payment_is_undone_or_taken_away(office: Office) -> None:
    known = ready(office, days=60)
    plan, plans = agreed_before(office, known), office.payment_plans
    plans.paid(plan.id, known.claims[POWER], kroner(100))
    office.history.undo()
    assert plans.payments(plan.id) == ()
    plans.paid(plan.id, known.claims[POWER], kroner(100))
    plans.remove_payment(plan.id, plans.payments(plan.id)[0].id)
    assert plans.keeping(plan).paid == 0


def test_a_new_plan_takes_the_place_of_the_one_that_ran(office: Office) -> None:
    known = ready(office, days=60)
    first = agreed_before(office, known)
    second = planned(office, known.case)
    assert office.payment_plans.get(first.id).state is PaymentPlanState.ENDED
    assert office.payment_plans.current(known.case) == second


def test_a_plan_ends_with_a_reason_and_only_once(office: Office) -> None:
    known = ready(office)
    plan, plans = planned(office, known.case), office.payment_plans
    with pytest.raises(Invalid):
        plans.end(plan.id, PaymentPlanState.BROKEN)
    plans.end(plan.id, PaymentPlanState.BROKEN, "Mistet jobben.")
    assert plans.current(known.case) is None
    assert plans.newest(known.case) is not None
    assert plans.breach(known.case) is None
    with pytest.raises(Conflict):
        plans.end(plan.id, PaymentPlanState.ENDED, "Igjen.")


def test_the_next_payment_is_a_day_to_remember(office: Office) -> None:
    known = ready(office)
    plan = planned(office, known.case)
    due = office.payment_plans.due(plan.first_on + timedelta(days=7))
    assert [(each.kind, each.amount) for each in due] == [(CreditorDueKind.PART_DUE, LEFT)]


def test_the_paper_goes_to_the_person(office: Office) -> None:
    known = ready(office)
    plan = planned(office, known.case)
    office.payment_plans.issue(plan.id)
    rows = office.letters.of(Ref("debt_case", known.case))
    assert [each.kind for each in rows] == [DocumentKind.PAYMENT_PLAN]
    assert office.payment_plans.get(plan.id).document == rows[0].id


def test_words_and_letters_are_let_go_of_for_who_is_protected(office: Office) -> None:
    known = ready(office)
    plan = planned(office, known.case)
    office.payment_plans.issue(plan.id)
    office.creditor_letters.write(known.case, office.creditor_letters.drafted(known.case))
    people = frozenset({office.debt_cases.get(known.case).person})
    assert {each.ref.kind for each in office.debt_words.holding(people)} >= {
        "creditor_letter",
        "payment_plan",
    }
    with office.unit("payment_plan.ended", Ref("debt_case", known.case)) as unit:
        office.debt_words.forget(unit, people)
    assert office.debt_words.holding(people) == ()


def test_a_plan_is_not_above_the_budget(office: Office) -> None:
    known = ready(office)
    draft = PlanDraft(
        Terms(kroner(2_000), first_on=office.clock.today(), claims=known.claims),
        office.clock.today(),
    )
    with pytest.raises(Invalid) as refused:
        office.payment_plans.make(known.case, draft)
    assert [each.code for each in refused.value.problems] == ["plan_above_available"]
