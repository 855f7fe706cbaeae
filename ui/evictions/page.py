"""«Utkastelser»: everyone who may lose a home, the nearest day first, with the next step."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.core.ids import PersonId, Ref
from app.core.text import plural
from app.evictions.advice.model import CaseRow, EvictionSet
from app.office import Office
from ui.evictions.columns import SAVED, columns
from ui.evictions.intake.dialog import MessageDialog
from ui.kit.buttons import Button, ButtonKind
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.table import RecordTable
from ui.labels import title_word
from ui.list_page import ListPage
from ui.navigation import Navigator, PageId, Place


class EvictionsPage(ListPage[CaseRow]):
    """The list. Enter opens a case; Ctrl N takes in a message."""

    page_id = PageId.EVICTIONS
    watches: ClassVar[frozenset[str]] = frozenset({"*"})
    saved = SAVED

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.header = PageHeader(
            self.tr("Utkastelser"),
            primary=Button(
                self.tr("Ny melding om utkastelse"),
                self.begin_new,
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
                key="Ctrl+N",
            ),
            secondary=(Button(self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"),),
        )
        self.which = Pill(self.tr("Vis"), [Choice(each, title_word(each)) for each in EvictionSet])
        self.filters = FilterRow(SearchField(self.tr("Finn navn eller sak")), (self.which,))
        self.table: RecordTable[CaseRow] = RecordTable(
            "evictions",
            self.tr("Utkastelser"),
            RecordModel(columns(office.clock.today())),
            empty=self._empty(),
            identity=lambda row: row.case.id,
        )
        frame = self.begin(self.header)
        frame.add(self.filters)
        frame.add(self.table, stretch=True)
        self.tie()

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingen står i fare for å miste boligen"),
            self.tr(
                "Når namsfogden, en utleier, Nav eller personen selv melder fra, fører du"
                " meldingen inn her. Husrom teller dagene og sier hva som kan stanse saken."
            ),
            primary=Button(
                self.tr("Ny melding om utkastelse"),
                self.begin_new,
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
            ),
            secondary=Button(
                self.tr("Til restansene"), partial(self.navigator.open, PageId.ARREARS)
            ),
        )

    def reload(self) -> None:
        self.take(self.office.eviction_advice.rows())
        still = self.held[EvictionSet.OPEN]
        facts = [plural(still, self.tr("åpen sak"), self.tr("åpne saker"))]
        children = sum(row.count for row in self.rows if row.case.open)
        if children:
            facts.append(plural(children, self.tr("barn berørt"), self.tr("barn berørt")))
        if self.held[EvictionSet.SOON]:
            facts.append(self.tr("{} med dato innen 14 dager").format(self.held[EvictionSet.SOON]))
        self.header.set_subtitle(" · ".join(facts))
        self.show_rows()

    def show_place(self, place: Place) -> None:
        if place.task == "new":
            person = place.ref.id if place.ref is not None and place.ref.kind == "person" else None
            self.begin_new(None if person is None else PersonId(person))
        else:
            super().show_place(place)

    def belongs(self, row: CaseRow, which: object) -> bool:
        return not isinstance(which, EvictionSet) or row.belongs(which)

    def open_row(self, row: CaseRow) -> None:
        self.navigator.open_ref(Ref("eviction_case", row.case.id))

    def begin_new(self, person: PersonId | None = None) -> MessageDialog:
        """Take in a message, about one who is known or not."""
        dialog = MessageDialog(self.office, self.navigator, person, self.window())
        dialog.open()
        return dialog

    def _export(self) -> None:
        self.export_seen(self.table, self.tr("Eksporter utkastelsene"), "Utkastelser")


def waiting_evictions(office: Office) -> int:
    """How many homes may still be lost."""
    return sum(each.threatened for each in office.eviction_cases.open_ones())
