"""Conditions of a grant: each duty with the reason it is needed for (FV-18)."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import Problem
from app.decisions.model import Condition
from ui.kit import fonts
from ui.kit.ask import BareForm
from ui.kit.buttons import Button, ButtonKind, ButtonSize, IconButton
from ui.kit.fields import TextField
from ui.kit.icons import Icon
from ui.labels import problem

_FIELD_OF = {"condition_duty_missing": "duty", "condition_link_missing": "link"}


class ConditionLine(BareForm):
    """One condition: the duty and its link to the case."""

    def __init__(self, condition: Condition, place: int) -> None:
        super().__init__(f"Vilkår {place}", problem)
        self.id = condition.id
        self.body.setSpacing(fonts.px(4))
        self.line(TextField("duty", f"Vilkår {place}", example="Du møter til samtale hver måned"))
        self.line(
            TextField("link", "Hvorfor det trengs", example="Da kan vi hjelpe før gjelden vokser")
        )
        self.set_values({"duty": condition.duty or None, "link": condition.link or None})

    def condition(self) -> Condition:
        """What is typed."""
        return Condition(*self.words, self.id)

    @property
    def words(self) -> tuple[str, str]:
        """Duty and link as typed."""
        values = self.values()
        return str(values["duty"] or ""), str(values["link"] or "")


class ConditionsPart(QWidget):
    """The lines and the button that adds one; `left` when one was changed and left."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[ConditionLine] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(8))
        self._column = QVBoxLayout()
        self._column.setSpacing(fonts.px(8))
        column.addLayout(self._column)
        self.add_button = Button(
            self.tr("Legg til vilkår"),
            lambda: self.add(),
            kind=ButtonKind.QUIET,
            icon=Icon.NEW,
            size=ButtonSize.SMALL,
        )
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_conditions(self, conditions: tuple[Condition, ...]) -> None:
        """Show these; lines that say the same already are left as they are, cursor and all."""
        filled = [line for line in self.lines if line.words != ("", "")]
        if [line.words for line in filled] == [(each.duty, each.link) for each in conditions]:
            for line, condition in zip(filled, conditions, strict=True):
                line.id = condition.id
            return
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = []
        for condition in conditions:
            self._put(condition)

    def add(self) -> ConditionLine:
        """One more, with the cursor in it."""
        line = self._put(Condition("", ""))
        line.field("duty").control.setFocus()
        return line

    def _put(self, condition: Condition) -> ConditionLine:
        place = len(self.lines) + 1
        line = ConditionLine(condition, place)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(fonts.px(8))
        row.addWidget(line, 1)
        remove = IconButton(
            Icon.CLOSE,
            self.tr("Ta bort vilkår {}").format(place),
            lambda: self._remove(line, holder),
        )
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(holder)
        self.lines.append(line)
        line.left.connect(lambda _name: self.left.emit())
        return line

    def _remove(self, line: ConditionLine, holder: QWidget) -> None:
        self.lines.remove(line)
        holder.hide()
        holder.deleteLater()
        self.add_button.setFocus()
        self.left.emit()

    def conditions(self) -> tuple[Condition, ...]:
        """Every line that holds something."""
        typed = (line.condition() for line in self.lines)
        return tuple(each for each in typed if each.duty or each.link)

    def stand_on(self, number: int, code: str) -> None:
        """Put the cursor in what a condition lacks."""
        filled = [line for line in self.lines if line.words != ("", "")]
        if 0 < number <= len(filled):
            filled[number - 1].field(_FIELD_OF.get(code, "duty")).control.setFocus()

    def told(self, problems: tuple[Problem, ...]) -> None:
        """Each beside the field of its own line, by the number in the facts."""
        filled = [line for line in self.lines if line.words != ("", "")]
        for number, line in enumerate(filled, start=1):
            mine = [p for p in problems if p.facts.get("number") == number]
            line.show_problems([replace(p, field=_FIELD_OF.get(p.code, "duty")) for p in mine])
