"""«Tilbud»: the list with the answers, or the letter of a new one."""

from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.ids import ApplicationId, DwellingId
from app.office import Office
from ui.allocation.offers.letter_view import OfferView
from ui.allocation.offers.listing import OfferList
from ui.navigation import OWN, SHOW_ALL, Navigator, Page, PageId, Place
from ui.own_lists import keep_lists


class OffersPage(Page):
    """A dwelling with «offer 12» begins one for application 12; an offer stands on it."""

    page_id = PageId.OFFERS
    watches: ClassVar[frozenset[str]] = frozenset(
        {"offer", "offer_state", "reservation", "dispatch", "person", "application_state"}
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.setAccessibleName(self.tr("Tilbud"))
        self.list = OfferList(office, navigator)
        self.letter = OfferView(office, navigator)
        self.letter.left.connect(self._back)
        keep_lists(
            self, self.list.filters, self.list.table, self.list.matching, lambda: self.list.every
        )
        self.list.told.connect(self.filters_changed)
        self.list.export_button.clicked.connect(lambda _=False: self._export())
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.letter)

    def arrive(self, place: Place) -> None:
        if place.task.startswith(OWN):
            self._back()
        super().arrive(place)

    def show_place(self, place: Place) -> None:
        verb, _, number = place.task.partition(" ")
        if place.ref is not None and place.ref.kind == "dwelling" and verb == "offer":
            self._stack.setCurrentWidget(self.letter)
            self.letter.begin(ApplicationId(int(number)), DwellingId(place.ref.id))
            return
        self._back()
        if place.ref is not None and place.ref.kind == "offer":
            self.list.select(place.ref.id)
        elif place.task == SHOW_ALL:
            self.list.filters.clear()

    def sidebar_filter(self) -> str:
        """None is shown while a letter is written."""
        return super().sidebar_filter() if self._stack.currentWidget() is self.list else ""

    def _back(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self.reload()

    def reload(self) -> None:
        if self._stack.currentWidget() is self.list:
            self.list.read()

    def _export(self) -> None:
        self.export_seen(self.list.table, self.tr("Eksporter tilbudene"), "Tilbud")

    def about_to_leave(self) -> None:
        """The letter that was shown is let go."""
        self.letter.desk.clear()
