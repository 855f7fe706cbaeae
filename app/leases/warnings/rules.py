"""What a warning must hold, and which reports lead to one (HL-68, DOC-18). Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from app.core.days import day_and_year
from app.core.errors import Problem
from app.core.order import search_words
from app.core.parameters import Parameters
from app.core.periods import Period, Unit, add
from app.core.working_days import adjust
from app.leases.reports.model import Report, ReportKind
from app.leases.warnings.model import LeaseWarning, RuleBroken, WarningDraft

THRESHOLD = "local.warning_reports"
WITHIN_MONTHS = "local.warning_within_months"
CHANGE_DAYS = "local.warning_change_days"
_LONG_ENOUGH = 3


def leading(
    reports: Iterable[Report], given: Sequence[LeaseWarning], parameters: Parameters, today: date
) -> tuple[Report, ...]:
    """The reports that together lead to a warning, oldest first; empty while they are too few.

    Only disturbance and neglect count, of the last months, that no warning told of before.
    """
    told = {report for warning in given for report in warning.reports}
    months = parameters.whole(WITHIN_MONTHS, today)
    first = add(Period(-months, Unit.MONTHS), today)
    found = [
        report
        for report in reports
        if report.draft.kind.may_warn and report.id not in told and report.day >= first
    ]
    if len(found) < parameters.whole(THRESHOLD, today):
        return ()
    return tuple(sorted(found, key=lambda report: (report.day, report.id)))


def drafted(reports: Sequence[Report], parameters: Parameters, today: date) -> WarningDraft:
    """A warning ready to be read through: a line for each report, the day by our own days."""
    lines = (f"{day_and_year(report.day)}: {report.draft.what}" for report in reports)
    kinds = {report.draft.kind for report in reports}
    broken = None
    if kinds == {ReportKind.NEGLECT}:
        broken = RuleBroken.CARE
    elif kinds:
        broken = RuleBroken.HOUSE_RULES
    return WarningDraft(
        broken=broken,
        facts="\n".join(" ".join(line.split()) for line in lines),
        change_by=change_day(parameters, today),
        reports=tuple(report.id for report in reports),
    )


def change_day(parameters: Parameters, today: date) -> date:
    """The day things must be otherwise by, never on a day off."""
    return adjust(today + timedelta(days=parameters.whole(CHANGE_DAYS, today)))


def check(draft: WarningDraft, reports: Sequence[Report], today: date) -> tuple[Problem, ...]:
    """What is wrong with a warning; `reports` are those it rests on."""
    return tuple(_problems(draft, reports, today))


def _problems(draft: WarningDraft, reports: Sequence[Report], today: date) -> Iterator[Problem]:
    if draft.broken is None:
        yield Problem("broken", "warning_rule_missing", "DOC-18")
    if not draft.facts.strip():
        yield Problem("facts", "warning_facts_missing", "DOC-18")
    elif not re.search(r"\d", draft.facts):
        yield Problem("facts", "warning_days_missing", "DOC-18")
    if not draft.change.strip():
        yield Problem("change", "warning_change_missing", "DOC-18")
    if draft.change_by is None:
        yield Problem("change_by", "warning_day_missing", "DOC-18")
    elif draft.change_by <= today:
        yield Problem("change_by", "warning_day_has_been", "DOC-18", remedy=adjust(today))
    for name, words in (("facts", draft.facts), ("change", draft.change)):
        if names_source(words, reports):
            yield Problem(name, "warning_names_source", "DOC-18")


def names_source(words: str, reports: Iterable[Report]) -> bool:
    """Whether a text tells what was noted of who reported: that never goes to the tenant."""
    said = f" {search_words(words)} "
    notes = (search_words(report.draft.source_note) for report in reports)
    return any(len(note) >= _LONG_ENOUGH and f" {note} " in said for note in notes)
