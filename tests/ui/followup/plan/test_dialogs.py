"""What is asked about goals, measures and the plan; what is wrong stands beside its field."""

from datetime import date, timedelta

from pytestqt.qtbot import QtBot

from app.core.ids import PlanId
from app.followup.model import LifeArea, MeasureDraft, MeasureKind, MeasureResult, MeasureState
from app.followup.plans.model import GoalDraft, GoalState
from tests.ui.followup.plan.conftest import PlanDesk
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.followup.plan.ask import PlanDialog
from ui.followup.plan.measure_fields import OWN
from ui.followup.plan.plan_dialogs import Side
from ui.labels import done

TODAY = date(2026, 11, 23)
GOAL = GoalDraft(LifeArea.MONEY, "Orden på husleia")


def begun(desk: PlanDesk) -> PlanId:
    """A plan with one goal."""
    plan = desk.office.plans.begin(desk.person)
    desk.office.goal_making.add(desk.person, GOAL, "Regninger blir liggende")
    desk.open()
    return plan


def words(dialog: PlanDialog, name: str) -> str:
    """What stands under a field."""
    return dialog.form.field(name).verdict_words


def test_d18_a_goal_without_a_need_is_told_beside_the_field(desk: PlanDesk) -> None:
    desk.office.plans.begin(desk.person)
    dialog = desk.open().goals.new()
    assert unnamed_focusables(dialog) == []
    assert not dialog.form.field("known").isVisible()  # there is no need to choose yet
    dialog.form.set_values({"words": "Jeg vil bli boende"})
    assert not dialog.attempt()
    assert words(dialog, "need").startswith("Målet mangler behovet")
    dialog.form.set_values({"need": "Mister oversikten"})
    assert dialog.attempt()
    (goal,) = desk.office.plans.goals(desk.person)
    assert goal.draft.words == "Jeg vil bli boende"
    assert desk.told == [done("goal.added")]


def test_doc_09_a_measure_without_an_owner_is_told_beside_the_field(desk: PlanDesk) -> None:
    begun(desk)
    dialog = desk.part.goals.new()
    dialog.form.set_values(
        {"words": "Bli boende", "need": "Bråk", "measure_words": "Snakke med naboen"}
    )
    assert not dialog.attempt()
    assert words(dialog, "measure_responsible").startswith("Ingen gjør tiltaket.")
    dialog.form.set_values({"measure_unit": OWN})
    assert dialog.attempt()
    (measure,) = desk.office.followup.measures(desk.person)
    assert measure.draft.own_task
    assert desk.part.goal_cards[1].list.rows[0].why.startswith("Kari selv")


def test_p13_a_kind_fills_words_unit_and_help(desk: PlanDesk) -> None:
    begun(desk)
    goal = desk.office.plans.goals(desk.person)[0]
    dialog = desk.part.measures.new(goal, TODAY + timedelta(days=90))
    dialog.form.set_values({"kind": MeasureKind.DEBT_ADVICE})
    values = dialog.form.values()
    assert values["words"] == "Økonomisk rådgivning"
    assert "Gratis hjelp" in spoken_tree(dialog)
    assert "Dette gis med vedtak." in spoken_tree(dialog)
    dialog.form.set_values({"kind": MeasureKind.BOSTOTTE})
    assert dialog.form.values()["words"] == "Bostøtte"
    assert dialog.form.values()["responsible"] == "Siri Testmo"  # ours are done by me
    dialog.form.set_values({"words": "Søke bostøtte på nytt", "kind": MeasureKind.STARTLAN})
    assert dialog.form.values()["words"] == "Søke bostøtte på nytt"  # one's own words stay
    assert dialog.attempt()
    (measure,) = desk.office.followup.measures(desk.person)
    assert measure.draft.goal == goal.id
    assert measure.draft.starts_on == TODAY


