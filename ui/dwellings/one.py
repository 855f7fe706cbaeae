"""The page of one dwelling: what is known, or the form of a new one."""

from functools import cached_property, partial
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.errors import NotFound
from app.core.ids import DwellingId, Ref
from app.office import Office
from ui.dwellings.card import DwellingCard
from ui.dwellings.new_dwelling import NewDwelling
from ui.kit.buttons import Button, ButtonKind
from ui.kit.empty import EmptyState
from ui.kit.icons import Icon
from ui.navigation import Navigator, Page, PageId, Place


class DwellingPage(Page):
    """Shows the dwelling a place names; «new» begins one, «status» and «rent» open their dialog."""

    page_id = PageId.DWELLING
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.setAccessibleName(self.tr("Bolig"))
        self._shown: DwellingId | None = None
        self._none = EmptyState(
            self.tr("Ingen bolig er valgt"),
            self.tr("Velg en i listen over boliger, eller registrer en ny."),
            primary=Button(
                self.tr("Ny bolig"), self._begin_new, kind=ButtonKind.PRIMARY, icon=Icon.NEW
            ),
            secondary=Button(self.tr("Til listen"), partial(navigator.open, PageId.DWELLINGS)),
        )
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._stack.addWidget(self._none)

    # made when they are first seen

    @cached_property
    def card(self) -> DwellingCard:
        """The view of the dwelling shown."""
        made = DwellingCard(self.office, self.navigator)
        self._stack.addWidget(made)
        return made

    @cached_property
    def new(self) -> NewDwelling:
        """The form of a new one."""
        made = NewDwelling(self.office, self.navigator)
        made.registered.connect(lambda new: self.navigator.open_ref(Ref("dwelling", new)))
        self._stack.addWidget(made)
        return made

    # places

    def show_place(self, place: Place) -> None:
        if place.task == "new":
            self._begin_new()
            return
        if place.ref is not None:
            self._shown = DwellingId(place.ref.id)
        self._stack.setCurrentWidget(self._none if self._shown is None else self.card)
        self.reload()
        if place.task == "status":
            self.card.change_status()
        if place.task == "rent":
            self.card.set_rent()

    def _begin_new(self) -> None:
        self._stack.setCurrentWidget(self.new)
        self.new.begin()

    def reload(self) -> None:
        if self._shown is None:
            return
        try:
            self.card.show_dwelling(self._shown)
        except NotFound:  # the registration was taken back
            self._shown = None
            if self._stack.currentWidget() is self.card:
                self._stack.setCurrentWidget(self._none)

    def about_to_leave(self) -> None:
        for place in range(self._stack.count()):
            view = self._stack.widget(place)
            if isinstance(view, DwellingCard) and view is self._stack.currentWidget():
                view.save_typed()
            elif isinstance(view, NewDwelling):
                view.kept.keep()
