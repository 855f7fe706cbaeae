"""When notice ends a lease, and what keeps a notice from being given."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import LeaseId
from app.core.periods import Period, Unit, add
from app.leases.model import Lease, LeaseKind, LeaseState
from app.leases.notices import rules
from app.leases.notices.model import (
    GivenBy,
    LandlordNoticeDraft,
    LeaseDuty,
    Notice,
    NoticeGround,
    NoticeStanding,
    Protest,
    ProtestDraft,
    TenantNoticeDraft,
)
from tests.app.leases.papers import PARAMETERS, a_lease

TODAY = date(2027, 1, 20)
DAYS = st.dates(date(2010, 1, 1), date(2060, 1, 1))
GIVEN = LandlordNoticeDraft(NoticeGround.OWN_USE, "Vi trenger boligen til en som må ha heis.")


def about(terminable: bool = True, ended_on: date | None = None) -> rules.Standing:
    draft = a_lease()
    lease = Lease(
        LeaseId(1),
        "L2026-001",
        draft,
        LeaseState.RUNNING,
        date(2026, 11, 23),
        ended_on,
        draft.rent,
        "",
    )
    return rules.Standing(lease, terminable, TODAY)


def told(*problems: object) -> list[tuple[str, str, str]]:
    return [(each.field, each.code, each.source) for each in problems]  # type: ignore[attr-defined]  # problems


@given(DAYS)
def test_notice_ends_with_a_month_and_after_three_whole_ones(day: date) -> None:
    """HL-63, DL-08: the last day of the third month after the one it was given in, never moved."""
    end = rules.notice_end(LeaseKind.ORDINARY, day, PARAMETERS)
    assert (end + timedelta(days=1)).day == 1
    assert 12 * (end.year - day.year) + end.month - day.month == 3
    first_whole = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    assert add(Period(3, Unit.MONTHS), first_whole) == end + timedelta(days=1)


@given(DAYS)
def test_a_room_has_one_whole_month(day: date) -> None:
    """HL-63: a room with access to another's dwelling."""
    end = rules.notice_end(LeaseKind.SINGLE_ROOM, day, PARAMETERS)
    assert (end + timedelta(days=1)).day == 1
    assert 12 * (end.year - day.year) + end.month - day.month == 1


@given(DAYS, st.integers(0, 60))
def test_a_later_notice_never_ends_earlier(day: date, later: int) -> None:
    """HL-63."""
    kind = LeaseKind.ORDINARY
    after = rules.notice_end(kind, day + timedelta(days=later), PARAMETERS)
    assert after >= rules.notice_end(kind, day, PARAMETERS)


@given(DAYS, DAYS)
def test_the_tenant_never_gets_less_than_the_law_without_agreeing(day: date, wish: date) -> None:
    """HL-02, HL-63."""
    draft = TenantNoticeDraft(received_on=day, wishes=wish)
    end = rules.tenant_end(draft, LeaseKind.ORDINARY, PARAMETERS)
    lawful = rules.notice_end(LeaseKind.ORDINARY, day, PARAMETERS)
    assert end is not None
    assert end >= lawful
    assert rules.tenant_end(replace(draft, agreed=True), LeaseKind.ORDINARY, PARAMETERS) == wish


