"""Keys: who has them, and the paper both sign (HL-07, HL-73)."""

from datetime import date, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.errors import Invalid, OfficeError
from app.core.ids import LeaseId, Ref
from app.dwellings.keys.model import DoorKeyId, DoorKeyKind, KeyHolder
from app.dwellings.keys.service import DoorKeys
from app.leases.endings.model import EndCause
from app.letters.model import DocumentKind
from app.people.model import AddressProtection
from tests.app.leases.desk import LeaseDesk

Keys = tuple[DoorKeyId, ...]


def codes(error: Invalid) -> list[str]:
    return [problem.code for problem in error.problems]


def test_hl_07_several_keys_are_handed_out_at_once(
    desk: LeaseDesk, keys: DoorKeys, handed: Keys, lease: LeaseId
) -> None:
    held = {key.mark: key.now.holder for key in keys.of_dwelling(desk.dwelling)}
    tenant, office = KeyHolder.TENANT, KeyHolder.OFFICE
    assert held == {"A1": tenant, "A2": tenant, "A3": office}
    assert [(loan.mark, loan.out) for loan in keys.of_lease(lease)] == [("A1", True), ("A2", True)]


def test_a_key_with_one_tenant_is_not_handed_to_another(
    keys: DoorKeys, handed: Keys, lease: LeaseId
) -> None:
    with pytest.raises(Invalid) as caught:
        keys.hand_out(handed, lease)
    assert codes(caught.value) == ["key_not_at_hand"]
    with pytest.raises(Invalid) as caught:
        keys.take_back(())
    assert codes(caught.value) == ["keys_not_chosen"]


def test_a_day_before_the_last_move_or_in_the_future_is_told_beside_the_day(
    desk: LeaseDesk, keys: DoorKeys, handed: Keys
) -> None:
    for days, code in ((-1, "key_moved_since"), (1, "day_in_future")):
        with pytest.raises(Invalid) as caught:
            keys.take_back(handed, desk.office.clock.today() + timedelta(days=days))
        assert [(p.field, p.code) for p in caught.value.problems] == [("since", code)]


def test_a_mark_is_used_once_for_each_kind(desk: LeaseDesk, keys: DoorKeys, three: Keys) -> None:
    keys.register(desk.dwelling, DoorKeyKind.POST_BOX, "A1")
    with pytest.raises(Invalid) as caught:
        keys.register(desk.dwelling, DoorKeyKind.DOOR, "A3, A4")
    assert codes(caught.value) == ["key_mark_taken"]
    assert len(keys.of_dwelling(desk.dwelling)) == 4


def test_a_lost_key_stays_with_who_lost_it_and_can_be_found(
    keys: DoorKeys, handed: Keys, lease: LeaseId, clock: FixedClock
) -> None:
    clock.at += timedelta(days=3)
    keys.lost(handed[:1], lease=lease)
    assert [loan.lost_on for loan in keys.of_lease(lease)] == [clock.today(), None]
    keys.take_back(handed[:1])
    assert keys.moves(handed[0])[-1].holder is KeyHolder.OFFICE


def test_the_past_is_as_it_was(
    desk: LeaseDesk, keys: DoorKeys, handed: Keys, clock: FixedClock
) -> None:
    before = clock.today()
    clock.at += timedelta(days=30)
    keys.take_back(handed)
    then = keys.of_dwelling(desk.dwelling, before)
    assert next(key.now.holder for key in then) is KeyHolder.TENANT


def test_handing_out_is_undone_whole(
    desk: LeaseDesk, keys: DoorKeys, handed: Keys, lease: LeaseId
) -> None:
    desk.office.history.undo()
    assert keys.of_lease(lease) == ()


def test_hl_73_keys_out_after_the_end_are_found(
    desk: LeaseDesk, keys: DoorKeys, handed: Keys, lease: LeaseId, clock: FixedClock
) -> None:
    last = date(2027, 3, 31)
    with desk.office.unit("lease.ended", Ref("lease", lease)) as unit:
        desk.office.endings.end(unit, lease, last, EndCause.AGREED)
    receipts = desk.office.key_receipts
    assert receipts.out_after(last) == ()
    (out,) = receipts.out_after(last + timedelta(days=1))
    assert (out.dwelling, out.lease, out.count) == (desk.dwelling, lease, 2)
    clock.at += timedelta(days=200)
    keys.take_back(handed)
    assert receipts.out_after() == ()


def test_keys_are_not_missed_when_the_tenant_stays_by_a_new_lease(
    desk: LeaseDesk, handed: Keys, lease: LeaseId, clock: FixedClock
) -> None:
    clock.at += timedelta(days=1080)
    leases = desk.leases
    after = leases.prepare(dwelling=desk.dwelling, tenant=desk.person)
    leases.issue(after)
    leases.signed(after, clock.today())
    assert desk.office.key_receipts.out_after(date(2029, 12, 24)) == ()


def test_the_receipt_is_kept_on_the_lease_and_is_final(
    desk: LeaseDesk, handed: Keys, lease: LeaseId
) -> None:
    made = desk.office.key_receipts.issue(lease)
    assert desk.letters.get(made).kind is DocumentKind.KEY_RECEIPT
    assert not desk.letters.get(made).to_send
    assert desk.office.history.undoable() is None


def test_no_receipt_for_no_keys(desk: LeaseDesk, lease: LeaseId) -> None:
    with pytest.raises(OfficeError) as caught:
        desk.office.key_receipts.preview(lease)
    assert caught.value.code == "no_keys"


def test_shielding_forgets_who_has_the_keys_but_not_that_they_are_out(
    desk: LeaseDesk, keys: DoorKeys, handed: Keys, lease: LeaseId
) -> None:
    desk.office.people.shield(desk.person, "Folkeregisteret", "mappe 12")
    now = keys.of_dwelling(desk.dwelling)[0].now
    assert (now.holder, now.lease) == (KeyHolder.TENANT, None)
    assert keys.with_tenants() == ()


def test_a_confidential_address_never_shows_in_a_preview(
    desk: LeaseDesk, handed: Keys, lease: LeaseId
) -> None:
    desk.office.people.protect(desk.person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    assert "Ødegårdsvegen" not in str(desk.office.key_receipts.preview(lease).blocks)
