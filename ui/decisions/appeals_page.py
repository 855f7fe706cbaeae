"""«Klager»: every appeal, how long it has been here, and what to do with it."""

from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.core.ids import Ref
from app.core.records import dataclass
from app.core.text import plural
from app.decisions.appeals.model import AppealRow, AppealState, NextStep
from app.office import Office
from ui.kit.buttons import Button
from ui.kit.chips import Chip, ChipKind, Tone
from ui.kit.columns import Align, Column
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.table import RecordTable
from ui.labels import day, title_word
from ui.list_page import ListPage
from ui.navigation import Navigator, PageId

S = AppealState
OPEN, OVER = "open", "over"
SETS = {OPEN: "Ikke avgjort", OVER: "Avgjort"}
_CHIPS = {
    S.RECEIVED: ChipKind.SOON,
    S.IN_ASSESSMENT: ChipKind.SOON,
    S.FORWARDED: ChipKind.INFO,
    S.GRANTED_BY_BODY: ChipKind.SOON,
    S.CHANGED_TO_HARM: ChipKind.SOON,
    S.SENT_BACK: ChipKind.SOON,
}
_SHORT = {
    S.IN_ASSESSMENT: "Vurderes",
    S.FORWARDED: "Hos klageinstansen",
    S.GRANTED_BY_BODY: "Medhold",
    S.CHANGED_TO_HARM: "Endret til skade",
    S.SENT_BACK: "Sendt tilbake",
    S.DECISION_STANDS: "Vedtaket står",
    S.DECISION_CHANGED: "Vedtaket endret",
}
_NEXT = {
    NextStep.ASSESS: "Vurder klagen",
    NextStep.DECIDE_LATE: "For sen: avgjør",
    NextStep.CHANGE_OR_FORWARD: "Endre eller send videre",
    NextStep.FINISH_VEDTAK: "Fullfør nytt vedtak",
    NextStep.WAIT_FOR_BODY: "Vent på svar",
    NextStep.MAKE_VEDTAK: "Lag nytt vedtak",
    NextStep.NOTHING: "–",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """An appeal in the list, what is next, and how many days it has been here."""

    row: AppealRow
    step: NextStep
    days: int

    @property
    def over(self) -> bool:
        """Whether nothing is left to do here."""
        return self.step is NextStep.NOTHING


def listed(office: Office, row: AppealRow, today: date) -> Listed:
    """A row with what is counted from it."""
    return Listed(row, office.appeals.next_step(row), (today - row.received_on).days)


def state_chip(state: AppealState) -> Chip:
    """Shape and short word of a state."""
    return Chip(_CHIPS.get(state, ChipKind.NOT_STARTED), _SHORT.get(state) or title_word(state))


def _tone(each: Listed) -> Tone | None:
    waits = {NextStep.NOTHING, NextStep.WAIT_FOR_BODY}
    return Tone.AMBER if each.step not in waits else None


COLUMNS: tuple[Column[Listed], ...] = (
    Column(
        "name",
        "Hvem",
        lambda each: each.row.applicant_name,
        second=lambda each: each.row.number,
        strong=True,
        stretch=True,
        fit=True,
        width=170,
    ),
    Column("vedtak", "Vedtak", lambda each: each.row.vedtak_number, width=110, spare=2),
    Column(
        "received",
        "Kom",
        lambda each: day(each.row.received_on),
        sort=lambda each: each.row.received_on.toordinal(),
        align=Align.RIGHT,
        width=106,
    ),
    Column(
        "days",
        "Dager",
        lambda each: str(each.days),
        sort=lambda each: each.days,
        value=lambda each: each.days,
        align=Align.RIGHT,
        width=80,
    ),
    Column(
        "state",
        "Status",
        lambda each: state_chip(each.row.state).text,
        chip=lambda each: state_chip(each.row.state),
        width=180,
    ),
    Column("next", "Neste", lambda each: _NEXT[each.step], tone=_tone, fit=True, width=180),
    Column("body", "Klageinstans", lambda each: each.row.appeal_body, width=190, spare=1),
)


class AppealsPage(ListPage[Listed]):
    """The list. Enter opens the vedtak with its appeal."""

    page_id = PageId.APPEALS
    watches: ClassVar[frozenset[str]] = frozenset(
        {"appeal", "appeal_state", "vedtak_state", "reversal", "person", "dispatch"}
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.header = PageHeader(
            self.tr("Klager"),
            secondary=(Button(self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"),),
        )
        self.which = Pill(self.tr("Vis"), [Choice(key, words) for key, words in SETS.items()])
        self.filters = FilterRow(SearchField(self.tr("Finn navn eller nummer")), (self.which,))
        self.table: RecordTable[Listed] = RecordTable(
            "appeals",
            self.tr("Klager"),
            RecordModel(COLUMNS),
            empty=self._empty(),
            identity=lambda each: each.row.id,
        )
        frame = self.begin(self.header)
        frame.add(self.filters)
        frame.add(self.table, stretch=True)
        self.tie()

    def _empty(self) -> EmptyState:
        go = Button(self.tr("Gå til søknadene"), self._applications, icon=Icon.APPLICATIONS)
        return EmptyState(
            self.tr("Ingen klager"),
            self.tr("Når en klage kommer, åpner du vedtaket og velger «Klage mottatt»."),
            secondary=go,
        )

    def reload(self) -> None:
        today = self.office.clock.today()
        rows = self.office.appeals.rows()
        self.take([listed(self.office, row, today) for row in rows])
        left = sum(not each.over for each in self.rows)
        facts = [plural(len(self.rows), self.tr("klage"), self.tr("klager"))]
        facts.append(self.tr("{} ikke avgjort").format(left))
        self.header.set_subtitle(" · ".join(facts))
        self.show_rows()

    def belongs(self, row: Listed, which: object) -> bool:
        return which in {None, OVER if row.over else OPEN}

    def open_row(self, each: Listed) -> None:
        self.navigator.open(PageId.VEDTAK, Ref("vedtak", each.row.vedtak))

    def _export(self) -> None:
        self.export_seen(self.table, self.tr("Eksporter klagene"), "Klager")

    def _applications(self) -> None:
        self.navigator.open(PageId.APPLICATIONS)
