"""«Søknader»: who has asked, where each one stands, and who must have an answer."""

from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.applications.model import ApplicationState, TargetGroup
from app.core.cases import APPLIED_FOR
from app.core.ids import Ref
from app.core.text import plural
from app.office import Office
from ui.applications.blank_form import BlankFormDialog
from ui.applications.columns import COLUMNS, LEFT, Listed, clock_tone, remains, urgency
from ui.applications.long_list import LONG, LongList
from ui.kit.buttons import Button, ButtonKind
from ui.kit.chips import Tone
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.kit.menus import Act, MenuButton
from ui.kit.models import RecordModel
from ui.kit.shell import NavFilter, has_panel_room
from ui.kit.table import RecordTable, number
from ui.labels import title_word
from ui.navigation import SHOW_ALL, Navigator, Page, PageId, Place
from ui.own_lists import keep_lists

UNDECIDED = frozenset(state for state in ApplicationState if state.undecided)
OPEN = frozenset(state for state in ApplicationState if state.open)

# What the list holds: each a set of states that is asked for, so that closed ones are not read
SETS = {
    "undecided": ("Venter på svar", UNDECIDED),
    "waiting": ("Venter på bolig", frozenset({ApplicationState.GRANTED_WAITING})),
    "closed": ("Avsluttet", frozenset(ApplicationState) - OPEN),
    "all": ("Alle", frozenset(ApplicationState)),
}

BLANK = "blank"
"""The task that begins with the paper form."""


