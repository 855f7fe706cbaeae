"""One goal: the person's words, the need behind it, and what is done to reach it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.records import dataclass
from app.followup.model import Measure, MeasureState
from app.followup.plans.model import Goal, GoalState
from app.office import Office
from app.people.model import Person
from ui.advice_words import advice_words
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.chips import Chip, ChipKind, ChipLabel
from ui.kit.fonts import Type
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import BETWEEN, Label
from ui.labels import capital, day, near_day, title_word, until, word
from ui.measure_words import (
    condition_words,
    found_words,
    state_chip,
    vedtak_words,
    who_words,
)

GOAL_CHIPS = {
    GoalState.IN_PROGRESS: ChipKind.INFO,
    GoalState.REACHED: ChipKind.OK,
    GoalState.PARTLY_REACHED: ChipKind.SOON,
    GoalState.NOT_REACHED: ChipKind.NO,
    GoalState.SET_ASIDE: ChipKind.NO,
}


@dataclass(frozen=True, slots=True)
class GoalActs:
    """What can be done from the card of a goal."""

    new_measure: Callable[[Goal], object]
    change: Callable[[Goal], object]
    state: Callable[[Goal], object]
    measure: Callable[[Measure], object]


class GoalCard(Card):
    """The goal above, its measures as rows, what can be done below."""

    def __init__(
        self,
        office: Office,
        person: Person,
        goal: Goal,
        need: str,
        measures: Sequence[Measure],
        acts: GoalActs,
        number: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(flush=True, parent=parent)
        self.goal = goal
        self.setAccessibleName(f"Mål {number}: {goal.draft.words}")
        self.add(self._words(number, need))
        self.list = measure_rows(office, person, measures, acts.measure, f"Tiltak for mål {number}")
        if measures:
            self.add(self.list)
        else:
            self.list.setParent(self)
            self.list.hide()
            none = Label(
                "Ingen tiltak ennå. Et mål trenger minst ett før planen kan skrives ut.",
                Type.HELP, Token.TEXT2, wrap=True,
            )  # fmt: skip
            none.setContentsMargins(fonts.px(16), 0, fonts.px(16), 0)
            self.add(none)
        self.new_button = _small("Nytt tiltak …", lambda: acts.new_measure(goal), f"mål {number}")
        self.state_button = _small("Hvordan går det …", lambda: acts.state(goal), f"mål {number}")
        self.change_button = _small("Endre målet …", lambda: acts.change(goal), f"mål {number}")
        row = QHBoxLayout()
        side = fonts.px(16)
        row.setContentsMargins(side, fonts.px(6), side, fonts.px(8))
        row.setSpacing(fonts.px(8))
        for button in (self.new_button, self.state_button, self.change_button):
            row.addWidget(button)
        row.addStretch(1)
        self.add(row)

    def _words(self, number: int, need: str) -> QHBoxLayout:
        draft = self.goal.draft
        row = QHBoxLayout()
        side = fonts.px(16)
        row.setContentsMargins(side, fonts.px(10), side, fonts.px(8))
        row.setSpacing(fonts.px(10))
        column = QVBoxLayout()
        column.setSpacing(fonts.px(2))
        column.addWidget(Label(f"{number}. «{draft.words}»", Type.CARD_TITLE, wrap=True))
        facts = [
            capital(word(draft.area)),
            f"behov: {need}" if need else "uten behov",
            f"nås innen {day(draft.target_on)}" if draft.target_on else "",
            self.goal.reason,
        ]
        line = BETWEEN.join(part for part in facts if part)
        column.addWidget(Label(line, Type.HELP, Token.TEXT2, wrap=True))
        row.addLayout(column, 1)
        chip = Chip(GOAL_CHIPS[self.goal.state], title_word(self.goal.state))
        row.addWidget(ChipLabel(chip))
        return row


def measure_rows(
    office: Office,
    person: Person,
    measures: Sequence[Measure],
    act: Callable[[Measure], object],
    name: str,
    *,
    verb: str = "",
) -> RowList:
    """Rows of measures; Enter opens what can be done with one."""
    rows = RowList(name, Shape.TODAY, whole=True)
    rows.set_rows([measure_row(office, person, each, verb) for each in measures])
    known = {each.id: each for each in measures}
    rows.activated_key.connect(lambda key: act(known[int(str(key))]))
    return rows


def measure_row(office: Office, person: Person, measure: Measure, verb: str = "") -> Row:
    """What, who, when, with or without vedtak, how far, and what came of it."""
    draft, today = measure.draft, office.clock.today()
    late = measure.late(today)
    hidden = late or measure.state in {MeasureState.CONFIRMED, MeasureState.TURNED_DOWN}
    parts = (
        capital(who_words(office, draft, person.given_name)),
        "" if draft.own_task or measure.condition is not None else vedtak_words(draft),
        word(measure.state) if hidden else "",
        measure.reason,
        condition_words(office, measure),
        found_words(measure, today),
        advice_words(office, measure),
    )
    when, how_long = _when(measure, today)
    return Row(
        measure.id,
        draft.words,
        BETWEEN.join(part for part in parts if part),
        state_chip(measure, today),
        when=when,
        how_long=how_long,
        tone=ChipKind.SOON.tone if late else None,
        action=verb or ("Evaluer …" if measure.to_evaluate(today) else "Følg opp …"),
    )


def _when(measure: Measure, today: date) -> tuple[str, str]:
    """«innen tor. 3. des.» and «om 10 dager»; of what is over, the day it ended."""
    due, start = measure.draft.due_on, measure.draft.starts_on
    if measure.state.ended:
        return near_day(measure.since, today), ""
    if due:
        return f"innen {near_day(due, today)}", until(today, due)
    return (f"fra {near_day(start, today)}" if start else ""), ""


def _small(words: str, act: Callable[[], object], about: str) -> Button:
    button = Button(words, act, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    button.setAccessibleDescription(about)
    return button
