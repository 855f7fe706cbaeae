"""The waiting list, the officer's own order and allocations, each with its day."""

from collections.abc import Callable
from datetime import date

import pytest

from app.allocation.model import ReasonCode
from app.allocation.service import Allocation
from app.applications.model import (
    ApplicationKind,
    ApplicationState,
    NeedCategory,
    OtherMember,
    TargetGroup,
)
from app.applications.service import Applications
from app.core.clock import FixedClock
from app.core.errors import Invalid, NotFound
from app.core.ids import ApplicationId, DwellingId, Ref, VedtakId
from app.dwellings.model import DwellingStatus
from app.office import Office
from app.people.model import AddressProtection, Role
from app.people.service import People
from tests.app.allocation.conftest import Decide, Grant
from tests.factories import a_number, a_person, registered_dwelling

C = ReasonCode
G = TargetGroup
S = ApplicationState
TODAY = date(2026, 11, 23)


def listed(allocation: Allocation, as_of: date | None = None) -> list[ApplicationId]:
    """Who waits, in order."""
    return [place.row.id for place in allocation.waiting_list(as_of)]


def codes(caught: pytest.ExceptionInfo[Invalid]) -> list[str]:
    """What was told."""
    return [problem.code for problem in caught.value.problems]


def test_only_those_granted_a_dwelling_wait(
    allocation: Allocation, applications: Applications, grant: Grant
) -> None:
    waiting = grant()
    grant(kind=ApplicationKind.RENEWAL)
    pending = grant(state=S.IN_ASSESSMENT, group=G.FAMILY_WITH_CHILDREN)
    applications.take(grant(), S.WITHDRAWN, TODAY, "ringte")
    assert listed(allocation) == [waiting]
    assert allocation.waiting_count() == 1
    assert allocation.waiting_count(date(2026, 11, 1)) == 0
    expected = allocation.expected_list()
    assert [(place.row.id, place.row.state) for place in expected] == [
        (pending, S.IN_ASSESSMENT),
        (waiting, S.GRANTED_WAITING),
    ]


def test_the_groups_are_counted_as_they_stand_on_the_list(
    allocation: Allocation, grant: Grant
) -> None:
    grants = ((G.MENTAL_HEALTH, 3), (G.SUBSTANCE_USE, 2), (G.FAMILY_WITH_CHILDREN, 1), (None, 1))
    for group, count in grants:
        for _ in range(count):
            grant(group=group)
    assert allocation.counts() == dict(grants)
    assert list(allocation.counts()) == [
        G.FAMILY_WITH_CHILDREN,
        G.MENTAL_HEALTH,
        G.SUBSTANCE_USE,
        None,
    ]


def test_a_new_order_of_groups_holds_from_its_day(
    allocation: Allocation, grant: Grant, clock: FixedClock
) -> None:
    addict, family = grant(), grant(group=G.FAMILY_WITH_CHILDREN)
    clock.at = clock.at.replace(day=25)
    allocation.set_group_order((G.SUBSTANCE_USE,), " Kommunestyret sak 41/26 ")
    assert listed(allocation) == [addict, family]
    assert listed(allocation, date(2026, 11, 24)) == [family, addict]
    order = allocation.group_order()
    assert (order.listed, order.since) == ((G.SUBSTANCE_USE,), date(2026, 11, 25))
    assert order.source == "Kommunestyret sak 41/26"
    assert set(order.sequence) == set(G)
    assert not allocation.group_order(date(2026, 11, 24)).adopted


@pytest.mark.parametrize(
    ("order", "source", "code"),
    [
        ((), "sak", "groups_missing"),
        ((G.OLDER, G.YOUNG, G.OLDER), "sak", "group_twice"),
        ((G.OLDER,), " ", "source_missing"),
    ],
)
def test_an_order_of_groups_needs_groups_and_who_adopted_it(
    allocation: Allocation, order: tuple[G, ...], source: str, code: str
) -> None:
    with pytest.raises(Invalid) as caught:
        allocation.set_group_order(order, source)
    assert codes(caught) == [code]


