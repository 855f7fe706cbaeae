"""How pages reach each other: by naming a place, never by importing one another."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import ClassVar, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import OfficeError
from app.core.events import Event
from app.core.ids import Ref
from app.core.records import dataclass
from app.office import Office
from app.overview.model import Hit, HitKind
from ui.kit.filters import FilterRow
from ui.kit.header import PageHeader
from ui.kit.jobs import Jobs
from ui.kit.page import Page as Frame
from ui.kit.page import ScrollBody
from ui.kit.pdfview import PdfView
from ui.kit.save import TABLE, ask_where, write
from ui.kit.sidebar import NavFilter
from ui.kit.table import RecordTable

T = TypeVar("T")


class PageId(StrEnum):
    """Every page there is, in the order of the sidebar; the last ones have no row there."""

    TODAY = "today"
    DWELLINGS = "dwellings"
    PEOPLE = "people"
    APPLICATIONS = "applications"
    WAITING_LIST = "waiting_list"
    MEETING = "meeting"
    RULE_SETS = "rule_sets"
    OFFERS = "offers"
    SETTLEMENT = "settlement"
    LEASES = "leases"
    HOLES = "holes"
    LEASE_ROUND = "lease_round"
    RENT_ROUND = "rent_round"
    OVERVIEW = "overview"
    LETTERS = "letters"
    HISTORY = "history"
    SETTINGS = "settings"
    HOUSEHOLD = "household"
    DWELLING = "dwelling"
    APPLICATION = "application"
    SWEEP = "sweep"
    VEDTAK = "vedtak"
    APPEALS = "appeals"
    LEASE = "lease"
    STAYS = "stays"
    FOLLOWUP = "followup"
    PERSON_FOLLOWUP = "person_followup"
    PLAN_TEMPLATES = "plan_templates"
    SHEET_IMPORT = "sheet_import"
    VACANCY_COSTS = "vacancy_costs"
    STOCK = "stock"
    WAITING_TIMES = "waiting_times"
    EFFECT = "effect"
    RETURNS = "returns"
    CENSUS = "census"
    HANDOVER = "handover"
    CALENDAR = "calendar"
    ARREARS = "arrears"
    TENANCY_ARREARS = "tenancy_arrears"
    BILLER_LIST = "biller_list"
    ARREARS_ROUND = "arrears_round"
    SIGNALS = "signals"
    EVICTIONS = "evictions"
    EVICTION = "eviction"
    AT_RISK = "at_risk"
    EVICTION_REPORT = "eviction_report"
    DEBT = "debt"
    DEBT_QUEUE = "debt_queue"
    DEBT_CASE = "debt_case"
    DEBT_CAPACITY = "debt_capacity"
    DEBT_COUNTS = "debt_counts"


# The page that shows one record of a kind
PAGE_OF = {
    "person": PageId.HOUSEHOLD,
    "household": PageId.HOUSEHOLD,
    "dwelling": PageId.DWELLING,
    "application": PageId.APPLICATION,
    "vedtak": PageId.VEDTAK,
    "appeal": PageId.VEDTAK,
    "prior_notice": PageId.VEDTAK,
    "lease": PageId.LEASE,
    "stay": PageId.STAYS,
    "stay_place": PageId.STAYS,
    "offer": PageId.OFFERS,
    "document": PageId.LETTERS,
    "meeting": PageId.MEETING,
    "arrears_meeting": PageId.ARREARS_ROUND,
    "rule_set": PageId.RULE_SETS,
    "plan_template": PageId.PLAN_TEMPLATES,
    "eviction_case": PageId.EVICTION,
    "debt_case": PageId.DEBT_CASE,
    "return_snapshot": PageId.RETURNS,
    "kostra_line": PageId.RETURNS,
}


# The task that writes a note over whatever page one is on
QUICK_NOTE = "quick_note"
# The task that takes a page's filters away
SHOW_ALL = "all"


@dataclass(frozen=True, slots=True)
class Place:
    """Where to go: a page, the record to show there, and what to begin («new», a filter)."""

    page: PageId
    ref: Ref | None = None
    task: str = ""


_PARTS = {HitKind.PLAN: "plan", HitKind.NOTE: "contact"}


def way_to(hit: Hit) -> Ref | Place:
    """Where a hit leads; a plan and a note stand among what is done for their person."""
    if hit.kind in _PARTS and hit.person is not None:
        return Place(PageId.PERSON_FOLLOWUP, Ref("person", hit.person), _PARTS[hit.kind])
    return hit.ref


OWN = "own:"
"""How the key of such a list begins in the sidebar."""


class Lists(Protocol):
    """What a page and the sidebar ask of the lists of a page."""

    def filters(self) -> tuple[NavFilter, ...]:
        """Each with how many rows it would show now."""

    @property
    def key_in_force(self) -> str:
        """The key of the one whose rows the page shows now; empty for none."""

    def show_list(self, key: str) -> None:
        """Show the one with this key of the sidebar."""

    def read(self) -> None:
        """Read anew which lists there are, and offer what can be saved or changed now."""


class Navigator(QObject):
    """Takes wishes from pages to the window: go somewhere, tell something, ask for a job."""

    wanted = Signal(object)  # Place
    back_wanted = Signal()
    told = Signal(str, bool)  # words for the toast, whether «Angre» belongs to it
    failed = Signal(object)  # OfficeError, shown as three sentences

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs

    def open(self, page: PageId, ref: Ref | None = None, task: str = "") -> None:
        """Go to a page, to a record on it, to begin something there."""
        self.wanted.emit(Place(page, ref, task))

    def open_ref(self, ref: Ref) -> None:
        """Go to the page that shows this record."""
        self.open(PAGE_OF[ref.kind], ref)

    def back(self) -> None:
        """Go where the officer came from."""
        self.back_wanted.emit()

    def tell(self, words: str, *, undo: bool = True) -> None:
        """Say in a toast what was done; `undo` puts «Angre» beside it."""
        self.told.emit(words, undo)

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something that may be refused; what is refused is shown, and False comes back.

        A form catches `Invalid` itself, since its problems belong beside the fields.
        """
        try:
            act()
        except OfficeError as error:
            self.failed.emit(error)
            return False
        return True


