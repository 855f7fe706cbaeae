"""«Logg over kontakt»: for whom, and how large, beside the print (PV-04, A3)."""

from PySide6.QtWidgets import QWidget

from app.documents.model import Size
from app.followup.contact_notes.model import LogReceiver
from app.office import Office
from app.people.model import Person
from ui.kit.choice_fields import RadioField
from ui.labels import named, title_word
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator


class ContactLogDesk(LetterDesk):
    """All notes on one person, as a letter."""

    def __init__(
        self, office: Office, navigator: Navigator, person: Person, parent: QWidget | None = None
    ) -> None:
        self._person = person
        super().__init__(
            office, navigator, "Logg over kontakt", "contact_log.issued", "Lag loggen", parent
        )
        self.header.set_subtitle(named(person.name))
        self.show_letter()

    @property
    def paper(self) -> str:
        return self.tr("Loggen")

    def add_fields(self) -> None:
        self.form.section(self.tr("Hvem som får loggen"))
        self.form.line(
            RadioField(
                "receiver",
                self.tr("Mottaker"),
                [(each, title_word(each)) for each in LogReceiver],
                hint_of={
                    LogReceiver.PERSON: self.tr("Alle notatene, også dem som er for bare Nav."),
                    LogReceiver.HEALTH: self.tr("Med samtykke. Notater for bare Nav er aldri med."),
                },
            )
        )
        sizes = [(Size.EASY, self.tr("Vanlig")), (Size.LARGE, self.tr("Stor"))]
        self.form.line(RadioField("size", self.tr("Skrift"), sizes))
        self.form.set_values({"receiver": LogReceiver.PERSON, "size": Size.EASY})

    @property
    def receiver(self) -> LogReceiver:
        """For whom it is."""
        value = self.form.field("receiver").value()
        return value if isinstance(value, LogReceiver) else LogReceiver.PERSON

    @property
    def print_size(self) -> Size:
        """How large the text is."""
        value = self.form.field("size").value()
        return value if isinstance(value, Size) else Size.EASY

    def preview(self) -> bytes:
        document = self.office.contact_logs.preview(self._person.id, self.receiver, self.print_size)
        return self.office.letters.preview(document)

    def finish(self) -> object:
        return self.office.contact_logs.issue(self._person.id, self.receiver, self.print_size)
