"""The eight on a small register counted by hand, at any day (E11), with targets and undo."""

from datetime import date, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.errors import Invalid
from app.core.ids import Ref
from app.core.report_periods import ReportSpan
from app.dwellings.model import DwellingStatus
from app.evictions.model import EvictionOutcome
from app.followup.levels.model import HelpLevel
from app.office import Office
from app.overview.indicators.model import Indicator, IndicatorTarget, IndicatorVerdict, Reading
from tests.app.evictions.desk import open_case
from tests.app.followup.plans.desk import PlanDesk
from tests.app.overview.waiting_times.desk import Desk
from tests.factories import registered_dwelling, registered_person

TODAY = date(2026, 11, 23)
Q3, Q4 = date(2026, 8, 1), date(2026, 11, 1)


def read(office: Office, indicator: Indicator, day: date = Q4) -> Reading:
    """One indicator of the quarter a day belongs to."""
    period = office.indicators.period(ReportSpan.QUARTER, day)
    return office.indicators.reading(indicator, period)


def test_who_waits_is_counted_on_the_last_day_of_the_period(office: Office) -> None:
    """REP-12: one housed on 1 October still waited on 30 September."""
    desk = Desk(office)
    desk.waits(date(2026, 9, 30))
    desk.housed(date(2026, 6, 1), date(2026, 10, 1))
    assert read(office, Indicator.WAITING, Q3).value == 2
    assert read(office, Indicator.WAITING).value == 1


def test_days_to_decision_are_of_the_first_vedtak_issued_in_the_period(office: Office) -> None:
    """10 and 31 days give 21 (half up); a second vedtak on the same case is not counted."""
    desk = Desk(office)
    for received, issued in (
        (date(2026, 10, 1), (date(2026, 10, 11),)),
        (date(2026, 10, 1), (date(2026, 11, 1), date(2026, 11, 20))),
        (date(2026, 6, 1), (date(2026, 9, 30), date(2026, 10, 2))),
    ):
        application = desk.asks(received=received)
        for number, day in enumerate(issued):
            _issue(office, application, day, number)
    assert read(office, Indicator.DAYS_TO_DECISION).value == 21
    assert read(office, Indicator.DAYS_TO_DECISION).counted == 2
    assert read(office, Indicator.DAYS_TO_DECISION, Q3).value == 121


def _issue(office: Office, application: int, day: date, number: int) -> None:
    with office.unit("vedtak.issued") as unit:
        vedtak = unit.insert(
            "vedtak",
            number=f"V-{application}-{number}",
            kind="municipal_dwelling",
            application=application,
            result="granted",
            officer=1,
            drafted_on=day,
        )
        unit.insert("vedtak_state", vedtak=vedtak, since=day, state="issued")


def test_days_vacant_end_with_a_new_tenant(office: Office) -> None:
    home = registered_dwelling(office)
    with office.unit("dwelling.status_changed") as unit:
        for since, status in (
            (date(2026, 9, 1), DwellingStatus.LET),
            (date(2026, 9, 20), DwellingStatus.MAINTENANCE),
            (date(2026, 10, 20), DwellingStatus.LET),
        ):
            unit.insert("dwelling_status", dwelling=home, since=since, status=status.value)
    found = read(office, Indicator.DAYS_VACANT)
    assert (found.value, found.figure.behind) == (30, (Ref("dwelling", home),))


def test_who_has_a_plan_of_those_who_shall_have_one(office: Office) -> None:
    """One at level 2 with a plan in force, one at level 3 without, one at level 1."""
    desk = PlanDesk(office)
    desk.agreed()
    other = registered_person(office, national_id="", given_name="B")
    third = registered_person(office, national_id="", given_name="C")
    office.levels.set(other, HelpLevel.SUPPORT_AND_SERVICES, "Avtalt", date(2026, 10, 1))
    office.levels.set(third, HelpLevel.ADVICE, "Avtalt", date(2026, 10, 1))
    found = read(office, Indicator.WITH_PLAN)
    assert found.whole is not None
    assert (found.value, found.counted, found.whole.count) == (50, 1, 2)


