"""What a report must hold, which wait too long, and what they sum up to. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.core.errors import Problem
from app.core.parameters import Parameters
from app.leases.reports.model import (
    Report,
    ReportDraft,
    ReportKind,
    ReportState,
    ReportStep,
    ReportSums,
    Step,
)

WAIT_DAYS = "local.report_wait_days"
URGENT_DAYS = "local.report_urgent_days"


def check(draft: ReportDraft, today: date) -> tuple[Problem, ...]:
    """What is wrong with a report (HL-08, HL-33)."""
    return tuple(_problems(draft, today))


def _problems(draft: ReportDraft, today: date) -> Iterator[Problem]:
    if not draft.what.strip():
        yield Problem("what", "report_what_missing", "HL-08")
    if draft.reported_on is None:
        yield Problem("reported_on", "day_missing", remedy=today)
    elif draft.reported_on > today:
        yield Problem("reported_on", "day_in_future", remedy=today)
    if draft.happened_on is None:
        return
    if draft.happened_on > today:
        yield Problem("happened_on", "day_in_future", remedy=today)
    elif draft.reported_on is not None and draft.happened_on > draft.reported_on:
        yield Problem("happened_on", "report_before_it_happened", remedy=draft.reported_on)


def check_step(report: Report, step: Step, today: date) -> tuple[Problem, ...]:
    """What is wrong with a step: its day, and what it must tell."""
    problems = []
    if step.taken_on > today:
        problems.append(Problem("taken_on", "day_in_future", remedy=today))
    elif step.taken_on < report.reported_on:
        facts: dict[str, object] = {"last": report.reported_on}
        problems.append(Problem("taken_on", "day_before_last", facts=facts))
    if step.kind is ReportStep.PASSED_ON and not step.to_whom.strip():
        problems.append(Problem("to_whom", "report_to_whom_missing"))
    if step.kind in {ReportStep.ANSWERED, ReportStep.REOPENED} and not step.words.strip():
        problems.append(Problem("words", "report_words_missing"))
    return tuple(problems)


def fits(report: Report, kind: ReportStep) -> bool:
    """Whether a step can be taken now: what is closed can only be opened again."""
    return (kind is ReportStep.REOPENED) is (report.state is ReportState.CLOSED)


def waits_from(report: Report, parameters: Parameters, today: date) -> date:
    """The day it has waited as long as the municipality lets it; what is urgent waits less."""
    key = URGENT_DAYS if report.draft.urgent else WAIT_DAYS
    return report.waits_since + timedelta(days=parameters.whole(key, today))


def waits(report: Report, parameters: Parameters, today: date) -> bool:
    """Whether an open one has waited too long."""
    return report.state.open and waits_from(report, parameters, today) <= today


def sums(reports: Iterable[Report]) -> ReportSums:
    """How many are open and closed, and of which kinds."""
    known = tuple(reports)
    kinds = Counter(report.draft.kind for report in known)
    still = sum(report.state.open for report in known)
    by_kind = tuple((kind, kinds[kind]) for kind in ReportKind if kinds[kind])
    return ReportSums(still, len(known) - still, by_kind)
