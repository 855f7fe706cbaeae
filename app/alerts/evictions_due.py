"""Homes that may be lost (AL-01, AL-02), units that are silent, and what comes after."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from app.alerts.gathered import gathered
from app.alerts.model import Act, Alert, AlertId, Fact, Reason, Urgency
from app.alerts.told_once import is_told
from app.core.ids import EvictionCaseId, PersonId, Ref
from app.core.parameters import Parameters
from app.core.periods import add
from app.evictions.aftercare.model import AftercareDue
from app.evictions.aftercare.service import AftercareCases
from app.evictions.corrections.model import CorrectionDue
from app.evictions.model import EvictionCase, LossKind
from app.evictions.service import EvictionCases
from app.evictions.units.model import Unanswered
from app.evictions.units.service import READ_DAYS, UnitNotes
from app.people.service import People

LADDER = "al.eviction_ladder"
COMMENT_BASIS = "tvangsfullbyrdelsesloven § 13-6"
DAY_BASIS = "tvangsfullbyrdelsesloven § 13-12"
CORRECTION_BASIS = "tvangsfullbyrdelsesloven § 5-4"


def of_cases(
    cases: Iterable[EvictionCase],
    children: Mapping[PersonId, tuple[int, ...]],
    parameters: Parameters,
    today: date,
) -> Iterator[Alert]:
    """One for each case in which the home may still be lost, until it has an outcome."""
    for case in cases:
        if is_told(case):
            yield _of_case(case, children.get(case.person, ()), parameters, today)


def _of_case(
    case: EvictionCase, ages: tuple[int, ...], parameters: Parameters, today: date
) -> Alert:
    why, due, counted, basis = _pressing(case, today)
    facts: list[tuple[str, Fact]] = [("number", case.number), ("children", len(ages))]
    facts.append(("since", case.received_on or case.opened_on))
    if due is not None:
        facts.append(("until", due))
    return Alert(
        id=AlertId.EVICTION_CHILDREN if ages else AlertId.EVICTION,
        urgency=Urgency.NOW,
        case=Ref("eviction_case", case.id),
        since=case.received_on or case.opened_on,
        due=due,
        counted_day=counted,
        basis=basis,
        why=why,
        act=Act.OPEN_EVICTION,
        name=case.name,
        facts=tuple(facts),
        again=_next_rung(case.eviction_on, parameters, today),
    )


def _pressing(case: EvictionCase, today: date) -> tuple[Reason, date | None, date | None, str]:
    """What presses most: the two weeks while they run, but for a day that is set before their end.

    The act lets none be set so early (TV-10), but a paper may name one, and the home is lost then.
    """
    comment, day = case.comment_until, case.eviction_on
    if comment is not None and today <= comment and (day is None or comment < day):
        return Reason.EVICTION_COMMENT, comment, case.comment_nominal, COMMENT_BASIS
    if day is not None:
        passed = day < today
        why = Reason.EVICTION_DAY_PASSED if passed else Reason.EVICTION_DAY
        return why, day, None, "" if case.kind is LossKind.FORCED_SALE else DAY_BASIS
    return Reason.EVICTION_TOLD, None, None, ""


def _next_rung(day: date | None, parameters: Parameters, today: date) -> date | None:
    """The next day of the countdown; it is never put off past that."""
    if day is None:
        return None
    rungs = (add(step, day) for step in parameters.ladder(LADDER, today))
    return min((rung for rung in (*rungs, day) if rung > today), default=None)


def silent_units(rows: Iterable[Unanswered]) -> Iterator[Alert]:
    """Units that were told of a case and have not said that they read it; one for each case."""
    by_case: dict[EvictionCaseId, list[Unanswered]] = {}
    for row in rows:
        by_case.setdefault(row.case, []).append(row)
    for case, notes in by_case.items():
        since = min(each.note.sent_on or each.note.issued_on for each in notes)
        yield Alert(
            id=AlertId.UNIT_NOTE,
            urgency=Urgency.SOON,
            case=Ref("eviction_case", case),
            since=since,
            why=Reason.UNITS_SILENT,
            act=Act.OPEN_UNITS,
            name=notes[0].name,
            facts=(("count", len(notes)), ("since", since)),
        )


def after(rows: Iterable[AftercareDue]) -> Iterator[Alert]:
    """What is left after somebody has lost their home; the earliest of each case."""
    first: dict[EvictionCaseId, AftercareDue] = {}
    for row in rows:
        known = first.get(row.case)
        if known is None or row.due_on < known.due_on:
            first[row.case] = row
    for row in first.values():
        yield Alert(
            id=AlertId.AFTERCARE,
            urgency=Urgency.SOON,
            case=Ref("eviction_case", row.case),
            since=row.due_on,
            due=row.due_on,
            why=Reason.AFTERCARE_DUE,
            act=Act.OPEN_AFTERCARE,
            name=row.name,
            facts=(("since", row.due_on),),
        )


def corrections(rows: Iterable[CorrectionDue], today: date) -> Iterator[Alert]:
    """Petitions to be corrected by the day the letter gives (TV-09); red from that day on."""
    for row in rows:
        asked = row.correction
        over = asked.over(today)
        yield Alert(
            id=AlertId.PETITION_CORRECTION,
            urgency=Urgency.SOON if today < asked.until else Urgency.NOW,
            case=Ref("lease", asked.lease),
            since=asked.received_on,
            due=asked.until,
            basis=CORRECTION_BASIS,
            why=Reason.PETITION_NOT_CORRECTED if over else Reason.PETITION_TO_CORRECT,
            act=Act.OPEN_ARREARS,
            name=row.tenant_name,
            place=row.address,
            facts=(("since", asked.received_on), ("until", asked.until)),
            again=asked.until if today < asked.until else None,
        )


class EvictionsDue:
    """What is known of cases."""

    def __init__(
        self, cases: EvictionCases, people: People, notes: UnitNotes, aftercare: AftercareCases
    ) -> None:
        self._cases = cases
        self._people = people
        self._notes = notes
        self._aftercare = aftercare

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        cases = tuple(each for each in self._cases.open_ones() if is_told(each))
        children = self._people.children_of([each.person for each in cases])
        return (
            *of_cases(cases, children, parameters, today),
            *gathered(silent_units(self._notes.unanswered())),
            *after(self._aftercare.due()),
        )

    def coming(self, parameters: Parameters, until: date) -> tuple[Alert, ...]:
        """What is left to do after a home is lost, and units that have had their days to read.

        A case stands from the day somebody told of it, on each step of its countdown.
        """
        days = timedelta(days=parameters.whole(READ_DAYS, until))
        silent = silent_units(self._notes.unanswered(until))
        return (
            *after(self._aftercare.due(until)),
            *(replace(each, since=each.since + days) for each in silent),
        )
