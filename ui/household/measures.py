"""«Tiltak» on the household card: what is done for a person, and by whom."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.ids import PersonId
from app.followup.model import Measure, MeasureDraft, MeasureState
from app.leases.conditions.model import Outcome
from app.office import Office
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
from ui.navigation import Navigator

CHIPS = {
    MeasureState.PLANNED: ChipKind.WAITING,
    MeasureState.DONE: ChipKind.OK,
    MeasureState.NOT_DONE: ChipKind.NOT_STARTED,
}
_TOLD = {
    MeasureState.PLANNED: "measure.planned_again",
    MeasureState.DONE: "measure.done",
    MeasureState.NOT_DONE: "measure.not_done",
}


def measures_card(
    office: Office, person: PersonId, change: Callable[[Measure], object], new: Callable[[], object]
) -> Card:
    """Those of a person, the planned first."""
    measures = office.followup.measures(person)
    link = Button("Nytt tiltak …", new, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    card = Card("Tiltak", icon=Icon.OK, link=link, flush=True)
    if not measures:
        words = (
            "Ingen ennå. Vilkårene i et vedtak blir tiltak når leieavtalen er underskrevet. Du kan"
            " også legge inn egne."
        )
        none = Label(words, Type.HELP, Token.TEXT2, wrap=True)
        none.setContentsMargins(16, 0, 16, 10)
        card.add(none)
        return card
    card.set_count(len(measures))
    rows = RowList("Tiltak", Shape.TIMELINE, whole=True)
    rows.set_rows([_row(office, each) for each in measures])
    known = {each.id: each for each in measures}
    rows.activated_key.connect(lambda key: change(known[int(str(key))]))
    card.add(rows)
    return card


def _row(office: Office, measure: Measure) -> Row:
    draft, today = measure.draft, office.clock.today()
    late = measure.late(today)
    state = "Over tiden" if late else title_word(measure.state)
    until = f"innen {day(draft.due_on)}" if draft.due_on else ""
    by = f"Ansvarlig: {draft.responsible}" if draft.responsible else "Ingen er ansvarlig"
    parts = (state, until, by, measure.reason, condition_words(office, measure))
    return Row(
        measure.id,
        draft.words,
        " · ".join(part for part in parts if part),
        icon=ChipKind.SOON.icon if late else CHIPS[measure.state].icon,
        icon_tone=ChipKind.SOON.tone if late else CHIPS[measure.state].tone,
        action="Følg opp",
    )


def condition_words(office: Office, measure: Measure) -> str:
    """That a condition asks for it, and how it last went with that."""
    if measure.condition is None:
        return ""
    told = office.conditions.told_of(measure.condition, measure.person)
    if not told:
        return "Vilkår i vedtaket"
    outcome = "brutt" if told[-1].outcome is Outcome.BROKEN else "holdt"
    return f"Vilkår i vedtaket, {outcome} {day(told[-1].happened_on)}"


class MeasureDialogs:
    """Opens them; what is done is told with «Angre»."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self._office, self._navigator, self._window = office, navigator, window

    def new(self, person: PersonId) -> AskDialog:
        """One that no condition asks for."""

        def act(values: Mapping[str, object]) -> None:
            self._office.followup.plan_measure(person, _draft(values, ""))
            self._navigator.tell(done("measure.planned"))

        dialog = self._dialog("Nytt tiltak", "Noe som skal gjøres for personen.", act)
        self._fill(dialog, MeasureDraft("", self._me()), words=True)
        dialog.open()
        return dialog

    def change(self, measure: Measure) -> AskDialog:
        """How it went, who does it and until when; a condition's own words stay."""
        free = measure.condition is None
        explanation = "" if free else f"{condition_words(self._office, measure)}. Ordene er låst."
        act = partial(self._follow, measure)
        dialog = self._dialog(
            "Følg opp tiltaket" if free else measure.draft.words, explanation, act
        )
        options = [(state, title_word(state)) for state in MeasureState]
        dialog.form.line(RadioField("state", "Hvordan går det", options))
        dialog.form.line(TextField("reason", "Hvorfor ikke", optional=True))
        self._fill(dialog, measure.draft, words=free)
        dialog.form.set_values({"state": measure.state, "reason": measure.reason})
        dialog.open()
        return dialog

    def _follow(self, measure: Measure, values: Mapping[str, object]) -> None:
        followup, state = self._office.followup, values["state"]
        followup.change(measure.id, _draft(values, measure.draft.words))
        told = "measure.changed"
        if isinstance(state, MeasureState) and state is not measure.state:
            told = _TOLD[state]
            reason = str(values["reason"] or "")
            {
                MeasureState.PLANNED: lambda: followup.plan_again(measure.id),
                MeasureState.DONE: lambda: followup.done(measure.id),
                MeasureState.NOT_DONE: lambda: followup.not_done(measure.id, reason),
            }[state]()
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


def _draft(values: Mapping[str, object], words: str) -> MeasureDraft:
    due = values["due_on"]
    return MeasureDraft(
        str(values.get("words", words) or "").strip(),
        str(values["responsible"] or "").strip(),
        due if isinstance(due, date) else None,
    )