def test_d4_an_evaluation_before_the_start_is_told_beside_the_field(desk: PlanDesk) -> None:
    begun(desk)
    dialog = desk.part.measures.new(desk.office.plans.goals(desk.person)[0])
    dialog.form.set_values(
        {"kind": MeasureKind.HOME_VISIT, "evaluate_on": TODAY - timedelta(days=1)}
    )
    assert not dialog.attempt()
    assert words(dialog, "evaluate_on")
    plan = desk.part.plan
    assert plan is not None
    days = desk.part.plans.edit(plan, Side.DAYS, "evaluation_on")
    days.form.set_values({"evaluation_on": TODAY - timedelta(days=1)})
    assert not days.attempt()
    assert words(days, "evaluation_on")


def test_save_and_new_is_ready_for_one_more(desk: PlanDesk) -> None:
    begun(desk)
    dialog = desk.part.measures.new(desk.office.plans.goals(desk.person)[0])
    for kind in (MeasureKind.DEBT_ADVICE, MeasureKind.BOSTOTTE):
        dialog.form.set_values({"kind": kind})
        assert dialog.again_button is not None
        dialog.again_button.click()
        assert dialog.isVisible()
        assert dialog.form.values()["words"] is None
    assert len(desk.office.followup.measures(desk.person)) == 2


def test_d4_order_confirm_evaluate_with_only_the_allowed_moves(desk: PlanDesk) -> None:
    begun(desk)
    goal = desk.office.plans.goals(desk.person)[0]
    units = {each.code: each.id for each in desk.office.service_units.open()}
    draft = MeasureDraft("Gjeldsråd", "Mona Lie", unit=units["nav"], goal=goal.id)
    made = desk.office.followup.plan_measure(desk.person, draft)
    follow = desk.part.measures.follow(desk.office.followup.get(made))
    assert "Hva har hendt: Utføreren har bekreftet" not in spoken_tree(follow)
    follow.form.set_values({"state": MeasureState.ORDERED})
    assert follow.attempt()
    follow = desk.part.measures.follow(desk.office.followup.get(made))
    assert "Bestilt hos Mona Lie, Nav" in spoken_tree(follow)  # the chain is in sight
    follow.form.set_values({"state": MeasureState.TURNED_DOWN})
    assert not follow.attempt()
    assert words(follow, "reason")
    follow.form.set_values({"state": MeasureState.CONFIRMED})
    assert follow.attempt()
    looked = desk.part.measures.evaluate(desk.office.followup.get(made))
    looked.form.set_values({"result": MeasureResult.HELPED_PARTLY, "words": "Oversikten er der"})
    assert looked.attempt()
    row = desk.part.goal_cards[0].list.rows[0]
    assert "hjalp noe (evaluert 23.11.2026)" in row.why
    assert "bekreftet av utfører" in row.why
    assert desk.told[-3:] == [
        "Tiltak bestilt",
        "Tiltak bekreftet av utfører",
        "Tiltak evaluert",
    ]


def test_a_measure_is_changed_and_moved_to_another_goal(desk: PlanDesk) -> None:
    begun(desk)
    desk.office.goal_making.add(desk.person, GoalDraft(LifeArea.HOME, "Ro"), "Bråk")
    first, second = desk.office.plans.goals(desk.person)
    draft = MeasureDraft("Besøk", "Ane", goal=first.id, starts_on=TODAY)
    made = desk.office.followup.plan_measure(desk.person, draft)
    dialog = desk.open().measures.change(desk.office.followup.get(made))
    dialog.form.set_values({"goal": second.id, "vedtak": "2026/1033"})
    assert dialog.attempt()
    changed = desk.office.followup.get(made).draft
    assert (changed.goal, changed.vedtak, changed.responsible) == (second.id, "2026/1033", "Ane")
    assert "vedtak 2026/1033" in desk.part.goal_cards[1].list.rows[0].why


