"""Fields whose content is hidden until asked for: passphrases and national ids."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.core.errors import OfficeError, Problem
from app.core.national_id import NationalId, parse_national_id
from ui.kit import fonts, paint
from ui.kit.buttons import ButtonKind, ButtonSize, IconButton
from ui.kit.field import Field
from ui.kit.fields import Line, code_of
from ui.kit.fonts import Type
from ui.kit.icons import Icon


class _Clear(QWidget):
    """The passphrase painted over its dots: seen, but not in the accessibility tree."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        line.textChanged.connect(lambda _text: self.update())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().base())
        rect = QRectF(self.rect()).adjusted(fonts.px(3), 0, -fonts.px(3), 0)
        words = self._line.text()
        wide = paint.width_of(words, Type.BODY) > rect.width()
        side = paint.RIGHT if wide else paint.LEFT
        painter.setClipRect(rect)
        painter.setFont(fonts.font(Type.BODY))
        painter.setPen(self.palette().text().color())
        painter.drawText(rect, int(side), words)
        painter.end()


class _SecretLine(Line):
    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.setInputMethodHints(hints)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.clear_words = _Clear(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self.clear_words.setGeometry(self.rect().adjusted(8, 3, -8, -3))


class PassphraseField(Field):
    """A passphrase with «Vis». Even when shown it is never text to a screen reader."""

    submitted = Signal()

    def __init__(self, name: str, label: str, *, hint: str = "", width: int = 0) -> None:
        super().__init__(name, label, hint=hint, width=width)
        self.line = _SecretLine()
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(fonts.px(6))
        row.addWidget(self.line, 1)
        self.show_button = IconButton(
            Icon.SHOW, "Vis passfrasen", kind=ButtonKind.SECONDARY, size=ButtonSize.NORMAL
        )
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(self._toggle)
        row.addWidget(self.show_button)
        self._place(box, self.line)
        self.line.textEdited.connect(lambda _text: self.changed.emit(self.name))
        self.line.returnPressed.connect(self.submitted)
        self._settled()

    def _toggle(self, shown: bool) -> None:
        self.line.clear_words.setVisible(shown)
        self.line.end(False)
        self.show_button.icon_kind = Icon.HIDE if shown else Icon.SHOW
        self.show_button.set_name("Skjul passfrasen" if shown else "Vis passfrasen")

    def value(self) -> object:
        return self.line.text() or None

    def _state(self) -> object:
        return len(self.line.text())

    def set_value(self, value: object) -> None:
        self.line.setText("" if value is None else str(value))
        self._settled()

    def forget(self) -> None:
        """Empty and hidden, also for undo in the field."""
        self.show_button.setChecked(False)
        self.line.clear()


class NationalIdField(Field):
    """A national id, masked when not being typed; «Vis» asks first through `may_show`.

    The value is the digits as text. `revealed` tells that it was shown, to be logged.
    """

    revealed = Signal(str)

    def __init__(
        self,
        name: str,
        label: str = "Fødselsnummer",
        *,
        optional: bool = False,
        hint: str = "",
        read: Callable[[str], NationalId] = parse_national_id,
        may_show: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(name, label, optional=optional, hint=hint, width=190)
        self._read, self._may_show = read, may_show
        self._typed = ""
        self._open = True
        self.line = Line()
        self.line.setPlaceholderText("11 siffer")
        self.line.setMaxLength(14)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(fonts.px(6))
        row.addWidget(self.line, 1)
        self.show_button = IconButton(
            Icon.SHOW,
            "Vis fødselsnummeret",
            self.toggle,
            kind=ButtonKind.SECONDARY,
            size=ButtonSize.NORMAL,
        )
        row.addWidget(self.show_button)
        self._place(box, self.line)
        self.line.textEdited.connect(self._edited)
        self._settled()
        self._show()

    def _edited(self, text: str) -> None:
        self._typed = text
        self.changed.emit(self.name)

    def toggle(self) -> None:
        """Show or mask."""
        if self._open:
            self._open = False
        elif self._may_show():
            self._open = True
            self.revealed.emit(self.name)
        self._show()

    def _number(self) -> NationalId | None:
        try:
            return self._read(self._typed) if self._typed.strip() else None
        except OfficeError:
            return None

    def _show(self) -> None:
        number = self._number()
        masked = number is not None and not self._open
        self.line.setReadOnly(masked)
        if number is not None:
            self.line.setText(number.mask() if masked else number.full())
        elif self.line.text() != self._typed:
            self.line.setText(self._typed)
        self.show_button.setEnabled(number is not None)
        seen = self._open and number is not None
        self.show_button.icon_kind = Icon.HIDE if seen else Icon.SHOW
        word = "Skjul" if seen else "Vis"
        self.show_button.set_name(f"{word} fødselsnummeret")
        self.show_button.update()

    def leave(self) -> None:
        if self._number() is not None:
            self._open = False
        self._show()
        super().leave()

    def value(self) -> object:
        number = self._number()
        return number.digits if number else None

    def set_value(self, value: object) -> None:
        self._typed = "" if value is None else str(value)
        self._open = self._number() is None
        self._show()
        self._settled()

    def _state(self) -> object:
        return self._typed

    def reading(self) -> Problem | None:
        if not self._typed.strip():
            return None
        try:
            self._read(self._typed)
        except OfficeError as error:
            return Problem(self.name, code_of(error), facts=dict(error.facts))
        return None
