"""A case where creditors may be written to: the economy told, a yes to it, four claims."""

from dataclasses import dataclass, replace

from app.core.ids import CreditorId, DebtCaseId, DebtClaimId
from app.core.money import Ore, kroner
from app.debt.claims.model import DebtClaimKind
from app.debt.plans.model import PaymentPlan, ProposalAnswer, ProposalDraft, ProposalReply
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from tests.app.debt.budget.household import told
from tests.app.debt.claims.desk import a_claim, a_creditor

POWER, BANK, CARD, FINE = range(4)
OWED = (kroner(6_000), kroner(42_000), kroner(18_000), kroner(3_000))


@dataclass(frozen=True, slots=True)
class Ready:
    """The case, its claims and whom they are paid to: power, bank, card and fine."""

    case: DebtCaseId
    claims: tuple[DebtClaimId, ...]
    creditors: tuple[CreditorId, ...]


def agree(office: Office, case: DebtCaseId) -> None:
    """The person says yes to talking with creditors."""
    known = office.debt_cases.get(case)
    office.consents.add(Consent(known.person, ConsentScope.SHARE_CREDITORS, known.received_on))


def ready(office: Office, days: int = 0, *, agreed: bool = True) -> Ready:
    """What is left by the budget is 1 258 kroner a month."""
    case = told(office, days)
    if agreed:
        agree(office, case)
    day = office.debt_cases.get(case).received_on
    kinds: tuple[tuple[str, DebtClaimKind, dict[str, str]], ...] = (
        ("Glitre Kraft AS", DebtClaimKind.POWER, {}),
        ("Nordlys Bank AS", DebtClaimKind.CONSUMER_LOAN, {"account": "12345678903"}),
        ("Fjordkort AS", DebtClaimKind.CREDIT_CARD, {}),
        ("Statens innkreving", DebtClaimKind.FINE, {}),
    )
    claims, creditors = [], []
    for (name, kind, facts), owed in zip(kinds, OWED, strict=True):
        creditor = a_creditor(
            office, name, address="Postboks 1", postal_code="0101", postal_place="OSLO", **facts
        )
        draft = replace(
            a_claim(creditor, owed // 100), kind=kind, reference=f"R-{owed // 100}", as_of=day
        )
        claims.append(office.debt_claims.add(case, draft))
        creditors.append(creditor)
    return Ready(case, tuple(claims), tuple(creditors))


def offered(office: Office, case: DebtCaseId) -> int:
    """An offer as it is drafted."""
    return office.payment_proposals.make(case, office.payment_proposals.drafted(case))


def answer_all(office: Office, proposal: int, reply: ProposalReply = ProposalReply.YES) -> None:
    """Everybody answers the same."""
    known = next(
        each
        for case in office.debt_cases.rows()
        for each in office.payment_proposals.of(case.id)
        if each.id == proposal
    )
    for share in known.shares:
        office.payment_proposals.answered(share.id, ProposalAnswer(office.clock.today(), reply))


def planned(office: Office, case: DebtCaseId) -> PaymentPlan:
    """The plan that runs after everyone said yes."""
    proposal = offered(office, case)
    answer_all(office, proposal)
    made = office.payment_plans.make(case, office.payment_plans.drafted(case))
    return office.payment_plans.get(made)


def monthly(draft: ProposalDraft, amount: Ore) -> ProposalDraft:
    """The same with another sum each month."""
    return replace(draft, terms=replace(draft.terms, monthly=amount))
