"""From order through follow-up to evaluation: what has happened with a measure, day by day (D4)."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.followup.model import MeasureChain, MeasureState, MeasureStep
from ui.kit import fonts
from ui.kit.chips import ChipKind
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.words import IconLabel, Label
from ui.labels import day, title_word, word
from ui.measure_words import CHIPS

_MOST = 5


class ChainPart(QWidget):
    """The last steps, oldest first, and what evaluations found."""

    def __init__(
        self, chain: MeasureChain, state: MeasureState, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("Hva som har hendt med tiltaket")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, fonts.px(4))
        column.setSpacing(fonts.px(4))
        self.lines = chain_lines(chain)
        for kind, words in self.lines[-_MOST:]:
            column.addLayout(_line(kind, words))


def chain_lines(chain: MeasureChain) -> list[tuple[ChipKind, str]]:
    """«20.11.2026: Bestilt hos Nav (Siri Testmo)», with the evaluations among them."""
    dated = [(step.since, 0, CHIPS[step.state], _step(step)) for step in chain.steps]
    for found in chain.evaluations:
        said = f": {found.words}" if found.words else ""
        words = f"{day(found.evaluated_on)}: Evaluert, {word(found.result)}{said}"
        dated.append((found.evaluated_on, 1, ChipKind.INFO, words))
    dated.sort(key=lambda each: each[:2])
    return [(kind, words) for _day, _order, kind, words in dated]


def _step(step: MeasureStep) -> str:
    whom = f" hos {step.ordered_to}" if step.ordered_to else ""
    why = f": {step.reason}" if step.reason else ""
    by = f" ({step.by})" if step.by else ""
    return f"{day(step.since)}: {title_word(step.state)}{whom}{why}{by}"


def _line(kind: ChipKind, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(fonts.px(8))
    row.addWidget(IconLabel(kind.icon, kind.tone.shape, 16, kind.weight))
    row.addWidget(Label(words, Type.HELP, Token.TEXT2, wrap=True), 1)
    return row
