"""Fees are never above the law, and deadlines are those of the act (INK-02 to INK-09)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.arrears.model import NOTHING, OpenCharge, RentCharge, RentChargeKind
from app.arrears.steps import fees
from app.arrears.steps.model import ArrearsStep, ArrearsStepKind, Fee, NoFee
from app.core.ids import RentChargeId
from app.core.money import Ore, kroner
from app.core.periods import Period, Unit, add
from app.core.working_days import adjust
from app.settings.rule_files import load_parameters
from tests.app.arrears.ledger import LEASE, claimed

LAW = load_parameters()
REMINDER = ArrearsStepKind.REMINDER
NOTICE = ArrearsStepKind.COLLECTION_NOTICE
DEMAND = ArrearsStepKind.PAYMENT_DEMAND
MARCH = claimed(1, date(2026, 3, 2), 8450)


def open_of(charge: RentCharge = MARCH) -> OpenCharge:
    return OpenCharge(charge, charge.amount)


def sent(
    step: int,
    kind: ArrearsStepKind,
    day: date,
    charged: Ore = NOTHING,
    charges: tuple[int, ...] = (1,),
) -> ArrearsStep:
    until = fees.pay_by(kind, day, LAW)
    return ArrearsStep(
        step,
        LEASE,
        kind,
        day,
        sent_on=day,
        nominal=until.nominal,
        pay_by=until.moved,
        fee=charged,
        claims=frozenset(RentChargeId(each) for each in charges),
    )


def fee(kind: ArrearsStepKind, day: date, *steps: ArrearsStep, objection: bool = False) -> Fee:
    return fees.fee(kind, day, (open_of(),), steps, LAW, objection=objection)


@pytest.mark.parametrize("kind", [REMINDER, NOTICE, DEMAND])
def test_ink_02_ink_03_the_deadline_is_14_days_from_sending_moved_off_easter(
    kind: ArrearsStepKind,
) -> None:
    until = fees.pay_by(kind, date(2026, 3, 20), LAW)
    assert (until.nominal, until.moved) == (date(2026, 4, 3), date(2026, 4, 7))


def test_ink_04_a_demand_is_too_old_after_six_months() -> None:
    out = fees.demand_valid_until(date(2026, 3, 2), LAW)
    assert out.nominal == date(2026, 9, 2)
    assert out.warn_day <= out.nominal


def test_ink_05_a_reasonable_objection_stops_every_fee() -> None:
    for kind in (REMINDER, NOTICE, DEMAND):
        assert fee(kind, date(2026, 5, 4), objection=True).why is NoFee.OBJECTION


@pytest.mark.parametrize("kind", [REMINDER, NOTICE])
def test_ink_06_no_base_rate_for_the_day_is_no_fee_and_said(kind: ArrearsStepKind) -> None:
    old = claimed(1, date(2025, 10, 1), 8450)
    found = fees.fee(kind, date(2025, 12, 1), (open_of(old),), (), LAW, objection=False)
    assert (found.amount, found.why) == (0, NoFee.RATE_MISSING)
    assert found.missing_on == date(2025, 12, 1)


def test_ink_06_the_rate_of_last_year_is_told_and_never_used_in_silence() -> None:
    """Set anew each January."""
    late = open_of(claimed(1, date(2026, 12, 1), 8450))
    old = fees.fee(REMINDER, date(2027, 1, 4), [late], (), LAW, objection=False)
    assert (old.amount, old.rate_from) == (kroner(38), date(2026, 1, 1))
    now = fees.fee(REMINDER, date(2026, 12, 28), [late], (), LAW, objection=False)
    assert (now.amount, now.rate_from) == (kroner(38), None)


def test_ink_07_a_reminder_costs_38_kroner_from_14_days_after_the_due_day() -> None:
    early = fee(REMINDER, date(2026, 3, 15))
    assert (early.amount, early.why, early.from_day) == (0, NoFee.TOO_EARLY, date(2026, 3, 16))
    assert fee(REMINDER, date(2026, 3, 16)) == Fee(kroner(38))
    assert fee(NOTICE, date(2026, 3, 16)) == Fee(kroner(38))


def test_ink_07_the_fourteen_days_count_from_the_day_it_could_be_paid() -> None:
    easter = claimed(1, date(2026, 4, 2), 8450)  # skjærtorsdag, payable 7 April
    assert fees.first_fee_day(easter.due_on, LAW) == date(2026, 4, 21)


def test_ink_07_the_rounding_is_a_setting() -> None:
    rounding = LAW[fees.ROUNDING].versions[0]
    own = LAW.with_overrides({fees.ROUNDING: [replace(rounding, value="down")]})
    found = fees.fee(REMINDER, date(2026, 3, 16), (open_of(),), (), own, objection=False)
    assert found.amount == kroner(37)


def test_ink_07_fees_and_interest_of_before_bear_no_fee() -> None:
    only = claimed(2, date(2026, 3, 2), 38, RentChargeKind.REMINDER_FEE)
    found = fees.fee(REMINDER, date(2026, 5, 4), (open_of(only),), (), LAW, objection=False)
    assert found.why is NoFee.NEVER


def test_ink_08_a_demand_costs_113_kroner_after_a_missed_deadline_of_14_days() -> None:
    notice = sent(1, NOTICE, date(2026, 3, 20), kroner(38))
    assert fee(DEMAND, date(2026, 4, 7), notice).why is NoFee.DEADLINE_NOT_MISSED
    assert fee(DEMAND, date(2026, 4, 8), notice) == Fee(kroner(113))
    assert fee(DEMAND, date(2026, 5, 8)).why is NoFee.DEADLINE_NOT_MISSED


def test_ink_09_a_second_fee_needs_a_missed_deadline() -> None:
    first = sent(1, REMINDER, date(2026, 3, 20), kroner(38))
    assert fee(REMINDER, date(2026, 4, 7), first).why is NoFee.DEADLINE_NOT_MISSED
    assert fee(REMINDER, date(2026, 4, 8), first) == Fee(kroner(38))


def test_ink_09_two_reminders_or_one_and_a_notice_and_no_more() -> None:
    first = sent(1, REMINDER, date(2026, 3, 20), kroner(38))
    second = sent(2, REMINDER, date(2026, 4, 8), kroner(38))
    notice = sent(3, NOTICE, date(2026, 4, 8), kroner(38))
    may = date(2026, 5, 20)
    assert fee(REMINDER, may, first, second).why is NoFee.ENOUGH
    assert fee(NOTICE, may, first, second).why is NoFee.ENOUGH
    assert fee(REMINDER, may, first, notice).why is NoFee.ENOUGH
    assert fee(NOTICE, may, first, notice).why is NoFee.ENOUGH
    assert fee(DEMAND, may, first, notice) == Fee(kroner(113))
    demand = sent(4, DEMAND, may, kroner(113))
    assert fee(DEMAND, date(2026, 7, 1), first, notice, demand).why is NoFee.ENOUGH


def test_ink_09_what_cost_nothing_is_not_counted() -> None:
    free = sent(1, REMINDER, date(2026, 3, 10))
    first = sent(2, REMINDER, date(2026, 3, 20), kroner(38))
    assert fee(REMINDER, date(2026, 4, 8), free, first) == Fee(kroner(38))


def test_ink_09_new_fees_come_six_months_after_the_last_charged_notice() -> None:
    first = sent(1, REMINDER, date(2026, 3, 20), kroner(38))
    second = sent(2, REMINDER, date(2026, 4, 8), kroner(38))
    assert fee(REMINDER, date(2026, 10, 7), first, second).why is NoFee.ENOUGH
    assert fee(REMINDER, date(2026, 10, 8), first, second) == Fee(kroner(38))


def test_ink_09_letters_about_other_claims_are_not_counted() -> None:
    other = sent(1, REMINDER, date(2026, 3, 20), kroner(38), charges=(7,))
    assert fee(REMINDER, date(2026, 3, 25), other) == Fee(kroner(38))


_KINDS = st.sampled_from([ArrearsStepKind.FRIENDLY_REMINDER, REMINDER, NOTICE, DEMAND])
_LETTERS = st.lists(
    st.tuples(_KINDS, st.integers(0, 40), st.sets(st.integers(1, 3), min_size=1), st.booleans()),
    max_size=14,
)
_DUE = {1: date(2026, 1, 2), 2: date(2026, 2, 2), 3: date(2026, 3, 2)}


def charged_by_rule(
    letters: list[tuple[ArrearsStepKind, int, set[int], bool]],
) -> list[ArrearsStep]:
    """Every letter that was sent in turn, each with the fee the rule gives it."""
    steps: list[ArrearsStep] = []
    day = date(2026, 1, 5)
    for at, (kind, days, about, objection) in enumerate(letters):
        day += timedelta(days=days)
        charges = tuple(open_of(claimed(each, _DUE[each], 8450)) for each in sorted(about))
        found = fees.fee(kind, day, charges, steps, LAW, objection=objection)
        steps.append(sent(at, kind, day, found.amount, tuple(sorted(about))))
        assert not (objection and found.amount)
    return steps


@given(_LETTERS)
def test_ink_07_ink_08_ink_09_fees_are_never_above_the_law(
    letters: list[tuple[ArrearsStepKind, int, set[int], bool]],
) -> None:
    steps = charged_by_rule(letters)
    for claim in _DUE:
        _never_above([step for step in steps if claim in step.claims])
    for step in steps:
        if step.fee:
            latest = min(_DUE[each] for each in step.claims)
            assert step.day >= adjust(latest) + timedelta(days=14)


def _never_above(steps: list[ArrearsStep]) -> None:
    """What the regulation says of one claim, counted over anew and not with the rule's own code."""
    charged = [step for step in steps if step.fee]
    for step in charged:
        assert step.kind is not ArrearsStepKind.FRIENDLY_REMINDER
        assert step.fee == (kroner(113) if step.kind is DEMAND else kroner(38))
    run: list[ArrearsStep] = []
    for step in charged:
        if run and step.day >= add(Period(6, Unit.MONTHS), run[-1].day):
            run = []
        assert all(each.pay_by is not None and each.pay_by < step.day for each in run)
        run.append(step)
        kinds = [each.kind for each in run]
        assert kinds.count(DEMAND) <= 1
        assert kinds.count(NOTICE) <= 1
        assert kinds.count(REMINDER) + kinds.count(NOTICE) <= 2
        if step.kind is DEMAND:
            assert any(
                each.kind is NOTICE and each.pay_by is not None and each.pay_by < step.day
                for each in steps
                if each.day <= step.day
            )
