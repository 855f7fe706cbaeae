"""What each ground of § 13-2 needs (TV-01), and which go by the court (TV-07)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.arrears.model import Owed
from app.core.ids import DwellingId, LeaseId, PersonId
from app.core.money import kroner
from app.evictions.model import EnforcementGround
from app.evictions.notices import grounds
from app.evictions.notices.grounds import GroundFacts, LandlordNoticed, lacks
from app.evictions.notices.model import GROUNDS
from app.leases.model import Lease, LeaseDraft, LeaseState

TODAY = date(2026, 11, 23)
OWED = Owed(TODAY, total=kroner(8000), rent=kroner(8000), since=date(2026, 11, 3))
DRAFT = LeaseDraft(
    DwellingId(1), PersonId(1), start=date(2023, 11, 1), end=date(2026, 10, 31), rent=kroner(8000)
)
LEASE = Lease(
    LeaseId(1),
    "L-2023-1",
    DRAFT,
    LeaseState.PAST_TERM,
    date(2023, 10, 20),
    None,
    kroner(8000),
    "",
)
FACTS = GroundFacts(TODAY, LEASE, OWED)
A, B, C, D, E = GROUNDS


def blocking(ground: EnforcementGround | None, facts: GroundFacts) -> list[str]:
    return [each.code for each in lacks(ground, facts) if each.blocks]


def without(**changes: object) -> GroundFacts:
    draft = replace(DRAFT, **changes)  # type: ignore[arg-type]  # the draft's own fields
    return replace(FACTS, lease=replace(LEASE, draft=draft))


def test_a_needs_a_written_signed_lease_with_the_clause_and_rent_that_is_due() -> None:
    """TV-01 a; without the clause the way goes by the court, in words."""
    assert blocking(A, FACTS) == []
    assert blocking(A, without(eviction_for_rent=False)) == ["ground_clause_rent_missing"]
    assert blocking(A, replace(FACTS, lease=None)) == ["ground_lease_unsigned"]
    assert blocking(A, replace(FACTS, owed=Owed(TODAY))) == ["ground_no_rent_owed"]


def test_hl_20_deposited_rent_is_no_ground() -> None:
    paid_in = replace(OWED, deposited=kroner(8000))
    assert blocking(A, replace(FACTS, owed=paid_in)) == ["ground_rent_deposited"]
    partly = replace(OWED, deposited=kroner(3000))
    assert blocking(A, replace(FACTS, owed=partly)) == []


def test_a_lease_that_is_not_in_the_register_is_to_be_looked_at() -> None:
    """TV-01: told, but the officer who has the paper may go on."""
    (told,) = lacks(A, replace(FACTS, kept=False))
    assert (told.code, told.blocks) == ("ground_clause_unseen", False)


def test_b_needs_the_clause_and_a_term_that_is_over() -> None:
    """TV-01 b."""
    assert blocking(B, FACTS) == []
    assert blocking(B, without(eviction_at_expiry=False)) == ["ground_clause_expiry_missing"]
    assert blocking(B, without(end=None)) == ["ground_no_term"]
    assert blocking(B, without(end=TODAY)) == ["ground_term_runs"]
    turned = replace(FACTS, lease=replace(LEASE, state=LeaseState.TURNED_OPEN_ENDED))
    assert blocking(B, turned) == ["ground_term_turned"]


@pytest.mark.parametrize(
    ("noticed", "lacking"),
    [
        (None, ["ground_no_landlord_notice"]),
        (LandlordNoticed(date(2026, 9, 1), date(2026, 10, 31)), []),
        (
            LandlordNoticed(date(2026, 9, 1), date(2026, 10, 31), protested=True),
            ["ground_notice_protested"],
        ),
        (
            LandlordNoticed(date(2026, 9, 1), date(2026, 10, 31), protested=True, set_free=True),
            [],
        ),
        (LandlordNoticed(TODAY, date(2026, 10, 31)), ["ground_protest_runs"]),
        (LandlordNoticed(None, date(2026, 10, 31)), ["ground_protest_runs"]),
        (LandlordNoticed(date(2026, 9, 1), TODAY), ["ground_notice_runs"]),
    ],
)
def test_c_needs_a_notice_that_nobody_protested_in_time(
    noticed: LandlordNoticed | None, lacking: list[str]
) -> None:
    """TV-01 c."""
    assert blocking(C, replace(FACTS, noticed=noticed)) == lacking


def test_d_and_e_go_to_the_court() -> None:
    """TV-01 d and e, TV-07."""
    assert blocking(D, FACTS) == ["ground_not_terminated"]
    assert blocking(D, replace(FACTS, terminated=True)) == []
    assert blocking(E, FACTS) == ["ground_lease_holds"]
    over = replace(FACTS, lease=replace(LEASE, state=LeaseState.OVERSTAY))
    assert blocking(E, over) == []
    for ground in (D, E):
        assert ground.by_court
        assert "ground_by_court" in [each.code for each in lacks(ground, FACTS)]
    assert not any(each.by_court for each in (A, B, C))


def test_the_first_ground_that_holds_is_proposed_never_one_by_the_court() -> None:
    assert grounds.holding(FACTS) is A
    assert grounds.holding(replace(FACTS, owed=Owed(TODAY))) is B
    ended = replace(FACTS, owed=Owed(TODAY), lease=None, terminated=True)
    assert grounds.holding(ended) is None


def test_a_ground_must_be_chosen() -> None:
    assert blocking(None, FACTS) == ["enforcement_ground_missing"]


def test_the_day_after_the_term_it_is_over() -> None:
    """TV-01 b: the last day is the tenant's."""
    assert blocking(B, without(end=TODAY - timedelta(days=1))) == []
