"""Strokes every painted widget shares: rounded boxes, text in a rectangle, focus rings."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)

from ui.kit import fonts
from ui.kit.fonts import Type
from ui.kit.palette import Token, color

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def box(
    painter: QPainter,
    rect: QRect | QRectF,
    ground: Token | None,
    edge: Token | None = None,
    radius: float = 6,
    width: float = 1,
) -> None:
    """A rounded rectangle whose edge lies on whole pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = width / 2 if edge else 0.0
    painter.setBrush(QBrush(color(ground)) if ground else QBrush(Qt.BrushStyle.NoBrush))
    painter.setPen(QPen(color(edge), width) if edge else QPen(Qt.PenStyle.NoPen))
    inner = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, radius, radius)
    painter.restore()


def focus_ring(painter: QPainter, rect: QRect | QRectF, radius: float = 8) -> None:
    """The 2-px ring that is always shown for the keyboard."""
    box(painter, rect, None, Token.FOCUS, radius, 2)


def text(
    painter: QPainter,
    rect: QRectF,
    words: str,
    kind: Type | QFont,
    colour: Token | QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """One line, elided at the right if it must; returns the width it took."""
    face = kind if isinstance(kind, QFont) else fonts.font(kind)
    measure = QFontMetricsF(face)
    shown = words
    if measure.horizontalAdvance(words) > rect.width() + 0.5:
        shown = measure.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(face)
    painter.setPen(color(colour) if isinstance(colour, Token) else colour)
    painter.drawText(rect, int(align), shown)
    return measure.horizontalAdvance(shown)


def wrapped(words: str, width: float, kind: Type, most: int = 2) -> list[str]:
    """Text in at most so many lines, the last one elided if it must."""
    if not words:
        return []
    face = fonts.font(kind)
    if "\n" not in words and QFontMetricsF(face).horizontalAdvance(words) <= width - 1:
        return [words.strip()]  # as most are: no line needs to be broken
    layout = QTextLayout(words, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        last = len(lines) == most - 1
        piece = words[start:] if last else words[start : start + line.textLength()]
        lines.append(piece.strip())
    layout.endLayout()
    measure = QFontMetricsF(face)
    lines[-1] = measure.elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)
    return lines


def width_of(words: str, kind: Type | QFont) -> float:
    """How wide a line of text is."""
    face = kind if isinstance(kind, QFont) else fonts.font(kind)
    return QFontMetricsF(face).horizontalAdvance(words)


def height_of(kind: Type | QFont) -> float:
    """How high a line of text is."""
    face = kind if isinstance(kind, QFont) else fonts.font(kind)
    return QFontMetricsF(face).height()


def key_cap(painter: QPainter, right: float, middle: float, words: str, *, on_fill: bool) -> float:
    """A key cap that ends at `right`; on a filled button the words stand without an edge."""
    width = width_of(words, Type.SMALL_STRONG) + fonts.px(10)
    height = fonts.px(20)
    rect = QRectF(right - width, middle - height / 2, width, height)
    if not on_fill:
        box(painter, rect, Token.CARD, Token.HAIR, 4)
    text(
        painter,
        rect,
        words,
        Type.SMALL_STRONG,
        Token.ONACCENT if on_fill else Token.TEXT2,
        CENTRE,
    )
    return width
