"""What offers, reservations and vacant dwellings ask of a person, and what it is read from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.allocation.offers.model import OfferRow, OfferState, ReservationRow
from app.allocation.offers.reservations import Reservations
from app.allocation.offers.service import Offers
from app.allocation.service import Allocation
from app.core.ids import DwellingId, Ref
from app.core.parameters import Parameters
from app.dwellings.model import ReadyLong
from app.dwellings.service import Dwellings

VACANT_DAYS = "al.vacant_days"
RESERVED_DAYS = "al.reservation_days"


Addresses = Callable[[Iterable[DwellingId]], Mapping[DwellingId, str]]
"""The address of each of some dwellings."""


def unanswered(rows: Iterable[OfferRow], today: date) -> Iterator[Alert]:
    """The answer day of an open offer is over."""
    for row in rows:
        offer = row.offer
        if not offer.state.open or today <= offer.answer_by:
            continue
        yield Alert(
            id=AlertId.OFFER,
            urgency=Urgency.NOW,
            case=Ref("offer", offer.id),
            since=offer.answer_by + timedelta(days=1),
            due=offer.answer_by,
            why=Reason.OFFER_NOT_SENT if offer.state is OfferState.MADE else Reason.OFFER_OVER,
            act=Act.RECORD_ANSWER,
            name=row.name,
            facts=(("answer_by", offer.answer_by), ("number", offer.number)),
        )


def running_out(
    rows: Iterable[ReservationRow], parameters: Parameters, today: date
) -> Iterator[Alert]:
    """A dwelling is held back for only a few days more."""
    days = parameters.whole(RESERVED_DAYS, today)
    for row in rows:
        draft = row.reservation.draft
        began = draft.until - timedelta(days=days)
        if not (row.reservation.holds(today) and today >= began):
            continue
        yield Alert(
            id=AlertId.RESERVATION,
            urgency=Urgency.SOON,
            case=Ref("dwelling", draft.dwelling),
            since=max(began, draft.since),
            due=draft.until,
            why=Reason.RESERVATION_ENDS,
            act=Act.OPEN_DWELLING,
            place=row.address,
            facts=(("until", draft.until),),
        )


def idle(
    vacant: ReadyLong | None, addresses: Addresses, parameters: Parameters, today: date
) -> Iterator[Alert]:
    """Vacant for some days while people wait, told once for all of them; one alone by its address.

    `vacant` are those that have been so for the days, and are neither allocated, offered nor held
    back.
    """
    if vacant is None:
        return
    alone = vacant.count == 1
    yield Alert(
        id=AlertId.VACANT,
        urgency=Urgency.INFO,
        case=Ref("office", 1),
        since=vacant.since + _vacant_days(parameters, today),
        why=Reason.VACANT_ONE if alone else Reason.VACANT_SEVERAL,
        act=Act.SEE_VACANT,
        place="".join(addresses((vacant.one,)).values()) if alone else "",
        facts=(("count", vacant.count), ("since", vacant.since)),
    )


def _vacant_days(parameters: Parameters, today: date) -> timedelta:
    return timedelta(days=parameters.whole(VACANT_DAYS, today))


class OffersDue:
    """Reads what the rules above need, as it stands today."""

    def __init__(
        self,
        offers: Offers,
        reservations: Reservations,
        allocation: Allocation,
        dwellings: Dwellings,
    ) -> None:
        self._offers = offers
        self._reservations = reservations
        self._allocation = allocation
        self._dwellings = dwellings

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        held = self._reservations.rows(today)
        return (
            *unanswered(self._offers.rows(), today),
            *running_out(held, parameters, today),
            *idle(
                self._idle(held, parameters, today), self._dwellings.addresses, parameters, today
            ),
        )

    def coming(self, parameters: Parameters, until: date) -> tuple[Alert, ...]:
        """Answers that should have come, and dwellings that are soon held back no longer.

        How long a dwelling has been vacant is told for all of them, on no day.
        """
        held = self._reservations.rows()
        last = (each.reservation.draft.until for each in held)
        days = sorted({min(day, until) for day in last})
        ending = (alert for day in days for alert in running_out(held, parameters, day))
        return (*unanswered(self._offers.rows(), until), *dict.fromkeys(ending))

    def _idle(
        self, held: Iterable[ReservationRow], parameters: Parameters, today: date
    ) -> ReadyLong | None:
        if not self._allocation.waiting_count():
            return None
        busy = {
            each.reservation.draft.dwelling for each in held if each.reservation.holds(today)
        } | self._offers.offered()
        busy |= self._allocation.allocated()
        return self._dwellings.ready_long(today - _vacant_days(parameters, today), busy)
