"""When a gjøremål begins, how urgent it is, and by which day it must be done."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.alerts import rules
from app.alerts.model import Act, Alert, AlertId, CopyAge, Reason, Snooze, Urgency
from app.core.ids import DocumentId, Ref
from app.core.periods import add
from app.leases.expiry.rules import LADDER
from app.letters.model import DocumentKind, ToSendRow
from tests.app.alerts.rows import PARAMETERS, ALease, an_application

DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


def unanswered(received_on: date, today: date) -> Alert | None:
    return next(rules.unanswered([an_application(received_on)], PARAMETERS, today), None)


def ending(lease: ALease, today: date) -> Alert | None:
    return next(rules.ending([lease], PARAMETERS, today), None)


def unsent(issued_on: date, today: date, returned_on: date | None = None) -> Alert | None:
    row = ToSendRow(
        id=DocumentId(1),
        kind=DocumentKind.VEDTAK,
        number="B-2026-1",
        title="Du får leie Testbakken 12",
        case=Ref("vedtak", 1),
        person=None,
        name="Even Prøvland",
        issued_on=issued_on,
        returned_on=returned_on,
    )
    return next(rules.unsent([row], today), None)


@pytest.mark.parametrize(
    ("today", "urgency"),
    [
        (date(2026, 11, 15), None),
        (date(2026, 11, 16), Urgency.NOW),
        (date(2026, 11, 22), Urgency.NOW),
        (date(2026, 11, 23), Urgency.NOW),
        (date(2026, 12, 24), Urgency.NOW),
    ],
)
def test_al_07_an_application_needs_an_answer_from_day_21(
    today: date, urgency: Urgency | None
) -> None:
    alert = unanswered(date(2026, 10, 26), today)
    assert (alert.urgency if alert else None) == urgency


def test_an_application_shows_the_laws_day_and_the_safe_one() -> None:
    alert = unanswered(date(2026, 10, 28), date(2026, 11, 23))
    assert alert is not None
    # 28 November 2026 is a Saturday
    assert (alert.counted_day, alert.due) == (date(2026, 11, 28), date(2026, 11, 27))
    assert alert.basis == "forvaltningsloven § 11 a"
    assert (alert.id, alert.act) == (AlertId.UNANSWERED, Act.WRITE_PRELIMINARY_REPLY)
    assert alert.since == date(2026, 11, 18)
    assert alert.facts == (("received_on", date(2026, 10, 28)),)


def test_a_month_of_28_days_has_haste_before_its_last_safe_day_has_passed() -> None:
    # received Sunday 1 February 2026: the month ends on Sunday 1 March, the safe day is a Friday
    alert = unanswered(date(2026, 2, 1), date(2026, 2, 27))
    assert alert is not None
    assert (alert.urgency, alert.due) == (Urgency.NOW, date(2026, 2, 27))


def test_an_answer_that_is_late_says_so() -> None:
    alert = unanswered(date(2026, 10, 26), date(2026, 11, 27))
    assert alert is not None
    assert alert.why is Reason.ANSWER_LATE


@given(DAYS, st.integers(0, 60))
def test_on_its_last_safe_day_an_application_always_has_haste(received: date, days: int) -> None:
    today = received + timedelta(days)
    alert = unanswered(received, today)
    if today >= an_application(received).clock.deadline.last_safe_day:
        assert alert is not None
        assert alert.urgency is Urgency.NOW
    if alert is not None:
        assert alert.since <= today


@pytest.mark.parametrize(
    ("today", "urgency"),
    [
        (date(2026, 2, 20), None),
        (date(2026, 2, 21), Urgency.SOON),
        (date(2026, 8, 21), Urgency.SOON),
        (date(2026, 11, 21), Urgency.SOON),
        (date(2027, 1, 20), Urgency.SOON),
        (date(2027, 1, 21), Urgency.NOW),
        (date(2027, 2, 20), Urgency.NOW),
    ],
)
def test_a_lease_that_ends_climbs_the_ladder(today: date, urgency: Urgency | None) -> None:
    alert = ending(ALease(date(2027, 2, 21)), today)
    assert (alert.urgency if alert else None) == urgency
    if alert is not None:
        assert (alert.id, alert.why) == (AlertId.LEASE_ENDS, Reason.LEASE_ENDS)
        assert (alert.since, alert.due) == (date(2026, 2, 21), date(2027, 2, 21))


def test_a_decided_renewal_ends_the_waiting_but_not_the_watch_after_the_end() -> None:
    lease = ALease(date(2026, 11, 30), renewal_decided=True)
    assert ending(lease, date(2026, 11, 29)) is None
    after = ending(lease, date(2026, 11, 30))
    assert after is not None
    assert after.id is AlertId.LEASE_ENDED


def test_a_lease_that_has_ended_counts_down_to_the_last_safe_day() -> None:
    # the vector of HL-42: 28 February 2027 is a Sunday
    alert = ending(ALease(date(2026, 11, 30)), date(2026, 12, 1))
    assert alert is not None
    assert alert.urgency is Urgency.NOW
    assert (alert.due, alert.counted_day) == (date(2027, 2, 26), date(2027, 2, 28))
    assert (alert.why, alert.act) == (Reason.LEASE_ENDED, Act.SEND_MOVE_OUT_REQUEST)


@pytest.mark.parametrize(
    ("today", "why", "act"),
    [
        (date(2027, 2, 26), Reason.LEASE_ENDED, Act.SEND_MOVE_OUT_REQUEST),
        (date(2027, 2, 27), Reason.MOVE_OUT_REQUEST_LATE, Act.SEND_MOVE_OUT_REQUEST),
        (date(2027, 3, 1), Reason.MOVE_OUT_REQUEST_LATE, Act.SEND_MOVE_OUT_REQUEST),
        (date(2027, 3, 2), Reason.LEASE_OPEN_ENDED, Act.OPEN_LEASE),
    ],
)
def test_the_watch_tells_when_the_window_closes(today: date, why: Reason, act: Act) -> None:
    alert = ending(ALease(date(2026, 11, 30)), today)
    assert alert is not None
    assert (alert.why, alert.act) == (why, act)


@pytest.mark.parametrize(
    ("sent", "quiet"),
    [
        (date(2026, 11, 29), False),
        (date(2026, 11, 30), True),
        (date(2027, 2, 28), True),
        (date(2027, 3, 1), False),
    ],
)
def test_only_a_request_inside_the_window_ends_the_watch(sent: date, quiet: bool) -> None:
    lease = ALease(date(2026, 11, 30), move_out_request_sent=sent)
    assert (ending(lease, date(2027, 3, 10)) is None) is quiet


def test_a_lease_from_before_the_law_breaks_nothing() -> None:
    alert = ending(ALease(date(1999, 6, 30)), date(2026, 11, 23))
    assert alert is not None
    assert alert.why is Reason.LEASE_OPEN_ENDED


@given(DAYS, st.integers(-400, 400))
def test_a_lease_is_looked_for_in_time(end_on: date, days: int) -> None:
    """The horizon never cuts off a lease that the ladder has reached."""
    today = end_on + timedelta(days)
    if ending(ALease(end_on), today) is not None:
        assert end_on <= rules.horizon(PARAMETERS.ladder(LADDER, today), today)


@given(DAYS)
def test_the_day_to_act_is_never_after_the_laws_day(end_on: date) -> None:
    alert = ending(ALease(end_on), end_on)
    assert alert is not None
    assert alert.due is not None
    assert alert.counted_day is not None
    months = PARAMETERS.period("hl.move_out_request_months", end_on)
    assert alert.due <= alert.counted_day == add(months, end_on)


@pytest.mark.parametrize(
    ("age", "urgency"),
    [(0, None), (1, None), (2, Urgency.SOON), (3, Urgency.SOON), (4, Urgency.NOW)],
)
def test_a_letter_gets_urgent_with_age(age: int, urgency: Urgency | None) -> None:
    alert = unsent(date(2026, 11, 16), date(2026, 11, 16) + timedelta(age))
    assert (alert.urgency if alert else None) == urgency


def test_a_letter_that_came_back_needs_someone_at_once() -> None:
    alert = unsent(date(2026, 11, 20), date(2026, 11, 23), returned_on=date(2026, 11, 23))
    assert alert is not None
    assert (alert.urgency, alert.why) == (Urgency.NOW, Reason.LETTER_RETURNED)
    assert alert.since == date(2026, 11, 23)


def test_nothing_of_a_letters_text_stands_in_its_alert() -> None:
    alert = unsent(date(2026, 11, 16), date(2026, 11, 23))
    assert alert is not None
    assert "Testbakken" not in f"{alert.name}{alert.place}{alert.facts}"


def test_no_repr_tells_whom_an_alert_is_about() -> None:
    alert = ending(ALease(date(2026, 11, 30)), date(2026, 12, 1))
    assert alert is not None
    assert "Testnes" not in repr(alert)
    assert "Demovegen" not in repr(alert)


@pytest.mark.parametrize(
    ("age", "why", "act"),
    [
        (CopyAge(False, None, True), Reason.NO_PLACE_OUTSIDE, Act.CHOOSE_PLACE_OUTSIDE),
        (CopyAge(True, None, True), Reason.NEVER_COPIED_OUTSIDE, Act.BACK_UP),
        (CopyAge(True, date(2026, 11, 10), True), Reason.COPY_OUTSIDE_LATE, Act.BACK_UP),
    ],
)
def test_a_late_copy_says_what_is_lacking(age: CopyAge, why: Reason, act: Act) -> None:
    (alert,) = rules.backup(age, date(2026, 11, 23))
    assert (alert.urgency, alert.why, alert.act) == (Urgency.SOON, why, act)


def test_a_fresh_copy_needs_no_one() -> None:
    assert list(rules.backup(CopyAge(True, date(2026, 11, 22), False), date(2026, 11, 23))) == []


def test_the_most_urgent_stands_first_then_the_nearest_day() -> None:
    today = date(2026, 11, 23)
    leases = [ALease(date(2027, 2, 21)), ALease(date(2026, 11, 1)), ALease(date(2026, 10, 1))]
    found = rules.in_order(
        [*rules.ending(leases, PARAMETERS, today), *rules.backup(CopyAge(False, None, True), today)]
    )
    assert [alert.urgency for alert in found] == [
        Urgency.NOW,
        Urgency.NOW,
        Urgency.SOON,
        Urgency.SOON,
    ]
    assert [alert.due for alert in found] == [
        date(2026, 12, 31),
        date(2027, 2, 1),
        today,
        date(2027, 2, 21),
    ]


@pytest.mark.parametrize(
    ("until", "reason", "codes"),
    [
        (date(2026, 11, 24), "venter på papirer", []),
        (date(2026, 12, 30), "venter på papirer", []),
        (date(2026, 12, 31), "venter på papirer", ["snooze_past_step"]),
        (date(2027, 2, 27), "venter på papirer", ["snooze_past_due"]),
        (date(2026, 11, 23), "", ["snooze_not_ahead", "reason_missing"]),
    ],
)
def test_it_is_put_off_with_a_reason_and_not_past_its_day_or_the_next_step(
    until: date, reason: str, codes: list[str]
) -> None:
    alert = ending(ALease(date(2026, 11, 30)), date(2026, 11, 30))
    assert alert is not None
    problems = rules.check_snooze(alert, until, reason, date(2026, 11, 23))
    assert [problem.code for problem in problems] == codes


def test_it_shows_again_on_its_day() -> None:
    snooze = Snooze(1, AlertId.UNSENT, Ref("document", 1), date(2026, 11, 25), "ferie")
    assert rules.holds(snooze, date(2026, 11, 24))
    assert not rules.holds(snooze, date(2026, 11, 25))


def test_one_that_can_still_be_saved_stands_before_those_the_law_has_turned() -> None:
    today = date(2027, 1, 20)
    saved, turned = ALease(date(2026, 11, 30)), ALease(date(2026, 9, 30))
    found = rules.in_order(rules.ending([turned, saved], PARAMETERS, today))
    assert [alert.why for alert in found] == [Reason.LEASE_ENDED, Reason.LEASE_OPEN_ENDED]
    assert found[1].due is None


def test_al02_a_home_with_children_stands_before_all_that_is_urgent() -> None:
    late = unsent(date(2026, 1, 5), date(2026, 11, 23))
    assert late is not None
    home = replace(late, id=AlertId.EVICTION, due=None, case=Ref("eviction_case", 1))
    family = replace(home, id=AlertId.EVICTION_CHILDREN, case=Ref("eviction_case", 2))
    assert rules.in_order([late, home, family]) == (family, home, late)
