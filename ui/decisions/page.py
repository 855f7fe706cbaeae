"""The page of one vedtak: the editor while it is a draft, then what was decided."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.ids import ApplicationId, DwellingId, VedtakId
from app.decisions.model import VedtakState
from app.office import Office
from ui.decisions.editor import VedtakEditor
from ui.decisions.issued import IssuedVedtak
from ui.navigation import Navigator, Page, PageId, Place

DWELLING = "dwelling "
"""A task «dwelling 12» begins a vedtak that names that dwelling."""


class VedtakPage(Page):
    """Opened with a vedtak, or with an application that gets one."""

    page_id = PageId.VEDTAK
    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "vedtak",
            "vedtak_state",
            "vedtak_condition",
            "vedtak_service",
            "dispensation",
            "representative",
            "allocation",
            "application_state",
            "dwelling_status",
            "document",
            "document_state",
            "appeal",
            "appeal_state",
            "appeal_effect",
            "reasons_demand",
            "prior_notice",
            "reversal",
            "dispatch",
            "person",
        }
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._shown: VedtakId | None = None
        self.editor = VedtakEditor(office, navigator)
        self.made = IssuedVedtak(office, navigator)
        self._views = QStackedWidget()
        for view in (self.editor, self.made):
            self._views.addWidget(view)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._views)
        self.setAccessibleName(self.tr("Vedtak"))
        self.editor.issued.connect(self._show)
        self.editor.discarded.connect(self._discarded)

    def show_place(self, place: Place) -> None:
        ref = place.ref
        if ref is None:
            self.navigator.open(PageId.APPLICATIONS)
        elif ref.kind == "vedtak":
            self._show(VedtakId(ref.id))
        elif ref.kind == "appeal":
            self._show(self.office.appeals.get(ref.id).vedtak)
        elif ref.kind == "prior_notice":
            self._show(self.office.advance_notices.get(ref.id).vedtak)
        else:
            self.navigator.attempt(lambda: self._draft(ApplicationId(ref.id), place.task))

    def _draft(self, application: ApplicationId, task: str) -> None:
        vedtak = self.office.decisions.draft(application)
        if task.startswith(DWELLING):
            self._name_dwelling(vedtak, DwellingId(int(task.removeprefix(DWELLING))))
        self._show(vedtak)
        self.editor.begin()

    def _name_dwelling(self, vedtak: VedtakId, dwelling: DwellingId) -> None:
        draft = self.office.decisions.get(vedtak).draft
        rooms = self.office.dwellings.get(dwelling).draft.bedrooms
        words = draft.dwelling_words or ("" if rooms is None else f"{rooms} soverom")
        named = replace(draft, dwelling=dwelling, dwelling_words=words)
        self.office.decisions.save_draft(vedtak, named)

    def _show(self, vedtak: VedtakId) -> None:
        self._shown = vedtak
        known = self.office.decisions.get(vedtak)
        if known.state is VedtakState.DRAFT:
            self._views.setCurrentWidget(self.editor)
            self.editor.show_vedtak(known)
        else:
            self._views.setCurrentWidget(self.made)
            self.made.show_vedtak(known)

    def _discarded(self) -> None:
        self._shown = None
        self.navigator.back()

    def reload(self) -> None:
        """Read anew what is shown; a draft that was undone away leads back."""
        shown = self._shown
        if shown is None:
            return
        if any(row.id == shown for row in self.office.decisions.rows()):
            self._show(shown)
        else:
            self.editor.close_draft()
            self._shown = None
            self.navigator.open(PageId.APPLICATIONS)

    def about_to_leave(self) -> None:
        if self._views.currentWidget() is self.editor:
            self.editor.save()
