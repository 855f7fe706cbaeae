"""«Brev»: the letters at a glance, or one document."""

from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.errors import NotFound
from app.core.ids import DocumentId
from app.office import Office
from ui.letters.letter import LetterView
from ui.letters.overview import Overview
from ui.navigation import OWN, SHOW_ALL, Navigator, Page, PageId, Place
from ui.own_lists import keep_lists


def waiting_to_be_sent(office: Office) -> int:
    """How many letters are finished and still here, for the sidebar."""
    return len(office.letters.to_send())


class LettersPage(Page):
    """Shows the document a place names, else what must be sent."""

    page_id = PageId.LETTERS
    watches: ClassVar[frozenset[str]] = frozenset(
        {"document", "document_state", "dispatch", "document_copy", "person"}
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.setAccessibleName(self.tr("Brev"))
        self._document: DocumentId | None = None
        self.letter: LetterView | None = None
        self.overview = shown = Overview(office, navigator)
        register = shown.register
        keep_lists(
            self,
            register.filters,
            register.table,
            register.matching,
            lambda: register.worked_out_of,
            register.count if register.windowed else None,
        )
        shown.told.connect(self.filters_changed)
        shown.export.clicked.connect(lambda _=False: self._export())
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._stack.addWidget(self.overview)

    def arrive(self, place: Place) -> None:
        if place.task.startswith(OWN):
            self.show_place(Place(PageId.LETTERS))
            self.overview.show_all()
        super().arrive(place)

    def show_place(self, place: Place) -> None:
        wanted = DocumentId(place.ref.id) if place.ref is not None else None
        if wanted != self._document or (wanted is not None and self.letter is None):
            self._document = wanted
            self.reload()
        if place.task == SHOW_ALL:
            self.overview.register.filters.clear()
            self.overview.show_all()

    def sidebar_filter(self) -> str:
        """None is shown while a letter is read, or what must be sent."""
        listed = self.letter is None and self.overview.shows_all
        return super().sidebar_filter() if listed else ""

    def reload(self) -> None:
        self._drop()
        if self._document is not None:
            self._show_letter(self._document)
        if self.letter is None:
            self.overview.read()
            self._stack.setCurrentWidget(self.overview)
            return
        self.overview.register.forget()
        if self.lists is not None and self.lists.filters():
            self.filters_changed.emit()

    def _show_letter(self, document: DocumentId) -> None:
        try:
            issued = self.office.letters.get(document)
        except NotFound:  # it was removed with the person's other papers
            self._document = None
            return
        self.letter = LetterView(self.office, self.navigator, issued)
        self._stack.addWidget(self.letter)
        self._stack.setCurrentWidget(self.letter)
        (self.letter.primary or self.letter.print_button).setFocus()

    def _drop(self) -> None:
        if self.letter is not None:
            self.letter.release()
            self._stack.removeWidget(self.letter)
            self.letter.deleteLater()
            self.letter = None

    def _export(self) -> None:
        self.export_seen(self.overview.register.table, self.tr("Eksporter listen"), "Brev")

    def count(self) -> int | None:
        return waiting_to_be_sent(self.office)

    def about_to_leave(self) -> None:
        """The document is let go; it is read again when it is seen again."""
        if self._document is not None:
            self._document = None
            self._drop()
            self._stale = True
