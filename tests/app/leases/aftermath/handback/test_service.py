"""HL-73, HL-74: the lease is over when the dwelling is back; living on is charged by the day."""

from datetime import date, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.errors import Conflict, Invalid
from app.core.ids import LeaseId, Ref
from app.core.rent_days import for_days
from app.dwellings.model import DwellingStatus
from app.leases.aftermath.handback.model import Handback, MovedTo
from app.leases.aftermath.left_belongings.model import Belonging
from app.leases.aftermath.service import Aftermath
from app.leases.endings.model import EndCause
from app.leases.model import LeaseState
from tests.app.leases.aftermath.conftest import LAST
from tests.app.leases.desk import LeaseDesk

READY = DwellingStatus.READY
BACK = date(2027, 4, 5)


def came(day: date | None = BACK) -> Handback:
    return Handback(day, MovedTo.PRIVATE_RENTAL, "Ryddet og vasket", "12 345", "88")


def codes(refused: pytest.ExceptionInfo[Invalid]) -> list[str]:
    return [each.code for each in refused.value.problems]


def test_hl_73_it_is_over_only_when_the_dwelling_is_back(
    desk: LeaseDesk, over: LeaseId, aftermath: Aftermath
) -> None:
    assert desk.leases.get(over).state is LeaseState.OVERSTAY
    aftermath.handbacks.record(over, came(), DwellingStatus.MAINTENANCE)
    assert desk.leases.get(over).state is LeaseState.ENDED
    assert desk.leases.get(over, BACK - timedelta(days=1)).state is LeaseState.OVERSTAY
    assert aftermath.handbacks.of(over) == came()
    (row,) = desk.leases.of_dwelling(desk.dwelling)
    assert row.state is LeaseState.ENDED


def test_hl_73_the_dwelling_is_free_from_the_day_after(
    desk: LeaseDesk, over: LeaseId, aftermath: Aftermath
) -> None:
    aftermath.handbacks.record(over, came(), DwellingStatus.MAINTENANCE)
    dwellings = desk.office.dwellings
    assert dwellings.get(desk.dwelling).status is DwellingStatus.LET
    after = dwellings.get(desk.dwelling, BACK + timedelta(days=1))
    assert after.status is DwellingStatus.MAINTENANCE


def test_the_allocation_ends_so_that_the_dwelling_can_go_to_another(
    desk: LeaseDesk, over: LeaseId, aftermath: Aftermath
) -> None:
    assert desk.allocation.allocation_of(desk.dwelling) is not None
    aftermath.handbacks.record(over, came(), READY)
    assert desk.allocation.allocation_of(desk.dwelling) is None


def test_a_handback_can_be_undone_with_all_it_did(
    desk: LeaseDesk, over: LeaseId, aftermath: Aftermath
) -> None:
    aftermath.handbacks.record(over, came(), READY)
    desk.office.history.undo()
    assert aftermath.handbacks.of(over) is None
    assert desk.leases.get(over).state is LeaseState.OVERSTAY
    later = BACK + timedelta(days=1)
    assert desk.office.dwellings.get(desk.dwelling, later).status is DwellingStatus.LET


def test_a_term_that_ran_out_ends_in_the_same_unit(
    desk: LeaseDesk, lease: LeaseId, aftermath: Aftermath, clock: FixedClock
) -> None:
    end = date(2029, 11, 30)
    clock.at += timedelta(days=(end - clock.today()).days + 4)
    assert desk.leases.get(lease).state is LeaseState.PAST_TERM
    aftermath.handbacks.record(lease, came(end + timedelta(days=3)), READY)
    held = desk.office.endings.of(lease)
    assert held is not None
    assert (held.last_day, held.cause) == (end, EndCause.EXPIRED)
    assert desk.leases.get(lease).state is LeaseState.ENDED


