"""What an edition says: who, when, how it went, in the person's language."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.text import Language
from app.followup.model import MeasureResult, MeasureState
from app.followup.plans.model import GoalState, MeasureLine
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from tests.app.followup.plans.desk import PlanDesk
from tests.factories import a_person


@pytest.fixture
def desk(office: Office) -> PlanDesk:
    """Kari at level 2, her plan just begun."""
    return PlanDesk(office)


def _line(desk: PlanDesk) -> MeasureLine:
    return desk.plans.content(desk.plan).goals[0].measures[0]


def _nynorsk(desk: PlanDesk) -> None:
    desk.office.people.correct(desk.person, a_person(language=Language.NN))


def test_all_that_stands_in_it(desk: PlanDesk) -> None:
    desk.ready(vedtak="2026/1033")
    content = desk.plans.content(desk.plan)
    assert (content.level, content.unit) == (2, "boligkontoret")
    assert content.coordinator == "Siri Testmo"
    (goal,) = content.goals
    assert (goal.words, goal.need) == ("Jeg vil ha orden på husleia", "Betaler sent")
    assert goal.measures[0].vedtak == "2026/1033"
    assert content.loose == ()


@pytest.mark.parametrize(
    ("facts", "who"),
    [
        ({}, "Mona Lie"),
        ({"responsible": ""}, "Nav"),
        ({"unit": None}, "Mona Lie"),
        ({"own_task": True, "responsible": "", "unit": None}, "Kari"),
        ({"own_task": True, "responsible": "Ola Vik", "unit": None}, "Kari og Ola Vik"),
    ],
)
def test_who_does_it(desk: PlanDesk, facts: dict[str, object], who: str) -> None:
    nav = next(unit for unit in desk.office.service_units.open() if unit.code == "nav")
    desk.ready(**{"unit": nav.id} | facts)
    assert _line(desk).who.startswith(who)
    if facts == {}:
        assert _line(desk).who == "Mona Lie, Nav"


@pytest.mark.parametrize(
    ("start", "due", "nb", "nn"),
    [
        (None, None, "", ""),
        (date(2026, 12, 1), None, "fra 1. desember 2026", "frå 1. desember 2026"),
        (None, date(2027, 1, 1), "innen 1. januar 2027", "innan 1. januar 2027"),
        (
            date(2026, 12, 1),
            date(2027, 1, 1),
            "fra 1. desember 2026 til 1. januar 2027",
            "frå 1. desember 2026 til 1. januar 2027",
        ),
    ],
)
def test_when(desk: PlanDesk, start: date | None, due: date | None, nb: str, nn: str) -> None:
    desk.ready(starts_on=start, due_on=due)
    assert _line(desk).when == nb
    _nynorsk(desk)
    assert _line(desk).when == nn


def test_what_it_did(desk: PlanDesk) -> None:
    _goal, measure = desk.ready()
    assert _line(desk).result == ""
    desk.office.followup.evaluate(measure, MeasureResult.HELPED_PARTLY, "Én purring")
    assert _line(desk).result == "hjalp noe: Én purring"
    _nynorsk(desk)
    assert _line(desk).result == "hjelpte noko: Én purring"
    assert desk.plans.content(desk.plan).unit == "bustadkontoret"


def test_what_ended_before_this_plan_is_not_in_it(desk: PlanDesk, clock: FixedClock) -> None:
    goal, measure = desk.agreed()
    desk.plans.set_goal(goal, GoalState.REACHED)
    desk.office.followup.done(measure)
    assert desk.plans.content(desk.plan).goals[0].state is GoalState.REACHED
    assert _line(desk).state is MeasureState.DONE
    desk.plans.end(desk.plan, "", completed=True)
    clock.at += timedelta(days=300)
    second = desk.plans.begin(desk.person)
    assert desk.plans.content(second).goals == ()
    assert desk.plans.content(second).loose == ()


def test_p6_the_consents_it_rests_on(desk: PlanDesk) -> None:
    until = date(2027, 6, 1)
    for scope, body in ((ConsentScope.SHARE_PLAN, "Nav"), (ConsentScope.FETCH_INCOME, "")):
        desk.office.consents.add(Consent(desk.person, scope, desk.today, until, body))
    assert desk.plans.content(desk.plan).consents == (
        "dele planen med Nav til og med 1. juni 2027",
    )
    over = Consent(desk.person, ConsentScope.SHARE_PLAN, desk.today, until, "Ane")
    made = desk.office.consents.add(over)
    desk.office.consents.withdraw(made)
    assert len(desk.plans.content(desk.plan).consents) == 1


def test_the_draft_itself_is_left_as_it_is(desk: PlanDesk) -> None:
    bare = replace(desk.known.draft, contact_name="", contact_phone="")
    desk.plans.change(desk.plan, bare)
    assert desk.plans.content(desk.plan).draft.contact_name == "Siri Testmo"
    assert desk.known.draft == bare