class Page(QWidget):
    """One page. It wires; it does not decide. Made anew after every unlocking.

    A subclass makes its header and parts in `__init__` and hands the header to `begin`, which
    gives the frame with margins to put the parts in.
    """

    page_id: ClassVar[PageId]
    filters_changed = Signal()
    """The saved filters, their counts or the one in force are others than before."""
    watches: ClassVar[frozenset[str]] = frozenset()
    """Tables whose changes make the page read anew; «*» for all."""

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.navigator = navigator
        self.stands_on: Ref | None = None
        self.lists: Lists | None = None
        self._stale = True
        self.loads = 0

    def begin(self, header: PageHeader) -> Frame:
        """Lay the page out under its header."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(header)
        self.setAccessibleName(header.title)
        outer.addWidget(frame)
        return frame

    def reload(self) -> None:
        """Read anew what the page shows. Called when it is about to be seen."""

    def to_top(self) -> None:
        """Another record is read from its beginning, and so are its papers."""
        for body in self.findChildren(ScrollBody):
            body.verticalScrollBar().setValue(0)
        for paper in self.findChildren(PdfView):
            paper.go_to(0)

    def show_place(self, place: Place) -> None:
        """Stand on the record, or begin the task, that the place names."""

    def saved_filters(self) -> tuple[NavFilter, ...]:
        """What stands under the page in the sidebar; a key is the task of a place."""
        return ()

    def filter_in_force(self) -> str:
        """The key of the saved filter the page shows now; empty for none of them."""
        return ""

    def arrive(self, place: Place) -> None:
        """Show a place of this page, or a list of the officer's own that it names."""
        if place.task.startswith(OWN) and self.lists is not None:
            self.lists.show_list(place.task)
        else:
            self.show_place(place)

    def sidebar_filters(self) -> tuple[NavFilter, ...]:
        """The ready lists, and after them the officer's own."""
        return (*self.saved_filters(), *(self.lists.filters() if self.lists else ()))

    def sidebar_filter(self) -> str:
        """The key of the list shown now, a ready one first."""
        return self.filter_in_force() or (self.lists.key_in_force if self.lists else "")

    def export_seen(self, table: RecordTable[T], title: str, sheet: str) -> None:
        """What a list shows, as a workbook or .csv where the officer chooses; `sheet` names it.

        That it was done stands in the history, with the filters but never whom it held.
        """
        path = ask_where(self, title, f"{sheet.lower()}.xlsx", TABLE)
        if path is None:
            return
        rows = [each for each in self.findChildren(FilterRow) if each.isVisible()]

        def save() -> None:
            seen, transfer = table.seen(), self.office.transfer
            if path.suffix.lower() == ".csv":
                content = transfer.to_csv(seen.titles, seen.values)
            else:
                content = transfer.to_xlsx(sheet, seen.titles, seen.values)
            write(path, content)
            filters = ", ".join(each.unsearched_words for each in rows if each.unsearched_words)
            self.note_export(path, sheet, filters, len(seen.values))

        if self.navigator.attempt(save):
            self.navigator.tell(self.tr("Listen er lagret"), undo=False)

    def note_export(self, path: Path, sheet: str, filters: str, rows: int) -> None:
        """Let the history tell that so many rows of this page were saved as a file."""
        kind = path.suffix.lower().removeprefix(".")
        self.office.saved_lists.exported(self.page_id.value, sheet, filters, rows, kind)

    def about_to_leave(self) -> None:
        """Keep what is half typed; the page may not be seen again."""

    def learn(self, event: Event) -> None:
        """Something was committed: read anew now if seen, else when next seen."""
        if self.lists is not None and not event.tables.isdisjoint({"saved_list", "*"}):
            self.lists.read()
            self.filters_changed.emit()
        touched = self.watches & event.tables or "*" in self.watches | event.tables
        if not touched:
            return
        self._stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Reload if anything the page shows may have changed."""
        if self._stale:
            self._stale = False
            self.loads += 1
            self.reload()
