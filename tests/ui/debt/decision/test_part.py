"""«Vedtak»: who waits without one, the desk that makes it, letters and complaints."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.ids import DebtCaseId, Ref
from app.debt.decisions.model import DebtRefusal
from app.debt.model import AcuteScreen, RequestState, Screened
from app.debt.queue.capacity.model import CapacityDraft
from app.decisions.appeals.model import AppealDraft, AppealState
from app.office import Office
from tests.app.debt.decisions.desk import granted, refused
from tests.app.debt.desk import asked
from tests.factories import registered_person
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.debt.case import DebtCasePage
from ui.debt.decision.desk import DEBT_VEDTAK, VedtakDesk
from ui.debt.decision.part import DecisionPart
from ui.debt.decision.waiting_desk import WAITING_LETTER, WaitingLetterDesk
from ui.debt.tasks import DECISION, ECONOMY, REQUEST
from ui.kit.beside import FinalDialog
from ui.navigation import PageId, Place
from ui.parted_page import PartedView


def part(page: DebtCasePage, case: DebtCaseId) -> DecisionPart:
    page.show_place(Place(PageId.DEBT_CASE, Ref("debt_case", case), DECISION))
    assert isinstance(page.view, PartedView)
    assert isinstance(page.view.part, DecisionPart)
    return page.view.part


def desk(page: DebtCasePage, case: DebtCaseId) -> VedtakDesk:
    page.show_place(Place(PageId.DEBT_CASE, Ref("debt_case", case), DEBT_VEDTAK))
    assert isinstance(page.view, VedtakDesk)
    return page.view


def test_one_without_a_vedtak_is_told_with_the_way_to_make_it(
    page: DebtCasePage, office: Office, went: list[Place]
) -> None:
    case = asked(office, days=30)
    shown = part(page, case)
    said = spoken_tree(shown)
    assert "Uten vedtak i 30" in said
    assert "Lag vedtak" in said
    assert unnamed_focusables(shown) == []
    shown.write()
    assert went[-1].task == DEBT_VEDTAK
    assert office.debt_decisions.drafted(case) is not None


def test_the_keys_lead_from_part_to_part(
    page: DebtCasePage, office: Office, went: list[Place], qtbot: QtBot
) -> None:
    case = asked(office)
    for key, task in ((Qt.Key.Key_PageDown, ECONOMY), (Qt.Key.Key_PageUp, REQUEST)):
        went.clear()
        part(page, case).verbs[0].setFocus()
        QTest.keyClick(page.focusWidget() or page, key, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: bool(went))
        assert went[-1].task == task


def test_f12_a_vedtak_on_paper_is_noted_and_the_case_waits_with_one(
    page: DebtCasePage, office: Office, told: list[str]
) -> None:
    case = asked(office, days=60)
    shown = part(page, case)
    assert any("på papir" in button.text() for button in shown.verbs)
    dialog = shown.dialogs.note(case)
    assert unnamed_focusables(dialog) == []
    today = office.clock.today()
    dialog.form.set_values({"issued_on": today + timedelta(days=1)})
    assert not dialog.attempt()
    assert dialog.form.problem_count == 2
    issued, starts = today - timedelta(days=40), today + timedelta(days=30)
    dialog.form.set_values({"issued_on": issued, "starts_on": starts})
    dialog.verb_button.click()
    known = office.debt_cases.get(case)
    assert (known.state, known.starts_on) == (RequestState.GRANTED_QUEUED, starts)
    assert told[-1].startswith("Vedtak på papir ført inn")
    said = spoken_tree(part(page, case))
    assert "på papir fra før Husrom" in said
    assert "Siste dag for klage" not in said


def test_the_desk_tells_the_queue_in_weeks(page: DebtCasePage, office: Office) -> None:
    office.debt_capacity.change(CapacityDraft(office.clock.today(), 50, 2250, 15, 20, 30))
    said = spoken_tree(desk(page, asked(office)))
    assert "Køen tilsier uke" in said


def test_gj_13_who_cannot_wait_is_not_given_a_day_far_down_the_queue(
    page: DebtCasePage, office: Office
) -> None:
    today = office.clock.today()
    office.debt_capacity.change(CapacityDraft(today, 5, 2250, 15, 20, 30))
    for name, days in (("En", 40), ("To", 30), ("Tre", 0)):
        person = registered_person(office, family_name=name, national_id="", address=None)
        case = asked(office, person, days)
        office.debt_cases.screen(case, AcuteScreen(today, food=Screened.YES))
    shown = desk(page, case)
    draft = office.debt_decisions.drafted(case)
    assert draft is not None
    assert draft.draft.starts_on == today + timedelta(days=1)
    assert "Bør begynne senest" in spoken_tree(shown)


def test_the_desk_saves_what_is_typed_and_issues_the_letter(
    page: DebtCasePage, office: Office, told: list[str]
) -> None:
    case = asked(office, days=3)
    shown = desk(page, case)
    assert "Skriv dagen dere begynner" in shown.desk.lacking
    day = office.clock.today() + timedelta(days=20)
    shown.form.set_values({"starts_on": day, "start_text": "Flere venter før deg."})
    assert shown.show_letter()
    draft = office.debt_decisions.drafted(case)
    assert draft is not None
    assert draft.draft.starts_on == day
    assert unnamed_focusables(shown) == []
    shown.issue()
    known = office.debt_cases.get(case)
    assert known.state is RequestState.GRANTED_QUEUED
    assert known.starts_on == day
    assert told[-1].startswith("Vedtak om økonomisk rådgivning fattet")


def test_a_no_asks_for_a_ground_and_hides_the_start(page: DebtCasePage, office: Office) -> None:
    case = asked(office)
    shown = desk(page, case)
    shown.form.set_values({"granted": "no"})
    assert not shown.show_letter()
    assert "Lang kø" in shown.desk.lacking
    assert not shown.form.field("starts_on").isVisible()
    assert shown.form.values()["considerations_text"] is None  # it said why the answer is yes
    shown.form.set_values(
        {
            "ground": DebtRefusal.FOR_A_BUSINESS,
            "guidance_text": "Ring Altinn. De gir råd.",
            "considerations_text": "Gjelden er bedriftens.",
        }
    )
    assert shown.show_letter()
    shown.form.set_values({"granted": "yes"})
    shown.show_letter()
    assert shown.form.values()["considerations_text"] == "Gjelden er bedriftens."


def test_what_is_decided_is_not_begun_again(page: DebtCasePage, office: Office) -> None:
    case = asked(office)
    granted(office, case)
    shown = desk(page, case)
    assert "Endre vedtaket" in shown.desk.lacking
    assert office.debt_decisions.drafted(case) is None


def test_the_letter_to_one_who_waits(page: DebtCasePage, office: Office) -> None:
    """FV-02."""
    case = asked(office, days=10)
    page.show_place(Place(PageId.DEBT_CASE, Ref("debt_case", case), WAITING_LETTER))
    shown = page.view
    assert isinstance(shown, WaitingLetterDesk)
    shown.form.set_values({"answer_by": office.clock.today() + timedelta(days=14)})
    assert shown.show_letter()
    shown.issue()
    assert len(office.debt_replies.of(case)) == 1
    assert "Skal sendes" in spoken_tree(part(page, case))


def test_a_complaint_goes_from_received_to_a_new_vedtak(
    page: DebtCasePage, office: Office, went: list[Place]
) -> None:
    """SOT-08, FV-16."""
    case = asked(office)
    decision = refused(office, case)
    dialog = part(page, case).dialogs.receive(decision)
    dialog.form.set_values({"wanted": "Jeg vil ha hjelp."})
    assert dialog.attempt()
    appeal = office.debt_appeals.of_case(case)[0]
    shown = part(page, case)
    assert "Vurder klagen" in spoken_tree(shown)
    assert shown.dialogs.assess(appeal).attempt()
    assert office.debt_appeals.get(appeal.id).state is AppealState.IN_ASSESSMENT
    shown = part(page, case)
    change = next(each for each in shown.verbs if "etter klagen" in each.text())
    change.click()
    assert went[-1].task == DEBT_VEDTAK
    made = desk(page, case)
    day = office.clock.today() + timedelta(days=7)
    made.form.set_values({"granted": "yes", "starts_on": day, "start_text": "Du har klaget."})
    assert made.show_letter()
    made.issue()
    assert office.debt_appeals.get(appeal.id).state is AppealState.DECISION_CHANGED
    assert office.debt_cases.get(case).state is RequestState.GRANTED_QUEUED
    assert "Tidligere vedtak" in spoken_tree(part(page, case))


def test_our_view_is_read_as_a_letter_before_it_is_sent_on(
    page: DebtCasePage, office: Office, told: list[str]
) -> None:
    """DOC-21."""
    case = asked(office)
    draft = AppealDraft(office.clock.today(), wanted="Jeg vil ha hjelp.")
    appeal = office.debt_appeals.receive(refused(office, case), draft)
    shown = part(page, case)
    shown.dialogs.acknowledge(office.debt_appeals.get(appeal))
    assert told[-1].startswith("Svar om at klagen er kommet")
    office.debt_appeals.assess(appeal)
    shown = part(page, case)
    dialog = shown.dialogs.forward(office.debt_appeals.get(appeal))
    assert not dialog.attempt()  # it goes nowhere without our view
    dialog.form.set_values({"assessment": "Vi mener at vedtaket er rett."})
    dialog.verb_button.click()
    final = next(each for each in page.window().findChildren(FinalDialog) if each.isVisible())
    final.accept()
    assert office.debt_appeals.get(appeal).state is AppealState.FORWARDED
    assert told[-1].startswith("Klage om økonomisk rådgivning sendt videre")
