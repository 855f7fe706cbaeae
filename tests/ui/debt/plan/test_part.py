"""«Kreditorer og plan»: what can be done next, entered by keyboard, told and undone."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.core.ids import DebtCaseId, Ref
from app.core.money import kroner
from app.debt.model import DebtCase
from app.debt.plans.contact.model import OpeningAnswer, OpeningReply
from app.debt.plans.model import PaymentPlanState, ProposalReply
from app.letters.model import Channel
from app.office import Office
from tests.app.debt.desk import begun
from tests.app.debt.plans.desk import (
    BANK,
    POWER,
    agree,
    answer_all,
    offered,
    planned,
    ready,
)
from tests.app.debt.plans.test_service import agreed_before
from tests.ui import walker
from tests.ui.applications.desk import seen
from ui.debt.plan.columns import RECEIVERS, ReceiverRow, opening_chip
from ui.debt.plan.opening_desk import OpeningDesk
from ui.debt.plan.part import PlanPart
from ui.debt.plan.plan_desk import PlanDesk
from ui.debt.plan.proposal_desk import ProposalDesk
from ui.debt.plan.tasks import OFFER_LETTERS, OPENING_LETTERS, PLAN_PAPER
from ui.debt.tasks import CLAIMS, REQUEST
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind
from ui.kit.chips import ChipKind, Tone
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator, PageId, Place
from ui.parted_page import MakeDesk


@dataclass
class Shown:
    """The part of a case, made anew as the page does."""

    office: Office
    qtbot: QtBot
    navigator: Navigator
    places: list[Place]

    def part(self, case: DebtCaseId) -> PlanPart:
        made = PlanPart(self.office, self.navigator, self.office.debt_cases.get(case))
        self.qtbot.addWidget(made)
        made.resize(1046, 700)
        made.show()
        made.begin()
        QApplication.processEvents()
        return made

    def desk(self, kind: MakeDesk[DebtCase], case: DebtCaseId) -> LetterDesk:
        known = self.office.debt_cases.get(case)
        made = kind(self.office, self.navigator, known)
        self.qtbot.addWidget(made)
        made.resize(1200, 760)
        made.show()
        QApplication.processEvents()
        return made


@pytest.fixture
def shown(office: Office, qtbot: QtBot, navigator: Navigator) -> Shown:
    places: list[Place] = []
    navigator.wanted.connect(places.append)
    return Shown(office, qtbot, navigator, places)


def words(part: PlanPart | LetterDesk) -> str:
    return seen(part).replace("\u00a0", " ")


def button(part: PlanPart, said: str) -> QPushButton:
    return next(each for each in part.findChildren(QPushButton) if each.text() == said)


def dialog_of(made: object) -> AskDialog:
    assert isinstance(made, AskDialog)
    return made


def test_without_creditors_the_next_step_is_to_enter_them(shown: Shown, office: Office) -> None:
    case = begun(office)
    agree(office, case)
    part = shown.part(case)
    button(part, "Til gjeld").click()
    assert shown.places[-1] == Place(PageId.DEBT_CASE, Ref("debt_case", case), CLAIMS)


def test_without_a_yes_it_says_so_and_leads_there(shown: Shown, office: Office) -> None:
    known = ready(office, agreed=False)
    part = shown.part(known.case)
    assert "sier ja til at vi snakker med kreditorene" in words(part)
    assert not button(part, "Skriv åpningsbrev").isEnabled()
    button(part, "Til henvendelsen").click()
    assert shown.places[-1].task == REQUEST


def test_the_keyboard_begins_on_the_letters(shown: Shown, office: Office) -> None:
    known = ready(office)
    part = shown.part(known.case)
    assert part.focusWidget() is button(part, "Skriv åpningsbrev")
    button(part, "Skriv åpningsbrev").click()
    assert shown.places[-1].task == OPENING_LETTERS
    assert "1 258 kr i måneden til gjeld" in words(part)
    button(part, "Lag forslag").click()
    assert shown.places[-1].task == OFFER_LETTERS


def test_letters_that_are_made_are_not_said_to_be_sent(shown: Shown, office: Office) -> None:
    known = ready(office)
    office.creditor_letters.write(known.case, office.creditor_letters.drafted(known.case))
    letters = [each.document for each in office.creditor_letters.of(known.case)]
    said = words(shown.part(known.case))
    assert f"{len(letters)} brev ligger under «Skal sendes»" in said
    assert "Alle har fått brev" not in said
    for each in letters:
        if each is not None:
            office.letters.sent(each, office.clock.today(), Channel.LETTER, "Brevet")
    assert "Alle har fått brev" in words(shown.part(known.case))


def test_each_verb_is_heard_for_what_it_does(shown: Shown, office: Office) -> None:
    known = ready(office)
    office.creditor_letters.write(known.case, office.creditor_letters.drafted(known.case))
    offered(office, known.case)
    said = [each.text() for each in shown.part(known.case).findChildren(QPushButton)]
    named = [each for each in said if each]
    assert len(set(named)) == len(named)
    assert {"Før inn svar på brevet …", "Før inn svar på forslaget …"} <= set(named)


def test_an_answer_is_entered_and_taken_back(shown: Shown, office: Office) -> None:
    known = ready(office)
    office.creditor_letters.write(known.case, office.creditor_letters.drafted(known.case))
    letter = office.creditor_letters.of(known.case)[0]
    part = shown.part(known.case)
    dialog = dialog_of(part.dialogs.opening_answer(letter, "Glitre Kraft AS"))
    dialog.form.set_values({"reply": OpeningReply.PAUSED})
    dialog.attempt()
    assert dialog.form.problem_count == 1
    dialog.form.set_values({"pause_until": letter.answer_by})
    dialog.attempt()
    assert office.creditor_letters.receivers(known.case)[0].paused_until == letter.answer_by
    assert opening_chip(shown.part(known.case).known[0], office.clock.today()).text == "Gir pause"
    office.history.undo()
    assert office.creditor_letters.get(letter.id).answer is None


def test_an_answer_to_the_offer_opens_the_plan(shown: Shown, office: Office) -> None:
    known = ready(office)
    made = offered(office, known.case)
    part = shown.part(known.case)
    assert not button(part, "Lag betalingsplan").isEnabled()
    assert part.offers.current is not None
    dialog = dialog_of(part.dialogs.proposal_answer(part.offers.current, ()))
    dialog.form.set_values({"reply": ProposalReply.OTHER_SUM})
    dialog.attempt()
    assert dialog.form.problem_count == 1
    dialog.form.set_values({"monthly": kroner(400)})
    dialog.attempt()
    answer_all(office, made)
    part = shown.part(known.case)
    button(part, "Lag betalingsplan").click()
    assert shown.places[-1].task == PLAN_PAPER


def test_what_is_missing_stands_first_and_is_paid(shown: Shown, office: Office) -> None:
    known = ready(office, days=60)
    plan = agreed_before(office, known)
    part = shown.part(known.case)
    assert "mangler siden" in words(part)
    amount = office.payment_plans.next_amount(plan)
    dialog_of(part.dialogs.paid_part(plan, amount)).attempt()
    assert office.payment_plans.breach(known.case) is None
    assert "mangler siden" not in words(shown.part(known.case))


def test_one_payment_begins_with_what_falls_due(shown: Shown, office: Office) -> None:
    known = ready(office)
    plan = planned(office, known.case)
    part = shown.part(known.case)
    dialog = dialog_of(part.dialogs.paid(plan, part.plan_card.rows, part.plan_card.rows[0]))
    assert dialog.form.values()["amount"] == kroner(500)
    dialog.form.set_values({"amount": kroner(9_000)})
    dialog.attempt()
    assert dialog.form.problem_count == 1
    dialog.form.set_values({"amount": kroner(200)})
    dialog.attempt()
    assert [each.amount for each in office.payment_plans.payments(plan.id)] == [kroner(200)]
    button(shown.part(known.case), "Ta bort siste betaling").click()
    assert office.payment_plans.payments(plan.id) == ()


def test_a_plan_is_ended_with_how_and_why(shown: Shown, office: Office) -> None:
    known = ready(office)
    plan = planned(office, known.case)
    dialog = dialog_of(shown.part(known.case).dialogs.end(plan))
    dialog.form.set_values({"state": PaymentPlanState.BROKEN})
    dialog.attempt()
    assert dialog.form.problem_count == 1
    dialog.form.set_values({"reason": "Mistet jobben."})
    dialog.attempt()
    assert office.payment_plans.current(known.case) is None
    assert "Brutt" in words(shown.part(known.case))


def test_all_first_letters_are_made_at_once(shown: Shown, office: Office) -> None:
    known = ready(office)
    desk = shown.desk(OpeningDesk, known.case)
    desk.form.set_values({f"to_{known.creditors[BANK]}": False})
    assert desk.show_letter()
    with shown.qtbot.waitSignal(desk.left, timeout=20_000):
        desk.issue()
    assert len(office.creditor_letters.of(known.case)) == 3
    assert office.creditor_letters.drafted(known.case).receivers == (known.creditors[BANK],)


def test_an_offer_shows_the_split_and_is_refused_above_the_budget(
    shown: Shown, office: Office
) -> None:
    known = ready(office)
    desk = shown.desk(ProposalDesk, known.case)
    assert "505 kr" in words(desk)
    desk.form.set_values({"monthly": kroner(2_000)})
    assert not desk.show_letter()
    assert desk.form.problem_count == 1
    desk.form.set_values({"monthly": kroner(1_258)})
    assert desk.show_letter()
    with shown.qtbot.waitSignal(desk.left, timeout=20_000):
        desk.issue()
    proposal = office.payment_proposals.newest(known.case)
    assert proposal is not None
    assert office.payment_proposals.unwritten(proposal.id) == ()


def test_the_plan_is_made_with_its_paper(shown: Shown, office: Office) -> None:
    known = ready(office)
    answer_all(office, offered(office, known.case))
    desk = shown.desk(PlanDesk, known.case)
    assert desk.show_letter()
    with shown.qtbot.waitSignal(desk.left):
        desk.issue()
    plan = office.payment_plans.current(known.case)
    assert plan is not None
    assert plan.document is not None
    assert plan.claims[0].claim == known.claims[POWER]


@pytest.mark.parametrize("desk", [OpeningDesk, ProposalDesk, PlanDesk])
def test_every_field_of_a_letter_has_a_name(
    shown: Shown, office: Office, desk: MakeDesk[DebtCase]
) -> None:
    assert walker.unnamed_focusables(shown.desk(desk, ready(office).case)) == []


def test_everything_in_the_part_has_a_name(shown: Shown, office: Office) -> None:
    known = ready(office)
    planned(office, known.case)
    assert walker.unnamed_focusables(shown.part(known.case)) == []


def test_a_creditor_who_has_not_answered_in_time_looks_so(shown: Shown, office: Office) -> None:
    known = ready(office)
    office.creditor_letters.write(known.case, office.creditor_letters.drafted(known.case))
    today, one = office.clock.today(), office.creditor_letters.receivers(known.case)[0]
    letter = one.opening
    assert letter is not None
    sent = replace(one, opening=replace(letter, sent_on=today))
    after = letter.answer_by + timedelta(days=1)
    frist = next(each for each in RECEIVERS if each.key == "until")
    assert opening_chip(sent, letter.answer_by).text == "Venter på svar"
    assert frist.cell(ReceiverRow(sent, letter.answer_by)).tone is None
    assert opening_chip(sent, after).kind is ChipKind.URGENT
    assert opening_chip(sent, after).text == "Har ikke svart"
    told = frist.cell(ReceiverRow(sent, after))
    assert (told.tone, told.second) == (Tone.RED, "i går")
    assert opening_chip(one, after).text == "Skal sendes"  # our own letter lies here still


def test_a_pause_that_has_run_out_looks_so(office: Office) -> None:
    known = ready(office)
    office.creditor_letters.write(known.case, office.creditor_letters.drafted(known.case))
    today, letter = office.clock.today(), office.creditor_letters.of(known.case)[0]
    answer = OpeningAnswer(today, OpeningReply.PAUSED, today)
    office.creditor_letters.answered(letter.id, answer)
    one = next(e for e in office.creditor_letters.receivers(known.case) if e.paused_until)
    assert opening_chip(one, today).text == "Gir pause"
    assert opening_chip(one, today + timedelta(days=1)).text == "Pausen er over"


def test_one_thing_alone_is_the_next(shown: Shown, office: Office) -> None:
    known = ready(office)
    planned(office, known.case)
    part = shown.part(known.case)
    main = [
        each.text()
        for each in part.findChildren(Button)
        if each.property("kind") == ButtonKind.PRIMARY.value and each.isVisible()
    ]
    assert main == ["Betalt etter planen …"]


def test_the_next_who_has_not_answered_is_stood_on(shown: Shown, office: Office) -> None:
    known = ready(office)
    office.creditor_letters.write(known.case, office.creditor_letters.drafted(known.case))
    first = shown.part(known.case).creditors.current
    assert first is not None
    assert first.one.opening is not None
    today = office.clock.today()
    office.creditor_letters.answered(
        first.one.opening.id, OpeningAnswer(today, OpeningReply.NO_PAUSE)
    )
    then = shown.part(known.case).creditors.current
    assert then is not None
    assert then.one.id != first.one.id
