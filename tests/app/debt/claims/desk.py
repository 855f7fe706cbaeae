"""Creditors with invented names, and claims as they are typed."""

from dataclasses import replace

from app.core.ids import CreditorId, DebtCaseId, DebtClaimId
from app.core.money import kroner
from app.debt.claims.model import ClaimSums, CreditorDraft, DebtClaimDraft, DebtClaimKind
from app.office import Office


def a_creditor(office: Office, name: str = "Nordlys Bank AS", **facts: object) -> CreditorId:
    """One that claims money."""
    draft = replace(CreditorDraft(name), **facts)  # type: ignore[arg-type]  # fields by name
    return office.creditors.register(draft)


def a_claim(creditor: CreditorId | None, whole: int = 42_000, **facts: object) -> DebtClaimDraft:
    """A loan without security, of so many kroner."""
    draft = DebtClaimDraft(
        creditor, DebtClaimKind.CONSUMER_LOAN, ClaimSums(principal=kroner(whole))
    )
    return replace(draft, **facts)  # type: ignore[arg-type]  # fields of the draft by name


def claimed(
    office: Office, case: DebtCaseId, name: str = "Nordlys Bank AS", whole: int = 42_000
) -> DebtClaimId:
    """A claim of a new creditor in a case."""
    return office.debt_claims.add(case, a_claim(a_creditor(office, name), whole))
