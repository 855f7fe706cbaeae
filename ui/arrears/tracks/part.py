"""«Begge spor»: the next step with its reason, then money and dwelling side by side (INK-12)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.arrears.model import Tenancy
from app.arrears.steps.claims.model import ClaimDraft
from app.arrears.steps.model import ArrearsStepKind, ProposedKind
from app.core.money import format_kroner
from app.debt.model import DebtTopic
from app.office import Office
from ui.advice_words import advice_card
from ui.arrears.home_track.card import HomeTrackCard
from ui.arrears.part import ArrearsPart
from ui.arrears.tasks import ACCOUNT
from ui.arrears.tracks.dialogs import StepDialogs
from ui.arrears.tracks.words import (
    children_words,
    interest_words,
    owed_words,
    reason_words,
    step_words,
)
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import ChipKind
from ui.kit.flow import flow_of
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.rail import Rail
from ui.kit.side_by_side import SideBySide
from ui.kit.words import Label
from ui.labels import done, problem, title_word
from ui.money_track import stops
from ui.navigation import Navigator, PageId

TRACKS = "tracks"
LETTERS = tuple(kind for kind in ArrearsStepKind if kind.letter)
_LETTER_OF = {
    ProposedKind.REMINDER: ArrearsStepKind.REMINDER,
    ProposedKind.COLLECTION_NOTICE: ArrearsStepKind.COLLECTION_NOTICE,
    ProposedKind.PAYMENT_DEMAND: ArrearsStepKind.PAYMENT_DEMAND,
}


class TracksPart(ArrearsPart):
    """What to do now, and where both tracks stand."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        tenancy: Tenancy,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(office, navigator, tenancy, parent)
        self._today = office.clock.today()
        self.steps = office.arrears_steps.of(tenancy.lease)
        self.owed = office.arrears.owed(tenancy.lease)
        self.next = office.arrears_steps.next(tenancy.lease)
        self.dialogs = StepDialogs(office, navigator, tenancy, self)
        self.verbs: list[Button] = []
        money = self._money_card()
        self.tracks = SideBySide(money, *self._home_cards())
        self.add(*self._disagreed(), self._next_card(), *self._home_proposal(), self.tracks)
        self.add(advice_card(office, navigator, tenancy.tenant, DebtTopic.RENT))

    def begin(self) -> None:
        self.verbs[0].setFocus()

    def _disagreed(self) -> tuple[Callout, ...]:
        """A claim the tenant does not agree in is cleared up, not dunned for (INK-05)."""
        if not self.owed.disputed:
            return ()
        return (
            Callout(
                ChipKind.UNKNOWN,
                self.tr("Leietakeren er uenig i {}.").format(format_kroner(self.owed.disputed)),
                self.tr("Avklar det først. Den summen er ikke med i brevene."),
                Button(self.tr("Se uenigheten"), partial(self.go, ACCOUNT), size=ButtonSize.SMALL),
            ),
        )

    # what comes next

    def _next_card(self) -> Card:
        ready = self.next.ready(self._today)
        card = Card(
            self.tr("Neste steg"),
            icon=Icon.NEXT_STEPS,
            fact=owed_words(self.owed) if self.owed.total else "",
        )
        children = children_words(self.office.arrears_steps.children(self.tenancy.tenant))
        if children:
            card.add(Label(f"{children}.", Type.BODY_STRONG, wrap=True))
        card.add(
            Label(step_words(self.next, self._today), Type.CARD_TITLE, wrap=True),
            Label(reason_words(self.next), Type.BODY, Token.TEXT2, wrap=True),
        )
        for words, act in self._verbs():
            kind = ButtonKind.PRIMARY if ready and not self.verbs else ButtonKind.SECONDARY
            self.verbs.append(Button(words, act, kind=kind, size=ButtonSize.SMALL))
        card.add(flow_of(*self.verbs, *self._letters()))
        return card

    def _verbs(self) -> list[tuple[str, Callable[[], object]]]:
        """The verb of the next step first; contact can always be logged."""
        kind = self.next.kind
        contact = (self.tr("Logg samtale …"), self.dialogs.contact)
        if kind is ProposedKind.MEETING_FIRST:
            meet = partial(self.dialogs.contact, ArrearsStepKind.MEETING)
            return [(self.tr("Logg møte …"), meet)]
        if kind is ProposedKind.AS_DECIDED:
            return [(self.tr("Det er gjort"), self._done_as_decided), contact]
        if kind is ProposedKind.SEND_LETTER:
            send = partial(self.navigator.open, PageId.LETTERS)
            return [(self.tr("Se brevet"), send), contact]
        if kind is ProposedKind.CHECK_DATA:
            check = partial(self.navigator.open, PageId.BILLER_LIST)
            return [(self.tr("Sjekk data"), check), contact]
        if kind is ProposedKind.COLLECTION:
            return [(self.tr("Kravet er sendt til inkasso …"), self.dialogs.send_on), contact]
        letter = _LETTER_OF.get(kind)
        if letter is not None:
            words = self.tr("Skriv {}").format(title_word(letter).lower())
            return [(words, partial(self.go, letter.value)), contact]
        return [contact]

    def _done_as_decided(self) -> None:
        """What the meeting left to be done is done; the ladder goes on."""
        self.office.arrears_meetings.done(self.tenancy.lease)
        self.navigator.tell(done("arrears_meeting.done"))

    def _letters(self) -> list[Button]:
        """The letters that may be written besides, the next one apart."""
        if not self.owed.total or self.next.kind is ProposedKind.SEND_LETTER:
            return []
        chosen = _LETTER_OF.get(self.next.kind)
        return [self._letter(kind) for kind in LETTERS if kind is not chosen]

    def _letter(self, kind: ArrearsStepKind) -> Button:
        """Off, with the reason, while it may not be made."""
        button = Button(
            title_word(kind),
            partial(self.go, kind.value),
            kind=ButtonKind.QUIET,
            size=ButtonSize.SMALL,
            icon=Icon.LETTER,
        )
        draft = ClaimDraft(self._today)
        problems = self.office.arrears_letters.check(self.tenancy.lease, kind, draft)
        button.set_off(next((problem(each) for each in problems if each.blocks), ""))
        return button

    def _home_proposal(self) -> tuple[Callout, ...]:
        """That the track of the dwelling may be considered; never more than that."""
        found = self.office.arrears_steps.home_next(self.tenancy.lease)
        if found is None:
            return ()
        then = self.tr("{} Møt leietakeren først. Boligsporet går ved siden av pengesporet.")
        return (
            Callout(
                ChipKind.SOON,
                step_words(found, self._today),
                then.format(reason_words(found)),
            ),
        )

    # the tracks

    def _money_card(self) -> Card:
        card = Card(self.tr("Pengesporet"), icon=Icon.MONEY, fact=self.tr("inkasso"))
        if self.owed.total or self.steps:
            found = stops(self.owed, self.steps, self.next, self._today)
            card.add(Rail(self.tr("Pengesporet"), found))
            interest = self.office.arrears_steps.interest(self.tenancy.lease)
            card.add(Facts([Fact(self.tr("Rente hvis den kreves"), interest_words(interest))]))
        else:
            card.add(Label(self.tr("Ingenting er forfalt og ubetalt."), Type.BODY, Token.TEXT2))
        card.body.addStretch(1)
        return card

    def _home_cards(self) -> tuple[QWidget, ...]:
        """The track of the dwelling."""
        return (HomeTrackCard(self.office, self.navigator, self.tenancy),)
