"""«Avtale og pause»: what is agreed and whether it is kept, and whether the steps wait."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.arrears.instalments.model import Breach, InstalmentAgreement, InstalmentState, Keeping
from app.arrears.model import Tenancy
from app.arrears.pauses.model import Pause
from app.core.money import format_kroner
from app.core.text import plural
from app.office import Office
from ui.arrears.agreement.dialogs import InstalmentDialogs, PauseDialogs
from ui.arrears.agreement.plan import PlanTable
from ui.arrears.part import ArrearsPart
from ui.arrears.tasks import INSTALMENTS_NOTICE, INSTALMENTS_WRITE
from ui.asking import stopped
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize, button_line
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import ChipKind
from ui.kit.empty import EmptyState
from ui.kit.flow import flow_of
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import day, done, title_word, until
from ui.navigation import Navigator

_SMALL = ButtonSize.SMALL


class AgreementPart(ArrearsPart):
    """The agreement that holds or waits, those before it, and the pause."""

    def __init__(
        self, office: Office, navigator: Navigator, tenancy: Tenancy, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, tenancy, parent)
        self.dialogs = InstalmentDialogs(office, navigator, self)
        self.pause_dialogs = PauseDialogs(office, navigator, self)
        self.today = office.clock.today()
        self.buttons: list[Button] = []
        pause = office.pauses.holding(tenancy.lease, self.today)
        shown = self._shown()
        if pause is not None:
            self.add(self._paused(pause))
        if shown is None:
            self.add(self._nothing(paused=pause is not None))
        else:
            self.add(self._card(shown))
            if pause is None:
                self.add(self._no_pause())
        before = [each for each in office.instalments.of(tenancy.lease) if each != shown]
        if before:
            self.add(self._before(before))

    def begin(self) -> None:
        if self.buttons:
            self.buttons[0].setFocus()

    def _shown(self) -> InstalmentAgreement | None:
        """The one that holds, else the one that waits to be signed."""
        lease, known = self.tenancy.lease, self.office.instalments
        return known.current(lease, self.today) or known.open(lease)

    def _button(
        self,
        words: str,
        act: Callable[[], object],
        icon: Icon | None = None,
        *,
        first: bool = False,
    ) -> Button:
        kind = ButtonKind.PRIMARY if first else ButtonKind.SECONDARY
        made = Button(words, act, kind=kind, icon=icon, size=_SMALL)
        self.buttons.append(made)
        return made

    # nothing is agreed

    def _nothing(self, *, paused: bool) -> Card:
        card = Card(flush=True)
        found = self.office.instalments.affordable(self.tenancy.lease)
        if found is None:
            title = self.tr("Ingen avtale om nedbetaling")
            why = self.tr("Ingenting er forfalt og ubetalt, så det er ikke noe å dele opp.")
            card.add(EmptyState(title, why, drawing=False))
            return card
        title = self.tr("{} i måneden gjør opp det som mangler").format(format_kroner(found.amount))
        count = plural(found.count, "avdrag", "avdrag")
        why = self.tr(
            "Det blir {}, ved siden av husleien. Ring leietakeren, bli enige, og skriv avtalen"
            " sammen."
        ).format(count)
        write = Button(
            self.tr("Skriv nedbetalingsavtale"),
            partial(self.go, INSTALMENTS_WRITE),
            kind=ButtonKind.PRIMARY,
            icon=Icon.EDIT,
        )
        self.buttons.append(write)
        pause = None if paused else self._pause_button()
        card.add(EmptyState(title, why, primary=write, secondary=pause))
        return card

    # the agreement

    def _card(self, known: InstalmentAgreement) -> Card:
        kept = self.office.instalments.keeping(known, self.today)
        state = self.office.instalments.state(known, self.today)
        breach = self.office.instalments.breach(self.tenancy.lease, self.today)
        followed = breach is None or not state.holds
        fact = title_word(state) if followed else self.tr("Ikke fulgt")
        card = Card(self.tr("Nedbetalingsavtale"), icon=Icon.SIGN, fact=fact)
        inner = QVBoxLayout()
        inner.setSpacing(fonts.px(12))
        if state.holds and breach is not None:
            inner.addWidget(self._breach(breach))
        elif state.holds:
            inner.addWidget(Label(self._next(kept), Type.LABEL_STRONG, Token.TEXT, wrap=True))
        for told in self._told(known) if state.holds else ():
            inner.addWidget(told)
        inner.addWidget(Facts(self._facts(known, kept)))
        inner.addWidget(PlanTable(kept.parts))
        inner.addLayout(flow_of(*self._verbs(known, state, kept, breach)))
        card.add(inner)
        return card

    def _breach(self, breach: Breach) -> Callout:
        what = self.tr("{} mangler siden {}.").format(
            format_kroner(breach.missing), day(breach.since)
        )
        parts = []
        if breach.rent_missing:
            of = (breach.parts_missing, breach.rent_missing)
            words = self.tr("Avdrag: {}. Husleie: {}.")
            parts.append(words.format(*(format_kroner(each) for each in of)))
        if breach.told_on is None:
            words = self.tr("Ring før noe annet skjer, eller skriv brev. Avtalen gjelder fortsatt.")
        else:
            words = self.tr(
                "Leietakeren fikk vite det {}. Blir det ikke betalt, kan avtalen avsluttes og"
                " hele resten kreves."
            ).format(day(breach.told_on))
        parts.append(words)
        return Callout(ChipKind.URGENT, what, " ".join(parts))

    def _next(self, kept: Keeping) -> str:
        """What is to be paid next, and when."""
        if kept.paid_up:
            return self.tr("Hele beløpet er betalt.")
        part = kept.next_part
        if part is None:
            return ""
        return self.tr("Neste: {} senest {}, {}.").format(
            format_kroner(part.left),
            day(part.part.moved_to),
            until(self.today, part.part.moved_to),
        )

    def _told(self, known: InstalmentAgreement) -> list[Callout]:
        """What has changed around the agreement since it was made."""
        found = self.office.instalments.growth(known)
        if found.beside:
            words = self.tr("{} er forfalt i tillegg til avtalen.")
            then = self.tr("Avtalen gjelder som før. Ta det opp når dere snakker sammen.")
            return [Callout(ChipKind.INFO, words.format(format_kroner(found.beside)), then)]
        if found.too_much:
            words = self.tr("Avtalen gjelder {} mer enn det som er skyldig nå.")
            then = self.tr("Et krav er trukket. Avslutt avtalen, og skriv en ny med rett beløp.")
            return [Callout(ChipKind.SOON, words.format(format_kroner(found.too_much)), then)]
        return []

    def _facts(self, known: InstalmentAgreement, kept: Keeping) -> list[Fact]:
        rent = self.tenancy.rent
        facts = [
            Fact(self.tr("Beløp i avtalen"), format_kroner(known.total)),
            Fact(self.tr("Igjen av det"), format_kroner(kept.left)),
            Fact(self.tr("Enige for leietakeren"), known.agreed_by),
        ]
        if kept.ahead:
            facts.append(Fact(self.tr("Betalt på forhånd"), format_kroner(kept.ahead)))
        if rent is not None:
            words = self.tr("{} i måneden, ved siden av").format(format_kroner(rent))
            facts.append(Fact(self.tr("Husleie"), words))
        if known.signed_on is not None:
            facts.append(Fact(self.tr("Underskrevet"), day(known.signed_on)))
        if known.words:
            facts.append(Fact(self.tr("Også avtalt"), known.words))
        for talk in self.office.instalments.talks(known.id):
            words = f"{day(talk.told_on)}, {title_word(talk.way).lower()}: {talk.words}"
            facts.append(Fact(self.tr("Sagt fra"), words))
        return facts

    def _verbs(
        self,
        known: InstalmentAgreement,
        state: InstalmentState,
        kept: Keeping,
        breach: Breach | None,
    ) -> list[Button]:
        ask, end = self.dialogs, partial(self.dialogs.end, known.id)
        if state.open:
            sign = partial(ask.sign, known.id)
            draft = state is InstalmentState.DRAFT
            again = self.tr("Fortsett på avtalen") if draft else self.tr("Skriv på nytt")
            return [
                self._button(self.tr("Før inn underskrift …"), sign, Icon.SIGN, first=True),
                self._button(again, partial(self.go, INSTALMENTS_WRITE), Icon.EDIT),
                self._button(self.tr("Ta bort …"), end),
            ]
        verbs = []
        if breach is not None:
            tell = partial(ask.tell, known.id)
            first = breach.told_on is None
            verbs.append(self._button(self.tr("Si fra …"), tell, Icon.CALL, first=first))
            letter = partial(self.go, INSTALMENTS_NOTICE)
            verbs.append(self._button(self.tr("Skriv brev"), letter, Icon.LETTER))
            if not first:
                give_up = partial(ask.give_up, known.id)
                verbs.append(self._button(self.tr("Avtalen ble ikke fulgt …"), give_up))
        elif kept.paid_up:
            settle = partial(self._settle, known.id)
            verbs.append(self._button(self.tr("Avslutt som nedbetalt"), settle, first=True))
        if known.signed_copy is None:
            copy = partial(ask.copy, known.id)
            verbs.append(self._button(self.tr("Ta inn underskrevet avtale …"), copy))
        return [*verbs, self._button(self.tr("Avslutt …"), end)]

    def _settle(self, agreement: int) -> None:
        act = partial(self.office.instalments.settle, agreement)
        if self.navigator.attempt(act):
            self.navigator.tell(done("instalments.kept"))

    def _before(self, known: list[InstalmentAgreement]) -> Card:
        card = Card(self.tr("Tidligere avtaler"), icon=Icon.HISTORY)
        facts = []
        for each in known:
            state = title_word(self.office.instalments.state(each, self.today))
            words = f"{format_kroner(each.total)}. {stopped(state)} {each.reason}".strip()
            facts.append(Fact(day(each.counted_on), words))
        card.add(Facts(facts))
        return card

    # the pause

    def _paused(self, pause: Pause) -> Card:
        card = Card(self.tr("Stegene er på pause"), icon=Icon.HOURGLASS)
        last = pause.until(self.today)
        facts = [
            Fact(self.tr("Hvorfor"), title_word(pause.reason)),
            Fact(self.tr("Siste dag"), f"{day(last)}, {until(self.today, last)}"),
        ]
        if pause.words:
            facts.append(Fact(self.tr("Merknad"), pause.words))
        for end in pause.ends[1:]:
            facts.append(Fact(self.tr("Forlenget"), f"{day(end.recorded_on)}: {end.reason}"))
        card.add(Facts(facts))
        ask = self.pause_dialogs
        lengthen = self._button(self.tr("Forleng …"), partial(ask.lengthen, pause))
        end_button = self._button(self.tr("Avslutt pausen …"), partial(ask.end, pause))
        card.add(button_line(lengthen, end_button))
        return card

    def _no_pause(self) -> Card:
        """Beside an agreement, in a card as what else stands there."""
        card = Card(self.tr("Pause"), icon=Icon.HOURGLASS)
        told = self.tr("Ingen pause. En pause stanser purringer, men ikke frister fra andre.")
        card.add(Label(told, Type.BODY, Token.TEXT2, wrap=True))
        card.add(button_line(self._pause_button(_SMALL)))
        return card

    def _pause_button(self, size: ButtonSize = ButtonSize.NORMAL) -> Button:
        begin = partial(self.pause_dialogs.begin, self.tenancy.lease)
        made = Button(self.tr("Sett på pause …"), begin, icon=Icon.HOURGLASS, size=size)
        self.buttons.append(made)
        return made
