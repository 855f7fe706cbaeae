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
from ui.kit.table import RecordTable
from ui.labels import title_word
from ui.leases.columns import COLUMNS, SAVED, SETS, Listed
from ui.leases.words import next_step, next_tone
from ui.list_page import ListPage
from ui.navigation import Navigator, PageId


class LeasesPage(ListPage[Listed]):
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

    saved = SAVED

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._today = office.clock.today()
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
        self.filters = FilterRow(
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
        frame.add(self.filters)
        frame.add(self.table, stretch=True)
        self.tie()

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
        today = self._today = self.office.clock.today()
        safe = self.office.expiry.last_safe_day
        rows = self.office.leases.rows()
        talks = {due.lease for due in self.office.term_reviews.due(rows)}
        self.take(
            [
                Listed(row, next_step(row, today, safe(row.end)), next_tone(row), row.id in talks)
                for row in rows
            ]
        )
        facts = [plural(self.held[None], self.tr("leieforhold"), self.tr("leieforhold"))]
        if self.held["ending"]:
            facts.append(self.tr("{} går ut innen seks måneder").format(self.held["ending"]))
        if self.held["to_sign"]:
            facts.append(self.tr("{} skal underskrives").format(self.held["to_sign"]))
        self.header.set_subtitle(" · ".join(facts))
        self.show_rows()

    def belongs(self, row: Listed, which: object) -> bool:
        return row.belongs(None if which is None else str(which), self._today)

    def matching(self) -> list[Listed]:
        """Of a status, also those that are over."""
        state = self._state.value
        if state is None:
            return super().matching()
        return [one for one in self.rows if one.row.state is state]

    def whole(self, shown: int) -> int:
        """Those that are over are shown when they are asked for; nothing hides them."""
        return len(self.rows) if self.filters.words else shown

    def open_row(self, listed: Listed) -> None:
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
