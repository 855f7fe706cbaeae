"""Economic advice that needs someone: no vedtak, no start, no answer, a plan not followed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from app.alerts.appeals_due import FORWARD, OURS, forward_by
from app.alerts.gathered import gathered
from app.alerts.model import Act, Alert, AlertId, Fact, Reason, Urgency
from app.core.ids import DebtCaseId, Ref
from app.core.money import format_kroner
from app.core.parameters import Parameters
from app.debt.decisions.appeals import DebtAppeals
from app.debt.decisions.model import DebtAppeal, WaitingLevel, Waits
from app.debt.decisions.service import DebtDecisions
from app.debt.measures.model import DebtDue as MeasureDue
from app.debt.measures.service import DebtMeasures
from app.debt.model import StandingCase
from app.debt.papers.model import PapersDue
from app.debt.papers.service import DebtPapers
from app.debt.plans.model import CreditorDue, PlanBreach
from app.debt.plans.service import PaymentPlans
from app.debt.queue.model import DebtUrgency, LateStart
from app.debt.queue.service import DebtQueue
from app.debt.service import DebtCases

VEDTAK_BASIS = "sosialtjenesteloven § 17"


def undecided(rows: Iterable[Waits]) -> Iterator[Alert]:
    """Those who stand in the queue without a vedtak, past the office's own days (F12, FV-02)."""
    for row in rows:
        if row.level is WaitingLevel.NONE:
            continue
        yield Alert(
            id=AlertId.DEBT_UNDECIDED,
            urgency=Urgency.NOW if row.level is WaitingLevel.RED else Urgency.SOON,
            case=Ref("debt_case", row.case),
            since=row.received_on,
            due=row.last_by_law,
            basis=VEDTAK_BASIS,
            why=Reason.DEBT_UNDECIDED,
            act=Act.OPEN_ADVICE_VEDTAK,
            facts=(("since", row.received_on),),
        )


def to_decide(rows: Iterable[tuple[StandingCase, tuple[date, ...]]]) -> Iterator[Alert]:
    """The same of the days ahead: from the first that presses to the last."""
    for case, days in rows:
        if days:
            yield Alert(
                id=AlertId.DEBT_UNDECIDED,
                urgency=Urgency.SOON,
                case=Ref("debt_case", case.id),
                since=days[0],
                due=days[-1],
                basis=VEDTAK_BASIS,
                why=Reason.DEBT_UNDECIDED,
                act=Act.OPEN_ADVICE_VEDTAK,
                facts=(("since", case.received_on),),
            )


def late(rows: Iterable[LateStart]) -> Iterator[Alert]:
    """The acute and urgent that have waited past the target: AL-16, GJ-13; acute ones red."""
    for row in rows:
        case = row.case
        yield Alert(
            id=AlertId.DEBT_TARGET,
            urgency=Urgency.NOW if row.urgency is DebtUrgency.ACUTE else Urgency.SOON,
            case=Ref("debt_case", case.id),
            since=row.target,
            due=row.target,
            why=Reason.DEBT_TARGET_PASSED,
            act=Act.OPEN_ADVICE,
            facts=(("since", case.received_on),),
        )


def starts(cases: Iterable[StandingCase], today: date) -> Iterator[Alert]:
    """Those whose vedtak says that the help has begun, and it has not; red from the day after."""
    for case in cases:
        day = case.starts_on
        if not case.waits or day is None or day > today:
            continue
        yield Alert(
            id=AlertId.DEBT_START,
            urgency=Urgency.NOW if day < today else Urgency.SOON,
            case=Ref("debt_case", case.id),
            since=day,
            due=day,
            basis=VEDTAK_BASIS,
            why=Reason.DEBT_START_DUE,
            act=Act.OPEN_ADVICE,
            facts=(("since", day), ("until", day)),
        )


def papers(rows: Iterable[PapersDue]) -> Iterator[Alert]:
    """Papers that were asked for and have not come by the day."""
    for row in rows:
        yield Alert(
            id=AlertId.DEBT_PAPERS,
            urgency=Urgency.SOON,
            case=Ref("debt_case", row.case),
            since=row.answer_by,
            due=row.answer_by,
            why=Reason.DEBT_PAPERS_LATE,
            act=Act.OPEN_ADVICE_ECONOMY,
            facts=(("since", row.answer_by), ("count", len(row.kinds))),
        )


