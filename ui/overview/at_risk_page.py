"""«I ferd med å miste boligen»: who, why, and what comes next."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.core.text import plural
from app.evictions.advice.model import BestStep
from app.office import Office
from app.overview.at_risk.model import AtRiskRow, RiskReason, RiskSet, RiskStep
from ui.kit.buttons import Button, ButtonKind
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.sidebar import NavFilter
from ui.kit.table import RecordTable
from ui.labels import title_word
from ui.navigation import SHOW_ALL, Navigator, Page, PageId, Place
from ui.overview.at_risk_columns import columns
from ui.own_lists import keep_lists

SAVED = (RiskSet.DATED, RiskSet.WITH_CHILDREN, RiskSet.WITHOUT_CASE)
_TASKS = {
    "lease": (PageId.TENANCY_ARREARS, ""),
    "eviction_case": (PageId.EVICTION, ""),
    "person": (PageId.SIGNALS, ""),
}
_STEPS = {
    RiskStep.DECIDE_RENEWAL: (PageId.LEASE, "term"),
    RiskStep.FIND_HOME: (PageId.LEASE, "ending"),
    RiskStep.RENEW_AGREEMENT: (PageId.TENANCY_ARREARS, "agreement"),
    RiskStep.CALL: (PageId.TENANCY_ARREARS, "tracks"),
}


def way_of(row: AtRiskRow) -> Place:
    """Where the next step is taken."""
    about = row.first.about
    at_lease = _STEPS.get(row.step) if about.kind == "lease" else None
    page, task = at_lease or _TASKS[about.kind]
    return Place(page, about, task)


class AtRiskPage(Page):
    """The list. Enter goes to where the next step is taken."""

    page_id = PageId.AT_RISK
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._rows: tuple[AtRiskRow, ...] = ()
        self._held: dict[RiskSet, int] = dict.fromkeys(RiskSet, 0)
        self._steps: dict[int, BestStep] = {}
        self.header = PageHeader(
            self.tr("I ferd med å miste boligen"),
            primary=Button(
                self.tr("Ny melding om utkastelse"),
                partial(navigator.open, PageId.EVICTIONS, task="new"),
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
                key="Ctrl+N",
            ),
            secondary=(Button(self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"),),
        )
        self.which = Pill(self.tr("Vis"), [Choice(each, title_word(each)) for each in RiskSet])
        self.why = Pill(self.tr("Grunn"), [Choice(each, title_word(each)) for each in RiskReason])
        self._filters = FilterRow(SearchField(self.tr("Finn navn")), (self.which, self.why))
        self.table: RecordTable[AtRiskRow] = RecordTable(
            "at_risk",
            self.tr("I ferd med å miste boligen"),
            RecordModel(columns(office.clock.today(), self._steps)),
            empty=EmptyState(
                self.tr("Ingen er i ferd med å miste boligen"),
                self.tr(
                    "Her står alle med en sak om utkastelse, langvarig ubetalt husleie, flere"
                    " tidlige tegn, eller en leietid som er ute."
                ),
                primary=Button(self.tr("Til restansene"), partial(navigator.open, PageId.ARREARS)),
            ),
            identity=lambda row: row.person,
        )
        frame = self.begin(self.header)
        frame.add(self._filters)
        frame.add(self.table, stretch=True)
        self._filters.changed.connect(self._show)
        keep_lists(self, self._filters, self.table, self._matching, lambda: self._rows)
        self.table.opened.connect(self._open)
        self.table.clear_filters.connect(self._filters.clear)

    def reload(self) -> None:
        self._rows = self.office.at_risk.rows()
        cases = self.office.eviction_advice.rows()
        self._steps.update({row.case.id: row.step.step for row in cases if row.step is not None})
        belongs = self.office.at_risk.belongs
        self._held = {which: sum(belongs(row, which) for row in self._rows) for which in RiskSet}
        facts = [plural(len(self._rows), self.tr("person"), self.tr("personer"))]
        for which, words in (
            (RiskSet.DATED, self.tr("{} med dato for utkastelse")),
            (RiskSet.WITH_CHILDREN, self.tr("{} med barn")),
        ):
            if self._held[which]:
                facts.append(words.format(self._held[which]))
        self.header.set_subtitle(" · ".join(facts))
        self._show()

    def show_place(self, place: Place) -> None:
        if place.ref is not None:
            self._filters.clear()
            self.table.select(place.ref.id)
        if place.task == SHOW_ALL:
            self._filters.clear()
        elif place.task in {str(each) for each in RiskSet}:
            self._filters.only(self.which, RiskSet(place.task))

    def saved_filters(self) -> tuple[NavFilter, ...]:
        return tuple(NavFilter(which, title_word(which), self._held[which]) for which in SAVED)

    def filter_in_force(self) -> str:
        return str(self._filters.alone(self.which) or "")

    def _matching(self) -> list[AtRiskRow]:
        """The rows that the filters keep, whatever is searched for."""
        which, why = self.which.value, self.why.value
        return [
            row
            for row in self._rows
            if (not isinstance(which, RiskSet) or self.office.at_risk.belongs(row, which))
            and (why is None or any(each.why == why for each in row.risks))
        ]

    def _show(self) -> None:
        rows = self._matching()
        self.table.search(self._filters.searched)
        self.table.set_rows(rows, whole=len(self._rows), filtered_by=self._filters.words)
        self.filters_changed.emit()

    def _open(self, row: AtRiskRow) -> None:
        place = way_of(row)
        self.navigator.open(place.page, place.ref, place.task)

    def _export(self) -> None:
        self.export_seen(self.table, self.tr("Eksporter listen"), "I ferd med å miste boligen")
