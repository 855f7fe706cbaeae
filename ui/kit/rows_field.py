"""A small table inside a form: rows of fields, added and removed by keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.core.errors import Problem
from ui.kit import fonts
from ui.kit.ask import BareForm
from ui.kit.buttons import Button, ButtonKind, ButtonSize, IconButton
from ui.kit.field import Field, Verdict
from ui.kit.form import Words, own_words
from ui.kit.icons import Icon
from ui.kit.tab_order import stand_on, tab_before

Lines = Sequence[Sequence[Field]]
Values = dict[str, object]


class Row(QWidget):
    """One row: its fields and the button that takes it away."""

    def __init__(
        self, name: str, remove: str, lines: Lines, words: Words, *, labelled: bool
    ) -> None:
        super().__init__()
        self.form = BareForm(name, words)
        self.form.body.setSpacing(fonts.px(4))
        for fields in lines:
            self.form.line(*fields)
        self.fields = tuple(field for fields in lines for field in fields)
        if not labelled:
            self._label(stacked=False)
            self.form.stacked.connect(lambda stacked: self._label(stacked=stacked))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(fonts.px(8))
        row.addWidget(self.form, 1)
        self.remove = IconButton(Icon.CLOSE, remove)
        self.remove.setFixedHeight(fonts.px(36))
        if len(lines) == 1 and all(field.narrow for field in self.fields):
            self.form.put_after(self.remove)
        else:
            row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)

    def _label(self, *, stacked: bool) -> None:
        """Fields below each other need their own labels; in a table the first row has them."""
        for field in self.fields:
            field.hide_label()
            field.label.setVisible(stacked)

    def typed(self) -> list[object]:
        """What stands in each field, whole or half."""
        return [_typed(field) for field in self.fields]

    def show_typed(self, typed: Sequence[object]) -> None:
        """Show what was typed before."""
        for field, value in zip(self.fields, typed, strict=False):
            control = field.control
            if isinstance(control, QLineEdit):
                control.setText(str(value or ""))
            else:
                field.set_value(value)


def _typed(field: Field) -> object:
    return field.control.text() if isinstance(field.control, QLineEdit) else field.value()


class RowsField(Field):
    """The value is a tuple of what each row holds, by the names of its fields.

    A row without anything in the fields named `needed` is left out. Enter in its last field
    begins another row.
    """

    def __init__(
        self,
        name: str,
        what: str,
        make: Callable[[], Lines],
        needed: Sequence[str],
        start: Callable[[], Values] = dict,
        words: Words = own_words,
    ) -> None:
        super().__init__(name, "")
        self._what, self._make, self._needed, self._start = what, make, needed, start
        self._word = words
        self.rows: list[Row] = []
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(6))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(fonts.px(6))
        column.addLayout(self._rows)
        self.add_button = Button(
            self.tr("Legg til {}").format(what),
            self.add,
            kind=ButtonKind.QUIET,
            icon=Icon.NEW,
            size=ButtonSize.SMALL,
        )
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._place(holder, self.add_button)
        self.add_button.setAccessibleName(self.add_button.text())
        self._settled()

    def add(self) -> Row:
        """One more row, with the cursor in it."""
        row = self._new()
        stand_on(row.fields[0].control)
        return row

    def _new(self) -> Row:
        place = len(self.rows) + 1
        lines = self._make()
        remove = self.tr("Ta bort {} {}").format(self._what, place)
        name = f"{self._what} {place}"
        labelled = not self.rows or len(lines) > 1
        row = Row(name, remove, lines, self._word, labelled=labelled)
        row.form.set_values(self._start())
        row.remove.clicked.connect(partial(self._remove, row))
        row.form.changed.connect(lambda _name: self.changed.emit(self.name))
        row.form.left.connect(lambda _name: self.leave())
        last = row.fields[-1].control
        if isinstance(last, QLineEdit):
            last.returnPressed.connect(self.add)
        self._rows.addWidget(row)
        self.rows.append(row)
        tab_before(self.add_button, [*(field.control for field in row.fields), row.remove])
        return row

    def _remove(self, row: Row, _checked: bool = False) -> None:
        self._drop(row)
        self.add_button.setFocus()
        self.changed.emit(self.name)
        self.leave()

    def _drop(self, row: Row) -> None:
        self.rows.remove(row)
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()

    # values

    def value(self) -> object:
        held = (row.form.values() for row in self.rows)
        return tuple(values for values in held if self._says(values))

    def _says(self, values: Values) -> bool:
        return any(values[name] is not None for name in self._needed)

    def set_value(self, value: object) -> None:
        wanted = value if isinstance(value, tuple) else ()
        if value is None or wanted != self.value():  # a row just begun stays
            while self.rows:
                self._drop(self.rows[-1])
            for values in wanted:
                self._new().form.set_values(values)
        self._settled()

    def typed(self) -> list[object]:
        """What stands in every row, whole or half, as a draft can hold it."""
        return [row.typed() for row in self.rows]

    def show_typed(self, typed: object) -> None:
        """Show what was typed before."""
        self.set_value(None)
        for each in typed if isinstance(typed, list) else ():
            if isinstance(each, list):
                self._new().show_typed(each)
        self._settled()

    @property
    def typing(self) -> bool:
        """Whether the cursor stands in one of the rows."""
        return any(field.control.hasFocus() for row in self.rows for field in row.fields)

    # problems

    def reading(self) -> Problem | None:
        for row in self.rows:
            if row.form.problem_count:
                return replace(row.form.problems[0], field=self.name)
        return None

    def told(self, problems: Sequence[Problem]) -> None:
        """«0.monthly» stands in the first row that says something, beside the sum."""
        says = [row for row in self.rows if self._says(row.form.values())]
        for row in self.rows:
            row.form.show_problems(())
        for place, row in enumerate(says):
            start = f"{place}."
            mine = [p for p in problems if p.field.startswith(start)]
            row.form.show_problems([replace(p, field=p.field.removeprefix(start)) for p in mine])

    def show_verdict(self, verdict: Verdict, words: str) -> None:
        """What a row says itself is not said again below it."""
        super().show_verdict(verdict, words)
        if any(row.form.problems for row in self.rows):
            self._shape.setVisible(False)
            self._words.setVisible(False)
