"""Where what was said is typed, on every page that takes a note, and the card that keeps it."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid
from app.core.ids import PersonId
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.office import Office
from ui.kit.ask import BareForm
from ui.kit.buttons import Button, ButtonKind, button_line
from ui.kit.cards import Card
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MultilineField
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.labels import done, problem, title_word
from ui.navigation import Navigator


class NoteWords(MultilineField):
    """Short words: Enter is done, Shift and Enter a new line."""

    entered = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if watched is self.control and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if pressed and enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.leave()
                self.entered.emit()
                return True
        return super().eventFilter(watched, event)


class NoteCard(Card):
    """A few fields; Enter in the words keeps the note."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        person: PersonId,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Nytt notat"), icon=Icon.NOTE, parent=parent)
        self._office, self._navigator, self._person = office, navigator, person
        self.form = BareForm(self.tr("Nytt notat"), problem)
        self._add_fields()
        self.save_button = Button(
            self.tr("Lagre notatet"),
            self.write,
            kind=ButtonKind.PRIMARY,
            key=Key.FINISH.sequence,
        )
        self.add(self.form, button_line(self.save_button))

    def _add_fields(self) -> None:
        today = self._office.clock.today
        outcomes = [(each, title_word(each)) for each in ContactOutcome]
        channels = [(each, title_word(each)) for each in ContactChannel]
        self.form.line(
            DateField("happened_on", self.tr("Dag"), today=today),
            ChoiceField("channel", self.tr("Hvordan"), channels),
            ChoiceField("outcome", self.tr("Hva det førte til"), outcomes),
        )
        self.words = NoteWords("words", self.tr("Hva som ble sagt"), lines=2)
        self.words.set_hint(self.tr("Enter lagrer. Shift og Enter gir ny linje."))
        self.words.entered.connect(self.write)
        self.form.line(
            self.words,
            DateField("follow_up_on", self.tr("Neste steg"), optional=True, today=today, width=150),
        )
        first = {"channel": ContactChannel.PHONE, "outcome": ContactOutcome.REACHED}
        self.form.set_values({"happened_on": today(), **first})

    def begin(self) -> None:
        """Put the keyboard where the words are written."""
        self.words.setFocus()

    def write(self) -> None:
        """Keep the note; what is wrong stands beside its field."""
        try:
            self._office.contact_notes.add(self._person, self._draft())
        except Invalid as error:
            self.form.show_problems(error.problems)
            self.form.jump_to_first()
            return
        self._navigator.tell(done("contact_note.added"))

    def _draft(self) -> ContactNoteDraft:
        values = self.form.values()
        happened, ahead = values["happened_on"], values["follow_up_on"]
        channel, outcome = values["channel"], values["outcome"]
        return ContactNoteDraft(
            happened_on=happened if isinstance(happened, date) else None,
            channel=channel if isinstance(channel, ContactChannel) else None,
            outcome=outcome if isinstance(outcome, ContactOutcome) else None,
            words=str(values["words"] or ""),
            follow_up_on=ahead if isinstance(ahead, date) else None,
        )
