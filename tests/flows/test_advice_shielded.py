"""Strengt fortrolig in the midst of economic advice: where they live is nowhere, work goes on."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pypdfium2 import PdfDocument

from app.applications.intake.model import AssetKind
from app.applications.model import Delay
from app.core.errors import NotFound
from app.core.ids import DebtCaseId, DocumentId, PersonId, Ref
from app.core.money import kroner
from app.debt.budget.model import BudgetDraft, BudgetPaperDraft, BudgetPart, ChangeDraft
from app.debt.closing.model import EndDraft, FarewellDraft
from app.debt.decisions.model import WaitingDraft
from app.debt.economy.model import CostDraft, CostKind, Interval, OwnedDraft
from app.debt.measures.model import (
    DebtMeasureDraft,
    DebtMeasureKind,
    DebtMeasureRow,
    DebtMeasureState,
    SettlementCheck,
)
from app.debt.model import AcuteScreen, DebtOutcome, RequestState, Screened
from app.debt.papers.model import DebtPaperKind, DebtPaperState, PaperLetterDraft
from app.debt.plans.model import ProposalAnswer, ProposalReply
from app.decisions.appeals.model import AppealDraft
from app.letters.model import OnPaper
from app.office import Office
from app.people.model import Address
from tests.app.debt.claims.desk import a_claim, a_creditor
from tests.app.debt.decisions.desk import a_grant
from tests.app.debt.desk import a_request, asked
from tests.app.debt.plans.desk import planned, ready
from tests.factories import a_person
from tests.flows.test_protected import everything_kept
from tests.flows.town import Town, codes

STREET = "Gjømmeveien"
HOME = f"{STREET} 77"


def lives_there(office: Office, case: DebtCaseId) -> PersonId:
    """The person of the case has the address in the register."""
    person = office.debt_cases.get(case).person
    office.people.correct(person, a_person(address=Address(HOME, "2211", "Lia")))
    return person


def is_asked_decided_and_complained_of(town: Town) -> DebtCaseId:
    """(a) While one waits: the request, the screen, the vedtak, a complaint, what is missing."""
    office, today = town.office, town.clock.today()
    case = asked(office)
    lives_there(office, case)
    told = a_request(office.debt_cases.get(case).person, words=f"Kastes ut av {HOME}")
    office.debt_cases.correct(case, told)
    office.debt_cases.screen(
        case,
        AcuteScreen(
            today, Screened.YES, today + timedelta(days=9), Screened.NO, None, Screened.NO,
            Screened.NO, f"Låsen i {HOME} byttes",
        ),
    )  # fmt: skip
    draft = replace(
        a_grant(office, case), facts_text=f"Du bor i {HOME}.", wishes_text=f"Bli i {HOME}."
    )
    vedtak = office.debt_decisions.draft(case)
    office.debt_decisions.save_draft(vedtak, draft)
    office.debt_decisions.issue(vedtak)
    office.debt_appeals.receive(
        vedtak, AppealDraft(today, wanted=f"Raskere, {HOME}", grounds=f"Bor i {HOME}")
    )
    kinds = frozenset({DebtPaperKind.PAY_SLIPS})
    office.debt_papers.mark(case, kinds, DebtPaperState.ASKED, words=f"Ligger i {HOME}")
    waits = WaitingDraft(today + timedelta(days=60), Delay.QUEUE, f"Vi så {HOME}.")
    office.debt_replies.issue(case, waits)
    letter = PaperLetterDraft(kinds, office.debt_papers.answer_by(), f"Vi kom til {HOME}.")
    office.debt_paper_letters.issue(case, letter)
    return case


def is_mapped_and_has_a_plan(town: Town) -> DebtCaseId:
    """(b) While the work goes on: economy, claims, budget, letters, offers, plan, measures."""
    office, today = town.office, town.clock.today()
    known = ready(office)
    case = known.case
    lives_there(office, case)
    economy, note = office.debt_economy, f"Lån på {HOME}"
    rent = CostDraft(CostKind.POWER, kroner(200), Interval.MONTH, today, words=note, sure=True)
    economy.add(case, rent)
    economy.add(case, OwnedDraft(AssetKind.HOUSE, kroner(100_000), today, words=HOME))
    bank = a_creditor(office, "Husbanken")
    office.debt_claims.add(
        case, a_claim(bank, 90_000, secured=True, security=HOME, words=note, as_of=today)
    )
    budget = office.debt_budgets.make(case, BudgetDraft(f"Ut av {HOME}", today, words=note))
    change = ChangeDraft(BudgetPart.HOME, f"Flytting fra {HOME}", kroner(100), reason=note)
    office.debt_budgets.put(budget, change)
    office.debt_budgets.choose(case, budget)
    version = next(each for each in office.debt_budgets.of(case) if each.id == budget)
    paper = BudgetPaperDraft(words=f"Dette har du i {HOME}.")
    office.budget_papers.issue(version, paper, "Etter flytting")
    letters = office.creditor_letters
    letters.write(case, replace(letters.drafted(case), words=f"Vi var i {HOME}."))
    plan = planned(office, case)
    share = office.payment_proposals.of(case)[-1].shares[0]
    answer = ProposalAnswer(today, ProposalReply.NO, words=f"Tar pant i {HOME}")
    office.payment_proposals.answered(share.id, answer)
    office.payment_plans.issue(plan.id)
    draft = DebtMeasureDraft(DebtMeasureKind.STARTLAN, "Banken", kroner(1_000_000), f"Kjøpe {HOME}")
    row = DebtMeasureRow(today, DebtMeasureState.ASKED, today + timedelta(days=30), words=note)
    office.debt_measures.begin(case, draft, row)
    office.debt_measures.go_through(case, SettlementCheck(today, words=f"Eier {HOME}"))
    return case


def is_closed(town: Town) -> DebtCaseId:
    """(c) When it has ended, with a letter."""
    office = town.office
    case = is_mapped_and_has_a_plan(town)
    stage = office.debt_cases.next_stages(office.debt_cases.get(case))[0]
    office.debt_cases.reach(case, stage, reason=f"Ro i {HOME}")
    office.debt_closings.close(case, EndDraft(DebtOutcome.HOME_SAVED, words=f"Beholdt {HOME}"))
    office.closing_letters.issue(case, FarewellDraft(f"Du blir i {HOME}.", f"Lås {HOME}."))
    return case


LIVES = (is_asked_decided_and_complained_of, is_mapped_and_has_a_plan, is_closed)


@pytest.mark.parametrize("lives", LIVES, ids=lambda each: each.__name__)
def test_nothing_of_where_they_live_is_left(town: Town, lives: object) -> None:
    assert callable(lives)
    case = DebtCaseId(lives(town))
    office = town.office
    person = office.debt_cases.get(case).person
    office.drafts.keep(f"debt_vedtak/{case}", {"facts_text": f"Bor i {HOME}"})
    assert everything_kept(office).count(STREET) > 5
    before = office.debt_cases.get(case)

    office.people.shield(person, "Politiet", "Perm 4, ark 12")

    nothing_is_left(office, case)
    after = office.debt_cases.get(case)
    told = (after.state, after.stage, after.outcome, after.decided, after.received_on)
    known = (before.state, before.stage, before.outcome, before.decided, before.received_on)
    assert told == known, "states, days and answers stay (ADR-05)"
    assert office.history.verify() is None
    assert codes(lambda: office.history.undo(), of=Exception) in (
        ["undo_final"],
        ["nothing_to_undo"],
    )
    town.lock()
    nothing_is_left(town.unlock(), case)
    the_work_goes_on(town, case)


def nothing_is_left(office: Office, case: DebtCaseId) -> None:
    """Rows, history, search, drafts, and letters that told the home."""
    kept = everything_kept(office)
    where = kept.find(STREET)
    assert where < 0, kept[max(0, where - 160) : where + 60]
    person = office.debt_cases.get(case).person
    assert office.people.places_of(person) == ()
    assert office.search.find(STREET) == ()
    for hit in office.search.find(office.debt_cases.get(case).number):
        assert hit.protected
        assert hit.detail == office.debt_cases.get(case).number
    for document in office.letters.of(Ref("debt_case", case)):
        assert STREET not in said(office, document.id)


def said(office: Office, document: DocumentId) -> str:
    """The words of a letter that is still kept."""
    try:
        content = office.letters.content(document)
    except NotFound:
        return ""
    return " ".join(page.get_textpage().get_text_range() for page in PdfDocument(content))


def the_work_goes_on(town: Town, case: DebtCaseId) -> None:
    """Letters are on paper alone from now on, without an address; the case is still in lists."""
    office = town.office
    known = office.debt_cases.get(case)
    assert case in {each.case.id for each in office.debt_waiting.rows()}
    assert office.alerts.today() is not None
    assert office.debt_queue.places() is not None
    if known.state is RequestState.GRANTED_QUEUED:
        kinds = frozenset({DebtPaperKind.PAY_SLIPS})
        draft = PaperLetterDraft(kinds, office.debt_papers.answer_by())
        letter = office.debt_paper_letters.issue(case, draft)
        assert isinstance(letter, OnPaper)
        assert STREET.encode() not in letter.content
    elif known.open:
        (plan,) = office.payment_plans.of(case)
        assert plan.claims, "what is owed and paid stays"
        assert isinstance(office.payment_plans.issue(plan.id), OnPaper)


def test_joining_two_persons_keeps_the_case(town: Town) -> None:
    office = town.office
    kept = office.people.register(a_person(national_id=""))
    case = asked(office)
    double = office.debt_cases.get(case).person
    office.people.join(kept, double)
    assert [each.id for each in office.debt_cases.of_person(kept)] == [case]
    assert office.debt_cases.of_person(double) == ()
    assert [each.case.id for each in office.debt_waiting.of_person(kept)] == [case]
    assert [hit.ref for hit in office.search.find("G-2026-1")] == [Ref("debt_case", case)]
