"""«Påminnelser»: a friendly reminder to everyone it is time to speak with, in one job."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.arrears.steps.claims.model import RemindersMade
from app.arrears.steps.model import ArrearsRow
from app.core.errors import OfficeError
from app.core.ids import LeaseId, Ref
from app.core.money import format_kroner
from app.core.text import plural
from app.office import Office
from ui.arrears.tracks.words import children_words, reason_words
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, button_line
from ui.kit.cards import Callout, Card, clear
from ui.kit.chips import Chip, ChipKind
from ui.kit.empty import EmptyState
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.page import ScrollBody
from ui.kit.progress import JobProgress
from ui.kit.rows import Row, Shape
from ui.labels import day, message, named
from ui.letter_job import LetterJob
from ui.navigation import Navigator, PageId

MOST_TOLD = 5
"""Up to so many that got no letter are told one by one."""


class RemindersView(ScrollBody):
    """All are chosen to begin with; Enter takes one out or in. The letters are sent from «Brev»."""

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._office, self._navigator = office, navigator
        self._rows: tuple[ArrearsRow, ...] = ()
        self._out: set[LeaseId] = set()
        self._job = LetterJob(office, navigator, navigator.failed.emit, self)
        self.list = RowList(self.tr("Får påminnelse"), Shape.TODAY, whole=True)
        self.list.activated_key.connect(self.toggle)
        self.make_button = Button(
            self.tr("Lag påminnelsene"), self.make, kind=ButtonKind.PRIMARY, icon=Icon.LETTER
        )
        self.nothing = EmptyState(
            self.tr("Ingen skal ha påminnelse i dag"),
            self.tr("Når en husleie ikke er betalt, står den her dagen etter forfall."),
        )
        self.told = QVBoxLayout()
        self.told.setSpacing(fonts.px(8))
        self._card = Card(self.tr("Vennlig påminnelse"), icon=Icon.LETTER, flush=True)
        line = button_line(self.make_button, inset=True)
        line.addWidget(JobProgress(navigator.jobs), 4)
        self._card.add(line, self.nothing, self.list)  # the button in sight over a long list
        self._holder = QWidget()
        self._holder.setLayout(self.told)
        self.told.setContentsMargins(0, 0, 0, 0)
        self._holder.hide()
        self.add(self._holder, self._card)

    @property
    def chosen(self) -> tuple[LeaseId, ...]:
        """Those who get a letter."""
        leases = (row.tenancy.lease for row in self._rows)
        return tuple(lease for lease in leases if lease not in self._out)

    def begin(self) -> None:
        """The keyboard starts in the list."""
        (self.list if self._rows else self.make_button).setFocus()

    def reload(self) -> None:
        """Show everyone it is time for."""
        self._rows = self._office.arrears_letters.friendly()
        self._out &= {row.tenancy.lease for row in self._rows}
        self._show()

    def toggle(self, key: object) -> None:
        """Take one out, or in."""
        self._out ^= {row.tenancy.lease for row in self._rows if row.tenancy.lease == key}
        self._show()

    def _show(self) -> None:
        self.list.set_rows([self._row(row) for row in self._rows])
        self.list.setVisible(bool(self._rows))
        self.nothing.setVisible(not self._rows)
        count = len(self.chosen)
        words = plural(count, self.tr("påminnelse"), self.tr("påminnelser"))
        self.make_button.setVisible(bool(self._rows))
        self.make_button.set_words(self.tr("Lag {}").format(words))
        self.make_button.set_off("" if count else self.tr("Ingen er valgt."))

    def _row(self, row: ArrearsRow) -> Row:
        """Chosen or not by word and shape, children first, the sum at the right."""
        out = row.tenancy.lease in self._out
        chip = (
            Chip(ChipKind.NO, self.tr("Tatt ut")) if out else Chip(ChipKind.OK, self.tr("Får brev"))
        )
        facts = (children_words(row.children), reason_words(row.next))
        since = self.tr("siden {}").format(day(row.owed.since)) if row.owed.since else ""
        return Row(
            row.tenancy.lease,
            named(row.tenancy.tenant_name),
            " · ".join(fact for fact in facts if fact),
            chip,
            when=format_kroner(row.owed.total),
            how_long=since,
            action=self.tr("Ta inn") if out else self.tr("Ta ut"),
        )

    def make(self) -> None:
        """All letters, in a job that stops at a whole one."""
        chosen = self.chosen
        clear(self.told)
        self._holder.hide()
        if chosen:
            self._job.run(
                len(chosen),
                self.tr("Lager påminnelser"),
                lambda office, go_on: office.arrears_letters.remind_all(chosen, go_on),
                self._made,
            )

    def _made(self, result: RemindersMade) -> None:
        """Say how it went."""
        self.reload()
        self._holder.show()
        words = plural(len(result.made), self.tr("påminnelse"), self.tr("påminnelser"))
        left = self.tr(" {} ble ikke laget fordi du stoppet.").format(result.left)
        self.told.addWidget(
            Callout(
                ChipKind.OK,
                self.tr("{} er laget").format(words),
                self.tr("De ligger under «Brev» og er ikke sendt ennå.")
                + (left if result.left else ""),
                Button(self.tr("Se brevene"), partial(self._navigator.open, PageId.LETTERS)),
            )
        )
        for each in result.not_made[:MOST_TOLD]:
            ref = Ref("lease", each.lease)
            go = partial(self._navigator.open, PageId.TENANCY_ARREARS, ref)
            button = Button(self.tr("Åpne restansen"), go)
            button.setAccessibleDescription(each.number)
            what = self.tr("{} fikk ikke påminnelse").format(each.number)
            self.told.addWidget(
                Callout(ChipKind.SOON, what, message(OfficeError(each.code)), button)
            )