def test_evictions_are_counted_in_the_period_they_ended(office: Office) -> None:
    """C12: one paid on the last day of September, one carried out on 1 October."""
    for day, outcome in (
        (date(2026, 9, 30), EvictionOutcome.PAID),
        (date(2026, 10, 1), EvictionOutcome.CARRIED_OUT),
    ):
        person = registered_person(office, national_id="", given_name=f"P{day.day}")
        case = open_case(office, person, reference=f"26-{day.day:06}")
        with office.unit("eviction_case.ended") as unit:
            unit.insert("eviction_outcome", eviction_case=case, since=day, outcome=outcome.value)
    assert (read(office, Indicator.EVICTIONS_AVERTED, Q3).value) is None  # none was opened yet
    found = read(office, Indicator.EVICTIONS_AVERTED)
    assert (found.value, found.counted) == (0, 0)


def test_a_night_counts_when_it_is_over_and_in_the_period_it_was_slept(office: Office) -> None:
    """From 29 September to today: two nights in the third quarter, 53 so far in the fourth."""
    person = registered_person(office)
    with office.unit("stay.begun") as unit:
        stay = unit.insert("stay", person=person, began_on=date(2026, 9, 29))
        unit.insert("stay_price", stay=stay, since=date(2026, 9, 29), price=50_000)
    assert read(office, Indicator.TEMPORARY_NIGHTS, Q3).value == 2
    assert read(office, Indicator.TEMPORARY_NIGHTS).value == (TODAY - date(2026, 10, 1)).days


def test_moves_are_from_the_evening_before_and_the_new_have_not_moved(office: Office) -> None:
    """E2: one inwards on the first day of the quarter, one outwards, one new."""
    people = [registered_person(office, national_id="", given_name=name) for name in "ABC"]
    for person in people[:2]:
        office.levels.set(person, HelpLevel.SUPPORT, "Avtalt", date(2026, 9, 1))
    office.levels.set(people[0], HelpLevel.ADVICE, "Bra", date(2026, 10, 1))
    office.levels.set(people[1], HelpLevel.LASTING_SERVICES, "Mer", date(2026, 10, 2))
    office.levels.set(people[2], HelpLevel.ADVICE, "Ny", date(2026, 10, 2))
    found = read(office, Indicator.LEVEL_MOVES)
    assert found.against is not None
    assert (found.value, found.against.count) == (1, 1)
    assert read(office, Indicator.LEVEL_MOVES, Q3).before_register


def test_a_coming_period_is_refused_in_words(office: Office) -> None:
    after = office.indicators.period(ReportSpan.QUARTER).after
    with pytest.raises(Invalid) as refused:
        office.indicators.of(after)
    assert refused.value.problems[0].code == "day_in_future"
    assert refused.value.problems[0].remedy == TODAY


def test_a_report_made_again_later_counts_the_same(office: Office, clock: FixedClock) -> None:
    """A9: 1 January to 30 June reproduces when it is run again, whatever has happened since."""
    desk = Desk(office)
    desk.waits(date(2026, 6, 30))
    half = office.indicators.period(ReportSpan.HALF_YEAR, date(2026, 3, 1))
    before = [card.now for card in office.indicators.of(half).cards]
    desk.waits(TODAY)
    clock.at += timedelta(days=100)
    assert [card.now for card in office.indicators.of(half).cards] == before


def test_a_target_is_set_and_taken_back(office: Office) -> None:
    row = IndicatorTarget(Indicator.WAITING, date(2026, 1, 1), 30, "Forumet")
    office.indicators.aim(row)
    Desk(office).waits(date(2026, 9, 30))
    sheet = office.indicators.of(office.indicators.period(ReportSpan.QUARTER))
    assert sheet.card(Indicator.WAITING).verdict is IndicatorVerdict.REACHED
    assert (sheet.reached, sheet.aimed) == (1, 1)
    with pytest.raises(Invalid):
        office.indicators.aim(IndicatorTarget(Indicator.WITH_PLAN, date(2026, 1, 1), 101))


def test_undo_takes_a_target_away(office: Office) -> None:
    office.indicators.aim(IndicatorTarget(Indicator.WAITING, date(2026, 1, 1), 30))
    office.history.undo()
    assert office.indicators.targets() == ()