def test_what_cannot_be_is_told_beside_the_field(
    desk: LeaseDesk, lease: LeaseId, aftermath: Aftermath, clock: FixedClock
) -> None:
    record = aftermath.handbacks.record
    for day, code in (
        (None, "handback_day_missing"),
        (clock.today() + timedelta(days=1), "day_in_future"),
        (clock.today(), "handback_before_start"),
    ):
        with pytest.raises(Invalid) as refused:
            record(lease, came(day), READY)
        assert codes(refused) == [code]
    clock.at += timedelta(days=30)
    with pytest.raises(Invalid) as refused:
        record(lease, came(clock.today()), DwellingStatus.LET)
    assert codes(refused) == ["handback_needs_end", "handback_status_unknown"]


def test_only_once_and_what_was_learned_later_is_put_right(
    over: LeaseId, aftermath: Aftermath
) -> None:
    aftermath.handbacks.record(over, came(), READY)
    with pytest.raises(Conflict):
        aftermath.handbacks.record(over, came(), READY)
    learned = Handback(BACK, MovedTo.OTHER_MUNICIPALITY, "Ryddet", "12 345", "88", "En postnøkkel")
    aftermath.handbacks.correct(over, learned)
    assert aftermath.handbacks.of(over) == learned


def test_a_lease_taken_over_needs_no_keys_back(
    desk: LeaseDesk, lease: LeaseId, clock: FixedClock
) -> None:
    with desk.office.unit("lease.ended", Ref("lease", lease)) as unit:
        desk.office.endings.end(unit, lease, LAST, EndCause.TAKEN_OVER)
    assert desk.leases.get(lease, LAST).state is LeaseState.UNDER_NOTICE
    assert desk.leases.get(lease, LAST + timedelta(days=1)).state is LeaseState.ENDED


def test_hl_74_living_on_costs_the_rent_of_its_days_at_any_date(
    desk: LeaseDesk, over: LeaseId, aftermath: Aftermath
) -> None:
    rent = desk.leases.get(over).rent
    assert rent is not None
    assert aftermath.handbacks.charge(over, LAST) is None
    charge = aftermath.handbacks.charge(over)
    assert charge is not None
    assert (charge.first, charge.until, charge.days) == (date(2027, 4, 1), BACK, 5)
    assert charge.amount == for_days(rent, date(2027, 4, 1), BACK)
    assert charge.running
    month = aftermath.handbacks.charge(over, date(2027, 4, 30))
    assert month is not None
    assert month.amount == rent


def test_hl_74_it_stops_the_day_the_keys_come(over: LeaseId, aftermath: Aftermath) -> None:
    aftermath.handbacks.record(over, came(date(2027, 4, 3)), READY)
    charge = aftermath.handbacks.charge(over)
    assert charge is not None
    assert (charge.until, charge.days, charge.running) == (date(2027, 4, 3), 3, False)


def test_hl_74_keys_in_time_cost_nothing(over: LeaseId, aftermath: Aftermath) -> None:
    aftermath.handbacks.record(over, came(LAST), READY)
    assert aftermath.handbacks.charge(over) is None
    with pytest.raises(Invalid) as refused:
        aftermath.charges.preview(over, BACK)
    assert codes(refused) == ["charge_nothing"]


def test_hl_74_the_letter_is_made_and_waits_to_be_sent(
    desk: LeaseDesk, over: LeaseId, aftermath: Aftermath
) -> None:
    made = aftermath.charges.issue(over, BACK)
    assert made in [row.id for row in desk.office.letters.of(Ref("lease", over))]
    with pytest.raises(Invalid) as refused:
        aftermath.charges.preview(over, BACK + timedelta(days=1))
    assert codes(refused) == ["day_in_future"]


def test_adr_02_what_hangs_on_a_lease_goes_with_it(
    desk: LeaseDesk, over: LeaseId, aftermath: Aftermath
) -> None:
    aftermath.handbacks.record(over, came(), READY)
    aftermath.belongings.add(over, Belonging(BACK, "En sofa", "Boden"))
    aftermath.belongings.ask(over, BACK + timedelta(days=20))
    aftermath.condition.no_claim(over, "Vanlig slitasje")
    people = frozenset({desk.person})
    with desk.office.unit("person.shielded") as unit:
        aftermath.forget(unit, people)
    assert aftermath.handbacks.of(over) is None
    assert aftermath.belongings.of(over) == ()
    assert aftermath.belongings.requests(over) == ()
    assert aftermath.condition.of(over) is None
