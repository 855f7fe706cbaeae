"""The letters of an appeal: written, shown as they would go out, and made for good."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.decisions.appeals.model import AppealRow
from app.documents.model import Document
from app.letters.model import OnPaper
from app.office import Office
from ui.decisions.appeal_dialogs import reason_dialog
from ui.kit.beside import FinalDialog, PaperDialog
from ui.labels import done
from ui.navigation import Navigator


class AppealLetters:
    """Each verb asks for its words, shows the letter, and makes it when that is accepted."""

    def __init__(
        self, office: Office, navigator: Navigator, row: AppealRow, over: QWidget | None
    ) -> None:
        self._office, self._navigator, self._over = office, navigator, over
        self._row = row

    def forward(self) -> None:
        """Our own view first, then the letter, then it goes."""
        written: list[str] = []
        reason_dialog(
            "Send til klageinstansen",
            f"Saken går til {self._row.appeal_body}. Den som klaget, får kopi av vurderingen.",
            "Vis brevet",
            "Kommunens vurdering",
            written.append,
            lambda: self.show_forwarding(written[-1]),
            self._over,
            hint="Hva klagen sier, hva dere mener om det, og hvorfor vedtaket bør stå.",
            lines=7,
            needs="appeal_assessment_missing",
        ).open()

    def show_forwarding(self, assessment: str) -> None:
        """The letter to the appeal body, before it is made."""
        appeals, appeal = self._office.appeals, self._row.id
        self._show(
            lambda: appeals.preview_forwarding(appeal, assessment)[0],
            "Skal klagen sendes slik?",
            "Brevet til klageinstansen og kopien til den som klaget, legges under «Brev».",
            "Send videre",
            lambda: self._make(lambda: appeals.forward(appeal, assessment), "appeal.forwarded"),
        )

    def dismiss(self) -> None:
        """It is not taken up, and why."""
        written: list[str] = []
        reason_dialog(
            "Avvis klagen",
            "Klagen blir ikke behandlet. Den som klaget, får grunnen i brev, og kan klage på det.",
            "Vis brevet",
            "Hvorfor den avvises",
            written.append,
            lambda: self.show_dismissal(written[-1]),
            self._over,
            hint="Skriv til den som får brevet.",
            needs="reason_missing",
        ).open()

    def show_dismissal(self, reason: str) -> None:
        """The letter that it is not taken up, before it is made."""
        appeals, appeal = self._office.appeals, self._row.id
        self._show(
            lambda: appeals.preview_dismissal(appeal, reason),
            "Skal klagen avvises slik?",
            "Brevet legges under «Brev» og kan ikke endres etterpå.",
            "Avvis klagen",
            lambda: self._make(lambda: (appeals.dismiss(appeal, reason),), "appeal.dismissed"),
        )

    def acknowledge(self) -> None:
        """The letter that it has come, under «Brev»."""
        appeals, appeal = self._office.appeals, self._row.id
        self._make(lambda: (appeals.acknowledge(appeal),), "appeal.acknowledged")

    def _show(
        self,
        draw: Callable[[], Document],
        title: str,
        explanation: str,
        verb: str,
        make: Callable[[], object],
    ) -> None:
        shown: list[bytes] = []
        letters = self._office.letters
        if not self._navigator.attempt(lambda: shown.append(letters.preview(draw()))):
            return
        dialog = FinalDialog(title, explanation, shown[0], verb, self._over)
        dialog.accepted.connect(make)
        dialog.open()

    def _make(self, issue: Callable[[], tuple[object, ...]], verb: str) -> None:
        made: list[object] = []
        if not self._navigator.attempt(lambda: made.extend(issue())):
            return
        for each in made:
            if isinstance(each, OnPaper):
                PaperDialog("Brev om klagen", each.content, self._over).open()
        self._navigator.tell(done(verb), undo=False)
