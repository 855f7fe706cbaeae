"""Gjøremål from the days that letters told (FV-02, FV-03)."""

from datetime import date

import pytest

from app.alerts import answers_due
from app.alerts.answers_due import AnswersDue
from app.alerts.model import Act, Alert, Reason, Urgency
from app.applications.answers import rules
from app.applications.answers.model import Facts, LetterKind
from app.core.clock import FixedClock
from app.core.ids import Ref
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.applications.answers.clocks import PARAMETERS, a_row, granted, said, told, unsent
from tests.app.applications.answers.test_service import an_application, send

K = DocumentKind
RECEIVED = date(2026, 10, 1)


def found(facts: Facts, today: date, received: date = RECEIVED) -> list[Alert]:
    """What stands under I dag for one application, the sweep apart."""
    ticking = (rules.tick(a_row(received), facts, PARAMETERS, today, missing=True),)
    return [
        *answers_due.broken_promises(ticking, PARAMETERS, today),
        *answers_due.papers(ticking, today),
        *answers_due.lapses(ticking, PARAMETERS, today),
    ]


@pytest.mark.parametrize(
    ("today", "why", "urgency"),
    [
        (date(2026, 12, 3), None, None),
        (date(2026, 12, 4), Reason.PROMISE_TODAY, Urgency.SOON),  # told for Saturday the 5th
        (date(2026, 12, 5), Reason.PROMISE_TODAY, Urgency.SOON),
        (date(2026, 12, 6), Reason.PROMISE_BROKEN, Urgency.NOW),
    ],
)
def test_a_promise_is_told_of_on_the_unmoved_day(
    today: date, why: Reason | None, urgency: Urgency | None
) -> None:
    facts = Facts((told(K.PRELIMINARY_REPLY, date(2026, 11, 2), date(2026, 12, 5)),))
    alerts = found(facts, today)
    assert [(each.why, each.urgency) for each in alerts] == ([(why, urgency)] if why else [])
    assert all(each.act is Act.WRITE_DELAY_NOTICE for each in alerts)


def test_a_reply_that_was_never_sent_promised_nobody_anything() -> None:
    facts = Facts((unsent(K.PRELIMINARY_REPLY, date(2026, 11, 2), date(2026, 11, 5)),))
    assert found(facts, date(2026, 12, 6)) == []


def test_papers_are_told_of_the_day_after_the_moved_day() -> None:
    facts = Facts((told(K.MISSING_PAPERS, date(2026, 11, 2), date(2026, 11, 21)),))
    assert found(facts, date(2026, 11, 23)) == []
    (alert,) = found(facts, date(2026, 11, 24))
    assert (alert.why, alert.act) == (Reason.PAPERS_OVERDUE, Act.ASK_FOR_PAPERS)


def test_a_lapse_ahead_asks_for_its_warning_and_later_for_the_officers_own_act() -> None:
    received = date(2025, 12, 1)  # holds to 1 December 2026; the 1st of November is a Sunday
    assert found(Facts(), date(2026, 10, 29), received) == []
    (warn,) = found(Facts(), date(2026, 10, 30), received)
    assert (warn.why, warn.act) == (Reason.LAPSE_TO_WARN, Act.WRITE_LAPSE_WARNING)
    warned = Facts((told(K.LAPSE_WARNING, date(2026, 11, 2), date(2026, 12, 2)),))
    assert found(warned, date(2026, 12, 2), received) == []
    (close,) = found(warned, date(2026, 12, 3), received)
    assert (close.why, close.act) == (Reason.LAPSE_DAY_PASSED, Act.CLOSE_LAPSED)


def test_a_warning_that_only_lies_here_closes_nothing() -> None:
    lies = Facts((unsent(K.LAPSE_WARNING, date(2026, 11, 2), date(2026, 12, 2)),))
    assert found(lies, date(2026, 12, 10), date(2025, 12, 1)) == []


def test_the_sweep_is_one_gjoremal_that_counts() -> None:
    today, before = date(2026, 11, 23), date(2026, 5, 23)
    old = rules.tick(granted(date(2026, 1, 5)), Facts(), PARAMETERS, today, missing=False)
    spoken = Facts(confirmations=(said(date(2026, 3, 2)),))
    heard = rules.tick(granted(date(2025, 1, 6)), spoken, PARAMETERS, today, missing=False)
    (alert,) = answers_due.sweep((old, heard), before)
    assert (alert.why, alert.act) == (Reason.SWEEP_DUE, Act.ASK_THE_LIST)
    assert alert.since == date(2026, 1, 5)
    assert dict(alert.facts)["count"] == 2
    assert list(answers_due.sweep((), before)) == []


def test_the_real_register_tells_it_and_forgets_it_when_the_letter_is_made(
    office: Office, clock: FixedClock
) -> None:
    application = an_application(office, date(2025, 12, 1))
    due = AnswersDue(office.answers)

    def acts() -> set[Act]:
        return {each.act for each in due.alerts(office.settings.parameters, clock.today())}

    assert acts() == {Act.WRITE_LAPSE_WARNING, Act.ASK_THE_LIST}
    assert Ref("application", application) in {each.case for each in office.alerts.today()}
    draft = office.answers.suggest(application, LetterKind.LAPSE_WARNING)
    send(office, office.answers.issue(application, draft))
    assert Act.WRITE_LAPSE_WARNING not in acts()
