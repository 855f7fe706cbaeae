"""How push buttons are sized and painted."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QMessageBox,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QWidget,
)

from app.core.records import dataclass
from ui.kit import fonts, icons, paint
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.palette import Token, high_contrast

_State = QStyle.StateFlag


class ButtonKind(StrEnum):
    """What a button is among its neighbours: one primary in a view."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"
    BARE = "bare"  # an icon without ground, in card heads and toasts
    SEGMENT = "segment"  # one of a row of choices
    ALERT = "alert"  # a red chip that is pressed: «1 feil å rette»


class ButtonSize(StrEnum):
    """How high: in rows and cards, in headers, in wizards."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"


_HEIGHT = {ButtonSize.SMALL: 30, ButtonSize.NORMAL: 34, ButtonSize.LARGE: 40}
_PAD = {ButtonSize.SMALL: 12, ButtonSize.NORMAL: 13, ButtonSize.LARGE: 14}


@dataclass(frozen=True, slots=True)
class ButtonLook:
    """What the style needs to know of one button."""

    kind: ButtonKind
    size: ButtonSize
    icon: Icon | None
    key: str
    text: str
    menu: bool

    @staticmethod
    def of(option: QStyleOption, widget: QWidget | None) -> "ButtonLook":
        """Read our own properties, or judge one of Qt's own dialog buttons."""
        words = option.text if isinstance(option, QStyleOptionButton) else ""
        features = getattr(option, "features", QStyleOptionButton.ButtonFeature.None_)
        default = bool(features & QStyleOptionButton.ButtonFeature.DefaultButton)
        menu = bool(features & QStyleOptionButton.ButtonFeature.HasMenu)
        kind = widget.property("kind") if widget else None
        if not isinstance(kind, str):
            kind = ButtonKind.PRIMARY if default else ButtonKind.SECONDARY
        size = (widget.property("size_kind") if widget else None) or ButtonSize.NORMAL
        icon = getattr(widget, "icon_kind", None)
        key = (widget.property("key_cap") if widget else None) or ""
        words = words.replace("&&", "\0").replace("&", "").replace("\0", "&")
        return ButtonLook(ButtonKind(kind), ButtonSize(size), icon, str(key), words, menu)

    @property
    def face(self) -> Type:
        """The type of the label."""
        return Type.LABEL if self.size is ButtonSize.SMALL else Type.BODY_STRONG


def button_size(option: QStyleOption, size: QSize, widget: QWidget | None) -> QSize:
    """Room for icon, words, key cap and padding."""
    look = ButtonLook.of(option, widget)
    height = fonts.px(_HEIGHT[look.size])
    if look.icon and not look.text:
        return QSize(height, height)
    width = paint.width_of(look.text, look.face) + 2 * _pad(look)
    if look.icon:
        width += fonts.px(26)
    if look.key:
        width += paint.width_of(look.key, Type.SMALL_STRONG) + fonts.px(22)
    if look.menu:
        width += fonts.px(20)
    if isinstance(widget and widget.window(), QMessageBox):
        width = max(width, fonts.px(90))
    return QSize(round(width) + 1, height)


def _pad(look: ButtonLook) -> int:
    return fonts.px(8 if look.kind is ButtonKind.QUIET else _PAD[look.size])


@dataclass(frozen=True, slots=True)
class _Paints:
    ground: Token | None
    edge: Token | None
    words: Token


def _paints(option: QStyleOption, look: ButtonLook) -> _Paints:
    state = option.state
    if not state & _State.State_Enabled:
        flat = look.kind in {ButtonKind.QUIET, ButtonKind.BARE}
        edge = Token.FIELD if high_contrast() and not flat else None
        return _Paints(None if flat else Token.NEUTRALBG, edge, Token.TEXT3)
    over = bool(state & _State.State_MouseOver) or bool(state & _State.State_Sunken)
    checked = bool(state & _State.State_On)
    if look.kind is ButtonKind.PRIMARY:
        return _Paints(Token.ACCENTFILL, None, Token.ONACCENT)
    if look.kind in {ButtonKind.QUIET}:
        return _Paints(Token.HOVER if over else None, None, Token.ACCENT)
    if look.kind is ButtonKind.BARE:
        ground = Token.SEL if checked else Token.HOVER if over else None
        return _Paints(ground, None, Token.TEXT2)
    if look.kind is ButtonKind.DANGER:
        return _Paints(Token.REDBG if over else Token.RAISED, Token.RED, Token.RED)
    if look.kind is ButtonKind.SEGMENT:
        return _segment(checked=checked, over=over)
    if look.kind is ButtonKind.ALERT:
        edge = Token.RED if over or high_contrast() else None
        return _Paints(Token.REDBG, edge, Token.RED)
    return _Paints(
        Token.SEL if checked else Token.HOVER if over else Token.RAISED,
        Token.ACCENT if checked else Token.FIELD,
        Token.TEXT,
    )


