"""Two on one flat, one in two homes, gaps, and what a lease lacks (peers idea 22)."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import DwellingId, LeaseId, PersonId
from app.overview.holes.model import Gathered, HoleKind, Stretch
from app.overview.holes.rules import gathered, in_order, of_leases

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def a_stretch(lease: int = 1, **facts: object) -> Stretch:
    """A whole tenancy with nothing wrong about it."""
    whole = Stretch(
        lease=LeaseId(lease),
        number=f"L2026-{lease:03}",
        tenant=PersonId(lease),
        name="Kari Kanarifugl",
        dwelling=DwellingId(lease),
        place="Ødegårdsvegen 4 B, H0201",
        since=date(2026, 1, 1),
        until=date(2028, 12, 31),
        lived_in=True,
        rooms=False,
        vedtak=True,
        needs_vedtak=True,
        copied=True,
    )
    return replace(whole, **facts)  # type: ignore[arg-type]  # facts by name


def kinds(*stretches: Stretch) -> list[HoleKind]:
    return [hole.kind for hole in in_order(of_leases(stretches, TODAY))]


def test_a_whole_tenancy_has_no_hole() -> None:
    assert kinds(a_stretch(1), a_stretch(2)) == []


def test_two_tenants_of_one_flat_on_one_day_is_one_hole() -> None:
    other = a_stretch(2, dwelling=DwellingId(1), since=date(2028, 12, 31), until=None)
    found = list(of_leases((a_stretch(1), other), TODAY))
    assert [hole.kind for hole in found] == [HoleKind.TWO_LEASES]
    assert (found[0].number, found[0].other) == ("L2026-001", "L2026-002")
    assert found[0].since == date(2028, 12, 31)


def test_rooms_of_shared_housing_are_let_one_by_one() -> None:
    one = a_stretch(1, rooms=True)
    assert kinds(one, a_stretch(2, dwelling=DwellingId(1), rooms=True)) == []


def test_what_is_past_is_no_longer_to_be_put_right() -> None:
    past = a_stretch(1, until=date(2026, 6, 30), lived_in=False)
    assert kinds(past, a_stretch(2, dwelling=DwellingId(1), since=date(2026, 6, 1))) == []


def test_one_person_in_two_homes() -> None:
    assert kinds(a_stretch(1), a_stretch(2, tenant=PersonId(1))) == [HoleKind.TWO_HOMES]


def test_what_a_lease_lacks() -> None:
    bare = a_stretch(1, vedtak=False, copied=False)
    assert kinds(bare) == [HoleKind.NO_VEDTAK, HoleKind.NO_SIGNED_COPY]
    assert kinds(replace(bare, needs_vedtak=False, copied=True)) == []
    assert kinds(replace(bare, lived_in=False)) == []


def test_days_without_a_lease_between_two_are_counted() -> None:
    first = a_stretch(1, until=date(2026, 5, 31), lived_in=False)
    after = a_stretch(2, tenant=PersonId(1), dwelling=DwellingId(1), since=date(2026, 6, 11))
    found = list(of_leases((after, first), TODAY))
    assert [(hole.kind, hole.count, hole.since) for hole in found] == [
        (HoleKind.GAP, 10, date(2026, 6, 1))
    ]
    assert kinds(first, replace(after, since=date(2026, 6, 1))) == []


@given(DAYS, st.integers(0, 2000), DAYS, st.integers(0, 2000))
def test_two_leases_are_told_when_and_only_when_they_share_a_day_to_come(
    one: date, first: int, other: date, second: int
) -> None:
    a = a_stretch(1, since=one, until=one + timedelta(days=first))
    b = a_stretch(2, dwelling=DwellingId(1), since=other, until=other + timedelta(days=second))
    both = {one + timedelta(days=n) for n in range(first + 1)} & {
        other + timedelta(days=n) for n in range(second + 1)
    }
    shared = bool(both) and min(one + timedelta(first), other + timedelta(second)) >= TODAY
    assert (HoleKind.TWO_LEASES in kinds(a, b)) == shared


def test_what_many_old_leases_lack_is_one_line_and_what_is_new_stands_alone() -> None:
    old = [a_stretch(n, copied=False, taken_over=True) for n in range(1, 9)]
    new = a_stretch(9, copied=False)
    single, many = gathered(in_order(of_leases([*old, new], TODAY)))
    assert [hole.number for hole in single] == ["L2026-009"]
    assert many == (Gathered(HoleKind.NO_SIGNED_COPY, 8),)
    few, none = gathered(in_order(of_leases(old[:5], TODAY)))
    assert (len(few), none) == (5, ())
