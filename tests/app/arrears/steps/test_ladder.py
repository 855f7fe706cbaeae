"""What comes next follows from the sum and the days, always with a reason and a first day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.arrears.model import RentAccount, RentChargeKind, Tenancy
from app.arrears.rules import owed
from app.arrears.steps import fees, ladder
from app.arrears.steps.model import (
    AgreementStanding,
    ArrearsRow,
    ArrearsStep,
    ArrearsStepKind,
    Children,
    MeetingStep,
    Proposed,
    ProposedKind,
    ProposedReason,
    RankReason,
    Standing,
)
from app.core.ids import DwellingId, LeaseId, PersonId
from app.core.money import kroner
from app.leases.model import LeaseState
from app.people.model import AddressProtection
from app.settings.rule_files import load_parameters
from tests.app.arrears.ledger import LEASE, claimed, disputed

LAW = load_parameters()
RENT = claimed(1, date(2026, 3, 2), 8450)  # a Monday
ACCOUNT = RentAccount((RENT,))
LATE = date(2026, 3, 3)


def at(day: date, *steps: ArrearsStep, account: RentAccount = ACCOUNT) -> Standing:
    return Standing(owed(account, day), steps, rent=kroner(8450))


def proposed(standing: Standing) -> Proposed:
    return ladder.next_step(standing, ladder.Thresholds.on(standing.owed.on, LAW))


def home(standing: Standing) -> Proposed | None:
    return ladder.home_step(standing, ladder.Thresholds.on(standing.owed.on, LAW))


def call(day: date, *, spoke: bool = True) -> ArrearsStep:
    return ArrearsStep(1, LEASE, ArrearsStepKind.CALL, day, spoke=spoke)


def sent(kind: ArrearsStepKind, day: date) -> ArrearsStep:
    until = fees.pay_by(kind, day, LAW)
    return ArrearsStep(2, LEASE, kind, day, sent_on=day, nominal=until.nominal, pay_by=until.moved)


def test_al_09_contact_comes_the_day_after_the_due_day() -> None:
    assert proposed(at(date(2026, 3, 2))).reason is ProposedReason.NOTHING_LATE
    found = proposed(at(LATE))
    assert found.kind is ProposedKind.FRIENDLY_CONTACT
    assert (found.reason, found.from_day) == (ProposedReason.FIRST_MISSED, LATE)
    assert found.ready(LATE)


def test_a_reminder_comes_a_week_after_contact_and_never_before_it_may_cost() -> None:
    early = proposed(at(date(2026, 3, 5), call(LATE)))
    assert (early.kind, early.from_day) == (ProposedKind.REMINDER, date(2026, 3, 16))
    assert not early.ready(date(2026, 3, 5))
    later = proposed(at(date(2026, 3, 20), call(date(2026, 3, 14))))
    assert later.from_day == date(2026, 3, 21)


def test_a_small_sum_is_spoken_about_again_and_not_reminded_of() -> None:
    small = RentAccount((claimed(1, date(2026, 3, 2), 400),))
    found = proposed(at(date(2026, 3, 20), call(LATE), account=small))
    assert (found.kind, found.reason) == (
        ProposedKind.FRIENDLY_CONTACT,
        ProposedReason.SMALL_SUM,
    )
    assert found.from_day == LATE + timedelta(days=30)


def test_each_letter_waits_for_the_deadline_of_the_one_before() -> None:
    reminder = sent(ArrearsStepKind.REMINDER, date(2026, 3, 20))
    found = proposed(at(date(2026, 3, 25), call(LATE), reminder))
    assert (found.kind, found.from_day) == (
        ProposedKind.COLLECTION_NOTICE,
        date(2026, 4, 8),
    )
    assert not found.ready(date(2026, 4, 7))


def test_with_children_a_talk_comes_before_the_collection_notice() -> None:
    reminder = sent(ArrearsStepKind.REMINDER, date(2026, 3, 20))
    standing = replace(at(date(2026, 4, 8), call(LATE), reminder), children=2)
    assert proposed(standing).reason is ProposedReason.CHILDREN_FIRST
    talked = replace(standing, steps=(call(LATE), reminder, call(date(2026, 4, 8), spoke=False)))
    assert proposed(talked).kind is ProposedKind.COLLECTION_NOTICE


def test_a_talk_comes_before_the_demand_and_trying_counts() -> None:
    notice = sent(ArrearsStepKind.COLLECTION_NOTICE, date(2026, 4, 8))
    day = date(2026, 4, 23)
    assert proposed(at(day, call(LATE), notice)).kind is ProposedKind.MEETING_FIRST
    tried = call(date(2026, 4, 20), spoke=False)
    assert proposed(at(day, call(LATE), notice, tried)).kind is ProposedKind.PAYMENT_DEMAND


def test_ink_04_a_demand_older_than_six_months_is_renewed() -> None:
    demand = sent(ArrearsStepKind.PAYMENT_DEMAND, date(2026, 4, 23))
    soon = proposed(at(date(2026, 5, 11), demand))
    assert (soon.kind, soon.reason) == (ProposedKind.COLLECTION, ProposedReason.DEMAND_MISSED)
    last = proposed(at(date(2026, 10, 23), demand))
    assert last.kind is ProposedKind.COLLECTION
    old = proposed(at(date(2026, 10, 24), demand))
    assert (old.kind, old.reason) == (ProposedKind.PAYMENT_DEMAND, ProposedReason.DEMAND_OLD)
    assert old.ready(date(2026, 10, 24))


def test_what_was_sent_on_is_left_alone() -> None:
    collection = ArrearsStep(3, LEASE, ArrearsStepKind.COLLECTION, date(2026, 5, 12))
    assert proposed(at(date(2026, 6, 1), collection)).reason is ProposedReason.SENT_ON


@pytest.mark.parametrize("rung", ladder.RUNGS)
def test_only_the_first_rung_is_reached_where_nothing_has_been_done(rung: ladder.Rung) -> None:
    """Steps about an earlier debt, or a letter nobody has sent, are nothing done."""
    before = sent(ArrearsStepKind.PAYMENT_DEMAND, LATE - timedelta(days=30))
    waits = replace(sent(ArrearsStepKind.REMINDER, LATE), sent_on=None)
    day = LATE + timedelta(days=40)

    found = rung(at(day, before, waits), ladder.Thresholds.on(day, LAW))

    assert (found is not None) is (rung is ladder.first_contact)


def test_steps_about_an_earlier_debt_do_not_count() -> None:
    before = sent(ArrearsStepKind.REMINDER, date(2026, 2, 20))
    assert proposed(at(date(2026, 3, 20), before)).kind is ProposedKind.FRIENDLY_CONTACT


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"shielded": True}, ProposedReason.SHIELDED),
        ({"disagrees": True}, ProposedReason.FACTS_DISAGREE),
        ({"paused_until": date(2026, 4, 1)}, ProposedReason.PAUSED),
        ({"agreement": AgreementStanding.KEPT}, ProposedReason.AGREED),
        (
            {"agreement": AgreementStanding.BROKEN, "broken_on": LATE},
            ProposedReason.AGREEMENT_BROKEN,
        ),
    ],
)
def test_what_holds_the_track_back_comes_before_every_rung(
    changes: dict[str, object], reason: ProposedReason
) -> None:
    standing = replace(at(date(2026, 3, 20)), **changes)  # type: ignore[arg-type]  # its own fields
    found = proposed(standing)
    assert found.reason is reason
    assert home(standing) is None


def test_a_broken_agreement_is_spoken_about_and_then_the_ladder_goes_on() -> None:
    standing = replace(
        at(date(2026, 3, 20), call(date(2026, 3, 12))),
        agreement=AgreementStanding.BROKEN,
        broken_on=date(2026, 3, 12),
    )
    assert proposed(standing).kind is ProposedKind.REMINDER


@pytest.mark.parametrize("deposited_on", [None, date(2026, 3, 12)])
def test_hl_20_nothing_is_proposed_about_a_disputed_or_deposited_sum(
    deposited_on: date | None,
) -> None:
    whole = disputed(date(2026, 3, 10), 8450, 1, deposited_on)
    account = replace(ACCOUNT, disputes=(whole,))
    found = proposed(at(date(2026, 4, 20), account=account))
    assert (found.kind, found.reason) == (ProposedKind.NONE, ProposedReason.DISPUTED)


def test_fees_alone_are_nothing_to_remind_of() -> None:
    fee = claimed(2, date(2026, 3, 2), 38, RentChargeKind.REMINDER_FEE)
    found = proposed(at(date(2026, 4, 20), account=RentAccount((fee,))))
    assert (found.kind, found.reason) == (ProposedKind.NONE, ProposedReason.ONLY_EXTRAS)


def test_ink_12_the_home_track_is_considered_beside_and_only_after_talk_and_reminder() -> None:
    reminder = sent(ArrearsStepKind.REMINDER, date(2026, 3, 16))
    day = date(2026, 4, 1)
    assert home(at(day, reminder)) is None
    assert home(at(date(2026, 3, 31), call(LATE), reminder)) is None
    found = home(at(day, call(LATE), reminder))
    assert found is not None
    assert (found.kind, found.reason) == (
        ProposedKind.HOME_NOTICE,
        ProposedReason.RENT_OUTSTANDING,
    )
    begun = replace(at(day, call(LATE), reminder), home_notice_on=day)
    assert home(begun) is None


@pytest.mark.parametrize(
    "held",
    [
        {"paused_until": date(2026, 4, 10)},
        {"agreement": AgreementStanding.KEPT},
        {"disagrees": True},
        {"shielded": True},
    ],
)
def test_what_keeps_the_money_track_still_keeps_the_home_track_still(
    held: dict[str, object],
) -> None:
    reminder = sent(ArrearsStepKind.REMINDER, date(2026, 3, 16))
    standing = at(date(2026, 4, 1), call(LATE), reminder)
    assert home(standing) is not None
    assert home(replace(standing, **held)) is None  # type: ignore[arg-type]  # each a field of its own


def test_the_thresholds_are_settings() -> None:
    slower = replace(ladder.Thresholds.on(LATE, LAW), contact_days=4)
    found = ladder.next_step(at(LATE), slower)
    assert found.from_day == LATE + timedelta(days=3)
    assert not found.ready(LATE)


AGREED = MeetingStep("Ring Nav om trekk.", "Siri Testmo", LATE, date(2026, 3, 12))


def test_what_a_meeting_decided_goes_before_the_rungs_until_it_is_done() -> None:
    before = replace(at(LATE), decided=AGREED)
    found = proposed(before)
    assert (found.kind, found.reason) == (ProposedKind.AS_DECIDED, ProposedReason.MEETING_DECIDED)
    assert (found.from_day, found.facts["decision"]) == (AGREED.due_on, "Ring Nav om trekk")
    assert not found.ready(date(2026, 3, 11))
    assert found.ready(date(2026, 3, 12))
    assert "Nav" not in repr(found), "words of a meeting are in no repr"
    assert proposed(at(LATE)).kind is ProposedKind.FRIENDLY_CONTACT


def test_what_a_meeting_decided_waits_for_what_keeps_the_track_still() -> None:
    held = replace(at(LATE), decided=AGREED, paused_until=date(2026, 3, 20))
    assert proposed(held).reason is ProposedReason.PAUSED
    assert proposed(replace(at(date(2026, 3, 2)), decided=AGREED)).from_day is None


def test_a_demand_that_was_missed_may_be_sent_on_though_a_meeting_decided_something() -> None:
    demand = sent(ArrearsStepKind.PAYMENT_DEMAND, date(2026, 4, 20))
    known = replace(at(date(2026, 5, 20), demand), decided=AGREED)
    assert ladder.may_be_sent_on(known, ladder.Thresholds.on(known.owed.on, LAW))


def row(lease: int, standing: Standing) -> ArrearsRow:
    found = proposed(standing)
    limits = ladder.Thresholds.on(standing.owed.on, LAW)
    tenancy = Tenancy(
        LeaseId(lease),
        (LeaseId(lease),),
        f"L{lease}",
        PersonId(lease),
        "Kari",
        AddressProtection.NONE,
        DwellingId(lease),
        "",
        None,
        None,
        LeaseState.RUNNING,
        kroner(8450),
    )
    rank = ladder.rank_of(standing, found, limits)
    return ArrearsRow(tenancy, standing.owed, Children(), None, found, None, rank)


def test_children_and_small_young_debts_stand_first_and_what_waits_stands_last() -> None:
    day = date(2026, 6, 1)
    fresh = RentAccount((claimed(1, date(2026, 5, 4), 8450),))
    cheap = RentAccount((claimed(1, date(2026, 5, 4), 900),))
    rows = [
        row(1, at(day)),
        row(2, replace(at(day), children=1)),
        row(3, at(day, account=fresh)),
        row(4, replace(at(day, account=fresh), children=2)),
        row(5, replace(at(day), agreement=AgreementStanding.KEPT)),
        row(6, at(day, account=cheap)),
    ]
    placed = ladder.ranked(rows)
    assert [each.tenancy.lease for each in placed] == [4, 6, 3, 2, 1, 5]
    assert [each.rank for each in placed] == [
        RankReason.CHILDREN_YOUNG,
        RankReason.YOUNG,
        RankReason.YOUNG,
        RankReason.CHILDREN,
        RankReason.OLDER,
        RankReason.WAITS,
    ]
