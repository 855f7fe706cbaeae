"""The parts are the whole sum, on the days agreed; what cannot be agreed is said beside it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.arrears import rules as arrears_rules
from app.arrears.instalments import rules
from app.arrears.instalments.model import InstalmentDraft
from app.arrears.model import RentAccount
from app.core.errors import Problem
from app.core.money import Ore, kroner
from app.core.working_days import is_working_day
from tests.app.arrears.instalments.papers import COUNTED, DRAFT, agreed
from tests.app.arrears.ledger import claimed

OWED = arrears_rules.owed(RentAccount((claimed(1, date(2026, 10, 1), 12000),)), COUNTED)
sums = st.integers(min_value=1, max_value=500_000_00)


@given(sums, st.integers(min_value=1, max_value=60))
def test_so_many_parts_are_the_whole_sum_to_the_ore(total: int, count: int) -> None:
    found = rules.amounts(InstalmentDraft(total=Ore(total), count=count))
    if count > total:
        assert found == ()
        return
    assert sum(found) == total
    assert len(found) == count
    assert min(found) > 0
    assert len(set(found[:-1])) <= 1
    assert found[-1] >= found[0]


@given(sums, st.integers(min_value=500, max_value=500_000_00))
def test_so_much_a_month_is_the_whole_sum_and_the_last_takes_the_rest(
    total: int, amount: int
) -> None:
    found = rules.amounts(InstalmentDraft(total=Ore(total), amount=Ore(amount)))
    assert sum(found) == total
    assert set(found[:-1]) <= {amount}
    assert 0 < found[-1] <= amount


def test_parts_are_whole_kroner_where_they_can_be() -> None:
    found = rules.amounts(InstalmentDraft(total=kroner(1000), count=3))
    assert found == (kroner(333), kroner(333), kroner(334))


@given(st.dates(date(2026, 1, 1), date(2035, 1, 1)), st.integers(min_value=1, max_value=36))
def test_every_day_can_be_paid_on_and_is_never_before_the_agreed_one(
    first: date, count: int
) -> None:
    parts = rules.plan(InstalmentDraft(Ore(100_000), first, count=count))
    assert [each.number for each in parts] == list(range(1, count + 1))
    for each in parts:
        assert each.moved_to >= each.due_on
        assert is_working_day(each.moved_to)
        assert each.due_on.day == first.day or each.due_on.day >= 28


def test_dl_02_a_month_without_the_day_takes_its_last_and_the_next_is_as_agreed() -> None:
    parts = rules.plan(InstalmentDraft(kroner(3000), date(2027, 1, 31), count=3))
    assert [each.due_on for each in parts] == [
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 31),
    ]


@given(sums, st.one_of(st.none(), sums), st.integers(0, 100), st.integers(1, 60))
def test_what_is_proposed_is_never_longer_than_the_municipality_lets_it(
    total: int, rent: int | None, percent: int, longest: int
) -> None:
    found = rules.affordable(Ore(total), None if rent is None else Ore(rent), percent, longest)
    assert found is not None
    assert 1 <= found.count <= longest
    assert found.amount <= total
    made = rules.amounts(InstalmentDraft(total=Ore(total), amount=found.amount))
    assert len(made) == found.count


def test_a_share_of_the_rent_is_proposed_in_whole_hundreds() -> None:
    found = rules.affordable(kroner(11938), kroner(8450), 15, 24)
    assert found is not None
    assert (found.amount, found.count, found.longest) == (kroner(1300), 10, False)
    assert rules.affordable(Ore(0), kroner(8450), 15, 24) is None


def problems(**changes: object) -> dict[str, str]:
    made = replace(DRAFT, **changes)  # type: ignore[arg-type]  # the draft's own fields
    found: tuple[Problem, ...] = rules.check(made, OWED, COUNTED, 24)
    return {each.field: each.code for each in found}


def test_a_whole_draft_has_nothing_wrong() -> None:
    assert problems() == {}


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"total": None}, "total", "instalments_sum_missing"),
        ({"total": kroner(12001)}, "total", "instalments_sum_above_owed"),
        ({"first_on": None}, "first_on", "instalments_first_missing"),
        ({"first_on": COUNTED}, "first_on", "instalments_first_passed"),
        ({"amount": None}, "count", "instalments_size_missing"),
        ({"amount": Ore(0)}, "amount", "instalments_size_wrong"),
        ({"amount": None, "count": 0}, "count", "instalments_size_wrong"),
        ({"amount": kroner(100)}, "amount", "instalments_too_long"),
        ({"agreed_by": " "}, "agreed_by", "instalments_agreed_by_missing"),
    ],
)
def test_doc_23_what_is_wrong_is_told_beside_its_field(
    changes: dict[str, object], field: str, code: str
) -> None:
    assert problems(**changes) == {field: code}


@given(sums, st.booleans(), st.integers(min_value=1, max_value=24))
def test_a_draft_taken_up_again_has_the_same_parts(total: int, by_count: bool, count: int) -> None:
    amount = Ore(-(-total // count))
    size = {"count": min(count, total), "amount": None} if by_count else {"amount": amount}
    made = replace(DRAFT, total=Ore(total), **size)
    again = rules.draft_of(agreed(made))
    assert rules.plan(again) == rules.plan(made)


def test_a_slip_that_would_make_a_million_parts_is_counted_not_made() -> None:
    assert rules.count_of(replace(DRAFT, amount=Ore(1))) == kroner(11938)
