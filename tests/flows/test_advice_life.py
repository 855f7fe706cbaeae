"""From a call about debt to a plan that is paid and a case that is closed, with the clock moved."""

from datetime import date, timedelta

from app.alerts.model import AlertId
from app.core.errors import Invalid
from app.core.money import Ore, kroner
from app.debt.budget.model import BudgetDraft, BudgetPaperDraft, BudgetPart, ChangeDraft
from app.debt.closing.model import EndDraft, FarewellDraft, HomeResult, StillOpen
from app.debt.model import AdviceStage, DebtOutcome, RequestState
from app.debt.papers.model import DebtPaperState
from app.debt.plans.contact.model import OpeningAnswer, OpeningReply
from app.debt.plans.model import (
    PaymentPlanState,
    ProposalAnswer,
    ProposalReply,
    ProposalShare,
)
from app.letters.model import DocumentKind
from app.transfer.model import ImportKind
from tests.app.debt.decisions.desk import a_grant
from tests.app.debt.desk import calm
from tests.app.transfer import sheets
from tests.flows.advised import LEFT, Advised
from tests.flows.town import Town, codes

CSV = sheets.SAMPLES / "gjeldsoversikt.csv"
MORE = LEFT + kroner(5_200)
OWED = {
    "Nordlys Bank AS": kroner(43_200),
    "Byliv Kort": Ore(946_050),
    "Dalstrøm AS": kroner(3_500),
    "Skatteetaten": kroner(18_200),
}


def test_from_an_oral_request_to_a_plan_that_is_paid_and_a_closed_case(town: Town) -> None:
    one = Advised.rings(town)
    is_asked_the_four_questions(one)
    one.reopen()
    waits_too_long_and_gets_a_vedtak(one)
    one.reopen()
    begins_on_the_day(one)
    is_asked_for_papers(one)
    one.reopen()
    has_the_debts_taken_in(one)
    one.reopen()
    sees_budgets_side_by_side(one)
    one.reopen()
    has_creditors_asked_for_a_pause(one)
    one.reopen()
    has_an_offer_made(one)
    one.reopen()
    pays_but_misses_a_month(one)
    one.reopen()
    is_done(one)
    one.reopen()
    assert one.known().outcome is DebtOutcome.PLAN_COMPLETED
    assert not one.known().open
    assert not any(each.case == one.about for each in one.office.alerts.today())


def is_asked_the_four_questions(one: Advised) -> None:
    """GJ-01, GJ-02: the clock runs from the call, and one undo takes the answers back."""
    known = one.known()
    assert (known.state, known.received_on) == (RequestState.RECEIVED, one.today)
    one.office.debt_cases.screen(one.case, calm(one.today))
    one.office.history.undo()
    assert one.known() == known
    one.office.debt_cases.screen(one.case, calm(one.today))
    assert one.known().state is RequestState.SCREENED


def waits_too_long_and_gets_a_vedtak(one: Advised) -> None:
    """F12, SOT-02: no waiting without one."""
    assert one.waits(AlertId.DEBT_UNDECIDED) == 0
    one.town.later(14)
    assert one.waits(AlertId.DEBT_UNDECIDED) == 1
    one.decides(a_grant(one.office, one.case))
    assert one.waits(AlertId.DEBT_UNDECIDED) == 0
    assert one.known().state is RequestState.GRANTED_QUEUED
    assert one.known().starts_on == one.today + timedelta(weeks=3)
    assert [each.case.id for each in one.office.debt_queue.places()] == [one.case]


def begins_on_the_day(one: Advised) -> None:
    starts = one.known().starts_on
    assert starts is not None
    one.town.until(starts)
    assert one.waits(AlertId.DEBT_START) == 1
    one.office.debt_cases.start(one.case)
    assert one.waits(AlertId.DEBT_START) == 0
    known = one.known()
    assert (known.stage, known.waited(one.today)) == (AdviceStage.OVERVIEW, 14 + 21)
    assert one.office.debt_queue.places() == ()
    assert one.office.debt_waiting.at(one.today - timedelta(days=1)).waiting == 1
    assert one.office.debt_waiting.at(one.today).waiting == 0


