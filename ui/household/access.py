"""«Innsyn»: all that is held about a person, saved where the officer chooses (PV-04)."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.core import words
from app.core.errors import OfficeError
from app.core.text import Language
from app.office import Office
from app.overview.data_access.model import Held, TextReview
from app.people.model import Person
from ui.household.texts import TextsDialog
from ui.kit import fonts
from ui.kit.ask import fit, highest
from ui.kit.buttons import ButtonKind
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.dialogs import Dialog
from ui.kit.fonts import Type
from ui.kit.jobs import Progress
from ui.kit.pdfview import PdfView
from ui.kit.save import ask_where, write
from ui.kit.words import Label
from ui.navigation import Navigator
from ui.past_values import value_words

ZIP = "Zip-fil (*.zip)"
LOOK = "Gå gjennom tekstene …"
JOBS = "innsyn"


class ScreenWording:
    """The words of the history, lent to the paper."""

    def column(self, table: str, column: str, language: Language) -> str:
        """What a column is called; empty for what only the program needs."""
        return words.column(table, column, language.value)

    def value(self, table: str, column: str, value: Held, language: Language) -> str:
        """A value in words; numbers of persons stay masked."""
        return value_words(table, column, value, language)


class AccessDialog(Dialog):
    """Says what will be in the file; then the officer goes through the texts, and saves it."""

    def __init__(
        self, office: Office, navigator: Navigator, person: Person, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "Innsyn i egne opplysninger",
            "Alt registeret har om personen, som én fil: et ark å lese, de samme opplysningene"
            " maskinlesbart, og brevene og papirene.",
            leave="Avbryt",
            parent=parent,
        )
        self._office, self._navigator, self._person = office, navigator, person
        self.texts: TextsDialog | None = None
        self._review: TextReview | None = None
        self._reading: Progress | None = None
        self.shown: AsItWillBe | None = None
        self.protected = office.household_view.of(person.id).hidden
        for line in _lines(protected=self.protected):
            self.add(Label(line, Type.BODY, wrap=True))
        if self.protected:
            self.add(
                Callout(
                    ChipKind.PROTECTED,
                    "En adresse i husstanden er skjermet",
                    "Fritekst, steder og papirer blir ikke med. Vis dem på kontoret.",
                )
            )
        self.body.addStretch(1)
        on = ("Lagre filen …", self.save) if self.protected else (LOOK, self.look_through)
        self.on_button = self.add_button(*on, ButtonKind.PRIMARY)
        self.finished.connect(self._stop_reading)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        fit(self)
        super().showEvent(event)
        if not self.protected and self._review is None and self._reading is None:
            self.set_off("Tekstene leses …")
            self._navigator.attempt(self._read)

    def _read(self) -> None:
        """Find out in the background what mentions others, while the officer reads this."""
        office, person = self._office, self._person.id

        def work(progress: Progress) -> TextReview:
            with office.for_job(lambda: progress.cancelled) as job:
                return job.data_access.review(person)

        self._reading = self._navigator.jobs.beside(JOBS).start(
            work, self._has_read, self._not_read
        )

    def _has_read(self, review: TextReview) -> None:
        self._reading, self._review = None, review
        self.set_off("")

    def _not_read(self, error: Exception) -> None:
        self._reading = None
        self.set_off("Tekstene kunne ikke leses. Lukk, og prøv igjen.")
        self._failed(error)

    def _stop_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()

    def look_through(self) -> bool:
        """Open the texts; this one is done when the file is saved there."""
        if self._review is None:
            return False
        if self.texts is None:
            self.texts = TextsDialog(self._review, self.preview, self.save, self)
            self.texts.accepted.connect(self.accept)
        self.texts.open()
        return False

    def preview(self, hidden: frozenset[str]) -> bool:
        """Show the part to be read as it will be, without making anything of it."""
        office, person = self._office, self._person.id

        def work(progress: Progress) -> bytes:
            with office.for_job(lambda: progress.cancelled) as job:
                return job.data_access.preview(person, ScreenWording(), hidden)

        jobs = self._navigator.jobs.beside(JOBS)
        return self._navigator.attempt(lambda: jobs.start(work, self._show_preview, self._failed))

    def _show_preview(self, data: bytes) -> None:
        if self.texts is not None and self.texts.isVisible():
            self.shown = AsItWillBe(data, self.texts)
            self.shown.open()

    def save(self, hidden: frozenset[str] = frozenset()) -> bool:
        """Ask where, then make it in a job; the history gets a note that it was given."""
        path = ask_where(self, "Lagre innsyn", f"innsyn-{self._person.id}.zip", ZIP)
        if path is None:
            return False
        office, navigator, person = self._office, self._navigator, self._person.id
        seen = None if self._review is None else self._review.keys

        def work(_progress: Progress) -> bytes:
            with office.for_job() as job:
                content = job.data_access.make(person, ScreenWording(), hidden, seen)
            write(path, content)
            return content

        def done(content: bytes) -> None:
            if navigator.attempt(lambda: office.data_access.given(person, content)):
                navigator.tell("Innsynet er lagret", undo=False)

        return navigator.attempt(lambda: navigator.jobs.start(work, done, self._failed))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, OfficeError):
            raise error
        self._navigator.failed.emit(error)


class AsItWillBe(Dialog):
    """The part to be read, to look at; it is printed only from the file that is given."""

    def __init__(self, data: bytes, parent: QWidget | None = None) -> None:
        super().__init__("Slik blir innsynet", leave="Lukk", parent=parent)
        self.view = PdfView("Innsyn i egne opplysninger", data, prints=False)
        self.body.addWidget(self.view, 1)
        self.resize(fonts.px(720), min(fonts.px(760), highest(self)))
        self.finished.connect(self.view.release)


def _lines(*, protected: bool) -> tuple[str, ...]:
    others = "Verdier om andre tas ut av seg selv."
    texts = (
        f"{others} I neste steg går du gjennom fritekst som kan nevne andre, og bestemmer hva som"
        " skal skjules. Brev og papirer blir med som de er: se gjennom dem selv."
    )
    return (
        "Svar innen en måned etter at personen ba om innsyn.",
        others if protected else texts,
        "Filen er ikke låst. Gi den på en trygg måte, og slett din egen kopi etterpå.",
    )
