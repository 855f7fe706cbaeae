"""«Gjelder behovet fortsatt?»: who should be asked, all letters in one go."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.applications.answers.model import SweepResult, Ticking
from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import ApplicationId, Ref
from app.core.records import dataclass
from app.core.text import plural
from app.office import Office
from ui.applications.columns import state_chip
from ui.kit.ask import BareForm
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Callout, Card, clear
from ui.kit.chips import Chip, ChipKind
from ui.kit.columns import Align, Column
from ui.kit.empty import EmptyState
from ui.kit.fields import DateField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.kit.models import RecordModel
from ui.kit.page import ScrollBody
from ui.kit.progress import JobProgress
from ui.kit.table import RecordTable
from ui.labels import day, message, problem
from ui.letter_job import LetterJob
from ui.navigation import Navigator, Page, PageId


@dataclass(frozen=True, slots=True)
class Asked:
    """A row: who waits, and whether a letter is to be made."""

    ticking: Ticking
    name: str
    chosen: bool


COLUMNS: tuple[Column[Asked], ...] = (
    Column(
        "chosen",
        "Brev",
        lambda each: "Får brev" if each.chosen else "Ikke nå",
        chip=lambda each: Chip(
            ChipKind.OK if each.chosen else ChipKind.NOT_STARTED,
            "Får brev" if each.chosen else "Ikke nå",
        ),
        sort=lambda each: not each.chosen,
        width=120,
    ),
    Column(
        "name",
        "Søker",
        lambda each: each.name,
        second=lambda each: each.ticking.row.number,
        strong=True,
        stretch=True,
        width=190,
    ),
    Column(
        "state",
        "Status",
        lambda each: state_chip(each.ticking.row.state).text,
        chip=lambda each: state_chip(each.ticking.row.state),
        width=162,
    ),
    Column(
        "received",
        "Mottatt",
        lambda each: day(each.ticking.row.received_on),
        second=lambda each: plural(each.ticking.row.days_waiting, "dag", "dager"),
        sort=lambda each: each.ticking.row.received_on.toordinal(),
        align=Align.RIGHT,
        width=110,
    ),
    Column(
        "heard",
        "Sist hørt fra",
        lambda each: day(each.ticking.heard_on),
        sort=lambda each: each.ticking.heard_on.toordinal(),
        align=Align.RIGHT,
        width=110,
    ),
    Column(
        "asked",
        "Sist spurt",
        lambda each: day(each.ticking.asked.since) if each.ticking.asked else "Aldri",
        sort=lambda each: each.ticking.asked.since.toordinal() if each.ticking.asked else None,
        align=Align.RIGHT,
        width=110,
    ),
)


class SweepPage(Page):
    """Everyone found is chosen to begin with; Enter takes one out or in."""

    page_id = PageId.SWEEP
    watches: ClassVar[frozenset[str]] = frozenset(
        {"application", "application_state", "application_notice", "application_confirmation"}
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._found: tuple[Ticking, ...] = ()
        self._names: Mapping[ApplicationId, str] = {}
        self._out: set[ApplicationId] = set()
        self._job = LetterJob(office, navigator, self._refused, self)
        self.make_button = Button(
            self.tr("Lag brevene"),
            self.make,
            kind=ButtonKind.PRIMARY,
            icon=Icon.LETTER,
            key=Key.FINISH.sequence,
        )
        self.header = PageHeader(
            self.tr("Gjelder behovet fortsatt?"),
            primary=self.make_button,
            secondary=(
                Button(self.tr("Velg alle"), lambda: self._choose(every=True)),
                Button(self.tr("Velg ingen"), lambda: self._choose(every=False)),
            ),
        )
        self.form = BareForm(self.tr("Hvem som skal spørres"), problem)
        self.table: RecordTable[Asked] = RecordTable(
            "sweep",
            self.tr("De som kan spørres"),
            RecordModel(COLUMNS),
            empty=EmptyState(
                self.tr("Ingen å spørre nå"),
                self.tr(
                    "Alle som venter, er hørt fra eller spurt etter denne dagen. Velg en senere"
                    " dag over hvis du vil spørre oftere."
                ),
            ),
            identity=lambda each: each.ticking.row.id,
        )
        self.told = QVBoxLayout()
        self._build()

    def _build(self) -> None:
        frame = self.begin(self.header)
        today = self.office.clock.today
        self.form.line(
            DateField("before", self.tr("Ikke hørt fra siden"), today=today),
            DateField("reply_by", self.tr("Svar innen"), today=today),
        )
        card = Card()
        card.add(self.form)
        card.add(JobProgress(self.navigator.jobs))
        card.body.addLayout(self.told)
        frame.add(ScrollBody.around(self.table, above=(card,)), stretch=True)
        self.form.set_values(
            {"before": self.office.answers.sweep_day(), "reply_by": self.office.answers.reply_day()}
        )
        self.form.left.connect(lambda _name: self.reload())
        self.table.opened.connect(self.toggle)

    @property
    def chosen(self) -> tuple[Ticking, ...]:
        """Those who are to get a letter."""
        return tuple(each for each in self._found if each.row.id not in self._out)

    def reload(self) -> None:
        before = self.form.values()["before"]
        self._found = self.office.need_sweep.to_ask(before) if isinstance(before, date) else ()
        self._names = self.office.applications.names(each.row.id for each in self._found)
        self._show()

    def _show(self) -> None:
        rows = [
            Asked(each, self._names[each.row.id], each.row.id not in self._out)
            for each in self._found
        ]
        self.table.set_rows(rows, whole=len(rows))
        count = len(self.chosen)
        waiting = plural(len(rows), "søker", "søkere")
        self.header.set_subtitle(
            self.tr("{} kan spørres, {} får brev · Enter tar en søker ut eller inn").format(
                waiting, count
            )
        )
        self.make_button.set_words(
            self.tr("Lag {}").format(plural(count, "brev", "brev")) if count else "Lag brevene"
        )
        self.make_button.set_off("" if count else self.tr("Ingen er valgt."))

    def toggle(self, row: Asked) -> None:
        """Take one out, or in again."""
        self._out ^= {row.ticking.row.id}
        self._show()

    def _choose(self, *, every: bool) -> None:
        self._out = set() if every else {each.row.id for each in self._found}
        self._show()

    # the letters

    def make(self) -> None:
        """All letters, in a job that stops at a whole one."""
        chosen, reply_by = self.chosen, self.form.values()["reply_by"]
        clear(self.told)
        if not isinstance(reply_by, date):
            self.form.show_problems((Problem("reply_by", "reply_day_missing"),))
            return
        words = self.tr("Lager brev")
        self._job.run(
            len(chosen),
            words,
            lambda office, go_on: office.need_sweep.ask(chosen, reply_by, go_on),
            self._made,
        )

    def _refused(self, error: Invalid) -> None:
        problems = [
            Problem("reply_by", each.code, each.source, remedy=each.remedy)
            for each in error.problems
        ]
        self.form.show_problems(problems)
        self.form.jump_to_first()

    def _made(self, result: SweepResult) -> None:
        """Say how it went."""
        self.reload()
        left = self.tr(" {} ble ikke laget fordi du stoppet.").format(result.left)
        self.told.addWidget(
            Callout(
                ChipKind.OK,
                self.tr("{} er laget").format(plural(result.made, "brev", "brev")),
                self.tr("De ligger under «Skal sendes».") + (left if result.left else ""),
            )
        )
        for each in result.not_made:
            ref = Ref("application", each.application)
            open_it = Button(
                self.tr("Åpne brevet"),
                partial(self.navigator.open, PageId.APPLICATION, ref, "still_need"),
            )
            open_it.setAccessibleDescription(each.number)
            what = self.tr("{} fikk ikke brev").format(each.number)
            why = message(OfficeError(each.code))
            self.told.addWidget(Callout(ChipKind.SOON, what, why, open_it))
