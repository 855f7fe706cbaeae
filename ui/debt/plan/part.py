"""«Kreditorer og plan»: who is written to, what they are offered, and whether the plan is kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.errors import OfficeError
from app.core.money import Ore, format_kroner
from app.core.text import plural
from app.debt.model import DebtCase
from app.debt.plans.letter_model import Receiver
from app.debt.plans.model import PaymentPlan, PaymentProposal, PlanKeeping
from app.office import Office
from ui.asking import stopped
from ui.debt.part import DebtPart
from ui.debt.plan.columns import (
    OFFERS,
    PLAN,
    RECEIVERS,
    OfferRow,
    PlanRow,
    offer_rows,
)
from ui.debt.plan.dialogs import PlanDialogs
from ui.debt.plan.rest import RestOfLetters
from ui.debt.plan.tasks import OFFER_LETTERS, OPENING_LETTERS, PLAN_PAPER
from ui.debt.tasks import CLAIMS, REQUEST
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import ChipKind
from ui.kit.empty import EmptyState
from ui.kit.flow import FlowLayout
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.palette import Token
from ui.kit.table import RecordTable
from ui.kit.words import Label
from ui.labels import day, done, message, title_word, until
from ui.navigation import Navigator

MOST = 8
_SMALL = ButtonSize.SMALL


class PlanPart(DebtPart):
    """The plan first while it runs; Enter on a row enters its answer or its payment."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, case, parent)
        self.dialogs = PlanDialogs(office, navigator, self)
        self.today = office.clock.today()
        self.first: QWidget | None = None
        self.claims = {each.id: each for each in office.debt_claims.of(case.id)}
        self.known = office.creditor_letters.receivers(case.id)
        self.proposal = office.payment_proposals.newest(case.id)
        self.plan = office.payment_plans.newest(case.id)
        self.add(*self._stops())
        if not self.claims:
            self.add(self._nothing())
            return
        if self.plan is not None:
            self.add(self._plan_card(self.plan))
        cards = [self._creditors(), self._offer()]
        self.add(*(cards if self.plan is None else reversed(cards)))

    def begin(self) -> None:
        if self.first is not None:
            self.first.setFocus()

    # what all cards do

    def _button(
        self,
        words: str,
        act: Callable[[], object],
        icon: Icon | None = None,
        *,
        first: bool = False,
        off: str = "",
    ) -> Button:
        kind = ButtonKind.PRIMARY if first else ButtonKind.SECONDARY
        made = Button(words, act, kind=kind, icon=icon, size=_SMALL)
        made.set_off(off)
        if first and self.first is None and not off:
            self.first = made
        return made

    @staticmethod
    def _line(*buttons: Button) -> FlowLayout:
        line = FlowLayout(fonts.px(8))
        for each in buttons:
            line.addWidget(each)
        return line

    def _stops(self) -> list[Callout]:
        """What stands between the office and a letter, and where it is mended."""
        problems = self.office.creditor_letters.permits(self.case.id) if self.case.open else ()
        to = Button(self.tr("Til henvendelsen"), partial(self.go, REQUEST), size=_SMALL)
        found = []
        for each in problems[:1]:
            what = self.tr("Vi kan ikke skrive til kreditorene ennå")
            found.append(Callout(ChipKind.SOON, what, message(OfficeError(each.code)), to))
        return found

    @property
    def _off(self) -> str:
        problems = self.office.creditor_letters.permits(self.case.id)
        return message(OfficeError(problems[0].code)) if problems else ""

    def _nothing(self) -> Card:
        card = Card(flush=True)
        go = Button(
            self.tr("Til gjeld"),
            partial(self.go, CLAIMS),
            kind=ButtonKind.PRIMARY,
            icon=Icon.DEBT,
        )
        self.first = go
        title = self.tr("Ingen kreditorer er ført inn ennå")
        why = self.tr(
            "Før inn hvem pengene skyldes til. Da kan du skrive til alle på én gang, og se hva"
            " hver kan få."
        )
        card.add(EmptyState(title, why, primary=go, drawing=False))
        return card

    # the creditors

    def _creditors(self) -> Card:
        waits = [each for each in self.known if each.opening is None]
        fact = plural(len(self.known), self.tr("mottaker"), self.tr("mottakere"))
        card = Card(self.tr("Kreditorene"), icon=Icon.LETTER, fact=fact)
        write = self._button(
            self.tr("Skriv åpningsbrev"),
            partial(self.go, OPENING_LETTERS),
            Icon.SEND,
            first=bool(waits) and self.proposal is None,
            off=self._off,
        )
        self.answer_button = self._button(
            self.tr("Før inn svar …"), self._answer_current, Icon.CHECK
        )
        self.creditors: RecordTable[Receiver] = RecordTable(
            "plan_creditors",
            self.tr("Kreditorene"),
            RecordModel(RECEIVERS),
            identity=lambda one: one.id,
        )
        self.creditors.opened.connect(self._answer)
        self.creditors.current_changed.connect(lambda _one: self._tell_answer())
        self.creditors.set_rows(self.known)
        self.creditors.show_whole(MOST)
        card.add(Label(self._letters_words(), Type.BODY, Token.TEXT2, wrap=True))
        card.add(self._line(write, self.answer_button), self.creditors)
        if self.known:
            self.creditors.select(self.known[0].id)
        self._tell_answer()
        return card

    def _letters_words(self) -> str:
        waits = sum(1 for each in self.known if each.opening is None)
        if waits == len(self.known):
            return self.tr("Ingen har fått brev. Be om pause og en oversikt over hvert krav.")
        if waits:
            words = plural(waits, self.tr("mottaker"), self.tr("mottakere"))
            return self.tr("{} har ikke fått brev.").format(words)
        return self.tr("Alle har fått brev. Før inn svarene etter hvert som de kommer.")

    def _answer_current(self) -> None:
        if self.creditors.current is not None:
            self._answer(self.creditors.current)

    def _answer(self, receiver: Receiver) -> None:
        if receiver.opening is not None:
            self.dialogs.opening_answer(receiver.opening, receiver.creditor.name)

    def _tell_answer(self) -> None:
        current = self.creditors.current
        there = current is not None and current.opening is not None
        self.answer_button.set_off("" if there else self.tr("Velg en som har fått brev."))

    # the offer

    def _offer(self) -> Card:
        proposal = self.proposal
        if proposal is None:
            return self._no_offer()
        card = Card(self.tr("Forslag til betaling"), icon=Icon.DEBT, fact=day(proposal.made_on))
        self.offers: RecordTable[OfferRow] = RecordTable(
            "plan_offers",
            self.tr("Forslag til betaling"),
            RecordModel(OFFERS),
            identity=lambda row: row.share.id,
        )
        rows = offer_rows(proposal.shares, self.claims)
        self.offers.opened.connect(self._reply)
        self.offers.set_rows(rows)
        self.offers.show_whole(MOST)
        card.add(Facts(self._offer_facts(proposal)), self._line(*self._offer_verbs(proposal)))
        rest = self.office.payment_proposals.unwritten(proposal.id)
        if rest and self.plan is None:
            card.add(RestOfLetters(self.office, self.navigator, proposal.id, len(rest)))
        card.add(self.offers)
        if rows:
            self.offers.select(rows[0].share.id)
        return card

    def _no_offer(self) -> Card:
        available = self.office.debt_budgets.available(self.case.id)
        card = Card(self.tr("Forslag til betaling"), icon=Icon.DEBT)
        if available is None:
            words = self.tr("Lag budsjettet først. Da vet vi hva det er å dele på.")
        elif not available:
            words = self.tr(
                "Etter budsjettet er det ingenting igjen til gjeld. Se på inntekter og utgifter,"
                " eller på andre tiltak."
            )
        else:
            words = self.tr("Etter budsjettet er det {} i måneden til gjeld.").format(
                format_kroner(available)
            )
        first = bool(available) and all(each.opening for each in self.known)
        write = self._button(
            self.tr("Lag forslag"),
            partial(self.go, OFFER_LETTERS),
            Icon.EDIT,
            first=first,
            off=self._off,
        )
        card.add(Label(words, Type.BODY, Token.TEXT2, wrap=True), self._line(write))
        return card

    def _offer_facts(self, proposal: PaymentProposal) -> list[Fact]:
        answered = sum(1 for each in proposal.shares if each.answer is not None)
        facts = [
            Fact(self.tr("I måneden til alle"), format_kroner(proposal.monthly)),
            Fact(self.tr("Delt"), title_word(proposal.basis)),
            Fact(self.tr("Første betaling"), day(proposal.first_on)),
            Fact(
                self.tr("Svar"),
                self.tr("{} av {}, senest {}").format(
                    answered, len(proposal.shares), day(proposal.answer_by)
                ),
            ),
        ]
        if proposal.months:
            facts.append(Fact(self.tr("Måneder"), str(proposal.months)))
        return facts

    def _offer_verbs(self, proposal: PaymentProposal) -> list[Button]:
        said = any(each.answer is not None for each in proposal.shares)
        plan = self._button(
            self.tr("Lag betalingsplan"),
            partial(self.go, PLAN_PAPER),
            Icon.SIGN,
            first=self.plan is None and proposal.answered,
            off="" if said else self.tr("Ingen har svart ennå."),
        )
        reply = self._button(
            self.tr("Før inn svar …"),
            self._reply_current,
            Icon.CHECK,
            first=self.plan is None and not proposal.answered,
        )
        again = self._button(
            self.tr("Nytt forslag"), partial(self.go, OFFER_LETTERS), Icon.EDIT, off=self._off
        )
        return [reply, plan, again]

    def _reply_current(self) -> None:
        if self.offers.current is not None:
            self._reply(self.offers.current)

    def _reply(self, row: OfferRow) -> None:
        """For one claim, or for all those the same receiver answers for."""
        proposal = self.proposal
        if proposal is None:
            return
        mine = self.claims[row.share.claim].receiver
        same = tuple(
            each.id
            for each in proposal.shares
            if each.claim in self.claims and self.claims[each.claim].receiver == mine
        )
        self.dialogs.proposal_answer(row, same)

    # the plan

    def _plan_card(self, plan: PaymentPlan) -> Card:
        kept = self.office.payment_plans.keeping(plan)
        card = Card(self.tr("Betalingsplan"), icon=Icon.SIGN, fact=title_word(plan.state))
        breach = self.office.payment_plans.breach(self.case.id) if plan.running else None
        if breach is not None:
            what = self.tr("{} mangler siden {}.").format(
                format_kroner(breach.missing), day(breach.since)
            )
            then = self.tr(
                "Ring og hør hva som har skjedd. Går det ikke som planlagt, kan dere lage en"
                " ny plan."
            )
            card.add(Callout(ChipKind.URGENT, what, then))
        elif plan.running:
            card.add(Label(self._next(kept), Type.LABEL_STRONG, Token.TEXT, wrap=True))
        self.rows = tuple(PlanRow(each, self._name(each.claim), self.today) for each in kept.claims)
        self.table: RecordTable[PlanRow] = RecordTable(
            "payment_plan",
            self.tr("Betalingsplan"),
            RecordModel(PLAN),
            identity=lambda row: row.kept.claim,
        )
        if plan.running:
            self.table.opened.connect(partial(self._paid, plan))
        self.table.set_rows(self.rows)
        self.table.show_whole(MOST)
        card.add(Facts(self._plan_facts(plan, kept)))
        if plan.running:
            card.add(self._line(*self._plan_verbs(plan, kept)))
        card.add(self.table)
        if self.rows:
            self.table.select(self.rows[0].kept.claim)
        return card

    def _name(self, claim: object) -> str:
        found = next((each for each in self.claims.values() if each.id == claim), None)
        return found.creditor_name if found else ""

    def _next(self, kept: PlanKeeping) -> str:
        """What is to be paid next, and when."""
        if kept.next_on is None:
            return self.tr("Alt etter planen er betalt. Planen kan avsluttes.")
        amount = sum(e.next_amount for e in kept.claims if e.next_on == kept.next_on)
        return self.tr("Neste: {} senest {}, {}.").format(
            format_kroner(Ore(amount)),
            day(kept.next_on),
            until(self.today, kept.next_on),
        )

    def _plan_facts(self, plan: PaymentPlan, kept: PlanKeeping) -> list[Fact]:
        facts = [
            Fact(self.tr("Avtalt"), day(plan.agreed_on)),
            Fact(self.tr("Betalt"), format_kroner(kept.paid)),
            Fact(self.tr("Igjen av planen"), format_kroner(kept.left)),
        ]
        if not plan.running:
            facts.append(Fact(self.tr("Slutt"), stopped(day(plan.state_since))))
        payments = self.office.payment_plans.payments(plan.id)
        if payments:
            last = payments[-1]
            words = f"{format_kroner(last.amount)}, {day(last.paid_on)}"
            facts.append(Fact(self.tr("Siste betaling"), f"{words}, {self._name(last.claim)}"))
        if plan.words:
            facts.append(Fact(self.tr("Merknad"), plan.words))
        return facts

    def _plan_verbs(self, plan: PaymentPlan, kept: PlanKeeping) -> list[Button]:
        amount = self.office.payment_plans.next_amount(plan)
        done_with = not amount
        part = self._button(
            self.tr("Betalt etter planen …"),
            lambda: self.dialogs.paid_part(plan, amount),
            Icon.CHECK,
            first=not done_with,
            off=self.tr("Alt er betalt.") if done_with else "",
        )
        one = self._button(self.tr("Én betaling …"), self._paid_current)
        payments = self.office.payment_plans.payments(plan.id)
        verbs = [part, one]
        if payments:
            remove = partial(self._remove, plan, payments[-1].id)
            verbs.append(self._button(self.tr("Ta bort siste betaling"), remove))
        verbs.append(self._button(self.tr("Ny plan"), partial(self.go, PLAN_PAPER), Icon.EDIT))
        end = partial(self.dialogs.end, plan)
        verbs.append(self._button(self.tr("Avslutt planen …"), end, first=not kept.left))
        return verbs

    def _paid(self, plan: PaymentPlan, row: PlanRow) -> None:
        self.dialogs.paid(plan, self.rows, row)

    def _paid_current(self) -> None:
        if self.plan is not None:
            self.dialogs.paid(self.plan, self.rows, self.table.current)

    def _remove(self, plan: PaymentPlan, payment: int) -> None:
        act = partial(self.office.payment_plans.remove_payment, plan.id, payment)
        if self.navigator.attempt(act):
            self.navigator.tell(done("payment_plan.payment_removed"))
