"""Every rule of the catalogue has its day ahead told in the calendar, or says why it has none."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.alerts.aftermath_due import staying_on
from app.alerts.agenda.coming import steps
from app.alerts.agenda.model import key_of
from app.alerts.appeals_due import Settled, ending
from app.alerts.gathered import of_a_day
from app.alerts.model import Act, Alert, AlertId, Foresight, Reason, Urgency
from app.alerts.notices_due import NoticesDue
from app.core.clock import FixedClock
from app.core.ids import DwellingId, LeaseId, Ref, VedtakId
from app.core.periods import add
from app.decisions.appeals.rules import appeal_deadline
from app.leases.expiry.rules import MOVE_OUT_DAYS
from app.leases.model import EndingLease, LeaseState
from app.leases.notices.model import NoticeDue, NoticeStanding
from app.leases.notices.rules import protest_until
from app.office import Office
from tests.app.alerts.rows import PARAMETERS
from tests.app.alerts.test_debt_due import TODAY
from tests.app.alerts.test_notices_due import NOTICE, PROTEST
from tests.app.debt.desk import asked

A = AlertId
ITS_RULE = "the rule itself, asked for the day ahead"
STANDS = "it stands from the day somebody knew of it, with its own day or the steps of its ladder"
AGREED = "a day that is agreed or set"
LIMIT = "the day after its days are over"
NO_DAY = "nobody knows the day before it is here"
DONE_AT_ONCE = "it is done the day it is made, or shows at once that it was not"
AHEAD: dict[AlertId, str] = {
    A.EVICTION: STANDS,
    A.EVICTION_CHILDREN: STANDS,
    A.LEASE_ENDS: ITS_RULE,
    A.LEASE_ENDED: ITS_RULE,
    A.CONSENT: ITS_RULE,
    A.RENT: "a rent may be changed on any day",
    A.RENT_NOTICE: LIMIT,
    A.HALF_WAY: ITS_RULE,
    A.EXIT_PLAN: ITS_RULE,
    A.OVERSTAY: LIMIT,
    A.CONDITION_CLAIM: STANDS,
    A.BELONGINGS: LIMIT,
    A.DEPOSIT: ITS_RULE,
    A.UNANSWERED: ITS_RULE,
    A.APPEAL: LIMIT,
    A.RENT_UNPAID: STANDS,
    A.PETITION: ITS_RULE,
    A.PETITION_CORRECTION: STANDS,
    A.NOTICE_OLD: ITS_RULE,
    A.INSTALMENT: AGREED,
    A.PAUSE: AGREED,
    A.MEETING_STEP: AGREED,
    A.SIGNAL: NO_DAY,
    A.UNIT_NOTE: LIMIT,
    A.AFTERCARE: AGREED,
    A.DEBT_TARGET: LIMIT,
    A.DEBT_UNDECIDED: LIMIT,
    A.DEBT_START: AGREED,
    A.CREDITORS: AGREED,
    A.DEBT_PLAN: AGREED,
    A.DEBT_MEASURE: AGREED,
    A.DEBT_PAPERS: AGREED,
    A.DEBT_APPEAL: STANDS,
    A.PROTEST: LIMIT,
    A.PRIOR_NOTICE: LIMIT,
    A.STAY: ITS_RULE,
    A.EVALUATION: AGREED,
    A.MEASURE: AGREED,
    A.NO_CONTACT: LIMIT,
    A.NO_PLAN: NO_DAY,
    A.NO_OWNER: NO_DAY,
    A.CONSENT_ENDS: AGREED,
    A.START_PACKAGE: ITS_RULE,
    A.AGREEMENT: AGREED,
    A.REPORT: ITS_RULE,
    A.RULES_DUE: ITS_RULE,
    A.PAPERS_OVERDUE: LIMIT,
    A.LAPSE: ITS_RULE,
    A.SWEEP: "one for the whole list, asked when the officer has time",
    A.OFFER: LIMIT,
    A.RESERVATION: ITS_RULE,
    A.LANDLORD: ITS_RULE,
    A.VACANT: "one for all that stand vacant, on no day",
    A.UNSENT: DONE_AT_ONCE,
    A.BACKUP_LATE: DONE_AT_ONCE,
    A.DISCHARGE: ITS_RULE,
    A.CLAUSE: ITS_RULE,
    A.HOUSING_PLAN: ITS_RULE,
    A.RETURN_DUE: ITS_RULE,
}
BY_ITSELF = {
    "AftermathDue",
    "AppealsDue",
    "ArrearsDue",
    "DebtDue",
    "EvictionsDue",
    "FollowupDue",
    "NoticesDue",
    "OffersDue",
    "RentDue",
    "StartPackagesDue",
    "TermsDue",
}
"""The sources that tell many as one today, or only for some days: each has its own days ahead."""


def test_each_rule_of_the_catalogue_says_how_its_day_ahead_is_found() -> None:
    assert set(AHEAD) == set(AlertId)
    assert all(AHEAD.values())


def test_those_that_gather_or_forget_tell_each_day_ahead_by_itself(office: Office) -> None:
    found = {type(each).__name__ for each in office.alerts.sources if isinstance(each, Foresight)}
    assert found == BY_ITSELF


@pytest.mark.parametrize("days", [0, 1, 40])
def test_al_08_the_end_of_a_period_to_complain_is_told_however_far_ahead(days: int) -> None:
    """AL-08, FV-11: the day after the last one, and not only for the week it is told today."""
    limit = appeal_deadline(PARAMETERS, TODAY, None)
    row = Settled(VedtakId(1), "V-1", "Kari", limit)
    after = limit.earliest_action
    assert list(ending([row], after - timedelta(days=1))) == []
    (alert,) = ending([row], after + timedelta(days=days))
    assert (alert.since, alert.id, alert.urgency) == (after, A.APPEAL, Urgency.SOON)
    (step,) = steps((), [alert], TODAY, after + timedelta(days=days))
    assert step.day == after


def test_f12_one_who_asked_for_advice_is_told_on_the_days_that_press(
    office: Office, clock: FixedClock
) -> None:
    """F12, FV-02: first the office's own day, and the law's while no letter is sent."""
    case = asked(office)
    (days,) = [found for row, found in office.debt_decisions.undecided() if row.id == case]
    assert days == tuple(sorted(days))
    assert days[0] > TODAY

    def told(until: date) -> list[date]:
        ref = Ref("debt_case", case)
        found = office.alerts.coming(until)
        return [e.day for e in found if (e.alert.id, e.alert.case) == (A.DEBT_UNDECIDED, ref)]

    assert told(days[0] - timedelta(days=1)) == []
    assert told(days[0]) == [days[0]]
    assert told(days[-1]) == [days[-1]]
    clock.at += timedelta(days=(days[-1] - TODAY).days)
    assert told(days[-1] + timedelta(days=30)) == []


class OneNotice:
    """A notice of ours, protested against or not."""

    def __init__(self, row: NoticeDue) -> None:
        self._row = row

    def due(self) -> tuple[NoticeDue, ...]:
        """That one."""
        return (self._row,)


def test_al_12_a_notice_that_falls_is_told_before_it_falls() -> None:
    """AL-12, HL-67: the day the law lets it lapse, weeks after the last step of its ladder."""
    notice = replace(NOTICE, protest=PROTEST)
    until = protest_until(date(2026, 12, 9), PARAMETERS)
    row = NoticeDue(notice, NoticeStanding.PROTESTED, until)
    lapse = PROTEST.lapses_on
    assert lapse is not None
    source = NoticesDue(OneNotice(row))
    for near, days in ((-1, []), (0, [lapse]), (60, [lapse])):
        found = source.coming(PARAMETERS, lapse + timedelta(days=near))
        assert [each.since for each in found if each.why is Reason.NOTICE_LAPSED] == days


def test_al_12_the_end_of_the_days_to_protest_is_told_ahead() -> None:
    until = protest_until(date(2026, 12, 9), PARAMETERS)
    row = NoticeDue(NOTICE, NoticeStanding.HOLDS, until)
    (alert,) = NoticesDue(OneNotice(row)).coming(PARAMETERS, date(2027, 1, 31))
    assert (alert.why, alert.since) == (Reason.NOTICE_UNPROTESTED, until.earliest_action)


def a_stay(asked_on: date | None, end: date) -> EndingLease:
    """A term that ends, its tenant asked to move or not."""
    return EndingLease(LeaseId(1), DwellingId(1), end, LeaseState.RUNNING, asked_on)


DAYS_TO_MOVE = add(PARAMETERS.period(MOVE_OUT_DAYS, TODAY), date(2026, 12, 10))
"""Of one who was asked late: the days for it run out after the term."""


@pytest.mark.parametrize(
    ("asked_on", "end", "last"),
    [
        (None, date(2026, 12, 1), None),
        (date(2026, 11, 20), date(2026, 12, 20), date(2026, 12, 20)),
        (date(2026, 12, 10), date(2026, 12, 1), DAYS_TO_MOVE),
    ],
)
def test_hl_74_a_stay_past_its_end_is_told_from_the_day_after(
    asked_on: date | None, end: date, last: date | None
) -> None:
    """HL-74: after the term and the days to move; nobody stays on who was not asked."""
    rows = [a_stay(asked_on, end)]

    def found(until: date) -> list[date]:
        return [day for _, day in staying_on(rows, PARAMETERS, until)]

    if last is None:
        assert found(date(2027, 6, 1)) == []
    else:
        assert found(last) == []
        assert found(last + timedelta(days=1)) == [last]


def test_those_of_a_day_are_one_and_each_day_and_kind_has_its_own_case() -> None:
    def one(person: int, day: date, why: Reason) -> Alert:
        return Alert(
            A.NO_CONTACT,
            Urgency.SOON,
            Ref("person", person),
            day,
            why=why,
            act=Act.WRITE_NOTE,
        )

    later = TODAY + timedelta(days=3)
    rows = [one(n, TODAY, Reason.SILENT) for n in range(3)]
    rows += [one(n, later, Reason.SILENT) for n in range(2)]
    rows += [one(9, later, Reason.MEASURES_LATE)]
    found = list(of_a_day(rows))
    assert [(dict(e.facts).get("count"), e.since) for e in found] == [
        (3, TODAY),
        (2, later),
        (None, later),
    ]
    assert len({each.key for each in found}) == 3


def test_no_two_days_ahead_have_the_same_key_in_a_calendar_outside(
    office: Office, clock: FixedClock
) -> None:
    """Whoever takes the file in again gets no doubles, and loses none."""
    asked(office)
    found = office.alerts.coming(TODAY + timedelta(days=60))
    keys = [key_of(each.alert) for each in found if not each.next]
    assert keys
    assert len(keys) == len(set(keys))
