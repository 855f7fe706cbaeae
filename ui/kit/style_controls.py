"""How fields, ticks, combo boxes, menus and scroll bars are painted."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QWidget,
)

from ui.kit import fonts, icons, paint
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.palette import Token, color

_State = QStyle.StateFlag


class FieldState(StrEnum):
    """What a field's edge tells; read from the property `field_state`."""

    PLAIN = "plain"
    PROBLEM = "problem"
    QUESTION = "question"


def _edge(option: QStyleOption, widget: QWidget | None) -> tuple[Token, float]:
    state = widget.property("field_state") if widget else None
    focused = bool(option.state & _State.State_HasFocus) or bool(widget and widget.hasFocus())
    if state == FieldState.PROBLEM:
        return Token.REDFILL, 2 if focused else 1.5
    if state == FieldState.QUESTION:
        return Token.AMBERFILL, 2 if focused else 1.5
    return (Token.FOCUS, 2) if focused else (Token.FIELD, 1)


def draw_field(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Ground and edge of a text field; a bare one lies inside another field's frame."""
    if widget and widget.property("bare"):
        return
    enabled = bool(option.state & _State.State_Enabled)
    edge, width = _edge(option, widget)
    paint.box(painter, option.rect, Token.CARD if enabled else Token.NEUTRALBG, edge, 6, width)


def draw_combo(option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None) -> None:
    """A field with a caret; its own text is painted by draw_combo_text."""
    draw_field(option, painter, widget)
    size = fonts.px(14)
    box = QRectF(option.rect)
    rect = icons.at(box.right() - fonts.px(10) - size, box.center().y(), size)
    off = not option.state & _State.State_Enabled
    icons.paint(painter, rect, Icon.CARET_DOWN, Token.TEXT3 if off else Token.TEXT2)


def combo_is_empty(option: QStyleOption, widget: QWidget | None) -> bool:
    """Whether a combo shows its placeholder."""
    return (
        isinstance(option, QStyleOptionComboBox)
        and isinstance(widget, QComboBox)
        and widget.currentIndex() < 0
    )


def draw_check(option: QStyleOption, painter: QPainter) -> None:
    """A box that is filled with a tick when set, with a bar when partly set."""
    state = option.state
    enabled = bool(state & _State.State_Enabled)
    ticked = bool(state & _State.State_On)
    partly = bool(state & _State.State_NoChange)
    if not (ticked or partly):
        paint.box(painter, option.rect, Token.CARD, Token.FIELD, 4)
        return
    ground = Token.ACCENTFILL if enabled else Token.NEUTRALBG
    paint.box(painter, option.rect, ground, None if enabled else Token.FIELD, 4)
    inner = QRectF(option.rect).adjusted(3, 3, -3, -3)
    colour = Token.ONACCENT if enabled else Token.TEXT3
    icons.paint(painter, inner, Icon.CHECK if ticked else Icon.REMOVE, colour, Weight.BOLD)


def draw_radio(option: QStyleOption, painter: QPainter) -> None:
    """A ring, with a dot when chosen."""
    chosen = bool(option.state & _State.State_On)
    enabled = bool(option.state & _State.State_Enabled)
    rect = QRectF(option.rect)
    edge = Token.ACCENTFILL if chosen and enabled else Token.FIELD
    paint.box(painter, rect, Token.CARD, edge, rect.width() / 2, 2 if chosen else 1)
    if chosen:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(color(edge)))
        radius = rect.width() / 4.2
        painter.drawEllipse(QPointF(rect.center()), radius, radius)
        painter.restore()


def draw_menu_frame(option: QStyleOption, painter: QPainter) -> None:
    """Menus and tool tips: the raised ground with a field's edge."""
    painter.save()
    painter.fillRect(option.rect, color(Token.RAISED))
    painter.setPen(QPen(color(Token.FIELD), 1))
    painter.drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def draw_scroll_bar(
    style: QStyle, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None
) -> None:
    """A handle on a clear ground; it grows a little under the pointer."""
    handle = style.subControlRect(
        QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, widget
    )
    upright = option.rect.height() > option.rect.width()
    rect = QRectF(handle)
    inset = 3.0 if option.state & _State.State_MouseOver else 3.5
    rect = rect.adjusted(inset, 2, -inset, -2) if upright else rect.adjusted(2, inset, -2, -inset)
    paint.box(painter, rect, Token.FIELD, None, min(rect.width(), rect.height()) / 2)


def combo_text(option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None) -> None:
    """The chosen words, or the placeholder in its quieter colour."""
    enabled = bool(option.state & _State.State_Enabled)
    empty = combo_is_empty(option, widget)
    words = (
        widget.placeholderText()
        if empty and isinstance(widget, QComboBox)
        else (option.currentText)
    )
    rect = QRectF(option.rect).adjusted(fonts.px(10), 0, -fonts.px(30), 0)
    colour = Token.TEXT3 if empty or not enabled else Token.TEXT
    paint.text(painter, rect, words, Type.BODY, colour)
