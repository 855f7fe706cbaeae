"""The window, and the view of one open register inside it: sidebar, pages, box, toast."""

from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from app.core.errors import FileProblem, OfficeError
from app.core.events import Event
from app.core.ids import Ref
from app.office import Office
from ui.followup.contact.quick import QuickNote, person_at
from ui.kit.chips import ChipKind
from ui.kit.filters import SearchField
from ui.kit.jobs import Jobs
from ui.kit.keys import Key, bind
from ui.kit.messages import Message, inform
from ui.kit.palette_box import PaletteBox
from ui.kit.shell import NavItem, Saved, Shell
from ui.kit.toast import Toast
from ui.labels import done, message, moment
from ui.navigation import OWN, QUICK_NOTE, SHOW_ALL, Navigator, Page, PageId, Place
from ui.pages import COMMANDS, PAGE_KEYS, PAGES, PageSpec, spec_of
from ui.search.acts import Call
from ui.search.finder import Finder


class OfficeView(QWidget):
    """Everything that shows one open register. Destroyed whole when it is locked."""

    lock_wanted = Signal()

    def __init__(self, office: Office, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.navigator = Navigator(jobs, self)
        self._jobs = jobs
        self._trail: list[Place] = []
        profile = office.settings.profile
        self.shell = Shell("Husrom", profile.municipality)
        self.shell.sidebar.set_owner(profile.municipality, demo=profile.demo)
        self.toast = Toast(self)
        finder = Finder(office, COMMANDS)
        self.box = PaletteBox(self, finder.groups, finder.acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.shell)
        self._keep_time()
        self._connect()
        self._tell_sidebar()
        self.go(Place(PAGES[0].page))

    def _connect(self) -> None:
        self.navigator.wanted.connect(self.go)
        self.navigator.back_wanted.connect(self.go_back)
        self.navigator.told.connect(self._say)
        self.navigator.failed.connect(self.show_problem)
        self.box.chosen.connect(lambda found, _beside: self._take(found))
        sidebar = self.shell.sidebar
        sidebar.chosen.connect(lambda key: self._row_chosen(PageId(key)))
        sidebar.filter_chosen.connect(self._filter_chosen)
        sidebar.search_wanted.connect(lambda: self.box.open())
        sidebar.lock_wanted.connect(self.lock_wanted)
        sidebar.saved_wanted.connect(lambda: self.go(Place(PageId.SETTINGS, task="backup")))
        self.office.listen(self._learn)
        self._bind_keys()

    def _bind_keys(self) -> None:
        bind(Key.PALETTE, self, self.box.open)
        bind(Key.QUICK_NOTE, self, lambda: self.go(Place(self.place.page, task=QUICK_NOTE)))
        bind(Key.LOCK, self, self.lock_wanted.emit)
        bind(Key.UNDO, self, self.undo)
        bind(Key.BACK, self, self.go_back)
        bind(Key.BACKUP, self, self.back_up)
        bind(Key.SETTINGS, self, lambda: self.go(Place(PageId.SETTINGS)))
        bind(Key.NEW_PERSON, self, lambda: self.go(Place(PageId.HOUSEHOLD, task="new")))
        bind(Key.REFRESH, self, self._new_day)
        bind(Key.SAVED, self, self._say_saved)
        bind(Key.KEYS, self, lambda: self.go(Place(PageId.SETTINGS, task="machine")))
        for find in (Key.FIND, Key.FIND_TOO):
            bind(find, self, self._find_on_page)
        for at, key in enumerate(PAGE_KEYS):
            bind(key, self, partial(self._go_to_row, at))

    def _rows(self) -> list[PageSpec]:
        """The rows of the sidebar: of what the office does by its settings, in their order."""
        duties = self.office.settings.profile.duties
        return [spec for spec in PAGES if spec.row and (spec.duty is None or spec.duty in duties)]

    def _go_to_row(self, at: int) -> None:
        rows = self._rows()
        if at < len(rows):
            self.go(Place(rows[at].page))

    def _find_on_page(self) -> None:
        """Put the keyboard in the page's search field, if it has one."""
        page = self.shell.pages.currentWidget()
        for field in page.findChildren(SearchField) if page else ():
            if field.isVisible():
                field.setFocus()
                field.selectAll()
                return

    def _say_saved(self) -> None:
        """Old habit: Ctrl+S. What stands in the field is left, and so saved."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
            focused.setFocus()
        self.toast.say(self.tr("Alt er lagret"))

    # going somewhere

    @property
    def place(self) -> Place:
        """Where one is."""
        return self._trail[-1]

    def go(self, place: Place) -> None:
        """Show a place, making its page the first time it is seen; a note is written over it."""
        if place.task == QUICK_NOTE:
            self._write_note(place.ref or self.place.ref)
            return
        page = self._page(place.page)
        if page is None:
            return
        leaving = self.shell.pages.currentWidget()
        if isinstance(leaving, Page) and leaving is not page:
            self.navigator.attempt(leaving.about_to_leave)
        if not self._trail or self._trail[-1] != place:
            self._trail.append(place)
            del self._trail[:-50]
        if page.stands_on != place.ref:
            page.to_top()
        page.stands_on = place.ref
        if place.ref is not None:
            self.office.search.opened(place.ref)
        self.shell.show_page(place.page.value)
        page.refresh()
        page.arrive(place)
        self._mark(page)

    def _write_note(self, about: Ref | None) -> None:
        """A quick note on whom a place is about; the page under it stays as it is."""
        self.box.shut()
        person = person_at(self.office, about)
        QuickNote(self.office, self.navigator, person, self.window()).open()

    def _mark(self, page: Page) -> None:
        """Show in the sidebar where one is, and which saved filter the page shows."""
        if page is self.shell.pages.currentWidget():
            row = spec_of(page.page_id).under or page.page_id
            filters = page.sidebar_filters()
            self.shell.sidebar.set_current(row.value, filters, page.sidebar_filter())

    def _row_chosen(self, page: PageId) -> None:
        """Go to a page; pressed once more, it shows all again."""
        filtered = self.place.page is page and self.shell.sidebar.filter_key
        self.go(Place(page, task=SHOW_ALL if filtered else ""))

    def _filter_chosen(self, page: str, key: str) -> None:
        """A filter of the page, or another page that stands there among them."""
        if key.startswith(OWN):
            self.go(Place(self.place.page, task=key))
            return
        other = key in set(PageId)
        self.go(Place(PageId(key)) if other else Place(PageId(page), task=key))

    def go_back(self) -> None:
        """Show the place before this one."""
        if len(self._trail) > 1:
            self._trail.pop()
            self.go(self._trail[-1])

    def _page(self, wanted: PageId) -> Page | None:
        made = self.shell.page(wanted.value)
        if isinstance(made, Page):
            return made
        page = spec_of(wanted).make(self.office, self.navigator)
        page.filters_changed.connect(partial(self._mark, page))
        self.shell.add_page(wanted.value, page)
        return page

    def _take(self, found: object) -> None:
        if isinstance(found, Place):
            self.go(found)
        elif isinstance(found, Ref):
            self.navigator.open_ref(found)
        elif isinstance(found, Call):
            self.navigator.tell(self.tr("Ring {}: {}").format(found.name, found.phone), undo=False)

    # what happens

    def _learn(self, event: Event) -> None:
        for index in range(self.shell.pages.count()):
            page = self.shell.pages.widget(index)
            if isinstance(page, Page):
                page.learn(event)
        self._tell_sidebar()

    def _say(self, words: str, undo: bool) -> None:
        self.toast.say(words, self.undo if undo else None)

    def undo(self) -> None:
        """Take back the newest unit of this opening."""
        try:
            event = self.office.history.undo()
        except OfficeError as error:
            self.show_problem(error)
            return
        self.toast.say(self.tr("Angret: {}").format(done(event.verb)))

    def show_problem(self, error: object) -> None:
        """What happened, what is safe, what to do. Anything but an OfficeError is our bug."""
        if not isinstance(error, OfficeError):
            raise error if isinstance(error, BaseException) else TypeError(type(error).__name__)
        what, _, rest = message(error).partition(". ")
        safe, _, do = rest.partition(". ")
        inform(self, Message(f"{what.rstrip('.')}.", f"{safe.rstrip('.')}.", do, ChipKind.SOON))

    # sidebar and clock

    def _tell_sidebar(self) -> None:
        rows = self._rows()
        items = [_item(spec, self.office) for spec in rows if not spec.last]
        last = [_item(spec, self.office) for spec in rows if spec.last]
        self.shell.sidebar.set_items(items, last)
        status = self.office.safekeeping.status()
        kind = ChipKind.SOON if status.outside_late else ChipKind.OK
        words = self.tr("Alt er lagret")
        self.shell.sidebar.set_saved(Saved(words, self._backup_words(status.made_at), kind))

    def _backup_words(self, made_at: datetime | None) -> str:
        """«Sikkerhetskopi i dag 07.58»: the day and the time stay on one line."""
        if made_at is None:
            return self.tr("Ingen sikkerhetskopi ennå")
        when = moment(made_at, self.office.clock.today()).replace("kl.\u00a0", "")
        return self.tr("Sikkerhetskopi {}").format(when.replace(" ", "\u00a0"))

    def _keep_time(self) -> None:
        self._minute = QTimer(self)
        self._minute.setInterval(60_000)
        self._minute.timeout.connect(self._tick)
        self._minute.start()
        self._checked = False
        self._day: date = self.office.clock.today()

    def _tick(self) -> None:
        """A window that is closed waits only to be destroyed, and its register may be gone."""
        if self.isVisible():
            self.each_minute()

    def each_minute(self) -> None:
        """What comes with time: a new day, a backup that is due, the weekly check."""
        if self.office.clock.today() != self._day:
            self._new_day()
        if self._jobs.busy or self._jobs.upkeep.busy:
            return
        if self.office.safekeeping.due():
            self.back_up()
        elif self.office.safekeeping.check_due() and not self._checked:
            self._checked = True  # once an opening: one that found damage is not told each minute
            self._jobs.upkeep.start(
                lambda progress: self.office.check(lambda: progress.cancelled).whole,
                self._check_done,
                self.show_problem,
            )

    def _check_done(self, whole: bool) -> None:
        """The weekly check: silent when the register is whole."""
        if not whole:
            self.show_problem(FileProblem("register_check_failed"))

    def _new_day(self) -> None:
        self._day = self.office.clock.today()
        self._learn(Event(0, "day.began", None, self.office.clock.now(), 0, frozenset({"*"})))

    def back_up(self) -> None:
        """Make a backup as a job; a failure is told, the register stays as it is."""
        upkeep = self._jobs.upkeep
        if upkeep.busy:
            return
        upkeep.start(
            lambda progress: self.office.back_up(lambda: progress.cancelled),
            lambda _path: self._backed_up(),
            self.show_problem,
        )

    def _backed_up(self) -> None:
        self._tell_sidebar()
        self.toast.say(self.tr("Sikkerhetskopi er tatt og kontrollert"))

    def leave(self) -> None:
        """Let every page and note keep what is half typed; before locking and closing."""
        for note in self.window().findChildren(QuickNote):
            note.reject()
        page = self.shell.pages.currentWidget()
        if isinstance(page, Page):
            page.about_to_leave()
        self._minute.stop()


def _item(spec: PageSpec, office: Office) -> NavItem:
    return NavItem(spec.page.value, spec.words, spec.icon, spec.count(office))


class MainWindow(QMainWindow):
    """The one window. What is inside changes: unlocking, first run, or an open register."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Husrom")
        self.setAccessibleName("Husrom")
        self.resize(1280, 800)
        self.setMinimumSize(640, 360)

    def show_inside(self, inside: QWidget) -> None:
        """Put something in, destroying what was there with all its models.

        The keyboard goes where it was to stand: Qt forgets that when the parent is another.
        """
        old, stands = self.takeCentralWidget(), inside.focusWidget()
        self.setCentralWidget(inside)
        if stands is not None:
            stands.setFocus()
        if old is not None:
            old.hide()
            old.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        self.closing.emit()
        event.accept()
        QApplication.quit()
