"""«Vedtak»: whether somebody waits without one, the one that holds, letters and complaints."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.ids import Ref
from app.debt.decisions.model import DebtAppeal, DebtVedtak, WaitingLetter, WaitingLevel
from app.debt.model import DebtCase, RequestState
from app.decisions.model import VedtakState
from app.office import Office
from ui.debt.decision.appeal_card import AppealCard
from ui.debt.decision.desk import DEBT_VEDTAK
from ui.debt.decision.dialogs import DecisionDialogs
from ui.debt.decision.waiting_desk import WAITING_LETTER
from ui.debt.decision.words import (
    CHIPS,
    answer_words,
    vedtak_facts,
    waited_words,
)
from ui.debt.part import DebtPart
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.empty import EmptyState
from ui.kit.flow import flowing
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import day, done, title_word
from ui.navigation import Navigator, PageId


class DecisionPart(DebtPart):
    """The answer first; what is missing stands on top with the way to put it right."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, case, parent)
        self.dialogs = DecisionDialogs(office, navigator, self)
        self.verbs: list[Button] = []
        self.every = office.debt_decisions.of(case.id)
        self.draft = next((e for e in self.every if e.state is VedtakState.DRAFT), None)
        self.held = next((e for e in self.every if e.holds), None)
        self._show()

    def begin(self) -> None:
        if self.verbs:
            self.verbs[0].setFocus()

    def _show(self) -> None:
        if self.case.without_vedtak:
            self.add(self._lacking())
        elif self.draft is not None:
            self.add(self._drafted(self.draft))
        if self.held is not None:
            self.add(self._holding(self.held))
        elif self.case.decided is None and not self.case.open:
            self.add(self._nothing())
        for appeal in self.office.debt_appeals.of_case(self.case.id):
            self.add(self._appeal(appeal))
        letters = self.office.debt_replies.of(self.case.id)
        if letters or self.case.waits:
            self.add(self._letters(letters))
        earlier = [e for e in self.every if e is not self.held and e is not self.draft]
        if earlier:
            self.add(self._earlier(earlier))

    def _button(
        self,
        words: str,
        act: Callable[[], object],
        icon: Icon | None = None,
        *,
        primary: bool = False,
    ) -> Button:
        kind = ButtonKind.PRIMARY if primary else ButtonKind.SECONDARY
        button = Button(words, act, kind=kind, icon=icon, size=ButtonSize.SMALL)
        self.verbs.append(button)
        return button

    # without one

    def _lacking(self) -> Card:
        """Yellow, then red; a draft that is begun is gone on with (F12)."""
        level = self.office.debt_decisions.without_vedtak(self.case)
        days = (self.office.clock.today() - self.case.received_on).days
        card = Card(self.tr("Vedtaket mangler"), icon=Icon.SIGN)
        told = self.tr("Uten vedtak i {}").format(waited_words(days))
        if days == 0:
            told = self.tr("Ba om hjelp i dag")
        card.add(
            Callout(
                CHIPS[level],
                f"{told}.",
                self.tr(
                    "Den som ber om råd, skal ha et skriftlig svar med en dag."
                    " Få ansatte eller lang kø er ingen grunn til å si nei."
                ),
            )
        )
        last = self.office.debt_decisions.last_by_law(self.case)
        card.add(Facts([Fact(self.tr("Første svar etter loven"), self._by(last))]))
        line = [
            self._button(
                self.tr("Gå videre med vedtaket") if self.draft else self.tr("Lag vedtak"),
                self.write,
                Icon.SIGN,
                primary=True,
            )
        ]
        if self.draft is not None:
            line.append(self._button(self.tr("Kast utkastet"), self.discard, Icon.DELETE))
        noted = self.tr("Vedtak på papir fra før Husrom …")
        line.append(self._button(noted, lambda: self.dialogs.note(self.case.id)))
        card.add(flowing(*line))
        if level is not WaitingLevel.NONE and self.case.state is RequestState.STARTED:
            card.add(self._help(self.tr("Hjelpen er i gang. Vedtaket skal komme like etter.")))
        return card

    def _by(self, last: date) -> str:
        """The last day for an answer, and whether one was sent (FV-02)."""
        told = [e.sent_on for e in self.office.debt_replies.of(self.case.id) if e.sent_on]
        if told:
            return self.tr("senest {}. Brev om ventetid ble sendt {}.").format(
                day(last), day(min(told))
            )
        return self.tr("senest {}. Ikke noe brev er sendt ennå.").format(day(last))

    def _drafted(self, draft: DebtVedtak) -> Card:
        """One that is to take the place of what holds."""
        card = Card(self.tr("Nytt vedtak under arbeid"), icon=Icon.EDIT, fact=draft.number)
        card.add(self._help(self.tr("Det gamle gjelder til dette er fattet.")))
        card.add(
            flowing(
                self._button(self.tr("Gå videre med vedtaket"), self.write, primary=True),
                self._button(self.tr("Kast utkastet"), self.discard, Icon.DELETE),
            )
        )
        return card

    def write(self) -> None:
        """Begin the vedtak, or go on with the one that is begun."""
        if self.navigator.attempt(lambda: self.office.debt_decisions.draft(self.case.id)):
            self.go(DEBT_VEDTAK)

    def discard(self) -> None:
        """Throw the draft away; it can be undone."""
        draft = self.draft
        if draft is not None and self.navigator.attempt(
            lambda: self.office.debt_decisions.discard(draft.id)
        ):
            self.navigator.tell(done("debt_vedtak.draft_discarded"))

    # the one that holds

    def _holding(self, held: DebtVedtak) -> Card:
        card = Card(self.tr("Vedtaket"), icon=Icon.SIGN, fact=held.number)
        card.add(Facts(vedtak_facts(self.office, held)))
        line = []
        if held.document is not None:
            at = Ref("document", held.document)
            line.append(
                self._button(
                    self.tr("Se brevet"), partial(self.navigator.open, PageId.LETTERS, at),
                    Icon.LETTER,
                )
            )  # fmt: skip
        if self.draft is None:
            change = partial(self._change, held)
            line.append(self._button(self.tr("Endre vedtaket"), change, Icon.EDIT))
        line.append(self._button(self.tr("Klage mottatt …"), lambda: self.dialogs.receive(held.id)))
        line.append(self._button(self.tr("Opphevet …"), lambda: self.dialogs.set_aside(held)))
        card.add(flowing(*line))
        return card

    def _change(self, held: DebtVedtak) -> None:
        if self.navigator.attempt(lambda: self.office.debt_decisions.change(held.id)):
            self.go(DEBT_VEDTAK)

    def _nothing(self) -> Card:
        card = Card(flush=True)
        words = self.tr("Henvendelsen er avsluttet, og ingen venter på et svar.")
        card.add(EmptyState(self.tr("Ingen vedtak i saken"), words, drawing=False))
        return card

    # letters while one waits

    def _letters(self, letters: tuple[WaitingLetter, ...]) -> Card:
        card = Card(self.tr("Brev om ventetid"), icon=Icon.LETTER)
        if letters:
            card.add(
                Facts(
                    [
                        Fact(
                            self.tr("Laget {}").format(day(each.issued_on)),
                            self.tr("senest {}, {}").format(
                                day(each.answer_by),
                                self.tr("sendt {}").format(day(each.sent_on))
                                if each.sent_on
                                else self.tr("ligger under «Skal sendes»"),
                            ),
                        )
                        for each in letters
                    ]
                )
            )
        else:
            card.add(
                self._help(
                    self.tr(
                        "Ingen er laget. Brevet sier når svaret eller hjelpen kommer,"
                        " og hva personen gjør hvis det haster."
                    )
                )
            )
        if self.case.waits:
            make = self._button(
                self.tr("Lag brev om ventetid"), partial(self.go, WAITING_LETTER), Icon.LETTER
            )
            card.add(flowing(make))
        return card

    # complaints

    def _appeal(self, appeal: DebtAppeal) -> AppealCard:
        newer = any(e.replaces == appeal.decision and e.issued_on for e in self.every)
        card = AppealCard(self.office, appeal, self.dialogs, self._answer, answered=newer)
        self.verbs.extend(card.verbs)
        return card

    def _answer(self, appeal: DebtAppeal) -> None:
        """Begin the vedtak that answers it."""
        came = day(appeal.received_on)
        why = self.tr("Du klagde {}, og vi har sett på saken på nytt.").format(came)
        if self.navigator.attempt(lambda: self.office.debt_appeals.change(appeal.id, why)):
            self.go(DEBT_VEDTAK)

    def _earlier(self, earlier: list[DebtVedtak]) -> Card:
        card = Card(self.tr("Tidligere vedtak"), icon=Icon.HISTORY)
        card.add(
            Facts(
                [
                    Fact(
                        each.number,
                        " · ".join(
                            (answer_words(each), day(each.issued_on), title_word(each.state))
                        ),
                    )
                    for each in earlier
                ]
            )
        )
        return card

    def _help(self, words: str) -> Label:
        return Label(words, Type.HELP, Token.TEXT2, wrap=True)
