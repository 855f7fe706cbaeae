"""The handover note, read beside the one field it has."""

from PySide6.QtWidgets import QWidget

from app.followup.owners.model import NotePrint
from app.office import Office
from app.people.model import Person
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.fields import MultilineField
from ui.labels import named
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

HANDOVER = "handover_note"


class HandoverDesk(LetterDesk):
    """To the unit that owns the case now."""

    def __init__(
        self, office: Office, navigator: Navigator, person: Person, parent: QWidget | None = None
    ) -> None:
        self._person = person
        super().__init__(
            office,
            navigator,
            "Overleveringsnotat",
            "case_owner.note_issued",
            "Lag notatet",
            parent,
        )
        self.header.set_subtitle(named(person.name))
        self.show_letter()

    @property
    def paper(self) -> str:
        return self.tr("Notatet")

    def add_fields(self) -> None:
        self.form.section(self.tr("Til den som overtar"))
        self.form.line(
            MultilineField(
                "urgent",
                self.tr("Noe som haster"),
                lines=3,
                optional=True,
                hint=self.tr("Skriv bare det de trenger for å følge opp."),
            )
        )

    def above(self) -> tuple[QWidget, ...]:
        if self.office.owners.of(self._person.id) is None:
            return ()
        if not self.office.handover_notes.withholds(self._person.id):
            return ()
        return (
            Callout(
                ChipKind.SOON,
                self.tr("Planen er ikke med"),
                self.tr(
                    "Personen har ikke samtykket til at enheten får planen. Be om samtykke under"
                    " «Tjenester», og lag notatet på nytt."
                ),
            ),
        )

    def preview(self) -> bytes:
        document = self.office.handover_notes.preview(self._person.id, self._choice)
        return self.office.letters.preview(document)

    def finish(self) -> object:
        return self.office.handover_notes.issue(self._person.id, self._choice)

    @property
    def _choice(self) -> NotePrint:
        return NotePrint(str(self.form.field("urgent").value() or ""))