class ApplicationsPage(Page):
    """The list. Enter opens one; Ctrl N registers one."""

    page_id = PageId.APPLICATIONS
    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "application",
            "application_state",
            "application_group",
            "application_need",
            "household_member",
            "person",
            "address_protection",
            "document",
            "dispatch",
        }
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._listed: tuple[Listed, ...] = ()
        self._many, self._read_states = False, OPEN
        self.more_button = MenuButton(self.tr("Mer"), self._more)
        self._header = PageHeader(
            self.tr("Søknader"),
            primary=Button(
                self.tr("Ny søknad"),
                self._new,
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
                key="Ctrl+N",
            ),
            secondary=(
                self.more_button,
                Button(
                    self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key=Key.EXPORT.sequence
                ),
            ),
        )
        self._which = Pill(self.tr("Vis"), [Choice(key, words) for key, (words, _) in SETS.items()])
        self._state = Pill(
            self.tr("Status"), [Choice(each, title_word(each)) for each in ApplicationState]
        )
        self._group = Pill(
            self.tr("Gruppe"), [Choice(each, title_word(each)) for each in TargetGroup]
        )
        self._left = Pill(self.tr("Gjenstår"), [Choice(key, words) for key, words in LEFT.items()])
        self._case = Pill(self.tr("Sak"), [Choice(each, title_word(each)) for each in APPLIED_FOR])
        self.filters = FilterRow(
            SearchField(self.tr("Finn søker eller nummer")),
            (self._which, self._left, self._case, self._state, self._group),
        )
        self._table: RecordTable[Listed] = RecordTable(
            "applications",
            self.tr("Søknader"),
            RecordModel(COLUMNS),
            empty=self._empty(),
            identity=lambda each: each.row.id,
        )
        self._long: LongList | None = None
        self._tables = QStackedWidget()
        self._build()

    def _build(self) -> None:
        frame = self.begin(self._header)
        frame.add(self.filters)
        self._tables.addWidget(self._table)
        frame.add(self._tables, stretch=True)
        self.filters.changed.connect(self._filter)
        # some lists hold states that are read when they are asked for
        keep_lists(
            self,
            self.filters,
            self._table,
            self._matching,
            lambda: (self.loads, self._listed),
        )
        self._table.opened.connect(self._open)
        self._table.clear_filters.connect(self.filters.clear)

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingen søknader venter"),
            self.tr(
                "Når noen ber om bolig, på papir, telefon eller ved skranken, registrerer du det"
                " her. Da begynner fristene å løpe, og ingen blir glemt."
            ),
            primary=Button(
                self.tr("Registrer søknad"), self._new, kind=ButtonKind.PRIMARY, icon=Icon.NEW
            ),
            secondary=Button(self.tr("Hent inn venteliste"), self._import, icon=Icon.IMPORT),
        )

    @property
    def _states(self) -> frozenset[ApplicationState]:
        """The states the list is read for: those still open unless another set is chosen."""
        if isinstance(self._state.value, ApplicationState):
            return frozenset({self._state.value})
        return SETS[str(self._which.value)][1] if self._which.value else OPEN

    def reload(self) -> None:
        applications, wanted = self.office.applications, self._states
        self._many = applications.count(wanted) > LONG
        self._read_states = OPEN if self._many else wanted | OPEN
        self._listed = self._read(self._read_states)
        self._tell()
        self._show()

    def _read(self, states: frozenset[ApplicationState]) -> tuple[Listed, ...]:
        today, applications = self.office.clock.today(), self.office.applications
        rows = applications.rows(states=states)
        clocks = {each.row.id: each.clock for each in applications.unanswered_of(rows)}
        return tuple(sorted((Listed(r, clocks.get(r.id), today) for r in rows), key=urgency))

    @property
    def table(self) -> RecordTable[Listed]:
        """The table in sight."""
        return self._long.table if self._many and self._long is not None else self._table

    def _show_long(self) -> None:
        """So many that they are read a page at a time."""
        if self._long is None:
            self._long = LongList(self.office, self.tr("Søknader"), self._empty())
            self._tables.addWidget(self._long.table)
            self._long.table.opened.connect(self._open)
            self._long.table.clear_filters.connect(self.filters.clear)
        search = self.filters.search
        whole = self.office.applications.count(frozenset(ApplicationState))
        self._long.show(self._states, search.text() if search else "", self.filters.words, whole)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Where it is narrow, only what presses most is said under the title."""
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        now = [each for each in self._listed if each.row.state.undecided]
        waiting = sum(each.row.state is ApplicationState.GRANTED_WAITING for each in self._listed)
        tones = [clock_tone(each.clock, each.today) for each in now if each.clock]
        late, soon = tones.count(Tone.RED), tones.count(Tone.AMBER)
        facts = (
            self.tr("{} må ha svar nå").format(number(late)) if late else "",
            self.tr("{} snart").format(plural(soon, "frist", "frister")) if soon else "",
            self.tr("{} venter på svar").format(number(len(now))),
            self.tr("{} venter på bolig").format(number(waiting)),
        )
        empty = self.tr("Ingen søknader venter. Registrer den første med Ctrl N.")
        shown = [fact for fact in facts if fact]
        told = " · ".join(shown if has_panel_room(self) else shown[:2])
        self._header.set_subtitle(told if self._listed else empty)

    def show_place(self, place: Place) -> None:
        if place.task == BLANK:
            self.show_blank()
        if place.task == SHOW_ALL:
            self.filters.clear()
        elif place.task in LEFT:
            self.filters.only(self._left, place.task)
        if place.task in SETS:
            self._which.set_value(place.task)
        if place.task in set(ApplicationState):
            self._state.set_value(ApplicationState(place.task))
        if place.ref is not None:
            self.filters.clear()
            self.table.select(place.ref.id)

    def _show(self) -> None:
        if self._many:
            self._show_long()
        for pill in (self._group, self._case, self._left):
            pill.setVisible(not self._many)
        self._tables.setCurrentWidget(self.table)
        if self._many:
            return
        shown = self._matching()
        search = self.filters.search
        self._table.search(search.text() if search else "")
        filtered = self.filters.words
        self._table.set_rows(shown, whole=len(self._listed), filtered_by=filtered)

    def _filter(self) -> None:
        """Read anew where other states than those at hand are asked for."""
        if self._states <= self._read_states:
            self._show()
        else:
            self.reload()
            self.filters_changed.emit()

    def _matching(self) -> list[Listed]:
        """The rows that the filters keep, whatever is searched for."""
        listed, states = self._listed, self._states
        if not states <= self._read_states:
            listed = self._read(states)
        group, case, left = self._group.value, self._case.value, self._left.value
        return [
            each
            for each in listed
            if each.row.state in states
            and (group is None or each.row.group is group)
            and (case is None or each.row.case is case)
            and (left is None or remains(each, str(left)))
        ]

    def saved_filters(self) -> tuple[NavFilter, ...]:
        if self._many:
            return ()
        return tuple(
            NavFilter(key, words, sum(remains(each, key) for each in self._listed))
            for key, words in LEFT.items()
        )

    def filter_in_force(self) -> str:
        return str(self.filters.alone(self._left) or "")

    def _open(self, listed: Listed) -> None:
        self.navigator.open(PageId.APPLICATION, Ref("application", listed.row.id))

    def _new(self) -> None:
        self.navigator.open(PageId.APPLICATION, task="new")

    def _more(self) -> tuple[Act, ...]:
        """What is done more seldom from the list, and the pages under it."""
        return (
            (self.tr("Klager"), lambda: self.navigator.open(PageId.APPEALS)),
            (self.tr("Gjelder behovet fortsatt?"), lambda: self.navigator.open(PageId.SWEEP)),
            (self.tr("Tomt søknadsskjema …"), self.show_blank),
            (self.tr("Hent inn søkere fra regneark"), self._import),
        )

    def show_blank(self) -> BlankFormDialog:
        """The paper form, to be printed for someone who fills it in by hand."""
        dialog = BlankFormDialog(self.office, self.window())
        dialog.open()
        return dialog

    def _export(self) -> None:
        self.export_seen(self.table, self.tr("Eksporter søknadene"), "Søknader")

    def _import(self) -> None:
        self.navigator.open(PageId.SHEET_IMPORT, task="applicants")


def waiting_for_answer(office: Office) -> int:
    """How many wait for an answer: the number in the sidebar."""
    return office.applications.count(UNDECIDED)
