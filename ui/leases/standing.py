"""A lease that is made: where its term stands, what was agreed, its papers and its history."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.ids import Ref
from app.leases.model import Lease, LeaseState
from app.office import Office
from app.people.model import AddressProtection
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, IconButton, Segments
from ui.kit.cards import Callout
from ui.kit.chips import Chip, ChipKind
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.kit.page import Page as Frame
from ui.kit.page import ScrollBody
from ui.kit.shell import Room, WithPanel
from ui.kit.timeline import Timeline
from ui.labels import named
from ui.leases.columns import PROTECTED
from ui.leases.next_step import next_of
from ui.leases.parts import PARTS, PartSpec
from ui.leases.term.part import TermPart
from ui.leases.term.words import alarm
from ui.leases.words import marks_words, state_chip
from ui.navigation import Navigator, PageId
from ui.past import PastRow, changes, of

PANEL = 300


class Standing(QWidget):
    """Made anew whenever the lease has changed."""

    sign_wanted = Signal()
    cancel_wanted = Signal()
    renew_wanted = Signal()
    part_wanted = Signal(str)

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        lease: Lease,
        shown: PartSpec,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._navigator, self.lease, self.shown = office, navigator, lease, shown
        self._order = office.orders.of(lease.id)
        self._tenant = office.people.get(lease.draft.tenant)
        self._address = self._where()
        self.primary, secondary = self._ways()
        self.about = IconButton(
            Icon.HISTORY,
            self.tr("Historikk"),
            self._open_panel,
            kind=ButtonKind.SECONDARY,
            key=Key.SIDE_PANEL.sequence,
        )
        self.header = PageHeader(
            self.tr("Leieavtale {}").format(lease.number),
            f"{named(self._tenant.name)} · {self._address}",
            chips=(self._chip(),),
            primary=self.primary,
            secondary=secondary,
            extra=(self.about,),
        )
        self._build()

    def _where(self) -> str:
        if self._tenant.protection is not AddressProtection.NONE:
            return PROTECTED
        return self._office.dwellings.get(self.lease.draft.dwelling).address

    def _chip(self) -> Chip:
        if self._order is not None and self.lease.state is LeaseState.TO_SIGN:
            return Chip(ChipKind.WAITING, self.tr("Bestilt hos eieren"))
        return state_chip(self.lease.state)

    def _ways(self) -> tuple[Button | None, tuple[Button, ...]]:
        primary = partial(Button, kind=ButtonKind.PRIMARY)
        if self.lease.state is LeaseState.TO_SIGN:
            sign = primary(self.tr("Registrer underskrift"), self.sign_wanted.emit, icon=Icon.SIGN)
            return sign, (Button(self.tr("Blir ikke brukt …"), self.cancel_wanted.emit),)
        step = next_of(self._office, self.lease)
        if step is None or step.home == self.shown.task:  # the part has the button itself
            return None, ()
        return primary(step.words, partial(self._choose, step.task), icon=step.icon), ()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(self.header)
        outer.addWidget(frame)
        alarm = self._alarm()
        if alarm is not None:
            frame.add(alarm)
        if self.lease.to_check:
            marks = marks_words(self.lease.to_check)
            frame.add(Callout(ChipKind.SOON, self.tr("Må ses over"), marks))
        choices = [(spec.task, spec.words) for spec in PARTS]
        name = self.tr("Del av leieforholdet")
        self.parts = Segments(name, choices, self.shown.task, wraps=True)
        self.parts.chosen.connect(self._turn)
        frame.add(self.parts)
        self.part = self.shown.make(self._office, self._navigator, self.lease)
        if isinstance(self.part, TermPart):
            self.part.renew_wanted.connect(self.renew_wanted)
        past: Timeline[PastRow] = Timeline(self.tr("Historikk"), partial(changes, self._office))
        past.set_lines(of(self._office, Ref("lease", self.lease.id)))
        side = ScrollBody()
        side.setAutoFillBackground(True)  # where it is narrow it lies over the cards
        side.setAccessibleName(self.tr("Historikk"))
        side.add(past)
        self.both = WithPanel(self.part, side, PANEL)
        frame.add(self.both, stretch=True)

    def begin(self) -> None:
        """The keyboard starts on the next step, at the top or in the part that has it."""
        if self.primary is not None:
            self.primary.setFocus()
        else:
            self.part.begin()

    def _choose(self, task: object) -> None:
        self._navigator.open(PageId.LEASE, Ref("lease", self.lease.id), str(task))

    def _turn(self, task: object) -> None:
        """At once, before the next key: it is meant for the part that is to be shown."""
        self.part_wanted.emit(str(task))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self.about.setVisible(Room.of(fonts.room(self.window().width())) is not Room.WIDE)

    def _open_panel(self) -> None:
        if self.both.floats and self.both.panel.isVisible():
            self.both.close_panel()
        else:
            self.both.open_panel()

    def _alarm(self) -> Callout | None:
        """What the law will do by itself, and what to do about it (HL-42)."""
        if self._order is not None and self.lease.state is LeaseState.TO_SIGN:
            return Callout(
                ChipKind.INFO,
                self.tr("Avtalen er bestilt hos {}.").format(self._order.owner_name),
                self.tr(
                    "Send bestillingen under «Brev» med avtalen som vedlegg. Registrer dagen når"
                    " avtalen er kommet tilbake underskrevet."
                ),
            )
        if self.lease.state is LeaseState.TO_SIGN:
            return Callout(
                ChipKind.INFO,
                self.tr("Avtalen venter på underskrift."),
                self.tr(
                    "Send den under «Brev» eller lever den. Registrer dagen når begge har skrevet"
                    " under. Da er boligen leid ut."
                ),
            )
        return alarm(self._office, self.lease)