def is_asked_for_papers(one: Advised) -> None:
    """GJ-03: nothing is late before the letter went out and its day is over."""
    one.tells_the_economy()
    letters, papers = one.office.debt_paper_letters, one.office.debt_papers
    draft = letters.drafted(one.case)
    assert draft.answer_by is not None
    made = letters.issue(one.case, draft)
    assert one.refused_undo() == "undo_final"
    one.send(made)
    one.town.until(draft.answer_by + timedelta(days=1))
    assert one.waits(AlertId.DEBT_PAPERS) == 1
    papers.mark(one.case, draft.kinds, DebtPaperState.COME)
    assert one.waits(AlertId.DEBT_PAPERS) == 0


def has_the_debts_taken_in(one: Advised) -> None:
    """One file is one act, which one undo takes back whole."""
    office = one.office
    sheet = office.transfer.read(CSV)
    profile = office.transfer.guess(sheet, ImportKind.DEBT_OVERVIEW, case=one.case)
    checked = office.transfer.check(sheet, profile)
    assert office.transfer.take_in(checked, CSV.read_bytes()).debts == 4
    office.history.undo()
    assert (office.debt_claims.of(one.case), office.creditors.all()) == ((), ())
    office.transfer.take_in(office.transfer.check(sheet, profile), CSV.read_bytes())
    assert {each.creditor_name: each.owed for each in office.debt_claims.of(one.case)} == OWED
    assert office.debt_claims.of(one.case)[0].creditor_name == "Dalstrøm AS", "power first (GJ-05)"


def sees_budgets_side_by_side(one: Advised) -> None:
    """GJ-04: what if the home was cheaper; the sheet shows the one that is chosen."""
    budgets = one.office.debt_budgets
    assert one.available() == LEFT
    made = budgets.make(one.case, BudgetDraft("Etter flytting", one.today))
    assert one.known().stage is AdviceStage.BUDGETING
    now = budgets.compute(one.case, budgets.now(one.case))
    (home,) = now.of(BudgetPart.HOME)
    change = ChangeDraft(BudgetPart.HOME, "Mindre bolig", kroner(4_000), home.key)
    budgets.put(made, change)
    one.office.history.undo()
    assert budgets.get(made).changes == ()
    budgets.put(made, change)
    left = budgets.compute(one.case, budgets.get(made)).available
    assert (one.available(), left) == (LEFT, MORE), "a version changes nothing before it is chosen"
    budgets.choose(one.case, made)
    assert one.available() == MORE
    one.office.budget_papers.issue(budgets.get(made), BudgetPaperDraft(), "")
    assert one.refused_undo() == "undo_final"
    assert budgets.get(made).printed_on == one.today


def has_creditors_asked_for_a_pause(one: Advised) -> None:
    """GJ-06: each who is paid gets one letter, and their silence is told of."""
    letters = one.office.creditor_letters
    draft = letters.drafted(one.case)
    assert len(draft.receivers) == 4
    made = letters.write(one.case, draft)
    assert (len(made.made), made.not_made) == (4, ())
    assert one.sends(DocumentKind.CREDITOR_OPENING) == 4
    assert one.known().stage is AdviceStage.CONTACTING
    assert draft.answer_by is not None
    one.town.until(draft.answer_by + timedelta(days=1))
    assert one.waits(AlertId.CREDITORS) == 1
    pause = one.today + timedelta(days=90)
    for each in letters.of(one.case):
        letters.answered(each.id, OpeningAnswer(one.today, OpeningReply.PAUSED, pause))
    assert one.waits(AlertId.CREDITORS) == 0


