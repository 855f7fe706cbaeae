"""AL-19: what binds a dwelling soon ends, so that it may be sold or used otherwise (REP-22)."""

from collections.abc import Iterable, Iterator
from datetime import date

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.alerts.rules import horizon
from app.core.ids import Ref
from app.core.parameters import Parameters
from app.core.periods import add
from app.dwellings.clauses.model import EndingClause
from app.dwellings.clauses.service import Clauses

LADDER = "al.clause_end_ladder"


def ending(found: Iterable[EndingClause], parameters: Parameters, today: date) -> Iterator[Alert]:
    """For information from a year before; soon once it has ended, until that is told."""
    periods = parameters.ladder(LADDER, today)
    told = set()
    for each in found:
        steps = sorted(add(period, each.ends_on) for period in periods)
        # one for each dwelling, by what ends first: the key is the dwelling's
        if not steps or today < steps[0] or each.dwelling in told:
            continue
        told.add(each.dwelling)
        over = today > each.ends_on
        yield Alert(
            id=AlertId.CLAUSE,
            urgency=Urgency.SOON if over else Urgency.INFO,
            case=Ref("dwelling", each.dwelling),
            since=steps[0],
            due=each.ends_on,
            basis=parameters[LADDER].basis,
            why=Reason.CLAUSE_ENDED if over else Reason.CLAUSE_ENDS,
            act=Act.OPEN_DWELLING,
            place=each.address,
            facts=(("clause", each.kind.value), ("until", each.ends_on)),
            again=min((day for day in steps if day > today), default=None),
        )


class ClausesDue:
    """Reads the clauses that end within the ladder."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses = clauses

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        until = horizon(parameters.ladder(LADDER, today), today)
        return tuple(ending(self._clauses.ending(until), parameters, today))