def test_a_goal_is_set_aside_only_with_a_reason(desk: PlanDesk) -> None:
    begun(desk)
    (goal,) = desk.office.plans.goals(desk.person)
    dialog = desk.part.goals.state(goal)
    dialog.form.set_values({"state": GoalState.SET_ASIDE})
    assert not dialog.attempt()
    assert words(dialog, "reason")
    dialog.form.set_values({"reason": "Vil vente til våren"})
    assert dialog.attempt()
    assert desk.part.goal_cards[0].goal.state is GoalState.SET_ASIDE


def test_a_goal_is_said_otherwise_and_hung_on_a_known_need(desk: PlanDesk) -> None:
    begun(desk)
    desk.office.goal_making.add(desk.person, GoalDraft(LifeArea.HOME, "Ro"), "Bråk")
    first, second = desk.office.plans.goals(desk.person)
    dialog = desk.open().goals.change(second)
    dialog.form.set_values({"words": "Ro i huset", "known": first.draft.need})
    assert not dialog.form.field("need").isVisible()
    assert dialog.attempt()
    changed = desk.office.plans.goal(second.id).draft
    assert (changed.words, changed.need) == ("Ro i huset", first.draft.need)


def test_each_side_of_the_plan_is_written_in_one_dialog(desk: PlanDesk) -> None:
    plan_id = begun(desk)
    told: dict[Side, dict[str, object]] = {
        Side.CONTACT: {"contact_name": "Ane", "contact_phone": "62 00 01 27"},
        Side.WARNING: {"warning_signs": "Åpner ikke posten"},
        Side.NEXT_STEP: {"next_step": "Leie selv", "target_level": 1},
        Side.DAYS: {"next_talk_on": TODAY + timedelta(days=9), "next_talk_time": "10.30"},
    }
    for side, values in told.items():
        dialog = desk.part.plans.edit(desk.office.plans.get(plan_id), side)
        assert unnamed_focusables(dialog) == []
        dialog.form.set_values(values)
        assert dialog.attempt()
        draft = desk.office.plans.get(plan_id).draft
        assert {name: getattr(draft, name) for name in values} == values
    assert "Målet for hjelpen: 1 – råd og veiledning" in spoken_tree(desk.part)


def test_d4_the_plan_is_gone_through_in_one_dialog(desk: PlanDesk) -> None:
    plan_id = begun(desk)
    (goal,) = desk.office.plans.goals(desk.person)
    draft = MeasureDraft("Gjeldsråd", "Mona Lie", goal=goal.id)
    made = desk.office.followup.plan_measure(desk.person, draft)
    desk.open()
    plan = desk.office.plans.get(plan_id)
    dialog = desk.part.evaluations.evaluate(plan)
    assert unnamed_focusables(dialog) == []
    dialog.form.set_values({f"goal_{goal.id}": GoalState.NOT_REACHED})
    assert not dialog.attempt()
    assert words(dialog, "words")
    assert words(dialog, f"why_{goal.id}")
    dialog.form.set_values(
        {
            "words": "Trekket er ikke i gang",
            "own_words": "Jeg vil prøve en gang til",
            f"goal_{goal.id}": GoalState.PARTLY_REACHED,
            f"measure_{made}": MeasureResult.HELPED_PARTLY,
            "next_on": TODAY + timedelta(days=60),
        }
    )
    assert dialog.attempt()
    (found,) = desk.office.plans.evaluations(plan_id)
    assert found.own_words == "Jeg vil prøve en gang til"
    assert desk.office.plans.goal(goal.id).state is GoalState.PARTLY_REACHED
    assert desk.office.plans.get(plan_id).draft.evaluation_on == TODAY + timedelta(days=60)


def test_a_dialog_stands_in_the_middle_once_its_height_is_known(
    desk: PlanDesk, qtbot: QtBot
) -> None:
    plan_id = desk.office.plans.begin(desk.person)
    desk.open()
    dialog = desk.part.evaluations.evaluate(desk.office.plans.get(plan_id))
    middle = desk.page.window().geometry().center()
    qtbot.waitUntil(lambda: abs(dialog.geometry().center().y() - middle.y()) <= 1)
