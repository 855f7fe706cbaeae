"""What is asked about the plan itself: contact, warning, next step, days, and its life."""

from collections.abc import Callable
from dataclasses import fields, replace
from enum import Enum

from app.followup.levels.model import HelpLevel
from app.followup.plans.model import Plan, PlanDraft
from ui.asking import Values, a_day, text
from ui.followup.plan.ask import Asker, PlanDialog
from ui.kit.choice_fields import ChoiceField
from ui.kit.field import Field
from ui.kit.fields import DateField, MultilineField, TextField
from ui.labels import done
from ui.level_words import level_words

Lines = list[tuple[Field, ...]]


class Side(Enum):
    """One card of the plan, edited in one dialog."""

    CONTACT = "contact"
    WARNING = "warning"
    NEXT_STEP = "next_step"
    DAYS = "days"


_FIELDS = {
    "contact_name": Side.CONTACT,
    "contact_phone": Side.CONTACT,
    "backup_name": Side.CONTACT,
    "backup_phone": Side.CONTACT,
    "warning_signs": Side.WARNING,
    "warning_people": Side.WARNING,
    "warning_first": Side.WARNING,
    "next_step": Side.NEXT_STEP,
    "next_step_on": Side.NEXT_STEP,
    "target_level": Side.NEXT_STEP,
    "target_on": Side.NEXT_STEP,
    "next_talk_on": Side.DAYS,
    "next_talk_time": Side.DAYS,
    "next_talk_where": Side.DAYS,
    "evaluation_on": Side.DAYS,
}
_TITLES = {
    Side.CONTACT: (
        "Min kontakt",
        "Én person å ringe tidlig, og hvem som svarer når den er borte. Det står øverst i planen.",
    ),
    Side.WARNING: (
        "Hvis det begynner å gå galt",
        "En avtale om tidlig beskjed. Skriv den sammen, i jeg-form.",
    ),
    Side.NEXT_STEP: (
        "Neste steg på boligmarkedet",
        "Hvor personen vil bo etter dette, og hvor mye hjelp som trengs da.",
    ),
    Side.DAYS: ("Neste samtale og evaluering", ""),
}


def side_of(field: str) -> Side | None:
    """The card that a field of a plan stands on."""
    return _FIELDS.get(field)


