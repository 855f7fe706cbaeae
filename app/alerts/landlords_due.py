"""What orders and agreements with owners ask of a person (SD-11, DOC-11)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.ids import DwellingId, OwnerId, Ref
from app.core.parameters import Parameters
from app.dwellings.landlords.model import RevisionDue
from app.dwellings.landlords.service import Landlords
from app.leases.orders.model import OrderDue
from app.leases.orders.service import Orders

REVISION_DAYS = 30
"""How long before its day an agreement is told of."""


def unanswered(rows: Iterable[OrderDue], today: date) -> Iterator[Alert]:
    """The signed lease should have been back."""
    for row in rows:
        if today <= row.answer_by:
            continue
        yield Alert(
            id=AlertId.LANDLORD,
            urgency=Urgency.SOON,
            case=Ref("lease", row.lease),
            since=row.answer_by + timedelta(days=1),
            due=row.answer_by,
            why=Reason.ORDER_UNANSWERED,
            act=Act.OPEN_ORDER,
            name=row.tenant_name,
            facts=(
                ("number", row.number),
                ("owner", row.owner_name),
                ("ordered_on", row.ordered_on),
            ),
        )


def revisions(rows: Iterable[tuple[RevisionDue, DwellingId]], today: date) -> Iterator[Alert]:
    """An agreement with an owner should be looked over soon (DOC-11)."""
    for row, dwelling in rows:
        began = row.revise_on - timedelta(days=REVISION_DAYS)
        if today < began:
            continue
        yield Alert(
            id=AlertId.LANDLORD,
            urgency=Urgency.SOON if today >= row.revise_on else Urgency.INFO,
            case=Ref("dwelling", dwelling),
            since=began,
            due=row.revise_on,
            why=Reason.REVISION_DUE,
            act=Act.OPEN_DWELLING,
            facts=(("owner", row.name), ("revise_on", row.revise_on)),
        )


class LandlordsDue:
    """Reads what the rules above need, as it stands today."""

    def __init__(self, orders: Orders, landlords: Landlords) -> None:
        self._orders = orders
        self._landlords = landlords

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        del parameters
        return (
            *unanswered(self._orders.waiting(), today),
            *revisions(self._theirs(), today),
        )

    def _theirs(self) -> Iterator[tuple[RevisionDue, DwellingId]]:
        """Each with a dwelling on whose page the owner is shown."""
        for row in self._landlords.revisions():
            dwelling = self._landlords.dwelling_of(OwnerId(row.owner))
            if dwelling is not None:
                yield row, dwelling
