"""The officer's verbs on payment plans: agreed, paid, kept or broken, ended (GJ-07)."""

from dataclasses import replace
from datetime import date

from app.core.errors import Conflict, NotFound, Problem, demand
from app.core.ids import DebtCaseId, DebtClaimId, Ref
from app.core.money import Ore
from app.debt.claims.model import DebtClaim
from app.debt.model import AdviceStage
from app.debt.plans import keeping, rules, store
from app.debt.plans.known import KnownPlans
from app.debt.plans.model import (
    PaymentPlan,
    PaymentPlanState,
    PlanClaim,
    PlanDraft,
)
from app.debt.plans.paper_model import PlanLine, PlanPaper
from app.debt.plans.plan_print import payment_plan
from app.debt.plans.shares import schedule
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.letters import document_of
from app.letters.model import DocumentKind

BY_A_NEW = "Ny plan"


class PaymentPlans(KnownPlans):
    """What is paid to whom and when, and whether it is."""

    # the plan

    def drafted(self, case: DebtCaseId) -> PlanDraft:
        """What the newest offer became by its answers, else what the budget leaves.

        Those who said no, or nothing, are left out.
        """
        offers, today = self._book.proposals(case), self._book.today
        if offers and any(each.answer for each in offers[-1].shares):
            return replace(rules.agreed(offers[-1]), agreed_on=today)
        claims, available = self._book.claims(case), self._book.available(case)
        usual = rules.usual_proposal(claims, available, self._from.settings.parameters, today)
        return PlanDraft(usual.terms, today)

    def check(self, case: DebtCaseId, draft: PlanDraft) -> tuple[Problem, ...]:
        """What stands between what was agreed and the plan; some is only told."""
        found = rules.check_plan(draft, self._book.claims(case), self._book.limits(case))
        begun = () if self._book.case(case).works else (Problem("case", "debt_not_begun"),)
        return (*begun, *found)

    def planned(self, case: DebtCaseId, draft: PlanDraft) -> PaymentPlan:
        """The plan a draft would be, kept nowhere; `check` first."""
        claims = self._book.claims(case)
        asked = rules.shared(draft.terms, claims)
        runs = schedule(
            draft.terms.monthly or rules.NO_MONEY, asked, draft.terms.basis, draft.terms.months
        )
        today = self._book.today
        return PaymentPlan(
            id=0,
            case=case,
            agreed_on=draft.agreed_on or today,
            first_on=draft.terms.first_on or today,
            claims=tuple(
                PlanClaim(0, each.claim, each.owed, tuple(r for r in runs if r.claim == each.claim))
                for each in asked
            ),
            state=PaymentPlanState.RUNNING,
            state_since=draft.agreed_on or today,
            proposal=draft.proposal,
            words=draft.words,
        )

    def make(self, case: DebtCaseId, draft: PlanDraft) -> int:
        """The plan runs from the day it was agreed; one that ran before it ends. Invalid."""
        demand(self.check(case, draft))
        plan, before = self.planned(case, draft), self.current(case)
        owed = {each.claim: each.owed for each in plan.claims}
        runs = [run for each in plan.claims for run in each.runs]
        with self._db.unit("payment_plan.made", Ref("debt_case", case)) as unit:
            if before is not None:
                day = max(before.state_since, plan.agreed_on)
                store.add_state(unit, before.id, PaymentPlanState.ENDED, day, BY_A_NEW)
            made = store.insert_plan(unit, case, draft, owed, runs)
            self._from.cases.reached(unit, case, AdviceStage.RUNNING, plan.agreed_on)
            return made

    def end(
        self, plan: int, state: PaymentPlanState | None, reason: str = "", on: date | None = None
    ) -> None:
        """It is paid, broken or ended, from a day. Invalid beside the field."""
        known, day = self.get(plan), on or self._book.today
        found = []
        if not known.running:
            raise Conflict("payment_plan_not_running")
        if state is None or state is PaymentPlanState.RUNNING:
            found.append(Problem("state", "plan_state_missing"))
        elif state is not PaymentPlanState.COMPLETED and not reason.strip():
            found.append(Problem("reason", "plan_ended_reason"))
        found += rules.check_since(day, known.state_since, self._book.today)
        demand(found)
        with self._db.unit("payment_plan.ended", Ref("debt_case", known.case)) as unit:
            store.add_state(unit, plan, state or known.state, day, reason)

    # payments

    def check_payment(
        self, plan: int, claim: DebtClaimId | None, amount: Ore | None, paid_on: date
    ) -> tuple[Problem, ...]:
        """What is wrong with a payment, beside the field."""
        known = self.get(plan)
        found = [*rules.check_since(paid_on, None, self._book.today, "paid_on")]
        kept = {each.claim: each for each in self.keeping(known).claims}
        if claim is None or claim not in kept:
            found.append(Problem("claim", "plan_payment_claim"))
        if amount is None or amount <= 0:
            found.append(Problem("amount", "plan_payment_amount"))
        elif claim in kept and amount > kept[claim].left:
            found.append(rules.too_much(kept[claim].left))
        return tuple(found)

    def paid(
        self,
        plan: int,
        claim: DebtClaimId | None,
        amount: Ore | None,
        paid_on: date | None = None,
        words: str = "",
    ) -> None:
        """So much was paid on a claim. Invalid beside the field, also for more than is left."""
        known, day = self.get(plan), paid_on or self._book.today
        demand(self.check_payment(plan, claim, amount, day))
        row = next(each.id for each in known.claims if each.claim == claim)
        with self._db.unit("payment_plan.paid", Ref("debt_case", known.case)) as unit:
            store.add_payment(unit, row, day, amount or Ore(0), words)

    def paid_part(self, plan: int, paid_on: date | None = None) -> None:
        """All that has come due and is missing, or else the next part, is paid: one payment each.

        Conflict payment_plan_not_running when nothing is left to pay.
        """
        known, day = self.get(plan), paid_on or self._book.today
        demand(rules.check_since(day, None, self._book.today, "paid_on"))
        given = rules.next_payment(self.keeping(known))
        if not given:
            raise Conflict("payment_plan_not_running")
        rows = {each.claim: each.id for each in known.claims}
        with self._db.unit("payment_plan.paid", Ref("debt_case", known.case)) as unit:
            for claim, amount in given:
                store.add_payment(unit, rows[claim], day, amount, "")

    def remove_payment(self, plan: int, payment: int) -> None:
        """It was not paid after all; the history keeps it."""
        known = self.get(plan)
        if payment not in {each.id for each in self.payments(plan)}:
            raise NotFound("payment_plan_not_found")
        with self._db.unit("payment_plan.payment_removed", Ref("debt_case", known.case)) as unit:
            unit.delete("plan_payment", payment)

    # the paper

    def preview(self, plan: PaymentPlan) -> Document:
        """The plan as a draft; it never shows an address that is kept secret (ADR-03)."""
        return self._document(plan, as_draft=True)

    def issue(self, plan: int, *, to_send: bool = True) -> Made:
        """Finish it for the person, to be sent or handed over; final."""
        known, letters = self.get(plan), self._from.letters
        letters.demand_officer()
        person = self._book.case(known.case).person
        document = self._document(known, as_draft=False)
        letters.show_address(person, document.reference)
        with self._db.unit("payment_plan.issued", Ref("debt_case", known.case), final=True) as unit:
            made = letters.issue_on_case(
                unit, known.case, person, document, DocumentKind.PAYMENT_PLAN, to_send=to_send
            )
            store.put_document(unit, plan, document_of(made))
            return made

    def make_and_issue(self, case: DebtCaseId, draft: PlanDraft) -> Made:
        """The plan, and its paper under «Skal sendes»; final. Invalid beside the field."""
        self._from.letters.demand_officer()
        return self.issue(self.make(case, draft))

    def _document(self, plan: PaymentPlan, *, as_draft: bool) -> Document:
        letters = self._from.letters
        sender = letters.to_person(self._book.case(plan.case).person, as_draft=as_draft)
        claims = {each.id: each for each in self._book.claims(plan.case)}
        paper = PlanPaper(
            sender=sender,
            number=letters.number(sender),
            plan=plan,
            lines=tuple(
                self._line(plan, each, claims[each.claim])
                for each in plan.claims
                if each.claim in claims and each.runs
            ),
            months=keeping.by_month(plan),
        )
        return payment_plan(paper, letters.text("payment_plan", sender))

    def _line(self, plan: PaymentPlan, planned: PlanClaim, claim: DebtClaim) -> PlanLine:
        to = self._from.creditors.get(claim.receiver)
        steps = tuple(
            (
                keeping.day_of(plan.first_on, run.first),
                keeping.day_of(plan.first_on, run.last),
                run.amount,
            )
            for run in planned.runs
        )
        return PlanLine(
            to.name, planned.owed, to.draft.account, claim.draft.reference.strip(), steps
        )
