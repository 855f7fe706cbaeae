"""What is asked about a goal: the person's own words, the need behind it, what is done first."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.ids import NeedId
from app.followup.model import LifeArea, MeasureDraft
from app.followup.plans.model import Goal, GoalDraft, GoalState, Need
from app.office import Office
from app.people.model import Person
from ui.asking import Values, a_day, chosen, text
from ui.followup.plan.ask import Asker, PlanDialog
from ui.followup.plan.measure_fields import MeasureFields
from ui.kit.choice_fields import ChoiceField, RadioField
from ui.kit.fields import DateField, TextField
from ui.labels import capital, title_word, word
from ui.navigation import Navigator

FIRST = "measure_"
NEW = "new"
_HOME = LifeArea.HOME
_MOVES = {
    GoalState.IN_PROGRESS: tuple(GoalState),
    GoalState.PARTLY_REACHED: (
        GoalState.PARTLY_REACHED,
        GoalState.REACHED,
        GoalState.IN_PROGRESS,
    ),
}


def goal_moves(state: GoalState) -> tuple[GoalState, ...]:
    """What a goal may be said to be: as it is first, then what can follow."""
    return _MOVES.get(state, (state, GoalState.IN_PROGRESS))


class GoalDialogs(Asker):
    """Opens them; what is done is told by the navigator."""

    def __init__(
        self, office: Office, navigator: Navigator, person: Person, window: QWidget
    ) -> None:
        super().__init__(office, navigator, window)
        self._person = person

    def new(self, evaluate_on: date | None = None) -> PlanDialog:
        """A goal, its need and the first measure in one go; «Lagre og ny» begins the next."""

        def act(values: Values) -> None:
            first = None if fields.empty(values) else fields.draft(values, start)
            self.office.goal_making.add(
                self._person.id, _draft(values), text(values, "need"), first
            )

        def ready() -> None:
            needs.set_options(self._need_options())
            dialog.form.set_values(dict.fromkeys(dialog.form.names))
            dialog.form.set_values({"area": LifeArea.HOME, "known": NEW})
            fields.offer(LifeArea.HOME)
            fields.show(start)

        start = MeasureDraft("", starts_on=self.today(), evaluate_on=evaluate_on)
        dialog = self.ask_plan(
            "Nytt mål",
            "Det personen vil nå, sagt med egne ord. Første tiltak kan du ta med det samme.",
            act,
            "goal.added",
            width=680,
            again=ready,
        )
        needs = self._goal_lines(dialog)
        dialog.form.section("Det første tiltaket", "kan stå tomt")
        fields = MeasureFields(self.office, self._person, dialog, FIRST)
        fields.add(days=False)
        self._follow_area(dialog, fields)
        ready()
        dialog.open()
        return dialog

    def change(self, goal: Goal) -> PlanDialog:
        """Say it otherwise, or hang it on another need."""

        def act(values: Values) -> None:
            self.office.plans.change_goal(goal.id, _draft(values), text(values, "need"))

        dialog = self.ask_plan("Endre målet", "", act, "goal.changed")
        self._goal_lines(dialog)
        draft = goal.draft
        dialog.form.set_values(
            {
                "words": draft.words,
                "area": draft.area,
                "known": draft.need if draft.need is not None else NEW,
                "target_on": draft.target_on,
            }
        )
        self._hide_need(dialog)
        dialog.open()
        return dialog

    def state(self, goal: Goal) -> PlanDialog:
        """Reached, partly, not, or set aside; only what can follow is offered."""

        def act(values: Values) -> None:
            state = chosen(values, "state", GoalState, goal.state)
            self.office.plans.set_goal(goal.id, state, text(values, "reason"))

        dialog = self.ask_plan(
            "Hvordan går det med målet?", f"«{goal.draft.words}»", act, "goal.set"
        )
        states = [(each, title_word(each)) for each in goal_moves(goal.state)]
        dialog.form.line(RadioField("state", "Målet er", states))
        hint = "Trengs når målet ikke er nådd, eller legges bort."
        dialog.form.line(TextField("reason", "Hvorfor", optional=True, hint=hint))
        dialog.form.set_values({"state": goal.state})
        dialog.open()
        return dialog

    # the fields of a goal

    def _goal_lines(self, dialog: PlanDialog) -> ChoiceField:
        areas = [(each, title_word(each)) for each in LifeArea]
        known = ChoiceField("known", "Behovet bak", self._need_options())
        form = dialog.form
        form.line(
            TextField("words", "Målet, med personens egne ord", example="Jeg vil bli boende her.")
        )
        form.line(
            ChoiceField("area", "Del av livet", areas),
            DateField("target_on", "Nådd innen", optional=True, today=self.today),
        )
        form.line(known)
        form.line(TextField("need", "Behovet", example="Husleien kommer etter strøm og mat."))
        known.setVisible(bool(self._needs()))
        known.combo.currentIndexChanged.connect(lambda _at: self._hide_need(dialog))
        return known

    def _hide_need(self, dialog: PlanDialog) -> None:
        """A known need is not written again; the list is shown only when there is one."""
        form = dialog.form
        form.field("known").setVisible(bool(self._needs()))
        known = form.values()["known"]
        form.field("need").setVisible(not isinstance(known, int))
        need = next((each for each in self._needs() if each.id == known), None)
        if need is not None and form.values()["area"] is LifeArea.HOME:
            form.set_values({"area": need.draft.area})
        dialog.grow()

    def _follow_area(self, dialog: PlanDialog, fields: MeasureFields) -> None:
        """The measures that are usual in a part of life come first."""
        area = dialog.form.field("area")
        if isinstance(area, ChoiceField):
            area.combo.currentIndexChanged.connect(
                lambda _at: fields.offer(chosen({"area": area.value()}, "area", LifeArea, _HOME))
            )

    def _needs(self) -> tuple[Need, ...]:
        return self.office.plans.needs(self._person.id)

    def _need_options(self) -> list[tuple[object, str]]:
        known = [
            (each.id, f"{capital(word(each.draft.area))}: {each.draft.words}")
            for each in self._needs()
        ]
        return [*known, (NEW, "Et nytt behov")]


def _draft(values: Values) -> GoalDraft:
    known = values.get("known")
    return GoalDraft(
        area=chosen(values, "area", LifeArea, _HOME),
        words=text(values, "words"),
        need=NeedId(known) if isinstance(known, int) else None,
        target_on=a_day(values, "target_on"),
    )
