"""Fields that are typed in: text, several lines, money, dates, numbers."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.core.clock import SystemClock
from app.core.days import short_day
from app.core.errors import Invalid, OfficeError, Problem
from app.core.money import Ambiguous, Ore, format_kroner, parse_kroner
from ui.kit import fonts, paint
from ui.kit.days import read_day
from ui.kit.field import Field
from ui.kit.fonts import Type
from ui.kit.palette import Token

DATE_WIDTH = 128
MONEY_WIDTH = 140


def code_of(error: OfficeError) -> str:
    """The code to word: the first problem's, or the error's own."""
    if isinstance(error, Invalid) and error.problems:
        return error.problems[0].code
    return error.code


class Line(QLineEdit):
    """A line edit with a unit at its right end."""

    def __init__(self, suffix: str = "", *, right: bool = False) -> None:
        super().__init__()
        self._suffix = suffix
        self.setFont(fonts.font(Type.BODY, tabular=right))
        if right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight)
        room = round(paint.width_of(suffix, Type.HELP)) + fonts.px(6) if suffix else 0
        self.setTextMargins(fonts.px(1), 0, room, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        super().paintEvent(event)
        if not self._suffix:
            return
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(0, 0, -fonts.px(10), 0)
        paint.text(painter, rect, self._suffix, Type.HELP, Token.TEXT2, paint.RIGHT)
        painter.end()


class TextField(Field):
    """One line of text; what is empty is None."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        optional: bool = False,
        hint: str = "",
        width: int = 0,
        example: str = "",
        suffix: str = "",
        right: bool = False,
        longest: int = 200,
    ) -> None:
        super().__init__(name, label, optional=optional, hint=hint, width=width)
        self.line = Line(suffix, right=right)
        self.line.setPlaceholderText(example)
        self.line.setMaxLength(longest)
        self.line.setMinimumWidth(fonts.px(80))
        self.line.textEdited.connect(lambda _text: self.changed.emit(self.name))
        self.line.returnPressed.connect(self.leave)
        self._place(self.line)
        self._settled()

    def text(self) -> str:
        """What is typed, trimmed."""
        return self.line.text().strip()

    def value(self) -> object:
        return self.text() or None

    def set_value(self, value: object) -> None:
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)
        self._settled()

    def _state(self) -> object:
        return self.text()


class ReadField(TextField):
    """Text that is read into a value by `read` and written back by `write`.

    `read` raises OfficeError; its code is worded under the field.
    """

    def __init__(
        self,
        name: str,
        label: str,
        read: Callable[[str], object],
        write: Callable[[object], str],
        *,
        optional: bool = False,
        hint: str = "",
        width: int = 0,
        example: str = "",
        suffix: str = "",
        right: bool = False,
    ) -> None:
        self._read, self._write = read, write
        super().__init__(
            name,
            label,
            optional=optional,
            hint=hint,
            width=width,
            example=example,
            suffix=suffix,
            right=right,
        )

    def value(self) -> object:
        try:
            return self._read(self.text()) if self.text() else None
        except OfficeError:
            return None

    def set_value(self, value: object) -> None:
        super().set_value(None if value is None else self._write(value))

    def worded(self, value: object) -> str:
        return self._write(value)

    def leave(self) -> None:
        value = self.value()
        if value is not None and not self.line.isReadOnly():
            self.line.setText(self._write(value))
        super().leave()

    def reading(self) -> Problem | None:
        if not self.text():
            return None
        try:
            self._read(self.text())
        except Ambiguous as error:
            return Problem(self.name, code_of(error), blocks=True, facts=dict(error.facts))
        except OfficeError as error:
            return Problem(self.name, code_of(error), facts=dict(error.facts))
        return None


def _ore(value: object) -> str:
    return format_kroner(Ore(value), unit=False) if isinstance(value, int) else str(value)


def _day(value: object) -> str:
    return short_day(value) if isinstance(value, date) else str(value)


class MoneyField(ReadField):
    """A sum in kroner, right-aligned with «kr»; the value is whole øre."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        optional: bool = False,
        hint: str = "",
        width: int = MONEY_WIDTH,
        read: Callable[[str], int] = parse_kroner,
    ) -> None:
        super().__init__(
            name,
            label,
            read,
            _ore,
            optional=optional,
            hint=hint,
            width=width,
            suffix="kr",
            right=True,
        )


class DateField(ReadField):
    """A day typed freely (011226, 1.12.26, «i dag») and shown as dd.mm.åååå."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        optional: bool = False,
        hint: str = "",
        width: int = DATE_WIDTH,
        today: Callable[[], date] | None = None,
    ) -> None:
        now = today or SystemClock().today
        super().__init__(
            name,
            label,
            lambda text: read_day(text, now()),
            _day,
            optional=optional,
            hint=hint,
            width=width,
            example="dd.mm.åååå",
        )


class NumberField(ReadField):
    """A whole number between two bounds."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        least: int = 0,
        most: int = 9999,
        suffix: str = "",
        optional: bool = False,
        hint: str = "",
        width: int = 110,
    ) -> None:
        def read(text: str) -> int:
            bare = "".join(text.split())
            if not bare.lstrip("-").isdecimal():
                raise OfficeError("number_unreadable")
            if not least <= int(bare) <= most:
                raise OfficeError("number_outside", least=least, most=most)
            return int(bare)

        super().__init__(
            name,
            label,
            read,
            str,
            optional=optional,
            hint=hint,
            width=width,
            suffix=suffix,
            right=True,
        )


class MultilineField(Field):
    """Several lines of text; Tab goes on to the next field."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        optional: bool = False,
        hint: str = "",
        lines: int = 4,
        example: str = "",
    ) -> None:
        super().__init__(name, label, optional=optional, hint=hint)
        self.box = QPlainTextEdit()
        self.box.setTabChangesFocus(True)
        self.box.setPlaceholderText(example)
        self.box.document().setDocumentMargin(fonts.px(8))
        high = paint.height_of(Type.BODY) * lines + fonts.px(20)
        self.box.setFixedHeight(round(high))
        self.box.setMinimumWidth(fonts.px(160))
        self.box.textChanged.connect(lambda: self.changed.emit(self.name))
        self._place(self.box)
        self._settled()

    def value(self) -> object:
        return self.box.toPlainText().strip() or None

    def set_value(self, value: object) -> None:
        self.box.blockSignals(True)
        self.box.setPlainText("" if value is None else str(value))
        self.box.blockSignals(False)
        self._settled()
