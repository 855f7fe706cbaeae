"""«Kontroll»: what does not hang together among the tenancies, and where it is put right."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.text import plural
from app.core.words import word
from app.office import Office
from app.overview.holes.model import Gathered, Hole, HoleKind
from ui.kit.buttons import Button
from ui.kit.cards import Callout, clear
from ui.kit.chips import Chip, ChipKind
from ui.kit.columns import Align, Column
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.table import RecordTable
from ui.labels import dash, day, named, title_word
from ui.navigation import SHOW_ALL, Navigator, Page, PageId, Place
from ui.own_lists import keep_lists

_CHIPS = {
    HoleKind.TWO_LEASES: ChipKind.URGENT,
    HoleKind.TWO_HOMES: ChipKind.SOON,
    HoleKind.KEYS_OUT: ChipKind.SOON,
    HoleKind.LET_WITHOUT_LEASE: ChipKind.SOON,
    HoleKind.NO_VEDTAK: ChipKind.SOON,
    HoleKind.GAP: ChipKind.SOON,
}
# where on the page it is put right
_TASKS = {
    HoleKind.NO_SIGNED_COPY: "handover",
    HoleKind.KEYS_OUT: "handover",
    HoleKind.NO_START_PACKAGE: "handover",
    HoleKind.NO_VEDTAK: "agreement",
}
_WAYS = {
    HoleKind.TWO_LEASES: "Avslutt den ene avtalen, eller rett dagene",
    HoleKind.TWO_HOMES: "Avslutt avtalen på boligen som er fraflyttet",
    HoleKind.KEYS_OUT: "Få nøklene inn, eller merk dem som mistet",
    HoleKind.LET_WITHOUT_LEASE: "Lag leieavtalen, eller sett boligen ledig",
    HoleKind.NO_VEDTAK: "Se hvorfor boligen er leid ut",
    HoleKind.NO_SIGNED_COPY: "Legg inn den underskrevne avtalen",
    HoleKind.GAP: "Se om det ble bodd uten avtale",
    HoleKind.NO_START_PACKAGE: "Lag startpakken, eller skriv hvorfor ikke",
}


def against(hole: Hole) -> str:
    """What it stands against: another lease, days, keys."""
    if hole.kind is HoleKind.GAP:
        return f"{plural(hole.count, 'dag', 'dager')} etter {hole.other}"
    if hole.kind is HoleKind.KEYS_OUT:
        return plural(hole.count, "nøkkel", "nøkler")
    return f"Mot {hole.other}" if hole.other else ""


def _chip(hole: Hole) -> Chip:
    return Chip(_CHIPS.get(hole.kind, ChipKind.INFO), title_word(hole.kind))


COLUMNS: tuple[Column[Hole], ...] = (
    Column("kind", "Hva", lambda hole: title_word(hole.kind), chip=_chip, width=230),
    Column(
        "place",
        "Bolig",
        lambda hole: dash(hole.place),
        second=lambda hole: against(hole),
        strong=True,
        stretch=True,
        fit=True,
        width=170,
    ),
    Column(
        "tenant",
        "Leietaker",
        lambda hole: named(hole.name) if hole.ref.kind == "lease" else dash(""),
        second=lambda hole: hole.number,
        fit=True,
        width=160,
    ),
    Column(
        "since",
        "Siden",
        lambda hole: day(hole.since),
        sort=lambda hole: hole.since.toordinal() if hole.since else None,
        align=Align.RIGHT,
        fit=True,
        width=112,
    ),
    Column("way", "Slik retter du", lambda hole: _WAYS[hole.kind], fit=True, width=250, spare=1),
)


class HolesPage(Page):
    """The list. Enter goes to where it is put right."""

    page_id = PageId.HOLES
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._found: tuple[Hole, ...] = ()
        self.gathered = QVBoxLayout()
        self.header = PageHeader(
            self.tr("Kontroll av leieforhold"),
            secondary=(Button(self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"),),
        )
        self.which = Pill(self.tr("Vis"), [Choice(kind, title_word(kind)) for kind in HoleKind])
        self._filters = FilterRow(SearchField(self.tr("Finn bolig eller leietaker")), (self.which,))
        self.table: RecordTable[Hole] = RecordTable(
            "holes",
            self.tr("Det som må rettes"),
            RecordModel(COLUMNS),
            empty=self._empty(),
            identity=lambda hole: hole.key,
        )
        frame = self.begin(self.header)
        frame.add(self._filters)
        frame.column.addLayout(self.gathered)
        frame.add(self.table, stretch=True)
        self._filters.changed.connect(self._show)
        keep_lists(
            self, self._filters, self.table, lambda: self._matching()[0], lambda: self._found
        )
        self.table.opened.connect(self._open)
        self.table.clear_filters.connect(self._filters.clear)

    def _empty(self) -> EmptyState:
        go = Button(self.tr("Gå til leieforholdene"), self._leases, icon=Icon.LEASES)
        return EmptyState(
            self.tr("Alt henger sammen"),
            self.tr(
                "Her står det når to avtaler ligger på én bolig, noen har to hjem, en avtale"
                " mangler vedtak eller underskrift, eller nøkler er ute etter utflytting."
            ),
            secondary=go,
        )

    def reload(self) -> None:
        self._found = self.office.holes.found()
        count = len(self._found)
        words = plural(count, self.tr("ting å rette"), self.tr("ting å rette"))
        self.header.set_subtitle(words if count else self.tr("Ingenting å rette"))
        self._show()

    def show_place(self, place: Place) -> None:
        if place.task == SHOW_ALL:
            self._filters.clear()
        elif place.task in set(HoleKind):
            self.which.set_value(HoleKind(place.task))

    def _matching(self) -> tuple[Sequence[Hole], Sequence[Gathered]]:
        """What the filters keep, whatever is searched for; and those told in one line each."""
        if self.which.value is None:
            return self.office.holes.summed()
        return [hole for hole in self._found if self.which.value == hole.kind], ()

    def _show(self) -> None:
        rows, many = self._matching()
        clear(self.gathered)
        for each in many:
            self.gathered.addWidget(self._line(each))
        self.table.search(self._filters.searched)
        self.table.set_rows(rows, whole=len(self._found), filtered_by=self._filters.words)
        self.filters_changed.emit()

    def _line(self, many: Gathered) -> Callout:
        """What a sheet brought in without is no news: one line, and a way to them all."""
        show = partial(self.which.set_value, many.kind)
        return Callout(
            ChipKind.INFO,
            self.tr("{} som lå der før Husrom: {}").format(
                plural(many.count, self.tr("avtale"), self.tr("avtaler")), word(many.kind)
            ),
            self.tr("Ta dem når du har tid. De blir færre for hver avtale du legger inn."),
            Button(self.tr("Vis dem"), show),
        )

    def _open(self, hole: Hole) -> None:
        if hole.ref.kind == "lease":
            self.navigator.open(PageId.LEASE, hole.ref, _TASKS.get(hole.kind, ""))
        else:
            self.navigator.open_ref(hole.ref)

    def _export(self) -> None:
        self.export_seen(self.table, self.tr("Eksporter listen"), "Kontroll av leieforhold")

    def _leases(self) -> None:
        self.navigator.open(PageId.LEASES)