def test_a_move_holds_from_its_day_and_is_explained(
    allocation: Allocation, grant: Grant, clock: FixedClock, office: Office
) -> None:
    first, second, third = grant(), grant(), grant()
    clock.at = clock.at.replace(day=24)
    allocation.move(third, first, " venter barn i desember ")
    assert listed(allocation) == [third, first, second]
    assert listed(allocation, TODAY) == [first, second, third]
    own = allocation.waiting_list()[0].reasons[2]
    assert own.code is C.PLACED_ABOVE
    assert own.facts == {
        "since": date(2026, 11, 24),
        "reason": "venter barn i desember",
        "other": first,
        "ahead_of": first,
        "nth": 1,
    }
    newest = office.history.latest()[0]
    assert (newest.verb, newest.subject) == ("application.ranked", Ref("application", third))


def test_who_was_put_above_another_stays_so_when_that_one_has_left(
    allocation: Allocation, applications: Applications, grant: Grant
) -> None:
    first, second, third = grant(), grant(), grant()
    allocation.move(third, first, "mister taket")
    applications.take(first, S.WITHDRAWN, TODAY, "ringte")
    assert listed(allocation) == [third, second]


def test_a_changed_need_moves_those_nobody_has_placed(
    allocation: Allocation, applications: Applications, grant: Grant
) -> None:
    first, second = grant(), grant()
    applications.set_needs(second, frozenset({NeedCategory.NO_ROOF_NEXT_NIGHT}), TODAY)
    assert listed(allocation) == [second, first]


def test_a_move_without_a_reason_or_across_groups_is_refused(
    allocation: Allocation, grant: Grant
) -> None:
    one, other = grant(), grant()
    family, pending = grant(group=G.FAMILY_WITH_CHILDREN), grant(state=S.RECEIVED)
    refused: tuple[tuple[ApplicationId, ApplicationId | None, str, str], ...] = (
        (other, one, "  ", "reason_missing"),
        (other, family, "barn", "above_in_other_group"),
        (other, other, "barn", "above_itself"),
        (other, pending, "barn", "not_on_list"),
        (pending, None, "barn", "not_on_list"),
    )
    for application, above, reason, code in refused:
        with pytest.raises(Invalid) as caught:
            allocation.move(application, above, reason)
        assert codes(caught) == [code]
    assert listed(allocation) == [family, one, other]


def test_a_dwelling_tells_who_it_suits_and_why_not(
    allocation: Allocation, applications: Applications, grant: Grant, office: Office
) -> None:
    dwelling = registered_dwelling(office, bedrooms=2, allocator="Nav")
    registered_dwelling(office, street="Elvegata", allocator="Tildelingsteam helse")
    nav, team = office.dwellings.allocators()
    fits = grant(bedrooms=2, allocator=nav.id)
    small = grant(bedrooms=3)
    wheelchair = grant(accessible=True, bedrooms=None)
    theirs = grant(allocator=team.id)
    found = {each.place.row.id: each for each in allocation.candidates(dwelling)}
    assert [each for each in found if found[each].fits] == [fits]
    assert [reason.code for reason in found[fits].why] == [
        C.BEDROOMS_FIT,
        C.FOR_DISADVANTAGED,
        C.SAME_ALLOCATOR,
        C.NORM_LARGER,
    ]
    against = {each: [reason.code for reason in found[each].why_not] for each in found}
    assert against[small] == [C.BEDROOMS_TOO_FEW]
    assert found[small].why_not[0].facts == {"need": 3, "has": 2}
    assert against[wheelchair] == [C.NOT_ACCESSIBLE]
    assert C.BEDROOMS_NOT_KNOWN in [reason.code for reason in found[wheelchair].why]
    assert against[theirs] == [C.OTHER_ALLOCATOR]


