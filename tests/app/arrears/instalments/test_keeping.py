"""Whether an agreement is kept follows from claims and payments, to the øre and to the day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.arrears import rules as arrears_rules
from app.arrears.instalments import keeping, rules
from app.arrears.instalments.model import InstalmentDraft, InstalmentStanding, InstalmentState
from app.arrears.model import Flow, PaidBy, RentAccount, RentCharge, RentChargeKind, RentPayment
from app.core.ids import RentChargeId
from app.core.money import Ore, kroner
from app.core.periods import Period, Unit, add
from app.core.working_days import adjust
from tests.app.arrears.instalments.papers import COUNTED, agreed
from tests.app.arrears.ledger import BILLER, LEASE, claimed, paid

RENT = kroner(8000)
OLD = claimed(1, date(2026, 11, 2), 8000)
Paid = tuple[date, int]


def rents(months: int) -> tuple[RentCharge, ...]:
    """What comes due on the first of each month after the agreement."""
    first = date(2026, 12, 1)
    return tuple(
        claimed(10 + month, add(Period(month, Unit.MONTHS), first), 8000) for month in range(months)
    )


def paying(*money: Paid) -> tuple[RentPayment, ...]:
    """One payment for each."""
    return tuple(
        RentPayment(number, LEASE, BILLER, day, Ore(amount), PaidBy.TENANT)
        for number, (day, amount) in enumerate(money, start=1)
        if amount
    )


def draft(total: int, count: int, first: date = date(2026, 12, 15)) -> InstalmentDraft:
    return InstalmentDraft(Ore(total), first, count=count, agreed_by="Jonas Bakkerud")


FOUR = agreed(draft(kroner(8000), 4))
TWO_MONTHS = (OLD, *rents(2))
AS_AGREED: tuple[Paid, ...] = (
    (date(2026, 12, 1), RENT),
    (date(2026, 12, 15), kroner(2000)),
    (date(2027, 1, 4), RENT),
    (date(2027, 1, 15), kroner(2000)),
)

totals = st.integers(min_value=1, max_value=8_000_00)
counts = st.integers(min_value=1, max_value=12)
days_in = st.integers(min_value=1, max_value=60)


@st.composite
def plans(draw: st.DrawFn) -> InstalmentDraft:
    """An agreement on what is owed of the oldest claim, or a part of it."""
    total = draw(totals)
    count = min(draw(counts), total)
    return draft(total, count, COUNTED + timedelta(days=draw(days_in)))


def exactly(made: InstalmentDraft, months: int) -> list[Paid]:
    """What the agreement asks, each on its last day."""
    parts: list[Paid] = [(part.moved_to, int(part.amount)) for part in rules.plan(made)]
    return sorted([*parts, *((adjust(each.due_on), RENT) for each in rents(months))])


@given(plans())
def test_paying_exactly_as_agreed_is_never_a_breach_on_any_day(made: InstalmentDraft) -> None:
    money = exactly(made, 14)
    account = RentAccount((OLD, *rents(14)), paying(*money))
    agreement = agreed(made)
    for day in {day + timedelta(days=more) for day, _ in money for more in (-1, 0, 1)}:
        assert keeping.keeping(agreement, account, day).since is None
    last = keeping.keeping(agreement, account, money[-1][0])
    assert last.paid_up
    assert keeping.state_on(agreement, last) is InstalmentState.KEPT


@given(plans(), st.data())
def test_one_ore_too_little_is_a_breach_the_day_after_and_not_before(
    made: InstalmentDraft, data: st.DataObject
) -> None:
    money = exactly(made, 14)
    short = data.draw(st.integers(min_value=0, max_value=len(money) - 1))
    day, agreement = money[short][0], agreed(made)
    money[short] = (day, money[short][1] - 1)
    so_far = (each for each in money if each[0] <= day)
    account = RentAccount((OLD, *rents(14)), paying(*so_far))
    assert keeping.keeping(agreement, account, day).since is None
    after = keeping.keeping(agreement, account, day + timedelta(days=1))
    assert (after.missing, after.since) == (1, day + timedelta(days=1))


@given(plans(), st.permutations(range(6)), st.lists(st.integers(1, 900000), min_size=6, max_size=6))
def test_the_order_of_payments_on_one_day_does_not_matter(
    made: InstalmentDraft, order: list[int], sums: list[int]
) -> None:
    days = [COUNTED + timedelta(days=20 * (number // 2)) for number in range(6)]
    money = list(zip(days, sums, strict=True))
    agreement, charges = agreed(made), (OLD, *rents(3))
    one = RentAccount(charges, paying(*money))
    other = RentAccount(charges, paying(*(money[place] for place in order)))
    for more in (0, 10, 30, 50, 70, 400):
        day = COUNTED + timedelta(days=more)
        assert keeping.keeping(agreement, one, day) == keeping.keeping(agreement, other, day)


@given(plans(), st.lists(st.tuples(st.integers(0, 400), st.integers(1, 900000)), max_size=8))
def test_no_ore_is_lost_or_counted_twice(
    made: InstalmentDraft, money: list[tuple[int, int]]
) -> None:
    payments = paying(*((COUNTED + timedelta(days=day), amount) for day, amount in money))
    agreement, day = agreed(made), COUNTED + timedelta(days=401)
    kept = keeping.keeping(agreement, RentAccount((OLD, *rents(12)), payments), day)
    due = [each for each in rents(12) if adjust(each.due_on) < day]
    for_rent = len(due) * RENT - kept.rent_missing
    for_parts = sum(each.paid for each in kept.parts)
    assert for_rent + for_parts + kept.ahead == sum(each.amount for each in payments)


def test_rent_that_has_come_due_is_paid_before_the_parts() -> None:
    account = RentAccount(TWO_MONTHS, paying((date(2026, 12, 16), RENT)))
    kept = keeping.keeping(FOUR, account, date(2026, 12, 17))
    assert (kept.rent_missing, kept.parts_missing) == (0, kroner(2000))
    assert kept.since == date(2026, 12, 16)


def test_a_part_once_paid_stays_paid_when_a_later_rent_is_not() -> None:
    account = RentAccount(TWO_MONTHS, paying(*AS_AGREED[:2]))
    kept = keeping.keeping(FOUR, account, date(2027, 1, 6))
    assert kept.parts[0].standing is InstalmentStanding.PAID
    assert (kept.rent_missing, kept.parts_missing) == (RENT, 0)
    assert kept.since == date(2027, 1, 5)  # 1 January is a holiday, and 2 and 3 a weekend


def test_what_is_paid_ahead_waits_for_the_rent() -> None:
    early = ((date(2026, 11, 27), RENT), *AS_AGREED[1:])
    account = RentAccount(TWO_MONTHS, paying(*early))
    before = keeping.keeping(FOUR, account, date(2026, 11, 28))
    assert (before.ahead, before.since) == (RENT, None)
    assert keeping.keeping(FOUR, account, date(2027, 1, 16)).since is None


def test_a_part_paid_half_is_told_as_that() -> None:
    account = RentAccount(TWO_MONTHS, paying(AS_AGREED[0], (date(2026, 12, 15), kroner(500))))
    on_the_day = keeping.keeping(FOUR, account, date(2026, 12, 15))
    assert on_the_day.parts[0].standing is InstalmentStanding.DUE
    after = keeping.keeping(FOUR, account, date(2026, 12, 16))
    assert after.parts[0].standing is InstalmentStanding.PARTLY
    assert (after.parts[0].left, after.missing) == (kroner(1500), kroner(1500))
    assert after.parts[1].standing is InstalmentStanding.COMING


def test_paid_late_it_is_kept_again_from_that_day() -> None:
    late = (AS_AGREED[0], (date(2026, 12, 18), kroner(2000)))
    account = RentAccount(TWO_MONTHS, paying(*late))
    assert keeping.keeping(FOUR, account, date(2026, 12, 17)).missing == kroner(2000)
    assert keeping.keeping(FOUR, account, date(2026, 12, 18)).missing == 0


def test_dl_03_nobody_breaks_it_on_a_day_when_nobody_can_pay() -> None:
    at_easter = agreed(draft(kroner(2000), 1, date(2027, 3, 25)))  # skjærtorsdag
    account = RentAccount((OLD,), ())
    assert keeping.keeping(at_easter, account, date(2027, 3, 30)).since is None
    assert keeping.keeping(at_easter, account, date(2027, 3, 31)).since == date(2027, 3, 31)


def test_all_paid_at_once_is_paid_up_and_the_rest_is_ahead() -> None:
    account = RentAccount(TWO_MONTHS, paying((date(2026, 11, 25), kroner(8000))))
    kept = keeping.keeping(FOUR, account, date(2026, 11, 26))
    assert kept.paid_up
    assert {each.standing for each in kept.parts} == {InstalmentStanding.AHEAD}
    assert keeping.state_on(FOUR, kept) is InstalmentState.SIGNED


def test_what_was_paid_before_counts_once_also_when_entered_late_or_put_right() -> None:
    known = (paid(1, date(2026, 11, 10), 3000),)
    account = RentAccount((OLD, *rents(1)), known)
    before = keeping.paid_before(account, arrears_rules.owed(account, COUNTED))
    assert before == kroner(3000)
    agreement = agreed(draft(kroner(5000), 2), before)
    assert keeping.keeping(agreement, account, COUNTED).ahead == 0
    entered_late = RentAccount(account.charges, (*known, paid(2, date(2026, 11, 20), 1000)))
    assert keeping.keeping(agreement, entered_late, COUNTED).ahead == kroner(1000)
    gone = replace(known[0], withdrawn_on=COUNTED)
    put_right = RentAccount(account.charges, (gone, paid(2, date(2026, 11, 11), 3000)))
    assert keeping.keeping(agreement, put_right, COUNTED).ahead == 0


def test_rent_paid_ahead_before_the_agreement_still_counts_for_that_rent() -> None:
    account = RentAccount((OLD, *rents(1)), (paid(1, date(2026, 11, 20), 8000, covers=10),))
    before = keeping.paid_before(account, arrears_rules.owed(account, COUNTED))
    assert before == 0
    agreement = agreed(draft(kroner(8000), 4), before)
    assert keeping.keeping(agreement, account, date(2026, 12, 2)).since is None


def test_a_fee_since_the_agreement_is_no_breach_but_is_told() -> None:
    fee = claimed(20, date(2026, 12, 10), 38, RentChargeKind.REMINDER_FEE)
    account = RentAccount((*TWO_MONTHS, fee), paying(*AS_AGREED[:2]))
    day = date(2026, 12, 16)
    kept = keeping.keeping(FOUR, account, day)
    assert kept.since is None
    found = keeping.growth(kept, arrears_rules.owed(account, day))
    assert (found.beside, found.too_much) == (kroner(38), 0)


def test_a_claim_that_is_dropped_makes_the_agreement_ask_too_much() -> None:
    gone = replace(OLD, withdrawn_on=date(2026, 12, 3), withdrawn_reason="Feil måned")
    account = RentAccount((gone, *rents(1)), paying(AS_AGREED[0]))
    day = date(2026, 12, 4)
    found = keeping.growth(keeping.keeping(FOUR, account, day), arrears_rules.owed(account, day))
    assert (found.beside, found.too_much) == (0, kroner(8000))


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 12, 14), InstalmentState.SIGNED),
        (date(2026, 12, 15), InstalmentState.RUNNING),
        (date(2027, 3, 16), InstalmentState.RUNNING),
    ],
)
def test_it_runs_from_its_first_day_until_it_is_kept(day: date, state: InstalmentState) -> None:
    account = RentAccount((OLD, *rents(1)), paying(*AS_AGREED[:2]))
    assert keeping.state_on(FOUR, keeping.keeping(FOUR, account, day)) is state


def test_a_rent_of_the_same_day_as_the_agreement_is_not_part_of_it() -> None:
    today = RentCharge(
        RentChargeId(30), LEASE, BILLER, RentChargeKind.RENT, COUNTED, RENT, "2026-11"
    )
    kept = keeping.keeping(FOUR, RentAccount((OLD, today)), COUNTED + timedelta(days=1))
    assert kept.rent_missing == RENT


@given(
    st.lists(st.tuples(st.dates(date(2026, 10, 1), date(2027, 5, 1)), totals), max_size=8),
    st.lists(st.tuples(st.dates(date(2026, 9, 1), date(2027, 5, 1)), totals), max_size=8),
    st.dates(date(2026, 10, 1), date(2027, 4, 30)),
    st.integers(0, 200),
)
@example(
    [(date(2027, 1, 4), RENT)],
    [(date(2026, 12, 1), kroner(4000)), (date(2027, 1, 10), kroner(4000))],
    COUNTED,
    (date(2027, 1, 12) - COUNTED).days,
)  # the first is what was paid before, in whatever order they are read
def test_what_is_from_before_the_sum_was_counted_need_not_be_read_one_by_one(
    due: list[Paid], money: list[Paid], counted: date, ahead: int
) -> None:
    """Whatever holidays, as those of Christmas and Easter, a rent was moved past."""
    claims = (claimed(at, day, amount // 100) for at, (day, amount) in enumerate(sorted(due), 1))
    account = RentAccount(tuple(claims), paying(*sorted(money)))
    agreement = replace(FOUR, counted_on=counted, paid_before=Ore(4000_00))
    first, flow, on = keeping.reads_from(agreement), account.flow, counted + timedelta(days=ahead)
    before = [each for each in flow.paid if each[0] < first]
    newest = tuple(each for each in flow.rents if each[0] >= first)
    paid = [each for each in flow.paid if each[0] >= first]
    if before:
        paid.append((max(day for day, _ in before), Ore(sum(amount for _, amount in before))))

    found = keeping.kept_by(agreement, Flow(newest[::-1], tuple(paid[::-1])), on)

    assert found == keeping.keeping(agreement, account, on)


@pytest.mark.parametrize("year", range(2020, 2060))
def test_no_claim_is_moved_further_than_what_is_read(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=day) for day in range(365)]
    for each in days:
        counted = arrears_rules.late_from(each) - timedelta(days=1)
        assert keeping.reads_from(replace(FOUR, counted_on=counted)) <= each
