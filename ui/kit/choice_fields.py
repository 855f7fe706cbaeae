"""Fields that are chosen in: a list of words, a tick, one of a few."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QRadioButton, QVBoxLayout, QWidget

from ui.kit import fonts
from ui.kit.field import Field
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.words import Label


class Combo(QComboBox):
    """A combo box that the wheel does not change by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        event.ignore()


Options = Sequence[tuple[object, str]]


class ChoiceField(Field):
    """One value of several, each with its words; None until chosen."""

    def __init__(
        self,
        name: str,
        label: str,
        options: Options,
        *,
        optional: bool = False,
        hint: str = "",
        width: int = 0,
        prompt: str = "Velg",
    ) -> None:
        super().__init__(name, label, optional=optional, hint=hint, width=width)
        self.combo = Combo()
        self.combo.setMinimumWidth(fonts.px(120))
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.combo.setMinimumContentsLength(8)
        self.combo.setPlaceholderText(prompt)
        self._values: list[object] = []
        self._place(self.combo)
        self.combo.view().setAccessibleName(label)
        self.set_options(options)
        self.combo.activated.connect(self._chosen)

    def set_options(self, options: Options) -> None:
        """Other values to choose among; the chosen one stays if it is still there."""
        before = self.value()
        shown = [(None, "Ikke valgt"), *options] if self.optional else list(options)
        self._values = [value for value, _ in shown]
        self.combo.clear()
        self.combo.addItems([words for _, words in shown])
        self.set_value(before)

    def value(self) -> object:
        place = self.combo.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    def set_value(self, value: object) -> None:
        place = self._values.index(value) if value in self._values else -1
        self.combo.setCurrentIndex(-1 if value is None else place)
        self._settled()

    def worded(self, value: object) -> str:
        return self.combo.itemText(self._values.index(value))

    def _chosen(self) -> None:
        self.changed.emit(self.name)
        self.leave()


class CheckField(Field):
    """A tick with its words beside it and an explanation under."""

    def __init__(self, name: str, words: str, *, hint: str = "") -> None:
        super().__init__(name, "")
        self.box = QCheckBox(words.replace("&", "&&"))
        self._place(self.box)
        self.box.setAccessibleName(words)
        self._help.setText(hint)
        self._help.setContentsMargins(fonts.px(28), 0, 0, 0)
        self.clear_verdict()
        self._settled()
        self.box.clicked.connect(self._clicked)

    def value(self) -> object:
        return self.box.isChecked()

    def set_value(self, value: object) -> None:
        self.box.setChecked(bool(value))
        self._settled()

    def _clicked(self) -> None:
        self.changed.emit(self.name)
        self.leave()


class RadioField(Field):
    """One of a few values, all in sight; `hint_of` explains single ones."""

    def __init__(
        self,
        name: str,
        label: str,
        options: Options,
        *,
        hint: str = "",
        optional: bool = False,
        hint_of: Mapping[object, str] | None = None,
    ) -> None:
        super().__init__(name, label, hint=hint, optional=optional)
        self._group = QButtonGroup(self)
        self._values = [value for value, _ in options]
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(fonts.px(3), 0, 0, 0)
        column.setSpacing(fonts.px(2))
        for place, (value, words) in enumerate(options):
            button = QRadioButton(words.replace("&", "&&"))
            button.setAccessibleName(f"{label}: {words}")
            self._group.addButton(button, place)
            column.addWidget(button)
            if note := (hint_of or {}).get(value, ""):
                button.setAccessibleDescription(note)
                explained = Label(note, Type.HELP, Token.TEXT2, wrap=True)
                explained.setContentsMargins(fonts.px(28), 0, 0, fonts.px(4))
                column.addWidget(explained)
        self._box = box
        self._place(box)
        self.label.setBuddy(self._group.button(0))
        box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._settled()
        self._group.idClicked.connect(lambda _place: self._clicked())

    def setFocus(  # noqa: N802  Qt's name
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        """The chosen one takes the keyboard, or the first."""
        (self._group.checkedButton() or self._group.button(0)).setFocus(reason)

    def value(self) -> object:
        place = self._group.checkedId()
        return self._values[place] if place >= 0 else None

    def set_value(self, value: object) -> None:
        self._group.setExclusive(False)
        for place, button in enumerate(self._group.buttons()):
            button.setChecked(self._values[place] == value)
        self._group.setExclusive(True)
        self._settled()

    def _clicked(self) -> None:
        self.changed.emit(self.name)
        self.leave()


class YesNoField(ChoiceField):
    """Yes, no, or not said: True, False, None."""

    def __init__(self, name: str, label: str, *, hint: str = "", width: int = 0) -> None:
        super().__init__(
            name, label, [(True, "Ja"), (False, "Nei")], optional=True, hint=hint, width=width
        )
