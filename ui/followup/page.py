"""«Oppfølging»: everyone who is followed up, who answers for it, and what waits."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.ids import PersonId, Ref
from app.core.text import plural
from app.followup.levels.model import HelpLevel
from app.office import Office
from app.overview.followups.model import FollowupRow, FollowupSet
from ui.followup.columns import SAVED, columns
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, clear
from ui.kit.chips import ChipKind
from ui.kit.dialogs import Dialog
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.table import RecordTable
from ui.labels import capital, title_word, word
from ui.list_page import ListPage
from ui.navigation import Navigator, PageId, Place
from ui.who import Who

LEVEL = "level"


class FollowupPage(ListPage[FollowupRow]):
    """The list. Enter opens the person's follow-up; Ctrl N begins one."""

    page_id = PageId.FOLLOWUP
    watches: ClassVar[frozenset[str]] = frozenset({"*"})
    saved = SAVED

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._me = ""
        self.header = PageHeader(
            self.tr("Oppfølging"),
            primary=Button(
                self.tr("Følg opp en person"),
                self.begin_new,
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
                key="Ctrl+N",
            ),
            secondary=(
                Button(
                    self.tr("Effekt"), partial(navigator.open, PageId.EFFECT), icon=Icon.FOLLOWUP
                ),
                Button(self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"),
            ),
        )
        self.filters = self._filter_row()
        self.table: RecordTable[FollowupRow] = RecordTable(
            "followup",
            self.tr("Oppfølging"),
            RecordModel(columns(office.clock.today())),
            empty=self._empty(),
            identity=lambda row: row.person,
        )
        self._build()

    def _filter_row(self) -> FilterRow:
        self.which = Pill(self.tr("Vis"), [Choice(each, title_word(each)) for each in FollowupSet])
        levels = [each for each in HelpLevel if each.followed]
        self.level = Pill(
            self.tr("Nivå"), [Choice(each, f"{each.value} – {word(each)}") for each in levels]
        )
        self.unit = Pill(
            self.tr("Ansvarlig enhet"),
            [Choice(each.id, capital(each.name())) for each in self.office.service_units.all()],
        )
        return FilterRow(SearchField(self.tr("Finn navn")), (self.which, self.level, self.unit))

    def _build(self) -> None:
        frame = self.begin(self.header)
        holder = QWidget()
        self._told = QVBoxLayout(holder)
        self._told.setContentsMargins(0, 0, 0, 0)
        frame.add(holder)
        frame.add(self.filters)
        frame.add(self.table, stretch=True)
        self.tie()

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingen har oppfølging ennå"),
            self.tr(
                "Sett nivå på en person, så står personen her med ansvarlig enhet og koordinator."
                " Husrom sier fra når noe skal evalueres, eller når ingen har hatt kontakt."
            ),
            primary=Button(
                self.tr("Følg opp en person"),
                self.begin_new,
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
            ),
            secondary=Button(self.tr("Til personene"), partial(self.navigator.open, PageId.PEOPLE)),
        )

    def reload(self) -> None:
        me = self.office.settings.me
        self._me = me.name if me else ""
        self.take(self.office.followups.rows())
        facts = [plural(len(self.rows), self.tr("person"), self.tr("personer"))]
        for which, words in (
            (FollowupSet.HIGH_LEVELS, self.tr("{} på nivå 3–4")),
            (FollowupSet.TO_EVALUATE, self.tr("{} skal evalueres")),
        ):
            if self.held[which]:
                facts.append(words.format(self.held[which]))
        self.header.set_subtitle(" · ".join(facts))
        self._tell()
        self.show_rows()

    def _tell(self) -> None:
        """Nobody falls between the chairs (P1)."""
        clear(self._told)
        lost = self.held[FollowupSet.WITHOUT_OWNER]
        if not lost:
            return
        words = plural(lost, self.tr("person"), self.tr("personer"))
        self._told.addWidget(
            Callout(
                ChipKind.SOON,
                self.tr("{} har ingen ansvarlig enhet.").format(words),
                self.tr("Sett nivå, så får saken en enhet og en koordinator."),
                self._way_to_lost(),
            )
        )

    def _way_to_lost(self) -> Button:
        """The one who is lost straight to where it is put right; several are shown first."""
        lost = [row for row in self.rows if self.belongs(row, FollowupSet.WITHOUT_OWNER)]
        if len(lost) == 1:
            words, way = self.tr("Sett nivå"), partial(self.open_row, lost[0])
        else:
            words, way = (
                self.tr("Vis dem"),
                partial(self.filters.only, self.which, FollowupSet.WITHOUT_OWNER),
            )
        return Button(words, way, size=ButtonSize.SMALL)

    def show_place(self, place: Place) -> None:
        super().show_place(place)
        if place.task == "new":
            self.begin_new()

    def worked_out_of(self) -> object:
        """Also of who asks: some sets are one's own."""
        return self.rows, self._me

    def belongs(self, row: FollowupRow, which: object) -> bool:
        if not isinstance(which, FollowupSet):
            return True
        return self.office.followups.belongs(row, which, self._me)

    def matching(self) -> list[FollowupRow]:
        level, unit = self.level.value, self.unit.value
        return [
            row
            for row in super().matching()
            if (level is None or row.number == level)
            and (unit is None or (row.owner is not None and row.owner.unit == unit))
        ]

    def open_row(self, row: FollowupRow) -> None:
        """Who lacks an owner, where that is put right (P1)."""
        if row.owner is None:
            self.navigator.open(PageId.PERSON_FOLLOWUP, Ref("person", row.person), LEVEL)
        else:
            self.follow(row.person)

    def follow(self, person: PersonId) -> None:
        """One person's follow-up."""
        self.navigator.open(PageId.PERSON_FOLLOWUP, Ref("person", person))

    def begin_new(self) -> "FindPerson":
        """Anyone in the register, whether on the list or not."""
        dialog = FindPerson(self.office, self.window())
        dialog.accepted.connect(lambda: self._found(dialog.who.person))
        dialog.open()
        return dialog

    def _found(self, person: PersonId | None) -> None:
        if person is not None:
            self.navigator.open(PageId.PERSON_FOLLOWUP, Ref("person", person), LEVEL)

    def _export(self) -> None:
        self.export_seen(self.table, self.tr("Eksporter oppfølgingen"), "Oppfølging")


class FindPerson(Dialog):
    """«Hvem skal følges opp?»"""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(
            "Hvem skal følges opp?",
            "Skriv navn eller nummer. Etterpå setter du nivået.",
            parent=parent,
        )
        self.who = Who(office)
        self.add(self.who)
        self.go_button = self.add_button("Gå til oppfølgingen", None, ButtonKind.PRIMARY)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._chosen(None)
        self.who.chosen.connect(self._chosen)
        self.who.field.setFocus()

    def _chosen(self, person: PersonId | None) -> None:
        self.set_off("" if person else "Velg en person først.")
        if person:
            self.go_button.setFocus()


def waiting_followup(office: Office) -> int:
    """How many lack what is asked for, or are to be evaluated."""
    return office.followups.waiting()
