"""«Tidlige tegn»: everyone with an open sign, the most urgent first."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.arrears.signals.model import EarlySignalKind, SignalLevel, SignalRow
from app.core.ids import PersonId, Ref
from app.core.text import plural
from app.office import Office
from ui.arrears.signals.card import SignalsCard
from ui.arrears.signals.columns import COLUMNS
from ui.arrears.signals.dialogs import NewSignal, SignalDialogs
from ui.kit.buttons import Button, ButtonKind, ButtonSize, button_line
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.page import ScrollBody
from ui.kit.shell import WithPanel
from ui.kit.table import RecordTable
from ui.labels import title_word, word
from ui.navigation import SHOW_ALL, Navigator, Page, PageId, Place
from ui.own_lists import keep_lists

PANEL = 400
LEVELS = (SignalLevel.RED, SignalLevel.YELLOW, SignalLevel.NOTE)


class SignalsPage(Page):
    """The list; the signs of the one stood on beside it. Ctrl N writes down a new one."""

    page_id = PageId.SIGNALS
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._rows: tuple[SignalRow, ...] = ()
        self.dialogs = SignalDialogs(office, navigator, self)
        self.header = PageHeader(
            self.tr("Tidlige tegn"),
            primary=Button(
                self.tr("Nytt tegn"),
                lambda: self.begin_new(),
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
                key="Ctrl+N",
            ),
            secondary=(
                Button(
                    self.tr("Månedens runde"),
                    partial(navigator.open, PageId.ARREARS_ROUND),
                    icon=Icon.ARREARS,
                ),
                Button(self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"),
            ),
        )
        levels = [Choice(each, title_word(each)) for each in LEVELS]
        kinds = [Choice(each, title_word(each)) for each in EarlySignalKind]
        self.level = Pill(self.tr("Står"), levels)
        self.kind = Pill(self.tr("Tegn"), kinds)
        self._filters = FilterRow(SearchField(self.tr("Finn navn")), (self.level, self.kind))
        self.table: RecordTable[SignalRow] = RecordTable(
            "signals",
            self.tr("Personer med tidlige tegn"),
            RecordModel(COLUMNS),
            empty=self._empty(),
            identity=lambda row: row.person,
        )
        self.card = SignalsCard(office, navigator)
        self.person_button = Button(
            self.tr("Til personen"), self.open_person, icon=Icon.PERSON, size=ButtonSize.SMALL
        )
        self.card.add(button_line(self.person_button, inset=True))
        self._build()

    def _build(self) -> None:
        frame = self.begin(self.header)
        frame.add(self._filters)
        panel = ScrollBody()
        panel.add(self.card)
        self._both = WithPanel(self.table, panel, PANEL)
        frame.add(self._both, stretch=True)
        self._filters.changed.connect(self._show)
        keep_lists(self, self._filters, self.table, self._matching, lambda: self._rows)
        self.table.current_changed.connect(self._stand)
        self.table.opened.connect(self._open)
        self.table.clear_filters.connect(self._filters.clear)

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingen åpne tegn"),
            self.tr(
                "Sen husleie, post i retur, tre avtaler uten kontakt og leietid som går ut uten"
                " plan, finner Husrom selv. Før inn det du eller andre ser. To tegn på 60 dager"
                " blir gult."
            ),
            primary=Button(
                self.tr("Nytt tegn"),
                lambda: self.begin_new(),
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
            ),
        )

    # what is shown

    def reload(self) -> None:
        self._rows = self.office.early_signals.rows()
        facts = [plural(len(self._rows), self.tr("person"), self.tr("personer"))]
        for level in LEVELS[:2]:
            count = sum(row.standing.level is level for row in self._rows)
            if count:
                facts.append(self.tr("{} på {}").format(count, word(level)))
        self.header.set_subtitle(" · ".join(facts))
        self._show()

    def _matching(self) -> list[SignalRow]:
        """The rows that the filters keep, whatever is searched for."""
        level, kind = self.level.value, self.kind.value
        return [
            row
            for row in self._rows
            if (level is None or row.standing.level is level)
            and (kind is None or any(each.kind is kind for each in row.signals))
        ]

    def _show(self) -> None:
        rows = self._matching()
        search = self._filters.search
        self.table.search(search.text() if search else "")
        self.table.set_rows(rows, whole=len(self._rows), filtered_by=self._filters.words)
        self._stand_on_first(rows)

    def _stand_on_first(self, rows: Sequence[SignalRow]) -> None:
        if self.table.current is None and rows:
            self.table.select(rows[0].person)
        self._stand(self.table.current)

    def _stand(self, row: object) -> None:
        here = isinstance(row, SignalRow)
        if not self._both.floats:
            self._both.panel.setVisible(here)
        if isinstance(row, SignalRow):
            self.card.show_person(row.person, row.name)

    def show_place(self, place: Place) -> None:
        person = place.ref.id if place.ref and place.ref.kind == "person" else None
        if place.task == "new":
            self.begin_new(None if person is None else PersonId(person))
        elif place.task == SHOW_ALL:
            self._filters.clear()
        elif place.task in {str(each) for each in LEVELS}:
            self.level.set_value(SignalLevel(place.task))
        elif person is not None:
            self._filters.clear()
            self.table.select(person)

    # what is done

    def begin_new(self, person: PersonId | None = None) -> NewSignal:
        """A new sign about anyone in the register."""
        return self.dialogs.add(person)

    def _open(self, row: object) -> None:
        """To the signs of the one stood on."""
        self._stand(row)
        if self._both.floats:
            self._both.open_panel()
        self.card.list.setFocus()

    def open_person(self) -> None:
        """The household of the one stood on."""
        if self.card.person is not None:
            self.navigator.open_ref(Ref("person", self.card.person))

    def _export(self) -> None:
        self.export_seen(self.table, self.tr("Eksporter tidlige tegn"), "Tidlige tegn")
