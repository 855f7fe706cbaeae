"""Distinct id types, so that a person's id never stands where a dwelling's should."""

from typing import NewType

from app.core.records import dataclass

OfficerId = NewType("OfficerId", int)
PersonId = NewType("PersonId", int)
HouseholdId = NewType("HouseholdId", int)
OwnerId = NewType("OwnerId", int)
AllocatorId = NewType("AllocatorId", int)
DwellingId = NewType("DwellingId", int)
ApplicationId = NewType("ApplicationId", int)
VedtakId = NewType("VedtakId", int)
LeaseId = NewType("LeaseId", int)
DocumentId = NewType("DocumentId", int)
BatchId = NewType("BatchId", int)
ServiceUnitId = NewType("ServiceUnitId", int)
NeedId = NewType("NeedId", int)
GoalId = NewType("GoalId", int)
PlanId = NewType("PlanId", int)
BillerId = NewType("BillerId", int)
RentChargeId = NewType("RentChargeId", int)
EvictionCaseId = NewType("EvictionCaseId", int)
DebtCaseId = NewType("DebtCaseId", int)
DebtDecisionId = NewType("DebtDecisionId", int)
DebtClaimId = NewType("DebtClaimId", int)
CreditorId = NewType("CreditorId", int)
BudgetId = NewType("BudgetId", int)


@dataclass(frozen=True, slots=True)
class Ref:
    """Points at one record: `kind` is its table («person», «dwelling», «lease»)."""

    kind: str
    id: int
