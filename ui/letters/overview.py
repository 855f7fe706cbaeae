"""The letters at a glance: to send, under way, and the list of all."""

from collections.abc import Sequence
from enum import Enum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.dated import Starts
from app.core.ids import DocumentId, LeaseId, Ref
from app.core.text import grouped, plural
from app.letters.model import DocumentKind, DocumentState, KeptRow, ToSendRow
from app.office import Office
from ui.kit.buttons import Button, ButtonKind, ButtonSize, Segments
from ui.kit.chips import ChipKind
from ui.kit.empty import EmptyState
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.page import Page as Frame
from ui.kit.page import ScrollBody
from ui.kit.print_many import PrintManyDialog
from ui.kit.row_groups import RowGroup, RowGroups
from ui.kit.rows import Row
from ui.labels import day, near_day, title_word, until
from ui.letters.register import Register
from ui.letters.verbs import Verbs
from ui.letters.words import state_chip, to_whom, waiting_chip, why
from ui.navigation import Navigator, PageId

MOST_UNDER_WAY = 50
"""So many of those under way are shown as rows: the newest, which there still is something to do
with. An office that never tells what has arrived has thousands."""


class View(Enum):
    """Which of the two ways to look at them."""

    GOING_OUT = "going_out"
    ALL = "all"


