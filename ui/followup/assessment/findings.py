"""What was said, area by area: nothing of a person's own words is cut."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.followup.assessments.model import Assessment, AssessmentArea
from ui.followup.assessment.words import answer_chip, spoken
from ui.kit import fonts
from ui.kit.cards import Hairline
from ui.kit.chips import ChipLabel
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import title_word

FIRST = 150  # room for the longest chip


class Findings(QWidget):
    """A line for each area that was talked about: how it goes, own words, and the wish."""

    def __init__(self, known: Assessment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Område for område")
        self.said: list[str] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, fonts.px(4), 0, 0)
        self._grid.setHorizontalSpacing(fonts.px(8))
        self._grid.setVerticalSpacing(fonts.px(8))
        self._grid.setColumnMinimumWidth(0, fonts.px(FIRST))
        self._grid.setColumnStretch(1, 1)
        for area in AssessmentArea:
            if known.draft.of(area).answer.told:
                self._add(known, area)

    def _add(self, known: Assessment, area: AssessmentArea) -> None:
        said = known.draft.of(area)
        row = self._grid.rowCount()
        self._grid.addWidget(Hairline(), row, 0, 1, 2)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(ChipLabel(answer_chip(said.answer)), row + 1, 0, top)
        words = QVBoxLayout()
        words.setSpacing(fonts.px(2))
        title = Label(title_word(area), Type.GROUP, wrap=True)
        title.setAccessibleName(spoken(known, area))
        words.addWidget(title)
        if area.sensitive:
            words.addWidget(Label("Helseopplysning", Type.SMALL, Token.TEXT2))
        quoted = f"«{said.words.strip('«»')}»" if said.words else ""
        wish = f"Ønsker: {said.wish}" if said.wish else ""
        for text in filter(None, (quoted, wish)):
            label = Label(text, Type.BODY, Token.TEXT2, wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(label)
        self._grid.addLayout(words, row + 1, 1)
        self.said.append(spoken(known, area))
