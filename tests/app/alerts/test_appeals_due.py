"""What appeals and prior notices ask of a person (AL-08)."""

from datetime import date, timedelta

import pytest

from app.alerts import appeals_due
from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.clock import FixedClock
from app.core.ids import Ref, VedtakId
from app.decisions.appeals.model import AppealState
from app.decisions.notices.model import NoticeDraft
from app.office import Office
from app.settings.rule_files import load_parameters
from tests.app.decisions.appeals.bench import Bench
from tests.app.decisions.appeals.test_rules import CAME, a_row

S = AppealState
PARAMETERS = load_parameters()
OURS = {AlertId.APPEAL, AlertId.PRIOR_NOTICE}


def found(office: Office) -> list[Alert]:
    return [each for each in office.alerts.today() if each.id in OURS]


@pytest.mark.parametrize("state", [S.RECEIVED, S.IN_ASSESSMENT])
def test_an_appeal_that_is_ours_is_due_in_fourteen_days(state: AppealState) -> None:
    due = CAME + timedelta(days=14)
    before = next(appeals_due.appeals([a_row(state)], PARAMETERS, due - timedelta(days=1)))
    assert (before.urgency, before.why, before.due) == (Urgency.SOON, Reason.APPEAL_RECEIVED, due)
    late = next(appeals_due.appeals([a_row(state)], PARAMETERS, due))
    assert (late.urgency, late.why) == (Urgency.SOON, Reason.APPEAL_NOT_FORWARDED)


@pytest.mark.parametrize("state", [S.GRANTED_BY_BODY, S.SENT_BACK, S.CHANGED_TO_HARM])
def test_an_answer_that_asks_for_a_vedtak_is_acted_on(state: AppealState) -> None:
    alert = next(appeals_due.appeals([a_row(state)], PARAMETERS, CAME))
    assert (alert.urgency, alert.why) == (Urgency.NOW, Reason.APPEAL_ANSWERED)
    done = a_row(state, new_vedtak=VedtakId(2), new_issued=True)
    assert list(appeals_due.appeals([done], PARAMETERS, CAME)) == []


@pytest.mark.parametrize("state", [S.FORWARDED, S.DECISION_STANDS, S.WITHDRAWN, S.DISMISSED])
def test_what_waits_for_others_or_is_over_asks_nothing(state: AppealState) -> None:
    assert list(appeals_due.appeals([a_row(state)], PARAMETERS, date(2028, 1, 1))) == []


def test_that_the_time_to_complain_has_passed_is_told_for_a_week(
    office: Office, clock: FixedClock
) -> None:
    bench = Bench(office, clock)
    bench.later(21)
    assert found(office) == []
    bench.later(1)
    (alert,) = found(office)
    assert (alert.urgency, alert.act) == (Urgency.SOON, Act.OPEN_VEDTAK)
    assert alert.case == Ref("vedtak", bench.vedtak)
    bench.later(7)
    assert found(office) == []


def test_an_appeal_shows_under_today_until_it_is_sent_on(office: Office, clock: FixedClock) -> None:
    bench = Bench(office, clock)
    appeal = bench.complain()
    (alert,) = found(office)
    assert alert.case == Ref("appeal", appeal)
    bench.appeals.assess(appeal)
    bench.appeals.forward(appeal, "Vi mener det samme som før.")
    assert found(office) == []
    bench.later(30)
    assert found(office) == [], "an appealed vedtak is not settled"


def test_a_notice_that_nobody_has_weighed_shows(office: Office, clock: FixedClock) -> None:
    bench = Bench(office, clock)
    draft = NoticeDraft("Saken.", "Si fra.", bench.notices.usual_day())
    bench.notices.issue(bench.vedtak, draft)
    bench.later(15)
    (alert,) = [each for each in found(office) if each.id is AlertId.PRIOR_NOTICE]
    assert alert.why is Reason.NOTICE_UNANSWERED
    (notice,) = bench.notices.of(bench.vedtak)
    bench.notices.answered(notice.id, clock.today(), "Ja, det stemmer.")
    (alert,) = [each for each in found(office) if each.id is AlertId.PRIOR_NOTICE]
    assert alert.why is Reason.NOTICE_ANSWERED
    bench.notices.weigh(notice.id)
    assert not [each for each in found(office) if each.id is AlertId.PRIOR_NOTICE]
