"""Reads what the forecast of vacancies is counted from."""

from collections.abc import Iterator
from datetime import date

from app.allocation.service import Allocation
from app.allocation.settlement.model import SettlementState
from app.allocation.settlement.service import Settlements
from app.core.clock import Clock
from app.core.ids import DwellingId, Ref
from app.dwellings.model import DwellingRow, DwellingStatus
from app.dwellings.service import Dwellings
from app.leases.model import LeaseState
from app.leases.service import Leases
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.overview.vacancies import rules
from app.overview.vacancies.model import Coming, Forecast, Vacancy, VacancyCause


class Vacancies:
    """What falls vacant in the months to come, and who needs it."""

    def __init__(
        self,
        dwellings: Dwellings,
        leases: Leases,
        letters: Letters,
        allocation: Allocation,
        settlements: Settlements,
        clock: Clock,
    ) -> None:
        self._dwellings = dwellings
        self._leases = leases
        self._letters = letters
        self._allocation = allocation
        self._settlements = settlements
        self._clock = clock

    def forecast(self) -> Forecast:
        """Six months from this one; nobody who lives there is named."""
        today = self._clock.today()
        waiting = [place.row.bedrooms for place in self._allocation.waiting_list()]
        stock = {row.id: row for row in self._dwellings.rows()}
        vacancies = (
            *self._now(stock),
            *self._ending(stock, today),
            *self._leaving(stock, today),
        )
        return rules.forecast(vacancies, waiting, self._coming(), today)

    def _now(self, stock: dict[DwellingId, DwellingRow]) -> Iterator[Vacancy]:
        for row in stock.values():
            if row.status not in {DwellingStatus.READY, DwellingStatus.MAINTENANCE}:
                continue
            if self._allocation.allocation_of(row.id) is None:
                ready = row.status is DwellingStatus.READY
                cause = VacancyCause.VACANT if ready else VacancyCause.MAINTENANCE
                yield Vacancy(row.id, row.address, row.bedrooms, cause, None)

    def _ending(self, stock: dict[DwellingId, DwellingRow], today: date) -> Iterator[Vacancy]:
        for lease in self._leases.ending():
            row = stock.get(lease.dwelling)
            if lease.state is LeaseState.UNDER_NOTICE:
                continue
            if row is None or row.status is not DwellingStatus.LET or lease.renewal_decided:
                continue
            case = Ref("lease", lease.lease)
            asked = self._letters.sent_on(case, DocumentKind.MOVE_OUT_REQUEST) is not None
            if lease.end_on < today and not asked:
                continue
            cause = VacancyCause.MOVE_ASKED if asked else VacancyCause.TERM_ENDS
            day = lease.end_on if lease.end_on >= today else None
            yield Vacancy(row.id, row.address, row.bedrooms, cause, day)

    def _leaving(self, stock: dict[DwellingId, DwellingRow], today: date) -> Iterator[Vacancy]:
        """Leases that are given notice of, and those whose tenant stays on past the last day."""
        for lease in self._leases.rows():
            if lease.state not in {LeaseState.UNDER_NOTICE, LeaseState.OVERSTAY}:
                continue
            row, last = stock.get(lease.dwelling), lease.last_day
            if row is None or row.status is not DwellingStatus.LET or last is None:
                continue
            day = last if last >= today else None
            yield Vacancy(row.id, row.address, row.bedrooms, VacancyCause.NOTICE_GIVEN, day)

    def _coming(self) -> Iterator[Coming]:
        for row in self._settlements.rows():
            known = row.settlement
            if known.state is SettlementState.AGREED:
                yield Coming(row.bedrooms, known.draft.persons, known.draft.expected_on)
