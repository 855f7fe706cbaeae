"""The matrix equals a recount from the log, and the print tells the same without names (E2)."""

from datetime import date, timedelta

import page
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.clock import FixedClock
from app.core.errors import Invalid, OfficeError
from app.core.ids import PersonId
from app.documents.render import render
from app.followup.levels.model import HelpLevel
from app.followup.plans.model import GoalState
from app.office import Office
from app.overview.effect.model import PLACES, GoalSums
from tests.app.applications.conftest import a_new_application
from tests.app.documents import reading
from tests.app.followup.plans.desk import PlanDesk
from tests.factories import registered_person

START, TODAY = date(2026, 10, 1), date(2026, 11, 23)
DAYS = [START + timedelta(each) for each in range((TODAY - START).days + 1)]
SET = st.tuples(st.integers(0, 3), st.sampled_from(list(HelpLevel)), st.sampled_from(DAYS))
ACTS = st.lists(st.one_of(SET, st.none()), min_size=4, max_size=16)


def _recount(office: Office, first: date, last: date) -> dict[tuple[object, object], int]:
    """From the log alone: every row an event wrote, but for what was taken back."""
    told: dict[PersonId, list[tuple[str, int, int]]] = {}
    for event in reversed(office.history.latest(10_000)):
        if event.verb != "level.set" or event.reversed_by is not None:
            continue
        row = {
            change.column: change.after
            for change in office.history.changes(event.id)
            if change.table == "help_level"
        }
        one = told.setdefault(PersonId(int(str(row["person"]))), [])
        one.append((str(row["since"]), event.id, int(str(row["level"]))))
    counts: dict[tuple[object, object], int] = {}
    for known in told.values():
        start, end = (_on(known, day) for day in (first, last))
        if start is not None or end is not None:
            counts[start, end] = counts.get((start, end), 0) + 1
    return counts


def _on(known: list[tuple[str, int, int]], day: date) -> int | None:
    until = [each for each in sorted(known) if each[0] <= day.isoformat()]
    return until[-1][2] if until else None


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS, first=st.sampled_from(DAYS[:-1]))
def test_the_matrix_equals_a_recount_from_the_log(
    office: Office, acts: list[tuple[int, HelpLevel, date] | None], first: date
) -> None:
    """E2: report equals log, over random histories with undo."""
    people = [registered_person(office, national_id="", given_name=f"P{i}") for i in range(4)]
    for act in acts:
        try:
            if act is None:
                undoable = office.history.undoable()
                if undoable is not None and undoable.verb == "level.set":
                    office.history.undo()
            else:
                office.levels.set(people[act[0]], act[1], "Avtalt", act[2])
        except OfficeError:
            continue
    last = DAYS[-1]
    effect = office.effects.of(first, last)
    counted = {(row.start, place): row.to(place) for row in effect.matrix for place in PLACES}
    assert {key: count for key, count in counted.items() if count} == _recount(office, first, last)


@pytest.fixture
def moved(office: Office) -> Office:
    """One who moved inwards, and one new; the first is in a group."""
    office.applications.register(a_new_application())
    kari = office.applications.rows()[0].applicant
    office.levels.set(kari, HelpLevel.SUPPORT_AND_SERVICES, "Avtalt", date(2026, 9, 1))
    office.levels.set(kari, HelpLevel.SUPPORT, "Går bedre", date(2026, 11, 2))
    other = registered_person(office, national_id="", given_name="Tøm")
    office.levels.set(other, HelpLevel.ADVICE, "Avtalt", date(2026, 11, 3))
    return office


def test_by_group_everyone_once(moved: Office) -> None:
    """E5."""
    effect = moved.effects.of(START, TODAY)
    assert (effect.moves.inwards, effect.moves.new, effect.moves.at_start) == (1, 1, 1)
    assert [each.moves.new for each in effect.groups if each.group is None] == [1]
    assert sum(each.moves.inwards for each in effect.groups) == 1


def test_e2_goals_reached_from_a_day_to_another_that_are_still_so(
    office: Office, clock: FixedClock
) -> None:
    desk = PlanDesk(office)
    before, first, second = desk.goal(), desk.goal("Jeg vil ha ro"), desk.goal("Jeg vil ha jobb")
    desk.plans.set_goal(before, GoalState.REACHED)
    clock.at += timedelta(days=1)
    start = office.clock.today()
    desk.plans.set_goal(first, GoalState.REACHED)
    clock.at += timedelta(days=30)
    desk.plans.set_goal(second, GoalState.PARTLY_REACHED)
    end = office.clock.today()
    assert office.effects.of(start, end).goals == GoalSums(reached=1, partly=1)
    assert office.effects.of(start - timedelta(days=1), end).goals.reached == 2
    assert office.effects.of(start, end - timedelta(days=1)).goals == GoalSums(reached=1)
    clock.at += timedelta(days=1)
    desk.plans.set_goal(first, GoalState.IN_PROGRESS)
    assert office.effects.of(start, office.clock.today()).goals.reached == 0
    assert office.effects.of(start, end).goals.reached == 1


def test_two_days_in_order(office: Office) -> None:
    for first, last, code in (
        (TODAY, TODAY, "effect_period_turned"),
        (START, TODAY + timedelta(1), "day_in_future"),
    ):
        with pytest.raises(Invalid) as caught:
            office.effects.of(first, last)
        assert [each.code for each in caught.value.problems] == [code]


def test_the_report_tells_the_numbers_and_no_name(moved: Office) -> None:
    data = render(moved.effects.paper(START, TODAY))
    said = reading.text(data)
    assert "1 person har mindre støtte enn 1. oktober 2026" in said
    assert "Rapporten har ingen navn" in said
    assert "Kanarifugl" not in said
    for profile in ("2a", "ua1"):
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant
