"""«Restanser»: every tenancy that owes in the order of the steps, then those that are closed."""

from collections.abc import Mapping
from datetime import date

from app.arrears.billers.service import Billers
from app.arrears.listing.model import ListedArrears
from app.arrears.model import Biller, Owed
from app.arrears.pauses.service import Pauses
from app.arrears.service import Arrears
from app.arrears.steps.service import ArrearsSteps
from app.core.ids import BillerId
from app.storage.database import Database
from app.storage.remembered import Remembered


class ArrearsList:
    """Read at one stroke, and remembered until something it read has changed."""

    def __init__(
        self,
        db: Database,
        arrears: Arrears,
        steps: ArrearsSteps,
        billers: Billers,
        pauses: Pauses,
    ) -> None:
        self._db = db
        self._arrears = arrears
        self._steps = steps
        self._billers = billers
        self._pauses = pauses
        self._rows: Remembered[tuple[ListedArrears, ...]] = Remembered(db)

    def rows(self) -> tuple[ListedArrears, ...]:
        """Those that owe by rank, then those closed with something left."""
        return self._rows.get(self._today, self._read)

    def ready(self) -> int:
        """How many have a step that may be taken today; of those closed nothing is read."""
        return sum(each.ready for each in self._steps.proposals())

    def _read(self) -> tuple[ListedArrears, ...]:
        billers = {each.id: each for each in self._billers.all()}
        ends = {
            self._arrears.tenancy(each.lease).lease: each.until(self._today)
            for each in self._pauses.ending()
        }
        owing = [
            ListedArrears(
                row.tenancy,
                row.owed,
                self._arrears.stands(row.tenancy.lease, row.owed),
                _latest(row.owed, billers),
                row,
                ends.get(row.tenancy.lease),
            )
            for row in self._steps.proposals()
        ]
        return (*owing, *self._closed(billers))

    def _closed(self, billers: Mapping[BillerId, Biller]) -> list[ListedArrears]:
        owing = self._arrears.owing()
        late = tuple(self._arrears.tenancies_of(owing).values())
        closed = self._arrears.closed_of(late)
        return [
            ListedArrears(
                each,
                owing[each.lease],
                self._arrears.state(each.lease),
                _latest(owing[each.lease], billers),
            )
            for each in late
            if each.lease in closed
        ]

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _latest(owed: Owed, billers: Mapping[BillerId, Biller]) -> Biller | None:
    return billers.get(owed.charges[-1].charge.biller) if owed.charges else None
