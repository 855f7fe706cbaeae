"""Reads what the forecast of vacancies is counted from."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from app.allocation.service import Allocation
from app.allocation.settlement.model import SettlementState
from app.allocation.settlement.service import Settlements
from app.core.clock import Clock
from app.core.ids import DwellingId
from app.dwellings.model import DwellingRow, DwellingStatus
from app.dwellings.service import Dwellings
from app.leases.model import EndingLease, LeaseRow, LeaseState
from app.leases.service import Leases
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.overview.vacancies import rules
from app.overview.vacancies.model import Coming, Forecast, Vacancy, VacancyCause

_EMPTY = frozenset({DwellingStatus.READY, DwellingStatus.MAINTENANCE})
_LEAVING = frozenset({LeaseState.UNDER_NOTICE, LeaseState.OVERSTAY})


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

    def months(self) -> tuple[date, ...]:
        """The first day of each month that is looked at."""
        return rules.months_from(self._clock.today())

    def forecast(self) -> Forecast:
        """Six months from this one; nobody who lives there is named."""
        today = self._clock.today()
        waiting = [place.row.bedrooms for place in self._allocation.waiting_list()]
        last = rules.horizon(today) - timedelta(days=1)
        ending = self._leases.ending(until=last)
        leaving = [row for row in self._leases.rows() if row.state in _LEAVING]
        empty = self._dwellings.standing_in(_EMPTY)
        let = {each.dwelling for each in ending} | {each.dwelling for each in leaving}
        stock = {row.id: row for row in self._dwellings.rows_of(empty | let)}
        vacancies = (
            *self._now(stock),
            *self._ending(ending, stock, today),
            *self._leaving(leaving, stock, today),
        )
        return rules.forecast(vacancies, waiting, self._coming(), today)

    def _now(self, stock: Mapping[DwellingId, DwellingRow]) -> Iterator[Vacancy]:
        allocated = self._allocation.allocated()
        for row in stock.values():
            if row.status in _EMPTY and row.id not in allocated:
                ready = row.status is DwellingStatus.READY
                cause = VacancyCause.VACANT if ready else VacancyCause.MAINTENANCE
                yield Vacancy(row.id, row.address, row.bedrooms, cause, None)

    def _ending(
        self,
        ending: Iterable[EndingLease],
        stock: Mapping[DwellingId, DwellingRow],
        today: date,
    ) -> Iterator[Vacancy]:
        open_ones = [
            each
            for each in ending
            if each.state is not LeaseState.UNDER_NOTICE
            and not each.renewal_decided
            and stock[each.dwelling].status is DwellingStatus.LET
        ]
        cases = [each.lease for each in open_ones]
        sent = self._letters.sent_on_cases("lease", cases, DocumentKind.MOVE_OUT_REQUEST)
        for lease in open_ones:
            asked, row = lease.lease in sent, stock[lease.dwelling]
            if lease.end_on < today and not asked:
                continue
            cause = VacancyCause.MOVE_ASKED if asked else VacancyCause.TERM_ENDS
            day = lease.end_on if lease.end_on >= today else None
            yield Vacancy(row.id, row.address, row.bedrooms, cause, day)

    def _leaving(
        self,
        leaving: Iterable[LeaseRow],
        stock: Mapping[DwellingId, DwellingRow],
        today: date,
    ) -> Iterator[Vacancy]:
        """Leases that are given notice of, and those whose tenant stays on past the last day."""
        for lease in leaving:
            row, last = stock[lease.dwelling], lease.last_day
            if row.status is not DwellingStatus.LET or last is None:
                continue
            day = last if last >= today else None
            yield Vacancy(row.id, row.address, row.bedrooms, VacancyCause.NOTICE_GIVEN, day)

    def _coming(self) -> Iterator[Coming]:
        for row in self._settlements.rows():
            known = row.settlement
            if known.state is SettlementState.AGREED:
                yield Coming(row.bedrooms, known.draft.persons, known.draft.expected_on)
