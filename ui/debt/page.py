"""«Økonomisk rådgivning»: everyone who has asked, those who wait first, with the next step."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.core.ids import PersonId, Ref
from app.core.text import plural
from app.debt.model import DebtTopic
from app.debt.waiting.model import DebtSet, RequestRow
from app.office import Office
from ui.advice_words import asked_about, asks
from ui.debt.columns import SAVED, Late, columns
from ui.debt.intake.dialog import RequestDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.table import RecordTable
from ui.labels import title_word
from ui.list_page import ListPage
from ui.navigation import Navigator, PageId, Place


class DebtPage(ListPage[RequestRow]):
    """The list. Enter opens a case; Ctrl N takes in a request."""

    page_id = PageId.DEBT
    watches: ClassVar[frozenset[str]] = frozenset({"*"})
    saved = SAVED

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._late = Late()
        self.header = self._header()
        self.which = Pill(self.tr("Vis"), [Choice(each, title_word(each)) for each in DebtSet])
        counts = Button(
            self.tr("Ventetid"),
            partial(navigator.open, PageId.DEBT_COUNTS),
            kind=ButtonKind.QUIET,
            size=ButtonSize.SMALL,
        )
        self.filters = FilterRow(
            SearchField(self.tr("Finn navn eller sak")), (self.which,), (counts,)
        )
        self.table: RecordTable[RequestRow] = RecordTable(
            "debt",
            self.tr("Økonomisk rådgivning"),
            RecordModel(columns(office.clock.today(), self._late)),
            empty=self._empty(),
            identity=lambda row: row.case.id,
        )
        frame = self.begin(self.header)
        frame.add(self.filters)
        frame.add(self.table, stretch=True)
        self.tie()

    def _header(self) -> PageHeader:
        return PageHeader(
            self.tr("Økonomisk rådgivning"),
            primary=Button(
                self.tr("Ny henvendelse"),
                self.begin_new,
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
                key="Ctrl+N",
            ),
            secondary=(
                Button(
                    self.tr("Køen"),
                    partial(self.navigator.open, PageId.DEBT_QUEUE),
                    icon=Icon.WAITING_LIST,
                ),
                Button(self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"),
            ),
        )

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingen har bedt om økonomisk rådgivning"),
            self.tr(
                "Når noen spør om hjelp med gjeld eller penger, også muntlig, fører du det inn her."
                " Dagene telles fra den dagen de spurte."
            ),
            primary=Button(
                self.tr("Ny henvendelse"),
                self.begin_new,
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
            ),
        )

    def reload(self) -> None:
        overdue = self.office.debt_decisions.overdue()
        self._late.levels = {each.case: each.level for each in overdue}
        self.take(self.office.debt_waiting.rows())
        waiting, missing = self.held[DebtSet.QUEUED], self.held[DebtSet.WITHOUT_VEDTAK]
        facts = [self.tr("{} i kø").format(waiting)]
        if missing:
            facts.append(self.tr("{} uten vedtak").format(missing))
        facts.append(self.tr("{} i arbeid").format(self.held[DebtSet.WORKING]))
        longest = self.office.debt_waiting.at(self.office.clock.today()).longest
        if longest is not None:
            days = plural(longest, self.tr("dag"), self.tr("dager"))
            facts.append(self.tr("lengst ventet {}").format(days))
        self.header.set_subtitle(" · ".join(facts))
        self.show_rows()

    def show_place(self, place: Place) -> None:
        if asks(place.task):
            person = place.ref.id if place.ref is not None and place.ref.kind == "person" else None
            topic = asked_about(place.task)
            self.begin_new(None if person is None else PersonId(person), topic)
        else:
            super().show_place(place)

    def belongs(self, row: RequestRow, which: object) -> bool:
        return not isinstance(which, DebtSet) or row.belongs(which)

    def open_row(self, row: RequestRow) -> None:
        self.navigator.open_ref(Ref("debt_case", row.case.id))

    def begin_new(
        self, person: PersonId | None = None, topic: DebtTopic | None = None
    ) -> RequestDialog:
        """Take in a request, of one who is known or not; a known topic is ticked."""
        dialog = RequestDialog(self.office, self.navigator, person, self.window())
        if topic is not None:
            dialog.form.set_values({"topics": frozenset({topic})})
        dialog.open()
        return dialog

    def _export(self) -> None:
        self.export_seen(self.table, self.tr("Eksporter sakene"), "Økonomisk rådgivning")


def waiting_debt(office: Office) -> int:
    """How many should have had a vedtak by now (F12)."""
    return len(office.debt_decisions.overdue())
