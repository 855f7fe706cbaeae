"""The rent of a month, claimed of all whom the municipality bills: «Før inn månedens husleie»."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from app.arrears.billers.service import MUNICIPALITY, Billers
from app.arrears.model import RentChargeKind
from app.arrears.months import store
from app.arrears.months.model import LeftOut, MonthRent
from app.arrears.service import Arrears
from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import DwellingId, LeaseId
from app.core.records import dataclass
from app.core.rent_months import first_day, is_month, last_day, month_after, month_of
from app.leases.model import LeaseRow, LeaseState
from app.leases.service import Leases
from app.storage.database import Database


class MonthRents:
    """Enters a month at a time, in one unit that is undone as one; never twice for a tenancy."""

    def __init__(self, db: Database, leases: Leases, arrears: Arrears, billers: Billers) -> None:
        self._db = db
        self._leases = leases
        self._arrears = arrears
        self._billers = billers

    def check(self, month: str) -> tuple[Problem, ...]:
        """What is wrong with a month: rent is claimed at most one ahead (HL-11)."""
        if not is_month(month):
            return (Problem("month", "rent_month_unreadable"),)
        if month > month_after(month_of(self._today)):
            return (Problem("month", "rent_month_too_far", "HL-11"),)
        return ()

    def of(self, month: str) -> tuple[MonthRent, ...]:
        """Everyone who lives in a home of ours in a month, by address; Invalid for no month."""
        problems = self.check(month)
        if problems:
            raise Invalid(problems)
        first, last = first_day(month), last_day(month)
        known = _Known(
            first,
            last,
            store.due_days(self._db),
            self._claimed(month),
            self._billers.by_owner(last).keys(),
        )
        rows = self._leases.rows(max(first, min(self._today, last)))
        return tuple(_month_rent(row, known) for row in rows if _lives_there(row, last))

    def _claimed(self, month: str) -> frozenset[LeaseId]:
        """The leases of every tenancy that has a claim for the month."""
        found = {
            lease
            for lease, account in self._arrears.accounts().items()
            if any(
                each.stands and each.kind is RentChargeKind.RENT and each.month == month
                for each in account.charges
            )
        }
        return frozenset(
            lease
            for each in self._arrears.tenancies()
            if each.lease in found
            for lease in each.leases
        )

    def enter(self, month: str) -> int:
        """Claim it of all who lack it; how many. OfficeError when there is nobody."""
        wanted = [each for each in self.of(month) if each.left_out is None]
        if not wanted:
            raise OfficeError("nobody_to_bill")
        with self._db.unit("arrears.month_entered") as unit:
            for each in wanted:
                if each.amount is not None:
                    self._arrears.charge(
                        unit,
                        each.lease,
                        RentChargeKind.RENT,
                        each.due_on,
                        each.amount,
                        biller=MUNICIPALITY,
                        month=month,
                    )
        return len(wanted)

    @property
    def _today(self) -> date:
        return self._db.clock.today()


@dataclass(frozen=True, slots=True)
class _Known:
    """What holds of all of them in the month."""

    first: date
    last: date
    due_days: Mapping[LeaseId, int]
    claimed: frozenset[LeaseId]
    billed_by_owner: Collection[DwellingId]


def _lives_there(row: LeaseRow, last: date) -> bool:
    begun = row.start is not None and row.start <= last
    return begun and (row.state.lived_in or row.state is LeaseState.SIGNED)


def _month_rent(row: LeaseRow, known: _Known) -> MonthRent:
    due = known.first + timedelta(days=known.due_days.get(row.id, 1) - 1)
    return MonthRent(
        row.id,
        row.number,
        row.tenant_name,
        row.dwelling,
        due,
        row.rent,
        _left_out(row, known),
    )


def _left_out(row: LeaseRow, known: _Known) -> LeftOut | None:
    if row.id in known.claimed:
        return LeftOut.CLAIMED
    if row.dwelling in known.billed_by_owner:
        return LeftOut.OWNER_BILLS
    if not row.rent:
        return LeftOut.NO_RENT
    begins = row.start is not None and row.start > known.first
    ends = row.last_day is not None and known.first <= row.last_day < known.last
    return LeftOut.PART_OF_MONTH if begins or ends else None
