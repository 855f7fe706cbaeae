"""Preview of finished documents from memory."""

from collections import OrderedDict

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.kit import fonts, paint
from ui.kit.buttons import ButtonKind, IconButton
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token, color
from ui.kit.pdf_pages import POINTS_PER_INCH, PdfPages
from ui.kit.words import ElidedLabel, Label

SCREEN_DPI = 96
ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
IMAGES_KEPT = 6
LEAST_FIT = 0.25
GAP = 12


class _Desk(QWidget):
    """All pages below each other at their true shape; only those in sight are painted."""

    def __init__(self, pages: PdfPages) -> None:
        super().__init__()
        self._pages = pages
        self._zoom = 1.0
        self._kept: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self.set_zoom(1.0)

    def forget(self) -> None:
        """Let go of the painted pages."""
        self._kept.clear()
        self.set_zoom(self._zoom)

    def set_zoom(self, zoom: float) -> None:
        """How large, 1.0 is true size on a screen of 96 dpi."""
        self._zoom = zoom
        boxes = [self.box_of(place) for place in range(len(self._pages))]
        widest = max((box.width() for box in boxes), default=0)
        height = sum(box.height() + GAP for box in boxes)
        self.setMinimumSize(QSize(round(widest) + 2 * GAP, round(height) + GAP))
        self.update()

    def box_of(self, place: int) -> QRectF:
        """The size of a page on the desk."""
        wide, high = self._pages.sizes[place]
        scale = self._zoom * SCREEN_DPI / POINTS_PER_INCH
        return QRectF(0, 0, round(wide * scale), round(high * scale))

    def place_of(self, place: int) -> QPoint:
        """The upper left corner of a page."""
        above = sum(self.box_of(one).height() + GAP for one in range(place))
        left = (self.width() - self.box_of(place).width()) / 2 if len(self._pages) else 0
        return QPoint(max(GAP, round(left)), round(GAP + above))

    def _image(self, place: int) -> QImage:
        ratio = self.devicePixelRatioF()
        key = (place, self._zoom * ratio)
        if key not in self._kept:
            image = self._pages.image(place, SCREEN_DPI * self._zoom * ratio)
            self._kept[key] = image
            if len(self._kept) > IMAGES_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), color(Token.SIDEBAR))
        for place in range(len(self._pages)):
            rect = self.box_of(place).translated(self.place_of(place))
            if rect.intersects(QRectF(event.rect())):
                paint.box(painter, rect.adjusted(-1, -1, 1, 1), Token.PAPER, Token.LINE, 0)
                painter.drawImage(rect, self._image(place))
        painter.end()


