"""The pack of a period: the officer's own text, and its editions to read, print and save."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import OfficeError
from app.core.report_periods import ReportPeriod, ReportSpan
from app.office import Office
from app.overview.quarter.model import FinishedPack, Pack, PackEdition
from ui.kit.buttons import Button, ButtonKind, button_line
from ui.kit.cards import Callout, clear
from ui.kit.chips import ChipKind
from ui.kit.dialogs import Dialog
from ui.kit.document_dialog import DocumentDialog
from ui.kit.fields import MultilineField
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.jobs import Progress
from ui.kit.palette import Token
from ui.kit.progress import JobProgress
from ui.kit.save import ask_where, write
from ui.kit.words import Label
from ui.labels import day, message, title_word
from ui.navigation import Navigator
from ui.overview.counting import Counting, Wish
from ui.overview.indicator_words import period_words

PDF = "PDF (*.pdf)"
NAMES = {
    ReportSpan.QUARTER: "Kvartalspakke",
    ReportSpan.HALF_YEAR: "Halvårsrapport",
    ReportSpan.YEAR: "Årsrapport",
}


def pack_name(span: ReportSpan) -> str:
    """«Kvartalspakke», «Halvårsrapport», «Årsrapport»."""
    return NAMES[span]


class PackDialog(Dialog):
    """Made in a job; what is typed is kept as it is left."""

    def __init__(
        self, office: Office, navigator: Navigator, period: ReportPeriod, parent: QWidget
    ) -> None:
        title = f"{pack_name(period.span)}, {period_words(period)}"
        super().__init__(title, self._explain(office, period), leave="Lukk", parent=parent)
        self.office, self.navigator, self.period = office, navigator, period
        self.made: dict[PackEdition, FinishedPack] = {}
        self._running: Progress | None = None
        self._told_refused = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = MultilineField(
            "words",
            self.tr("Din tekst til forumet"),
            optional=True,
            hint=self.tr("Kommer på egen side. Skriv ikke noe om enkeltpersoner."),
            lines=6,
        )
        self.words.set_value(office.packs.words(period))
        self.words.left.connect(lambda _name: self.save_words())
        self.refusal = QVBoxLayout()
        self.progress = JobProgress(navigator.jobs)
        self.counting = Counting(office, navigator, "pack")
        self.kept_told = Label("", Type.HELP, Token.TEXT2, wrap=True)
        self.keep_button = Button(self.tr("Ta vare på tallene"), self.keep, icon=Icon.SAVED)
        self.add(self.words)
        self.body.addLayout(self.refusal)
        self.add(self.progress, self.counting, self.kept_told)
        self.body.addLayout(button_line(self.keep_button))
        outside, internal = PackEdition.OUTSIDE, PackEdition.INTERNAL
        self.outside_button = self.add_button(
            self.tr("Lag utgave til deling"), partial(self.make, outside)
        )
        self.internal_button = self.add_button(
            self.tr("Lag intern utgave"), partial(self.make, internal), ButtonKind.PRIMARY
        )
        self._tell_kept()
        self.words.setFocus(Qt.FocusReason.TabFocusReason)

    def _explain(self, office: Office, period: ReportPeriod) -> str:
        runs = ""
        if period.runs(office.clock.today()):
            runs = self.tr(" Perioden er ikke slutt ennå.")
        return (
            self.tr("Den interne utgaven har alle tall. I utgaven til deling er små tall skjult.")
            + runs
        )

    def _tell_kept(self) -> None:
        """Whether the numbers are kept, and what has changed in them since."""
        kept, off = self.office.packs.kept(self.period), ""
        words = self.tr("Tallene er ikke tatt vare på ennå.")
        if self.period.span is ReportSpan.YEAR:
            words, off = "", self.tr("Året tas vare på som kvartaler og halvår.")
        elif self.period.runs(self.office.clock.today()):
            words = self.tr("Tallene kan tas vare på når perioden er slutt, {}.").format(
                day(self.period.last)
            )
            off = words
        elif kept is not None:
            words = self.tr("Tallene ble tatt vare på {}.").format(day(kept.kept_at.date()))
            self._compare(words)
        self.kept_told.setText(words)
        self.kept_told.setVisible(bool(words))
        self.keep_button.set_off(off)

    def _compare(self, kept: str) -> None:
        """How many are others now, counted beside the screen."""
        period = self.period

        def tell(changed: int) -> None:
            if changed:
                told = self.tr("{} nøkkeltall er annerledes nå.").format(changed)
                self.kept_told.setText(f"{kept} {told}")

        words = self.tr("Sammenligner med tallene nå")
        wish = Wish("changed", words, lambda own, _told: len(own.packs.changed(period)))
        self.counting.read(wish, tell, self._refuse)

    def save_words(self) -> bool:
        """Keep what is typed; False where it is refused."""
        clear(self.refusal)
        try:
            self.office.packs.write(self.period, str(self.words.value() or ""))
        except OfficeError as error:
            self._refuse(error)
            return False
        return True

    def _refuse(self, error: OfficeError) -> None:
        clear(self.refusal)
        self.refusal.addWidget(Callout(ChipKind.SOON, message(error)))

    def reject(self) -> None:
        """Leaving keeps what is typed, and stops what is being made.

        What is refused is told the first time; the second time it is let go.
        """
        if self.isVisible() and not self.save_words() and not self._told_refused:
            self._told_refused = True
            return
        self._stop()
        super().reject()

    def _stop(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self._running = None
        self.counting.leave()

    # making

    def make(self, edition: PackEdition) -> bool:
        """Both shapes of both editions in one go; the dialog stays."""
        if not self.save_words():
            return False
        period, words = self.period, self.tr("Lager {}").format(pack_name(self.period.span).lower())

        def work(progress: Progress) -> tuple[FinishedPack, ...]:
            with self.office.for_job() as own:
                return own.packs.make(period, lambda done, whole: progress.step(done, whole, words))

        def done(made: tuple[FinishedPack, ...]) -> None:
            self._running = None
            self.made = {each.edition: each for each in made}
            self.show_made(edition)

        try:
            self._running = self.navigator.jobs.start(work, done, self._failed)
        except OfficeError as error:
            self._refuse(error)
        return False

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            raise error
        self._refuse(error)

    def show_made(self, edition: PackEdition) -> DocumentDialog:
        """Pages and slides, to read, print and save; only what is printed or saved has left."""
        made = self.made[edition]
        title = f"{self.windowTitle()}, {title_word(edition).lower()}"
        sheets = [(self.tr("Sider"), made.pages), (self.tr("Lysbilder"), made.slides)]
        dialog = DocumentDialog(title, self._about_sheets(edition), sheets, self)
        dialog.on_paper.connect(partial(self._left, made))
        for name, data in sheets:
            dialog.add_button(
                self.tr("Lagre {} …").format(name.lower()), partial(self._save, name, data, made)
            )
        dialog.open()
        return dialog

    def _about_sheets(self, edition: PackEdition) -> str:
        words = self.tr("Lagre filen der du vil ha den. Den lagres ikke i registeret.")
        if edition is PackEdition.OUTSIDE:
            words += self.tr(
                " Når du skriver ut eller lagrer, holder senere utgaver de samme tallene skjult."
            )
        return words

    def _left(self, made: FinishedPack) -> None:
        """Later editions must hold back what this one did (B16)."""
        self.office.packs.handed_out(self.period, made)

    def _save(self, name: str, data: bytes, made: FinishedPack) -> bool:
        parts = (self.windowTitle(), title_word(made.edition), name)
        file = " ".join(parts).lower().replace(",", "").replace(".", "")
        path = ask_where(self, self.tr("Lagre"), f"{file}.pdf", PDF)
        if path is not None and self.navigator.attempt(lambda: write(path, data)):
            self._left(made)
            self.navigator.tell(self.tr("Filen er lagret"), undo=False)
        return False

    def keep(self) -> None:
        """The numbers as they are, so that the report can be held against them later."""
        period = self.period

        def act(pack: Pack) -> None:
            try:
                self.office.packs.keep(period, pack)
            except OfficeError as error:
                self._refuse(error)
            else:
                self.navigator.tell(self.tr("Tallene er tatt vare på"), undo=False)
            self._tell_kept()

        words = self.tr("Teller det som skal tas vare på")
        wish = Wish("pack", words, lambda own, told: own.packs.of(period, told))
        self.counting.read(wish, act, self._refuse)
