"""A lease that is made: where its term stands, what was agreed, its papers and its history."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.ids import Ref
from app.core.money import format_kroner
from app.leases.model import Lease, LeaseKind, LeaseState
from app.letters.model import DocumentRow, DocumentState, Source
from app.office import Office
from app.people.model import AddressProtection
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize, IconButton
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import Chip, ChipKind
from ui.kit.fonts import Type
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.kit.list import RowList
from ui.kit.page import Page as Frame
from ui.kit.page import ScrollBody
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.shell import Room, WithPanel
from ui.kit.timeline import Timeline
from ui.kit.words import Label
from ui.labels import day, named, near_day, title_word
from ui.leases.columns import PROTECTED
from ui.leases.ladder import Ladder
from ui.leases.words import ladder, marks_words, request_window, state_chip
from ui.navigation import Navigator, PageId
from ui.past import PastRow, changes, of

PANEL = 300
_PAPER_CHIPS = {
    DocumentState.FINISHED: (ChipKind.WAITING, "Usendt"),
    DocumentState.DISPATCHED: (ChipKind.INFO, "Sendt"),
    DocumentState.ARRIVED: (ChipKind.OK, "Framme"),
    DocumentState.RETURNED: (ChipKind.URGENT, "I retur"),
    DocumentState.ANNULLED: (ChipKind.NOT_STARTED, "Annullert"),
    DocumentState.SUPERSEDED: (ChipKind.NOT_STARTED, "Erstattet"),
}
_ENDED = {LeaseState.CANCELLED, LeaseState.ENDED}


class Standing(QWidget):
    """Made anew whenever the lease has changed."""

    sign_wanted = Signal()
    cancel_wanted = Signal()
    renew_wanted = Signal()

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._office, self._navigator, self.lease = office, navigator, lease
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
            chips=(state_chip(lease.state),),
            primary=self.primary,
            secondary=secondary,
            extra=(self.about,),
        )
        self._build()

    def _where(self) -> str:
        if self._tenant.protection is not AddressProtection.NONE:
            return PROTECTED
        return self._office.dwellings.get(self.lease.draft.dwelling).address

    def _ways(self) -> tuple[Button | None, tuple[Button, ...]]:
        primary = partial(Button, kind=ButtonKind.PRIMARY)
        if self.lease.state is LeaseState.TO_SIGN:
            sign = primary(self.tr("Registrer underskrift"), self.sign_wanted.emit, icon=Icon.SIGN)
            return sign, (Button(self.tr("Blir ikke brukt …"), self.cancel_wanted.emit),)
        if self.lease.state in _ENDED:
            return None, ()
        renew = primary(self.tr("Ny avtale etter denne"), self.renew_wanted.emit, icon=Icon.NEW)
        return renew, ()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(self.header)
        outer.addWidget(frame)
        body = ScrollBody()
        alarm = self._alarm()
        if alarm is not None:
            body.add(alarm)
        if self.lease.to_check:
            marks = marks_words(self.lease.to_check)
            body.add(Callout(ChipKind.SOON, self.tr("Må ses over"), marks))
        body.add(self._term(), self._papers(), self._agreed())
        past: Timeline[PastRow] = Timeline(self.tr("Historikk"), partial(changes, self._office))
        past.set_lines(of(self._office, Ref("lease", self.lease.id)))
        side = ScrollBody()
        side.setAutoFillBackground(True)  # where it is narrow it lies over the cards
        side.setAccessibleName(self.tr("Historikk"))
        side.add(past)
        self.both = WithPanel(body, side, PANEL)
        frame.add(self.both, stretch=True)

    def begin(self) -> None:
        """The keyboard starts on the next step, or on the first way on of one that is over."""
        (self.primary or self._ways_on[0]).setFocus()

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
        if self.lease.state is LeaseState.TO_SIGN:
            return Callout(
                ChipKind.INFO,
                self.tr("Avtalen venter på underskrift."),
                self.tr(
                    "Send den under «Brev» eller lever den. Registrer dagen når begge har skrevet"
                    " under. Da er boligen leid ut."
                ),
            )
        end = self.lease.draft.end
        if end is None:
            return None
        window = request_window(end, self._office.settings.parameters)
        if self.lease.state is LeaseState.PAST_TERM:
            return Callout(
                ChipKind.URGENT,
                self.tr("Leietiden er ute. Siste trygge dag er {}.").format(
                    day(window.last_safe_day)
                ),
                self.tr(
                    "Be leietakeren skriftlig om å flytte, eller lag en ny avtale. Ellers blir"
                    " leieforholdet tidsubestemt. Husleieloven §\u00a09-2 tredje ledd."
                ),
            )
        if self.lease.state is LeaseState.TURNED_OPEN_ENDED:
            return Callout(
                ChipKind.SOON,
                self.tr("Leieforholdet er gått over til tidsubestemt."),
                self.tr(
                    "Det gikk mer enn tre måneder uten flytteoppfordring. Husleieloven §\u00a09-2"
                    " tredje ledd."
                ),
            )
        return None

    def _term(self) -> Card:
        draft, today = self.lease.draft, self._office.clock.today()
        card = Card(self.tr("Leietid"), icon=Icon.LEASES)
        if draft.open_ended:
            card.set_fact(self.tr("Tidsubestemt"))
        steps = ladder(draft.start, draft.end, today, self._office.settings.parameters)
        card.add(Ladder(steps, today))
        return card

    def _papers(self) -> Card:
        card = Card(self.tr("Dokumenter"), icon=Icon.DOCUMENT, flush=True)
        papers = self._office.letters.of(Ref("lease", self.lease.id))
        rows = RowList(self.tr("Dokumenter"), Shape.TODAY, whole=True)
        rows.set_rows([self._paper(paper) for paper in papers])
        rows.activated_key.connect(self._open_paper)
        if papers:
            card.add(rows)
        else:
            rows.deleteLater()
            none = Label(
                self.tr("Ingen. Avtalen ble hentet inn fra et regneark."),
                Type.HELP,
                Token.TEXT2,
                wrap=True,
            )
            none.setContentsMargins(fonts.px(16), 0, fonts.px(16), fonts.px(10))
            card.add(none)
        card.set_count(len(papers))
        return card

    def _paper(self, paper: DocumentRow) -> Row:
        received = paper.source is Source.RECEIVED
        made = self.tr("Mottatt") if received else self.tr("Laget")
        today = self._office.clock.today()
        sent = self.tr("Sendt {}.").format(day(paper.sent_on)) if paper.sent_on else ""
        return Row(
            paper.id,
            title_word(paper.kind),
            f"{made} {day(paper.issued_at.date())}. {sent}".strip(),
            Chip(ChipKind.OK, made) if received else Chip(*_PAPER_CHIPS[paper.state]),
            when=near_day(paper.issued_at.date(), today),
            how_long=paper.number,
            action=self.tr("Se dokumentet"),
            action_icon=Icon.DOCUMENT,
        )

    def _open_paper(self, key: object) -> None:
        if isinstance(key, int):
            self._navigator.open(PageId.LETTERS, Ref("document", key))

    def _agreed(self) -> Card:
        card = Card(self.tr("Avtalt"), icon=Icon.LIST)
        row = QHBoxLayout()
        row.setSpacing(fonts.px(8))
        self._ways_on = self._links()
        for link in self._ways_on:
            row.addWidget(link)
        row.addStretch(1)
        card.add(Facts(self._facts()), row)
        return card

    def _facts(self) -> Sequence[Fact]:
        draft = self.lease.draft
        kind = (
            self.tr("Tidsubestemt")
            if draft.kind is LeaseKind.OPEN_ENDED
            else title_word(draft.kind)
        )
        rent = format_kroner(draft.rent) if draft.rent is not None else ""
        facts = [
            Fact(self.tr("Type"), kind),
            Fact(self.tr("Underskrevet"), day(self.lease.signed_on)),
            Fact(self.tr("Husleie per måned"), rent),
            Fact(self.tr("Forfall"), self.tr("Den {}.").format(draft.due_day)),
            Fact(self.tr("KID"), draft.kid),
        ]
        if draft.deposit > 0:
            facts.append(Fact(self.tr("Depositum"), format_kroner(draft.deposit)))
        if draft.guarantee > 0:
            words = f"{format_kroner(draft.guarantee)}, {draft.guarantor}"
            facts.append(Fact(self.tr("Garanti"), words))
        return facts

    def _links(self) -> list[Button]:
        links = [(self.tr("Åpne leietakeren"), Icon.PERSON, Ref("person", self._tenant.id))]
        if self._tenant.protection is AddressProtection.NONE:
            home = Ref("dwelling", self.lease.draft.dwelling)
            links.append((self.tr("Åpne boligen"), Icon.DWELLINGS, home))
        if self.lease.draft.vedtak is not None:
            vedtak = Ref("vedtak", self.lease.draft.vedtak)
            links.append((self.tr("Åpne vedtaket"), Icon.DOCUMENT, vedtak))
        go = self._navigator.open_ref
        return [
            Button(words, partial(go, ref), icon=icon, size=ButtonSize.SMALL)
            for words, icon, ref in links
        ]
