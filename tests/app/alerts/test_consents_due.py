"""What nobody has answered, and silence will soon have allowed (AL-06, HL-37)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.alerts.consents_due import consents
from app.alerts.model import Alert, Reason, Urgency
from app.core.ids import LeaseId
from app.leases.residents.model import ConsentKind, WaitingConsent
from app.leases.residents.rules import silence
from app.settings.rule_files import load_parameters

PARAMETERS = load_parameters()
CAME = date(2026, 11, 23)


def waiting(came: date = CAME, *, ready: bool = False) -> WaitingConsent:
    limit = silence(came, PARAMETERS)
    kind = ConsentKind.HOUSEHOLD
    return WaitingConsent(1, LeaseId(1), kind, came, limit, ready)


def on(row: WaitingConsent, day: date) -> list[Alert]:
    return list(consents([row], PARAMETERS, day))


@pytest.mark.parametrize(
    ("days", "why"),
    [
        (14, Reason.CONSENT_UNANSWERED),
        (24, Reason.CONSENT_UNANSWERED),
        (25, Reason.CONSENT_RUNS_OUT),
        (30, Reason.CONSENT_RUNS_OUT),
    ],
)
def test_al_06_it_is_red_from_day_14_and_harder_from_day_25(days: int, why: Reason) -> None:
    (alert,) = on(waiting(), CAME + timedelta(days=days))
    assert (alert.urgency, alert.why) == (Urgency.NOW, why)
    assert (alert.due, alert.counted_day) == (date(2026, 12, 23), date(2026, 12, 23))


def test_al_06_before_day_14_nothing_is_told() -> None:
    assert on(waiting(), CAME + timedelta(days=13)) == []


def test_hl_04_an_answer_that_is_made_but_not_sent_is_told_so() -> None:
    (alert,) = on(waiting(ready=True), CAME + timedelta(days=14))
    assert alert.why is Reason.CONSENT_NOT_SENT


@given(st.dates(date(2001, 1, 1), date(2090, 1, 1)))
def test_al_06_every_request_is_told_hard_before_silence_answers_it(came: date) -> None:
    """HL-37: whatever day it came, the last safe day is red and before the counted day."""
    row = waiting(came)
    (alert,) = on(row, row.limit.last_safe_day)
    assert alert.why is Reason.CONSENT_RUNS_OUT
    assert alert.due is not None
    assert alert.due <= row.limit.nominal
    assert alert.since < alert.due
