"""What the municipality owes an answer to (REP-03, REP-18, SD-10), and the plan of BS-06. Pure."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.ids import Ref
from app.core.parameters import Parameters
from app.core.periods import Period, Unit, add
from app.core.records import dataclass

PACK_DAYS = "al.pack_days"
PLAN_DAY = "boso.plan_deadline"
PLAN_MADE = "local.housing_plan_made"
KOSTRA_DAYS = ("rep.kostra_first", "rep.kostra_preliminary", "rep.kostra_final")
SURVEY_YEARS, SURVEY_WEEK = "rep.homeless_years", "rep.homeless_week"
SURVEY_TOLD = "rep.homeless_told_days"


class OwedReturn(StrEnum):
    """The returns with a day of their own."""

    KOSTRA13 = "kostra13"
    HOMELESS = "homeless"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"


class Returns(Protocol):
    """Where the answers that were given come from."""

    def began(self) -> date | None:
        """The first day the register knows; None while it knows nothing."""
        ...

    def kept(self, kind: OwedReturn, last: date) -> bool:
        """Whether an answer for the period to a day is kept."""
        ...


@dataclass(frozen=True, slots=True)
class Owed:
    """One that is owed for a period: told from a day, to be given by one of the days in turn.

    It is no longer owed after the last of them when it `lapses`.
    """

    kind: OwedReturn
    first: date
    last: date
    told: date
    days: tuple[date, ...]
    lapses: bool = False

    def due(self, today: date) -> date:
        """The next day to give it by; the last one when all are passed."""
        return next((day for day in self.days if day >= today), self.days[-1])


def owed(parameters: Parameters, today: date) -> tuple[Owed, ...]:
    """Every one for the periods that ended within the last year, and the survey that comes."""
    years = (today.year - 1, today.year)
    found: list[Owed | None] = [_kostra(parameters, year, today) for year in years]
    found += [_survey(parameters, year, today) for year in years]
    pack = parameters.numbers(PACK_DAYS, today)[-1]
    for year in (today.year - 1, today.year):
        found += [_pack(OwedReturn.QUARTER, year, 3 * part, pack) for part in range(1, 5)]
        found += [_pack(OwedReturn.HALF_YEAR, year, 6 * part, pack) for part in (1, 2)]
    return tuple(each for each in found if each is not None)


def _kostra(parameters: Parameters, year: int, today: date) -> Owed:
    """REP-18: the first day, that of the preliminary numbers and that of the final ones."""
    days = sorted(_day_in(year + 1, parameters.numbers(key, today)) for key in KOSTRA_DAYS)
    return Owed(
        OwedReturn.KOSTRA13,
        date(year, 1, 1),
        date(year, 12, 31),
        date(year + 1, 1, 1),
        tuple(days),
        lapses=True,
    )


def _day_in(year: int, said: Sequence[int]) -> date:
    """A day and a month; the nearest that is where an officer wrote one that is not."""
    day, month = (*said, 1, 1)[:2]
    month = min(max(month, 1), 12)
    return date(year, month, min(max(day, 1), monthrange(year, month)[1]))


def _survey(parameters: Parameters, year: int, today: date) -> Owed | None:
    """REP-03: every fourth year, week 48; told four weeks before, given the week after."""
    first, every = (*parameters.numbers(SURVEY_YEARS, today), year, 1)[:2]
    if (year - first) % max(1, every):
        return None
    week = min(max(parameters.whole(SURVEY_WEEK, today), 1), 52)
    monday = date.fromisocalendar(year, week, 1)
    told = monday - timedelta(days=parameters.whole(SURVEY_TOLD, today))
    sunday = monday + timedelta(days=6)
    days = (sunday, sunday + timedelta(days=7))
    return Owed(OwedReturn.HOMELESS, monday, sunday, told, days, lapses=False)


def _pack(kind: OwedReturn, year: int, month: int, days: int) -> Owed:
    """Told the day after its period; the next one takes its place."""
    length = 3 if kind is OwedReturn.QUARTER else 6
    after = date(year + month // 12, month % 12 + 1, 1)
    last = after - timedelta(days=1)
    return Owed(
        kind,
        date(year, month - length + 1, 1),
        last,
        after,
        (last + timedelta(days=days),),
    )


def returns_due(returns: Returns, parameters: Parameters, today: date) -> Iterator[Alert]:
    """The newest of each kind that is told and not kept; none from before the register."""
    began = returns.began()
    newest: dict[OwedReturn, Owed] = {}
    for each in owed(parameters, today):
        over = each.lapses and today > each.days[-1]
        if began is None or began > each.last or today < each.told or over:
            continue
        newest[each.kind] = each
    soon = parameters.numbers(PACK_DAYS, today)[0]
    for kind, each in newest.items():
        if not returns.kept(kind, each.last):
            yield _alert(each, soon, today)


def _alert(each: Owed, soon: int, today: date) -> Alert:
    due = each.due(today)
    near = today > due - timedelta(days=soon)
    return Alert(
        id=AlertId.RETURN_DUE,
        urgency=_urgency(each, today, near=near),
        case=_case(each),
        since=each.told,
        due=due,
        why=Reason(f"return_{each.kind.value}"),
        act=_ACTS[each.kind],
        facts=(("first", each.first), ("last", each.last), ("year", each.last.year)),
    )


def _urgency(each: Owed, today: date, *, near: bool) -> Urgency:
    """Red alone where a day that others have set has passed."""
    late = today > each.days[0]
    if late and each.lapses:
        return Urgency.NOW
    return Urgency.SOON if late or near else Urgency.INFO


def _case(each: Owed) -> Ref:
    """One for each kind and period: the office has no other case of that number."""
    return Ref("office", 10 * each.last.toordinal() + list(OwedReturn).index(each.kind))


_ACTS = {
    OwedReturn.KOSTRA13: Act.OPEN_RETURNS,
    OwedReturn.HOMELESS: Act.OPEN_CENSUS,
    OwedReturn.QUARTER: Act.OPEN_PACK,
    OwedReturn.HALF_YEAR: Act.OPEN_PACK,
}


def plan_due(returns: Returns, parameters: Parameters, today: date) -> Iterator[Alert]:
    """AL-21: the municipality's plan must meet § 10 by the day; told until it is said to."""
    day = parameters.day(PLAN_DAY, today)
    began = returns.began()
    told = add(Period(-1, Unit.YEARS), day)
    if began is None or not told <= today <= day or parameters.flag(PLAN_MADE, today):
        return
    if today < began + timedelta(days=parameters.whole("al.plan_quiet_days", today)):
        return  # a register in its first weeks has enough
    yield Alert(
        id=AlertId.HOUSING_PLAN,
        urgency=Urgency.INFO,
        case=Ref("office", 1),
        since=told,
        due=day,
        counted_day=day,
        basis=parameters[PLAN_DAY].basis,
        why=Reason.HOUSING_PLAN,
        act=Act.OPEN_RULES,
        facts=(("until", day),),
    )


class OwedDue:
    """Reads what was answered."""

    def __init__(self, returns: Returns) -> None:
        self._returns = returns

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        return (
            *returns_due(self._returns, parameters, today),
            *plan_due(self._returns, parameters, today),
        )