class Overview(QWidget):
    """What must be sent first, what is under way next; or the table of every document.

    `told` when other rows are shown.
    """

    told = Signal()

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._navigator = office, navigator
        self._verbs = Verbs(office, navigator, self)
        self._waiting: tuple[ToSendRow, ...] = ()
        self._make_header()
        self.groups = RowGroups()
        self.register = Register(office)
        self._build()

    def _make_header(self) -> None:
        self.send = Button(
            self.tr("Registrer som sendt …"),
            self._send,
            kind=ButtonKind.PRIMARY,
            icon=Icon.SEND,
        )
        choices = (
            (View.GOING_OUT, self.tr("Ikke framme")),
            (View.ALL, self.tr("Alle")),
        )
        self.choice = Segments(self.tr("Vis"), choices, View.GOING_OUT)
        self.print = Button(self.tr("Skriv ut alle …"), self._print, icon=Icon.PRINT)
        self.export = Button(self.tr("Eksporter"), icon=Icon.EXPORT, key="Ctrl+E")
        self.header = PageHeader(
            self.tr("Brev"),
            primary=self.send,
            secondary=(self.print, self.export),
            extra=(self.choice,),
        )

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(self.header)
        outer.addWidget(frame)
        self._stack = QStackedWidget()
        frame.add(self._stack, stretch=True)
        body = ScrollBody()
        body.add(self.groups)
        self._stack.addWidget(body)
        self._stack.addWidget(self.register)
        self._stack.addWidget(self._nothing())
        self.choice.chosen.connect(lambda _value: self._show())
        self.groups.activated_key.connect(self._open)
        self.register.changed.connect(self._show)
        self.register.table.opened.connect(lambda row: self._open(row.document.id))

    def _nothing(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingen brev venter"),
            self.tr("Alt som er laget, er sendt og kommet fram. Nye brev legger seg her selv."),
            secondary=Button(self.tr("Se alle dokumenter"), self.show_all),
            quiet=Button(
                self.tr("Til søknadene"),
                partial(self._navigator.open, PageId.APPLICATIONS),
                kind=ButtonKind.QUIET,
            ),
        )

    # what is shown

    def read(self) -> None:
        """Read the letters anew."""
        letters = self._office.letters
        self._waiting = letters.to_send()
        self.register.forget()
        whole, on_their_way = letters.under_way(MOST_UNDER_WAY)
        facts = (
            self.tr("{} skal sendes").format(grouped(len(self._waiting))),
            self.tr("{} på vei").format(grouped(whole)),
            plural(letters.count(), self.tr("dokument"), self.tr("dokumenter")),
        )
        self.header.set_subtitle(" · ".join(facts))
        held = self.window().focusWidget() is self.send
        self.send.set_off("" if self._waiting else self.tr("Ingen brev venter på å bli sendt."))
        kept = any(row.kept for row in self._waiting)
        self.print.set_off("" if kept else self.tr("Ingen brev venter på å bli sendt."))
        self.groups.set_groups(self._grouped(on_their_way, whole))
        self._show()
        if held and not self._waiting:  # nothing more to send: the keyboard goes on to the rest
            groups = self.groups.groups
            (groups[0].list if groups else self.choice).setFocus()

    def _grouped(self, on_their_way: Sequence[KeptRow], whole: int) -> list[RowGroup]:
        groups = []
        if self._waiting:
            rows = [self._waiting_row(row) for row in self._waiting]
            note = self.tr("Eldst først")
            groups.append(RowGroup(self.tr("Skal sendes"), rows, Icon.SEND, note))
        if on_their_way:
            groups.append(self._under_way(on_their_way, whole))
        return groups

    def _under_way(self, newest: Sequence[KeptRow], whole: int) -> RowGroup:
        """The newest, with a way to the others where they are many."""
        rows = [self._sent_row(row) for row in newest]
        note, link = self.tr("Registrer dagen det kom fram, eller at det kom i retur"), None
        if whole > len(rows):
            note = self.tr("De {} nyeste").format(len(rows))
            quiet, small = ButtonKind.QUIET, ButtonSize.SMALL
            link = Button(self.tr("Se alle sendte"), self._show_sent, kind=quiet, size=small)
        return RowGroup(self.tr("På vei"), rows, Icon.LETTER, note, count=whole, link=link)

    def _show_sent(self) -> None:
        self.show_all()
        self.register.filters.clear()
        self.register.state.set_value(DocumentState.DISPATCHED)
        self.register.table.view.setFocus()

    def _waiting_row(self, row: ToSendRow) -> Row:
        today = self._office.clock.today()
        chip = waiting_chip(row, today)
        since = row.returned_on or row.issued_on
        verb = self.tr("kom i retur") if row.returned_on else self.tr("laget")
        return Row(
            row.id,
            to_whom(row.kind, row.name),
            why(row.kind, signed=self._signed(row)),
            chip,
            when=near_day(since, today),
            how_long=f"{verb} {until(today, since)}" if since != today else verb,
            paragraph=row.number,
            tone=chip.kind.tone if chip.kind is ChipKind.URGENT else None,
            action=self.tr("Se brevet"),
            action_icon=Icon.LETTER,
        )

    def _signed(self, row: ToSendRow) -> bool:
        if row.kind is not DocumentKind.LEASE or row.case.kind != "lease":
            return False
        return self._office.leases.get(LeaseId(row.case.id)).signed_on is not None

    def _sent_row(self, row: KeptRow) -> Row:
        today, document = self._office.clock.today(), row.document
        sent, channel = document.sent_on or today, document.channel
        how = title_word(channel) if channel else self.tr("Sendt")
        counted = self._office.letters.counted_from(
            document.id, Starts.ARRIVED, self._office.settings.parameters
        )
        assumed = self.tr(", regnes framme {}").format(day(counted.day)) if counted.day else ""
        return Row(
            document.id,
            to_whom(document.kind, row.name),
            f"{how}{assumed}",
            state_chip(document.state, to_send=True),
            when=near_day(sent, today),
            how_long=self.tr("sendt {}").format(until(today, sent)),
            paragraph=document.number,
            action=self.tr("Se brevet"),
            action_icon=Icon.LETTER,
        )

    def show_all(self) -> None:
        """The table of every document."""
        self.choice.set_value(View.ALL)
        self._show()

    @property
    def shows_all(self) -> bool:
        """Whether it is the table that is shown."""
        return self.choice.value is View.ALL

    def _show(self) -> None:
        everything = self.shows_all
        if everything:
            self.register.fill()
        self.print.setVisible(not everything)
        self.export.setVisible(everything)
        nothing = not everything and not self.groups.groups
        self._stack.setCurrentIndex(1 if everything else 2 if nothing else 0)
        self.told.emit()

    # going on

    def _open(self, key: object) -> None:
        if isinstance(key, int):
            self._navigator.open(PageId.LETTERS, Ref("document", DocumentId(key)))

    def _print(self) -> None:
        """All that wait, in one print."""
        read = self._office.letters.content
        documents = [partial(read, row.id) for row in self._waiting if row.kept]
        title = self.tr("Skriv ut alle som skal sendes")
        PrintManyDialog(title, documents, self._navigator.failed.emit, self.window()).open()

    def _send(self) -> None:
        if self._waiting:
            self._verbs.sent_together(self._waiting)
