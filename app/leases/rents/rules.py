"""When and how much a rent may change (HL-21 to HL-28). Pure; sums in whole øre."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from app.core.errors import OfficeError, Problem
from app.core.money import Ore
from app.core.parameters import Parameters
from app.core.periods import Period, add
from app.core.price_index import month_text
from app.leases.rents.model import (
    Correction,
    Fixing,
    IndexStep,
    RentChangeKind,
    RentChangeState,
    RentDraft,
    RentFixed,
    ToldFixing,
)
from app.leases.rents.series import Series, month_of

INTERVAL = "hl.index_interval_months"
INDEX_NOTICE = "hl.index_notice_months"
AFTER = "hl.prevailing_rent_after_months"
DEMAND = "hl.prevailing_rent_notice_months"
KRONE = 100
_BY_INDEX = frozenset({RentChangeKind.INDEX, RentChangeKind.TOLD_INDEX})


def index_limit(old: Ore, step: IndexStep) -> Ore:
    """The most the rent may be by the index, down to a whole krone (HL-22, § 4-2 letter a)."""
    return index_limits(step)(old)


def index_limits(step: IndexStep) -> Callable[[Ore], Ore]:
    """As `index_limit`, for many rents that one step of the index gives."""
    dearer, than = step.ratio.numerator, step.ratio.denominator * KRONE

    def limit_of(old: Ore) -> Ore:
        return Ore(old * dearer // than * KRONE)

    return limit_of


def first_of_month(day: date) -> date:
    """The day itself when it is a first, else the first of the next month."""
    return day if day.day == 1 else next_month(day)


def next_month(month: date) -> date:
    """The first day of the month after."""
    return (month.replace(day=1) + timedelta(days=31)).replace(day=1)


def first_told(sent: date, notice: Period) -> date:
    """The first month a change may hold from when its letter goes out that day."""
    return first_of_month(add(notice, sent))


def last_sending(effective: date, notice: Period) -> date:
    """The last day a letter may go out for a change to hold from a day (HL-24, HL-26).

    Counted forwards, so that the whole period has passed on the day: the latest day from which it
    does not reach beyond it.
    """
    day = add(Period(-notice.amount, notice.unit), effective)
    while add(notice, day + timedelta(days=1)) <= effective:
        day += timedelta(days=1)
    while add(notice, day) > effective:
        day -= timedelta(days=1)
    return day


def notice_of(kind: RentChangeKind, parameters: Parameters, on: date) -> Period:
    """How long before its day the letter must go out: one month, or six (HL-24, HL-26)."""
    return parameters.period(INDEX_NOTICE if kind is RentChangeKind.INDEX else DEMAND, on)


def index_from(fixing: Fixing, sent: date, parameters: Parameters) -> date:
    """The first day an index change may hold: a year after, told a month before (HL-23, HL-24)."""
    return index_earliest(parameters, sent)(fixing)


def index_earliest(parameters: Parameters, sent: date) -> Callable[[Fixing], date]:
    """As `index_from`, for many leases whose letters go out on one day."""
    interval = parameters.period(INTERVAL, sent)
    told = add(parameters.period(INDEX_NOTICE, sent), sent)

    @cache  # thousands of rents were fixed on few days
    def earliest_since(since: date) -> date:
        return first_of_month(max(add(interval, since), told))

    def earliest_of(fixing: Fixing) -> date:
        return earliest_since(fixing.since)

    return earliest_of


def fixed_by(effective: date, parameters: Parameters, sent: date) -> date:
    """The last day a rent may have been fixed for the index to change it from `effective`.

    Some days more, since months are not equally long: `index_earliest` decides (HL-23).
    """
    interval = parameters.period(INTERVAL, sent)
    return effective - (add(interval, effective) - effective) + timedelta(days=4)


def demand_from(fixing: Fixing, parameters: Parameters, on: date) -> date:
    """The first day the level of the area may be demanded (HL-25, § 4-3)."""
    return add(parameters.period(AFTER, on), fixing.free_since)


def prevailing_from(fixing: Fixing, sent: date, parameters: Parameters) -> date:
    """The first day it may hold: six months after the demand, a year after the last (HL-26)."""
    demanded = max(sent, demand_from(fixing, parameters, sent))
    year = add(parameters.period(INTERVAL, sent), fixing.since)
    return first_of_month(max(year, add(parameters.period(DEMAND, sent), demanded)))


def earliest(kind: RentChangeKind, fixing: Fixing, sent: date, parameters: Parameters) -> date:
    """The first day a change of a kind may hold when its letter goes out that day."""
    first = index_from if kind is RentChangeKind.INDEX else prevailing_from
    return first(fixing, sent, parameters)


def state_of(
    effective: date,
    send_by: date | None,
    sent: date | None,
    withdrawn: date | None,
    today: date,
) -> RentChangeState:
    """Where a change stands: one that was not sent in time never holds (HL-24, DL-04)."""
    if withdrawn is not None and withdrawn < effective:
        return RentChangeState.WITHDRAWN
    begun = RentChangeState.HOLDS if today >= effective else RentChangeState.COMING
    if send_by is None:  # no letter tells of it
        return begun
    if sent is not None:
        return begun if sent <= send_by else RentChangeState.NOT_TOLD
    return RentChangeState.TO_SEND if today <= send_by else RentChangeState.NOT_TOLD


def fixing_of(
    agreed: date, start: date, changes: Iterable[RentFixed], *, issued_here: bool
) -> Fixing:
    """The last time the rent was fixed, from what was agreed and each change that counts.

    What was agreed for a lease from a sheet is not known: the rent may be newer than the lease.
    """
    since, month, free, sure = start, month_of(agreed), start, issued_here
    for change in changes:
        if change.effective_on < since or not change.state.counts:
            continue
        since, month = change.effective_on, change.fixed_month
        free = free if change.kind in _BY_INDEX else since
        sure = sure or change.kind is not RentChangeKind.CORRECTED
    return Fixing(since, month, free, sure)


def check(
    draft: RentDraft,
    old: Ore,
    fixing: Fixing,
    series: Series,
    today: date,
    parameters: Parameters,
) -> tuple[Problem, ...]:
    """What is wrong with a change as typed."""
    if draft.kind is RentChangeKind.INDEX:
        return (
            *_day_problems(draft, fixing, today, parameters),
            *_index_problems(draft, old, fixing, series),
        )
    return (
        *_demand_problems(fixing, today, parameters),
        *_day_problems(draft, fixing, today, parameters),
        *_prevailing_problems(draft, old),
    )


def _day_problems(
    draft: RentDraft, fixing: Fixing, today: date, parameters: Parameters
) -> Iterator[Problem]:
    first = earliest(draft.kind, fixing, today, parameters)
    source = "HL-24" if draft.kind is RentChangeKind.INDEX else "HL-26"
    if draft.effective_on is None:
        yield Problem("effective_on", "rent_day_missing", source, remedy=first)
    elif draft.effective_on < first:
        year = add(parameters.period(INTERVAL, today), fixing.since)
        late = first_of_month(year) == first
        code = "rent_day_within_year" if late else "rent_day_too_early"
        facts: dict[str, object] = {"first": first, "since": fixing.since}
        yield Problem("effective_on", code, "HL-23" if late else source, remedy=first, facts=facts)
    elif draft.effective_on.day != 1:
        remedy = first_of_month(draft.effective_on)
        yield Problem("effective_on", "rent_day_mid_month", source, remedy=remedy)


def _index_problems(
    draft: RentDraft, old: Ore, fixing: Fixing, series: Series
) -> Iterator[Problem]:
    if not fixing.sure:
        yield Problem("base_month", "rent_fixing_unknown", "HL-22")
        return
    if draft.base_month is None or draft.new_month is None:
        name = "base_month" if draft.base_month is None else "new_month"
        yield Problem(name, "index_month_untold", "HL-22")
        return
    if draft.base_month < fixing.month:
        facts: dict[str, object] = {"month": month_text(fixing.month)}
        yield Problem(
            "base_month", "index_month_before_fixing", "HL-22", remedy=fixing.month, facts=facts
        )
        return
    try:
        step = series.step(draft.base_month, draft.new_month)
    except OfficeError as error:
        name = "new_month"
        if error.code == "index_month_missing" and not series.at(draft.base_month):
            name = "base_month"
        yield Problem(name, error.code, "HL-29", facts=dict(error.facts))
        return
    yield from _sum_problems(draft, old, index_limit(old, step))


def _sum_problems(draft: RentDraft, old: Ore, limit: Ore) -> Iterator[Problem]:
    if limit <= old:
        yield Problem("new_month", "index_gives_no_rise", "HL-22")
        return
    yield from _kroner_problems("new_rent", draft.new_rent, limit)
    if draft.new_rent is None:
        return
    if draft.new_rent > limit:
        facts: dict[str, object] = {"limit": limit}
        yield Problem("new_rent", "rent_above_index", "HL-22", remedy=limit, facts=facts)
    elif draft.new_rent <= old:
        yield Problem("new_rent", "rent_not_raised", "HL-22", remedy=limit)


def _kroner_problems(name: str, rent: Ore | None, remedy: Ore | None = None) -> Iterator[Problem]:
    if rent is None:
        yield Problem(name, "rent_missing", "HL-10", remedy=remedy)
    elif rent <= 0:
        yield Problem(name, "sum_negative", "HL-10")
    elif rent % KRONE:
        whole = Ore(rent // KRONE * KRONE)
        yield Problem(name, "rent_has_ore", "HL-10", remedy=whole, facts={"whole": whole})


def _demand_problems(fixing: Fixing, today: date, parameters: Parameters) -> Iterator[Problem]:
    first = demand_from(fixing, parameters, today)
    if not fixing.sure:
        yield Problem("effective_on", "rent_fixing_unknown", "HL-25")
    elif today < first:
        facts: dict[str, object] = {"first": first, "since": fixing.free_since}
        yield Problem("effective_on", "prevailing_too_early", "HL-25", facts=facts)


def _prevailing_problems(draft: RentDraft, old: Ore) -> Iterator[Problem]:
    yield from _kroner_problems("new_rent", draft.new_rent)
    if draft.new_rent == old:
        yield Problem("new_rent", "rent_not_changed", "HL-21")
    if not draft.reference.strip():
        yield Problem("reference", "rent_reference_missing", "HL-21")


def check_correction(
    correction: Correction, rent_then: Ore | None, start: date | None, today: date
) -> tuple[Problem, ...]:
    """What is wrong with a correction: lower, from a day that has been, with a reason (HL-28)."""
    return tuple(_correction_problems(correction, rent_then, start, today))


def _correction_problems(
    correction: Correction, rent_then: Ore | None, start: date | None, today: date
) -> Iterator[Problem]:
    if correction.since is None:
        yield Problem("since", "day_missing", "HL-28")
    elif correction.since > today:
        yield Problem("since", "day_in_future", "HL-28", remedy=today)
    elif start is not None and correction.since < start:
        yield Problem("since", "rent_before_lease", "HL-28", remedy=start)
    yield from _kroner_problems("rent", correction.rent)
    if correction.rent is not None and rent_then is not None and correction.rent >= rent_then:
        yield Problem("rent", "correction_not_lower", "HL-28", facts={"rent": rent_then})
    if not correction.reason.strip():
        yield Problem("reason", "reason_missing", "HL-28")


def overpaid(paid: Iterable[Ore], right: Ore) -> Ore:
    """What was paid too much over the months; late-payment interest comes on top (HL-28)."""
    return Ore(sum(max(0, each - right) for each in paid))


def check_told(told: ToldFixing, start: date | None, today: date) -> tuple[Problem, ...]:
    """What is wrong with what is told of the last change before the register."""
    problems = []
    if told.since is None:
        problems.append(Problem("since", "day_missing", "HL-23"))
    elif told.since > today:
        problems.append(Problem("since", "day_in_future", "HL-23", remedy=today))
    elif start is not None and told.since < start:
        problems.append(Problem("since", "rent_before_lease", "HL-23", remedy=start))
    if told.month is None:
        problems.append(Problem("month", "index_month_untold", "HL-22"))
    elif told.month > today:
        problems.append(Problem("month", "index_month_in_future", "HL-22"))
    return tuple(problems)
