"""One person's follow-up: parts beside each other, and letters made about it."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.errors import NotFound
from app.core.ids import PersonId, Ref
from app.office import Office
from app.people.model import Person
from ui.followup.parts import DESKS, PARTS, PartSpec, part_of
from ui.followup.standing import standing_chips, standing_line
from ui.kit.buttons import Button, ButtonKind, Segments
from ui.kit.empty import EmptyState
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.page import Page as Frame
from ui.kit.tab_order import same_in, stand_on
from ui.labels import named
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator, Page, PageId, Place


class PersonView(QWidget):
    """The header, the choice of part, and the part; made anew whenever the register has changed."""

    part_wanted = Signal(str)

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        person: Person,
        shown: PartSpec,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.person, self.shown = person, shown
        card = Button(
            self.tr("Til husstanden"),
            partial(navigator.open_ref, Ref("person", person.id)),
            icon=Icon.PERSON,
        )
        self.header = PageHeader(
            named(person.name),
            standing_line(office, person.id),
            chips=standing_chips(office, person),
            secondary=(card,),
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(self.header)
        outer.addWidget(frame)
        choices = [(spec.task, spec.words) for spec in PARTS]
        self.parts = Segments(self.tr("Del av oppfølgingen"), choices, shown.task, wraps=True)
        self.parts.chosen.connect(self._turn)
        frame.add(self.parts)
        self.part = shown.make(office, navigator, person)
        frame.add(self.part, stretch=True)

    def begin(self) -> None:
        """The keyboard starts in the part."""
        self.part.begin()

    def _turn(self, task: object) -> None:
        """Once the arrow has moved the keyboard: this page is made anew under it."""
        QTimer.singleShot(0, self, lambda: self.part_wanted.emit(str(task)))


class PersonFollowupPage(Page):
    """Shows the person a place names; its task opens a part, or begins a letter."""

    page_id = PageId.PERSON_FOLLOWUP
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.setAccessibleName(self.tr("Oppfølging av en person"))
        self._person: PersonId | None = None
        self._part = PARTS[0]
        self.view: PersonView | LetterDesk | None = None
        self._nobody = EmptyState(
            self.tr("Ingen person er valgt"),
            self.tr("Velg en i listen over dem som har oppfølging, eller blant personene."),
            primary=Button(
                self.tr("Til personene"),
                partial(navigator.open, PageId.PEOPLE),
                kind=ButtonKind.PRIMARY,
            ),
        )
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._stack.addWidget(self._nobody)

    # places

    def show_place(self, place: Place) -> None:
        if place.ref is None:
            return
        person = PersonId(place.ref.id)
        self._person = self.office.people.get(person).merged_into or person
        self._part = part_of(place.task) or self._part
        desk = DESKS.get(place.task)
        if desk is None:
            self._show()
        else:
            self._show_desk(desk)
        self._focus()

    def reload(self) -> None:
        if self._person is not None and not isinstance(self.view, LetterDesk):
            self._show()

    def _show(self) -> None:
        if self._person is None:
            return
        try:
            person = self.office.people.get(self._person)
        except NotFound:  # the registration was taken back
            self._person = None
            self._put(None)
            return
        view = PersonView(self.office, self.navigator, person, self._part)
        view.part_wanted.connect(self._turn)
        self._put(view)

    def _show_desk(self, make: Callable[[Office, Navigator, Person], LetterDesk]) -> None:
        if self._person is None:
            return
        desk = make(self.office, self.navigator, self.office.people.get(self._person))
        desk.left.connect(self._desk_left)
        self._put(desk)

    def _desk_left(self) -> None:
        self._show()
        self._focus()

    def _turn(self, task: str) -> None:
        """Another part, chosen among them: the keyboard stays there, so that one can go on."""
        if self._person is None:
            return
        self.navigator.open(PageId.PERSON_FOLLOWUP, Ref("person", self._person), task)
        if isinstance(self.view, PersonView):
            self.view.parts.setFocus()

    def _put(self, view: PersonView | LetterDesk | None) -> None:
        focus = self.window().focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        before, self.view = self.view, view
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        if view is None:
            self._stack.setCurrentWidget(self._nobody)
            return
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        if held and focus is not None:
            self._go_on(focus, view)

    def _go_on(self, focus: QWidget, view: QWidget) -> None:
        """The keyboard stays on what was pressed; where that is gone, it goes to the next step."""
        same = same_in(view, focus)
        if same is not None:
            stand_on(same)
        else:
            self._focus()

    def _focus(self) -> None:
        if isinstance(self.view, LetterDesk):
            form = self.view.form
            form.field(form.names[0]).control.setFocus()
        elif self.view is not None:
            self.view.begin()