class PdfView(QWidget):
    """A document beside a form or alone: pages, zoom, as text, and a wish to print.

    `name` is what the document is called on the screen («Vedtak om bolig»); without `prints` it
    can only be read.
    """

    print_wanted = Signal()

    def __init__(
        self, name: str, data: bytes, parent: QWidget | None = None, *, prints: bool = True
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._name, self._prints = name, prints
        self._fits = True
        column = QVBoxLayout(self)
        column.setContentsMargins(fonts.px(12), fonts.px(10), fonts.px(12), fonts.px(12))
        column.setSpacing(fonts.px(8))
        self._stack = QStackedWidget()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._area.setAccessibleName(f"{name}, sidene som bilde")
        self.as_text = QPlainTextEdit()
        self.as_text.setReadOnly(True)
        self.as_text.setTabChangesFocus(True)
        self.as_text.setAccessibleName(f"{name}, som tekst")
        self._where = Label("", Type.HELP, Token.TEXT2, tabular=True)
        self.text_button = IconButton(Icon.TEXT, "Vis som tekst")
        self.text_button.setCheckable(True)
        self.text_button.toggled.connect(self._toggle)
        column.addLayout(self._bar())
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.as_text)
        column.addWidget(self._stack, 1)
        self._pages = PdfPages(data)
        self._lay_out()
        self._area.viewport().installEventFilter(self)
        self._area.verticalScrollBar().valueChanged.connect(lambda _: self._tell())

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(fonts.px(4))
        row.addWidget(ElidedLabel(self._name, Type.SECTION), 1)
        row.addWidget(self._where)
        for icon, name, act in (
            (Icon.CARET_LEFT, "Forrige side", lambda: self.go_to(self.page - 1)),
            (Icon.CARET_RIGHT, "Neste side", lambda: self.go_to(self.page + 1)),
            (Icon.ZOOM_OUT, "Mindre", lambda: self.step_zoom(-1)),
            (Icon.ZOOM_IN, "Større", lambda: self.step_zoom(1)),
        ):
            row.addWidget(IconButton(icon, name, act))
        row.addWidget(self.text_button)
        if self._prints:
            wish = self.print_wanted.emit
            row.addWidget(IconButton(Icon.PRINT, "Skriv ut", wish, kind=ButtonKind.SECONDARY))
        return row

    def set_data(self, data: bytes) -> None:
        """Show another version of the document; stays at the same page."""
        page = self.page
        pages = PdfPages(data)
        self._pages.close()
        self._pages = pages
        self._lay_out()
        self.go_to(page)

    def _lay_out(self) -> None:
        self._desk = _Desk(self._pages)
        self._desk.setAccessibleName(f"{self._name}, {len(self._pages)} sider")
        self._zoom = 1.0
        self._area.setWidget(self._desk)
        if self._fits:
            self.fit()
        self.as_text.setPlainText(
            "\n\n".join(self._pages.text(place) for place in range(len(self._pages)))
        )
        self._tell()

    @property
    def page(self) -> int:
        """The page at the top, from 0."""
        top = self._area.verticalScrollBar().value() + self._area.viewport().height() // 3
        places = range(len(self._pages))
        return max((p for p in places if self._desk.place_of(p).y() <= top), default=0)

    def go_to(self, place: int) -> None:
        """Scroll to a page; outside the document it stays at the end."""
        place = min(max(0, place), len(self._pages) - 1)
        if place >= 0:
            bar = self._area.verticalScrollBar()
            bar.setValue(self._desk.place_of(place).y() - GAP)
        self._tell()

    @property
    def zoom(self) -> float:
        """How large it is shown."""
        return self._zoom

    def step_zoom(self, by: int) -> None:
        """One step larger or smaller."""
        self._fits = False
        if by > 0:
            self._set_zoom(next((z for z in ZOOMS if z > self._zoom + 0.01), ZOOMS[-1]))
        else:
            self._set_zoom(next((z for z in ZOOMS[::-1] if z < self._zoom - 0.01), ZOOMS[0]))

    def fit(self) -> None:
        """As wide as there is room for, until the zoom is chosen."""
        widest = max((wide for wide, _ in self._pages.sizes), default=0)
        room = self._area.viewport().width() - 2 * GAP
        if widest and room > 0:
            wanted = room / (widest * SCREEN_DPI / POINTS_PER_INCH)
            self._set_zoom(min(1.5, max(LEAST_FIT, wanted)))

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self._desk.set_zoom(zoom)
        self._tell()

    def _tell(self) -> None:
        self._where.setText(f"{self.page + 1} av {len(self._pages)}" if len(self._pages) else "")

    def _toggle(self, text: bool) -> None:
        self._stack.setCurrentIndex(1 if text else 0)
        self.text_button.set_name("Vis som sider" if text else "Vis som tekst")
        (self.as_text if text else self._area).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.Resize and self._fits:
            self.fit()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self.go_to(self.page + steps[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        paint.box(painter, self.rect(), Token.SIDEBAR, Token.LINE, 10)
        painter.end()

    def release(self) -> None:
        """Let the document and its text go; for locking."""
        self.as_text.clear()
        self._pages.close()
        self._desk.forget()
