"""One proxy style over Fusion: our buttons, fields, ticks and focus ring in every dialog.

No style sheet may be set anywhere: a single rule would wrap this style.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QWidget,
)

from ui.kit import fonts
from ui.kit.paint import focus_ring
from ui.kit.style_buttons import ButtonLook, button_size, draw_bevel, draw_label
from ui.kit.style_controls import (
    combo_text,
    draw_check,
    draw_combo,
    draw_field,
    draw_menu_frame,
    draw_radio,
    draw_scroll_bar,
)

_PM = QStyle.PixelMetric
_PE = QStyle.PrimitiveElement
_CE = QStyle.ControlElement
_CT = QStyle.ContentsType
_SH = QStyle.StyleHint

_METRICS: dict[QStyle.PixelMetric, int] = {
    _PM.PM_IndicatorWidth: 19,
    _PM.PM_IndicatorHeight: 19,
    _PM.PM_ExclusiveIndicatorWidth: 19,
    _PM.PM_ExclusiveIndicatorHeight: 19,
    _PM.PM_CheckBoxLabelSpacing: 9,
    _PM.PM_RadioButtonLabelSpacing: 9,
    _PM.PM_ScrollBarExtent: 12,
    _PM.PM_ScrollBarSliderMin: 32,
    _PM.PM_ButtonIconSize: 18,
    _PM.PM_SmallIconSize: 18,
    _PM.PM_MenuPanelWidth: 1,
    _PM.PM_MenuVMargin: 5,
    _PM.PM_MenuHMargin: 5,
}
_FIXED: dict[QStyle.PixelMetric, int] = {
    _PM.PM_ButtonShiftHorizontal: 0,
    _PM.PM_ButtonShiftVertical: 0,
    _PM.PM_FocusFrameHMargin: 2,
    _PM.PM_FocusFrameVMargin: 2,
}
_HINTS: dict[QStyle.StyleHint, int] = {
    _SH.SH_DialogButtonBox_ButtonsHaveIcons: 0,
    _SH.SH_EtchDisabledText: 0,
    _SH.SH_DitherDisabledText: 0,
    _SH.SH_UnderlineShortcut: 0,
    _SH.SH_ScrollBar_Transient: 0,
    _SH.SH_ItemView_ShowDecorationSelected: 1,
    _SH.SH_ComboBox_Popup: 0,
    _SH.SH_Widget_Animate: 0,
}
_FOCUS_BY_MOUSE = (QLineEdit, QPlainTextEdit, QAbstractSpinBox)


class HusromStyle(QProxyStyle):
    """Fusion with the look of the house."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(  # noqa: N802  Qt's name
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in _METRICS:
            return fonts.px(_METRICS[metric])
        if metric in _FIXED:
            return _FIXED[metric]
        if metric == _PM.PM_DefaultFrameWidth and isinstance(widget, QLineEdit):
            return fonts.px(7)
        if metric == _PM.PM_DefaultFrameWidth and isinstance(widget, QPlainTextEdit):
            return 3  # the viewport must not paint over the rounded corners
        return super().pixelMetric(metric, option, widget)

    def styleHint(  # noqa: N802  Qt's name
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803  Qt's name
    ) -> int:
        if hint in _HINTS:
            return _HINTS[hint]
        return super().styleHint(hint, option, widget, returnData)

    def sizeFromContents(  # type: ignore[override]  # noqa: N802  Qt's two bases name it unlike
        self,
        type: QStyle.ContentsType,  # noqa: A002  Qt's name
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None,
    ) -> QSize:
        if type == _CT.CT_PushButton:
            return button_size(option, size, widget)
        made = super().sizeFromContents(
            type,
            option,
            size,
            widget,  # type: ignore[arg-type]  # Qt itself passes None; the stub forgot it
        )
        if type in {_CT.CT_LineEdit, _CT.CT_ComboBox, _CT.CT_SpinBox}:
            made.setHeight(fonts.px(36))
        if type == _CT.CT_ComboBox:
            made.setWidth(made.width() + fonts.px(16))
        if type == _CT.CT_MenuItem:
            made.setHeight(max(made.height(), fonts.px(30)) if made.height() > 12 else 9)
        if type in {_CT.CT_CheckBox, _CT.CT_RadioButton}:
            made.setHeight(max(made.height(), fonts.px(28)))
        return made

    def drawPrimitive(  # noqa: N802  Qt's name
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _PE.PE_PanelLineEdit:
            if not isinstance(widget.parent() if widget else None, QAbstractSpinBox):
                draw_field(option, painter, widget)
        elif element == _PE.PE_IndicatorCheckBox:
            draw_check(option, painter)
        elif element == _PE.PE_IndicatorRadioButton:
            draw_radio(option, painter)
        elif element in {_PE.PE_FrameMenu, _PE.PE_PanelMenu, _PE.PE_PanelTipLabel}:
            draw_menu_frame(option, painter)
        elif element == _PE.PE_Frame and isinstance(widget, QAbstractScrollArea):
            self._draw_area_frame(option, painter, widget)
        elif element == _PE.PE_PanelScrollAreaCorner:
            return  # the ground shows between two scroll bars
        elif element in {_PE.PE_FrameFocusRect, _PE.PE_FrameLineEdit}:
            self._draw_focus(element, option, painter, widget)
        else:
            super().drawPrimitive(element, option, painter, widget)

    @staticmethod
    def _draw_area_frame(option: QStyleOption, painter: QPainter, widget: QWidget) -> None:
        if not isinstance(widget, QAbstractItemView) or widget.property("framed"):
            draw_field(option, painter, widget)

    @staticmethod
    def _draw_focus(
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None,
    ) -> None:
        """Check and radio get the ring; views and buttons paint their own."""
        ours = isinstance(widget, QAbstractItemView | QPushButton)
        if element == _PE.PE_FrameFocusRect and not ours:
            focus_ring(painter, option.rect.adjusted(-3, 0, 3, 0), 6)

    def drawControl(  # noqa: N802  Qt's name
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _CE.CE_PushButtonBevel:
            draw_bevel(option, painter, ButtonLook.of(option, widget))
        elif element == _CE.CE_PushButtonLabel:
            draw_label(option, painter, ButtonLook.of(option, widget), widget)
        elif element == _CE.CE_ComboBoxLabel and isinstance(option, QStyleOptionComboBox):
            combo_text(option, painter, widget)
        elif element == _CE.CE_ShapedFrame and isinstance(widget, QPlainTextEdit):
            draw_field(option, painter, widget)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(  # noqa: N802  Qt's name
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == QStyle.ComplexControl.CC_ComboBox:
            draw_combo(option, painter, widget)
        elif control == QStyle.ComplexControl.CC_ScrollBar:
            draw_scroll_bar(self, option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(  # noqa: N802  Qt's name
        self,
        cc: QStyle.ComplexControl,
        opt: QStyleOptionComplex,
        sc: QStyle.SubControl,
        w: QWidget | None = None,
    ) -> QRect:
        if cc == QStyle.ComplexControl.CC_ScrollBar:
            return self._scroll_rect(opt, sc, w)
        made = super().subControlRect(
            cc,
            opt,
            sc,
            w,  # type: ignore[arg-type]  # Qt itself passes None; the stub forgot it
        )
        if cc == QStyle.ComplexControl.CC_ComboBox and (
            sc == QStyle.SubControl.SC_ComboBoxEditField
        ):
            made = opt.rect.adjusted(fonts.px(9), 2, -fonts.px(30), -2)
        return made

    def _scroll_rect(
        self, option: QStyleOptionComplex, part: QStyle.SubControl, widget: QWidget | None
    ) -> QRect:
        """No arrows: the groove is the whole bar."""
        if part in {QStyle.SubControl.SC_ScrollBarAddLine, QStyle.SubControl.SC_ScrollBarSubLine}:
            return QRect()
        return scroll_part(self, option, part)


def scroll_part(style: QStyle, option: QStyleOptionComplex, part: QStyle.SubControl) -> QRect:
    """Where a part of a scroll bar without arrows lies."""
    if not isinstance(option, QStyleOptionSlider):
        return option.rect
    upright = option.orientation == Qt.Orientation.Vertical
    length = option.rect.height() if upright else option.rect.width()
    span = option.maximum - option.minimum
    handle = length
    if span > 0:
        share = option.pageStep / (span + option.pageStep) if option.pageStep else 0.1
        handle = min(length, max(round(length * share), fonts.px(32)))
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown
    )
    spans = {
        QStyle.SubControl.SC_ScrollBarGroove: (0, length),
        QStyle.SubControl.SC_ScrollBarSlider: (start, handle),
        QStyle.SubControl.SC_ScrollBarSubPage: (0, start),
        QStyle.SubControl.SC_ScrollBarAddPage: (start + handle, length - start - handle),
    }
    at, size = spans.get(part, (0, 0))
    box = option.rect
    if upright:
        return QRect(box.x(), box.y() + at, box.width(), size)
    return QRect(box.x() + at, box.y(), size, box.height())


_kept: list[QProxyStyle] = []  # Qt owns the style, Python must not drop its half


def install(application: QApplication) -> None:
    """Use our style in the whole program; fonts and palette are installed beside it."""
    style = HusromStyle()
    _kept[:] = [style]
    application.setStyle(style)
    QGuiApplication.styleHints().setShowShortcutsInContextMenus(True)
