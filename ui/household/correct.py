"""«Rett opplysninger»: a known person's own fields, each saved when it is left."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.days import clock_time
from app.core.errors import Invalid
from app.core.ids import PersonId
from app.office import Office
from app.people.model import Person
from ui.household.person_form import PersonForm, draft_of
from ui.kit.buttons import Button, ButtonKind
from ui.kit.form import ProblemChip
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.page import Page as Frame
from ui.labels import done
from ui.navigation import Navigator


class CorrectPerson(QWidget):
    """The form over what is known. `finished` leads back to the card."""

    finished = Signal()

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._navigator = office, navigator
        self._person: Person | None = None
        self.form = PersonForm(self.tr("Opplysninger"), office.clock.today, whole=False)
        self._checked_button = Button(self.tr("Merk som sett over"), self.looked_over, icon=Icon.OK)
        self.header = PageHeader(
            self.tr("Rett opplysninger"),
            primary=Button(
                self.tr("Til husstanden"), self.leave, kind=ButtonKind.PRIMARY, icon=Icon.CHECK
            ),
            secondary=(self._checked_button,),
            extra=(ProblemChip(self.form),),
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(self.header)
        frame.body().add(self.form)
        outer.addWidget(frame)
        self.form.left.connect(lambda _name: self.save())

    def show_person(self, person: PersonId) -> None:
        """Read the person anew, but leave the field that is being typed in."""
        known = self._office.people.get(person)
        fresh = self._person is None or self._person.id != person
        self._person = known
        self.header.set_title(known.name)
        self.form.show_draft(draft_of(known), whole=fresh)
        self._checked_button.setVisible(bool(known.to_check))
        if fresh:
            self.header.set_subtitle(self.tr("Alt lagres mens du skriver"))

    def save(self) -> None:
        """Keep what differs from what is known; what is wrong stands beside its field."""
        if self._person is None:
            return
        known = draft_of(self._person)
        draft = self.form.draft(known)
        self.form.show_problems(())
        if draft == known or self.form.problem_count:
            return
        try:
            self._office.people.correct(self._person.id, draft)
        except Invalid as error:
            self.form.show_problems(error.problems)
            return
        self._saved()

    def looked_over(self) -> None:
        """What was to be looked over has been."""
        if self._person is None:
            return
        draft = replace(draft_of(self._person), to_check="")
        if self._navigator.attempt(partial(self._office.people.correct, self._person.id, draft)):
            self._saved()

    def _saved(self) -> None:
        at = clock_time(self._office.clock.now().time())
        self.header.set_subtitle(self.tr("Alt lagres mens du skriver · lagret {}").format(at))
        self._navigator.tell(done("person.corrected"))

    def save_typed(self) -> None:
        """Save also the field that is being typed in."""
        for name in self.form.names:
            self.form.field(name).leave()

    def leave(self) -> None:
        """Save what is being typed and go back to the card."""
        self.save_typed()
        if self.form.problem_count:
            self.form.jump_to_first()
        else:
            self.finished.emit()
