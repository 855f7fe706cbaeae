"""«Lag flere leieavtaler»: the drafts that are ready, all made in one go and printed together."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import OfficeError
from app.core.ids import LeaseId, Ref
from app.core.records import dataclass
from app.core.text import plural
from app.leases.rounds.model import DraftInRound, RoundResult
from app.office import Office
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Callout, clear
from ui.kit.chips import Chip, ChipKind
from ui.kit.columns import Align, Column
from ui.kit.empty import EmptyState
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.kit.models import RecordModel
from ui.kit.page import ScrollBody
from ui.kit.print_many import PrintManyDialog
from ui.kit.progress import JobProgress
from ui.kit.table import RecordTable
from ui.labels import dash, day, message, named
from ui.leases.columns import house, unit, where
from ui.leases.words import problem_words
from ui.letter_job import LetterJob
from ui.navigation import Navigator, Page, PageId


@dataclass(frozen=True, slots=True)
class Ticked:
    """A draft, and whether it is to be made now."""

    draft: DraftInRound
    chosen: bool

    @property
    def chip(self) -> Chip:
        """Made now, left for later, or not ready."""
        if self.draft.lacks is not None:
            return Chip(ChipKind.SOON, "Mangler noe")
        if self.chosen:
            return Chip(ChipKind.OK, "Lages nå")
        return Chip(ChipKind.NOT_STARTED, "Ikke nå")


def _lacks(each: Ticked) -> str:
    return problem_words(each.draft.lacks) if each.draft.lacks else ""


COLUMNS: tuple[Column[Ticked], ...] = (
    Column("chosen", "Avtale", lambda each: each.chip.text, chip=lambda each: each.chip, width=140),
    Column(
        "tenant",
        "Leietaker",
        lambda each: named(each.draft.row.tenant_name),
        second=lambda each: each.draft.row.number,
        strong=True,
        fit=True,
        width=160,
    ),
    Column(
        "dwelling",
        "Bolig",
        lambda each: house(each.draft.row),
        second=lambda each: unit(each.draft.row),
        sort=lambda each: where(each.draft.row),
        fit=True,
        width=160,
    ),
    Column(
        "start",
        "Fra",
        lambda each: day(each.draft.row.start),
        sort=lambda each: each.draft.row.start.toordinal() if each.draft.row.start else None,
        align=Align.RIGHT,
        width=106,
        spare=1,
    ),
    Column("lacks", "Det som mangler", lambda each: dash(_lacks(each)), stretch=True, width=260),
)


class LeaseRoundPage(Page):
    """Every ready draft is chosen to begin with; Enter takes one out, or opens what lacks."""

    page_id = PageId.LEASE_ROUND
    watches: ClassVar[frozenset[str]] = frozenset(
        {"lease", "lease_state", "person", "address_protection", "dwelling", "rule_value"}
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._found: tuple[DraftInRound, ...] = ()
        self._out: set[LeaseId] = set()
        self._job = LetterJob(office, navigator, navigator.failed.emit, self)
        self.make_button = Button(
            self.tr("Lag avtalene"),
            self.make,
            kind=ButtonKind.PRIMARY,
            icon=Icon.LEASES,
            key=Key.FINISH.sequence,
        )
        self.choosers = (
            Button(self.tr("Velg alle"), lambda: self._choose(every=True)),
            Button(self.tr("Velg ingen"), lambda: self._choose(every=False)),
        )
        self.header = PageHeader(
            self.tr("Lag flere leieavtaler"),
            primary=self.make_button,
            secondary=self.choosers,
        )
        self.table: RecordTable[Ticked] = RecordTable(
            "lease_round",
            self.tr("Utkast til leieavtaler"),
            RecordModel(COLUMNS),
            empty=self._empty(),
            identity=lambda each: each.draft.row.id,
        )
        self.told = QVBoxLayout()
        frame = self.begin(self.header)
        self.told.setSpacing(fonts.px(8))
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(JobProgress(navigator.jobs))
        column.addLayout(self.told)
        frame.add(ScrollBody.around(self.table, above=(above,)), stretch=True)
        self.table.opened.connect(self.toggle)

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingen utkast venter"),
            self.tr("Når du har begynt på leieavtaler, kan alle som er klare, lages herfra."),
            primary=Button(
                self.tr("Ny leieavtale"), self._new, kind=ButtonKind.PRIMARY, icon=Icon.NEW
            ),
            secondary=Button(self.tr("Til listen"), self._leases),
        )

    @property
    def chosen(self) -> tuple[DraftInRound, ...]:
        """Those that are made now."""
        return tuple(
            each for each in self._found if each.lacks is None and each.row.id not in self._out
        )

    def reload(self) -> None:
        self._found = self.office.lease_round.drafts()
        self._show()

    def _show(self) -> None:
        chosen = {each.row.id for each in self.chosen}
        rows = [Ticked(each, each.row.id in chosen) for each in self._found]
        self.table.set_rows(rows, whole=len(rows))
        lacking = sum(each.lacks is not None for each in self._found)
        told = self.tr("{} klare, {} mangler noe · Enter tar en ut eller inn")
        ready = len(self._found) - lacking
        self.header.set_subtitle(told.format(ready, lacking) if rows else "")
        for button in (self.make_button, *self.choosers):
            button.setVisible(bool(rows))
        count = len(chosen)
        words = plural(count, self.tr("avtale"), self.tr("avtaler"))
        self.make_button.set_words(
            self.tr("Lag {}").format(words) if count else self.tr("Lag avtalene")
        )
        self.make_button.set_off("" if count else self.tr("Ingen er valgt."))

    def toggle(self, each: Ticked) -> None:
        """Take one out or in; one that lacks something is opened."""
        if each.draft.lacks is not None:
            self.navigator.open(PageId.LEASE, Ref("lease", each.draft.row.id))
            return
        self._out ^= {each.draft.row.id}
        self._show()

    def _choose(self, *, every: bool) -> None:
        self._out = set() if every else {each.row.id for each in self._found}
        self._show()

    # the leases

    def make(self) -> None:
        """All chosen, in a job that stops at a whole one. They are never undone."""
        chosen = [(each.row.id, each.row.number) for each in self.chosen]
        clear(self.told)
        self._job.run(
            len(chosen),
            self.tr("Lager leieavtaler"),
            lambda office, go_on: office.lease_round.make(chosen, go_on),
            self._made,
        )

    def _made(self, result: RoundResult) -> None:
        self.reload()
        count = plural(len(result.made), self.tr("leieavtale"), self.tr("leieavtaler"))
        left = self.tr(" {} ble ikke laget fordi du stoppet.").format(result.left)
        both = Button(self.tr("Skriv ut alle …"), partial(self._print, result), icon=Icon.PRINT)
        self.told.addWidget(
            Callout(
                ChipKind.OK,
                self.tr("{} er laget").format(count),
                self.tr("De ligger under «Skal sendes».") + (left if result.left else ""),
                both,
            )
        )
        for each in result.not_made:
            ref = Ref("lease", each.lease)
            open_it = Button(
                self.tr("Åpne utkastet"), partial(self.navigator.open, PageId.LEASE, ref)
            )
            open_it.setAccessibleDescription(each.number)
            what = self.tr("{} ble ikke laget").format(each.number)
            self.told.addWidget(
                Callout(ChipKind.SOON, what, message(OfficeError(each.code)), open_it)
            )

    def _print(self, result: RoundResult) -> None:
        """All that were made, in one print."""
        read = self.office.letters.content
        documents = [partial(read, document) for document in result.made]
        title = self.tr("Skriv ut leieavtalene")
        PrintManyDialog(title, documents, self.navigator.failed.emit, self.window()).open()

    def _new(self) -> None:
        self.navigator.open(PageId.LEASE, task="new")

    def _leases(self) -> None:
        self.navigator.open(PageId.LEASES)
