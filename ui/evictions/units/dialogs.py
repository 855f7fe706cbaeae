"""The day a note was read, and by whom."""

from app.evictions.units.model import UnitNote
from ui.asking import Asking, Values, a_day, text
from ui.evictions.units.words import tr
from ui.kit.ask import AskDialog
from ui.kit.fields import DateField, TextField


class UnitDialogs(Asking):
    """Opens it; what is done is told with «Angre»."""

    def read(self, note: UnitNote) -> AskDialog:
        """Who has read it, and when."""

        def act(values: Values) -> None:
            by = text(values, "read_by")
            self.office.unit_notes.read(note.id, a_day(values, "read_on"), by)

        dialog = self.ask(
            tr("Beskjeden er lest"),
            tr("Dagen noen i enheten sa fra at beskjeden er lest."),
            tr("Kryss av for lest"),
            act,
            "unit_note.read",
        )
        dialog.form.line(
            DateField("read_on", tr("Lest"), today=self.today),
            TextField("read_by", tr("Lest av"), optional=True),
        )
        dialog.form.set_values({"read_on": self.today(), "read_by": note.contact})
        dialog.open()
        return dialog
