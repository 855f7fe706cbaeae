"""The plan as it is kept: what is missing or comes next, each claim, and its verbs."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.ids import DebtClaimId
from app.core.money import Ore, format_kroner
from app.debt.plans.model import PaymentPlan, PlanBreach, PlanKeeping
from app.office import Office
from ui.asking import stopped
from ui.debt.plan.columns import PLAN, PlanRow, tr
from ui.debt.plan.dialogs import PlanDialogs
from ui.debt.plan.tasks import PLAN_PAPER
from ui.debt.plan.verbs import Verbs
from ui.kit.buttons import Button
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import ChipKind
from ui.kit.flow import flow_of
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.palette import Token
from ui.kit.table import RecordTable
from ui.kit.words import Label
from ui.labels import day, done, title_word, until
from ui.navigation import Navigator

MOST = 12


class PlanCard(Card):
    """Enter on a claim enters what was paid on it."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        plan: PaymentPlan,
        names: Mapping[DebtClaimId, str],
        verbs: Verbs,
        go: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        self._office, self._navigator, self._plan = office, navigator, plan
        self._names, self._verbs, self._go = names, verbs, go
        self._today = office.clock.today()
        title = tr("Betalingsplan")
        super().__init__(title, icon=Icon.SIGN, fact=title_word(plan.state), parent=parent)
        self.dialogs = PlanDialogs(office, navigator, self)
        kept = office.payment_plans.keeping(plan)
        self.rows = tuple(
            PlanRow(each, names.get(each.claim, ""), self._today) for each in kept.claims
        )
        self.table: RecordTable[PlanRow] = RecordTable(
            "payment_plan", title, RecordModel(PLAN), identity=lambda row: row.kept.claim
        )
        if plan.running:
            self.table.opened.connect(self._paid)
        self.table.set_rows(self.rows)
        self.table.show_whole(MOST)
        breach = office.payment_plans.breach(plan.case) if plan.running else None
        if breach is not None:
            self.add(self._broken(breach))
        elif plan.running:
            self.add(Label(self._next(kept), Type.LABEL_STRONG, Token.TEXT, wrap=True))
        self.add(Facts(self._plan_facts(kept)))
        if plan.running:
            self.add(flow_of(*self._plan_verbs(kept)))
        self.add(self.table)
        if self.rows:
            self.table.select(self.rows[0].kept.claim)

    def _broken(self, breach: PlanBreach) -> Callout:
        what = self.tr("{} mangler siden {}.").format(
            format_kroner(breach.missing), day(breach.since)
        )
        then = self.tr(
            "Ring og hør hva som har skjedd. Går det ikke som planlagt, kan dere lage en ny plan."
        )
        return Callout(ChipKind.URGENT, what, then)

    def _next(self, kept: PlanKeeping) -> str:
        """What is to be paid next, and when."""
        if kept.next_on is None:
            return self.tr("Alt etter planen er betalt. Planen kan avsluttes.")
        amount = sum(e.next_amount for e in kept.claims if e.next_on == kept.next_on)
        return self.tr("Neste: {} senest {}, {}.").format(
            format_kroner(Ore(amount)),
            day(kept.next_on),
            until(self._today, kept.next_on),
        )

    def _plan_facts(self, kept: PlanKeeping) -> list[Fact]:
        facts = [
            Fact(self.tr("Avtalt"), day(self._plan.agreed_on)),
            Fact(self.tr("Betalt"), format_kroner(kept.paid)),
            Fact(self.tr("Igjen av planen"), format_kroner(kept.left)),
        ]
        if not self._plan.running:
            facts.append(Fact(self.tr("Slutt"), stopped(day(self._plan.state_since))))
        payments = self._office.payment_plans.payments(self._plan.id)
        if payments:
            last = payments[-1]
            words = f"{format_kroner(last.amount)}, {day(last.paid_on)}"
            facts.append(
                Fact(self.tr("Siste betaling"), f"{words}, {self._names.get(last.claim, '')}")
            )
        if self._plan.words:
            facts.append(Fact(self.tr("Merknad"), self._plan.words))
        return facts

    def _plan_verbs(self, kept: PlanKeeping) -> list[Button]:
        amount = self._office.payment_plans.next_amount(self._plan)
        done_with = not amount
        part = self._verbs.button(
            self.tr("Betalt etter planen …"),
            lambda: self.dialogs.paid_part(self._plan, amount),
            Icon.CHECK,
            first=not done_with,
            off=self.tr("Alt er betalt.") if done_with else "",
        )
        one = self._verbs.button(self.tr("Én betaling …"), self._paid_current)
        payments = self._office.payment_plans.payments(self._plan.id)
        verbs = [part, one]
        if payments:
            remove = partial(self._remove, payments[-1].id)
            verbs.append(self._verbs.button(self.tr("Ta bort siste betaling"), remove))
        verbs.append(
            self._verbs.button(self.tr("Ny plan"), partial(self._go, PLAN_PAPER), Icon.EDIT)
        )
        end = partial(self.dialogs.end, self._plan)
        verbs.append(self._verbs.button(self.tr("Avslutt planen …"), end, first=not kept.left))
        return verbs

    def _paid(self, row: PlanRow) -> None:
        self.dialogs.paid(self._plan, self.rows, row)

    def _paid_current(self) -> None:
        self.dialogs.paid(self._plan, self.rows, self.table.current)

    def _remove(self, payment: int) -> None:
        act = partial(self._office.payment_plans.remove_payment, self._plan.id, payment)
        if self._navigator.attempt(act):
            self._navigator.tell(done("payment_plan.payment_removed"))
