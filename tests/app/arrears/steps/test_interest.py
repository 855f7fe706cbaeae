"""Late-payment interest by the dated table, exact and never guessed (INK-11)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from app.arrears.model import RentAccount, RentChargeKind
from app.arrears.steps import interest
from app.core.dated import DatedValue
from app.core.money import kroner
from app.settings.rule_files import load_parameters
from tests.app.arrears.ledger import claimed, disputed, paid
from tests.app.arrears.test_rules import accounts

LAW = load_parameters()
SPRING = DatedValue(Decimal("12.5"), date(2026, 1, 1), source="prøve")
WHOLE_YEAR = LAW.with_overrides({interest.RATE: [SPRING]})
JULY = claimed(1, date(2026, 7, 1), 10_000)


def test_ink_11_every_day_late_bears_interest_of_its_own_rate() -> None:
    found = interest.late_interest(RentAccount((JULY,)), date(2026, 7, 31), LAW)
    # 30 days, 2 July to 31 July: 10 000 kr x 12,25 % x 30 / 365 = 100,6849 kr
    assert (found.amount, found.percent) == (10068, "12.25")
    assert (found.first, found.last) == (date(2026, 7, 2), date(2026, 7, 31))
    assert found.missing == ()


def test_ink_11_the_rate_changes_with_the_half_year() -> None:
    june = claimed(1, date(2026, 6, 1), 10_000)
    found = interest.late_interest(RentAccount((june,)), date(2026, 7, 31), WHOLE_YEAR)
    assert [(part.first, part.last, part.percent) for part in found.parts] == [
        (date(2026, 6, 2), date(2026, 6, 30), "12.5"),
        (date(2026, 7, 1), date(2026, 7, 31), "12.25"),
    ]
    assert found.amount == int(10_000_00 * (Fraction("0.125") * 29 + Fraction("0.1225") * 31) / 365)


def test_ink_11_a_half_year_without_a_rate_is_told_and_not_counted() -> None:
    june = claimed(1, date(2026, 6, 1), 10_000)
    found = interest.late_interest(RentAccount((june,)), date(2026, 7, 31), LAW)
    assert found.missing == ((date(2026, 6, 2), date(2026, 6, 30)),)
    assert found.first == date(2026, 7, 1)


def test_ink_11_a_rate_is_not_carried_into_the_next_half_year() -> None:
    found = interest.late_interest(RentAccount((JULY,)), date(2027, 1, 10), LAW)
    assert found.missing == ((date(2027, 1, 1), date(2027, 1, 10)),)
    assert found.last == date(2026, 12, 31)


def test_ink_11_what_is_paid_bears_none_from_that_day() -> None:
    account = RentAccount((JULY,), (paid(1, date(2026, 7, 12), 10_000),))
    found = interest.late_interest(account, date(2026, 7, 31), LAW)
    assert found.last == date(2026, 7, 11)


def test_ink_11_ink_05_what_is_disputed_bears_none_while_it_is() -> None:
    held = replace(disputed(date(2026, 7, 12), 10_000), settled_on=date(2026, 7, 22))
    found = interest.late_interest(RentAccount((JULY,), (), (held,)), date(2026, 7, 31), LAW)
    assert [(part.first, part.last) for part in found.parts] == [
        (date(2026, 7, 2), date(2026, 7, 11)),
        (date(2026, 7, 22), date(2026, 7, 31)),
    ]


def test_ink_11_what_was_claimed_before_is_not_claimed_again() -> None:
    before = claimed(2, date(2026, 7, 20), 60, RentChargeKind.LATE_INTEREST)
    found = interest.late_interest(RentAccount((JULY, before)), date(2026, 7, 31), LAW)
    assert (found.amount, found.claimed, found.unclaimed) == (10068, 6000, 4068)


def test_ink_11_fees_bear_no_interest() -> None:
    fee = claimed(2, date(2026, 7, 1), 38, RentChargeKind.REMINDER_FEE)
    assert interest.late_interest(RentAccount((fee,)), date(2026, 12, 1), LAW).amount == 0


_DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(accounts(), _DAYS, st.integers(1, 60))
def test_ink_11_interest_never_falls_with_time(account: RentAccount, day: date, more: int) -> None:
    later = day + timedelta(days=more)
    first = interest.late_interest(account, day, WHOLE_YEAR).amount
    assert 0 <= first <= interest.late_interest(account, later, WHOLE_YEAR).amount


@given(accounts(), _DAYS, _DAYS)
def test_ink_11_interest_of_two_periods_is_that_of_the_whole(
    account: RentAccount, one: date, other: date
) -> None:
    split, until = min(one, other), max(one, other)
    start, after = date(2026, 1, 1), split + timedelta(days=1)
    whole = interest.exact(tuple(interest.parts_of(account, until, WHOLE_YEAR, start)))
    before = interest.exact(tuple(interest.parts_of(account, split, WHOLE_YEAR, start)))
    rest = interest.exact(tuple(interest.parts_of(account, until, WHOLE_YEAR, after)))
    assert whole == before + rest


def test_ink_11_interest_is_in_proportion_to_the_sum() -> None:
    double = claimed(1, date(2026, 7, 1), 20_000)
    one = interest.exact(interest.late_interest(RentAccount((JULY,)), JULY.due_on, LAW).parts)
    assert one == 0
    day = date(2026, 9, 9)
    single = interest.exact(interest.late_interest(RentAccount((JULY,)), day, LAW).parts)
    twice = interest.exact(interest.late_interest(RentAccount((double,)), day, LAW).parts)
    assert twice == 2 * single
    assert kroner(1) < single
