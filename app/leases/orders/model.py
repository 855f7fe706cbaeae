"""An order of a lease from an outside landlord (C8, SD-11)."""

from dataclasses import field
from datetime import date

from app.core.ids import DocumentId, LeaseId, OwnerId
from app.core.records import dataclass
from app.dwellings.landlords.model import OwnerDraft
from app.leases.model import LeasePaper


@dataclass(frozen=True, slots=True)
class ContractOrder:
    """What was ordered of whom, and by which day the signed lease should be back."""

    id: int
    lease: LeaseId
    owner: OwnerId
    owner_name: str
    ordered_on: date
    answer_by: date
    document: DocumentId


@dataclass(frozen=True, slots=True)
class OrderDue:
    """An order whose lease is not signed yet."""

    lease: LeaseId
    number: str
    owner_name: str
    ordered_on: date
    answer_by: date
    tenant_name: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True, repr=False)
class OrderLetter:
    """All that the order says; `lease` is the paper that goes with it."""

    number: str
    lease: LeasePaper
    owner: OwnerDraft
    answer_by: date
