"""INK-10: what a collector may ask at the most, by the base rate of 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.arrears.accounts.collector import ceiling
from app.arrears.accounts.model import ChargeDraft
from app.arrears.model import RentChargeKind
from app.core.money import Ore, kroner
from app.office import Office
from app.settings.rule_files import load_parameters
from tests.app.arrears.desk import claim, tenancy

LAW = load_parameters()
DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("claim", "simple", "heavy"),
    [
        (500, 187.5, 375),
        (501, 262.5, 525),
        (1_000, 262.5, 525),
        (2_500, 300, 600),
        (10_000, 600, 1_200),
        (10_001, 1_200, 2_400),
        (50_000, 1_200, 2_400),
        (250_000, 2_700, 5_400),
        (250_001, 5_400, 10_800),
    ],
)
def test_ink_10_the_table_of_2026(claim: int, simple: float, heavy: float) -> None:
    found = ceiling(kroner(claim), DAY, LAW)
    assert found is not None
    assert (found.simple, found.heavy) == (round(simple * 100), heavy * 100)


@given(st.integers(1, 50_000_000), st.integers(0, 5_000_000))
def test_ink_10_a_larger_claim_never_lowers_the_ceiling(claim: int, more: int) -> None:
    small, large = ceiling(Ore(claim), DAY, LAW), ceiling(Ore(claim + more), DAY, LAW)
    assert small is not None
    assert large is not None
    assert small.simple <= large.simple
    assert small.heavy <= large.heavy
    assert small.simple < small.heavy


def test_ink_10_without_a_rate_for_the_day_nothing_is_said() -> None:
    assert ceiling(kroner(1_000), date(2025, 6, 1), LAW) is None


def test_ink_10_costs_above_the_ceiling_are_told_and_may_be_entered(office: Office) -> None:
    lease = tenancy(office)
    claim(office, lease, date(2026, 10, 1))
    draft = ChargeDraft(RentChargeKind.COSTS, DAY, kroner(1_250))
    (told,) = office.arrears.check_charge(lease, draft)
    assert (told.code, told.source, told.blocks) == ("costs_above_ceiling", "INK-10", False)
    office.arrears.add_charge(lease, draft)
    within = ChargeDraft(RentChargeKind.COSTS, DAY, kroner(1_200))
    assert office.arrears.check_charge(lease, within) == ()
