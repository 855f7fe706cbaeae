"""Going through the plan together: what was seen, each goal, each measure, and when next (D4)."""

from dataclasses import replace
from datetime import date, timedelta

from app.core.errors import Invalid, Problem
from app.core.ids import GoalId
from app.followup.model import Measure, MeasureResult, MeasureState
from app.followup.plans.model import (
    EvaluationDraft,
    Goal,
    GoalOutcome,
    GoalState,
    MeasureOutcome,
    Plan,
)
from ui.asking import Values, a_day, chosen, text
from ui.followup.plan.ask import Asker, PlanDialog
from ui.followup.plan.goal_dialogs import goal_moves
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.labels import title_word

_GOAL, _WHY, _MEASURE = "goal_", "why_", "measure_"
_UNKNOWN = "unseen"
_OPEN = frozenset({GoalState.IN_PROGRESS, GoalState.PARTLY_REACHED})
_INTERVAL = "local.plan_evaluation_days"


class EvaluateDialogs(Asker):
    """Opens it; what is done is told by the navigator."""

    def evaluate(self, plan: Plan) -> PlanDialog:
        """All of it in one go; a measure nobody has looked at is left as it was."""
        goals = [each for each in self.office.plans.goals(plan.person) if each.state in _OPEN]
        every = self.office.followup.measures(plan.person)
        measures = [each for each in every if _alive(each, goals)]

        def act(values: Values) -> None:
            try:
                self.office.plans.evaluate(plan.id, _draft(values, goals, measures, self.today()))
            except Invalid as error:
                raise Invalid([_placed(each) for each in error.problems]) from error

        dialog = self.ask_plan(
            "Evaluer planen",
            "Gå gjennom planen sammen: hva som er sett, hvordan det går, og når dere ser igjen.",
            act,
            "plan.evaluated",
            verb="Lagre evalueringen",
            width=760,
        )
        self._said(dialog)
        for goal in goals:
            self._goal(dialog, goal, [each for each in measures if each.draft.goal == goal.id])
        loose = [each for each in measures if each.draft.goal is None]
        if loose:
            dialog.form.section("Tiltak uten mål")
            self._measures(dialog, loose)
        self._when(dialog, plan)
        dialog.open()
        return dialog

    def _when(self, dialog: PlanDialog, plan: Plan) -> None:
        dialog.form.section("Videre")
        dialog.form.line(
            DateField("next_on", "Neste evaluering", today=self.today),
            DateField("evaluated_on", "Evaluert", today=self.today),
        )
        dialog.form.set_values({"evaluated_on": self.today(), "next_on": self._next(plan)})

    def _next(self, plan: Plan) -> date:
        """The day that is agreed, or as long after today as the office usually waits."""
        known = plan.draft.evaluation_on
        if known is not None and known > self.today():
            return known
        days = self.office.settings.parameters.whole(_INTERVAL, self.today())
        return self.today() + timedelta(days=days)

    def _said(self, dialog: PlanDialog) -> None:
        dialog.form.line(
            MultilineField("words", "Det vi så", lines=2),
            MultilineField("own_words", "Med personens egne ord", lines=2, optional=True),
        )

    def _goal(self, dialog: PlanDialog, goal: Goal, measures: list[Measure]) -> None:
        dialog.form.section(f"«{_short(goal.draft.words)}»")
        states = [(each, title_word(each)) for each in goal_moves(goal.state)]
        dialog.form.line(
            ChoiceField(f"{_GOAL}{goal.id}", "Målet er", states, width=210),
            TextField(f"{_WHY}{goal.id}", "Hvorfor", optional=True),
        )
        dialog.form.set_values({f"{_GOAL}{goal.id}": goal.state})
        self._measures(dialog, measures)

    def _measures(self, dialog: PlanDialog, measures: list[Measure]) -> None:
        """Two on a line, so that a whole plan is in sight."""
        results: list[tuple[object, str]] = [(_UNKNOWN, "Ikke sett på nå")]
        results += [(each, title_word(each)) for each in MeasureResult]
        for at in range(0, len(measures), 2):
            fields = [
                ChoiceField(f"{_MEASURE}{each.id}", _short(each.draft.words, 46), results)
                for each in measures[at : at + 2]
            ]
            dialog.form.line(*fields)
            for field in fields:
                field.set_value(_UNKNOWN)


def _alive(measure: Measure, goals: list[Goal]) -> bool:
    """Whether it belongs to what is gone through: open, or done for one of the goals."""
    if measure.state is MeasureState.NOT_DONE:
        return False
    shown = {each.id for each in goals}
    return measure.draft.goal in shown or (measure.draft.goal is None and not measure.state.ended)


def _draft(
    values: Values, goals: list[Goal], measures: list[Measure], today: date
) -> EvaluationDraft:
    return EvaluationDraft(
        evaluated_on=a_day(values, "evaluated_on") or today,
        words=text(values, "words"),
        own_words=text(values, "own_words"),
        goals=tuple(_outcome(values, each) for each in goals),
        measures=tuple(
            MeasureOutcome(each.id, found)
            for each in measures
            if isinstance(found := values.get(f"{_MEASURE}{each.id}"), MeasureResult)
        ),
        next_on=a_day(values, "next_on"),
    )


def _outcome(values: Values, goal: Goal) -> GoalOutcome:
    state = chosen(values, f"{_GOAL}{goal.id}", GoalState, goal.state)
    return GoalOutcome(GoalId(goal.id), state, text(values, f"{_WHY}{goal.id}"))


def _placed(problem: Problem) -> Problem:
    """A problem of one goal stands beside that goal."""
    goal, measure = problem.facts.get("goal"), problem.facts.get("measure")
    if problem.field == "goals" and goal is not None:
        return replace(problem, field=f"{_WHY}{goal}")
    if problem.field == "measures" and measure is not None:
        return replace(problem, field=f"{_MEASURE}{measure}")
    return problem


def _short(words: str, most: int = 80) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
