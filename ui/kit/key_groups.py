"""The recovery key on the screen: eight groups to be printed, two of them typed back."""

import random
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.kit import fonts, paint
from ui.kit.choice_fields import CheckField
from ui.kit.field import Verdict
from ui.kit.fields import TextField
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.words import Label

ON_A_ROW = 4
ASKED = 2
_LOOKALIKES = str.maketrans("OIL", "011")


def as_read(typed: str) -> str:
    """A group as it is compared: capitals, and letters that look like digits as digits."""
    kept = "".join(letter for letter in typed.upper() if letter.isalnum())
    return kept.translate(_LOOKALIKES)


class KeyGroups(QWidget):
    """The groups in numbered boxes. Read aloud group by group, letter by letter."""

    def __init__(self, groups: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = tuple(groups)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        spoken = (f"gruppe {n}: {' '.join(g)}" for n, g in enumerate(self._groups, 1))
        self.setAccessibleName("Gjenopprettingsnøkkelen")
        self.setAccessibleDescription(". ".join(spoken))

    @property
    def _per_row(self) -> int:
        return ON_A_ROW if self.width() >= fonts.px(440) else 2

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        rows = -(-len(self._groups) // ON_A_ROW)
        return QSize(fonts.px(460), rows * fonts.px(66))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(fonts.px(440), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        gap, high = fonts.px(12), fonts.px(56)
        wide = (self.width() - (self._per_row - 1) * gap) / self._per_row
        face = fonts.font(Type.PAGE_TITLE)
        face.setLetterSpacing(face.SpacingType.PercentageSpacing, 108)
        for place, group in enumerate(self._groups):
            row, column = divmod(place, self._per_row)
            box = QRectF(column * (wide + gap), row * fonts.px(66), wide, high)
            paint.box(painter, box, Token.PAGE, Token.LINE, 8)
            corner = box.adjusted(fonts.px(9), fonts.px(5), 0, 0)
            corner.setHeight(paint.height_of(Type.SMALL_STRONG))
            paint.text(painter, corner, str(place + 1), Type.SMALL_STRONG, Token.TEXT2)
            paint.text(painter, box, group, face, Token.TEXT, paint.CENTRE)
        painter.end()


class ConfirmGroups(QWidget):
    """Two groups typed back from the paper, and that the paper lies in the safe."""

    changed = Signal()

    def __init__(self, groups: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = tuple(groups)
        # which two is no secret: it only keeps anyone from learning them by heart
        self._asked = sorted(random.sample(range(len(self._groups)), ASKED))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(6))
        column.addWidget(
            Label("Hent arket fra skriveren og skriv inn to av gruppene", Type.SECTION)
        )
        why = "Slik vet vi begge at arket er leselig. Store og små bokstaver er like."
        column.addWidget(Label(why, Type.HELP, Token.TEXT2, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(fonts.px(20))
        self.fields = tuple(
            TextField(f"group_{n}", f"Gruppe {n + 1}", hint="Fem tegn", width=150)
            for n in self._asked
        )
        for field in self.fields:
            field.changed.connect(lambda _name: self._typed())
            row.addWidget(field)
        row.addStretch(1)
        column.addLayout(row)
        self.safe = CheckField("safe", "Arket ligger i kommunens safe, ikke ved maskinen")
        self.safe.changed.connect(lambda _name: self.changed.emit())
        column.addWidget(self.safe)

    @property
    def asked(self) -> tuple[int, ...]:
        """Which groups are asked for, from 1."""
        return tuple(place + 1 for place in self._asked)

    @property
    def reason(self) -> str:
        """What is missing before going on; empty when nothing is."""
        for place, field in zip(self._asked, self.fields, strict=True):
            if not self._right(place, field):
                return f"Skriv inn gruppe {place + 1} fra arket"
        return "" if self.safe.value() else "Legg arket i safen og kryss av"

    def _right(self, place: int, field: TextField) -> bool:
        return as_read(field.text()) == as_read(self._groups[place])

    def _typed(self) -> None:
        for place, field in zip(self._asked, self.fields, strict=True):
            typed = as_read(field.text())
            if self._right(place, field):
                field.show_verdict(Verdict.GOOD, "Riktig")
            elif len(typed) >= len(self._groups[place]):
                field.show_verdict(Verdict.PROBLEM, "Ikke som på arket")
            else:
                field.clear_verdict()
        self.changed.emit()