@given(DAYS)
def test_the_day_we_act_by_is_never_after_the_notice_has_lapsed(arrived: date) -> None:
    """HL-66, HL-67: we act by the earlier reading, the notice falls by the later."""
    days = rules.suit_days(arrived, PARAMETERS)
    until = rules.protest_until(arrived, PARAMETERS)
    assert until.moved < days.act_by.last_safe_day <= days.act_by.moved < days.lapses_on
    assert days.lapses_on > add(Period(3, Unit.MONTHS), until.moved)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"received_on": None}, ("received_on", "notice_received_missing", "HL-61")),
        ({"received_on": TODAY + timedelta(days=1)}, ("received_on", "day_in_future", "")),
        ({"received_on": date(2026, 11, 1)}, ("received_on", "notice_before_lease", "HL-61")),
        (
            {"sent_on": TODAY + timedelta(days=2)},
            ("sent_on", "notice_sent_after_received", "HL-04"),
        ),
        ({"sent_on": date(2026, 11, 1)}, ("sent_on", "notice_before_lease", "HL-61")),
        ({"sent_on": date(2027, 1, 15)}, ("sent_on", "notice_sent_before_received", "HL-04")),
        ({"written": False}, ("written", "notice_only_said", "HL-61")),
        ({"wishes": date(2027, 1, 2)}, ("wishes", "notice_end_before_given", "HL-63")),
        ({"wishes": date(2027, 3, 1)}, ("wishes", "notice_shorter_not_agreed", "HL-63")),
    ],
)
def test_what_is_wrong_with_a_tenants_notice_stands_beside_its_field(
    change: dict[str, object], found: tuple[str, str, str]
) -> None:
    draft = replace(TenantNoticeDraft(received_on=TODAY), **change)  # type: ignore[arg-type]  # its own fields
    assert told(*rules.check_tenant(draft, about(), PARAMETERS)) == [found]


def test_a_notice_that_changes_nothing_is_told() -> None:
    """HL-63: the lease ends before it would."""
    held = about(ended_on=date(2027, 3, 31))
    draft = TenantNoticeDraft(received_on=TODAY)
    (problem,) = rules.check_tenant(draft, held, PARAMETERS)
    assert problem.code == "notice_ends_before"
    (problem,) = rules.check_landlord(GIVEN, held, date(2027, 4, 30))
    assert problem.code == "notice_ends_before"


def test_our_notice_needs_one_of_the_four_grounds_and_a_reason() -> None:
    """HL-62, HL-64."""
    assert len(NoticeGround) == 4
    found = rules.check_landlord(LandlordNoticeDraft(), about(), date(2027, 4, 30))
    assert told(*found) == [
        ("ground", "notice_ground_missing", "HL-62"),
        ("reason", "notice_reason_missing", "HL-64"),
    ]
    for ground in set(NoticeGround) - {NoticeGround.TENANT_BREACH}:
        fine = replace(GIVEN, ground=ground)
        assert rules.check_landlord(fine, about(), date(2027, 4, 30)) == ()


def test_a_fixed_term_is_not_ended_by_us() -> None:
    """HL-41."""
    (problem,) = rules.check_landlord(GIVEN, about(terminable=False), date(2027, 4, 30))
    assert (problem.field, problem.code) == ("ground", "notice_fixed_term")


def test_a_breach_names_a_duty_of_the_lease_itself() -> None:
    """F7: the list is closed, and no side agreement is in it."""
    breach = replace(GIVEN, ground=NoticeGround.TENANT_BREACH)
    (problem,) = rules.check_landlord(breach, about(), date(2027, 4, 30))
    assert (problem.field, problem.code, problem.source) == ("duty", "notice_duty_missing", "F7")
    assert rules.check_landlord(replace(breach, duty=LeaseDuty.CARE), about(), TODAY) == ()


@pytest.mark.parametrize("ground", list(NoticeGround))
@pytest.mark.parametrize(
    "reason",
    [
        "Samarbeidsavtalen er brutt, for du møter ikke til samtalene.",
        "Du følger ikke samarbeidsavtale av 1. mars.",
        "Du held ikkje samarbeidsavtala.",
    ],
)
def test_a_broken_cooperation_agreement_is_never_a_ground(
    ground: NoticeGround, reason: str
) -> None:
    """F7: whatever ground is chosen for it."""
    duty = LeaseDuty.OTHER_TERM if ground is NoticeGround.TENANT_BREACH else None
    draft = LandlordNoticeDraft(ground, reason, duty)
    (problem,) = rules.check_landlord(draft, about(), date(2027, 4, 30))
    assert (problem.field, problem.code) == ("reason", "notice_reason_side_agreement")


