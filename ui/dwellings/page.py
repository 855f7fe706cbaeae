"""«Boliger»: the whole stock, found, filtered and counted."""

from collections import Counter
from collections.abc import Callable
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.ids import Ref
from app.core.text import plural
from app.dwellings.model import DwellingRow, DwellingStatus
from app.office import Office
from ui.dwellings.building import BuildingCard, house_of, one_house
from ui.dwellings.columns import COLUMNS
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.shell import NavFilter, WithPanel
from ui.kit.table import RecordTable, number
from ui.labels import title_word
from ui.navigation import SHOW_ALL, Navigator, Page, PageId, Place
from ui.own_lists import keep_lists

TO_CHECK = "to_check"
HOUSE = 272


class DwellingsPage(Page):
    """The list. Enter opens one; «Ny bolig» and «Hent inn regneark» begin something."""

    page_id = PageId.DWELLINGS
    watches: ClassVar[frozenset[str]] = frozenset(
        {"dwelling", "dwelling_status", "dwelling_rent", "dwelling_owner", "dwelling_allocator"}
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._rows: tuple[DwellingRow, ...] = ()
        self._header = PageHeader(
            self.tr("Boliger"),
            primary=Button(
                self.tr("Ny bolig"), self._new, kind=ButtonKind.PRIMARY, icon=Icon.NEW, key="Ctrl+N"
            ),
            secondary=(
                Button(self.tr("Hent inn regneark"), self._import, icon=Icon.IMPORT),
                Button(self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"),
            ),
        )
        self._status = Pill(
            self.tr("Status"), [Choice(each, title_word(each)) for each in DwellingStatus]
        )
        self._allocator = Pill(self.tr("Tildeles av"))
        self._owner = Pill(self.tr("Eier"))
        self._check = Pill(self.tr("Må ses over"), [Choice(True, self.tr("Ja"))])
        self._costs = _quiet(
            self.tr("Ledighet og kostnad"), lambda: navigator.open(PageId.VACANCY_COSTS)
        )
        self._see_house = _quiet(self.tr("Vis huset"), self._open_house)
        self._filters = FilterRow(
            SearchField(self.tr("Finn bolig")),
            (self._status, self._allocator, self._owner, self._check),
            (self._costs, self._see_house),
        )
        self._table: RecordTable[DwellingRow] = RecordTable(
            "dwellings",
            self.tr("Boliger"),
            RecordModel(COLUMNS),
            empty=self._empty(),
            identity=lambda row: row.id,
        )
        self._house = BuildingCard()
        self._beside = WithPanel(self._table, self._house, HOUSE)
        self._build()

    def _build(self) -> None:
        frame = self.begin(self._header)
        frame.add(self._filters)
        frame.add(self._beside, stretch=True)
        self._filters.changed.connect(self._show)
        keep_lists(self, self._filters, self._table, self._matching, lambda: self._rows)
        self._table.opened.connect(self._open)
        self._table.current_changed.connect(lambda _row: self._show_house())
        self._beside.panel_closed.connect(self._tell_see_house)
        self._house.chosen.connect(self._table.select)
        self._house.opened.connect(self._open_id)
        self._house.counted.connect(self._open_counts)
        self._table.clear_filters.connect(self._filters.clear)

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingen boliger ennå"),
            self.tr("Her står alle boligene kommunen disponerer, med status, leie og eier."),
            primary=Button(
                self.tr("Hent inn regneark"),
                self._import,
                kind=ButtonKind.PRIMARY,
                icon=Icon.IMPORT,
            ),
            secondary=Button(self.tr("Registrer en bolig"), self._new),
        )

    def reload(self) -> None:
        self._rows = self.office.dwellings.rows()
        for pill, names in (
            (self._allocator, {row.allocator for row in self._rows}),
            (self._owner, {row.owner for row in self._rows}),
        ):
            pill.set_choices([Choice(name, name) for name in sorted(names - {""})])
        ready = sum(row.status is DwellingStatus.READY for row in self._rows)
        to_check = sum(bool(row.to_check) for row in self._rows)
        facts = [plural(len(self._rows), "bolig", "boliger"), plural(ready, "ledig", "ledige")]
        if to_check:
            facts.append(self.tr("{} må ses over").format(number(to_check)))
        self._header.set_subtitle(" · ".join(facts))
        self._show()

    def show_place(self, place: Place) -> None:
        if place.ref is not None:
            self._filters.clear()
            self._table.select(place.ref.id)
        if place.task == SHOW_ALL:
            self._filters.clear()
        elif place.task == TO_CHECK:
            self._filters.only(self._check, True)
        elif place.task in set(DwellingStatus):
            self._filters.only(self._status, DwellingStatus(place.task))

    def saved_filters(self) -> tuple[NavFilter, ...]:
        held = Counter(row.status for row in self._rows)
        to_check = sum(bool(row.to_check) for row in self._rows)
        ready, repair = DwellingStatus.READY, DwellingStatus.MAINTENANCE
        return (
            NavFilter(ready.value, self.tr("Ledige nå"), held[ready]),
            NavFilter(repair.value, self.tr("Vedlikehold"), held[repair]),
            NavFilter(TO_CHECK, self.tr("Må ses over"), to_check),
        )

    def filter_in_force(self) -> str:
        if self._filters.alone(self._check) is not None:
            return TO_CHECK
        return str(self._filters.alone(self._status) or "")

    def _show(self) -> None:
        to_check = any(row.to_check for row in self._rows)
        self._check.setVisible(to_check or self._check.value is not None)
        rows = self._matching()
        search = self._filters.search
        self._table.search(search.text() if search else "")
        self._table.set_rows(rows, whole=len(self._rows), filtered_by=self._filters.words)
        self._show_house()
        self.filters_changed.emit()

    def _matching(self) -> tuple[DwellingRow, ...]:
        """The rows that the filters keep, whatever is searched for."""
        chosen = (self._status.value, self._allocator.value, self._owner.value)
        only = self._check.value is not None
        rows = self._rows
        if only or any(value is not None for value in chosen):
            rows = tuple(r for r in rows if _matches(r, *chosen) and (r.to_check or not only))
        return rows

    # one house

    def _show_house(self) -> None:
        """The house of the flat stood on, or the one that a filter has left."""
        current = self._table.current
        shown = self._shown
        house = [row for row in self._rows if current and house_of(row) == house_of(current)]
        if len(house) < 2:
            house = list(shown) if one_house(shown) else []
        self._house.set_flats(house)
        self._house.mark(current.id if current else None)
        kept_open = self._beside.floats and self._house.isVisible()
        self._house.setVisible(bool(house) and (kept_open or not self._beside.floats))
        self._see_house.setVisible(bool(house) and self._beside.floats)
        self._tell_see_house()

    def _open_house(self) -> None:
        if self._house.isVisible():
            self._beside.close_panel()
        else:
            self._beside.open_panel()
        self._tell_see_house()

    def _tell_see_house(self) -> None:
        seen = self._house.isVisible()
        self._see_house.set_words(self.tr("Skjul huset") if seen else self.tr("Vis huset"))

    @property
    def _shown(self) -> tuple[DwellingRow, ...]:
        model = self._table.model
        return tuple(model.record(row) for row in range(model.rowCount()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._show_house()

    # going on

    def _open(self, row: DwellingRow) -> None:
        self._open_id(row.id)

    def _open_counts(self, address: str, postal: str) -> None:
        self.navigator.open(PageId.STOCK, task=f"houses:{address}|{postal}")

    def _open_id(self, dwelling: int) -> None:
        self.navigator.open(PageId.DWELLING, Ref("dwelling", dwelling))

    def _export(self) -> None:
        self.export_seen(self._table, self.tr("Eksporter boligene"), "Boliger")

    def _new(self) -> None:
        self.navigator.open(PageId.DWELLING, task="new")

    def _import(self) -> None:
        self.navigator.open(PageId.SHEET_IMPORT, task="dwellings")


def _quiet(words: str, act: Callable[[], object]) -> Button:
    return Button(words, act, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)


def _matches(row: DwellingRow, status: object, allocator: object, owner: object) -> bool:
    wanted = ((status, row.status), (allocator, row.allocator), (owner, row.owner))
    return all(value is None or value == held for value, held in wanted)
