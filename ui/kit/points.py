"""Points of an answer: each with a shape, what it is about, how it stands, why, and its source."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.records import dataclass
from ui.kit import fonts
from ui.kit.chips import ChipKind
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.words import IconLabel, Label


@dataclass(frozen=True, slots=True)
class Point:
    """One point; `status` is the word beside the title, so that colour never stands alone."""

    kind: ChipKind
    title: str
    words: str
    status: str = ""
    source: str = ""


class PointPart(QWidget):
    """Shape, title with its status, the sentence, and the paragraph under it."""

    def __init__(self, point: Point, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = f"{point.title}: {point.status}" if point.status else point.title
        self.setAccessibleName(head)
        self.setAccessibleDescription(point.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, fonts.px(2))
        row.setSpacing(fonts.px(9))
        kind = point.kind
        shape = IconLabel(kind.icon, kind.tone.shape, 18, kind.weight)
        row.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(head, Type.LABEL_STRONG, wrap=True))
        words.addWidget(Label(point.words, Type.HELP, Token.TEXT2, wrap=True))
        if point.source:
            words.addWidget(Label(point.source, Type.SMALL, Token.TEXT3, wrap=True))
        row.addLayout(words, 1)
