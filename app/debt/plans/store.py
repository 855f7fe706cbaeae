"""SQL of offers to creditors, and of plans with what is paid."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from app.core.ids import DebtCaseId, DebtClaimId, DocumentId
from app.core.money import Ore
from app.core.records import dataclass
from app.debt.plans.model import (
    PaymentPlan,
    PaymentPlanState,
    PaymentProposal,
    PlanClaim,
    PlanDraft,
    PlanPayment,
    ProposalAnswer,
    ProposalDraft,
    ProposalReply,
    ProposalShare,
    Run,
    ShareBasis,
)
from app.storage.among import among
from app.storage.database import Database
from app.storage.unit import Unit


def _ore(value: int | None) -> Ore | None:
    return None if value is None else Ore(value)


# offers


def proposals(
    db: Database, day: date, only: Collection[int] | None = None
) -> tuple[PaymentProposal, ...]:
    """Every offer as it stood on a day, oldest first; or `only` some."""
    shares: dict[int, list[ProposalShare]] = {}
    some, which = among("s.proposal", only)
    sql = f"{_SHARES} WHERE TRUE{some} ORDER BY s.id"
    for proposal, share in db.select(_share, sql, (day.isoformat(), *which)):
        shares.setdefault(proposal, []).append(share)

    def made(
        row: int,
        case: int,
        made_on: str,
        monthly: int,
        basis: str,
        first_on: str,
        months: int | None,
        answer_by: str,
        words: str,
    ) -> PaymentProposal:
        return PaymentProposal(
            id=row,
            case=DebtCaseId(case),
            made_on=date.fromisoformat(made_on),
            monthly=Ore(monthly),
            basis=ShareBasis(basis),
            first_on=date.fromisoformat(first_on),
            months=months,
            answer_by=date.fromisoformat(answer_by),
            words=words,
            shares=tuple(shares.get(row, ())),
        )

    some, which = among("id", only)
    return db.select(
        made,
        "SELECT id, debt_case, made_on, monthly, basis, first_on, months, answer_by, words"
        f" FROM payment_proposal WHERE made_on <= ?1{some} ORDER BY id",
        (day.isoformat(), *which),
    )


_SHARES = (
    "SELECT s.proposal, s.id, s.debt_claim, s.owed, s.monthly, s.fixed,"
    " a.since, a.answer, a.monthly, a.words FROM proposal_share s"
    " LEFT JOIN proposal_answer a ON a.id = (SELECT r.id FROM proposal_answer r"
    "  WHERE r.proposal_share = s.id AND r.since <= ?1 ORDER BY r.since DESC, r.id DESC LIMIT 1)"
)


def _share(
    proposal: int,
    row: int,
    claim: int,
    owed: int,
    monthly: int,
    fixed: int | None,
    since: str | None,
    reply: str | None,
    asked: int | None,
    words: str | None,
) -> tuple[int, ProposalShare]:
    answer = None
    if since is not None and reply is not None:
        day = date.fromisoformat(since)
        answer = ProposalAnswer(day, ProposalReply(reply), _ore(asked), words or "")
    share = ProposalShare(row, DebtClaimId(claim), Ore(owed), Ore(monthly), _ore(fixed), answer)
    return proposal, share


def insert_proposal(
    unit: Unit, case: DebtCaseId, draft: ProposalDraft, shares: Sequence[ProposalShare]
) -> int:
    """An offer of today, checked."""
    terms = draft.terms
    made = unit.insert(
        "payment_proposal",
        debt_case=case,
        made_on=unit.today,
        monthly=terms.monthly,
        basis=terms.basis,
        first_on=terms.first_on,
        months=terms.months,
        answer_by=draft.answer_by,
        words=draft.words.strip(),
    )
    for each in shares:
        unit.insert(
            "proposal_share",
            proposal=made,
            debt_claim=each.claim,
            owed=each.owed,
            fixed=each.fixed,
            monthly=each.monthly,
        )
    return made


def add_answer(unit: Unit, share: int, answer: ProposalAnswer) -> None:
    """What was answered for one claim, from a day."""
    unit.insert(
        "proposal_answer",
        proposal_share=share,
        since=answer.since,
        answer=answer.reply,
        monthly=answer.monthly,
        words=answer.words.strip(),
    )


# plans


@dataclass(frozen=True, slots=True)
class _PlanRow:
    id: int
    case: int
    proposal: int | None
    agreed_on: str
    first_on: str
    words: str
    document: int | None
    state: str
    since: str


def plans(db: Database, day: date, only: Collection[int] | None = None) -> tuple[PaymentPlan, ...]:
    """Every plan as it stood on a day, oldest first; or `only` some."""
    claims = _claims(db, only)
    some, which = among("p.id", only)
    return tuple(
        PaymentPlan(
            id=row.id,
            case=DebtCaseId(row.case),
            agreed_on=date.fromisoformat(row.agreed_on),
            first_on=date.fromisoformat(row.first_on),
            claims=tuple(claims.get(row.id, ())),
            state=PaymentPlanState(row.state),
            state_since=date.fromisoformat(row.since),
            proposal=row.proposal,
            words=row.words,
            document=None if row.document is None else DocumentId(row.document),
        )
        for row in db.select(
            _PlanRow,
            "SELECT p.id, p.debt_case, p.proposal, p.agreed_on, p.first_on, p.words, p.document,"
            " s.state, s.since FROM payment_plan p JOIN payment_plan_state s ON s.id ="
            " (SELECT r.id FROM payment_plan_state r WHERE r.payment_plan = p.id AND r.since <= ?1"
            f"  ORDER BY r.since DESC, r.id DESC LIMIT 1) WHERE TRUE{some} ORDER BY p.id",
            (day.isoformat(), *which),
        )
    )


def _claims(db: Database, only: Collection[int] | None) -> Mapping[int, list[PlanClaim]]:
    some, which = among("c.payment_plan", only, 1)
    runs: dict[int, list[Run]] = {}
    for whose, run in db.select(
        lambda row, claim, first, last, amount: (
            row,
            Run(DebtClaimId(claim), first, last, Ore(amount)),
        ),
        "SELECT r.plan_claim, c.debt_claim, r.first_month, r.last_month, r.amount"
        f" FROM plan_claim c JOIN plan_run r ON r.plan_claim = c.id WHERE TRUE{some}"
        " ORDER BY r.first_month, r.id",
        which,
    ):
        runs.setdefault(whose, []).append(run)
    found: dict[int, list[PlanClaim]] = {}
    for plan, claim in db.select(
        lambda plan, row, claim, owed: (
            plan,
            PlanClaim(row, DebtClaimId(claim), Ore(owed), tuple(runs.get(row, ()))),
        ),
        f"SELECT c.payment_plan, c.id, c.debt_claim, c.owed FROM plan_claim c WHERE TRUE{some}"
        " ORDER BY c.id",
        which,
    ):
        found.setdefault(plan, []).append(claim)
    return found


def insert_plan(
    unit: Unit,
    case: DebtCaseId,
    draft: PlanDraft,
    owed: Mapping[DebtClaimId, Ore],
    runs: Sequence[Run],
) -> int:
    """A plan that runs from the day it was agreed, checked."""
    terms = draft.terms
    made = unit.insert(
        "payment_plan",
        debt_case=case,
        proposal=draft.proposal,
        agreed_on=draft.agreed_on,
        first_on=terms.first_on,
        words=draft.words.strip(),
    )
    for claim in terms.claims:
        row = unit.insert("plan_claim", payment_plan=made, debt_claim=claim, owed=owed[claim])
        for run in (each for each in runs if each.claim == claim):
            unit.insert(
                "plan_run",
                plan_claim=row,
                first_month=run.first,
                last_month=run.last,
                amount=run.amount,
            )
    add_state(unit, made, PaymentPlanState.RUNNING, draft.agreed_on or unit.today)
    return made


def add_state(
    unit: Unit, plan: int, state: PaymentPlanState, since: date, reason: str = ""
) -> None:
    """Where a plan stands from a day."""
    unit.insert(
        "payment_plan_state",
        payment_plan=plan,
        since=since,
        state=state,
        reason=reason.strip(),
    )


def put_document(unit: Unit, plan: int, document: DocumentId) -> None:
    """The paper that was made of a plan."""
    unit.update("payment_plan", plan, document=document)


def payments(db: Database, plan: int, day: date) -> tuple[PlanPayment, ...]:
    """What was paid by a plan up to a day, oldest first."""
    return db.select(
        lambda row, claim, paid_on, amount, words: PlanPayment(
            row, DebtClaimId(claim), date.fromisoformat(paid_on), Ore(amount), words
        ),
        "SELECT p.id, c.debt_claim, p.paid_on, p.amount, p.words"
        " FROM plan_claim c JOIN plan_payment p ON p.plan_claim = c.id"
        " WHERE p.paid_on <= ?1 AND c.payment_plan = ?2 ORDER BY p.paid_on, p.id",
        (day.isoformat(), plan),
    )


def paid(
    db: Database, plans: Collection[int], day: date
) -> Mapping[int, Mapping[DebtClaimId, Ore]]:
    """The sum of `payments` on each claim of each of some plans; none where nothing was paid."""
    found: dict[int, dict[DebtClaimId, Ore]] = {plan: {} for plan in plans}
    some, which = among("c.payment_plan", plans)
    for plan, claim, amount in db.select(
        lambda plan, claim, amount: (plan, DebtClaimId(claim), Ore(amount)),
        "SELECT c.payment_plan, c.debt_claim, sum(p.amount)"
        " FROM plan_claim c JOIN plan_payment p ON p.plan_claim = c.id"
        f" WHERE p.paid_on <= ?1{some} GROUP BY c.payment_plan, c.debt_claim",
        (day.isoformat(), *which),
    ):
        found[plan][claim] = amount
    return found


def add_payment(unit: Unit, claim: int, paid_on: date, amount: Ore, words: str) -> int:
    """So much was paid on a claim of a plan."""
    return unit.insert(
        "plan_payment", plan_claim=claim, paid_on=paid_on, amount=amount, words=words.strip()
    )
