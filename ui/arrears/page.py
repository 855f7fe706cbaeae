"""«Restanser»: everyone who owes rent, the step that comes next, and why."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.arrears.listing.model import ArrearsSet, ListedArrears
from app.core.ids import Ref
from app.core.money import Ore, format_kroner
from app.core.text import plural
from app.office import Office
from ui.arrears.columns import COLUMNS, SAVED, next_why, short_word
from ui.arrears.entering import EnterDialogs
from ui.arrears.tasks import ACCOUNT
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, clear
from ui.kit.chips import ChipKind
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.page import ScrollBody
from ui.kit.sidebar import NavFilter
from ui.kit.table import RecordTable
from ui.labels import capital, title_word
from ui.navigation import SHOW_ALL, Navigator, Page, PageId, Place
from ui.own_lists import keep_lists

NEW, MONTH = "new", "month"


class ArrearsPage(Page):
    """The list, small young debts and homes with children first. Enter opens a tenancy."""

    page_id = PageId.ARREARS
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._rows: tuple[ListedArrears, ...] = ()
        self._held: dict[ArrearsSet, int] = dict.fromkeys(ArrearsSet, 0)
        self.dialogs = EnterDialogs(office, navigator, self)
        self.header = self._header()
        self._filters = self._filter_row()
        self.table: RecordTable[ListedArrears] = RecordTable(
            "arrears",
            self.tr("Restanser"),
            RecordModel(COLUMNS),
            empty=self._empty(),
            identity=lambda each: each.tenancy.lease,
        )
        self._build()

    def _header(self) -> PageHeader:
        return PageHeader(
            self.tr("Restanser"),
            primary=Button(
                self.tr("Hent inn restanseliste"),
                self._import,
                kind=ButtonKind.PRIMARY,
                icon=Icon.IMPORT,
            ),
            secondary=(
                Button(self.tr("Før inn selv …"), self.begin_new, icon=Icon.NEW, key="Ctrl+N"),
                Button(self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"),
            ),
        )

    def _filter_row(self) -> FilterRow:
        self.which = Pill(self.tr("Vis"), [Choice(each, title_word(each)) for each in ArrearsSet])
        self.biller = Pill(self.tr("Krever inn"))
        ways = (
            _quiet(self.tr("Månedens runde"), partial(self.navigator.open, PageId.ARREARS_ROUND)),
            _quiet(self.tr("Månedens husleie …"), self.begin_month),
        )
        search = SearchField(self.tr("Finn leietaker eller bolig"))
        return FilterRow(search, (self.which, self.biller), ways)

    def _build(self) -> None:
        frame = self.begin(self.header)
        holder = QWidget()
        self._told = QVBoxLayout(holder)
        self._told.setContentsMargins(0, 0, 0, 0)
        frame.add(ScrollBody.around(self.table, above=(holder, self._filters)), stretch=True)
        self._filters.changed.connect(self._show)
        keep_lists(self, self._filters, self.table, self._matching, lambda: self._rows)
        self.table.opened.connect(self._open)
        self.table.clear_filters.connect(self._filters.clear)
        self.table.current_changed.connect(self._say_why)

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingen skylder husleie, så vidt Husrom vet"),
            self.tr(
                "Hent inn listen fra den som krever inn leien, eller før inn selv det som ikke er"
                " betalt. Da ser du det den første dagen noen mangler en husleie."
            ),
            primary=Button(
                self.tr("Hent inn restanseliste"),
                self._import,
                kind=ButtonKind.PRIMARY,
                icon=Icon.IMPORT,
            ),
            secondary=Button(self.tr("Før inn selv …"), self.begin_new),
        )

    def reload(self) -> None:
        self._rows = self.office.arrears_list.rows()
        self._held = {
            which: sum(each.belongs(which) for each in self._rows) for which in ArrearsSet
        }
        billers = {each.biller.id: each.biller for each in self._rows if each.biller}
        self.biller.set_choices(
            [Choice(key, capital(each.name)) for key, each in sorted(billers.items())]
        )
        self.header.set_subtitle(self._standing())
        self._tell()
        self._show()

    def _standing(self) -> str:
        owing = [each for each in self._rows if each.row is not None]
        facts = [plural(len(owing), self.tr("leieforhold"), self.tr("leieforhold"))]
        if owing:
            facts.append(format_kroner(Ore(sum(each.owed.total for each in owing))))
        if self._held[ArrearsSet.READY]:
            words = self.tr("{} kan gjøres i dag")
            facts.append(words.format(self._held[ArrearsSet.READY]))
        return " · ".join(facts)

    def _tell(self) -> None:
        """Children first (peers idea 5)."""
        clear(self._told)
        untouched = [
            each
            for each in self._rows
            if each.belongs(ArrearsSet.WITH_CHILDREN) and each.belongs(ArrearsSet.NEW)
        ]
        if not untouched:
            return
        words = plural(len(untouched), self.tr("leieforhold"), self.tr("leieforhold"))
        if len(untouched) == 1:
            way = Button(self.tr("Åpne"), partial(self._open, untouched[0]), size=ButtonSize.SMALL)
        else:
            only = partial(self._filters.only, self.which, ArrearsSet.WITH_CHILDREN)
            way = Button(self.tr("Vis dem"), only, size=ButtonSize.SMALL)
        self._told.addWidget(
            Callout(
                ChipKind.SOON,
                self.tr("I {} bor det barn, og ingen har tatt kontakt ennå.").format(words),
                self.tr("Ring først. En samtale tidlig er det som oftest løser det."),
                way,
            )
        )

    def show_place(self, place: Place) -> None:
        if place.ref is not None:
            self._filters.clear()
            self.table.select(place.ref.id)
        if place.task == SHOW_ALL:
            self._filters.clear()
        elif place.task == NEW:
            self.begin_new()
        elif place.task == MONTH:
            self.begin_month()
        elif place.task in {str(each) for each in ArrearsSet}:
            self._filters.only(self.which, ArrearsSet(place.task))

    def saved_filters(self) -> tuple[NavFilter, ...]:
        return tuple(NavFilter(which, short_word(which), self._held[which]) for which in SAVED)

    def filter_in_force(self) -> str:
        return str(self._filters.alone(self.which) or "")

    def _matching(self) -> list[ListedArrears]:
        """The rows that the filters keep, whatever is searched for."""
        which, biller = self.which.value, self.biller.value
        shown = [each for each in self._rows if self._wanted(each, which)]
        return [
            each
            for each in shown
            if biller is None or (each.biller is not None and each.biller.id == biller)
        ]

    def _show(self) -> None:
        rows, which = self._matching(), self.which.value
        self.table.search(self._filters.searched)
        whole = len(self._rows) - self._held[ArrearsSet.CLOSED]
        if which is ArrearsSet.CLOSED:
            whole = len(self._rows)
        self.table.set_rows(rows, whole=whole, filtered_by=self._filters.words)
        self.filters_changed.emit()

    def _wanted(self, each: ListedArrears, which: object) -> bool:
        if isinstance(which, ArrearsSet):
            return each.belongs(which)
        return each.row is not None

    def _say_why(self, each: object) -> None:
        """The whole reason of the row stood on: its column may be too narrow for it."""
        self.table.set_note(next_why(each) if isinstance(each, ListedArrears) else "")

    def _open(self, each: ListedArrears) -> None:
        """What is closed, where it can be taken up again."""
        task = "" if each.row is not None else ACCOUNT
        self.navigator.open(PageId.TENANCY_ARREARS, Ref("lease", each.tenancy.lease), task)

    # entering

    def begin_new(self) -> AskDialog:
        """«Før inn selv»: the account of any tenancy."""
        return self.dialogs.find()

    def begin_month(self) -> AskDialog:
        """«Før inn månedens husleie»."""
        return self.dialogs.month()

    def _import(self) -> None:
        self.navigator.open(PageId.BILLER_LIST, task="new")

    def _export(self) -> None:
        self.export_seen(self.table, self.tr("Eksporter restansene"), "Restanser")


def _quiet(words: str, act: Callable[[], object]) -> Button:
    return Button(words, act, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)


def ready_arrears(office: Office) -> int:
    """How many have a step that may be taken today."""
    return office.arrears_list.ready()
