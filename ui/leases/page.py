"""«Leieforhold»: every lease, found, filtered, and what comes next with it."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.core.ids import Ref
from app.core.text import plural
from app.leases.model import LeaseState
from app.office import Office
from ui.kit.buttons import Button, ButtonKind
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.table import RecordTable
from ui.labels import title_word
from ui.leases.columns import COLUMNS, SETS, Listed, belongs
from ui.leases.words import next_step, next_tone
from ui.navigation import Navigator, Page, PageId, Place


class LeasesPage(Page):
    """The list. Enter opens one; Ctrl N begins a new lease."""

    page_id = PageId.LEASES
    watches: ClassVar[frozenset[str]] = frozenset(
        {"lease", "lease_state", "person", "address_protection", "dwelling", "rule_value"}
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._listed: tuple[Listed, ...] = ()
        self.header = PageHeader(
            self.tr("Leieforhold"),
            primary=Button(
                self.tr("Ny leieavtale"),
                self._new,
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
                key="Ctrl+N",
            ),
        )
        self.which = Pill(self.tr("Vis"), [Choice(key, words) for key, words in SETS.items()])
        self._state = Pill(
            self.tr("Status"), [Choice(each, title_word(each)) for each in LeaseState]
        )
        self._filters = FilterRow(
            SearchField(self.tr("Finn leietaker eller bolig")), (self.which, self._state)
        )
        self.table: RecordTable[Listed] = RecordTable(
            "leases",
            self.tr("Leieforhold"),
            RecordModel(COLUMNS),
            empty=self._empty(),
            identity=lambda listed: listed.row.id,
        )
        self._build()

    def _build(self) -> None:
        frame = self.begin(self.header)
        frame.add(self._filters)
        frame.add(self.table, stretch=True)
        self._filters.changed.connect(self._show)
        self.table.opened.connect(self._open)
        self.table.clear_filters.connect(self._filters.clear)

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingen leieforhold ennå"),
            self.tr(
                "Når et vedtak er fattet og en bolig er klar, lager du leieavtalen her. Husrom"
                " passer på leietiden og siste trygge dag."
            ),
            primary=Button(
                self.tr("Ny leieavtale"), self._new, kind=ButtonKind.PRIMARY, icon=Icon.NEW
            ),
            secondary=Button(self.tr("Hent inn regneark"), self._import, icon=Icon.IMPORT),
        )

    def reload(self) -> None:
        today, parameters = self.office.clock.today(), self.office.settings.parameters
        self._listed = tuple(
            Listed(row, next_step(row, today, parameters), next_tone(row))
            for row in self.office.leases.rows()
        )
        lived_in = [one.row for one in self._listed if one.row.state.lived_in]
        ending = sum(belongs(row, "ending", today) for row in lived_in)
        to_sign = sum(one.row.state is LeaseState.TO_SIGN for one in self._listed)
        facts = [plural(len(lived_in), self.tr("leieforhold"), self.tr("leieforhold"))]
        if ending:
            facts.append(self.tr("{} går ut innen seks måneder").format(ending))
        if to_sign:
            facts.append(self.tr("{} skal underskrives").format(to_sign))
        self.header.set_subtitle(" · ".join(facts))
        self._show()

    def show_place(self, place: Place) -> None:
        if place.ref is not None:
            self._filters.clear()
            self.table.select(place.ref.id)
        if place.task in SETS:
            self.which.set_value(place.task)

    def _show(self) -> None:
        today = self.office.clock.today()
        states = {None, self._state.value}
        rows = [
            one
            for one in self._listed
            if (self._state.value is not None or belongs(one.row, self.which.value, today))
            and (self._state.value is None or one.row.state in states)
        ]
        search = self._filters.search
        self.table.search(search.text() if search else "")
        self.table.set_rows(rows, whole=len(self._listed), filtered_by=self._filters.words)

    def _open(self, listed: Listed) -> None:
        self.navigator.open(PageId.LEASE, Ref("lease", listed.row.id))

    def _new(self) -> None:
        self.navigator.open(PageId.LEASE, task="new")

    def _import(self) -> None:
        self.navigator.open(PageId.SHEET_IMPORT, task="dwellings")
