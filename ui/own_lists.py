"""Lists of the officer's own on a page: save what is shown, find it in the sidebar, change it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.core.errors import OfficeError
from app.office import Office
from app.settings.saved_lists.model import Chosen, SavedList
from ui.kit.ask import Act, AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.columns import SortBy
from ui.kit.fields import TextField
from ui.kit.filters import FilterRow
from ui.kit.sidebar import NavFilter
from ui.kit.table import RecordTable
from ui.labels import done, message, problem
from ui.navigation import OWN, Page
from ui.own_counts import OwnCounts

T = TypeVar("T")
PORTION = 64
"""Rows searched between two looks at the time."""


def tr(words: str) -> str:
    return QCoreApplication.translate("OwnLists", words)


class OwnLists(Generic[T]):
    """The lists of one page. `matching` gives the rows that the filters now keep, search aside.

    `worked_out_of` gives all that `matching` chooses among; equal means that no count differs.
    `counted` tells how many there are with some words where the rows are too many to be read.
    """

    def __init__(
        self,
        page: QWidget,
        name: str,
        office: Office,
        filters: FilterRow,
        table: RecordTable[T],
        matching: Callable[[], Sequence[T]],
        tell: Callable[[str], None],
        refused: Callable[[OfficeError], object],
        worked_out_of: Callable[[], object],
        counted: Callable[[str], int] | None = None,
    ) -> None:
        self._page, self._name, self._office = page, name, office
        self._filters, self._table, self._matching = filters, table, matching
        self._tell, self._refused, self._counted = tell, refused, counted
        self.button = Button(
            tr("Visning"), self.open_menu, kind=ButtonKind.QUIET, size=ButtonSize.SMALL
        )
        self.button.setToolTip(tr("Utvalg, sortering og kolonner"))
        filters.add_way(self.button)
        self.counts = OwnCounts(page, worked_out_of, self._count)
        self.kept: tuple[SavedList, ...] = ()
        self.read()

    # what the sidebar shows

    def read(self) -> None:
        """Read anew which lists there are."""
        self.kept = self._office.saved_lists.of(self._name)

    def filters(self) -> tuple[NavFilter, ...]:
        """Each with how many rows it would show now."""
        counts = self.counts.of([each.chosen for each in self.kept]) if self.kept else ()
        return tuple(
            NavFilter(f"{OWN}{each.id}", each.name, count)
            for each, count in zip(self.kept, counts, strict=True)
        )

    def _count(self, chosen: Chosen) -> Iterator[int]:
        """How many rows it would show, some rows at a time."""
        if self._counted is not None:
            with self._filters.tried(chosen.pills):
                found = self._counted(chosen.search.strip())
            yield found
            return
        with self._filters.tried(chosen.pills):
            rows = self._matching()
        step = PORTION if chosen.search.strip() else max(1, len(rows))
        for start in range(0, len(rows), step):
            yield self._table.count_found(rows[start : start + step], chosen.search)

    @property
    def in_force(self) -> SavedList | None:
        """The one whose rows the page shows now."""
        if not self._filters.active:
            return None
        now = Chosen(self._filters.kept, self._filters.searched)
        return next((each for each in self.kept if each.chosen.filters_as(now)), None)

    @property
    def key_in_force(self) -> str:
        """Its key in the sidebar; empty for none."""
        here = self.in_force
        return f"{OWN}{here.id}" if here else ""

    def show_list(self, key: str) -> None:
        """Show the one with this key of the sidebar; told when another has removed it."""
        try:
            chosen = self._office.saved_lists.get(int(key.removeprefix(OWN))).chosen
        except OfficeError as error:
            self._refused(error)
            return
        sorting = tuple(SortBy(column, falls) for column, falls in chosen.sorting)
        self._table.arrange(sorting, chosen.columns)
        self._filters.show_kept(chosen.pills, chosen.search)

    # saving and changing

    def chosen(self) -> Chosen:
        """What the page shows now, and how."""
        sorting = tuple((step.column, step.descending) for step in self._table.model.sorting)
        filters = self._filters
        return Chosen(filters.kept, filters.searched, sorting, self._table.shown_columns)

    def ask_name(self) -> AskDialog:
        """Save what is shown under a name."""
        lists, chosen = self._office.saved_lists, self.chosen()
        words = tr("Listen står under siden i sidefeltet, med antall. Den viser: {}.")
        words = words.format(self._filters.words)
        if lists.kept_of(chosen) != chosen:
            words = tr(
                "Listen står under siden i sidefeltet, med antall. Den viser: {}. Søket lagres"
                " ikke, for det kan navngi noen."
            ).format(self._filters.unsearched_words or tr("ingenting ennå"))
        return self._ask(
            tr("Lagre utvalget"),
            words,
            lambda values: lists.save(self._name, str(values.get("name") or ""), chosen),
            "list.saved",
        )

    def ask_new_name(self) -> AskDialog | None:
        """Call the one in force something else."""
        here, lists = self.in_force, self._office.saved_lists
        if here is None:
            return None
        dialog = self._ask(
            tr("Gi listen nytt navn"),
            "",
            lambda values: lists.rename(here.id, str(values.get("name") or "")),
            "list.renamed",
        )
        dialog.form.set_values({"name": here.name})
        return dialog

    def remove(self) -> None:
        """Take the one in force away; the rows stay shown, and it can be undone."""
        here = self.in_force
        if here is not None:
            try:
                self._office.saved_lists.remove(here.id)
            except OfficeError as error:
                self._refused(error)
                return
            self._tell(done("list.removed"))

    def _ask(self, title: str, explanation: str, act: Act, verb: str) -> AskDialog:
        def do(values: Mapping[str, object]) -> None:
            act(values)
            self._tell(done(verb))

        dialog = AskDialog(
            title,
            explanation,
            tr("Lagre"),
            do,
            words=problem,
            message=message,
            parent=self._page.window(),
        )
        dialog.form.line(TextField("name", tr("Navn på listen"), longest=40))
        dialog.open()
        return dialog

    def menu(self) -> QMenu:
        """What can be saved or changed here, then sorting and columns."""
        menu = self._table.columns_menu()
        first, here = menu.actions()[0], self.in_force
        acts: list[tuple[str, Callable[[], object]]] = []
        if here is not None:
            name = here.name.replace("&", "&&")
            acts.append((tr("Gi «{}» nytt navn …").format(name), self.ask_new_name))
            acts.append((tr("Fjern listen «{}»").format(name), self.remove))
        elif self._filters.active:
            acts.append((tr("Lagre utvalget …"), self.ask_name))
        else:
            acts.append((tr("Lagre utvalget … (velg et filter først)"), self.ask_name))
        for words, act in acts:
            action = QAction(words, menu)
            action.triggered.connect(lambda _=False, do=act: do())
            action.setEnabled(here is not None or self._filters.active)
            menu.insertAction(first, action)
        menu.insertSeparator(first)
        menu.setTitle(tr("Visning"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def open_menu(self) -> None:
        """Show the menu under its button."""
        self.menu().popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))


def keep_lists(
    page: Page,
    filters: FilterRow,
    table: RecordTable[T],
    matching: Callable[[], Sequence[T]],
    worked_out_of: Callable[[], object],
    counted: Callable[[str], int] | None = None,
) -> None:
    """Let the officer keep lists of her own on a page; call when `filters` is connected.

    `matching` gives the rows that the filters keep, whatever is searched for, out of
    `worked_out_of`; `counted` as in `OwnLists`.
    """
    lists = OwnLists(
        page,
        page.page_id.value,
        page.office,
        filters,
        table,
        matching,
        page.navigator.tell,
        page.navigator.failed.emit,
        lambda: (page.office.clock.today(), worked_out_of()),
        counted,
    )
    page.lists = lists
    lists.counts.told.connect(page.filters_changed)
    filters.changed.connect(page.filters_changed)
