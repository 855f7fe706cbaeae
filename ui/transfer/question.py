"""The panel at the side: what one cell asks, its possible readings, and who else waits."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.transfer.model import Answer, CheckedSheet, Finding, FindingKind
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card, Hairline, clear
from ui.kit.chips import ChipKind
from ui.kit.choice_fields import CheckField, ChoiceField, RadioField
from ui.kit.field import Field
from ui.kit.fields import TextField
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.page import ScrollBody
from ui.kit.palette import Token
from ui.kit.words import IconLabel, Label
from ui.transfer.other import Other
from ui.transfer.wording import (
    CHIPS,
    asked,
    first_reading,
    reading_note,
    reading_words,
    short_why,
    shown,
    where,
    why,
)

_WEIGHT = tuple(FindingKind)
_ASKED = frozenset((FindingKind.ERROR, FindingKind.TO_CHECK))
MOST_RADIOS = 4
MOST_OTHERS = 50
OTHER = "\x00other"


class QuestionPanel(Card):
    """Shows what is found on a line; `answered` with an Answer, `wanted` with another line."""

    answered = Signal(object)
    wanted = Signal(int)
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self.setAccessibleName(self.tr("Spørsmål"))
        self._finding: Finding | None = None
        self._seen: tuple[CheckedSheet, int | None] | None = None
        self._choice: Field | None = None
        self._value: TextField | None = None
        self.others: tuple[Other, ...] = ()
        self._rest: CheckField | None = None
        self.apply_button: Button | None = None
        self._reason = Label()
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        pad = fonts.px(16)
        self._column.setContentsMargins(pad, fonts.px(12), pad, fonts.px(4))
        self._column.setSpacing(fonts.px(8))
        self._others = QWidget()
        self._others_column = QVBoxLayout(self._others)
        self._others_column.setContentsMargins(fonts.px(8), 0, fonts.px(8), 0)
        self._others_column.setSpacing(0)
        self._others_title = Label(self.tr("Andre som venter på deg"), Type.LABEL_STRONG)
        self._others_title.setContentsMargins(pad, 0, 0, 0)
        self._line = Hairline()
        body = ScrollBody()
        body.column.setSpacing(fonts.px(6))
        body.add(self._inner, self._line, self._others_title, self._others)
        body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll: QScrollArea = body
        self.body.addWidget(body, 1)
        self.list_button = Button(
            self.tr("Last ned feillista"),
            self.list_wanted.emit,
            kind=ButtonKind.QUIET,
            icon=Icon.DOCUMENT,
            size=ButtonSize.SMALL,
        )
        foot = QHBoxLayout()
        foot.setContentsMargins(fonts.px(6), 0, pad, fonts.px(4))
        foot.addWidget(self.list_button)
        foot.addStretch(1)
        self.body.addLayout(foot)

    @property
    def finding(self) -> Finding | None:
        """What is asked or told about now."""
        return self._finding

    def show_line(self, checked: CheckedSheet, line: int | None) -> None:
        """Ask or tell what is found on a line; None when no line is stood on."""
        if self._seen is not None and self._seen[0] is checked and self._seen[1] == line:
            return
        self._seen = (checked, line)
        focus = QApplication.focusWidget()
        worked_here = focus is not None and self.isAncestorOf(focus)
        found = sorted(checked.about(line or 0), key=lambda each: _WEIGHT.index(each.kind))
        self._finding = found[0] if found else None
        self._choice = self._value = self._rest = self.apply_button = None
        clear(self._column)
        if not found:
            self._tell_nothing(line)
        else:
            self._tell(checked, found[0])
            if found[0].kind in _ASKED and found[0].column:
                self._ask(found[0])
            for also in found[1:]:
                self._also(checked, also)
        self._tell_others(checked)
        if worked_here:  # answering one after another without leaving the keyboard
            QTimer.singleShot(0, self, self._focus_first)  # once it is shown
        self._scroll.verticalScrollBar().setValue(0)

    def _focus_first(self) -> None:
        (self._choice or self._value or self.list_button).setFocus()

    def _tell_nothing(self, line: int | None) -> None:
        words = self.tr("Velg en linje")
        if line is not None:
            words = self.tr("Linje {}").format(line)
            self._title_line(ChipKind.OK, words)
            self._column.addWidget(Label(self.tr("Tas inn som den står."), wrap=True))
            return
        self._column.addWidget(Label(words, Type.CARD_TITLE, wrap=True))

    def _title_line(self, kind: ChipKind, words: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(fonts.px(8))
        shape = IconLabel(kind.icon, kind.tone.shape, 18, kind.weight)
        row.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(words, Type.SECTION, wrap=True), 1)
        self._column.addLayout(row)

    def _tell(self, checked: CheckedSheet, finding: Finding) -> None:
        kind, _ = CHIPS[finding.kind]
        self._title_line(kind, where(checked, finding))
        if finding.before and finding.kind is FindingKind.FIXED:
            after = shown(finding, finding.after or finding.before)
            told = f"{shown(finding, finding.before)} → {after}"
            self._column.addWidget(Label(told, Type.BODY_STRONG, wrap=True))
        elif finding.secret and finding.before:
            self._written(finding)
        words = asked(finding)
        if finding.before and finding.kind in _ASKED and not finding.secret:
            words = f"«{shown(finding, finding.before)}». {words}"
        self._column.addWidget(Label(words, wrap=True))

    def _written(self, finding: Finding) -> None:
        label = Label(f"«{shown(finding, finding.before)}»", Type.BODY_STRONG, wrap=True)
        self._column.addWidget(label)
        if not finding.secret:
            return
        button = Button(
            self.tr("Vis hele nummeret"),
            lambda: label.setText(f"«{finding.before}»"),
            kind=ButtonKind.QUIET,
            icon=Icon.SHOW,
            size=ButtonSize.SMALL,
        )
        self._column.addWidget(button)

    def _ask(self, finding: Finding) -> None:
        if finding.readings:
            self._choice = self._choices(finding)
            self._column.addWidget(self._choice)
            self._choice.changed.connect(lambda _name: self._chosen())
        self._value = TextField("value", self.tr("Riktig verdi"))
        self._value.line.returnPressed.connect(self._apply)
        self._value.line.textEdited.connect(lambda _text: self._chosen())
        self._column.addWidget(self._value)
        self._rest = CheckField("rest", self.tr("Gjør likt for resten av fila"))
        self._column.addWidget(self._rest)
        self.apply_button = Button(self.tr("Bruk svaret"), self._apply)
        self._column.addWidget(self.apply_button)
        self._reason = Label("", Type.HELP, Token.TEXT2, wrap=True)
        self._column.addWidget(self._reason)
        self._chosen()

    def _choices(self, finding: Finding) -> Field:
        options: list[tuple[object, str]] = [
            (reading, reading_words(finding, reading)) for reading in finding.readings
        ]
        if len(options) > MOST_RADIOS:
            return ChoiceField("reading", self.tr("Velg"), [*options, (OTHER, self.tr("Annet"))])
        notes: dict[object, str] = {
            reading: reading_note(finding, place) for place, reading in enumerate(finding.readings)
        }
        options.append((OTHER, self.tr("Noe annet")))
        field = RadioField("reading", "", options, hint_of=notes)
        field.set_value(first_reading(finding))
        return field

    def _chosen(self) -> None:
        other = self._choice is None or self._choice.value() == OTHER
        if self._value is not None:
            self._value.setVisible(other)
        if self.apply_button is not None:
            reason = self.tr("Skriv riktig verdi først") if other else self.tr("Velg et svar først")
            reason = "" if self._given() else reason
            self.apply_button.set_off(reason)
            self._reason.setText(reason)
            self._reason.setVisible(bool(reason))

    def _given(self) -> str:
        chosen = self._choice.value() if self._choice is not None else OTHER
        if chosen != OTHER:
            return str(chosen or "")
        return self._value.text() if self._value is not None else ""

    def _apply(self) -> None:
        value, finding = self._given(), self._finding
        if finding is None or not value:
            return
        rest = bool(self._rest and self._rest.value())
        self.answered.emit(Answer(finding.line, finding.column, value, rest))

    def _also(self, checked: CheckedSheet, finding: Finding) -> None:
        kind, _ = CHIPS[finding.kind]
        self._column.addWidget(Hairline())
        row = QHBoxLayout()
        row.setSpacing(fonts.px(8))
        shape = IconLabel(kind.icon, kind.tone.shape, 16, kind.weight)
        row.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        words = where(checked, finding).partition(", ")[2]
        told = f"{words[:1].upper()}{words[1:]}: {why(finding)}" if words else why(finding)
        row.addWidget(Label(told, Type.HELP, Token.TEXT2, wrap=True), 1)
        self._column.addLayout(row)

    # the others

    def _tell_others(self, checked: CheckedSheet) -> None:
        waiting = [
            found
            for found in checked.findings
            if found.kind is FindingKind.ERROR and found is not self._finding
        ]
        clear(self._others_column)
        self.others = tuple(
            Other(where(checked, found), short_why(found), partial(self.wanted.emit, found.line))
            for found in waiting[:MOST_OTHERS]
        )
        for other in self.others:
            self._others_column.addWidget(other)
        for part in (self._line, self._others_title, self._others):
            part.setVisible(bool(waiting))
        title = self.tr("Andre som venter på deg")
        many = len(waiting) > MOST_OTHERS
        self._others_title.setText(f"{title} ({len(waiting)})" if many else title)
