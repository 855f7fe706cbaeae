"""What economic advice waits for, on the day before, the day, and the day after."""

from datetime import date, timedelta

import pytest

from app.alerts.model import Alert, AlertId, Reason, Urgency
from app.core.clock import FixedClock
from app.core.ids import DebtCaseId
from app.debt.decisions.noted.model import NotedDraft
from app.debt.measures.model import (
    DebtMeasureDraft,
    DebtMeasureKind,
    DebtMeasureRow,
    DebtMeasureState,
)
from app.debt.model import AcuteScreen, Screened
from app.office import Office
from tests.app.debt.decisions.desk import refused
from tests.app.debt.decisions.test_appeals import complained
from tests.app.debt.desk import asked, begun
from tests.factories import registered_person

TODAY = date(2026, 11, 23)
YES, NO = Screened.YES, Screened.NO


def told(office: Office, alert: AlertId) -> tuple[Alert, ...]:
    """The gjøremål of one rule today."""
    return tuple(each for each in office.alerts.today() if each.id is alert)


def another(office: Office, ago: int) -> DebtCaseId:
    """One more person who asked so many days ago."""
    number = len(office.debt_cases.rows())
    person = registered_person(office, given_name=f"Ola {'abcdefgh'[number]}", national_id="")
    return asked(office, person, ago)


def test_one_in_the_queue_without_vedtak_is_yellow_and_then_red(office: Office) -> None:
    """F12: never silent, red by the municipality's own days."""
    yellow, red = office.settings.parameters.numbers("local.debt_decide_days", TODAY)
    for ago, urgency in (
        (yellow - 1, None),
        (yellow, Urgency.SOON),
        (red - 1, Urgency.SOON),
        (red, Urgency.NOW),
    ):
        case = another(office, ago)
        found = told(office, AlertId.DEBT_UNDECIDED)
        assert [each.urgency for each in found] == ([urgency] if urgency else [])
        office.debt_cases.withdraw(case)


def test_a_vedtak_ends_it_and_its_start_begins_another(office: Office) -> None:
    """SOT-02: what the vedtak promised is told the day it should begin, red the day after."""
    today = office.clock.today()
    for starts, urgency in ((1, None), (0, Urgency.SOON), (-1, Urgency.NOW)):
        case = another(office, 60)
        issued = today - timedelta(days=30)
        office.noted_vedtak.note(case, NotedDraft(issued, today + timedelta(days=starts)))
        assert told(office, AlertId.DEBT_UNDECIDED) == ()
        found = told(office, AlertId.DEBT_START)
        assert [each.urgency for each in found] == ([urgency] if urgency else [])
        office.debt_cases.start(case, today)
        assert told(office, AlertId.DEBT_START) == ()


@pytest.mark.parametrize("days", [13, 14, 15])
def test_al_08_a_complaint_on_advice_is_yellow_and_has_its_day(
    office: Office, clock: FixedClock, days: int
) -> None:
    """AL-08, FV-16: as a complaint on any other vedtak."""
    complained(office, refused(office, asked(office)))
    clock.at += timedelta(days=days)
    (found,) = told(office, AlertId.DEBT_APPEAL)
    assert (found.urgency, found.due) == (Urgency.SOON, TODAY + timedelta(days=14))


def _acute(office: Office, ago: int) -> None:
    day = office.clock.today() - timedelta(days=ago)
    screen = AcuteScreen(day, NO, None, YES, None, NO, NO)
    office.debt_cases.screen(another(office, ago), screen)


def test_al_16_an_acute_case_older_than_the_target_is_red(office: Office) -> None:
    """AL-16, GJ-13: the target is one working day; Monday 23 November counts from Friday."""
    assert office.clock.today() == TODAY
    _acute(office, 3)  # Friday: today is the last day
    assert told(office, AlertId.DEBT_TARGET) == ()
    _acute(office, 4)  # Thursday: Friday was
    (found,) = told(office, AlertId.DEBT_TARGET)
    assert (found.urgency, found.why) == (Urgency.NOW, Reason.DEBT_TARGET_PASSED)
    assert found.due == date(2026, 11, 20)


def test_many_of_one_kind_are_one_that_leads_to_the_list(office: Office) -> None:
    for _ in range(5):
        another(office, 60)
    (found,) = told(office, AlertId.DEBT_UNDECIDED)
    assert (found.why, dict(found.facts)["count"]) == (Reason.DEBTS_UNDECIDED, 5)


def _asked_bank(office: Office, case: DebtCaseId, kind: DebtMeasureKind, by: date) -> None:
    row = DebtMeasureRow(TODAY - timedelta(days=40), DebtMeasureState.ASKED, answer_by=by)
    office.debt_measures.begin(case, DebtMeasureDraft(kind, "Prøvebanken"), row)


def test_a_case_with_two_days_stands_there_once_with_the_first(office: Office) -> None:
    """A row is put off by its case, so that two of a case would be put off together."""
    case = begun(office, days=60)
    for kind, ago in ((DebtMeasureKind.REFINANCING, 3), (DebtMeasureKind.BOSTOTTE, 9)):
        _asked_bank(office, case, kind, TODAY - timedelta(days=ago))
    (found,) = told(office, AlertId.DEBT_MEASURE)
    assert found.due == TODAY - timedelta(days=9)
    keys = [each.key for each in office.alerts.today()]
    assert len(keys) == len(set(keys))


def test_what_is_put_off_is_away_and_comes_back_on_its_day(
    office: Office, clock: FixedClock
) -> None:
    """One of them alone, and several that are told as one."""
    _yellow, red = office.settings.parameters.numbers("local.debt_decide_days", TODAY)
    another(office, red)
    until = TODAY + timedelta(days=2)
    for more in (0, 5):
        for _ in range(more):
            another(office, red)
        (found,) = told(office, AlertId.DEBT_UNDECIDED)
        office.alerts.snooze(found, until, "Vedtaket skrives i morgen")
        assert told(office, AlertId.DEBT_UNDECIDED) == ()
        assert [each.alert.key for each in office.alerts.snoozed()][-1:] == [found.key]
        office.alerts.wake(found)
        assert [each.key for each in told(office, AlertId.DEBT_UNDECIDED)] == [found.key]
        office.alerts.snooze(found, until, "Vedtaket skrives i morgen")
    clock.at += timedelta(days=1)
    assert told(office, AlertId.DEBT_UNDECIDED) == ()
    clock.at += timedelta(days=1)
    assert [each.key for each in told(office, AlertId.DEBT_UNDECIDED)] == [found.key]
    assert office.alerts.snoozed() == ()
