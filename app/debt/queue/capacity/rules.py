"""When each in the queue may begin, in whole minutes of the days that are worked. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from app.core.errors import Problem
from app.core.working_days import is_working_day
from app.debt.queue.capacity.model import AbsenceDraft, Capacity, CapacityDraft, Supply
from app.debt.queue.model import Expected

HORIZON_DAYS = 5 * 366
"""Nothing is said of what lies further ahead."""

WEEK = 5
MOST_PERCENT, MOST_HOURS = 2000, 1000
MOST_MINUTES = 3000


def in_force(rows: Sequence[Capacity], on: date) -> Capacity | None:
    """What holds on a day; of two from the same day the one told last."""
    return next((row for row in reversed(rows) if row.since <= on), None)


def _worked(supply: Supply, on: date) -> Iterator[tuple[date, int]]:
    """Each day somebody works from `on`, with its minutes of advice times 500."""
    away = [each for each in supply.absences if each.last_day >= on]
    for ahead in range(HORIZON_DAYS):
        day = on + timedelta(days=ahead)
        row = in_force(supply.rows, day)
        if row is None or not row.share_percent or not is_working_day(day):
            continue
        if not any(each.covers(day) for each in away):
            yield day, row.week_minutes * row.share_percent


SCALE = 100 * WEEK
"""A day has `week_minutes * share_percent / 500` minutes; counted in 500ths, nothing is rounded."""


def _ahead(acute: Sequence[bool], supply: Supply) -> list[int]:
    """Hundredths of a case that come before each place; the acute never wait for work begun."""
    begun = supply.active * supply.left_percent
    return [100 * place + (0 if now else begun) for place, now in enumerate(acute)]


def _starts(
    hours: int, ahead: Sequence[int], worked: Iterable[tuple[date, int]]
) -> list[date | None]:
    """The day each of so many begins, if every case takes so many hours."""
    found: list[date | None] = [None] * len(ahead)
    waiting = sorted(range(len(ahead)), key=lambda place: ahead[place], reverse=True)
    had = 0
    for day, minutes in worked:
        while waiting and ahead[waiting[-1]] * hours * 60 * SCALE <= had * 100:
            found[waiting.pop()] = day
        if not waiting:
            break
        had += minutes
    return found


def expected(acute: Sequence[bool], supply: Supply, on: date) -> tuple[Expected | None, ...]:
    """When each place may begin, first to last, by whether each is acute (GJ-02).

    None where the capacity does not reach.
    """
    now = in_force(supply.rows, on) or (supply.rows[0] if supply.rows else None)
    if now is None:
        return (None,) * len(acute)
    ahead, worked = _ahead(acute, supply), tuple(_worked(supply, on))
    days = (
        _starts(hours, ahead, worked)
        for hours in (now.least_hours, now.usual_hours, now.most_hours)
    )
    return tuple(
        Expected(first, likely, last) if first and likely and last else None
        for first, likely, last in zip(*days, strict=True)
    )


def instead(rows: Sequence[Capacity], other: Capacity) -> tuple[Capacity, ...]:
    """What is there if `other` came into force on its day and nothing after it was changed."""
    return (*(row for row in rows if row.since < other.since), other)


def check(draft: CapacityDraft) -> tuple[Problem, ...]:
    """What is wrong with a capacity as it is typed."""
    found = []
    if draft.since is None:
        found.append(Problem("since", "debt_capacity_day_missing", "GJ-13"))
    found += _between("share_percent", draft.share_percent, 0, MOST_PERCENT)
    found += _between("week_minutes", draft.week_minutes, 60, MOST_MINUTES)
    for name in ("least_hours", "usual_hours", "most_hours"):
        found += _between(name, getattr(draft, name), 1, MOST_HOURS)
    least, usual, most = draft.least_hours, draft.usual_hours, draft.most_hours
    if least is not None and usual is not None and least > usual:
        found.append(Problem("least_hours", "debt_hours_turned", "GJ-13"))
    if usual is not None and most is not None and most < usual:
        found.append(Problem("most_hours", "debt_hours_turned", "GJ-13"))
    return tuple(found)


def _between(name: str, value: int | None, least: int, most: int) -> tuple[Problem, ...]:
    if value is None:
        return (Problem(name, "debt_capacity_number_missing", "GJ-13"),)
    if not least <= value <= most:
        return (Problem(name, "debt_capacity_outside", "GJ-13"),)
    return ()


def capacity(draft: CapacityDraft) -> Capacity:
    """A draft that was checked; ValueError for one that was not."""
    share, week = draft.share_percent, draft.week_minutes
    least, usual, most = draft.least_hours, draft.usual_hours, draft.most_hours
    if draft.since is None or share is None or week is None:
        raise ValueError("check the draft first")
    if least is None or usual is None or most is None:
        raise ValueError("check the draft first")
    return Capacity(draft.since, share, week, least, usual, most, draft.reason.strip())


def check_absence(draft: AbsenceDraft) -> tuple[Problem, ...]:
    """What is wrong with days away as they are typed."""
    found = []
    if draft.kind is None:
        found.append(Problem("kind", "debt_absence_kind_missing"))
    for name, day in (("first_day", draft.first_day), ("last_day", draft.last_day)):
        if day is None:
            found.append(Problem(name, "debt_absence_day_missing"))
    if draft.first_day and draft.last_day and draft.last_day < draft.first_day:
        found.append(Problem("last_day", "debt_absence_turned", remedy=draft.first_day))
    return tuple(found)
