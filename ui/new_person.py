"""A dialog about somebody who may not be in the register yet, taken in by the same verb."""

from PySide6.QtCore import Qt, QTimer

from app.people.model import PersonDraft
from ui.asking import Values, text
from ui.kit.ask import AskDialog, fit
from ui.kit.field import Field
from ui.kit.fields import TextField

NEW_PERSON = ("given_name", "family_name", "national_id")


def new_person(values: Values) -> PersonDraft | None:
    """Whom the fields tell of; None while nothing is typed there."""
    given, family, number = (text(values, name) for name in NEW_PERSON)
    if not (given or family or number):
        return None
    to_check = "" if given or family else "name_missing"
    return PersonDraft(given_name=given, family_name=family, national_id=number, to_check=to_check)


def split_name(typed: str) -> dict[str, object]:
    """What was searched for, as the fields of a new person: digits are a number."""
    digits = "".join(typed.split())
    if digits.isdigit():
        return {"given_name": None, "family_name": None, "national_id": digits}
    if typed.islower():  # a search needs no capitals, but a letter does
        typed = " ".join(word[:1].upper() + word[1:] for word in typed.split())
    given, _, family = typed.rpartition(" ")
    return {"given_name": given or None, "family_name": family or None, "national_id": None}


class NewPersonDialog(AskDialog):
    """The fields of a new person come when a search finds nobody; no empty line leaves a gap."""

    def add_new_person(self) -> None:
        """Where the name and the number stand when they are asked for."""
        self.form.line(
            TextField("given_name", self.tr("Fornavn")),
            TextField("family_name", self.tr("Etternavn")),
            TextField("national_id", self.tr("Fødselsnummer"), optional=True),
        )

    def begin_new_person(self, typed: str) -> None:
        """Nobody was found by what was typed: go on from it."""
        name = split_name(typed)
        self.form.set_values(name)
        self.show_new_person(shown=True)
        missing = "national_id" if name["family_name"] else "family_name"
        self.form.field(missing).setFocus(Qt.FocusReason.TabFocusReason)

    def show_new_person(self, *, shown: bool) -> None:
        """Out of sight they are emptied."""
        for name in NEW_PERSON:
            self.show_field(name, shown=shown)
            if not shown:
                self.form.field(name).set_value(None)
        self.fit()

    def show_field(self, name: str, *, shown: bool) -> None:
        """One field, and its line while anything stands there."""
        field: Field = self.form.field(name)
        field.setVisible(shown)
        line = field.parentWidget()
        if line is not None:
            line.setVisible(any(not each.isHidden() for each in line.findChildren(Field)))

    def fit(self) -> None:
        """As high as what stands there now, once it is laid out."""
        QTimer.singleShot(0, self, lambda: fit(self))