def test_rent_that_is_disputed_and_deposited_ends_nothing() -> None:
    """HL-20."""
    draft = replace(
        GIVEN, ground=NoticeGround.TENANT_BREACH, duty=LeaseDuty.RENT, rent_deposited=True
    )
    (problem,) = rules.check_landlord(draft, about(), date(2027, 4, 30))
    assert (problem.field, problem.source) == ("rent_deposited", "HL-20")
    other = replace(draft, duty=LeaseDuty.QUIET)
    assert rules.check_landlord(other, about(), date(2027, 4, 30)) == ()


def test_every_subtenant_gets_a_copy() -> None:
    """HL-77."""
    (problem,) = rules.check_landlord(GIVEN, about(), date(2027, 4, 30), ("Ola Orrhane",))
    assert problem.source == "HL-77"
    whole = replace(GIVEN, copies=("Ola Orrhane",))
    assert rules.check_landlord(whole, about(), date(2027, 4, 30), ("Ola Orrhane",)) == ()


NOTICE = Notice(
    id=1,
    lease=LeaseId(1),
    given_by=GivenBy.LANDLORD,
    recorded_on=date(2026, 12, 7),
    given_on=date(2026, 12, 7),
    end_on=date(2027, 3, 31),
)
PROTEST = Protest(
    id=1,
    arrived_on=date(2026, 12, 9),
    sent_on=date(2026, 12, 20),
    received_on=date(2026, 12, 22),
    late=False,
    sue_by=date(2027, 4, 9),
    lapses_on=date(2027, 4, 13),
)


@pytest.mark.parametrize(
    ("notice", "day", "standing"),
    [
        (replace(NOTICE, given_on=None), TODAY, NoticeStanding.UNSENT),
        (NOTICE, date(2027, 3, 31), NoticeStanding.HOLDS),
        (NOTICE, date(2027, 4, 1), NoticeStanding.OVER),
        (replace(NOTICE, protest=PROTEST), date(2027, 4, 12), NoticeStanding.PROTESTED),
        (replace(NOTICE, protest=PROTEST), date(2027, 4, 13), NoticeStanding.LAPSED),
        (replace(NOTICE, protest=replace(PROTEST, late=True)), TODAY, NoticeStanding.HOLDS),
        (replace(NOTICE, withdrawn_on=TODAY), TODAY, NoticeStanding.WITHDRAWN),
    ],
)
def test_where_a_notice_stands(notice: Notice, day: date, standing: NoticeStanding) -> None:
    """HL-67: it lapses by itself."""
    assert rules.standing(notice, day) is standing


@pytest.mark.parametrize(
    ("sent", "late"),
    [(date(2027, 1, 11), False), (date(2027, 1, 12), True)],
)
def test_a_protest_is_in_time_when_it_is_posted_on_the_last_day(sent: date, late: bool) -> None:
    """HL-66, DL-03, DL-04: the ninth of January 2027 is a Saturday."""
    assert rules.is_late(sent, date(2026, 12, 9), PARAMETERS) is late


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"arrived_on": None}, ("arrived_on", "notice_arrived_missing", "HL-66")),
        ({"arrived_on": date(2026, 12, 1)}, ("arrived_on", "outcome_before_sent", "")),
        ({"arrived_on": date(2027, 2, 1)}, ("arrived_on", "day_in_future", "")),
        ({"received_on": None}, ("received_on", "protest_received_missing", "HL-66")),
        ({"received_on": date(2027, 2, 1)}, ("received_on", "day_in_future", "")),
        ({"sent_on": date(2027, 1, 21)}, ("sent_on", "protest_sent_after_received", "DL-04")),
        ({"sent_on": date(2026, 12, 1)}, ("sent_on", "protest_before_notice", "HL-66")),
    ],
)
def test_what_is_wrong_with_a_protest_stands_beside_its_field(
    change: dict[str, object], found: tuple[str, str, str]
) -> None:
    draft = ProtestDraft(date(2026, 12, 9), None, TODAY)
    draft = replace(draft, **change)  # type: ignore[arg-type]  # its own fields
    assert told(*rules.check_protest(draft, NOTICE, TODAY)) == [found]
    assert rules.check_protest(ProtestDraft(date(2026, 12, 9), None, TODAY), NOTICE, TODAY) == ()
