"""The letters at a glance: to send, under way, and the list of all."""

from collections.abc import Sequence
from enum import Enum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.dated import Starts
from app.core.ids import DocumentId, LeaseId, Ref
from app.core.text import plural
from app.letters.model import DocumentKind, DocumentState, KeptRow, ToSendRow
from app.office import Office
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, Segments
from ui.kit.chips import ChipKind
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.page import Page as Frame
from ui.kit.page import ScrollBody
from ui.kit.print_many import PrintManyDialog
from ui.kit.row_groups import RowGroup, RowGroups
from ui.kit.rows import Row
from ui.kit.table import RecordTable
from ui.labels import day, near_day, title_word, until
from ui.letters.columns import COLUMNS
from ui.letters.verbs import Verbs
from ui.letters.words import state_chip, to_whom, under_way, waiting_chip, why
from ui.navigation import Navigator, PageId


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
        self._kept: tuple[KeptRow, ...] = ()
        self._make_header()
        self.groups = RowGroups()
        self._kind = Pill(
            self.tr("Type"), [Choice(kind, title_word(kind)) for kind in DocumentKind]
        )
        self._state = Pill(
            self.tr("Status"), [Choice(state, title_word(state)) for state in DocumentState]
        )
        self.filters = FilterRow(
            SearchField(self.tr("Finn navn eller nummer")), (self._kind, self._state)
        )
        self.table: RecordTable[KeptRow] = RecordTable(
            "letters",
            self.tr("Dokumenter"),
            RecordModel(COLUMNS),
            empty=EmptyState(
                self.tr("Ingen dokumenter ennå"),
                self.tr("Her står hvert brev, vedtak og hver avtale kontoret har laget."),
            ),
            identity=lambda row: row.document.id,
        )
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
        self._stack.addWidget(self._list())
        self._stack.addWidget(self._nothing())
        self.choice.chosen.connect(lambda _value: self._show())
        self.groups.activated_key.connect(self._open)
        self.filters.changed.connect(self._show)
        self.table.opened.connect(lambda row: self._open(row.document.id))
        self.table.clear_filters.connect(self.filters.clear)

    def _list(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(14))
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        return part

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
        self._waiting = self._office.letters.to_send()
        self.read_kept()
        on_their_way = [row for row in self._kept if under_way(row)]
        facts = (
            self.tr("{} skal sendes").format(len(self._waiting)),
            self.tr("{} på vei").format(len(on_their_way)),
            plural(len(self._kept), self.tr("dokument"), self.tr("dokumenter")),
        )
        self.header.set_subtitle(" · ".join(facts))
        held = self.window().focusWidget() is self.send
        self.send.set_off("" if self._waiting else self.tr("Ingen brev venter på å bli sendt."))
        kept = any(row.kept for row in self._waiting)
        self.print.set_off("" if kept else self.tr("Ingen brev venter på å bli sendt."))
        self.groups.set_groups(self._grouped(on_their_way))
        self._show()
        if held and not self._waiting:  # nothing more to send: the keyboard goes on to the rest
            groups = self.groups.groups
            (groups[0].list if groups else self.choice).setFocus()

    def read_kept(self) -> None:
        """Read every document anew, showing nothing: enough for the counts of the lists."""
        self._kept = self._office.letters.rows()

    def _grouped(self, on_their_way: Sequence[KeptRow]) -> list[RowGroup]:
        groups = []
        if self._waiting:
            rows = [self._waiting_row(row) for row in self._waiting]
            note = self.tr("Eldst først")
            groups.append(RowGroup(self.tr("Skal sendes"), rows, Icon.SEND, note))
        if on_their_way:
            rows = [self._sent_row(row) for row in on_their_way]
            note = self.tr("Registrer dagen det kom fram, eller at det kom i retur")
            groups.append(RowGroup(self.tr("På vei"), rows, Icon.LETTER, note))
        return groups

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

    @property
    def every(self) -> tuple[KeptRow, ...]:
        """All there are, whatever is filtered."""
        return self._kept

    def matching(self) -> list[KeptRow]:
        """Those the filters keep, whatever is searched for."""
        return [row for row in self._kept if self._matches(row)]

    def _show(self) -> None:
        self.table.search(self.filters.searched)
        whole, words = len(self._kept), self.filters.words
        self.table.set_rows(self.matching(), whole=whole, filtered_by=words)
        everything = self.shows_all
        self.print.setVisible(not everything)
        self.export.setVisible(everything)
        nothing = not everything and not self.groups.groups
        self._stack.setCurrentIndex(1 if everything else 2 if nothing else 0)
        self.told.emit()

    def _matches(self, row: KeptRow) -> bool:
        kinds, states = {None, row.document.kind}, {None, row.document.state}
        return self._kind.value in kinds and self._state.value in states

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