def test_a_dwelling_that_is_not_free_says_so(
    allocation: Allocation, grant: Grant, office: Office
) -> None:
    grant()
    dwelling = registered_dwelling(office, bedrooms=1, for_disadvantaged=False)
    office.dwellings.change_status(dwelling, DwellingStatus.MAINTENANCE, date(2026, 11, 1), "bad")
    (candidate,) = allocation.candidates(dwelling)
    assert C.NOT_VACANT_YET in [reason.code for reason in candidate.why]
    assert [reason.code for reason in candidate.why_not] == [C.NOT_FOR_DISADVANTAGED]
    office.dwellings.change_status(dwelling, DwellingStatus.RETIRED, date(2026, 11, 2), "solgt")
    (candidate,) = allocation.candidates(dwelling)
    assert C.NOT_TO_LET in [reason.code for reason in candidate.why_not]


Give = Callable[[VedtakId, DwellingId], None]


@pytest.fixture
def give(allocation: Allocation) -> Give:
    """Allocate today."""
    return lambda vedtak, dwelling: allocation.give(vedtak, dwelling, TODAY, "passer familien")


def test_a_dwelling_is_allocated_once_and_ends_the_wait(
    allocation: Allocation, grant: Grant, decide: Decide, give: Give, office: Office
) -> None:
    dwelling = registered_dwelling(office, bedrooms=1)
    first, second = grant(), grant()
    vedtak = decide(first)
    give(vedtak, dwelling)
    assert listed(allocation) == [second]
    found = allocation.allocation_of(dwelling)
    assert found is not None
    assert (found.application, found.vedtak, found.until) == (first, vedtak, None)
    assert allocation.dwelling_for(vedtak) == found
    assert C.TAKEN in [reason.code for reason in allocation.candidates(dwelling)[0].why_not]
    with pytest.raises(Invalid) as caught:
        give(decide(second), dwelling)
    assert codes(caught) == ["dwelling_allocated"]
    with pytest.raises(Invalid) as caught:
        give(vedtak, registered_dwelling(office, street="Elvegata"))
    assert codes(caught) == ["vedtak_has_dwelling"]


def test_who_is_granted_a_prolongation_keeps_the_dwelling_under_the_new_vedtak(
    allocation: Allocation,
    applications: Applications,
    grant: Grant,
    decide: Decide,
    give: Give,
    office: Office,
    clock: FixedClock,
) -> None:
    dwelling, application = registered_dwelling(office), grant()
    give(decide(application), dwelling)
    clock.at = clock.at.replace(year=2029)
    renewal = grant(applicant=applications.get(application).applicant, kind=ApplicationKind.RENEWAL)
    vedtak = decide(renewal)
    with office.unit("vedtak.issued", Ref("vedtak", vedtak)) as unit:
        allocation.allocate(unit, vedtak, dwelling, clock.today(), "forlenget")
    assert [(each.application, each.until) for each in allocation.allocations(dwelling)] == [
        (application, date(2029, 11, 23)),
        (renewal, None),
    ]
    assert applications.get(renewal).state is S.ALLOCATED


def test_a_dwelling_is_not_given_from_a_day_it_was_anothers(
    allocation: Allocation, grant: Grant, decide: Decide, give: Give, office: Office
) -> None:
    dwelling = registered_dwelling(office)
    first = decide(grant())
    give(first, dwelling)
    second = decide(grant())
    with pytest.raises(Invalid) as caught:
        allocation.give(second, dwelling, date(2026, 11, 20), "passer")
    assert codes(caught) == ["dwelling_allocated"]
    allocation.take_back(first, TODAY, "takket nei")
    give(second, dwelling)
    assert [each.vedtak for each in allocation.allocations(dwelling)] == [first, second]


def test_a_dwelling_that_is_not_to_let_is_not_allocated(
    grant: Grant, decide: Decide, give: Give, office: Office
) -> None:
    dwelling = registered_dwelling(office)
    office.dwellings.change_status(dwelling, DwellingStatus.UNAVAILABLE, TODAY, "brann")
    with pytest.raises(Invalid) as caught:
        give(decide(grant()), dwelling)
    assert codes(caught) == ["dwelling_not_to_let"]
    assert caught.value.problems[0].facts == {"status": "unavailable"}


