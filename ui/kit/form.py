"""A form: sections of fields in one card, problems beside their fields, silent saving."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.core.errors import Problem
from app.core.money import Ore, format_kroner
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card, Section, clear
from ui.kit.chips import ChipKind
from ui.kit.field import Field, Verdict
from ui.kit.icons import Icon

NARROW = 1000
MOST_ON_A_LINE = 3

Words = Callable[[Problem], str]


def own_words(problem: Problem) -> str:
    """What fields say themselves about what cannot be read; empty for other codes."""
    facts = problem.facts
    if problem.code == "money_ambiguous":
        readings = facts.get("readings", ())
        sums = [format_kroner(Ore(r)) for r in readings] if isinstance(readings, tuple) else []
        return f"Mener du {' eller '.join(sums)}?"
    if problem.code == "number_outside":
        return f"Skriv et tall fra {facts.get('least')} til {facts.get('most')}."
    if problem.code == "id_length":
        return f"Skriv 11 siffer. Her er det {facts.get('length')}."
    return {
        "day_unreadable": "Skriv dagen som dd.mm.åååå.",
        "day_not_in_calendar": "Denne dagen finnes ikke. Sjekk dag og måned.",
        "money_unreadable": "Skriv beløpet med siffer, for eksempel 8 200.",
        "number_unreadable": "Skriv et helt tall.",
        "id_digits": "Skriv bare siffer.",
        "id_date": "De seks første sifrene er ingen dato. Sjekk dem.",
        "id_check_digit": "Kontrollsifferet stemmer ikke. Sjekk sifrene.",
    }.get(problem.code, "")


QUESTIONS = frozenset(
    {
        "money_ambiguous",
        "economy_looks_yearly",
        "economy_looks_monthly",
        "debt_claim_twice",
        "creditor_known",
    }
)
"""What is not wrong in itself: it is asked about, and goes on when it is answered."""


def is_typed_in(field: Field) -> bool:
    """Whether someone is typing there now, so that it must not be overwritten."""
    typed = isinstance(field.control, QLineEdit | QPlainTextEdit)
    return typed and field.control.hasFocus()


class _FieldLine(QWidget):
    """Two or three fields side by side; below each other when it is narrow."""

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self.fields = tuple(fields)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(fonts.px(8))
        self._row = QHBoxLayout()
        self._row.setSpacing(fonts.px(12))
        for field in fields:
            self._row.addWidget(field, 0 if field.narrow else 1)
        if all(field.narrow for field in fields):
            self._row.addStretch(1)
        outer.addLayout(self._row)
        self.callouts = QVBoxLayout()
        outer.addLayout(self.callouts)

    def put_after(self, part: QWidget) -> None:
        """A button right after the last field, not at the far end of the line."""
        bottom_left = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        self._row.insertWidget(len(self.fields), part, 0, bottom_left)

    def stack(self, *, narrow: bool) -> None:
        """One column, or side by side."""
        side = QBoxLayout.Direction.LeftToRight
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else side)
        self._row.setSpacing(fonts.px(8 if narrow else 12))


class Form(Card):
    """Fields by name. `words` says in Norwegian what a Problem means.

    `left(name)` is the moment to save one field; `problems_changed(count)` when the count moves.
    Only the first line of the words stands beside the field; more lines or a remedy stand in a
    callout under the line.
    """

    left = Signal(str)
    changed = Signal(str)
    problems_changed = Signal(int)
    stacked = Signal(bool)  # whether fields of a line now stand below each other

    def __init__(self, name: str, words: Words = own_words, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(name)
        self._word = words
        self._fields: dict[str, Field] = {}
        self._lines: list[_FieldLine] = []
        self._told: tuple[Problem, ...] = ()
        self._section: Section | None = None
        self._narrow = False
        self._stretch = QWidget()
        self.body.addWidget(self._stretch, 1)

    # building

    def section(self, title: str, fact: str = "") -> Section:
        """Begin a titled part; what follows is put in it."""
        made = Section(title, fact=fact, first=self._section is None)
        self._section = made
        self.body.insertWidget(self.body.count() - 1, made)
        return made

    def line(self, *fields: Field) -> None:
        """Put one to three fields on a line."""
        if not 1 <= len(fields) <= MOST_ON_A_LINE:
            raise ValueError("one to three fields on a line")
        made = _FieldLine(fields)
        made.stack(narrow=self._narrow)
        self._lines.append(made)
        self.add_part(made)
        for field in fields:
            if field.name in self._fields:
                raise ValueError(f"two fields are called {field.name}")
            self._fields[field.name] = field
            field.left.connect(self._field_left)
            field.changed.connect(self._field_changed)

    def put_after(self, part: QWidget) -> None:
        """Put a button after the fields of the last line."""
        self._lines[-1].put_after(part)

    def add_part(self, part: QWidget) -> None:
        """Put something else between the lines: facts, a callout."""
        if self._section is not None:
            self._section.add(part)
        else:
            self.body.insertWidget(self.body.count() - 1, part)

    # values

    def field(self, name: str) -> Field:
        """The field of this name; KeyError if there is none."""
        return self._fields[name]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all fields, in order."""
        return tuple(self._fields)

    def values(self) -> dict[str, object]:
        """What every field holds."""
        return {name: field.value() for name, field in self._fields.items()}

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show values; fields that are not named stay. Tells nothing."""
        for name, value in values.items():
            if name in self._fields:
                self._fields[name].set_value(value)
        self._show()

    # problems

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Tell what the rules say of the draft; an earlier telling is gone."""
        self._told = tuple(problems)
        self._show()

    def show_good(self, name: str, words: str) -> None:
        """A green line where a law's limit has been checked."""
        if self._fields[name].verdict is None:
            self._fields[name].show_verdict(Verdict.GOOD, words)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong now: what cannot be read first, then what was told."""
        unread = [p for p in (f.reading() for f in self._fields.values()) if p is not None]
        names = {p.field for p in unread}
        return (*unread, *(p for p in self._told if p.field not in names))

    @property
    def problem_count(self) -> int:
        """How many problems stop the draft."""
        return sum(problem.blocks for problem in self.problems)

    @property
    def summary(self) -> str:
        """«1 feil å rette», or empty."""
        return f"{self.problem_count} feil å rette" if self.problem_count else ""

    def jump_to_first(self) -> None:
        """Put the cursor where the first problem is."""
        wrong = {problem.field for problem in self.problems}
        for name, field in self._fields.items():
            if name in wrong:
                field.control.setFocus()
                return

    def _show(self) -> None:
        for field in self._fields.values():
            field.clear_verdict()
        for line in self._lines:
            clear(line.callouts)
        for problem in reversed(self.problems):
            field_of = self._fields.get(problem.field)
            if field_of is not None:
                self._show_one(problem, field_of)
        self.problems_changed.emit(self.problem_count)

    def _words_of(self, problem: Problem) -> str:
        return own_words(problem) or self._word(problem)

    def _show_one(self, problem: Problem, field: Field) -> None:
        first, _, rest = self._words_of(problem).partition("\n")
        asks = problem.code in QUESTIONS or not problem.blocks
        field.show_verdict(Verdict.QUESTION if asks else Verdict.PROBLEM, first)
        if problem.remedy is None and not rest:
            return
        remedy = self._remedy(problem, field) if problem.remedy is not None else None
        kind = ChipKind.SOON if asks else ChipKind.URGENT
        line = next(line for line in self._lines if field in line.fields)
        line.callouts.addWidget(Callout(kind, first, rest, remedy))

    def _remedy(self, problem: Problem, field: Field) -> Button:
        return Button(
            f"Bruk {field.worded(problem.remedy)}",
            lambda: self._use(field, problem.remedy),
            size=ButtonSize.SMALL,
        )

    def _use(self, field: Field, value: object) -> None:
        field.set_value(value)
        self._told = tuple(p for p in self._told if p.field != field.name)
        self._show()
        field.control.setFocus()
        self.changed.emit(field.name)
        self.left.emit(field.name)

    def _field_left(self, name: str) -> None:
        self._show()
        self.left.emit(name)

    def _field_changed(self, name: str) -> None:
        """While typing an old verdict on this field is taken away, no new one is given."""
        if self._fields[name].verdict is not None:
            self._told = tuple(p for p in self._told if p.field != name)
            self._fields[name].clear_verdict()
        self.changed.emit(name)

    # narrow windows

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._reflow()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange and hasattr(self, "_lines"):
            self._reflow()
        return super().event(event)

    def _reflow(self) -> None:
        window = self.window()
        dialog = isinstance(window, QDialog)
        narrow = self.width() < fonts.px(480) or (
            not dialog and fonts.room(window.width()) < NARROW
        )
        if narrow != self._narrow:
            self._narrow = narrow
            for line in self._lines:
                line.stack(narrow=narrow)
            self.stacked.emit(narrow)


class ProblemChip(Button):
    """«1 feil å rette» for the header: counts the form's problems and jumps to the first."""

    def __init__(self, form: Form) -> None:
        super().__init__(
            "", form.jump_to_first, kind=ButtonKind.ALERT, icon=Icon.URGENT, size=ButtonSize.SMALL
        )
        self._form = form
        form.problems_changed.connect(lambda _count: self._tell())
        self._tell()

    def _tell(self) -> None:
        self.set_words(self._form.summary or "Ingen feil å rette")
        self.setVisible(bool(self._form.summary))
