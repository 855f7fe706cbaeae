"""What creditors are offered is exact in øre, and fair (GJ-29)."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import DebtClaimId
from app.core.money import Ore, kroner
from app.debt.claims.model import AttachmentRank
from app.debt.plans.model import ShareBasis, Shared
from app.debt.plans.shares import months, schedule, shares

KRONE = kroner(1)
OWED = st.integers(min_value=0, max_value=50_000_000).map(Ore)
MONEY = st.integers(min_value=0, max_value=80_000_000).map(Ore)
RANKS = st.sampled_from(AttachmentRank)
FIXED = st.none() | st.integers(min_value=0, max_value=1_000_000).map(Ore)


@st.composite
def claims(draw: st.DrawFn, most: int = 12) -> tuple[Shared, ...]:
    count = draw(st.integers(min_value=0, max_value=most))
    return tuple(
        Shared(DebtClaimId(number), draw(OWED), draw(RANKS), draw(FIXED))
        for number in range(1, count + 1)
    )


def _of(number: int, owed: Ore, rank: AttachmentRank = AttachmentRank.OTHER) -> Shared:
    return Shared(DebtClaimId(number), owed, rank)


def _by_claim(
    available: Ore, asked: tuple[Shared, ...], basis: ShareBasis = ShareBasis.PRO_RATA
) -> dict[int, int]:
    return {int(each.claim): int(each.amount) for each in shares(available, asked, basis)}


@given(MONEY, claims(), st.sampled_from(ShareBasis))
def test_shares_sum_to_what_is_available_or_to_all_that_is_owed(
    available: Ore, asked: tuple[Shared, ...], basis: ShareBasis
) -> None:
    given_out = sum(each.amount for each in shares(available, asked, basis))
    assert given_out == min(available, sum(each.owed for each in asked))


@given(MONEY, claims(), st.sampled_from(ShareBasis))
def test_nobody_gets_more_than_is_owed(
    available: Ore, asked: tuple[Shared, ...], basis: ShareBasis
) -> None:
    for each, share in zip(asked, shares(available, asked, basis), strict=True):
        assert 0 <= share.amount <= each.owed


@given(MONEY, claims(), st.sampled_from(ShareBasis), st.randoms(use_true_random=False))
def test_the_order_of_creditors_does_not_matter(
    available: Ore, asked: tuple[Shared, ...], basis: ShareBasis, chance: object
) -> None:
    turned = list(asked)
    chance.shuffle(turned)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert _by_claim(available, asked, basis) == _by_claim(available, tuple(turned), basis)


@given(MONEY, st.lists(st.integers(min_value=1, max_value=50_000_000).map(Ore), min_size=2))
def test_who_is_owed_more_never_gets_less_pro_rata(available: Ore, owed: list[Ore]) -> None:
    asked = tuple(_of(number, each) for number, each in enumerate(sorted(owed), start=1))
    given_out = [each.amount for each in shares(available, asked)]
    assert all(later >= earlier - KRONE for earlier, later in pairwise(given_out))


@given(
    st.integers(min_value=0, max_value=200_000).map(kroner),
    st.lists(st.integers(min_value=1, max_value=500_000).map(kroner), min_size=1, max_size=8),
)
def test_whole_kroner_are_shared_in_whole_kroner_within_one_of_the_exact(
    available: Ore, owed: list[Ore]
) -> None:
    """A standing order has no øre."""
    asked = tuple(_of(number, each) for number, each in enumerate(owed, start=1))
    paid, total = min(available, sum(owed)), sum(owed)
    for each, share in zip(owed, shares(available, asked), strict=True):
        assert share.amount % KRONE == 0
        assert abs(share.amount - Fraction(paid * each, total)) < KRONE


@given(MONEY, claims())
def test_a_lower_rank_gets_nothing_before_the_higher_is_covered(
    available: Ore, asked: tuple[Shared, ...]
) -> None:
    free = tuple(Shared(each.claim, each.owed, each.rank) for each in asked)
    found = _by_claim(available, free, ShareBasis.BY_RANK)
    for each in free:
        if found[each.claim] < each.owed:
            assert not any(found[other.claim] for other in free if other.rank > each.rank)


def test_gj_29_equal_rank_shares_pro_rata_after_those_before_it() -> None:
    asked = (
        _of(1, kroner(9_000)),
        _of(2, kroner(2_000), AttachmentRank.MAINTENANCE),
        _of(3, kroner(3_000)),
        _of(4, kroner(1_000), AttachmentRank.FINES),
    )
    assert _by_claim(kroner(4_000), asked, ShareBasis.BY_RANK) == {
        1: kroner(750),
        2: kroner(2_000),
        3: kroner(250),
        4: kroner(1_000),
    }


def test_the_last_krone_goes_to_the_largest_fraction() -> None:
    asked = (_of(1, kroner(100)), _of(2, kroner(100)), _of(3, kroner(100)))
    assert _by_claim(kroner(100), asked) == {1: kroner(34), 2: kroner(33), 3: kroner(33)}
    uneven = (_of(1, kroner(42_000)), _of(2, kroner(18_000)), _of(3, kroner(3_000)))
    assert _by_claim(kroner(758), uneven) == {1: kroner(505), 2: kroner(217), 3: kroner(36)}


def test_what_is_no_whole_krone_is_shared_to_the_last_ore() -> None:
    asked = (_of(1, Ore(10_050)), _of(2, Ore(10_050)))
    assert _by_claim(Ore(10_001), asked) == {1: 5_001, 2: 5_000}


def test_a_fixed_sum_comes_before_the_others() -> None:
    home = Shared(DebtClaimId(1), kroner(12_000), fixed=kroner(1_000))
    asked = (home, _of(2, kroner(30_000)), _of(3, kroner(10_000)))
    assert _by_claim(kroner(3_000), asked) == {1: kroner(1_000), 2: kroner(1_500), 3: kroner(500)}


def test_nothing_available_gives_nothing() -> None:
    assert _by_claim(Ore(-5), (_of(1, Ore(100)),)) == {1: 0}


@given(
    st.integers(min_value=20_000, max_value=2_000_000).map(Ore),
    claims(most=6),
    st.sampled_from(ShareBasis),
)
def test_a_schedule_pays_exactly_what_is_owed_and_never_more_in_a_month(
    monthly: Ore, asked: tuple[Shared, ...], basis: ShareBasis
) -> None:
    runs, total = schedule(monthly, asked, basis, 600), sum(each.owed for each in asked)
    assert sum(run.total for run in runs) == min(total, 600 * monthly)
    assert months(runs) == min(600, -(-total // monthly))
    for month in range(1, months(runs)):
        assert sum(run.amount for run in runs if run.first <= month <= run.last) == monthly


def test_a_schedule_stops_after_so_many_months() -> None:
    runs = schedule(kroner(1_000), (_of(1, kroner(100_000)),), months=60)
    assert [(run.first, run.last, run.amount) for run in runs] == [(1, 60, kroner(1_000))]


def test_when_one_is_paid_the_others_get_more() -> None:
    home = Shared(DebtClaimId(1), kroner(2_000), fixed=kroner(1_000))
    runs = schedule(kroner(1_500), (home, _of(2, kroner(4_000))))
    assert [(run.claim, run.first, run.last, run.amount) for run in runs] == [
        (1, 1, 2, kroner(1_000)),
        (2, 1, 2, kroner(500)),
        (2, 3, 4, kroner(1_500)),
    ]


@pytest.mark.parametrize("monthly", [0, -1])
def test_no_money_is_no_schedule(monthly: int) -> None:
    assert schedule(Ore(monthly), (_of(1, kroner(1)),)) == ()
