"""The page of one application: a new one, one that is registered, or its preliminary reply."""

from functools import cached_property
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.applications.answers.model import LetterKind
from app.applications.model import ApplicationState
from app.core.events import Event
from app.core.ids import ApplicationId, PersonId, Ref
from app.office import Office
from ui.applications.known_application import KnownApplication
from ui.applications.letter_dialogs import ConfirmDialog, LetterView
from ui.applications.new_application import NewApplication
from ui.applications.reply_view import ReplyView
from ui.applications.state_verbs import VERBS
from ui.kit.keys import Key, bind
from ui.navigation import Navigator, Page, PageId, Place


class ApplicationPage(Page):
    """Chooses between the three views; each has its own header."""

    page_id = PageId.APPLICATION
    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "application",
            "application_state",
            "application_group",
            "application_need",
            "planned_discharge",
            "application_allocator",
            "application_other_group",
            "application_forwarding",
            "intake",
            "intake_income",
            "intake_asset",
            "intake_expense",
            "intake_loan",
            "intake_mark",
            "intake_paper",
            "representative",
            "consent",
            "dispensation",
            "rule_set",
            "household_member",
            "person",
            "address_protection",
            "vedtak",
            "vedtak_state",
            "application_notice",
            "application_confirmation",
            "document",
            "dispatch",
        }
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._views = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._views)
        self.setAccessibleName(self.tr("Søknad"))
        self._letters: dict[LetterKind, LetterView] = {}

    # made when they are first seen

    @cached_property
    def new(self) -> NewApplication:
        """The form of one that is not registered."""
        made = NewApplication(self.office, self.navigator)
        made.registered.connect(self._registered)
        self._views.addWidget(made)
        return made

    @cached_property
    def known(self) -> KnownApplication:
        """The view of the one that is shown."""
        made = KnownApplication(self.office, self.navigator)
        made.reply_wanted.connect(self._reply)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        bind(Key.NEW, made, self._new, here)
        bind(Key.SIDE_PANEL, made, made.panel.go_to_panel, here)
        self._views.addWidget(made)
        return made

    @cached_property
    def reply(self) -> ReplyView:
        """The preliminary reply to it."""
        made = ReplyView(self.office, self.navigator)
        made.left.connect(self._show_known)
        self._views.addWidget(made)
        return made

    # places

    def show_place(self, place: Place) -> None:
        ref = place.ref
        if ref is None or ref.kind != "application":
            person = PersonId(ref.id) if ref is not None and ref.kind == "person" else None
            self._show(self.new)
            self.new.begin(person)
            return
        self._keep_new()
        self.known.show_application(ApplicationId(ref.id))
        self._show_known()
        self._begin(place.task)

    def _begin(self, task: str) -> None:
        if task == "reply":
            self._reply()
        elif task in set(LetterKind):
            self.write(LetterKind(task))
        elif task == "lapsed":
            self.known.ask(VERBS[ApplicationState.LAPSED])
        elif task == "discharge":
            self.known.ask_discharge()
        elif task == "confirm" and self.known.application is not None:
            application = self.known.application
            ConfirmDialog(self.office, self.navigator, application, self.window()).open()

    def write(self, kind: LetterKind) -> LetterView | None:
        """One of the letters to the application that is shown, ready made."""
        if self.known.application is None:
            return None
        if kind not in self._letters:
            made = self._letters[kind] = LetterView(self.office, self.navigator, kind)
            made.left.connect(self._show_known)
            self._views.addWidget(made)
        view = self._letters[kind]
        self._show(view)
        view.begin(self.known.application)
        return view

    def reload(self) -> None:
        known = self._views.findChild(KnownApplication)
        if known is not None and known.application is not None:
            known.show_application(known.application)

    def about_to_leave(self) -> None:
        view = self._views.currentWidget()
        if isinstance(view, KnownApplication):
            view.save()
        self._keep_new()

    def _keep_new(self) -> None:
        """What is half typed of a new one, where that is what is seen."""
        view = self._views.currentWidget()
        if isinstance(view, NewApplication):
            view.keep()

    def learn(self, event: Event) -> None:
        """«Skjerm» leaves nothing half typed about anyone."""
        super().learn(event)
        if event.verb == "person.shielded":
            new = self._views.findChild(NewApplication)
            if new is not None:
                new.forget()

    def _show(self, view: QWidget) -> None:
        self._views.setCurrentWidget(view)

    def _show_known(self) -> None:
        """The one that is registered, with the keyboard on the next step, else in the form."""
        self._show(self.known)
        known = self.known
        steps = (known.next_button, known.more_button)
        step = next((each for each in steps if each.isVisible()), None)
        (step or known.form.field("wanted").control).setFocus()

    def _new(self) -> None:
        self.navigator.open(PageId.APPLICATION, task="new")

    def _registered(self, application: ApplicationId) -> None:
        self.navigator.open(PageId.APPLICATION, Ref("application", application))

    def _reply(self) -> None:
        if self.known.application is not None:
            self._show(self.reply)
            self.reply.begin(self.known.application)
