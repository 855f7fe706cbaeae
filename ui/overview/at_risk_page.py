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
from ui.kit.table import RecordTable
from ui.labels import title_word
from ui.list_page import ListPage
from ui.navigation import Navigator, PageId, Place
from ui.overview.at_risk_columns import columns

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


class AtRiskPage(ListPage[AtRiskRow]):
    """The list. Enter goes to where the next step is taken."""

    page_id = PageId.AT_RISK
    watches: ClassVar[frozenset[str]] = frozenset({"*"})
    saved = SAVED

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
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
        self.filters = FilterRow(SearchField(self.tr("Finn navn")), (self.which, self.why))
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
        frame.add(self.filters)
        frame.add(self.table, stretch=True)
        self.tie()

    def reload(self) -> None:
        cases = self.office.eviction_advice.rows()
        self._steps.update({row.case.id: row.step.step for row in cases if row.step is not None})
        self.take(self.office.at_risk.rows())
        facts = [plural(len(self.rows), self.tr("person"), self.tr("personer"))]
        for which, words in (
            (RiskSet.DATED, self.tr("{} med dato for utkastelse")),
            (RiskSet.WITH_CHILDREN, self.tr("{} med barn")),
        ):
            if self.held[which]:
                facts.append(words.format(self.held[which]))
        self.header.set_subtitle(" · ".join(facts))
        self.show_rows()

    def belongs(self, row: AtRiskRow, which: object) -> bool:
        return not isinstance(which, RiskSet) or self.office.at_risk.belongs(row, which)

    def matching(self) -> list[AtRiskRow]:
        why, rows = self.why.value, super().matching()
        return [row for row in rows if why is None or any(each.why == why for each in row.risks)]

    def open_row(self, row: AtRiskRow) -> None:
        place = way_of(row)
        self.navigator.open(place.page, place.ref, place.task)

    def _export(self) -> None:
        self.export_seen(self.table, self.tr("Eksporter listen"), "I ferd med å miste boligen")
