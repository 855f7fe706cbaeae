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
from ui.kit.sidebar import NavFilter
from ui.kit.table import RecordTable
from ui.labels import title_word
from ui.navigation import SHOW_ALL, Navigator, Page, PageId, Place
from ui.own_lists import keep_lists


class DebtPage(Page):
    """The list. Enter opens a case; Ctrl N takes in a request."""

    page_id = PageId.DEBT
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._rows: tuple[RequestRow, ...] = ()
        self._late = Late()
        self._held: dict[DebtSet, int] = dict.fromkeys(DebtSet, 0)
        self.header = self._header()
        self.which = Pill(self.tr("Vis"), [Choice(each, title_word(each)) for each in DebtSet])
        counts = Button(
            self.tr("Ventetid"),
            partial(navigator.open, PageId.DEBT_COUNTS),
            kind=ButtonKind.QUIET,
            size=ButtonSize.SMALL,
        )
        self._filters = FilterRow(
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
        frame.add(self._filters)
        frame.add(self.table, stretch=True)
        self._filters.changed.connect(self._show)
        keep_lists(self, self._filters, self.table, self._matching, lambda: self._rows)
        self.table.opened.connect(self._open)
        self.table.clear_filters.connect(self._filters.clear)

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
        self._rows = self.office.debt_waiting.rows()
        self._held = {which: sum(row.belongs(which) for row in self._rows) for which in DebtSet}
        waiting, missing = self._held[DebtSet.QUEUED], self._held[DebtSet.WITHOUT_VEDTAK]
        facts = [self.tr("{} i kø").format(waiting)]
        if missing:
            facts.append(self.tr("{} uten vedtak").format(missing))
        facts.append(self.tr("{} i arbeid").format(self._held[DebtSet.WORKING]))
        longest = self.office.debt_waiting.at(self.office.clock.today()).longest
        if longest is not None:
            days = plural(longest, self.tr("dag"), self.tr("dager"))
            facts.append(self.tr("lengst ventet {}").format(days))
        self.header.set_subtitle(" · ".join(facts))
        self._show()

    def show_place(self, place: Place) -> None:
        if asks(place.task):
            person = place.ref.id if place.ref is not None and place.ref.kind == "person" else None
            topic = asked_about(place.task)
            self.begin_new(None if person is None else PersonId(person), topic)
        elif place.ref is not None:
            self._filters.clear()
            self.table.select(place.ref.id)
        elif place.task == SHOW_ALL:
            self._filters.clear()
        elif place.task in {str(each) for each in DebtSet}:
            self._filters.only(self.which, DebtSet(place.task))

    def saved_filters(self) -> tuple[NavFilter, ...]:
        return tuple(NavFilter(which, title_word(which), self._held[which]) for which in SAVED)

    def filter_in_force(self) -> str:
        return str(self._filters.alone(self.which) or "")

    def _matching(self) -> list[RequestRow]:
        """The rows that the filters keep, whatever is searched for."""
        which = self.which.value
        return [row for row in self._rows if not isinstance(which, DebtSet) or row.belongs(which)]

    def _show(self) -> None:
        rows = self._matching()
        self.table.search(self._filters.searched)
        self.table.set_rows(rows, whole=len(self._rows), filtered_by=self._filters.words)
        self.filters_changed.emit()

    def _open(self, row: RequestRow) -> None:
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