def has_an_offer_made(one: Advised) -> None:
    """GJ-29: one says yes, one asks for another sum, one says no and is left out."""
    offers = one.office.payment_proposals
    made = offers.make(one.case, offers.drafted(one.case))
    proposal = offers.newest(one.case)
    assert proposal is not None
    assert sum(each.monthly for each in proposal.shares) == MORE
    assert len(offers.write(made).made) == 4
    assert one.sends(DocumentKind.CREDITOR_PROPOSAL) == 4
    assert one.known().stage is AdviceStage.PROPOSED
    shares = _by_name(one)
    answers = {
        "Dalstrøm AS": ProposalAnswer(one.today, ProposalReply.YES),
        "Nordlys Bank AS": ProposalAnswer(one.today, ProposalReply.YES),
        "Byliv Kort": ProposalAnswer(one.today, ProposalReply.OTHER_SUM, kroner(700)),
        "Skatteetaten": ProposalAnswer(one.today, ProposalReply.NO),
    }
    for name, answer in answers.items():
        offers.answered(shares[name].id, answer)
    one.office.history.undo()
    assert _by_name(one)["Skatteetaten"].answer is None
    offers.answered(shares["Skatteetaten"].id, answers["Skatteetaten"])
    plans = one.office.payment_plans
    draft = plans.drafted(one.case)
    assert shares["Skatteetaten"].claim not in draft.terms.claims
    assert draft.terms.monthly is not None
    assert draft.terms.monthly <= MORE - shares["Skatteetaten"].monthly
    one.send(plans.make_and_issue(one.case, draft))
    plan = plans.current(one.case)
    assert plan is not None
    assert plan.total == OWED["Dalstrøm AS"] + OWED["Nordlys Bank AS"] + OWED["Byliv Kort"]
    assert one.known().stage is AdviceStage.RUNNING


def _by_name(one: Advised) -> dict[str, ProposalShare]:
    names = {each.id: each.creditor_name for each in one.office.debt_claims.of(one.case)}
    proposal = one.office.payment_proposals.newest(one.case)
    assert proposal is not None
    return {names[each.claim]: each for each in proposal.shares}


def pays_but_misses_a_month(one: Advised) -> None:
    """GJ-10: told the day after, and no more once it is caught up."""
    plans = one.office.payment_plans
    plan = plans.current(one.case)
    assert plan is not None
    days = sorted({each.moved_to for each in plans.parts(plan)})
    for number, day in enumerate(days):
        one.town.until(day)
        if number == 2:
            one.town.later(1)
            assert one.waits(AlertId.DEBT_PLAN) == 1
            breach = plans.breach(one.case)
            assert breach is not None
            assert breach.missing == plans.next_amount(plan)
        plans.paid_part(plan.id)
        if number == 0:
            paid = plans.keeping(plan).paid
            one.office.history.undo()
            assert plans.keeping(plan).paid == 0
            plans.paid_part(plan.id)
            assert plans.keeping(plan).paid == paid
        assert one.waits(AlertId.DEBT_PLAN) == 0
    kept = plans.keeping(plan)
    assert (kept.paid, kept.left, kept.missing) == (plan.total, 0, 0)
    (claim, *_) = plan.claims
    told = codes(lambda: plans.paid(plan.id, claim.claim, Ore(1)), of=Invalid)
    assert told == ["plan_payment_too_much"]


def is_done(one: Advised) -> None:
    """GJ-10, GJ-12: with how it ended, and a letter that says the way back."""
    office = one.office
    plan = office.payment_plans.current(one.case)
    assert plan is not None
    office.payment_plans.end(plan.id, PaymentPlanState.COMPLETED)
    assert StillOpen.TALK in office.debt_closings.still_open(one.case)
    one.talks("Alt er betalt.")
    assert office.debt_closings.still_open(one.case) == ()
    ending = EndDraft(DebtOutcome.PLAN_COMPLETED, home=HomeResult.NEVER_THREATENED)
    office.debt_closings.close(one.case, ending)
    office.history.undo()
    assert one.known().open
    office.debt_closings.close(one.case, ending)
    one.send(office.closing_letters.issue(one.case, FarewellDraft("Du har betalt tre krav.")))
    assert one.refused_undo() == "undo_final"
    effect = office.debt_closings.effect(one.case)
    assert effect is not None
    assert effect.home is HomeResult.NEVER_THREATENED
    received = one.known().received_on
    before = office.debt_cases.get(one.case, received + timedelta(days=20))
    assert (received, before.state) == (date(2026, 11, 23), RequestState.GRANTED_QUEUED)
