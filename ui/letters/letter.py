"""One document: its pages, what became of it, and what can be recorded now."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from app.core.dated import Starts
from app.core.errors import FileProblem, OfficeError
from app.core.ids import Ref, VedtakId
from app.letters.model import (
    IN_PERSON,
    Dispatch,
    DocumentKind,
    DocumentState,
    Issued,
    MediaType,
    Source,
)
from app.office import Office
from app.people.model import AddressProtection
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize, IconButton
from ui.kit.cards import Card, Fact, Facts
from ui.kit.empty import EmptyState
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.kit.page import Page as Frame
from ui.kit.page import ScrollBody
from ui.kit.pdfview import PdfView
from ui.kit.printing import print_pdf
from ui.kit.shell import Room, WithPanel
from ui.kit.timeline import Timeline
from ui.labels import day, message, title_word
from ui.letters.pictures import as_pdf
from ui.letters.verbs import Verbs
from ui.letters.words import state_chip
from ui.navigation import PAGE_OF, Navigator
from ui.past import PastRow, changes, of

PANEL = 288
_ENDINGS = {MediaType.PDF: "pdf", MediaType.PNG: "png", MediaType.JPEG: "jpg"}


class LetterView(QWidget):
    """Made anew for each document, so that nothing of the one before is left."""

    def __init__(
        self, office: Office, navigator: Navigator, issued: Issued, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.issued = issued
        self._office, self._navigator = office, navigator
        self._verbs = Verbs(office, navigator, self)
        self._name, self._masked = self._whose()
        self._pages: PdfView | None = None
        self._data = b""
        self.state = office.letters.state(issued.id)
        self.dispatches = office.letters.dispatches(issued.id)
        self.print_button = Button(self.tr("Skriv ut"), self._print, icon=Icon.PRINT, key="Ctrl+P")
        self.save_button = Button(self.tr("Lagre kopi …"), self._save, icon=Icon.EXPORT)
        self.about = IconButton(
            Icon.INFO,
            self.tr("Opplysninger om dokumentet"),
            self._open_panel,
            kind=ButtonKind.SECONDARY,
            key=Key.SIDE_PANEL.sequence,
        )
        self.primary = self._primary()
        received = issued.source is Source.RECEIVED
        self.header = PageHeader(
            title_word(issued.kind),
            self._subtitle(received=received),
            chips=(state_chip(self.state, to_send=issued.to_send, received=received),),
            primary=self.primary,
            secondary=(self.print_button, self.save_button),
            extra=(self.about,),
        )
        self._build()

    def _whose(self) -> tuple[str, bool]:
        """Whose it is, and whether the address on it is shown with a reason only (ADR-03)."""
        if self.issued.person is None:
            return "", False
        person = self._office.people.get(self.issued.person)
        return person.name, person.protection is not AddressProtection.NONE

    def _subtitle(self, *, received: bool) -> str:
        made = self.tr("mottatt") if received else self.tr("laget")
        when = f"{made} {day(self.issued.issued_at.date())}"
        return " · ".join(part for part in (self._name, self.issued.number, when) if part)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self.about.setVisible(Room.of(fonts.room(self.window().width())) is not Room.WIDE)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(self.header)
        outer.addWidget(frame)
        self._desk = QStackedWidget()
        self.both = WithPanel(self._desk, self._panel(), PANEL)
        frame.add(self.both, stretch=True)
        self._lay_out()

    def _lay_out(self) -> None:
        """The pages, or why they are not shown; what cannot be shown cannot go out."""
        hidden = self.issued.kept and self._masked
        self._desk.addWidget(self._mask() if hidden else self._paper())
        self._desk.setCurrentIndex(self._desk.count() - 1)
        off = self.tr("Vis brevet først.") if hidden else self.tr("Innholdet er ikke lagret.")
        for button in (self.print_button, self.save_button):
            button.set_off("" if self._data else off)

    def _mask(self) -> EmptyState:
        return EmptyState(
            self.tr("Fortrolig adresse"),
            self.tr("Brevet viser adressen, og er derfor skjult. Skriv en grunn for å se det."),
            secondary=Button(
                self.tr("Vis brevet …"),
                lambda: self._verbs.show(self.issued, self.reveal),
                icon=Icon.SHOW,
            ),
            drawing=False,
        )

    def reveal(self) -> None:
        """The reason is logged: show the pages until the letter is left."""
        self._masked = False
        self._lay_out()

    def _primary(self) -> Button | None:
        """The next thing to record, by where the document stands."""
        if not self.issued.to_send:
            return None
        sending = self.state in {DocumentState.FINISHED, DocumentState.RETURNED}
        if sending:
            return Button(
                self.tr("Registrer som sendt"),
                lambda: self._verbs.sent(self.issued),
                kind=ButtonKind.PRIMARY,
                icon=Icon.SEND,
            )
        in_person = bool(self.dispatches) and self.dispatches[-1].channel in IN_PERSON
        if self.state is DocumentState.DISPATCHED and not in_person:
            return Button(
                self.tr("Kom fram"),
                lambda: self._verbs.arrived(self.issued),
                kind=ButtonKind.PRIMARY,
                icon=Icon.CHECK,
            )
        return None

    def _paper(self) -> QWidget:
        letters = self._office.letters
        if not self.issued.kept:
            return EmptyState(
                self.tr("Finnes bare på papir"),
                self.tr(
                    "Adressen er strengt fortrolig. Brevet ble skrevet ut en gang, og innholdet"
                    " er ikke lagret."
                ),
                drawing=False,
            )
        try:
            self._data = as_pdf(letters.content(self.issued.id), self.issued.media_type)
            self._pages = PdfView(title_word(self.issued.kind), self._data)
        except OfficeError as error:
            return EmptyState(self.tr("Kan ikke vises"), message(error), drawing=False)
        self._pages.print_wanted.connect(self._print)
        return self._pages

    # beside the pages

    def _panel(self) -> QWidget:
        body = ScrollBody()
        body.setAutoFillBackground(True)  # where it is narrow it lies over the pages
        body.setAccessibleName(self.tr("Opplysninger om dokumentet"))
        card = Card(self.tr("Utsending"), icon=Icon.SEND)
        card.add(Facts(self._facts()), *self._ways())
        past: Timeline[PastRow] = Timeline(self.tr("Historikk"), partial(changes, self._office))
        past.set_lines(of(self._office, Ref("document", self.issued.id)))
        body.add(card, past)
        return body

    def _facts(self) -> list[Fact]:
        issued = self.issued
        sending = self.dispatches[-1] if self.dispatches else None
        facts = [Fact(self.tr("Nummer"), issued.number)]
        if issued.source is Source.RECEIVED:
            return [*facts, Fact(self.tr("Mottatt"), day(issued.issued_at.date()))]
        facts.append(Fact(self.tr("Laget"), day(issued.issued_at.date())))
        if sending is None:
            unsent = self.tr("Ikke sendt") if issued.to_send else self.tr("Skal ikke sendes")
            return [*facts, Fact(self.tr("Sendt"), unsent), *self._appeal()]
        return [*facts, *self._sending_facts(sending)]

    def _sending_facts(self, sending: Dispatch) -> Sequence[Fact]:
        counted = self._office.letters.counted_from(
            self.issued.id, Starts.ARRIVED, self._office.settings.parameters
        )
        assumed = self.tr(" (antatt)") if counted.assumed else ""
        facts = [
            Fact(self.tr("Sendt"), day(sending.sent_on)),
            Fact(self.tr("Hvordan"), title_word(sending.channel)),
            Fact(self.tr("Bevis"), sending.proof),
            Fact(self.tr("Kom fram"), day(sending.arrived_on)),
        ]
        if sending.returned_on is not None:
            facts.append(Fact(self.tr("I retur"), day(sending.returned_on)))
        facts.append(Fact(self.tr("Frist fra"), f"{day(counted.day)}{assumed}"))
        return [*facts, *self._appeal()]

    def _appeal(self) -> list[Fact]:
        """Until when a vedtak can be appealed, which the arrival decides (FV-11)."""
        if self.issued.kind is not DocumentKind.VEDTAK or self.issued.case.kind != "vedtak":
            return []
        limit = self._office.decisions.appeal_deadline(VedtakId(self.issued.case.id))
        words = day(limit.moved) if limit else self.tr("Løper ikke ennå")
        return [Fact(self.tr("Siste klagedag"), words)]

    def _ways(self) -> list[QWidget]:
        """The verbs that are not the primary one, and the way to the case."""
        verbs, issued = self._verbs, self.issued
        ways: list[tuple[str, Icon, Callable[[Issued], object]]] = []
        if self.state is DocumentState.ARRIVED:
            ways.append((self.tr("Rett dagen det kom fram …"), Icon.EDIT, verbs.arrived))
        if self.state in {DocumentState.DISPATCHED, DocumentState.ARRIVED}:
            ways.append((self.tr("Kom i retur …"), Icon.UNDO, verbs.returned))
        standing = {DocumentState.ANNULLED, DocumentState.SUPERSEDED}
        if issued.source is Source.WRITTEN and self.state not in standing:
            ways.append((self.tr("Annuller …"), Icon.CLOSE, verbs.annul))
        made: list[QWidget] = [
            self._small(words, icon, partial(act, issued)) for words, icon, act in ways
        ]
        if issued.case.kind in PAGE_OF:
            go = self._navigator.open_ref
            made.append(self._small(self.tr("Åpne saken"), Icon.OPEN, lambda: go(issued.case)))
        return made

    def _small(self, words: str, icon: Icon, act: Callable[[], object]) -> Button:
        return Button(words, act, icon=icon, size=ButtonSize.SMALL)

    def _open_panel(self) -> None:
        if self.both.floats and self.both.panel.isVisible():
            self.both.close_panel()
        else:
            self.both.open_panel()

    # on paper and out

    def _print(self) -> None:
        if self._data:
            self._navigator.attempt(lambda: print_pdf(self.window(), self._data))

    def _save(self) -> None:
        """The only way a document leaves the register as a file; it is noted."""
        ending = _ENDINGS[self.issued.media_type]
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Lagre kopi"),
            f"{self.issued.number}.{ending}",
            f"{title_word(self.issued.media_type)} (*.{ending})",
        )
        if path:
            self._navigator.attempt(lambda: self.save_to(path))

    def save_to(self, path: str) -> None:
        """Write the document there; FileProblem when the disk refuses."""
        letters = self._office.letters
        try:
            Path(path).write_bytes(letters.content(self.issued.id))
        except OSError:
            raise FileProblem("disk_refused") from None
        letters.copied(self.issued.id)
        self._navigator.tell(self.tr("Kopien er lagret utenfor registeret"), undo=False)

    def release(self) -> None:
        """Let the document go."""
        self._data = b""
        if self._pages is not None:
            self._pages.release()
