"""The officer's verbs on dwellings held back."""

from datetime import date

from app.allocation.offers import reserve_store, rules
from app.allocation.offers.model import Reservation, ReservationDraft, ReservationRow
from app.allocation.service import Allocation
from app.applications.service import Applications
from app.core.errors import Conflict, NotFound, demand
from app.core.ids import DwellingId, Ref
from app.dwellings.model import DwellingStatus
from app.dwellings.service import Dwellings
from app.people.model import AddressProtection
from app.storage.database import Database

_NEVER = frozenset({DwellingStatus.UNAVAILABLE, DwellingStatus.RETIRED})


class Reservations:
    """Hold a dwelling back for an application, a year's settlement or a purpose, until a day."""

    def __init__(
        self,
        db: Database,
        allocation: Allocation,
        applications: Applications,
        dwellings: Dwellings,
    ) -> None:
        self._db = db
        self._allocation = allocation
        self._applications = applications
        self._dwellings = dwellings

    def rows(self, as_of: date | None = None) -> tuple[ReservationRow, ...]:
        """Those that hold on a day or from a later one, the first to run out first."""
        return reserve_store.rows(self._db, as_of or self._today)

    def on(self, dwelling: DwellingId, as_of: date | None = None) -> Reservation | None:
        """What holds a dwelling on a day."""
        day = as_of or self._today
        held = reserve_store.of_dwelling(self._db, dwelling)
        return next((each for each in held if each.holds(day)), None)

    def reserve(self, draft: ReservationDraft) -> int:
        """Hold it back; Invalid with what stops it. A dwelling that is let may be held from later.

        For strengt fortrolig it is done on paper alone (ADR-02).
        """
        demand(
            rules.reservation_problems(
                draft,
                reserve_store.of_dwelling(self._db, draft.dwelling),
                self._today,
                to_let=self._dwellings.get(draft.dwelling).status not in _NEVER,
                taken=self._allocation.allocation_of(draft.dwelling, draft.since) is not None,
                strict=self._strict(draft),
                barred=self._allocation.barred(draft.dwelling, draft.application),
            )
        )
        with self._db.unit("dwelling.reserved", Ref("dwelling", draft.dwelling)) as unit:
            return reserve_store.add(unit, draft)

    def end(self, reservation: int) -> None:
        """It is held back no longer, from today."""
        known = reserve_store.get(self._db, reservation)
        if known is None:
            raise NotFound("reservation_not_found")
        if known.ended_on is not None:
            raise Conflict("reservation_ended")
        with self._db.unit("reservation.ended", Ref("dwelling", known.draft.dwelling)) as unit:
            reserve_store.end(unit, reservation, unit.today)

    def _strict(self, draft: ReservationDraft) -> bool:
        if draft.application is None:
            return False
        row = self._applications.rows_of(frozenset({draft.application}))[0]
        return row.protection is AddressProtection.STRICTLY_CONFIDENTIAL

    @property
    def _today(self) -> date:
        return self._db.clock.today()
