"""One application: the form saved field by field, the next step, and all that hangs on it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.applications.model import Application, ApplicationKind, ApplicationState
from app.core.days import clock_time
from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import ApplicationId, Ref
from app.core.text import plural
from app.decisions.model import VedtakState
from app.office import Office
from app.people.model import AddressProtection
from ui.applications.application_form import ApplicationForm
from ui.applications.columns import state_chip
from ui.applications.discharge_card import ask_discharge
from ui.applications.side_cards import side_cards
from ui.applications.state_verbs import VERBS, StateDialog, StateVerb, verbs_from
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.chips import Chip, ChipKind
from ui.kit.form import ProblemChip
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.page import Page as Frame
from ui.kit.page import ScrollBody
from ui.kit.shell import WithPanel, has_panel_room
from ui.kit.timeline import Timeline
from ui.labels import day, done, title_word
from ui.navigation import Navigator, PageId
from ui.past import ChangeRow, PastRow, changes, of

PANEL = 304


class KnownApplication(QWidget):
    """Shows and corrects one registered application. `reply_wanted` begins the letter."""

    reply_wanted = Signal()

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._navigator = office, navigator
        self._known: Application | None = None
        self._saved_at = ""
        self._next: Callable[[], object] = lambda: None
        self.form = ApplicationForm(office, self.tr("Søknad"), whole=False)
        self.next_button = Button(
            self.tr("Ta til behandling"), lambda: self._next(), kind=ButtonKind.PRIMARY
        )
        self.reply_button = Button(
            self.tr("Foreløpig svar"), self.reply_wanted.emit, icon=Icon.LETTER
        )
        self.more_button = Button(self.tr("Endre status"), self._open_menu, icon=Icon.CARET_DOWN)
        self.panel_button = Button(
            self.tr("Frist og historikk"),
            lambda: self.panel.open_panel(),
            kind=ButtonKind.QUIET,
            size=ButtonSize.SMALL,
        )
        self.header = PageHeader(
            self.tr("Søknad"),
            primary=self.next_button,
            secondary=(self.reply_button, self.more_button),
            extra=(ProblemChip(self.form),),
        )
        self.history = Timeline[PastRow](self.tr("Historikk"), self._changes)
        self._build()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(self.header)
        content = ScrollBody()
        content.add(self.panel_button, self.form)
        self._side = ScrollBody()
        self._side.add(self.history)
        self.panel = WithPanel(content, self._side, PANEL)
        frame.add(self.panel, stretch=True)
        outer.addWidget(frame)
        self.form.left.connect(lambda _name: self.save())

    def _changes(self, line: PastRow) -> Sequence[ChangeRow]:
        """Nothing about one who is protected: where they live may stand in any of it."""
        known = self._known
        hidden = known is None or self._protected(known)
        return () if hidden else changes(self._office, line)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Where the panel has moved away, a button opens it; the letter moves into the menu."""
        super().resizeEvent(event)
        self.panel_button.setVisible(not has_panel_room(self))
        if self._known is not None:
            self._tell_next(self._known)

    # showing

    @property
    def application(self) -> ApplicationId | None:
        """The one that is shown."""
        return self._known.id if self._known else None

    def show_application(self, application: ApplicationId) -> None:
        """Read it anew and show it."""
        known = self._office.applications.get(application)
        if self._known is None or self._known.id != application:
            self._saved_at = ""
            self.form.show_problems(())
        self._known = known
        self.form.show_known(known, self._office.intake.of(application))
        self._tell(known)
        self._show_side(known)

    def _tell(self, known: Application) -> None:
        row = self._office.applications.rows_of(frozenset({known.id}))[0]
        chips = [state_chip(known.state)]
        if row.protection is not AddressProtection.NONE:
            chips.append(Chip(ChipKind.PROTECTED))
        self.header.set_title(known.name)
        self.header.set_chips(chips)
        saved = self.tr("lagret {}").format(self._saved_at) if self._saved_at else ""
        facts = (
            known.number,
            "" if known.draft.kind is ApplicationKind.NEW else title_word(known.draft.kind),
            self.tr("mottatt {}").format(day(known.received_on)),
            self.tr("ventet {}").format(plural(row.days_waiting, "dag", "dager")),
            saved or self.tr("lagres mens du skriver"),
        )
        self.header.set_subtitle(" · ".join(fact for fact in facts if fact))
        self._tell_next(known)

    def _show_side(self, known: Application) -> None:
        column = self._side.column
        while column.count() > 2:  # the history and the stretch stay
            item = column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, card in enumerate(side_cards(self._office, self._navigator, known)):
            column.insertWidget(place, card)
        vedtak = [Ref("vedtak", row.id) for row in self._office.decisions.rows(known.id)]
        refs = (Ref("application", known.id), *vedtak)
        self.history.set_lines([line for ref in refs for line in of(self._office, ref)])

    def _protected(self, known: Application) -> bool:
        level = self._office.people.get(known.applicant).protection
        return level is not AddressProtection.NONE

    # saving

    def save(self) -> None:
        """Keep what a field holds now, or say beside it why not."""
        known = self._known
        if known is None or self.form.unreadable:
            return
        intake = self.form.intake(self._office.intake.of(known.id))
        draft = self.form.draft(known.draft)
        wrong: list[Problem] = []
        for keep in (
            partial(self._office.applications.correct, known.id, draft),
            partial(self._office.intake.save, known.id, intake),
        ):
            try:
                keep()
            except Invalid as error:
                wrong += error.problems
            except OfficeError as error:
                self._navigator.failed.emit(error)
                return
        asked = self._office.intake.problems(known.id, intake)
        self.form.tell((*wrong, *(each for each in asked if not each.blocks)))
        if not wrong:
            self._saved_at = clock_time(self._office.clock.now().time())
            self._tell(self._office.applications.get(known.id))

    # going on

    def _tell_next(self, known: Application) -> None:
        words, act = self._step(known)
        self._next = act
        self.next_button.set_words(words or self.tr("Ingenting å gjøre nå"))
        self.next_button.setVisible(bool(words))
        self.reply_button.setVisible(known.state.undecided and has_panel_room(self))
        self.more_button.setVisible(bool(verbs_from(known.state)))

    def _step(self, known: Application) -> tuple[str, Callable[[], object]]:
        state, ref = known.state, Ref("application", known.id)
        if state in {ApplicationState.RECEIVED, ApplicationState.INCOMPLETE}:
            return self.tr("Ta til behandling"), self.assess
        if state is ApplicationState.IN_ASSESSMENT:
            write = partial(self._navigator.open, PageId.VEDTAK, ref, "new")
            return self.tr("Skriv vedtak"), write
        if state is ApplicationState.GRANTED_WAITING:
            find = partial(self._navigator.open, PageId.WAITING_LIST, ref)
            return self.tr("Se plassen på ventelisten"), find
        if state is ApplicationState.ALLOCATED:
            return self.tr("Lag leieavtale"), partial(self._lease, known.id)
        return "", lambda: None

    def _lease(self, application: ApplicationId) -> None:
        rows = self._office.decisions.rows(application)
        issued = [row for row in rows if row.state is not VedtakState.DRAFT and row.result.grants]
        if issued:
            self._navigator.open(PageId.LEASE, Ref("vedtak", issued[0].id), "new")

    def assess(self) -> None:
        """Begin on the case today; no question, since it can be undone."""
        known = self._known
        if known is None:
            return
        to, today = ApplicationState.IN_ASSESSMENT, self._office.clock.today()
        take = partial(self._office.applications.take, known.id, to, today)
        if self._navigator.attempt(take):
            self._navigator.tell(done(VERBS[to].verb))

    def menu(self) -> QMenu:
        """The moves that can be made by hand now."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Endre status"))
        if self._known is not None and self._known.state.undecided and not has_panel_room(self):
            menu.addAction(self.tr("Foreløpig svar …"), self.reply_wanted.emit)
        for verb in verbs_from(self._known.state) if self._known else ():
            action = QAction(f"{verb.words} …", menu)
            action.triggered.connect(partial(self.ask, verb))
            menu.addAction(action)
        if self._known is not None and self._known.state.open:
            menu.addSeparator()
            menu.addAction(self.tr("Utskriving eller løslatelse …"), self.ask_discharge)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def ask(self, verb: StateVerb, _checked: bool = False) -> StateDialog | None:
        """Ask for the day and the reason of a move."""
        if self._known is None:
            return None
        dialog = StateDialog(self._office, self._known.id, verb, self._moved, self.window())
        dialog.open()
        return dialog

    def ask_discharge(self) -> AskDialog | None:
        """The day they leave an institution or prison (A3, A4)."""
        if self._known is None or not self._known.state.open:
            return None
        return ask_discharge(self._office, self._navigator, self._known, self)

    def _moved(self, verb: StateVerb) -> None:
        self._navigator.tell(done(verb.verb))
