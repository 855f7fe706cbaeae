"""«Innsyn»: all that is held about a person, saved where the officer chooses (PV-04)."""

from PySide6.QtWidgets import QWidget

from app.core import words
from app.core.errors import OfficeError
from app.core.text import Language
from app.office import Office
from app.overview.data_access.model import Held
from app.people.model import Person
from ui.kit.buttons import ButtonKind
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.dialogs import Dialog
from ui.kit.fonts import Type
from ui.kit.jobs import Progress
from ui.kit.save import ask_where, write
from ui.kit.words import Label
from ui.navigation import Navigator
from ui.past_values import value_words

ZIP = "Zip-fil (*.zip)"


class ScreenWording:
    """The words of the history, lent to the paper."""

    def column(self, table: str, column: str, language: Language) -> str:
        """What a column is called; empty for what only the program needs."""
        return words.column(table, column, language.value)

    def value(self, table: str, column: str, value: Held, language: Language) -> str:
        """A value in words; numbers of persons stay masked."""
        return value_words(table, column, value, language)


class AccessDialog(Dialog):
    """Says what will be in the file and what the officer must look at before it is given."""

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
        for line in (
            "Svar innen en måned etter at personen ba om innsyn.",
            "Verdier om andre tas ut av seg selv. Fritekst og papirer kan likevel nevne andre:"
            " les gjennom før du gir fra deg filen.",
            "Filen er ikke låst. Gi den på en trygg måte, og slett din egen kopi etterpå.",
        ):
            self.add(Label(line, Type.BODY, wrap=True))
        if office.household_view.of(person.id).hidden:
            self.add(
                Callout(
                    ChipKind.PROTECTED,
                    "En adresse i husstanden er skjermet",
                    "Fritekst, steder og papirer blir ikke med. Vis dem på kontoret.",
                )
            )
        self.body.addStretch(1)
        self.save_button = self.add_button("Lagre filen …", self.save, ButtonKind.PRIMARY)

    def save(self) -> bool:
        """Ask where, then make it in a job; the history gets a note that it was given."""
        path = ask_where(self, "Lagre innsyn", f"innsyn-{self._person.id}.zip", ZIP)
        if path is None:
            return False
        office, navigator, person = self._office, self._navigator, self._person.id

        def work(_progress: Progress) -> bytes:
            with office.for_job() as job:
                content = job.data_access.make(person, ScreenWording())
            write(path, content)
            return content

        def done(content: bytes) -> None:
            if navigator.attempt(lambda: office.data_access.given(person, content)):
                navigator.tell("Innsynet er lagret", undo=False)

        def failed(error: Exception) -> None:
            if not isinstance(error, OfficeError):
                raise error
            navigator.failed.emit(error)

        return navigator.attempt(lambda: navigator.jobs.start(work, done, failed))
