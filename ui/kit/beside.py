"""A form with the document it becomes beside it; where it is narrow, one at a time."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, Segments
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.dialogs import Dialog
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.page import ScrollBody
from ui.kit.palette import Token
from ui.kit.pdfview import PdfView
from ui.kit.printing import print_pdf
from ui.kit.shell import Room
from ui.kit.words import IconLabel, Label

_FORM, _PAPER = "form", "paper"


class Desk(QWidget):
    """The document as it would be now, and one line that says what it lacks."""

    def __init__(self, name: str, waiting: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._data = b""
        self.view: PdfView | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(8))
        self._stack = QStackedWidget()
        self._waiting = Label(waiting, Type.HELP, Token.TEXT2, wrap=True)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._waiting)
        column.addWidget(self._stack, 1)
        self.line = QWidget()
        row = QHBoxLayout(self.line)
        row.setContentsMargins(fonts.px(4), 0, 0, 0)
        row.setSpacing(fonts.px(8))
        row.addWidget(
            IconLabel(Icon.WARNING, Token.AMBERFILL, 18, Weight.FILL),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        self._lacks = Label("", Type.LABEL, Token.AMBER, wrap=True)
        row.addWidget(self._lacks, 1)
        column.addWidget(self.line)
        self.column = column
        self.lacks("")

    def show_data(self, data: bytes) -> None:
        """Show this version; it stays at the same page."""
        self._data = data
        if self.view is None:
            self.view = PdfView(self._name, data)
            self.view.print_wanted.connect(lambda: print_pdf(self.window(), self._data))
            self._stack.addWidget(self.view)
        else:
            self.view.set_data(data)
        self._stack.setCurrentWidget(self.view)

    def say(self, words: str) -> None:
        """Say why there is no document to show."""
        self._waiting.setText(words)
        self._stack.setCurrentWidget(self._waiting)

    def lacks(self, words: str) -> None:
        """Say under the document what is left to do; nothing takes the line away."""
        self._lacks.setText(words)
        self.line.setVisible(bool(words))

    @property
    def lacking(self) -> str:
        """What is said to be missing."""
        return self._lacks.text()

    def clear(self) -> None:
        """Let the document go."""
        if self.view is not None:
            self.view.release()
            self._stack.removeWidget(self.view)
            self.view.deleteLater()
            self.view = None
        self._data = b""


class Beside(QWidget):
    """Form left and document right from 1200 up; else one of them, chosen above."""

    def __init__(
        self, form: QWidget, desk: Desk, words: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.body = ScrollBody()
        self.body.add(form)
        self._wide: bool | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(fonts.px(10))
        choices = ((_FORM, words[0]), (_PAPER, words[1]))
        self.choice = Segments("Vis", choices, _FORM)
        self.choice.chosen.connect(lambda _value: self._show())
        outer.addWidget(self.choice)
        row = QHBoxLayout()
        row.setSpacing(fonts.px(14))
        row.addWidget(self.body, 5)
        row.addWidget(desk, 3)
        outer.addLayout(row, 1)
        self._outer = outer
        self._show()

    def _show(self) -> None:
        paper = self.choice.value == _PAPER
        wide = bool(self._wide)
        self.choice.setVisible(not wide)
        self.body.setVisible(wide or not paper)
        self.desk.setVisible(wide or paper)
        # what is lacking is said under whatever is in sight
        (self.desk.column if wide else self._outer).addWidget(self.desk.line)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        wide = Room.of(fonts.room(self.window().width())) is Room.WIDE
        if wide != self._wide:
            self._wide = wide
            self._show()


class FinalDialog(Dialog):
    """Asks once before what can not be undone, with the document shown."""

    def __init__(
        self, title: str, explanation: str, data: bytes, verb: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, explanation, width=620, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = PdfView("Dokumentet", data)
        self.view.setMinimumHeight(fonts.px(180))
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.view.print_wanted.connect(lambda: print_pdf(self, data))
        self.body.addWidget(self.view, 1)
        self.verb_button = self.add_button(verb, None, ButtonKind.PRIMARY)
        self.finished.connect(lambda _result: self.view.release())
        high = parent.height() - fonts.px(60) if parent is not None else fonts.px(640)
        self.resize(fonts.px(660), min(high, fonts.px(760)))


class PaperDialog(Dialog):
    """A document that is kept nowhere: it must be printed now."""

    def __init__(self, title: str, data: bytes, parent: QWidget | None = None) -> None:
        super().__init__(title, leave="Jeg har skrevet ut", width=620, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.add(
            Callout(
                ChipKind.SOON,
                "Brevet er ikke lagret. Skriv det ut nå.",
                "Adressen er strengt fortrolig og fylles inn for hånd.",
            )
        )
        view = PdfView("Dokumentet", data)
        view.setMinimumHeight(fonts.px(180))
        self.body.addWidget(view, 1)
        self.print_button = Button(
            "Skriv ut", lambda: print_pdf(self, data), kind=ButtonKind.PRIMARY, icon=Icon.PRINT
        )
        self._row.addWidget(self.print_button)
        self.finished.connect(lambda _result: view.release())
