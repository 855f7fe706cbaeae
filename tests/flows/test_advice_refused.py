"""A no to economic advice, the complaint about it, and the new vedtak, with the clock moved."""

from datetime import timedelta

from app.alerts.model import AlertId
from app.core.errors import Conflict, Invalid
from app.core.ids import DebtDecisionId
from app.debt.decisions.model import DebtRefusal
from app.debt.model import RequestState
from app.decisions.appeals.model import AppealDraft, AppealState
from app.decisions.model import VedtakState
from app.letters.model import DocumentKind
from tests.app.debt.decisions.desk import a_grant, a_refusal
from tests.app.debt.desk import calm
from tests.flows.advised import Advised
from tests.flows.town import Town, codes

WHY = "Du har flyttet hit, og skulle ikke vært henvist videre."


def test_a_no_that_is_complained_about_is_changed_by_a_new_vedtak(town: Town) -> None:
    one = Advised.rings(town)
    one.office.debt_cases.screen(one.case, calm(one.today))
    no = is_refused(one)
    one.reopen()
    appeal = complains(one, no)
    one.reopen()
    yes = gets_a_yes(one, no, appeal)
    one.reopen()
    starts = one.known().starts_on
    assert starts is not None
    one.town.until(starts)
    one.office.debt_cases.start(one.case)
    known = one.known()
    assert (known.state, known.waited(one.today)) == (
        RequestState.STARTED,
        (starts - known.received_on).days,
    )
    held = one.office.debt_decisions.holding_now(one.case)
    assert held is not None
    assert held.id == yes
    one.reopen()


def is_refused(one: Advised) -> DebtDecisionId:
    """SOT-02, F12: by an issued vedtak alone, with a ground that is not capacity."""
    office = one.office
    decision = office.debt_decisions.draft(one.case)
    office.debt_decisions.save_draft(decision, a_refusal(office, one.case))
    assert one.known().state is RequestState.SCREENED, "a draft refuses nobody"
    office.debt_decisions.discard(decision)
    no = one.decides(a_refusal(office, one.case))
    assert one.known().state is RequestState.REFUSED
    assert one.known().decided is not None
    assert office.debt_decisions.get(no).draft.ground is DebtRefusal.OTHER_MUNICIPALITY
    assert office.debt_queue.places() == ()
    assert one.waits(AlertId.DEBT_UNDECIDED) == 0
    document = office.debt_decisions.get(no).document
    assert document is not None
    one.town.later(2)
    office.letters.arrived(document, one.today)
    return no


def complains(one: Advised, no: DebtDecisionId) -> int:
    """SOT-08, FV-13, FV-15: in writing, within three weeks of the day the letter came."""
    appeals = one.office.debt_appeals
    came = one.today
    one.town.later(10)
    draft = AppealDraft(one.today, wanted="Jeg bor her nå, og vil ha hjelp.")
    appeal = appeals.receive(no, draft)
    one.office.history.undo()
    assert appeals.of_case(one.case) == ()
    appeal = appeals.receive(no, draft)
    twice = codes(lambda: appeals.receive(no, draft), of=Invalid)
    assert twice == ["appeal_twice"]
    found = appeals.timeliness(appeal)
    assert found.deadline is not None
    assert (found.deadline.nominal, found.late) == (came + timedelta(weeks=3), False)
    one.send(appeals.acknowledge(appeal))
    assert one.refused_undo() == "undo_final"
    assert one.known().state is RequestState.REFUSED, "a complaint changes nothing by itself"
    return appeal


def gets_a_yes(one: Advised, no: DebtDecisionId, appeal: int) -> DebtDecisionId:
    """FV-16, FV-19: assessed first, told of while it waits, and said why it is changed."""
    office = one.office
    early = codes(lambda: office.debt_appeals.change(appeal, WHY), of=Conflict)
    assert early == ["appeal_needs_no_vedtak"]
    one.town.later(8)
    assert one.waits(AlertId.DEBT_APPEAL) == 1
    office.debt_appeals.assess(appeal)
    yes = office.debt_appeals.change(appeal, WHY)
    assert office.debt_decisions.get(no).holds, "the old one holds until the new one is issued"
    old = office.debt_decisions.get(yes).draft
    assert (old.granted, old.change_text) == (False, WHY)
    issued = one.decides(a_grant(office, one.case))
    assert issued == yes
    assert office.debt_decisions.get(no).state is VedtakState.REVERSED
    states = [each.state for each in office.debt_appeals.states(appeal)]
    assert states == [
        AppealState.RECEIVED,
        AppealState.IN_ASSESSMENT,
        AppealState.DECISION_CHANGED,
    ]
    assert one.known().state is RequestState.GRANTED_QUEUED
    assert [each.case.id for each in office.debt_queue.places()] == [one.case]
    assert one.waits(AlertId.DEBT_APPEAL) == 0
    kinds = [each.kind for each in office.letters.of(one.about)]
    assert kinds.count(DocumentKind.DEBT_VEDTAK) == 2
    assert kinds.count(DocumentKind.APPEAL_RECEIPT) == 1
    return yes