def measures(rows: Iterable[MeasureDue], today: date) -> Iterator[Alert]:
    """Days in the work (GJ-24, GJ-25, GJ-28, answers that were asked for); red when they pass.

    One for each case, its first day: what is put off is put off for the case.
    """
    first: dict[DebtCaseId, MeasureDue] = {}
    for row in rows:
        first.setdefault(row.case, row)
    for row in first.values():
        facts: tuple[tuple[str, Fact], ...] = (
            ("since", row.due_on),
            ("until", row.due_on),
            ("what", row.kind.value),
        )
        yield Alert(
            id=AlertId.DEBT_MEASURE,
            urgency=Urgency.NOW if row.due_on < today else Urgency.SOON,
            case=Ref("debt_case", row.case),
            since=row.due_on,
            due=row.due_on,
            why=Reason.DEBT_MEASURE_DUE,
            act=Act.OPEN_ADVICE_MEASURES,
            facts=facts,
        )


def plans(broken: Iterable[PlanBreach]) -> Iterator[Alert]:
    """Plans where something is missing, from the day after it should have been paid (GJ-10)."""
    for breach in broken:
        yield Alert(
            id=AlertId.DEBT_PLAN,
            urgency=Urgency.NOW,
            case=Ref("debt_case", breach.case),
            since=breach.since,
            why=Reason.DEBT_PLAN_BROKEN,
            act=Act.OPEN_ADVICE_PLAN,
            facts=(("since", breach.since), ("amount", format_kroner(breach.missing))),
        )


def silent(rows: Iterable[CreditorDue]) -> Iterator[Alert]:
    """Creditors who have not answered by the day they were given (GJ-06); one for each case."""
    by_case: dict[DebtCaseId, list[CreditorDue]] = {}
    for row in rows:
        by_case.setdefault(row.case, []).append(row)
    for case, same in by_case.items():
        until = min(each.day for each in same)
        yield Alert(
            id=AlertId.CREDITORS,
            urgency=Urgency.SOON,
            case=Ref("debt_case", case),
            since=until,
            due=until,
            why=Reason.CREDITORS_SILENT,
            act=Act.OPEN_ADVICE_PLAN,
            facts=(("since", until), ("until", until), ("count", len(same))),
        )


def appeals(
    rows: Iterable[tuple[DebtAppeal, DebtCaseId]], parameters: Parameters, today: date
) -> Iterator[Alert]:
    """Complaints about such a vedtak that nobody has changed or sent on (AL-08, FV-16)."""
    for row, case in rows:
        if row.state not in OURS:
            continue
        until = forward_by(row.received_on, parameters, today)
        yield Alert(
            id=AlertId.DEBT_APPEAL,
            urgency=Urgency.SOON,
            case=Ref("debt_case", case),
            since=row.received_on,
            due=until,
            basis=parameters[FORWARD].basis,
            why=Reason.DEBT_APPEAL_DUE,
            act=Act.OPEN_ADVICE_APPEAL,
            facts=(("since", row.received_on), ("until", until)),
        )


class DebtDue:
    """What is known of requests, the queue and the work."""

    def __init__(
        self,
        cases: DebtCases,
        queue: DebtQueue,
        decisions: DebtDecisions,
        appeals: DebtAppeals,
        papers: DebtPapers,
        measures: DebtMeasures,
        plans: PaymentPlans,
    ) -> None:
        self._cases = cases
        self._queue = queue
        self._decisions = decisions
        self._appeals = appeals
        self._papers = papers
        self._measures = measures
        self._plans = plans

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order; of one case the queue's own first."""
        yesterday = today - timedelta(days=1)
        return self._named(
            gathered(
                (
                    *undecided(self._decisions.overdue()),
                    *late(self._queue.late()),
                    *starts(self._cases.standing(), today),
                    *papers(self._papers.due()),
                    *measures(self._measures.due(), today),
                    *plans(self._plans.breaches()),
                    *silent(self._plans.unanswered(yesterday)),
                    *appeals(self._appealed(), parameters, today),
                )
            )
        )

    def coming(self, parameters: Parameters, until: date) -> tuple[Alert, ...]:
        """The days that lie ahead, each by itself; a complaint stands from the day it came."""
        del parameters  # the days are asked of those who count them
        return self._named(
            (
                *to_decide(self._decisions.undecided()),
                *late(self._queue.late(until)),
                *starts(self._cases.standing(), until),
                *papers(self._papers.due(until)),
                *(each for row in self._measures.due(until) for each in measures((row,), until)),
                *plans(self._plans.breaches(until)),
                *silent(self._plans.unanswered(until)),
            )
        )

    def _named(self, told: Sequence[Alert]) -> tuple[Alert, ...]:
        """With whom each is about: names are read last, of those that are told one by one."""
        names = self._cases.names({_case(each) for each in told if each.case.kind == "debt_case"})
        return tuple(
            replace(each, name=names[_case(each)]) if each.case.kind == "debt_case" else each
            for each in told
        )

    def _appealed(self) -> Iterator[tuple[DebtAppeal, DebtCaseId]]:
        for appeal in self._appeals.open():
            yield appeal, self._decisions.get(appeal.decision).case


def _case(alert: Alert) -> DebtCaseId:
    return DebtCaseId(alert.case.id)
