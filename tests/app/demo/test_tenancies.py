"""The whole life of a lease can be seen in Lia, on whatever day it is made."""

from collections import Counter
from datetime import date, timedelta

import pytest

from app.core.ids import Ref
from app.demo.living import INVENTED, ROUND
from app.demo.stock import FOUNDATION
from app.dwellings.landlords.model import DoneBy, OwnerTask
from app.leases.conditions.model import Outcome
from app.leases.expiry.model import Timing
from app.leases.handover.reports.model import HandoverKind
from app.leases.model import LeaseKind, LeaseState
from app.leases.notices.model import GivenBy, NoticeStanding
from app.leases.reports.model import ReportState, ReportStep
from app.letters.model import DocumentKind
from app.office import Office
from app.overview.holes.model import HoleKind
from tests.app.demo.conftest import Lia

DAYS = (date(2026, 11, 23), date(2028, 2, 29), date(2027, 3, 29))


@pytest.fixture(params=DAYS, ids=str)
def office(request: pytest.FixtureRequest, lia: Lia) -> Office:
    """Lia on a Monday, on a leap day, and on Easter Monday."""
    day = request.param
    assert isinstance(day, date)
    return lia(day, "")


def test_there_is_a_lease_at_every_state_but_draft_and_cancelled(office: Office) -> None:
    states = {row.state for row in office.leases.rows()}
    seen = set(LeaseState) - {LeaseState.DRAFT, LeaseState.CANCELLED, LeaseState.SIGNED}
    assert states == seen


def test_one_gives_notice_and_one_protests_in_time(office: Office) -> None:
    rows = office.leases.rows()
    notices = [each for row in rows for each in office.notices.of(row.id)]
    assert Counter(each.given_by for each in notices) == {GivenBy.TENANT: 1, GivenBy.LANDLORD: 1}
    (ours,) = [each for each in notices if each.given_by is GivenBy.LANDLORD]
    assert office.notices.standing(ours) is NoticeStanding.PROTESTED
    assert ours.protest is not None
    assert not ours.protest.late


def test_who_stays_on_owes_for_each_day(office: Office) -> None:
    ((lease, last),) = office.aftermath.handbacks.awaited()
    charge = office.aftermath.handbacks.charge(lease)
    assert charge is not None
    assert charge.days == (office.clock.today() - last).days
    assert charge.amount > 0


def test_one_was_asked_to_move_in_the_right_days(office: Office) -> None:
    kinds = {row.id: office.letters.of(Ref("lease", row.id)) for row in office.leases.rows()}
    (asked,) = [
        lease
        for lease, letters in kinds.items()
        if any(letter.kind is DocumentKind.MOVE_OUT_REQUEST for letter in letters)
    ]
    ladder = office.expiry.ladder(asked)
    assert ladder.timing(office.clock.today()) is not Timing.NOT_YET
    assert office.leases.get(asked).state is LeaseState.PAST_TERM


def test_one_has_asked_to_stay(office: Office) -> None:
    renewals = [office.renewals.of(row.id) for row in office.leases.rows()]
    (renewal,) = [each for each in renewals if each is not None]
    assert not renewal.decided


def test_some_moved_in_by_the_book(office: Office) -> None:
    rows = office.leases.rows()
    (row,) = [each for each in rows if office.handover_reports.of(each.id)]
    report = office.handover_reports.get(row.id, HandoverKind.MOVE_IN)
    assert report is not None
    assert report.issued_on is not None
    assert office.tenancy_information.of(row.id).state.holds
    assert sum(loan.out for loan in office.door_keys.of_lease(row.id)) == 3
    package = office.start_packages.of(row.id)
    assert 0 < package.left < len(package.tasks)
    (carried,) = office.conditions.of(row.id)
    assert carried.last is not None
    assert carried.last.outcome is Outcome.BROKEN
    (measure,) = [each for each in office.followup.measures(row.tenant) if each.condition]
    assert measure.condition == carried.condition


def test_the_foundation_writes_leases_and_one_is_ordered(office: Office) -> None:
    (order,) = office.orders.waiting()
    assert order.owner_name == FOUNDATION
    row = office.leases.get(order.lease)
    landlord = office.landlords.of(row.draft.dwelling)
    assert landlord.tasks[OwnerTask.WRITE_LEASE] is DoneBy.OWNER
    assert landlord.owner is not None
    assert office.landlords.agreement(landlord.owner) is not None


def test_noise_is_warned_of_or_ready_to_be(office: Office) -> None:
    rows = office.leases.rows()
    warned = [row.id for row in rows if office.warnings.of(row.id)]
    ready = [row.id for row in rows if office.warnings.leading(row.id)]
    assert (len(warned), len(ready)) == (1, 1)
    assert warned != ready
    reports = [each for row in rows for each in office.reports.of(row.id)]
    mended = [r for r in reports if {s.kind for s in r.steps} >= set(ReportStep) - {"reopened"}]
    assert mended
    assert {r.state for r in reports} >= {ReportState.CLOSED, ReportState.PASSED_ON}


def test_a_request_waits_and_a_sub_tenant_gets_copies(office: Office) -> None:
    assert len(office.residents.waiting()) == 1
    today = office.clock.today()
    tenants = [office.residents.approved_subtenants(r.id, today) for r in office.leases.rows()]
    assert [one.name for each in tenants for one in each] == ["Maja Testberg"]


def test_rents_follow_an_index_that_is_said_to_be_invented(office: Office) -> None:
    assert {value.source for value in office.rents.series().values} == {INVENTED}
    changed = [change for row in office.leases.rows() for change in office.rents.of(row.id)]
    told = [change for change in changed if change.state.counts and change.letter is not None]
    assert len(told) == ROUND
    assert all(change.new > change.old for change in told)


def test_one_stays_more_than_two_weeks_and_no_child_where_none_may(office: Office) -> None:
    rows = office.stays.rows()
    assert max(row.nights for row in rows) > 14
    assert any(row.has_child for row in rows)


def test_a_deposit_is_under_its_five_weeks_and_things_lie_in_the_cellar(office: Office) -> None:
    (claim,) = office.aftermath.deposits.due()
    assert claim.limit.last_safe_day - office.clock.today() < timedelta(weeks=5)
    ((lease, _),) = office.aftermath.belongings.overdue()
    assert any(each.outcome.open for each in office.aftermath.belongings.of(lease))


def test_a_refugee_talks_about_the_next_home(office: Office) -> None:
    (row,) = [each for each in office.leases.rows() if each.kind is LeaseKind.REFUGEE]
    assert row.id in {due.lease for due in office.term_reviews.due()}


def test_most_tenancies_are_whole_and_some_have_a_hole(office: Office) -> None:
    holes = Counter(hole.kind for hole in office.holes.found())
    assert 0 < holes[HoleKind.NO_SIGNED_COPY] < 8
    for kind in (
        HoleKind.TWO_HOMES,
        HoleKind.KEYS_OUT,
        HoleKind.GAP,
        HoleKind.NO_START_PACKAGE,
    ):
        assert holes[kind] == 1


def test_vacant_days_cost(office: Office) -> None:
    today = office.clock.today()
    costs = office.vacancy_costs.of(today - timedelta(days=364), today)
    assert 20 < costs.total.dwellings < 50  # what was vacant, and not what nobody told of
    assert costs.total.amount > 0
    assert len(costs.by_reason) > 1
