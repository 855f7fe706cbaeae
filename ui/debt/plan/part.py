"""«Kreditorer og plan»: who is written to, what they are offered, and whether the plan is kept."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.errors import OfficeError
from app.core.money import format_kroner
from app.core.text import plural
from app.debt.model import DebtCase
from app.debt.plans.model import PaymentProposal
from app.office import Office
from ui.debt.part import DebtPart
from ui.debt.plan.columns import (
    OFFERS,
    RECEIVERS,
    OfferRow,
    ReceiverRow,
    offer_rows,
)
from ui.debt.plan.dialogs import PlanDialogs
from ui.debt.plan.plan_card import PlanCard
from ui.debt.plan.rest import RestOfLetters
from ui.debt.plan.tasks import OFFER_LETTERS, OPENING_LETTERS, PLAN_PAPER
from ui.debt.plan.verbs import Verbs
from ui.debt.tasks import CLAIMS, REQUEST
from ui.kit.buttons import Button, ButtonSize
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import ChipKind
from ui.kit.empty import EmptyState
from ui.kit.flow import flow_of
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.palette import Token
from ui.kit.table import RecordTable
from ui.kit.words import Label
from ui.labels import day, message, title_word
from ui.navigation import Navigator

MOST = 12
_SMALL = ButtonSize.SMALL


class PlanPart(DebtPart):
    """The plan first while it runs; Enter on a row enters its answer or its payment."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, case, parent)
        self.dialogs = PlanDialogs(office, navigator, self)
        self.today = office.clock.today()
        self.verbs = Verbs()
        self.claims = {each.id: each for each in office.debt_claims.of(case.id)}
        self.known = office.creditor_letters.receivers(case.id)
        self.proposal = office.payment_proposals.newest(case.id)
        self.plan = office.payment_plans.newest(case.id)
        self.add(*self._stops())
        if not self.claims:
            self.add(self._nothing())
            return
        if self.plan is not None:
            names = {claim: each.creditor_name for claim, each in self.claims.items()}
            self.plan_card = PlanCard(office, navigator, self.plan, names, self.verbs, self.go)
            self.add(self.plan_card)
        cards = [self._creditors(), self._offer()]
        self.add(*(cards if self.plan is None else reversed(cards)))

    def begin(self) -> None:
        if self.verbs.first is not None:
            self.verbs.first.setFocus()

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
    def _runs(self) -> bool:
        return self.plan is not None and self.plan.running

    @property
    def _off(self) -> str:
        problems = self.office.creditor_letters.permits(self.case.id)
        return message(OfficeError(problems[0].code)) if problems else ""

    def _nothing(self) -> Card:
        card = Card(flush=True)
        go = self.verbs.button(
            self.tr("Til gjeld"), partial(self.go, CLAIMS), Icon.DEBT, first=True
        )
        title = self.tr("Ingen kreditorer er ført inn ennå")
        why = self.tr(
            "Før inn hvem pengene skyldes til. Da kan du skrive til alle på én gang, og se hva"
            " hver kan få."
        )
        card.add(EmptyState(title, why, primary=go, drawing=False))
        return card

    # the creditors

    def _creditors(self) -> Card:
        waits = [each for each in self.known if each.to_ask]
        fact = plural(len(self.known), self.tr("mottaker"), self.tr("mottakere"))
        card = Card(self.tr("Kreditorene"), icon=Icon.LETTER, fact=fact)
        write = self.verbs.button(
            self.tr("Skriv åpningsbrev"),
            partial(self.go, OPENING_LETTERS),
            Icon.SEND,
            first=bool(waits) and self.proposal is None and not self._runs,
            off=self._off,
        )
        self.answer_button = self.verbs.button(
            self.tr("Før inn svar på brevet …"), self._answer_current, Icon.CHECK
        )
        self.creditors: RecordTable[ReceiverRow] = RecordTable(
            "plan_creditors",
            self.tr("Kreditorene"),
            RecordModel(RECEIVERS),
            identity=lambda row: row.one.id,
        )
        self.creditors.opened.connect(self._answer)
        self.creditors.current_changed.connect(lambda _one: self._tell_answer())
        self.creditors.set_rows([ReceiverRow(each, self.today) for each in self.known])
        self.creditors.show_whole(MOST)
        card.add(Label(self._letters_words(), Type.BODY, Token.TEXT2, wrap=True))
        card.add(flow_of(write, self.answer_button), self.creditors)
        if self.known:
            silent = [each for each in self.known if each.opening and not each.opening.answer]
            self.creditors.select((silent or self.known)[0].id)
        self._tell_answer()
        return card

    def _letters_words(self) -> str:
        waits = sum(1 for each in self.known if each.to_ask)
        letters = [each.opening for each in self.known if each.opening is not None]
        if not letters:
            if not waits:
                return self.tr("Kravet står i restansene. Det trengs ikke noe åpningsbrev.")
            if self._runs:
                return self.tr("Ingen har fått åpningsbrev. Planen løper.")
            return self.tr("Ingen har fått brev. Be om pause og en oversikt over hvert krav.")
        if waits:
            words = plural(waits, self.tr("mottaker"), self.tr("mottakere"))
            return self.tr("{} har ikke fått brev.").format(words)
        lie = sum(1 for each in letters if each.document is not None and each.sent_on is None)
        if lie:
            return self.tr("{} brev ligger under «Skal sendes».").format(lie)
        late = sum(1 for each in self.known if each.late(self.today))
        if late:
            words = plural(late, self.tr("mottaker"), self.tr("mottakere"))
            return self.tr("{} har ikke svart i tide. Ring, eller gå videre uten.").format(words)
        return self.tr("Alle har fått brev. Før inn svarene etter hvert som de kommer.")

    def _answer_current(self) -> None:
        if self.creditors.current is not None:
            self._answer(self.creditors.current)

    def _answer(self, row: ReceiverRow) -> None:
        letter = row.one.opening
        if letter is not None:
            self.dialogs.opening_answer(letter, row.one.creditor.name)

    def _tell_answer(self) -> None:
        current = self.creditors.current
        there = current is not None and current.one.opening is not None
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
        late = proposal.answer_by < self.today and self.plan is None
        rows = offer_rows(proposal.shares, self.claims, late=late)
        self.offers.opened.connect(self._reply)
        self.offers.set_rows(rows)
        self.offers.show_whole(MOST)
        card.add(Facts(self._offer_facts(proposal)), flow_of(*self._offer_verbs(proposal)))
        rest = self.office.payment_proposals.unwritten(proposal.id)
        if rest and self.plan is None:
            card.add(RestOfLetters(self.office, self.navigator, proposal.id, len(rest)))
        card.add(self.offers)
        if rows:
            silent = [row for row in rows if row.share.answer is None]
            self.offers.select((silent or rows)[0].share.id)
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
        asked = not any(each.to_ask for each in self.known)
        first = bool(available) and asked and not self._runs
        write = self.verbs.button(
            self.tr("Lag forslag"),
            partial(self.go, OFFER_LETTERS),
            Icon.EDIT,
            first=first,
            off=self._off,
        )
        card.add(Label(words, Type.BODY, Token.TEXT2, wrap=True), flow_of(write))
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
        plan = self.verbs.button(
            self.tr("Lag betalingsplan"),
            partial(self.go, PLAN_PAPER),
            Icon.SIGN,
            first=self.plan is None and proposal.answered,
            off="" if said else self.tr("Ingen har svart ennå."),
        )
        reply = self.verbs.button(
            self.tr("Før inn svar på forslaget …"),
            self._reply_current,
            Icon.CHECK,
            first=self.plan is None and not proposal.answered,
        )
        again = self.verbs.button(
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
