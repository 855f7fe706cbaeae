"""Temporary stays that last too long: 14 days, and three months with children (AL-14, SOT-05)."""

from collections.abc import Iterable, Iterator
from datetime import date

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.ids import Ref
from app.core.parameters import Parameters
from app.leases.stays.model import StayRow
from app.leases.stays.service import Stays

BASIS = "sosialtjenesteloven § 27"


def too_long(rows: Iterable[StayRow], today: date) -> Iterator[Alert]:
    """Open stays by the first of their unbroken nights; only children make it red."""
    for row in rows:
        if not row.stay.open:
            continue
        if today < row.long_from:
            continue
        red = row.has_child and today >= row.very_long_from
        why = Reason.STAY_CHILDREN_NEAR if row.has_child else Reason.STAY_LONG
        yield Alert(
            id=AlertId.STAY,
            urgency=Urgency.NOW if red else Urgency.SOON,
            case=Ref("stay", row.stay.id),
            since=row.very_long_from if red else row.long_from,
            due=row.very_long_from if row.has_child else None,
            basis=BASIS,
            why=Reason.STAY_CHILDREN_LONG if red else why,
            act=Act.OPEN_STAY,
            name=row.name,
            facts=(("since", row.since), ("nights", row.nights)),
        )


class StaysDue:
    """Reads the stays as they stand today."""

    def __init__(self, stays: Stays) -> None:
        self._stays = stays

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        return tuple(too_long(self._stays.staying(), today))
