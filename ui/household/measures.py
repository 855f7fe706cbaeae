"""«Tiltak» on the household card: what is done for a person, and by whom."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.ids import PersonId
from app.followup.model import Measure, MeasureDraft, MeasureState
from app.office import Office
from ui.advice_words import MONEY_HELP, advice_number, way
from ui.kit import fonts
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.chips import ChipKind
from ui.kit.choice_fields import RadioField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import day, done, message, problem, title_word
from ui.measure_words import CHIPS, TOLD, condition_words, found_words, who_words
from ui.navigation import Navigator


def measures_card(
    office: Office,
    person: PersonId,
    change: Callable[[Measure], object],
    new: Callable[[], object],
    open_plan: Callable[[], object],
) -> Card:
    """Those of a person, what is not over first; the plan they stand in is one press away."""
    measures = office.followup.measures(person)
    running = office.plans.of(person) is not None
    words = "Åpne planen" if running else "Lag en plan"
    link = Button(words, open_plan, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    card = Card("Tiltak", icon=Icon.OK, link=link, flush=True)
    under = QHBoxLayout()
    under.setContentsMargins(fonts.px(8), 0, fonts.px(8), fonts.px(2))
    under.addWidget(Button("Nytt tiltak …", new, kind=ButtonKind.QUIET, size=ButtonSize.SMALL))
    under.addStretch(1)
    if not measures:
        words = (
            "Ingen ennå. Vilkårene i et vedtak blir tiltak når leieavtalen er underskrevet. Du kan"
            " også legge inn egne."
        )
        none = Label(words, Type.HELP, Token.TEXT2, wrap=True)
        none.setContentsMargins(16, 0, 16, 10)
        card.add(none, under)
        return card
    card.set_count(len(measures))
    rows = RowList("Tiltak", Shape.TIMELINE, whole=True)
    rows.set_rows([_row(office, each) for each in measures])
    known = {each.id: each for each in measures}
    rows.activated_key.connect(lambda key: change(known[int(str(key))]))
    card.add(rows, under)
    return card


def _row(office: Office, measure: Measure) -> Row:
    draft, today = measure.draft, office.clock.today()
    late = measure.late(today)
    chip = ChipKind.SOON if late else CHIPS[measure.state]
    until = f"innen {day(draft.due_on)}" if draft.due_on else ""
    parts = (
        "Over tiden" if late else title_word(measure.state),
        until,
        _by(office, measure),
        measure.reason,
        found_words(measure, today),
        condition_words(office, measure),
        advice_number(office, measure),
    )
    told = " · ".join(part for part in parts if part)
    return Row(
        measure.id,
        draft.words,
        told,
        icon=chip.icon,
        icon_tone=chip.tone,
        action="Følg opp",
    )


def _by(office: Office, measure: Measure) -> str:
    if not measure.draft.has_owner:
        return "Ingen er ansvarlig"
    name = office.people.get(measure.person).given_name
    by = f"Ansvarlig: {who_words(office, measure.draft, name)}"
    return f"{by} · vedtak {measure.draft.vedtak}" if measure.draft.vedtak else by


class MeasureDialogs:
    """Opens them; what is done is told with «Angre»."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self._office, self._navigator, self._window = office, navigator, window

    def new(self, person: PersonId) -> AskDialog:
        """One that no condition asks for."""

        def act(values: Mapping[str, object]) -> None:
            self._office.followup.plan_measure(person, _draft(values, MeasureDraft("")))
            self._navigator.tell(done("measure.planned"))

        dialog = self._dialog("Nytt tiltak", "Noe som skal gjøres for personen.", act)
        self._fill(dialog, MeasureDraft("", self._me()), words=True)
        dialog.open()
        return dialog

    def change(self, measure: Measure) -> AskDialog:
        """How it went, who does it and until when; a condition's own words stay."""
        free = measure.condition is None
        told = condition_words(self._office, measure)
        explanation = "" if free else f"{told[:1].upper()}{told[1:]}. Ordene er låst."
        act = partial(self._follow, measure)
        dialog = self._dialog(
            "Følg opp tiltaket" if free else measure.draft.words, explanation, act
        )
        states = (measure.state, *self._office.followup.moves(measure))
        options = [(state, title_word(state)) for state in MeasureState if state in states]
        dialog.form.line(RadioField("state", "Hvordan går det", options))
        hint = "Trengs når noen ikke kan, når det må vente, og når det ikke blir gjort."
        dialog.form.line(TextField("reason", "Hvorfor", optional=True, hint=hint))
        self._fill(dialog, measure.draft, words=free)
        if measure.draft.kind in MONEY_HELP:
            dialog.add_button(*way(self._office, self._navigator, measure))
        dialog.form.set_values({"state": measure.state, "reason": measure.reason})
        dialog.open()
        return dialog

    def _follow(self, measure: Measure, values: Mapping[str, object]) -> None:
        state = values["state"]
        after = state if isinstance(state, MeasureState) else measure.state
        draft = _draft(values, measure.draft)
        self._office.followup.follow(measure.id, draft, after, str(values["reason"] or ""))
        told = "measure.changed" if after is measure.state else TOLD[after]
        self._navigator.tell(done(told))

    def _fill(self, dialog: AskDialog, draft: MeasureDraft, *, words: bool) -> None:
        if words:
            dialog.form.line(MultilineField("words", "Hva skal gjøres", lines=2))
            dialog.form.set_values({"words": draft.words})
        until = DateField("due_on", "Innen", today=self._office.clock.today, optional=True)
        dialog.form.line(TextField("responsible", "Ansvarlig"), until)
        dialog.form.set_values({"responsible": draft.responsible, "due_on": draft.due_on})

    def _me(self) -> str:
        me = self._office.settings.me
        return me.name if me else ""

    def _dialog(
        self, title: str, explanation: str, act: Callable[[Mapping[str, object]], object]
    ) -> AskDialog:
        return AskDialog(
            title,
            explanation,
            "Lagre",
            act,
            words=problem,
            message=message,
            parent=self._window,
        )


def _draft(values: Mapping[str, object], known: MeasureDraft) -> MeasureDraft:
    due = values["due_on"]
    return replace(
        known,
        words=str(values.get("words", known.words) or "").strip(),
        responsible=str(values["responsible"] or "").strip(),
        due_on=due if isinstance(due, date) else None,
    )
