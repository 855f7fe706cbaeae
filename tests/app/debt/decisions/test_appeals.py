"""Complaints about vedtak on advice: received, changed or sent on, each with its day (SOT-08)."""

from datetime import timedelta

import pytest

from app.applications.model import Channel
from app.core.errors import Conflict, Invalid
from app.core.ids import DebtDecisionId, Ref
from app.debt.model import RequestState
from app.decisions.appeals.model import AppealDraft, AppealState
from app.decisions.model import VedtakState
from app.letters.model import Channel as Way
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.debt.decisions.desk import refused
from tests.app.debt.desk import asked


def complained(office: Office, decision: DebtDecisionId) -> int:
    """A signed letter that came today."""
    draft = AppealDraft(received_on=office.clock.today(), wanted="Jeg vil ha hjelp.")
    return office.debt_appeals.receive(decision, draft)


def test_what_is_only_said_is_no_appeal(office: Office) -> None:
    """FV-15."""
    decision = refused(office, asked(office))
    draft = AppealDraft(office.clock.today(), channel=Channel.PHONE, wanted="Hjelp.")
    found = office.debt_appeals.check(decision, draft)
    assert [each.code for each in found if each.blocks] == ["appeal_not_written"]


def test_a_second_open_appeal_is_told(office: Office) -> None:
    decision = refused(office, asked(office))
    complained(office, decision)
    with pytest.raises(Invalid) as error:
        complained(office, decision)
    assert [each.code for each in error.value.problems] == ["appeal_twice"]


def test_it_is_sent_on_only_when_it_is_assessed(office: Office) -> None:
    """FV-16."""
    appeal = complained(office, refused(office, asked(office)))
    with pytest.raises(Invalid):
        office.debt_appeals.forward(appeal, "Vi mener at vedtaket er rett.")
    office.debt_appeals.assess(appeal)
    office.debt_appeals.forward(appeal, "Vi mener at vedtaket er rett.")
    assert [each.id for each in office.debt_appeals.open()] == [appeal]
    states = [each.state for each in office.debt_appeals.states(appeal)]
    assert states == [AppealState.RECEIVED, AppealState.IN_ASSESSMENT, AppealState.FORWARDED]


def test_nothing_is_changed_before_it_is_assessed(office: Office) -> None:
    appeal = complained(office, refused(office, asked(office)))
    with pytest.raises(Conflict):
        office.debt_appeals.change(appeal, "Vi var uenige.")


def test_what_is_sent_back_sets_the_vedtak_aside(office: Office) -> None:
    """Then nothing is decided, and the person waits again with the fault in sight (F12)."""
    case = asked(office)
    decision = refused(office, case)
    appeal = complained(office, decision)
    office.debt_appeals.assess(appeal)
    office.debt_appeals.forward(appeal, "Vi mener at vedtaket er rett.")
    office.debt_appeals.answered(appeal, AppealState.SENT_BACK, reason="Mangler fakta.")
    assert office.debt_decisions.get(decision).state is VedtakState.SET_ASIDE
    known = office.debt_cases.get(case)
    assert known.state is RequestState.SCREENED
    assert known.without_vedtak
    new = office.debt_appeals.change(appeal, "Statsforvalteren ba oss se på saken på nytt.")
    assert office.debt_decisions.get(new).replaces == decision


def test_one_that_stands_leaves_the_vedtak_as_it_was(office: Office) -> None:
    case = asked(office)
    decision = refused(office, case)
    appeal = complained(office, decision)
    office.debt_appeals.assess(appeal)
    office.debt_appeals.forward(appeal, "Vi mener at vedtaket er rett.")
    office.debt_appeals.answered(appeal, AppealState.DECISION_STANDS)
    assert office.debt_decisions.get(decision).holds
    assert office.debt_cases.get(case).state is RequestState.REFUSED
    assert office.debt_appeals.open() == ()


def test_it_is_in_time_when_it_was_sent_within_three_weeks(office: Office) -> None:
    """FV-13, SOT-08."""
    decision = refused(office, asked(office))
    appeal = complained(office, decision)
    assert office.debt_appeals.timeliness(appeal).deadline is None
    document = office.debt_decisions.get(decision).document
    assert document is not None
    today = office.clock.today()
    office.letters.sent(document, today, Way.LETTER, "postlagt")
    office.letters.arrived(document, today)
    found = office.debt_appeals.timeliness(appeal)
    assert found.deadline is not None
    assert found.deadline.nominal == today + timedelta(days=21)
    assert not found.late


def test_a_step_can_be_taken_back(office: Office) -> None:
    appeal = complained(office, refused(office, asked(office)))
    office.debt_appeals.assess(appeal)
    office.history.undo()
    assert office.debt_appeals.get(appeal).state is AppealState.RECEIVED


def test_doc_21_what_is_sent_on_goes_with_our_view_and_a_copy_to_the_person(
    office: Office,
) -> None:
    case = asked(office)
    appeal = complained(office, refused(office, case))
    office.debt_appeals.acknowledge(appeal)
    office.debt_appeals.assess(appeal)
    with pytest.raises(Invalid) as error:
        office.debt_appeals.forward(appeal, " ")
    assert [each.code for each in error.value.problems] == ["appeal_assessment_missing"]
    document = office.debt_appeals.preview_forwarding(appeal, "Vi mener at vedtaket er rett.")
    assert document.recipient[0] == "Statsforvalteren"
    office.debt_appeals.forward(appeal, "Vi mener at vedtaket er rett.")
    kinds = [row.kind for row in office.letters.of(Ref("debt_case", case))]
    assert sorted(kinds) == sorted(
        [
            DocumentKind.DEBT_VEDTAK,
            DocumentKind.APPEAL_RECEIPT,
            DocumentKind.APPEAL_FORWARDING,
            DocumentKind.APPEAL_COPY,
        ]
    )


def test_fv_14_what_is_not_taken_up_is_told_with_the_reason(office: Office) -> None:
    case = asked(office)
    appeal = complained(office, refused(office, case))
    with pytest.raises(Invalid):
        office.debt_appeals.dismiss(appeal, "")
    office.debt_appeals.dismiss(appeal, "Klagen gjelder noe vi ikke har bestemt.")
    assert office.debt_appeals.get(appeal).state is AppealState.DISMISSED
    kinds = {row.kind for row in office.letters.of(Ref("debt_case", case))}
    assert DocumentKind.APPEAL_DISMISSED in kinds
