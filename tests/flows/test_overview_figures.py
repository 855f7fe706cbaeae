"""One number is one number: drawn registers grow step by step, and every page says the same."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.applications.model import ApplicationKind, ApplicationState, NeedCategory, TargetGroup
from app.core.ids import EvictionCaseId
from app.core.money import Ore
from app.dwellings.model import DwellingStatus
from app.evictions.model import EvictionOutcome, LossKind
from app.leases.stays.model import PlaceDraft, PlaceKind, StayDraft
from app.office import Office
from app.overview.homeless.model import PlaceOfStay
from app.overview.kostra.model import KostraLine
from tests.app.evictions.desk import a_message
from tests.app.overview.waiting_times.desk import Desk
from tests.factories import registered_dwelling, registered_person
from tests.flows.counted import disagreeing, unopened

TODAY = date(2026, 11, 23)
BACK = (0, 1, 53, 54, 145, 146, 327, 328)
"""Days back to the edges of a quarter and of the year."""
S = ApplicationState
Act = Callable[[Desk, int, int], None]


def waits(desk: Desk, back: int, which: int) -> None:
    groups = (*TargetGroup, None)
    kind = (ApplicationKind.NEW, ApplicationKind.NEW, ApplicationKind.SWAP)[which % 3]
    asked = TODAY - timedelta(days=back + 10)
    made = desk.asks(groups[which % len(groups)], asked, kind, (None, 1, 2, 3, 6)[which % 5])
    desk.becomes(made, S.GRANTED_WAITING, TODAY - timedelta(days=back))


def is_housed(desk: Desk, back: int, which: int) -> None:
    groups = (*TargetGroup, None)
    desk.housed(
        TODAY - timedelta(days=back + which),
        TODAY - timedelta(days=back),
        groups[which % len(groups)],
    )


def needs(desk: Desk, back: int, which: int) -> None:
    needed = list(NeedCategory)
    made = desk.asks(received=TODAY - timedelta(days=back))
    some = frozenset({needed[which % len(needed)], needed[(which + 5) % len(needed)]})
    desk.office.applications.set_needs(made, some, TODAY - timedelta(days=back))


def has_a_home(desk: Desk, back: int, which: int) -> None:
    office = desk.office
    since = TODAY - timedelta(days=back)
    count = len(office.dwellings.rows())
    made = registered_dwelling(
        office,
        street=f"Prøvegata {'ABCDEFG'[which % 7]}",
        house_number=str(count + 1),
        bedrooms=(None, 1, 2, 3, 6)[which % 5],
        status_since=since,
        postal_place=("Lia", "Åsen")[which % 2],
    )
    if which % 4 == 0:
        office.dwellings.change_status(made, DwellingStatus.RETIRED, TODAY)
    if which % 4 == 1:
        office.dwellings.tell_sale(made, True, since)


def is_without_a_home(desk: Desk, back: int, which: int) -> None:
    who = registered_person(desk.office, given_name=f"U{back}{which}", national_id="")
    places = list(PlaceOfStay)
    since = TODAY - timedelta(days=back)
    desk.office.homeless.add(who, since, places[which % len(places)])
    if which % 3 == 0:
        desk.office.homeless.confirm([who], 2026, homeless=which % 2 == 0)


def stays(desk: Desk, back: int, which: int) -> None:
    office, began = desk.office, TODAY - timedelta(days=back + which % 9)
    who = registered_person(office, given_name=f"S{back}{which}", national_id="")
    kinds = (PlaceKind.GUEST_HOUSE, PlaceKind.NIGHT_SHELTER, PlaceKind.HOTEL)
    name = f"Sted {len(office.stays.places.all())}"
    place = office.stays.places.add(PlaceDraft(kinds[which % 3], name))
    stay = office.stays.begin(StayDraft(who, began, place=place, price=Ore(90_000)))
    if which % 2:
        office.stays.end(stay, TODAY - timedelta(days=back), "Fikk bolig.")


def is_threatened(desk: Desk, back: int, which: int) -> None:
    office, received = desk.office, TODAY - timedelta(days=back + 30)
    who = registered_person(office, given_name=f"E{back}{which}", national_id="")
    case = office.eviction_cases.receive(a_message(who, received_on=received))
    outcomes = [each for each in EvictionOutcome if each in office_outcomes(office, case, which)]
    if outcomes:
        outcome = outcomes[which % len(outcomes)]
        with office.unit("eviction_case.closed") as unit:
            unit.insert(
                "eviction_outcome",
                eviction_case=case,
                since=TODAY - timedelta(days=back),
                outcome=outcome.value,
            )


def office_outcomes(
    office: Office, case: EvictionCaseId, which: int
) -> tuple[EvictionOutcome, ...]:
    """How it may have ended; every fifth has not."""
    assert office.eviction_cases.get(case).kind is LossKind.EVICTION
    return () if which % 5 == 0 else tuple(EvictionOutcome)


ACTS: tuple[Act, ...] = (
    waits,
    is_housed,
    needs,
    has_a_home,
    is_without_a_home,
    stays,
    is_threatened,
)
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTS), st.sampled_from(BACK), st.integers(0, 60)),
    min_size=1,
    max_size=6,
)


def test_drawn_registers_say_one_number_everywhere(office: Office) -> None:
    """The same register grows from example to example, so that it becomes many-sided."""
    desk = Desk(office)
    nights = KostraLine("99", "Netter", "stay_nights", 2020, source="Test")
    office.kostra.set_line(nights)
    office.kostra.set_line(replace(nights, line="98", words="Venter", query="waiting"))
    has_a_home(desk, 328, 1)
    waits(desk, 328, 0)

    # a register that has grown can not shrink
    @settings(
        max_examples=8,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
        phases=[Phase.generate],
        report_multiple_bugs=False,
    )
    @given(STEPS, st.sampled_from(BACK))
    def grows(steps: list[tuple[Act, int, int]], back: int) -> None:
        for act, days, which in steps:
            act(desk, days, which)
        assert disagreeing(office) == {}
        assert disagreeing(office, TODAY - timedelta(days=back)) == {}
        assert unopened(office) == set()

    grows()