def test_what_falls_away_before_a_lease_leaves_the_right(
    allocation: Allocation, grant: Grant, decide: Decide, give: Give, office: Office
) -> None:
    dwelling, application = registered_dwelling(office), grant()
    vedtak = decide(application)
    give(vedtak, dwelling)
    with pytest.raises(Invalid) as caught:
        allocation.take_back(vedtak, TODAY, "")
    assert codes(caught) == ["reason_missing"]
    allocation.take_back(vedtak, TODAY, "takket nei")
    assert listed(allocation) == [application]
    assert allocation.allocation_of(dwelling) is None
    assert [each.until for each in allocation.allocations(dwelling)] == [TODAY]
    with pytest.raises(NotFound) as missing:
        allocation.take_back(vedtak, TODAY, "takket nei")
    assert missing.value.code == "allocation_not_found"


def test_when_the_tenancy_is_over_the_dwelling_is_free_and_nobody_waits_again(
    allocation: Allocation, grant: Grant, decide: Decide, give: Give, office: Office
) -> None:
    dwelling = registered_dwelling(office)
    give(decide(grant()), dwelling)
    with office.unit("lease.ended") as unit:
        allocation.end(unit, dwelling, TODAY)
    assert allocation.allocation_of(dwelling) is None
    assert listed(allocation) == []


def test_allocating_for_a_vedtak_that_is_not_there_is_told(give: Give, office: Office) -> None:
    with pytest.raises(NotFound) as caught:
        give(VedtakId(9), registered_dwelling(office))
    assert caught.value.code == "vedtak_not_found"


def test_every_verb_can_be_undone(
    allocation: Allocation, grant: Grant, decide: Decide, give: Give, office: Office
) -> None:
    dwelling = registered_dwelling(office)
    first, second = grant(), grant()
    vedtak = decide(first)

    def release() -> None:
        give(vedtak, dwelling)
        allocation.take_back(vedtak, TODAY, "takket nei")

    verbs: tuple[tuple[Callable[[], None], int], ...] = (
        (lambda: allocation.set_group_order((G.OLDER,), "sak 1/26"), 1),
        (lambda: allocation.move(second, first, "barn"), 1),
        (lambda: give(vedtak, dwelling), 1),
        (release, 2),
    )
    before = allocation.waiting_list()
    for verb, units in verbs:
        verb()
        assert (allocation.waiting_list(), allocation.allocations(dwelling)) != (before, ())
        for _ in range(units):
            office.history.undo()
        assert (allocation.waiting_list(), allocation.allocations(dwelling)) == (before, ())


def test_a_strictly_protected_household_is_given_a_dwelling_on_paper_alone(
    allocation: Allocation, grant: Grant, decide: Decide, give: Give, office: Office
) -> None:
    hidden = a_person(
        national_id=a_number(date(2017, 3, 2), 0),
        protection=AddressProtection.STRICTLY_CONFIDENTIAL,
        address=None,
    )
    application = grant(others=(OtherMember(hidden, Role.CHILD),), present_housing="")
    dwelling = registered_dwelling(office)
    (candidate,) = allocation.candidates(dwelling)
    assert [reason.code for reason in candidate.why_not] == [C.ON_PAPER_ONLY]
    with pytest.raises(Invalid) as caught:
        give(decide(application), dwelling)
    assert codes(caught) == ["tie_not_to_be_kept"]
    assert allocation.allocations(dwelling) == ()


def test_shielding_removes_the_tie_to_the_dwelling_and_its_past(
    allocation: Allocation,
    applications: Applications,
    people: People,
    grant: Grant,
    decide: Decide,
    give: Give,
    office: Office,
) -> None:
    dwelling, application = registered_dwelling(office), grant(present_housing="")
    give(decide(application), dwelling)
    person = applications.get(application).applicant
    assert Ref("allocation", 1) in people.places_of(person)
    report = people.shield(person, "politiet", "Mappe 7")
    assert dict(report.removed) == {"allocation": 1, "person_address": 1}
    assert allocation.allocations(dwelling) == ()
    assert people.places_of(person) == ()
    told = [
        change
        for event in office.history.latest()
        for change in office.history.changes(event.id)
        if change.table == "allocation"
    ]
    assert told
    assert all(change.redacted for change in told)
