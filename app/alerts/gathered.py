"""Gjøremål of a kind there are many of, told as one that leads to the list."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from app.alerts.model import Act, Alert, Reason, Urgency
from app.core.ids import Ref

MOST_TOLD = 4
"""How many of a kind are told one by one; more are told as one that leads to the list."""

_SEVERAL = {
    Reason.EVALUATION_DUE: (Reason.EVALUATIONS_DUE, Act.SEE_EVALUATIONS),
    Reason.MEASURES_LATE: (Reason.MEASURES_LATE_SEVERAL, Act.SEE_LATE_MEASURES),
    Reason.MEASURES_TO_EVALUATE: (Reason.MEASURES_TO_EVALUATE_SEVERAL, Act.SEE_LATE_MEASURES),
    Reason.SILENT: (Reason.SILENT_SEVERAL, Act.SEE_SILENT),
    Reason.NEXT_CONTACT_DUE: (Reason.NEXT_CONTACTS_DUE, Act.SEE_SILENT),
    Reason.LEVEL_WITHOUT_PLAN: (Reason.LEVELS_WITHOUT_PLAN, Act.SEE_WITHOUT_PLAN),
    Reason.WITHOUT_OWNER: (Reason.SEVERAL_WITHOUT_OWNER, Act.SEE_WITHOUT_OWNER),
    Reason.NO_START_PACKAGE: (Reason.NO_START_PACKAGES, Act.SEE_HOLES),
    Reason.INSTALMENT_MISSED: (Reason.INSTALMENTS_MISSED, Act.SEE_BROKEN_AGREEMENTS),
    Reason.SIGNALS_YELLOW: (Reason.SIGNALS_YELLOW_SEVERAL, Act.SEE_SIGNALS),
    Reason.PAUSE_ENDS: (Reason.PAUSES_END, Act.SEE_PAUSES),
    Reason.UNITS_SILENT: (Reason.UNITS_SILENT_SEVERAL, Act.SEE_EVICTIONS),
    Reason.DEBT_UNDECIDED: (Reason.DEBTS_UNDECIDED, Act.SEE_ADVICE_UNDECIDED),
    Reason.DEBT_TARGET_PASSED: (Reason.DEBT_TARGETS_PASSED, Act.SEE_ADVICE_QUEUE),
    Reason.DEBT_START_DUE: (Reason.DEBT_STARTS_DUE, Act.SEE_ADVICE_QUEUE),
    Reason.CREDITORS_SILENT: (Reason.CREDITORS_SILENT_SEVERAL, Act.SEE_ADVICE),
    Reason.DEBT_PLAN_BROKEN: (Reason.DEBT_PLANS_BROKEN, Act.SEE_ADVICE),
    Reason.DEBT_MEASURE_DUE: (Reason.DEBT_MEASURES_DUE, Act.SEE_ADVICE),
    Reason.DEBT_PAPERS_LATE: (Reason.DEBT_PAPERS_LATE_SEVERAL, Act.SEE_ADVICE),
}


def gathered(alerts: Iterable[Alert]) -> tuple[Alert, ...]:
    """The same, those of one reason as one gjøremål when they are more than `MOST_TOLD`."""
    by_reason: dict[Reason, list[Alert]] = defaultdict(list)
    for alert in alerts:
        by_reason[alert.why].append(alert)
    told: list[Alert] = []
    for why, same in by_reason.items():
        if why in _SEVERAL and len(same) > MOST_TOLD:
            told.append(_as_one(same))
        else:
            told += same
    return tuple(told)


def several(first: Alert, count: int) -> Alert:
    """So many like the first of them, as one."""
    why, act = _SEVERAL[first.why]
    return Alert(
        id=first.id,
        urgency=first.urgency,
        case=Ref("office", 1),
        since=first.since,
        due=first.due,
        why=why,
        act=act,
        facts=(("count", count), ("since", first.since)),
    )


def _as_one(same: list[Alert]) -> Alert:
    first = min(same, key=lambda each: each.since)
    dues = [each.due for each in same if each.due is not None]
    return replace(
        several(first, len(same)),
        urgency=min((each.urgency for each in same), key=tuple(Urgency).index),
        due=min(dues, default=None),
    )


def of_a_day(alerts: Iterable[Alert]) -> Iterator[Alert]:
    """Those of one reason and one day as one: ahead there are more of them than can be read."""
    by_day: dict[tuple[Reason, date], list[Alert]] = defaultdict(list)
    for alert in alerts:
        by_day[alert.why, alert.since].append(alert)
    for (why, day), same in by_day.items():
        if len(same) == 1:
            yield same[0]
            continue
        # the office has no other case of that number: each kind and day has its own
        case = Ref("office", 100 * day.toordinal() + list(_SEVERAL).index(why))
        yield replace(_as_one(same), case=case, due=day)
