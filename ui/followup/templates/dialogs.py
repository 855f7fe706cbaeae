"""What is asked for when a template is made, or something in it is."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.ids import ServiceUnitId
from app.followup.model import LifeArea, MeasureKind
from app.followup.templates.model import (
    PlanTemplate,
    TemplateGoal,
    TemplateGoalDraft,
    TemplateMeasure,
    TemplateMeasureDraft,
)
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import MultilineField, NumberField, TextField
from ui.labels import done, message, problem, title_word
from ui.navigation import Navigator

OWN = "own"
"""Stands for the person among those who can do a measure."""
OUT = "out"

Values = Mapping[str, object]


class TemplateDialogs:
    """Opens them; what is done is told with «Angre»."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self._office, self._navigator, self._window = office, navigator, window

    def new(self, made: Callable[[int], object], copied: PlanTemplate | None = None) -> AskDialog:
        """A new one: with nothing in it, or all that stands in another."""
        templates = self._office.plan_templates

        def act(values: Values) -> None:
            name = _text(values, "name")
            made(templates.add(name) if copied is None else templates.copy(copied.id, name))
            self._navigator.tell(done("template.added"))

        title = "Ny mal" if copied is None else f"Kopier «{copied.name}»"
        dialog = self._dialog(title, "Navnet står i listen når en plan begynnes.", "Lag malen", act)
        dialog.form.line(TextField("name", "Navn på malen"))
        dialog.open()
        return dialog

    def rename(self, template: PlanTemplate) -> AskDialog:
        """Another name."""

        def act(values: Values) -> None:
            self._office.plan_templates.rename(template.id, _text(values, "name"))
            self._navigator.tell(done("template.changed"))

        dialog = self._dialog("Nytt navn på malen", "", "Lagre", act)
        dialog.form.line(TextField("name", "Navn på malen"))
        dialog.form.set_values({"name": template.name})
        dialog.open()
        return dialog

    def goal(self, template: PlanTemplate, known: TemplateGoal | None = None) -> AskDialog:
        """A goal as a person may say it; one that is known is changed."""
        templates = self._office.plan_templates

        def act(values: Values) -> None:
            area = values["area"]
            draft = TemplateGoalDraft(
                area if isinstance(area, LifeArea) else LifeArea.HOME,
                _text(values, "words"),
                _text(values, "need"),
            )
            if known is None:
                templates.add_goal(template.id, draft)
            elif values[OUT]:
                templates.remove_goal(known.id)
            else:
                templates.change_goal(known.id, draft)
            self._navigator.tell(done("template.changed"))

        dialog = self._dialog(
            "Nytt mål i malen" if known is None else "Målet i malen",
            "Skriv det slik en person kan si det. Ordene kan endres i hver plan.",
            "Lagre",
            act,
        )
        areas = [(each, title_word(each)) for each in LifeArea]
        dialog.form.line(MultilineField("words", "Mål", lines=2, example="Jeg vil …"))
        dialog.form.line(MultilineField("need", "Behovet bak", lines=2))
        dialog.form.line(ChoiceField("area", "Del av livet", areas))
        if known is not None:
            draft = known.draft
            dialog.form.set_values({"words": draft.words, "need": draft.need, "area": draft.area})
            dialog.form.line(CheckField(OUT, "Ta målet og tiltakene ut av malen"))
        dialog.open()
        return dialog

    def measure(self, goal: TemplateGoal, known: TemplateMeasure | None = None) -> AskDialog:
        """What is usually done for a goal; one that is known is changed."""
        templates = self._office.plan_templates

        def act(values: Values) -> None:
            if known is None:
                templates.add_measure(goal.id, _measure(values))
            elif values[OUT]:
                templates.remove_measure(known.id)
            else:
                templates.change_measure(known.id, _measure(values))
            self._navigator.tell(done("template.changed"))

        title = "Nytt tiltak i malen" if known is None else "Tiltaket i malen"
        dialog = self._dialog(title, f"For målet «{goal.draft.words}»", "Lagre", act)
        self._measure_lines(dialog)
        if known is not None:
            dialog.form.line(CheckField(OUT, "Ta tiltaket ut av malen"))
        draft = known.draft if known is not None else TemplateMeasureDraft("")
        dialog.form.set_values(
            {
                "kind": draft.kind,
                "words": draft.words,
                "unit": OWN if draft.own_task else draft.unit,
                "due_after": draft.due_after,
            }
        )
        dialog.open()
        return dialog

    def _measure_lines(self, dialog: AskDialog) -> None:
        kinds = [(each, title_word(each)) for each in MeasureKind]
        kind = ChoiceField("kind", "Tiltak", kinds)
        words = TextField("words", "Slik står det i planen")
        units = [
            (OWN, "Personen selv"),
            *((each.id, each.name()) for each in self._office.service_units.open()),
        ]
        unit = ChoiceField("unit", "Hvem gjør det", units, optional=True)
        days = NumberField("due_after", "Innen", suffix="dager", optional=True)
        dialog.form.line(kind)
        dialog.form.line(words)
        dialog.form.line(unit, days)
        kind.left.connect(lambda: self._name_it(kind, words))

    def _name_it(self, kind: ChoiceField, words: TextField) -> None:
        """A known kind says its own name until something else is typed."""
        chosen = kind.value()
        known = isinstance(chosen, MeasureKind) and chosen is not MeasureKind.OTHER
        if known and not words.value():
            words.set_value(title_word(MeasureKind(str(chosen))))

    def _dialog(
        self, title: str, explanation: str, verb: str, act: Callable[[Values], object]
    ) -> AskDialog:
        ask = partial(AskDialog, words=problem, message=message, parent=self._window)
        return ask(title, explanation, verb, act)


def _measure(values: Values) -> TemplateMeasureDraft:
    kind, unit, days = values["kind"], values["unit"], values["due_after"]
    return TemplateMeasureDraft(
        _text(values, "words"),
        kind if isinstance(kind, MeasureKind) else MeasureKind.OTHER,
        ServiceUnitId(unit) if isinstance(unit, int) else None,
        unit == OWN,
        days if isinstance(days, int) else None,
    )


def _text(values: Values, name: str) -> str:
    return str(values[name] or "")
