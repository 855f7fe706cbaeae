"""«Køen»: who comes first, why each stands there, and when it may begin."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.core.ids import Ref
from app.debt.queue.model import DebtUrgency, Outlook, QueuePlace
from app.office import Office
from ui.debt.queue.columns import COLUMNS
from ui.debt.queue.why_card import WhyCard
from ui.debt.starts import weeks_text
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.page import ScrollBody
from ui.kit.table import RecordTable
from ui.labels import title_word
from ui.list_page import ListPage
from ui.navigation import Navigator, PageId


class DebtQueuePage(ListPage[QueuePlace]):
    """The order of those who wait; nothing of it is stored, so that it is never old."""

    page_id = PageId.DEBT_QUEUE
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        to = navigator.open
        self.header = PageHeader(
            self.tr("Køen for økonomisk rådgivning"),
            primary=Button(
                self.tr("Ny henvendelse"),
                partial(to, PageId.DEBT, task="new"),
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
                key="Ctrl+N",
            ),
            secondary=(
                Button(self.tr("Kapasitet"), partial(to, PageId.DEBT_CAPACITY), icon=Icon.CALENDAR),
                Button(self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"),
            ),
        )
        self.which = Pill(self.tr("Hast"), [Choice(each, title_word(each)) for each in DebtUrgency])
        self.filters = FilterRow(SearchField(self.tr("Finn navn eller sak")), (self.which,))
        self.table: RecordTable[QueuePlace] = RecordTable(
            "debt_queue",
            self.tr("Køen for økonomisk rådgivning"),
            RecordModel(COLUMNS),
            empty=self._empty(),
            identity=lambda place: place.case.id,
        )
        self.why = WhyCard(office, navigator)
        self.untold = Callout(
            ChipKind.INFO,
            self.tr("Vi kan ikke regne når noen kan begynne"),
            self.tr("Skriv hvor stor stilling kontoret har, og hvor mange timer en sak tar."),
            Button(self.tr("Skriv inn kapasiteten"), partial(to, PageId.DEBT_CAPACITY)),
        )
        self._build()

    def _build(self) -> None:
        frame = self.begin(self.header)
        frame.add(self.filters)
        body = ScrollBody.around(self.table, above=(self.untold,), below=(self.why,))
        frame.add(body, stretch=True)
        self.tie()
        self.table.current_changed.connect(self._explain)

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingen venter på økonomisk rådgivning"),
            self.tr(
                "Den som ber om hjelp, står her til arbeidet begynner. Fare for å miste hjemmet"
                " kommer først, så strøm, mat, skyldig husleie, barn og hva slags gjeld det er."
            ),
            primary=Button(
                self.tr("Ny henvendelse"),
                partial(self.navigator.open, PageId.DEBT, task="new"),
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
            ),
        )

    def reload(self) -> None:
        self.take(self.office.debt_queue.places())
        today = self.office.clock.today()
        self.untold.setVisible(bool(self.rows) and not self.office.debt_capacity.rows())
        facts = [self.tr("{} i kø").format(len(self.rows))]
        acute = sum(each.urgency is DebtUrgency.ACUTE for each in self.rows)
        if acute:
            facts.append(self.tr("{} akutt").format(acute))
        now = self.office.debt_capacity.on()
        if now is not None:
            facts.append(self.tr("{} prosent stilling").format(now.share_percent))
        last = Outlook(self.rows).clears_on
        if last is not None:
            facts.append(self.tr("den siste kan begynne {}").format(weeks_text(last, today)))
        self.header.set_subtitle(" · ".join(facts))
        self.show_rows()

    def belongs(self, row: QueuePlace, which: object) -> bool:
        return which is None or row.urgency is which

    def show_rows(self) -> None:
        super().show_rows()
        self._explain(self.table.current)

    def _explain(self, place: object) -> None:
        if not isinstance(place, QueuePlace):
            self.why.tell(None)
            return
        below = next((each for each in self.rows if each.rank == place.rank + 1), None)
        order = None if below is None else self.office.debt_queue.decider(place, below)
        self.why.tell(place, below, order)

    def open_row(self, place: QueuePlace) -> None:
        self.navigator.open_ref(Ref("debt_case", place.case.id))

    def _export(self) -> None:
        self.export_seen(self.table, self.tr("Eksporter køen"), "Køen for rådgivning")
