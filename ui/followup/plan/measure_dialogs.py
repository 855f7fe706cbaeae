"""What is asked about a measure: what it is, how far it has come, and whether it helped."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.ids import GoalId
from app.followup.model import Measure, MeasureDraft, MeasureResult, MeasureState
from app.followup.plans.model import Goal, GoalState
from app.office import Office
from app.people.model import Person
from ui.advice_words import MONEY_HELP, advice_words, way
from ui.asking import Values, a_day, chosen, stopped, text
from ui.followup.plan.ask import Asker, PlanDialog
from ui.followup.plan.chain import ChainPart
from ui.followup.plan.measure_fields import MeasureFields
from ui.kit.choice_fields import ChoiceField, RadioField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.labels import capital, title_word
from ui.measure_words import TOLD, condition_words, who_words
from ui.navigation import Navigator

LOOSE = "loose"
_REASON = "Trengs når noen ikke kan, når det må vente, og når det ikke blir gjort."


class MeasureDialogs(Asker):
    """Opens them; what is done is told by the navigator."""

    def __init__(
        self, office: Office, navigator: Navigator, person: Person, window: QWidget
    ) -> None:
        super().__init__(office, navigator, window)
        self._person = person

    def new(self, goal: Goal | None, evaluate_on: date | None = None) -> PlanDialog:
        """One more under a goal; «Lagre og ny» is ready for the next."""

        def act(values: Values) -> None:
            draft = fields.draft(values)
            goal_id = self._goal(values, goal.id if goal else None)
            self.office.followup.plan_measure(self._person.id, replace(draft, goal=goal_id))

        def ready() -> None:
            start = MeasureDraft("", starts_on=self.today(), evaluate_on=evaluate_on)
            fields.show(start)

        title = "Nytt tiltak"
        why = f"For målet «{goal.draft.words}»" if goal else "Noe som gjøres for å nå et mål."
        dialog = self.ask_plan(title, why, act, "measure.planned", again=ready)
        fields = MeasureFields(self.office, self._person, dialog)
        fields.offer(goal.draft.area if goal else None)
        fields.add()
        if goal is None:
            dialog.form.line(self._goal_field())
        ready()
        dialog.open()
        return dialog

    def change(self, measure: Measure) -> PlanDialog:
        """Other words, another who does it, other days, or another goal."""
        free = measure.condition is None

        def act(values: Values) -> None:
            draft = fields.draft(values, measure.draft)
            goal = self._goal(values, measure.draft.goal)
            self.office.followup.change(measure.id, replace(draft, goal=goal))

        locked = f"{capital(condition_words(self.office, measure))}. Ordene er låst."
        dialog = self.ask_plan("Endre tiltaket", "" if free else locked, act, "measure.changed")
        fields = MeasureFields(self.office, self._person, dialog)
        fields.add(locked=not free)
        dialog.form.line(self._goal_field(measure.draft.goal))
        fields.show(measure.draft)
        dialog.form.set_values({"goal": measure.draft.goal or LOOSE})
        dialog.open()
        return dialog

    def step(self, measure: Measure) -> PlanDialog:
        """What a measure waits for: to be looked at, or to go on."""
        if measure.to_evaluate(self.today()):
            return self.evaluate(measure)
        return self.follow(measure)

    def follow(self, measure: Measure) -> PlanDialog:
        """How far it has come: only the states that can follow are offered (D4)."""
        followup = self.office.followup
        moves = followup.moves(measure)

        def act(values: Values) -> None:
            state = chosen(values, "state", MeasureState, measure.state)
            due = a_day(values, "due_on")
            draft = replace(measure.draft, due_on=due)
            followup.follow(measure.id, draft, state, text(values, "reason"))
            told[0] = TOLD[state] if state is not measure.state else "measure.changed"

        told = ["measure.changed"]
        name = self._person.given_name
        who = capital(who_words(self.office, measure.draft, name))
        advice = capital(advice_words(self.office, measure))
        why = f"{stopped(measure.draft.words)} {who}."
        why = f"{why} {stopped(advice)}" if advice else why
        dialog = self.ask_plan("Hvordan går det?", why, act, lambda: told[0])
        chain = followup.chain(measure.id)
        dialog.form.add_part(ChainPart(chain, measure.state))
        states = [
            (measure.state, f"Fortsatt {title_word(measure.state).lower()}"),
            *((state, _verb(state)) for state in moves),
        ]
        dialog.form.line(RadioField("state", "Hva har hendt", states))
        dialog.form.line(
            TextField("reason", "Hvorfor", optional=True, hint=_REASON),
            DateField("due_on", "Gjort innen", optional=True, today=self.today),
        )
        dialog.form.set_values({"state": measure.state, "due_on": measure.draft.due_on})
        if measure.draft.kind in MONEY_HELP:
            dialog.add_button(*way(self.office, self.navigator, measure))
        dialog.add_button("Endre tiltaket …", lambda: self.change(measure))
        dialog.add_button("Evaluer …", lambda: self.evaluate(measure))
        dialog.open()
        return dialog

    def evaluate(self, measure: Measure) -> PlanDialog:
        """Whether it helped, and when to look again."""

        def act(values: Values) -> None:
            result = chosen(values, "result", MeasureResult, MeasureResult.TOO_EARLY)
            day = a_day(values, "evaluated_on") or self.today()
            self.office.followup.evaluate(measure.id, result, text(values, "words"), day)

        dialog = self.ask_plan(
            "Hjalp tiltaket?", stopped(measure.draft.words), act, "measure.evaluated"
        )
        results = [(each, title_word(each)) for each in MeasureResult]
        dialog.form.line(RadioField("result", "Hva vi fant", results))
        dialog.form.line(MultilineField("words", "Hva vi så", lines=2, optional=True))
        dialog.form.line(DateField("evaluated_on", "Dag", today=self.today))
        dialog.form.set_values({"result": MeasureResult.HELPED, "evaluated_on": self.today()})
        dialog.open()
        return dialog

    def hang(self, measure: Measure) -> PlanDialog:
        """Say which goal a loose measure is for (D18)."""

        def act(values: Values) -> None:
            goal = self._goal(values, None)
            self.office.followup.change(measure.id, replace(measure.draft, goal=goal))

        dialog = self.ask_plan(
            "Heng tiltaket på et mål", f"{measure.draft.words}.", act, "measure.changed",
            verb="Heng på målet",
        )  # fmt: skip
        dialog.form.line(self._goal_field())
        goals = self._goals(None)
        dialog.form.set_values({"goal": goals[0].id if goals else LOOSE})
        dialog.open()
        return dialog

    def _goals(self, known: GoalId | None) -> list[Goal]:
        goals = self.office.plans.goals(self._person.id)
        return [each for each in goals if each.state is GoalState.IN_PROGRESS or each.id == known]

    def _goal_field(self, known: GoalId | None = None) -> ChoiceField:
        """The goals in work; one that is closed only where it was chosen before."""
        options: list[tuple[object, str]] = [
            (each.id, f"«{each.draft.words}»") for each in self._goals(known)
        ]
        return ChoiceField("goal", "Målet det er for", [*options, (LOOSE, "Ikke noe mål ennå")])

    def _goal(self, values: Values, known: GoalId | None) -> GoalId | None:
        if "goal" not in values:
            return known
        goal = values["goal"]
        return GoalId(goal) if isinstance(goal, int) else None


_VERBS = {
    MeasureState.PLANNED: "Planlegg på nytt",
    MeasureState.ORDERED: "Bestilt hos utføreren",
    MeasureState.CONFIRMED: "Utføreren har bekreftet",
    MeasureState.TURNED_DOWN: "Utføreren kan ikke",
    MeasureState.IN_PROGRESS: "I gang",
    MeasureState.ON_HOLD: "Må vente",
    MeasureState.DONE: "Gjennomført",
    MeasureState.NOT_DONE: "Blir ikke gjort",
}


def _verb(state: MeasureState) -> str:
    """What has happened, as it is chosen."""
    return _VERBS[state]
