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
from ui.kit.table import RecordTable
from ui.labels import capital, title_word
from ui.list_page import ListPage
from ui.navigation import Navigator, PageId, Place

ENTER, MONTH = "enter", "month"


class ArrearsPage(ListPage[ListedArrears]):
    """The list, small young debts and homes with children first. Enter opens a tenancy."""

    page_id = PageId.ARREARS
    watches: ClassVar[frozenset[str]] = frozenset({"*"})
    saved = SAVED

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.dialogs = EnterDialogs(office, navigator, self)
        self.header = self._header()
        self.filters = self._filter_row()
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
        frame.add(ScrollBody.around(self.table, above=(holder, self.filters)), stretch=True)
        self.tie()
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
        self.take(self.office.arrears_list.rows())
        billers = {each.biller.id: each.biller for each in self.rows if each.biller}
        self.biller.set_choices(
            [Choice(key, capital(each.name)) for key, each in sorted(billers.items())]
        )
        self.header.set_subtitle(self._standing())
        self._tell()
        self.show_rows()

    def _standing(self) -> str:
        owing = [each for each in self.rows if each.row is not None]
        facts = [plural(len(owing), self.tr("leieforhold"), self.tr("leieforhold"))]
        if owing:
            facts.append(format_kroner(Ore(sum(each.owed.total for each in owing))))
        if self.held[ArrearsSet.READY]:
            words = self.tr("{} kan gjøres i dag")
            facts.append(words.format(self.held[ArrearsSet.READY]))
        return " · ".join(facts)

    def _tell(self) -> None:
        """Children first (peers idea 5)."""
        clear(self._told)
        untouched = [
            each
            for each in self.rows
            if each.belongs(ArrearsSet.WITH_CHILDREN) and each.belongs(ArrearsSet.NEW)
        ]
        if not untouched:
            return
        words = plural(len(untouched), self.tr("leieforhold"), self.tr("leieforhold"))
        if len(untouched) == 1:
            way = Button(
                self.tr("Åpne"), partial(self.open_row, untouched[0]), size=ButtonSize.SMALL
            )
        else:
            only = partial(self.filters.only, self.which, ArrearsSet.WITH_CHILDREN)
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
        super().show_place(place)
        if place.task == ENTER:
            self.begin_new()
        elif place.task == MONTH:
            self.begin_month()

    def short_word(self, which: Choice) -> str:
        return short_word(ArrearsSet(str(which.value)))

    def belongs(self, row: ListedArrears, which: object) -> bool:
        return row.belongs(which) if isinstance(which, ArrearsSet) else row.row is not None

    def matching(self) -> list[ListedArrears]:
        biller, rows = self.biller.value, super().matching()
        return [
            each
            for each in rows
            if biller is None or (each.biller is not None and each.biller.id == biller)
        ]

    def whole(self, shown: int) -> int:
        """What is closed counts only where it is asked for."""
        del shown
        closed = self.which.value is ArrearsSet.CLOSED
        return len(self.rows) - (0 if closed else self.held.get(ArrearsSet.CLOSED, 0))

    def _say_why(self, each: object) -> None:
        """The whole reason of the row stood on: its column may be too narrow for it."""
        self.table.set_note(next_why(each) if isinstance(each, ListedArrears) else "")

    def open_row(self, each: ListedArrears) -> None:
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
