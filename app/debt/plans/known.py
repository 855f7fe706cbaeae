"""What is known of plans on a day: which runs, how it is kept, what falls due."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import partial

from app.core.errors import NotFound
from app.core.ids import DebtCaseId, DebtClaimId, PersonId
from app.core.kept import Kept
from app.core.money import Ore
from app.debt.plans import due, keeping, rules
from app.debt.plans.book import PlanBook
from app.debt.plans.contact.model import CreditorLetterKind
from app.debt.plans.model import (
    CreditorDue,
    CreditorDueKind,
    PaymentPlan,
    PlanBreach,
    PlanKeeping,
    PlanPart,
    PlanPayment,
)
from app.storage.remembered import Remembered


class KnownPlans:
    """Reads alone; the verbs stand in the service."""

    def __init__(self, book: PlanBook) -> None:
        self._book, self._from = book, book.sources
        self._db = self._from.db
        self._kept: Kept[PlanKeeping] = Kept()
        self._running: Kept[PlanKeeping] = Kept()
        self._broken: Remembered[tuple[PlanBreach, ...]] = Remembered(self._db)
        self._waited: Remembered[tuple[CreditorDue, ...]] = Remembered(self._db)
        self._silent: Remembered[tuple[CreditorDue, ...]] = Remembered(self._db)

    def of(self, case: DebtCaseId, on: date | None = None) -> tuple[PaymentPlan, ...]:
        """The plans of a case, oldest first."""
        return tuple(each for each in self._book.all_plans(on) if each.case == case)

    def get(self, plan: int, on: date | None = None) -> PaymentPlan:
        """One plan; NotFound payment_plan_not_found."""
        for each in self._book.all_plans(on):
            if each.id == plan:
                return each
        raise NotFound("payment_plan_not_found")

    def current(self, case: DebtCaseId, on: date | None = None) -> PaymentPlan | None:
        """The one that runs; None when there is none, or it has ended."""
        return next((each for each in reversed(self.of(case, on)) if each.running), None)

    def newest(self, case: DebtCaseId, on: date | None = None) -> PaymentPlan | None:
        """The last one that was agreed, ended or not."""
        return next(reversed(self.of(case, on)), None)

    def keeping(self, plan: PaymentPlan, on: date | None = None) -> PlanKeeping:
        """How each claim is paid on a day; nothing is missing of what is settled or given up."""
        day = on or self._book.today
        claims = [each.claim for each in plan.claims]
        still = self._from.claims.open_among(claims, day)
        paid = self._book.paid((plan.id,), day)
        return _kept(self._kept, plan, paid[plan.id], day, still)

    def next_amount(self, plan: PaymentPlan) -> Ore:
        """All that is missing now, or else the next part; 0 when everything is paid."""
        return Ore(sum(amount for _, amount in rules.next_payment(self.keeping(plan))))

    def parts(self, plan: PaymentPlan) -> tuple[PlanPart, ...]:
        """Everything that falls due, by day."""
        return keeping.parts(plan)

    def payments(self, plan: int, on: date | None = None) -> tuple[PlanPayment, ...]:
        """What was paid by a plan, oldest first."""
        return self._book.payments(plan, on)

    def breach(self, case: DebtCaseId, day: date | None = None) -> PlanBreach | None:
        """What is missing of the plan that runs; None while it is kept, or there is none."""
        plan = self.current(case, day)
        if plan is None:
            return None
        return keeping.breach(plan, self.keeping(plan, day), self._book.case(case).person)

    def breaches(self, day: date | None = None) -> tuple[PlanBreach, ...]:
        """Every plan that is not kept on a day, the oldest breach first."""
        on = day or self._book.today

        def read() -> tuple[PlanBreach, ...]:
            plans = {each.case: each for each in self._book.running(on)}
            paid = self._book.paid([each.id for each in plans.values()], on)
            claims = [each.claim for plan in plans.values() for each in plan.claims]
            still = self._from.claims.open_among(claims, on)
            whose = self._from.cases.persons(plans)
            found = (
                keeping.breach(
                    plan, _kept(self._running, plan, paid[plan.id], on, still), whose[case]
                )
                for case, plan in plans.items()
            )
            return tuple(sorted((each for each in found if each), key=lambda each: each.since))

        return self._broken.get(on, read)

    def unanswered(self, until: date) -> tuple[CreditorDue, ...]:
        """Those of `due` that are answers to wait for by a day; of the others nothing is read."""
        today = self._book.today

        def read() -> tuple[CreditorDue, ...]:
            working = {each.id: each.person for each in self._from.cases.standing() if each.works}
            letters, offers = self._book.unanswered(working, today)
            sent = frozenset(each.id for each in offers)
            found = (
                *due.of_letters(letters, working.get, today),
                *due.of_proposals(offers, sent, working.get),
            )
            return tuple(sorted(found, key=lambda each: each.day))

        return tuple(each for each in self._silent.get(today, read) if each.day <= until)

    def due(self, until: date, on: date | None = None) -> tuple[CreditorDue, ...]:
        """Answers, ends of pauses and payments up to a day, the first first (GJ-06)."""
        day = on or self._book.today
        waited = self._waited.get(day, lambda: self._all_due(day))
        return tuple(each for each in waited if each.day <= until)

    def _all_due(self, day: date) -> tuple[CreditorDue, ...]:
        working = {each.id: each.person for each in self._from.cases.rows(day) if each.works}
        letters = self._book.all_letters(day)
        sent = frozenset(
            each.proposal or 0
            for each in letters
            if each.kind is CreditorLetterKind.PROPOSAL and each.sent_on is not None
        )
        found = [
            *due.of_letters(letters, working.get, day),
            *due.of_proposals(self._book.all_proposals(day), sent, working.get),
            *self._parts_due(working, day),
        ]
        return tuple(sorted(found, key=lambda each: each.day))

    def _parts_due(self, working: dict[DebtCaseId, PersonId], day: date) -> list[CreditorDue]:
        found = []
        for case, person in working.items():
            plan = self.current(case, day)
            kept = None if plan is None else self.keeping(plan, day)
            if kept is not None and kept.next_on is not None:
                coming = (e for e in kept.claims if e.next_on == kept.next_on)
                amount = Ore(sum(each.next_amount for each in coming))
                kind = CreditorDueKind.PART_DUE
                found.append(CreditorDue(case, person, kind, kept.next_on, amount=amount))
        return found


def _kept(
    known: Kept[PlanKeeping],
    plan: PaymentPlan,
    paid: Mapping[DebtClaimId, Ore],
    day: date,
    still: Collection[DebtClaimId],
) -> PlanKeeping:
    """Not worked out again for the same plan and sums; `still` are claims that are open."""
    closed = {each.claim for each in plan.claims} - set(still)
    anew = partial(keeping.keeping, plan, paid, day, closed)
    return known.get(plan.id, plan, (paid, day, closed), anew)
