"""«Leieforhold»: every lease, found, filtered, and what comes next with it."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.core.ids import Ref
from app.core.text import plural
from app.leases.model import LeaseState
from app.office import Office
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.sidebar import NavFilter
from ui.kit.table import RecordTable
from ui.labels import title_word
from ui.leases.columns import COLUMNS, SAVED, SETS, Listed
from ui.leases.words import next_step, next_tone
from ui.navigation import SHOW_ALL, Navigator, Page, PageId, Place
from ui.own_lists import keep_lists


class LeasesPage(Page):
    """The list. Enter opens one; Ctrl N begins a new lease."""

    page_id = PageId.LEASES
    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "lease",
            "lease_state",
            "lease_review",
            "person",
            "address_protection",
            "dwelling",
            "rule_value",
        }
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._listed: tuple[Listed, ...] = ()
        self._held: dict[str | None, int] = dict.fromkeys((None, *SETS), 0)
        self.header = PageHeader(
            self.tr("Leieforhold"),
            primary=Button(
                self.tr("Ny leieavtale"),
                self._new,
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
                key="Ctrl+N",
            ),
            secondary=(
                Button(
                    self.tr("Husleieregulering"),
                    lambda: navigator.open(PageId.RENT_ROUND),
                    icon=Icon.RENT,
                ),
                Button(
                    self.tr("Midlertidige opphold"),
                    lambda: navigator.open(PageId.STAYS),
                    icon=Icon.CALENDAR,
                ),
            ),
        )
        self.which = Pill(self.tr("Vis"), [Choice(key, words) for key, words in SETS.items()])
        self._state = Pill(
            self.tr("Status"), [Choice(each, title_word(each)) for each in LeaseState]
        )
        self._filters = FilterRow(
            SearchField(self.tr("Finn leietaker eller bolig")),
            (self.which, self._state),
            (self._export_button(),),
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
        keep_lists(self, self._filters, self.table, self._matching, lambda: self._listed)
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
        today, safe = self.office.clock.today(), self.office.expiry.last_safe_day
        rows = self.office.leases.rows()
        talks = {due.lease for due in self.office.term_reviews.due(rows)}
        self._listed = tuple(
            Listed(row, next_step(row, today, safe(row.end)), next_tone(row), row.id in talks)
            for row in rows
        )
        self._held = {
            which: sum(one.belongs(which, today) for one in self._listed) for which in (None, *SETS)
        }
        facts = [plural(self._held[None], self.tr("leieforhold"), self.tr("leieforhold"))]
        if self._held["ending"]:
            facts.append(self.tr("{} går ut innen seks måneder").format(self._held["ending"]))
        if self._held["to_sign"]:
            facts.append(self.tr("{} skal underskrives").format(self._held["to_sign"]))
        self.header.set_subtitle(" · ".join(facts))
        self._show()

    def show_place(self, place: Place) -> None:
        if place.ref is not None:
            self._filters.clear()
            self.table.select(place.ref.id)
        if place.task == SHOW_ALL:
            self._filters.clear()
        elif place.task in SETS:
            self._filters.only(self.which, place.task)

    def saved_filters(self) -> tuple[NavFilter, ...]:
        return tuple(NavFilter(which, SETS[which], self._held[which]) for which in SAVED)

    def filter_in_force(self) -> str:
        return str(self._filters.alone(self.which) or "")

    def _matching(self) -> list[Listed]:
        """The rows that the filters keep, whatever is searched for."""
        today = self.office.clock.today()
        states = {None, self._state.value}
        return [
            one
            for one in self._listed
            if (self._state.value is not None or one.belongs(self.which.value, today))
            and (self._state.value is None or one.row.state in states)
        ]

    def _show(self) -> None:
        rows = self._matching()
        self.table.search(self._filters.searched)
        # those that are over are shown when they are asked for; nothing hides them
        filtered = bool(self._filters.words)
        whole = len(self._listed) if filtered else len(rows)
        self.table.set_rows(rows, whole=whole, filtered_by=self._filters.words)
        self.filters_changed.emit()

    def _open(self, listed: Listed) -> None:
        self.navigator.open(PageId.LEASE, Ref("lease", listed.row.id))

    def _export_button(self) -> Button:
        words, small = self.tr("Eksporter"), ButtonSize.SMALL
        return Button(words, self._export, kind=ButtonKind.QUIET, size=small)

    def _export(self) -> None:
        self.export_seen(self.table, self.tr("Eksporter leieforholdene"), "Leieforhold")

    def _new(self) -> None:
        self.navigator.open(PageId.LEASE, task="new")

    def _import(self) -> None:
        self.navigator.open(PageId.SHEET_IMPORT, task="dwellings")
