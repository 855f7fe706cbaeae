"""«Husleieregulering»: every rent with its new sum, all letters in one go, and one list."""

from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import OfficeError, Problem
from app.core.ids import LeaseId, Ref
from app.core.money import Ore, format_kroner
from app.core.text import plural
from app.leases.rents.model import RoundResult, RoundRow, WhyNot
from app.office import Office
from ui.kit import fonts
from ui.kit.ask import AskDialog, BareForm
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card, clear
from ui.kit.chips import ChipKind
from ui.kit.document_dialog import DocumentDialog
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
from ui.leases.rent.dialogs import RentDialogs, month_field
from ui.leases.rent.round_columns import COLUMNS, Offered
from ui.letter_job import LetterJob
from ui.navigation import Navigator, Page, PageId

MOST_TOLD = 5
"""Up to so many that got no letter are told one by one."""


class RentRoundPage(Page):
    """Everyone who can be adjusted is chosen to begin with; Enter takes one out or in."""

    page_id = PageId.RENT_ROUND
    watches: ClassVar[frozenset[str]] = frozenset(
        {"rent_change", "lease", "lease_state", "lease_ending", "price_index", "price_index_link"}
        | {"dispatch", "document_state"}
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.dialogs = RentDialogs(office, navigator, self)
        self._found: tuple[RoundRow, ...] = ()
        self._turned: set[LeaseId] = set()
        self._job = LetterJob(office, navigator, navigator.failed.emit, self)
        self.make_button = Button(
            self.tr("Lag varslene"),
            self.make,
            kind=ButtonKind.PRIMARY,
            icon=Icon.LETTER,
            key=Key.FINISH.sequence,
        )
        self.print_button = Button(self.tr("Se listen"), self.show_list, icon=Icon.PRINT)
        self.header = PageHeader(
            self.tr("Husleieregulering"),
            primary=self.make_button,
            secondary=(self.print_button,),
        )
        self.form = BareForm(self.tr("Når og etter hvilken indeks"), problem)
        self.table: RecordTable[Offered] = RecordTable(
            "rent_round",
            self.tr("Leier"),
            RecordModel(COLUMNS),
            empty=EmptyState(
                self.tr("Ingen leieforhold løper"),
                self.tr("Når en leieavtale gjelder, står leien her."),
            ),
            identity=lambda each: each.row.lease.id,
        )
        self.told = QVBoxLayout()
        self.remedies = QVBoxLayout()
        self._build()

    def _build(self) -> None:
        frame = self.begin(self.header)
        self.form.line(
            DateField("effective_on", self.tr("Gjelder fra"), today=self.office.clock.today),
            month_field("new_month", self.tr("Indeks for")),
        )
        card = Card()
        card.add(self.form, self._ways())
        card.add(JobProgress(self.navigator.jobs))
        card.body.addLayout(self.remedies)
        card.body.addLayout(self.told)
        frame.add(ScrollBody.around(self.table, above=(card,)), stretch=True)
        newest = self.office.rents.series().newest
        self.form.set_values(
            {
                "effective_on": self.office.rent_round.first_day(),
                "new_month": newest.month if newest else None,
            }
        )
        self.form.left.connect(lambda _name: self.reload())
        self.table.opened.connect(self.toggle)

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(fonts.px(8))
        small = partial(Button, size=ButtonSize.SMALL)
        self.index_button = small(self.tr("Legg inn KPI …"), self.dialogs.index, icon=Icon.NEW)
        self.choosers = (
            small(self.tr("Velg alle"), lambda: self._choose(every=True)),
            small(self.tr("Velg ingen"), lambda: self._choose(every=False)),
        )
        for button in (self.index_button, *self.choosers):
            row.addWidget(button)
        row.addStretch(1)
        return row

    # what is shown

    @property
    def effective_on(self) -> date | None:
        """The day the new rents are to hold from, when it can be."""
        day_ = self.form.values()["effective_on"]
        return day_ if isinstance(day_, date) else None

    @property
    def chosen(self) -> tuple[RoundRow, ...]:
        """Those who are to be told a new rent."""
        return tuple(row for row in self._found if self._is_chosen(row))

    def _is_chosen(self, row: RoundRow) -> bool:
        """Staff dwellings are out until they are taken in; all others the other way."""
        return row.can and row.staff is (row.lease.id in self._turned)

    def reload(self) -> None:
        if self.form.values()["new_month"] is None:  # the first index has come
            newest = self.office.rents.series().newest
            self.form.set_values(
                {"new_month": newest.month if newest else None, "effective_on": self.effective_on}
            )
        self._found = ()
        effective = self.effective_on
        if effective is not None and not self._day_problems(effective):
            month = self.form.values()["new_month"]
            wanted = month if isinstance(month, date) else None
            self._found = self.office.rent_round.rows(effective, wanted)
        self._show()

    def _day_problems(self, effective: date) -> bool:
        first, problems = self.office.rent_round.first_day(), []
        facts: dict[str, object] = {"first": first}
        if effective < first:
            problems.append(
                Problem("effective_on", "rent_day_too_early", "HL-24", remedy=first, facts=facts)
            )
        elif effective.day != 1:
            problems.append(Problem("effective_on", "rent_day_mid_month", "HL-24"))
        month = self.form.values()["new_month"]
        series = self.office.rents.series()
        if isinstance(month, date) and not series.at(month):
            problems.append(Problem("new_month", "index_month_unknown", "HL-22"))
        self.form.show_problems(problems)
        return bool(problems)

    def _show(self) -> None:
        rows = [Offered(each, self._is_chosen(each)) for each in self._found]
        rows.sort(key=lambda each: not each.row.can)
        self.table.set_rows(rows, whole=len(rows))
        self._show_sums()
        self._show_remedies()

    def _show_sums(self) -> None:
        chosen, effective = self.chosen, self.effective_on
        old = Ore(sum(row.old or 0 for row in chosen))
        rise = Ore(sum(row.rise for row in chosen))
        parts = [self.tr("{} av {} får varsel").format(len(chosen), len(self._found))]
        if chosen and effective is not None:
            parts.append(
                self.tr("{} blir {} i måneden").format(
                    format_kroner(old), format_kroner(Ore(old + rise))
                )
            )
            send_by = self.office.rent_round.send_by(effective)
            parts.append(self.tr("må sendes senest {}").format(day(send_by)))
        self.header.set_subtitle(" · ".join(parts))
        count = plural(len(chosen), "varsel", "varsler")
        self.make_button.set_words(
            self.tr("Lag {}").format(count) if chosen else self.tr("Lag varslene")
        )
        self.make_button.set_off("" if chosen else self.tr("Ingen er valgt."))
        self.print_button.set_off("" if self._found else self.tr("Det er ingen leier å vise."))
        for button in self.choosers:
            button.setVisible(any(row.can for row in self._found))

    def _show_remedies(self) -> None:
        """What stands in the way of many at once, and the one thing that puts it right."""
        clear(self.remedies)
        unknown = self._of(WhyNot.FIXING_UNKNOWN)
        bare = bool(self._found) and self.office.rents.series().newest is None
        self.index_button.setVisible(not bare)  # the callout has the same button
        if bare:
            self.remedies.addWidget(
                Callout(
                    ChipKind.INFO,
                    self.tr("Legg inn konsumprisindeksen først."),
                    self.tr("Verdiene står i SSB tabell 05327. Du kan lime inn mange linjer."),
                    Button(self.tr("Legg inn KPI …"), self.dialogs.index),
                )
            )
        if unknown:
            self.remedies.addWidget(
                Callout(
                    ChipKind.INFO,
                    self.tr("{} fra regneark, siste regulering er ukjent.").format(
                        plural(len(unknown), "leieavtale er", "leieavtaler er")
                    ),
                    self.tr("Ble alle regulert samme dag, oppgir du dagen én gang."),
                    Button(self.tr("Oppgi siste regulering …"), self.tell_fixing),
                )
            )
        if self._of(WhyNot.BASE_DIFFERS):
            self.remedies.addWidget(
                Callout(
                    ChipKind.INFO,
                    self.tr("Noen indekstall har ulikt grunnlag."),
                    self.tr("De deles ikke på hverandre uten en faktor med kilde."),
                    Button(self.tr("Knytt sammen …"), self.dialogs.link),
                )
            )

    def _of(self, why: WhyNot) -> tuple[RoundRow, ...]:
        return tuple(row for row in self._found if row.why_not is why)

    def tell_fixing(self) -> AskDialog:
        """The last change of every lease from a sheet whose day is not known."""
        return self.dialogs.fixing([row.lease.id for row in self._of(WhyNot.FIXING_UNKNOWN)])

    def toggle(self, offered: Offered) -> None:
        """Take one out, or in; one that cannot be adjusted is opened instead."""
        if not offered.row.can:
            self.navigator.open(PageId.LEASE, Ref("lease", offered.row.lease.id), "rent")
            return
        self._turned ^= {offered.row.lease.id}
        self._show()

    def _choose(self, *, every: bool) -> None:
        self._turned = {row.lease.id for row in self._found if row.staff is every}
        self._show()

    def show_list(self) -> DocumentDialog | None:
        """The list as it stands now, to be read over and printed."""
        effective = self.effective_on
        if effective is None:
            return None
        rows = [row for row in self._found if self._is_chosen(row) or not row.can]
        paper = self.office.letters.preview(self.office.rent_round.paper(rows, effective))
        dialog = DocumentDialog(
            self.tr("Husleieregulering"),
            self.tr("Listen viser det som er valgt nå. Den lagres ikke."),
            ((self.tr("Husleieregulering"), paper),),
            self.window(),
        )
        dialog.open()
        return dialog

    # the letters

    def make(self) -> None:
        """All letters, in a job that stops at a whole one."""
        chosen, effective = self.chosen, self.effective_on
        clear(self.told)
        if effective is None or not chosen:
            return
        self._job.run(
            len(chosen),
            self.tr("Lager varsler"),
            lambda office, go_on: office.rent_round.make(chosen, effective, go_on),
            self._made,
        )

    def _made(self, result: RoundResult) -> None:
        """Say how it went."""
        self.reload()
        left = self.tr(" {} ble ikke laget fordi du stoppet.").format(result.left)
        self.told.addWidget(
            Callout(
                ChipKind.OK,
                self.tr("{} er laget").format(plural(result.made, "varsel", "varsler")),
                self.tr("Leien endres bare for dem som får brevet sendt i tide.")
                + (left if result.left else ""),
                Button(self.tr("Se brevene"), partial(self.navigator.open, PageId.LETTERS)),
            )
        )
        for each in result.not_made[:MOST_TOLD]:
            ref = Ref("lease", each.lease)
            open_it = Button(
                self.tr("Åpne leien"), partial(self.navigator.open, PageId.LEASE, ref, "rent")
            )
            open_it.setAccessibleDescription(each.number)
            what = self.tr("{} fikk ikke varsel").format(each.number)
            self.told.addWidget(
                Callout(ChipKind.SOON, what, message(OfficeError(each.code)), open_it)
            )
