"""«Leietiden»: what happens if nobody acts, whether the tenant stays, the talks, the ladder."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.ids import Ref
from app.leases.expiry.model import Fate, Review, ReviewKind, Timing
from app.leases.model import Lease, LeaseKind
from app.letters.model import DocumentKind
from app.office import Office
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import ChipKind
from ui.kit.flow import FlowLayout
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import day, title_word, until
from ui.leases.part import Part
from ui.leases.term.dialogs import TermDialogs
from ui.leases.term.ladder import Ladder
from ui.leases.term.words import countdown, fate_words
from ui.navigation import Navigator, PageId

MOVE_OUT = "move_out_request"
EXPIRY_NOTE = "expiry_note"
_OPEN = frozenset({Fate.WILL_TURN, Fate.TURNS})


class TermPart(Part):
    """When the lease begins, ends, and what must be done before the law does it."""

    renew_wanted = Signal()

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, lease, parent)
        self._today = office.clock.today()
        self.term = office.expiry.term(lease)
        self.ladder = office.expiry.ladder(lease.id)
        self.renewal = office.renewals.of(lease.id)
        self.reviews = office.term_reviews.of(lease.id)
        self.dialogs = TermDialogs(office, navigator, lease, self)
        self.buttons: list[Button] = []
        cards = [self._now()]
        if lease.draft.end is not None:
            cards += [self._staying(), self._talks()]
        self.add(*cards, self._steps())

    def begin(self) -> None:
        ready = [each for each in self.buttons if each.kind is ButtonKind.PRIMARY] or self.buttons
        if ready:
            ready[0].setFocus()

    # what to do now

    def _now(self) -> Card:
        card = Card(self.tr("Hvis du ikke gjør noe"), icon=Icon.CLOCK)
        card.set_fact(countdown(self.ladder, self._today))
        fate = self.ladder.fate
        words = fate_words(self.term, self.ladder)
        if self.lease.draft.open_ended:
            card.set_fact(self.tr("Tidsubestemt"))
        card.add(Label(words, Type.BODY, Token.TEXT, wrap=True))
        if self.office.expiry.waiting(self.lease.id) and fate in {*_OPEN, Fate.UNSURE}:
            card.add(self._unsent())
        elif fate in _OPEN and self.lease.state.lived_in:
            self._offer(card, self._letters())
        return card

    def _unsent(self) -> Callout:
        see = self._button(
            self.tr("Se brevet"), partial(self.navigator.open, PageId.LETTERS), Icon.LETTER
        )
        return Callout(
            ChipKind.URGENT,
            self.tr("Flytteoppfordringen er laget, men ikke sendt."),
            self.tr("Send den, og registrer dagen. Først da er leietakeren bedt om å flytte."),
            see,
        )

    def _letters(self) -> list[Button]:
        """The letter that is ready at this step, first."""
        if self.ladder.timing(self._today) is not Timing.NOT_YET:
            if self.term.granted:
                return []
            words = self.tr("Skriv flytteoppfordring")
            return [self._button(words, partial(self.go, MOVE_OUT), Icon.LETTER, primary=True)]
        step = self.ladder.now(self._today)
        ready = step is not None and step.letter is DocumentKind.EXPIRY_NOTE
        words = self.tr("Skriv at leietiden går ut")
        return [self._button(words, partial(self.go, EXPIRY_NOTE), Icon.LETTER, primary=ready)]

    # whether the tenant stays

    def _staying(self) -> Card:
        card = Card(self.tr("Får leietakeren bli?"), icon=Icon.DOCUMENT)
        facts = self._asked()
        if self.reviews:
            last = self.reviews[-1]
            words = f"{title_word(last.recommendation)} ({day(last.held_on)})"
            facts.append(Fact(self.tr("Siste samtale peker mot"), words))
        if facts:
            card.add(Facts(facts))
        if self.renewal is None:
            words = self.tr(
                "Ingen har spurt ennå. Både ja og nei er et vedtak som leietakeren kan klage på."
            )
            if self._may_follow():
                words += " " + self.tr(
                    "Er vedtaket fattet utenfor Husrom, lager du den nye avtalen direkte."
                )
            card.add(Label(words, Type.HELP, Token.TEXT2, wrap=True))
        self._offer(card, self._decide())
        return card

    def _asked(self) -> list[Fact]:
        renewal = self.renewal
        if renewal is None:
            return []
        facts = [
            Fact(self.tr("Søknad"), f"{renewal.number}, {day(renewal.received_on)}"),
        ]
        if renewal.result is not None:
            words = f"{title_word(renewal.result)} {day(renewal.issued_on)}"
            facts.append(Fact(self.tr("Vedtak"), f"{renewal.vedtak_number}, {words}"))
        else:
            facts.append(Fact(self.tr("Vedtak"), self.tr("Ikke fattet")))
        if self.term.followed_on is not None:
            facts.append(Fact(self.tr("Ny avtale fra"), day(self.term.followed_on)))
        return facts

    def _decide(self) -> list[Button]:
        renewal, lived_in = self.renewal, self.lease.state.lived_in
        if renewal is None:
            if not self._may_follow():
                return []
            turned = self.ladder.fate is Fate.TURNED
            decide, follow = self.tr("Avgjør …"), self.tr("Ny avtale etter denne")
            return [
                self._button(decide, self.dialogs.renewal, Icon.DOCUMENT, primary=turned),
                self._button(follow, self.renew_wanted.emit, Icon.NEW),
            ]
        if not renewal.decided:
            words, case = self.tr("Skriv vedtaket"), Ref("application", renewal.application)
            to_it = partial(self.navigator.open, PageId.VEDTAK, case)
            if renewal.result is not None and renewal.vedtak is not None:
                words = self.tr("Åpne vedtaket")
                to_it = partial(self.navigator.open_ref, Ref("vedtak", renewal.vedtak))
            turned = self.ladder.fate is Fate.TURNED
            return [self._button(words, to_it, Icon.DOCUMENT, primary=turned)]
        buttons = []
        if renewal.granted and self.term.followed_on is None and lived_in:
            words = self.tr("Lag ny avtale")
            buttons.append(self._button(words, self.follow, Icon.NEW, primary=True))
        if renewal.vedtak is not None:
            to_it = partial(self.navigator.open_ref, Ref("vedtak", renewal.vedtak))
            buttons.append(self._button(self.tr("Åpne vedtaket"), to_it, Icon.DOCUMENT))
        return buttons

    def _may_follow(self) -> bool:
        return self.lease.state.lived_in and self.ladder.fate in {*_OPEN, Fate.TURNED}

    def follow(self) -> None:
        """The next lease, as the vedtak gave it, from the day after this one."""
        if self.renewal is None:
            return
        made: list[int] = []
        vedtak, home = self.renewal.vedtak, self.lease.draft.dwelling
        prepare = self.office.leases.prepare
        if self.navigator.attempt(lambda: made.append(prepare(vedtak=vedtak, dwelling=home))):
            self.navigator.open_ref(Ref("lease", made[0]))

    # the talks

    def _talks(self) -> Card:
        card = Card(self.tr("Samtaler"), icon=Icon.PEOPLE)
        facts = [Fact(title_word(kind), self._due(kind)) for kind in self._kinds()]
        facts += [
            Fact(f"{title_word(each.kind)} {day(each.held_on)}", _told(each))
            for each in self.reviews
        ]
        if facts:
            card.add(Facts(facts))
        else:
            words = self.tr("Leietiden er for kort til en samtale halvveis.")
            card.add(Label(words, Type.HELP, Token.TEXT2, wrap=True))
        if not self.lease.state.lived_in:
            return card
        buttons = []
        for kind in self._kinds() or (ReviewKind.HALF_WAY,):
            about = title_word(kind)
            write = partial(self.dialogs.review, kind)
            sheet = partial(self.dialogs.sheet, kind)
            words = self.tr("Registrer {} …").format(about.lower())
            buttons.append(self._button(words, write, Icon.NEW))
            button = self._button(self.tr("Samtaleark"), sheet, Icon.PRINT)
            button.setAccessibleName(self.tr("Samtaleark, {}").format(about.lower()))
            buttons.append(button)
        self._offer(card, buttons)
        return card

    def _kinds(self) -> tuple[ReviewKind, ...]:
        known = {step.kind.value for step in self.ladder.steps}
        kinds = tuple(kind for kind in ReviewKind if kind.value in known)
        if self.lease.draft.kind is not LeaseKind.REFUGEE:
            return kinds
        return kinds or (ReviewKind.EXIT_PLAN,)

    def _due(self, kind: ReviewKind) -> str:
        step = next((each for each in self.ladder.steps if each.kind.value == kind.value), None)
        if step is None:
            return "–"
        if step.done:
            state = self.tr("holdt")
        else:
            passed = step.on < self._today
            state = self.tr("ikke holdt") if passed else until(self._today, step.on)
        return f"{day(step.on)}, {state}"

    # the ladder

    def _steps(self) -> Card:
        card = Card(self.tr("Leietid"), icon=Icon.LEASES)
        card.add(Ladder(self.ladder, self._today))
        return card

    # buttons

    @staticmethod
    def _button(
        words: str, act: Callable[[], object], icon: Icon, *, primary: bool = False
    ) -> Button:
        kind = ButtonKind.PRIMARY if primary else ButtonKind.SECONDARY
        return Button(words, act, kind=kind, icon=icon, size=ButtonSize.SMALL)

    def _offer(self, card: Card, buttons: list[Button]) -> None:
        if not buttons:
            return
        holder = QWidget()
        flow = FlowLayout(fonts.px(8), holder)
        for button in buttons:
            self.buttons.append(button)
            flow.addWidget(button)
        card.add(holder)


def _told(review: Review) -> str:
    """Findings, the next step, and what it points to."""
    parts = [review.findings.rstrip("."), review.next_step.rstrip(".")]
    return ". ".join([part for part in parts if part] + [title_word(review.recommendation)])