class PlanDialogs(Asker):
    """Opens them; what is done is told by the navigator."""

    def edit(self, plan: Plan, side: Side, stand_on: str = "") -> PlanDialog:
        """One side of the plan; what is not finished can be saved as well."""

        def act(values: Values) -> None:
            self.office.plans.change(plan.id, _draft(plan.draft, values))

        title, why = _TITLES[side]
        dialog = self.ask_plan(title, why, act, "plan.changed")
        for line in self._lines(side):
            dialog.form.line(*line)
        known = {each.name: getattr(plan.draft, each.name) for each in fields(PlanDraft)}
        dialog.form.set_values(
            {name: None if known[name] == "" else known[name] for name in dialog.form.names}
        )
        dialog.open()
        if stand_on in dialog.form.names:
            dialog.form.field(stand_on).setFocus()
        return dialog

    def from_template(self, plan: Plan) -> PlanDialog:
        """Take more goals from a template; those that are there already are left alone."""

        def act(values: Values) -> None:
            template = values["template"]
            if isinstance(template, int):
                self.office.template_use.add(plan.person, template)

        templates = [(each.id, each.name) for each in self.office.plan_templates.offered()]
        dialog = self.ask_plan(
            "Mål fra en mal",
            "Målene i malen legges til med behov og tiltak. Rett ordene etterpå, sammen.",
            act,
            "goal.added",
            verb="Legg til",
            width=520,
        )
        dialog.form.line(ChoiceField("template", "Mal", templates))
        dialog.form.set_values({"template": templates[0][0] if templates else None})
        dialog.open()
        return dialog

    def agree(self, plan: Plan) -> None:
        """The person is with it."""
        self._do(lambda: self.office.plans.agree(plan.id), "plan.agreed")

    def offer(self, plan: Plan) -> None:
        """Shown to the person without printing."""
        self._do(lambda: self.office.plans.offer(plan.id), "plan.offered")

    def again(self, plan: Plan) -> None:
        """A draft once more."""
        self._do(lambda: self.office.plans.begin_again(plan.id), "plan.begun_again")

    def decline(self, plan: Plan) -> PlanDialog:
        """The person does not want it, and need not say why."""
        return self._reason(
            ("Takket nei til planen", "Ingen må ha en plan. Hjelpen faller ikke bort for det."),
            "Takket nei",
            lambda reason: self.office.plans.decline(plan.id, reason),
            "plan.declined",
            optional=True,
        )

    def complete(self, plan: Plan) -> PlanDialog:
        """What it was for is reached."""
        return self._reason(
            ("Planen er fullført", "Det den skulle føre til, er nådd. Utgavene kan leses siden."),
            "Fullført",
            lambda reason: self.office.plans.end(plan.id, reason, completed=True),
            "plan.completed",
            optional=True,
        )

    def end(self, plan: Plan) -> PlanDialog:
        """Nobody works by it any more, for another reason."""
        return self._reason(
            ("Avslutt planen", "Ingen arbeider etter den mer. Utgavene kan leses siden."),
            "Avslutt planen",
            lambda reason: self.office.plans.end(plan.id, reason),
            "plan.ended",
        )

    def _reason(
        self,
        titles: tuple[str, str],
        verb: str,
        act: Callable[[str], object],
        told: str,
        *,
        optional: bool = False,
    ) -> PlanDialog:
        dialog = self.ask_plan(
            *titles, lambda values: act(text(values, "reason")), told, verb=verb, width=520
        )
        dialog.form.line(TextField("reason", "Hvorfor", optional=optional))
        dialog.open()
        return dialog

    def _do(self, act: Callable[[], object], told: str) -> None:
        if self.navigator.attempt(act):
            self.navigator.tell(done(told))

    def _lines(self, side: Side) -> Lines:
        return {
            Side.CONTACT: self._contact,
            Side.WARNING: self._warning,
            Side.NEXT_STEP: self._next_step,
            Side.DAYS: self._days,
        }[side]()

    def _contact(self) -> Lines:
        return [
            (TextField("contact_name", "Navn"), TextField("contact_phone", "Telefon", width=180)),
            (
                TextField("backup_name", "Reserve når den er borte"),
                TextField("backup_phone", "Telefon til reserven", width=180),
            ),
        ]

    def _warning(self) -> Lines:
        return [
            (
                MultilineField(
                    "warning_signs", "Tegn på at det begynner å gå galt", lines=2, optional=True,
                    example="Jeg åpner ikke posten. Jeg tar ikke telefonen på tre dager.",
                ),
            ),
            (
                MultilineField(
                    "warning_people", "Da kan disse snakke sammen", lines=2, optional=True,
                    example="Ane på boligkontoret, Mona i Nav og søsteren min.",
                ),
            ),
            (
                MultilineField(
                    "warning_first", "Det første vi gjør", lines=2, optional=True,
                    example="Ane ringer meg. Svarer jeg ikke, kommer hun innom samme uke.",
                ),
            ),
        ]  # fmt: skip

    def _next_step(self) -> Lines:
        levels = [(int(each), level_words(each)) for each in HelpLevel]
        return [
            (
                TextField("next_step", "Neste bolig", optional=True, example="Leie selv i sentrum"),
                self._day("next_step_on", "Innen"),
            ),
            (
                ChoiceField("target_level", "Målet for hjelpen", levels, optional=True),
                self._day("target_on", "Innen"),
            ),
        ]

    def _days(self) -> Lines:
        hour = TextField("next_talk_time", "Klokken", optional=True, width=110, example="10.30")
        return [
            (self._day("next_talk_on", "Neste samtale"), hour),
            (TextField("next_talk_where", "Hvor", optional=True, example="Hjemme hos personen"),),
            (self._day("evaluation_on", "Planen evalueres", optional=False),),
        ]

    def _day(self, name: str, label: str, *, optional: bool = True) -> DateField:
        return DateField(name, label, optional=optional, today=self.today)


def _draft(before: PlanDraft, values: Values) -> PlanDraft:
    """The same plan with what the dialog held."""
    told: dict[str, object] = {}
    for name in values:
        kind = type(getattr(PlanDraft(), name))
        if kind is str:
            told[name] = text(values, name)
        elif name == "target_level":
            told[name] = values[name]
        else:
            told[name] = a_day(values, name)
    return replace(before, **told)  # type: ignore[arg-type]  # each as its field holds it
