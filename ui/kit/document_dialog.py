"""Finished documents shown one by one in a dialog, to be read and printed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.errors import OfficeError
from ui.kit import fonts
from ui.kit.buttons import ButtonKind, Segments
from ui.kit.dialogs import Dialog
from ui.kit.pdfview import PdfView
from ui.kit.printing import print_pdf


class DocumentDialog(Dialog):
    """`printed` is True when at least one of the documents went to paper."""

    on_paper = Signal()
    """One of them did just now."""

    def __init__(
        self,
        title: str,
        explanation: str,
        documents: Sequence[tuple[str, bytes]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, explanation, leave="Lukk", width=680, parent=parent)
        self.printed = False
        self._documents = tuple(documents)
        self._stack = QStackedWidget()
        self.views = tuple(PdfView(name, data) for name, data in self._documents)
        for view in self.views:
            view.print_wanted.connect(self.print_shown)
            self._stack.addWidget(view)
        names = [name for name, _ in self._documents]
        if len(names) > 1:
            self.choice = Segments("Ark", [(name, name) for name in names], names[0])
            self.choice.chosen.connect(lambda name: self._stack.setCurrentIndex(names.index(name)))
            self.add(self.choice)
        self.body.addWidget(self._stack, 1)
        self._stack.setMinimumHeight(fonts.px(260))
        room = self.screen().availableGeometry().height() - fonts.px(60)
        self.resize(fonts.px(720), min(fonts.px(760), room))
        words = "Skriv ut begge" if len(names) == 2 else "Skriv ut"
        self.add_button(words, self._print_all, ButtonKind.PRIMARY)

    def _print_all(self) -> bool:
        return all(self._print(data) for _, data in self._documents)

    def print_shown(self) -> None:
        """Print the one in sight."""
        self._print(self._documents[self._stack.currentIndex()][1])

    def _print(self, data: bytes) -> bool:
        try:
            done = print_pdf(self, data)
        except OfficeError:
            self._reason.setText("Skriveren tok ikke imot arket. Sjekk den, og prøv igjen.")
            return False
        if done:
            self.printed = True
            self.on_paper.emit()
        return done

    def release(self) -> None:
        """Let the documents go."""
        for view in self.views:
            view.release()
