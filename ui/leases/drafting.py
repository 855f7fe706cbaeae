"""A lease being written: the form left, the document right, one way on."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.days import clock_time
from app.core.errors import Invalid, OfficeError
from app.core.money import Ore, format_kroner
from app.leases.model import LeaseDraft
from app.office import Office
from app.people.model import AddressProtection
from ui.kit import fonts
from ui.kit.beside import Beside, Desk
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Fact
from ui.kit.chips import Chip, ChipKind
from ui.kit.form import ProblemChip
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key, bind
from ui.kit.page import Page as Frame
from ui.labels import message, named
from ui.leases.columns import PROTECTED
from ui.leases.form import LeaseForm
from ui.leases.keeping import Keeping
from ui.leases.words import clause_words

PAUSE_MS = 120


class Drafting(QWidget):
    """`issue_wanted` when it is right and is to be made; `discard_wanted` to drop it."""

    issue_wanted = Signal()
    discard_wanted = Signal()

    def __init__(
        self, office: Office, keeping: Keeping, number: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office, self.keeping = office, keeping
        self._saving = self._undrawn = False
        self.shown = keeping.draft
        self.form = LeaseForm(*self._about(self.shown), office.clock.today)
        waiting = self.tr("Avtalen vises her.")
        self.desk = Desk(self.tr("Avtalen"), waiting)
        self.ordered = office.orders.wanted(self.shown.dwelling) and keeping.kept
        self.issue = Button(
            self.tr("Bestill leieavtalen …") if self.ordered else self.tr("Lag leieavtalen"),
            self.issue_wanted.emit,
            kind=ButtonKind.PRIMARY,
            icon=Icon.DOCUMENT,
            key=Key.FINISH.sequence,
        )
        self.discard = Button(self.tr("Kast utkastet"), self.discard_wanted.emit)
        self.header = PageHeader(
            self.tr("Ny leieavtale"),
            chips=(Chip(ChipKind.NOT_STARTED, number),) if number else (),
            primary=self.issue,
            secondary=(self.discard,),
            extra=(ProblemChip(self.form),),
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.draw)
        self._build()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(self.header)
        outer.addWidget(frame)
        words = (self.tr("Skjema"), self.tr("Leieavtalen"))
        self.beside = Beside(self.form, self.desk, words)
        frame.add(self.beside, stretch=True)
        self.form.left.connect(lambda _name: self.save())
        bind(Key.NEXT_PROBLEM, self, self.form.jump_to_first)
        self._tell_saved(saved=False)
        self.form.fill(self.shown)
        self._judge()
        self.draw()

    def _about(self, draft: LeaseDraft) -> tuple[list[Fact], list[str], str]:
        """Who and where, the conditions that come from the vedtak, and which vedtak."""
        tenant = self._office.people.get(draft.tenant)
        open_address = tenant.protection is AddressProtection.NONE
        dwelling = self._office.dwellings.get(draft.dwelling)
        facts = [
            Fact(self.tr("Leietaker"), named(tenant.name)),
            Fact(self.tr("Bolig"), dwelling.address if open_address else PROTECTED),
        ]
        if draft.vedtak is None:
            return facts, [], ""
        vedtak = self._office.decisions.get(draft.vedtak)
        conditions = [condition.duty for condition in vedtak.draft.conditions]
        return facts, conditions, self.tr("Vedtak {}, innvilget").format(vedtak.number)

    def begin(self) -> None:
        """The keyboard starts in the first field."""
        self.form.field(self.form.names[0]).control.setFocus()

    def _keep_in_sight(self) -> None:
        """What is told or taken away above the field moves it; the one typed in is followed."""
        focus = self.window().focusWidget()
        if focus is not None and self.form.isAncestorOf(focus):
            self.beside.body.ensureWidgetVisible(focus, 0, fonts.px(60))

    # saving

    def save(self) -> None:
        """Keep what the fields hold, and say what is right and wrong about it."""
        draft = self.form.draft(self.shown)
        self._saving = True
        try:
            self.keeping.save(draft)
        except Invalid as error:
            self.form.tell(error.problems)
            return
        finally:
            self._saving = False
        self.shown = self.keeping.draft
        self.form.suit(self.shown)
        self._tell_saved(saved=True)
        self._judge()
        self._pause.start()

    def save_typed(self) -> None:
        """Keep what stands in a field that was not left yet; later it is left without a trace."""
        for name in self.form.names:
            self.form.field(name).leave()

    def rest(self) -> None:
        """The page is left: keep what is typed, and draw when it is seen again."""
        self.save_typed()
        self._undrawn = self._undrawn or self._pause.isActive()
        self._pause.stop()

    def refresh(self) -> None:
        """Show the draft as the register has it, if something else changed it (undo)."""
        if self._undrawn:
            self.draw()
        if self._saving or self.keeping.draft == self.shown:
            return
        self.shown = self.keeping.draft
        self.form.fill(self.shown)
        self._judge()
        self._pause.start()

    def _tell_saved(self, *, saved: bool) -> None:
        if not self.keeping.kept:
            self.header.set_subtitle(
                self.tr("Strengt fortrolig adresse: ingenting lagres. Gjør avtalen ferdig nå.")
            )
            return
        words = self.tr("Alt lagres mens du skriver")
        if saved:
            at = clock_time(self._office.clock.now().time())
            words = self.tr("{} · lagret {}").format(words, at)
        self.header.set_subtitle(words)

    # what is right and wrong

    def _judge(self) -> None:
        self.form.tell(self.keeping.problems())
        lacks = clause_words(self.keeping.problems()) or self.form.summary
        self.issue.set_off(lacks)
        self.desk.lacks(lacks)
        self._praise(self.shown)
        QTimer.singleShot(0, self, self._keep_in_sight)  # once it is laid out

    def _praise(self, draft: LeaseDraft) -> None:
        """The green line, where the law's limit has been checked (HL-14, HL-17)."""
        total = Ore(draft.deposit + draft.guarantee)
        if draft.rent is None or draft.rent <= 0 or total <= 0:
            return
        today = self._office.clock.today()
        months = self._office.settings.parameters.whole("hl.deposit_max_months", today)
        limit = Ore(draft.rent * months)
        if total <= limit:
            words = self.tr("Under grensen, seks måneders leie: {}").format(format_kroner(limit))
            self.form.show_good("deposit" if draft.deposit > 0 else "guarantee", words)

    def draw(self) -> None:
        """The document as it would be now."""
        self._undrawn = False
        try:
            data = self.keeping.preview()
        except OfficeError as error:
            self.desk.say(message(error))
            return
        if data is None:
            self.desk.say(self.tr("Avtalen vises når den lages. Da skriver du den ut med en gang."))
        else:
            self.desk.show_data(data)

    def release(self) -> None:
        """Let the document go."""
        self._pause.stop()
        self.desk.clear()
