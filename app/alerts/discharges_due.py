"""AL-18: discharge or release within two months without a home (A3, A4)."""

from collections.abc import Iterable, Iterator
from datetime import date

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.applications.discharges.model import DayLess, Leaving
from app.applications.discharges.service import Discharges
from app.core.ids import Ref
from app.core.parameters import Parameters
from app.core.periods import Period, Unit, add

LADDER = "al.discharge_ladder"


def leaving(found: Iterable[Leaving], parameters: Parameters, today: date) -> Iterator[Alert]:
    """Yellow from the first step before the day; red from the day itself."""
    periods = parameters.ladder(LADDER, today)
    for each in found:
        steps = sorted(add(period, each.leaves_on) for period in periods)
        if not steps or today < steps[0]:
            continue
        passed = today > each.leaves_on
        yield Alert(
            id=AlertId.DISCHARGE,
            urgency=Urgency.NOW if today >= each.leaves_on else Urgency.SOON,
            case=Ref("application", each.application),
            since=max(steps[0], each.told_on),
            due=each.leaves_on,
            basis=parameters[LADDER].basis,
            why=Reason.DISCHARGE_PASSED if passed else Reason.DISCHARGE_COMING,
            act=Act.TELL_DISCHARGE,
            name=each.name,
            facts=(("number", each.number), ("until", each.leaves_on)),
            again=min((day for day in steps if day > today), default=None),
        )


def dayless(found: Iterable[DayLess], parameters: Parameters) -> Iterator[Alert]:
    """For information while the need is told and the day is not: nobody can be warned of it."""
    for each in found:
        yield Alert(
            id=AlertId.DISCHARGE,
            urgency=Urgency.INFO,
            case=Ref("application", each.application),
            since=each.since,
            basis=parameters[LADDER].basis,
            why=Reason.DISCHARGE_NO_DAY,
            act=Act.TELL_DISCHARGE,
            name=each.name,
            facts=(("number", each.number),),
        )


class DischargesDue:
    """Reads who leaves soon, and of whom the day is not known."""

    def __init__(self, discharges: Discharges) -> None:
        self._discharges = discharges

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        # the first step lies two months before the day; a year is wide of any ladder
        until = add(Period(1, Unit.YEARS), today)
        return (
            *leaving(self._discharges.leaving(until), parameters, today),
            *dayless(self._discharges.dayless(), parameters),
        )
