"""Lia has the shape of Kongsvinger in 2012, on whatever day it is made."""

from collections import Counter
from datetime import date, timedelta

import pytest

from app.alerts.model import AlertId, Reason, Urgency
from app.applications.model import ApplicationState, TargetGroup
from app.core.ids import Ref
from app.decisions.model import VedtakKind
from app.demo.stock import FOR_SALE
from app.demo.takeover import ENDING, PAST
from app.dwellings.model import DwellingStatus, OwnerKind
from app.leases.model import LeaseState
from app.office import Office
from app.people.model import AddressProtection
from tests.app.demo.conftest import Lia

DWELLING = VedtakKind.MUNICIPAL_DWELLING
DAYS = (date(2026, 11, 23), date(2028, 2, 29), date(2027, 3, 29))


@pytest.fixture(params=DAYS, ids=str)
def office(request: pytest.FixtureRequest, lia: Lia) -> Office:
    """Lia on a Monday, on a leap day, and on Easter Monday."""
    day = request.param
    assert isinstance(day, date)
    return lia(day, "")


def test_the_stock_is_341_by_allocator_and_owner(office: Office) -> None:
    rows = office.dwellings.rows()
    assert len(rows) == 341
    assert Counter(row.allocator for row in rows) == {"Tildelingsteam helse": 192, "Nav": 149}
    owners = {owner.name: owner.kind for owner in office.dwellings.owners()}
    assert owners["Lia boligstiftelse"] is OwnerKind.FOUNDATION
    assert Counter(row.owner for row in rows)["Lia boligstiftelse"] == 320


def test_four_of_navs_are_for_sale_and_still_count(office: Office) -> None:
    for_sale = [
        row
        for row in office.dwellings.rows()
        if office.dwellings.get(row.id).draft.note == FOR_SALE
    ]
    assert {(row.allocator, row.owner) for row in for_sale} == {("Nav", "Lia boligstiftelse")}
    assert len(for_sale) == 4
    assert office.dwellings.for_sale() == {row.id for row in for_sale}


def test_twenty_three_flats_share_one_address(office: Office) -> None:
    houses = Counter(row.address.partition(",")[0] for row in office.dwellings.rows())
    assert houses["Skomakervegen 43"] == 23


def test_no_two_dwellings_are_the_same_place(office: Office) -> None:
    assert len(office.dwellings.places()) == 341


def test_38_wait_in_their_groups(office: Office) -> None:
    assert office.allocation.counts() == {
        TargetGroup.MENTAL_HEALTH: 11,
        TargetGroup.SUBSTANCE_USE: 11,
        TargetGroup.FAMILY_WITH_CHILDREN: 7,
        TargetGroup.DISADVANTAGED_OTHER: 9,
    }


def test_28_were_housed_in_the_year_by_group(office: Office) -> None:
    year_ago = office.clock.today() - timedelta(days=365)
    housed = [
        row
        for row in office.applications.rows(None, frozenset({ApplicationState.ALLOCATED}))
        if office.applications.states(row.id)[-1].since > year_ago
    ]
    assert Counter(row.group for row in housed) == {
        TargetGroup.MENTAL_HEALTH: 10,
        TargetGroup.SUBSTANCE_USE: 8,
        TargetGroup.FAMILY_WITH_CHILDREN: 2,
        TargetGroup.DISADVANTAGED_OTHER: 8,
    }


def test_42_are_without_a_home_by_an_estimate(office: Office) -> None:
    counted = office.homeless.at(office.clock.today())
    assert counted.total.count == 42
    assert counted.estimate


def test_somebody_was_put_before_another_with_a_reason(office: Office) -> None:
    codes = [reason.code for place in office.allocation.waiting_list() for reason in place.reasons]
    assert "placed_above" in codes


def test_some_applications_still_need_an_answer(office: Office) -> None:
    waiting = office.applications.unanswered()
    today = office.clock.today()
    assert len(waiting) == 7  # one of them by a tenant who wants to stay
    assert waiting[0].clock.deadline.nominal < today < waiting[-1].clock.deadline.nominal


def test_some_letters_are_not_sent(office: Office) -> None:
    kinds = Counter(row.kind.value for row in office.letters.to_send())
    assert kinds == {"preliminary_reply": 1, "vedtak": 2}