def _segment(*, checked: bool, over: bool) -> _Paints:
    if checked:
        edge = Token.FOCUS if high_contrast() else None
        return _Paints(Token.NAVSEL, edge, Token.TEXT)
    return _Paints(Token.HOVER if over else None, None, Token.TEXT2)


def draw_bevel(option: QStyleOption, painter: QPainter, look: ButtonLook) -> None:
    """The ground, the edge and the ring around them."""
    paints = _paints(option, look)
    rect = option.rect
    focused = bool(option.state & _State.State_HasFocus) and bool(
        option.state & _State.State_KeyboardFocusChange
    )
    body = rect.adjusted(3, 3, -3, -3) if focused else rect
    if paints.ground or paints.edge:
        radius = body.height() / 2 if look.kind is ButtonKind.ALERT else 4 if focused else 6
        paint.box(painter, body, paints.ground, paints.edge, radius)
    if bool(option.state & _State.State_Sunken) and look.kind is ButtonKind.PRIMARY:
        painter.save()
        painter.setOpacity(0.15)
        paint.box(painter, body, Token.TEXT, None, 6)
        painter.restore()
    if focused:
        paint.focus_ring(painter, rect)


def draw_label(
    option: QStyleOption, painter: QPainter, look: ButtonLook, widget: QWidget | None
) -> None:
    """Icon, words, key cap, caret; centred when there is no key."""
    colour = _paints(option, look).words
    rect = QRectF(option.rect)
    middle = rect.center().y()
    size = fonts.px(16 if look.size is ButtonSize.SMALL else 18)
    if look.icon and not look.text:
        weight = Weight.REGULAR
        icons.paint(
            painter,
            QRectF(rect.center().x() - size / 2, middle - size / 2, size, size),
            look.icon,
            colour,
            weight,
        )
        return
    words = paint.width_of(look.text, look.face)
    gap = fonts.px(8)
    inner = words + (size + gap if look.icon else 0)
    off = not option.state & _State.State_Enabled
    right = _right_part(painter, rect, look, off=off)
    room = rect.width() - (rect.right() - right)
    pad = _pad(look)
    centred = (room - inner) / 2 if right == rect.right() else pad
    x = rect.left() + max(min(pad, centred), centred)
    icon_colour = colour if look.kind is not ButtonKind.SECONDARY or off else Token.TEXT2
    if look.icon:
        weight = Weight.FILL if look.kind is ButtonKind.ALERT else Weight.REGULAR
        icons.paint(painter, icons.at(x, middle, size), look.icon, icon_colour, weight)
        x += size + gap
    paint.text(
        painter, QRectF(x, rect.top(), right - x, rect.height()), look.text, look.face, colour
    )


def _right_part(painter: QPainter, rect: QRectF, look: ButtonLook, *, off: bool) -> float:
    """The key cap or the caret at the right end; returns where the words must end.

    What is off answers to no key, so it shows none.
    """
    middle = rect.center().y()
    if look.key and not off:
        on_fill = look.kind is ButtonKind.PRIMARY
        right = rect.right() - fonts.px(9)
        return right - paint.key_cap(painter, right, middle, look.key, on_fill=on_fill)
    if look.menu:
        size = fonts.px(12)
        x = rect.right() - fonts.px(11) - size
        icons.paint(painter, icons.at(x, middle, size), Icon.CARET_DOWN, Token.TEXT2)
        return x - fonts.px(4)
    return rect.right()
