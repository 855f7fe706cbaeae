"""A vedtak that is made: what was decided, where the letter is, and the next step."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import OfficeError
from app.core.ids import PersonId, Ref, VedtakId
from app.decisions.appeals.model import NextStep
from app.decisions.model import Vedtak, VedtakState
from app.letters.model import DocumentKind, DocumentRow
from app.office import Office
from app.people.model import AddressProtection
from ui.decisions.after_vedtak import AfterVedtak
from ui.decisions.appeals_page import state_chip as appeal_chip
from ui.decisions.given_facts import given_facts
from ui.kit.beside import Beside, Desk
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Callout, Card, Fact, Facts, clear
from ui.kit.chips import Chip, ChipKind
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.page import Page as Frame
from ui.labels import capital, day, message, title_word
from ui.navigation import Navigator, PageId

_CHIPS = {
    VedtakState.ISSUED: ChipKind.SOON,
    VedtakState.NOTIFIED: ChipKind.INFO,
    VedtakState.SETTLED: ChipKind.OK,
}


class IssuedVedtak(QWidget):
    """Nothing here can be changed; it shows the way on."""

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._navigator = office, navigator
        self._known: Vedtak | None = None
        self._next: Callable[[], object] = lambda: None
        self.after = AfterVedtak(office, navigator, self)
        self.next_button = Button(
            self.tr("Lag leieavtale"),
            lambda: self._next(),
            kind=ButtonKind.PRIMARY,
            icon=Icon.OPEN,
        )
        self.case_button = Button(self.tr("Åpne søknaden"), self._case, icon=Icon.APPLICATIONS)
        self.header = PageHeader(
            self.tr("Vedtak"),
            primary=self.next_button,
            secondary=(self.case_button,),
        )
        self.desk = Desk(self.tr("Vedtaket"), self.tr("Vedtaket er ikke lagret her."))
        self._cards = QWidget()
        self._column = QVBoxLayout(self._cards)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(self.header)
        words = (self.tr("Saken"), self.tr("Brevet"))
        frame.add(Beside(self._cards, self.desk, words), stretch=True)
        outer.addWidget(frame)

    @property
    def vedtak(self) -> VedtakId | None:
        """The one that is shown."""
        return self._known.id if self._known else None

    def show_vedtak(self, known: Vedtak) -> None:
        """Show what was decided."""
        self._known = known
        application = self._office.applications.get(known.application)
        state = self._office.decisions.state(known.id)
        letter = self._letter(known)
        self.header.set_title(self.tr("Vedtak"))
        chip = self._complained(known) or Chip(_CHIPS.get(state, ChipKind.INFO), title_word(state))
        self.header.set_chips((chip,))
        self.header.set_subtitle(
            self.tr("{} · {} · {} · fattet {}").format(
                application.name, known.number, title_word(known.draft.result), day(known.issued_on)
            )
        )
        clear(self._column)
        self._column.addWidget(self._sent(letter))
        self._column.addWidget(self._decided(known))
        for card in self.after.cards(known):
            self._column.addWidget(card)
        self._column.addStretch(1)
        self._tell_next(known)
        self._show_letter(letter, application.applicant)

    def _complained(self, known: Vedtak) -> Chip | None:
        """Where an appeal that is not over stands: it says more than that the time is out."""
        appeals = self._office.appeals
        mine = (row for row in appeals.rows() if row.vedtak == known.id)
        left = [row for row in mine if appeals.next_step(row) is not NextStep.NOTHING]
        if not left:
            return None
        chip = appeal_chip(left[0].state)
        return Chip(chip.kind, self.tr("Klage: {}").format(chip.text[:1].lower() + chip.text[1:]))

    def _letter(self, known: Vedtak) -> DocumentRow | None:
        rows = self._office.letters.of(Ref("vedtak", known.id))
        found = (row for row in rows if row.kind is DocumentKind.VEDTAK)
        return next(found, None)

    def _sent(self, letter: DocumentRow | None) -> Callout:
        if letter is None or letter.sent_on is None:
            send = Button(self.tr("Gå til «Brev»"), self._letters, icon=Icon.SEND)
            return Callout(
                ChipKind.SOON,
                self.tr("Brevet er laget, men ikke sendt."),
                self.tr("Klagefristen begynner først når brevet har kommet fram."),
                send,
            )
        if self._came_back(letter):
            send = Button(self.tr("Gå til «Brev»"), self._letters, icon=Icon.SEND)
            told = self.tr("Klagefristen løper ikke før det er sendt på nytt og har kommet fram.")
            return Callout(ChipKind.SOON, self.tr("Brevet kom i retur."), told, send)
        return Callout(
            ChipKind.OK,
            self.tr("Brevet ble sendt {}.").format(day(letter.sent_on)),
            self.tr("Kom fram {}.").format(day(letter.arrived_on)) if letter.arrived_on else "",
        )

    def _decided(self, known: Vedtak) -> Card:
        draft, decisions = known.draft, self._office.decisions
        deadline = decisions.appeal_deadline(known.id)
        given = self._office.allocation.dwelling_for(known.id)
        officer = self._office.settings.officer(known.officer)
        facts = [Fact(self.tr("Svar"), title_word(draft.result))]
        if draft.result.grants and not draft.kind.dwells:
            facts += given_facts(draft)
        elif draft.result.grants:
            address = self._office.dwellings.get(given.dwelling).address if given else ""
            term = self.tr("{} måneder").format(draft.term_months) if draft.term_months else ""
            facts += [
                Fact(self.tr("Bolig"), address or self.tr("Venter på ledig bolig")),
                Fact(self.tr("Hva slags bolig"), capital(draft.dwelling_words)),
                Fact(self.tr("Leietid"), term),
            ]
        elif draft.refusal_ground is not None:
            facts.append(Fact(self.tr("Grunn"), title_word(draft.refusal_ground)))
        facts += [Fact(self.tr("Vilkår"), each.duty) for each in draft.conditions]
        facts += [Fact(self.tr("Tjeneste"), each.service) for each in draft.services]
        last = self._not_running(known) if deadline is None else day(deadline.moved)
        facts += [
            Fact(self.tr("Siste dag for å klage"), last),
            Fact(self.tr("Klageinstans"), draft.appeal_body),
            Fact(self.tr("Saksbehandler"), officer.name if officer else ""),
            *([Fact(self.tr("Godkjent av"), draft.approver_name)] if draft.approver_name else []),
        ]
        card = Card(self.tr("Hva som er vedtatt"), icon=Icon.DOCUMENT)
        card.add(Facts(facts))
        return card

    def _not_running(self, known: Vedtak) -> str:
        """Why there is no last day to complain yet."""
        if self._came_back(self._letter(known)):
            return self.tr("Løper ikke, brevet kom i retur")
        return self.tr("Ikke sendt")

    def _came_back(self, letter: DocumentRow | None) -> bool:
        """Whether it was sent and every sending was returned."""
        sendings = self._office.letters.dispatches(letter.id) if letter else ()
        return bool(sendings) and all(each.returned_on for each in sendings)

    def _show_letter(self, letter: DocumentRow | None, person: PersonId) -> None:
        if letter is None or not letter.kept:
            self.desk.say(self.tr("Vedtaket finnes bare på papir, fordi adressen er skjermet."))
            return
        if self._office.people.get(person).protection is not AddressProtection.NONE:
            self.desk.say(
                self.tr("Brevet har en adresse som er skjermet. Åpne det under «Brev», med grunn.")
            )
            return
        try:
            self.desk.show_data(self._office.letters.content(letter.id))
        except OfficeError as error:
            self.desk.say(message(error))

    # going on

    def _tell_next(self, known: Vedtak) -> None:
        words, act = self._step(known)
        self._next = act
        self.next_button.set_words(words or self.tr("Ingenting å gjøre nå"))
        self.next_button.setVisible(bool(words))

    def _step(self, known: Vedtak) -> tuple[str, Callable[[], object]]:
        gone = known.state in {VedtakState.REVERSED, VedtakState.SET_ASIDE}
        if not known.draft.result.grants or not known.draft.kind.dwells or gone:
            return "", lambda: None
        if self._office.allocation.dwelling_for(known.id) is not None:
            ref = Ref("vedtak", known.id)
            return self.tr("Lag leieavtale"), partial(
                self._navigator.open, PageId.LEASE, ref, "new"
            )
        ref = Ref("application", known.application)
        return self.tr("Foreslå bolig"), partial(self._navigator.open, PageId.WAITING_LIST, ref)

    def _letters(self) -> None:
        self._navigator.open(PageId.LETTERS)

    def _case(self) -> None:
        if self._known is not None:
            self._navigator.open_ref(Ref("application", self._known.application))
