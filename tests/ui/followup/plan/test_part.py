"""«Plan» from the empty page to goals, measures, printing and the end of it."""

from app.followup.model import LifeArea, MeasureDraft, MeasureKind, MeasureState
from app.followup.plans.model import GoalDraft, PlanState
from tests.ui.followup.plan.conftest import PlanDesk
from tests.ui.walker import spoken_tree, unnamed_focusables


def test_an_empty_part_says_the_next_step(desk: PlanDesk) -> None:
    assert "Ingen plan ennå" in spoken_tree(desk.part)
    assert "Begynn på målplan" in spoken_tree(desk.part)
    assert unnamed_focusables(desk.part) == []


def test_a_plan_is_begun_and_says_what_is_missing(desk: PlanDesk) -> None:
    start = desk.part.findChild(type(desk.part.editions).__mro__[1], "")
    assert start is not None
    desk.office.plans.begin(desk.person)
    part = desk.open()
    assert part.obstacles is not None
    assert "Ingen mål ennå" in spoken_tree(part)
    assert not part.print_button.isEnabled()
    assert unnamed_focusables(part) == []


def test_a_goal_with_need_and_measure_in_one_go(desk: PlanDesk) -> None:
    desk.office.plans.begin(desk.person)
    part = desk.open()
    dialog = part.goals.new()
    dialog.form.set_values({"words": "Jeg vil bli boende"})
    assert not dialog.attempt()
    assert dialog.form.field("need").verdict_words
    dialog.form.set_values({"need": "Mister oversikten", "measure_kind": MeasureKind.DEBT_ADVICE})
    values = dialog.form.values()
    assert values["measure_words"] == "Økonomisk rådgivning"
    assert dialog.attempt()
    (goal,) = desk.office.plans.goals(desk.person)
    (measure,) = desk.office.followup.measures(desk.person)
    assert measure.draft.goal == goal.id
    assert measure.draft.unit is not None
    card = desk.part.goal_cards[0]
    assert "1. «Jeg vil bli boende»" in spoken_tree(card)
    assert "Nav" in card.list.rows[0].why
    assert "uten vedtak" in card.list.rows[0].why
    assert GoalDraft and MeasureDraft and LifeArea and MeasureState and PlanState
