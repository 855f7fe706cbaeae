"""«Personer»: everyone the office knows, found by name or number."""

from __future__ import annotations  # array[int] is only a type, not an object, on 3.11

from array import array
from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.core.ids import PersonId, Ref
from app.core.text import plural
from app.office import Office
from app.overview.model import HitKind
from app.people.model import AddressProtection, PersonRow
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.columns import SortBy
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import IdWindowModel, RecordModel, TableModel
from ui.kit.sidebar import NavFilter
from ui.kit.table import RecordTable, number
from ui.labels import title_word
from ui.navigation import SHOW_ALL, Navigator, Page, PageId, Place
from ui.own_lists import keep_lists
from ui.people.columns import COLUMNS, LONG_COLUMNS, ROLES

MOST_FOUND = 500
TO_CHECK = "to_check"


class PeoplePage(Page):
    """The list. Enter opens the household card; «Ny person» begins one."""

    page_id = PageId.PEOPLE
    watches: ClassVar[frozenset[str]] = frozenset(
        {"person", "national_id", "address_protection", "application", "lease"}
    )
    long: ClassVar[int] = 5_000
    """From so many persons on, rows are read a page at a time: reading all takes too long."""

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._ids = array("q", office.people.ids())
        self._ids_fresh = True
        self._rows: tuple[PersonRow, ...] = ()
        self._windowed = len(self._ids) > self.long
        self._header = PageHeader(
            self.tr("Personer"),
            primary=Button(
                self.tr("Ny person"),
                self._new,
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
                key="Ctrl+N",
            ),
            secondary=(
                Button(self.tr("Hent inn søkere"), self._import, icon=Icon.IMPORT),
                Button(self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"),
            ),
        )
        self._filters = FilterRow(SearchField(self.tr("Finn navn eller nummer")), self._pills())
        self._table: RecordTable[PersonRow] = RecordTable(
            "people",
            self.tr("Personer"),
            self._model(),
            empty=self._empty(),
            identity=lambda row: row.id,
        )
        self._build()

    def _pills(self) -> tuple[Pill, ...]:
        levels = [level for level in AddressProtection if level is not AddressProtection.NONE]
        self._role = Pill(self.tr("Rolle"), [Choice(*role) for role in ROLES.items()])
        self._protection = Pill(
            self.tr("Adressesperre"), [Choice(level, title_word(level)) for level in levels]
        )
        self._check = Pill(self.tr("Må ses over"), [Choice(True, self.tr("Ja"))])
        return () if self._windowed else (self._role, self._protection, self._check)

    def _model(self) -> TableModel[PersonRow]:
        if not self._windowed:
            return RecordModel(COLUMNS)
        return IdWindowModel(LONG_COLUMNS, self._order, self._fetch, lambda row: row.id)

    def _build(self) -> None:
        frame = self.begin(self._header)
        frame.add(self._filters)
        frame.add(self._table, stretch=True)
        self._filters.changed.connect(self._show)
        if not self._windowed:
            keep_lists(self, self._filters, self._table, self._matching, lambda: self._rows)
        else:
            self._filters.add_way(self._columns_button())
        self._table.opened.connect(self._open)
        self._table.clear_filters.connect(self._filters.clear)

    def _columns_button(self) -> Button:
        quiet, small = ButtonKind.QUIET, ButtonSize.SMALL
        button = Button(self.tr("Kolonner"), kind=quiet, size=small)
        button.clicked.connect(lambda _=False: self._table.open_columns_menu(button))
        return button

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingen personer ennå"),
            self.tr(
                "Her står alle som søker bolig, leier bolig eller hører til en husstand."
                " Registrer den første, eller hent inn ventelisten fra et regneark."
            ),
            primary=Button(
                self.tr("Registrer person"), self._new, kind=ButtonKind.PRIMARY, icon=Icon.NEW
            ),
            secondary=Button(self.tr("Hent inn søkere"), self._import, icon=Icon.IMPORT),
        )

    def reload(self) -> None:
        if not self._ids_fresh:
            self._ids = array("q", self.office.people.ids())
        self._ids_fresh = False
        if not self._windowed:
            self._rows = self.office.people.rows()
        facts = [plural(len(self._ids), "person", "personer")]
        protected = sum(row.protection is not AddressProtection.NONE for row in self._rows)
        to_check = sum(bool(row.to_check) for row in self._rows)
        if protected:
            facts.append(self.tr("{} med adressesperre").format(number(protected)))
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
        elif place.task == TO_CHECK and not self._windowed:
            self._filters.clear()
            self._check.set_value(True)

    def saved_filters(self) -> tuple[NavFilter, ...]:
        if self._windowed:
            return ()
        to_check = sum(bool(row.to_check) for row in self._rows)
        return (NavFilter(TO_CHECK, self.tr("Må ses over"), to_check),)

    def filter_in_force(self) -> str:
        others = self._role.value, self._protection.value, self._typed or None
        alone = all(value is None for value in others)
        return TO_CHECK if alone and self._check.value is not None else ""

    def _show(self) -> None:
        whole, words = len(self._ids), self._filters.words
        if self._windowed:
            self._table.refresh(whole=whole, filtered_by=words)
            return
        to_check = any(row.to_check for row in self._rows)
        self._check.setVisible(to_check or self._check.value is not None)
        found = self._matching()
        self._table.search(self._typed)
        self._table.set_rows(found, whole=whole, filtered_by=words)
        self.filters_changed.emit()

    @property
    def _typed(self) -> str:
        search = self._filters.search
        return search.text().strip() if search else ""

    def _matching(self) -> list[PersonRow]:
        """The rows that the filters keep, whatever is searched for."""
        return [row for row in self._rows if self._matches(row)]

    def _matches(self, row: PersonRow) -> bool:
        return (
            (self._role.value is None or self._role.value in row.roles)
            and self._protection.value in {None, row.protection}
            and (self._check.value is None or bool(row.to_check))
        )

    # a long register

    def _order(self, sorting: tuple[SortBy, ...]) -> array[int]:
        ids = self._ids
        if self._typed:
            hits = self.office.search.find(self._typed, MOST_FOUND)
            found = {hit.ref.id for hit in hits if hit.kind is HitKind.PERSON}
            ids = array("q", (person for person in ids if person in found))
        down = any(step.column == "name" and step.descending for step in sorting)
        return ids[::-1] if down else ids

    def _fetch(self, ids: Sequence[int]) -> Sequence[PersonRow]:
        return self.office.people.rows_of(tuple(PersonId(one) for one in ids))

    # going on

    def _open(self, row: PersonRow) -> None:
        self.navigator.open(PageId.HOUSEHOLD, Ref("person", row.id))

    def _export(self) -> None:
        self.export_seen(self._table, self.tr("Eksporter personene"), "Personer")

    def _new(self) -> None:
        self.navigator.open(PageId.HOUSEHOLD, task="new")

    def _import(self) -> None:
        self.navigator.open(PageId.SHEET_IMPORT, task="applicants")