def test_leases_end_on_every_step_of_the_ladder(office: Office) -> None:
    today = office.clock.today()
    days = {(row.end_on - today).days for row in office.leases.ending()}
    near = {day for day in days if day < 366}
    # beside them the one that was asked to move, and the refugee's half year
    assert len(near) == len(ENDING) + len(PAST) + 2
    states = Counter(row.state for row in office.leases.rows())
    assert states[LeaseState.PAST_TERM] + states[LeaseState.TURNED_OPEN_ENDED] == len(PAST) + 1
    assert states[LeaseState.TURNED_OPEN_ENDED] >= 1


def test_i_dag_has_something_of_every_kind_and_urgency(office: Office) -> None:
    today = office.alerts.today()
    of_days = {AlertId.RETURN_DUE, AlertId.HOUSING_PLAN}  # the year decides whether they stand
    assert {alert.id for alert in today} >= set(AlertId) - of_days
    assert {alert.urgency for alert in today} == set(Urgency)
    assert len(today) <= 90  # a few rows of each kind, and what is many stands as one


def test_far_ends_stand_as_one_and_the_others_by_themselves(office: Office) -> None:
    found = [a for a in office.alerts.today() if a.id in {AlertId.LEASE_ENDS, AlertId.LEASE_ENDED}]
    (several,) = [alert for alert in found if alert.why is Reason.LEASES_END]
    # the refugee's short lease is the one more
    assert dict(several.facts)["count"] == len(ENDING) + len(PAST) + 1 - (len(found) - 1)


def test_the_vedtak_of_the_six_weeks_led_to_one_signed_lease(office: Office) -> None:
    results = Counter(row.result.value for row in office.decisions.rows() if row.kind is DWELLING)
    assert results == {"granted": 5, "refused": 3}
    here = {row.application for row in office.decisions.rows()}
    housed = office.applications.rows(None, frozenset({ApplicationState.ALLOCATED}))
    assert sum(row.id in here for row in housed) == 2  # one of them waits for its lease
    leases = [office.leases.get(row.id) for row in office.leases.rows()]
    (lease,) = [each for each in leases if each.draft.vedtak and each.signed_on]
    (paper,) = [r for r in office.letters.of(Ref("lease", lease.id)) if r.kind.value == "lease"]
    assert paper.state.value == "dispatched"


def test_every_let_dwelling_has_its_lease_but_the_shielded_one(office: Office) -> None:
    held = Counter(row.dwelling for row in office.leases.rows() if row.state.holds)
    assert set(held.values()) == {1}
    rows = office.dwellings.rows()
    let = {row.id for row in rows if row.status is DwellingStatus.LET}
    (shielded,) = let - set(held)
    last = office.dwellings.statuses(shielded)[-1]
    assert "skjermet" in last.reason.casefold()


def test_one_is_confidential_and_one_strictly_so_without_any_place(office: Office) -> None:
    levels = {row.id: row.protection for row in office.people.rows()}
    protected = Counter(level for level in levels.values() if level is not AddressProtection.NONE)
    assert protected == {
        AddressProtection.CONFIDENTIAL: 1,
        AddressProtection.STRICTLY_CONFIDENTIAL: 1,
    }
    strict = AddressProtection.STRICTLY_CONFIDENTIAL
    (person,) = [each for each, level in levels.items() if level is strict]
    assert office.people.get(person).address is None
    assert office.people.places_of(person) == ()


def test_everyone_is_synthetic_and_invented_with_all_letters(office: Office) -> None:
    rows = office.people.rows()
    people = [office.people.get(row.id) for row in rows]
    assert all(one.national_id is not None and one.national_id.synthetic for one in people)
    names = [one.name for one in people]
    assert any("-" in name for name in names)
    assert any(" " not in name for name in names)
    assert set("áčđŋŧåøæ") <= set("".join(names).casefold())
    adults = [one.name for one in people if one.birth_date and one.birth_date.year < 2005]
    assert len(set(adults)) == len(adults)


def test_it_is_marked_as_demo_and_whole(office: Office) -> None:
    assert office.settings.profile.demo
    assert office.check().whole


def test_the_same_day_makes_the_same_people_and_another_day_others(lia: Lia) -> None:
    def told(office: Office) -> tuple[object, ...]:
        return office.people.rows(), office.leases.rows(), office.applications.rows()

    assert told(lia(DAYS[0], "")) == told(lia(DAYS[0], "again"))
    assert told(lia(DAYS[0], ""))[0] != told(lia(DAYS[1], ""))[0]
