"""The days of a lease: how long a term is, where it stands on a day, when rent is due. Pure."""

from datetime import date, timedelta

from app.core.parameters import Parameters
from app.core.periods import Period, Unit, add
from app.core.working_days import adjust
from app.leases.model import LeaseDraft, LeaseState, TermBasis

DUE_DAYS = range(1, 29)
"""Days that every month has (HL-11)."""


def term_end(start: date, months: int) -> date:
    """The last day of a term: the day before the one with the same number (HL-43, DL-02).

    Where the last month lacks that number its own last day is the last, so that a term from the
    29th of February is never a day too short. The next term begins the day after.
    """
    same = add(Period(months, Unit.MONTHS), start)
    return same - timedelta(days=1) if same.day == start.day else same


_LEAST = {
    TermBasis.ORDINARY: "hl.min_term_years",
    TermBasis.SAME_HOUSE: "hl.min_term_years_same_house",
    TermBasis.HOLIDAY_HOUSE: "hl.holiday_house_min_years",
}


def least_key(basis: TermBasis, parameters: Parameters, signing: date) -> str:
    """The parameter with the least term; the ordinary one outside the days of a special rule."""
    key = _LEAST[basis]
    holds = any(version.holds(signing) for version in parameters[key].versions)
    return key if holds else _LEAST[TermBasis.ORDINARY]


def shortest_end(draft: LeaseDraft, parameters: Parameters, signing: date) -> date | None:
    """The first last day that needs no reason (HL-43, HL-44, HL-47)."""
    if draft.start is None:
        return None
    key = least_key(draft.term_basis, parameters, signing)
    return term_end(draft.start, 12 * parameters.whole(key, signing))


def is_short(draft: LeaseDraft, parameters: Parameters, signing: date) -> bool:
    """Whether a fixed term is under the least the law asks for (HL-43)."""
    shortest = shortest_end(draft, parameters, signing)
    if draft.open_ended or shortest is None or draft.end is None:
        return False
    return draft.end < shortest


def short_terms(terms: tuple[tuple[date, date], ...], parameters: Parameters) -> int:
    """How many terms were under the least, each by the law of its first day (HL-56)."""
    least = "hl.min_term_years"
    return sum(end < term_end(start, 12 * parameters.whole(least, start)) for start, end in terms)


def overlap(
    start: date | None, end: date | None, other_start: date | None, other_end: date | None
) -> bool:
    """Whether two terms share a day; what has no day yet takes none, what has no end all."""
    if start is None or other_start is None:
        return False
    return start <= (other_end or date.max) and other_start <= (end or date.max)


def state_on(
    stored: LeaseState,
    start: date | None,
    end: date | None,
    day: date,
    parameters: Parameters,
    *,
    move_out_request_sent: date | None = None,
    followed_on: date | None = None,
    ended_on: date | None = None,
    returned_on: date | None = None,
) -> LeaseState:
    """Where a lease stands on a day (HL-40 to HL-42); `followed_on` a new lease took over.

    `ended_on` is the last day it was ended to: by notice, agreement or otherwise. Over it is when
    the dwelling is back too: `returned_on`, until then the tenant stays on (HL-73, HL-74).

    Open-ended by itself when more than three months have passed since the last day without a
    written request to move: the day after the moved day, since either reading has run out then.
    """
    if stored is not LeaseState.SIGNED or start is None or day < start:
        return stored
    if followed_on is not None and day >= followed_on:
        return LeaseState.ENDED
    if ended_on is not None:
        return _after(ended_on, returned_on, day)
    if end is None or day <= end:
        return LeaseState.RUNNING
    lasts = adjust(add(parameters.period("hl.move_out_request_months", end), end))
    in_time = move_out_request_sent is not None and move_out_request_sent <= lasts
    if day <= lasts or in_time:
        return LeaseState.PAST_TERM
    return LeaseState.TURNED_OPEN_ENDED


def _after(ended_on: date, returned_on: date | None, day: date) -> LeaseState:
    if day <= ended_on:
        return LeaseState.UNDER_NOTICE
    back = returned_on is not None and returned_on <= day
    return LeaseState.ENDED if back else LeaseState.OVERSTAY


def due_date(year: int, month: int, day: int) -> date:
    """The day rent is due, moved to the next working day (HL-11)."""
    return adjust(date(year, month, day))


def first_due(draft: LeaseDraft) -> date | None:
    """The day the first rent is due: the first due day that is not before the lease begins."""
    if draft.start is None:
        return None
    first = draft.start
    if first.day > draft.due_day:
        first = add(Period(1, Unit.MONTHS), first.replace(day=1))
    return due_date(first.year, first.month, draft.due_day)
