"""Lines of a few words each in a vedtak: conditions, services. One form per line, one key adds."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import Problem
from ui.kit import fonts
from ui.kit.ask import BareForm
from ui.kit.buttons import Button, ButtonKind, ButtonSize, IconButton
from ui.kit.fields import TextField
from ui.kit.icons import Icon
from ui.labels import problem

Words = tuple[str, ...]


class WordsLine(BareForm):
    """One line; `id` is that of the row it was read from, 0 while new."""

    def __init__(self, name: str, fields: tuple[TextField, ...], row: int, words: Words) -> None:
        super().__init__(name, problem)
        self.id = row
        self.body.setSpacing(fonts.px(4))
        for field in fields:
            self.line(field)
        self.set_values({n: word or None for n, word in zip(self.names, words, strict=True)})

    @property
    def words(self) -> Words:
        """As typed, in the order of the fields."""
        values = self.values()
        return tuple(str(values[name] or "") for name in self.names)


class LinesPart(QWidget):
    """The lines and the button that adds one; `left` when one was changed and left."""

    left = Signal()

    def __init__(self, add_words: str, field_of: dict[str, str]) -> None:
        super().__init__()
        self.lines: list[WordsLine] = []
        self._field_of = field_of
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(8))
        self._column = QVBoxLayout()
        self._column.setSpacing(fonts.px(8))
        column.addLayout(self._column)
        self.add_button = Button(
            add_words,
            lambda: self.add(),
            kind=ButtonKind.QUIET,
            icon=Icon.NEW,
            size=ButtonSize.SMALL,
        )
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    # for the kinds of line

    def fields(self, place: int) -> tuple[TextField, ...]:
        """The fields of a line."""
        raise NotImplementedError

    def name_of(self, place: int) -> str:
        """What a line is called."""
        raise NotImplementedError

    # showing and reading

    def show_rows(self, rows: tuple[tuple[int, Words], ...]) -> None:
        """Show these; lines that say the same already are left as they are, cursor and all."""
        filled = self._filled()
        if [line.words for line in filled] == [words for _, words in rows]:
            for line, (row, _) in zip(filled, rows, strict=True):
                line.id = row
            return
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = []
        for row, words in rows:
            self._put(row, words)

    def rows(self) -> tuple[tuple[int, Words], ...]:
        """Every line that holds something."""
        return tuple((line.id, line.words) for line in self._filled())

    def _filled(self) -> list[WordsLine]:
        return [line for line in self.lines if any(line.words)]

    def add(self) -> WordsLine:
        """One more, with the cursor in it."""
        line = self._put(0, ())
        line.field(line.names[0]).control.setFocus()
        return line

    def _put(self, row: int, words: Words) -> WordsLine:
        place = len(self.lines) + 1
        fields = self.fields(place)
        line = WordsLine(self.name_of(place), fields, row, words or ("",) * len(fields))
        holder = QWidget()
        side = QHBoxLayout(holder)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(fonts.px(8))
        side.addWidget(line, 1)
        words_of = self.tr("Ta bort {}").format(self.name_of(place).lower())
        remove = IconButton(Icon.CLOSE, words_of, lambda: self._remove(line, holder))
        side.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(holder)
        self.lines.append(line)
        line.left.connect(lambda _name: self.left.emit())
        return line

    def _remove(self, line: WordsLine, holder: QWidget) -> None:
        self.lines.remove(line)
        holder.hide()
        holder.deleteLater()
        self.add_button.setFocus()
        self.left.emit()

    # problems

    def stand_on(self, number: int, code: str) -> None:
        """Put the cursor in what a line lacks."""
        filled = self._filled()
        if 0 < number <= len(filled):
            line = filled[number - 1]
            line.field(self._field_of.get(code, line.names[0])).control.setFocus()

    def told(self, problems: tuple[Problem, ...]) -> None:
        """Each beside the field of its own line, by the number in the facts."""
        for number, line in enumerate(self._filled(), start=1):
            first = line.names[0]
            mine = [p for p in problems if p.facts.get("number") == number]
            line.show_problems([replace(p, field=self._field_of.get(p.code, first)) for p in mine])
