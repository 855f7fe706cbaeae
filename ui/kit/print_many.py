"""Several finished documents printed in one go: read one by one, with a count and «Avbryt»."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.core.errors import OfficeError
from app.core.text import plural
from ui.kit.buttons import ButtonKind
from ui.kit.choice_fields import CheckField
from ui.kit.dialogs import Dialog
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.pdf_pages import JoinedPdf
from ui.kit.printing import print_pdf
from ui.kit.progress import Bar
from ui.kit.words import Label

Read = Callable[[], bytes]
SLICE_MS = 1


class PrintManyDialog(Dialog):
    """Says how many, reads them a few at a time, and prints once. Nothing is written to disk."""

    def __init__(
        self,
        what: str,
        documents: Sequence[Read],
        failed: Callable[[OfficeError], object],
        parent: QWidget | None = None,
    ) -> None:
        count = plural(len(documents), "dokument", "dokumenter")
        super().__init__(
            what,
            f"{count} skrives ut i ett. Ingen av dem regnes som sendt før du registrerer det.",
            parent=parent,
        )
        self._documents, self._failed = tuple(documents), failed
        self._at = 0
        self._joined: JoinedPdf | None = None
        self.own_sheet = CheckField("own_sheet", "Begynn hvert dokument på nytt ark")
        self.own_sheet.set_value(True)
        self.bar = Bar("Henter dokumentene")
        self.told = Label("", Type.HELP, Token.TEXT2, tabular=True)
        self.add(self.own_sheet, self.bar, self.told)
        self.bar.hide()
        self.add_button("Skriv ut", self._begin, ButtonKind.PRIMARY)
        self._timer = QTimer(self)
        self._timer.setInterval(SLICE_MS)
        self._timer.timeout.connect(self._one)

    def _begin(self) -> bool:
        """Stay open while they are read."""
        self._joined = JoinedPdf(own_sheet=self.own_sheet.value() is True)
        self.own_sheet.setEnabled(False)
        self.bar.show()
        self.set_off("Henter dokumentene.")
        self._timer.start()
        return False

    def _one(self) -> None:
        """Read one document; the window lives between two."""
        if self._joined is not None and self._at == len(self._documents):
            self._timer.stop()
            self._print(self._joined)
            return
        try:
            data = self._documents[self._at]()
            if self._joined is None:  # left meanwhile
                return
            self._joined.add(data)
        except OfficeError as error:
            self._give_up(error)
            return
        self._at += 1
        self.bar.set_share(self._at / len(self._documents))
        self.told.setText(f"{self._at} av {len(self._documents)}")

    def _print(self, joined: JoinedPdf) -> None:
        data = joined.data()
        self._let_go()
        try:
            printed = print_pdf(self, data)
        except OfficeError as error:
            self._give_up(error)
            return
        if printed:
            self.accept()
        else:
            self.reject()

    def _give_up(self, error: OfficeError) -> None:
        self.reject()
        self._failed(error)

    def _let_go(self) -> None:
        self._timer.stop()
        if self._joined is not None:
            self._joined.close()
            self._joined = None

    def done(self, result: int) -> None:
        """Leaving stops the reading; what was read is let go."""
        self._let_go()
        super().done(result)
