"""A letter ready made from the clocks: its day and what it asks for. Pure."""

from datetime import date, timedelta

from app.applications.answers import rules
from app.applications.answers.model import ApplicationClock, LetterDraft, LetterKind
from app.applications.intake.model import Paper
from app.core.parameters import Parameters
from app.core.working_days import adjust


def suggest(
    kind: LetterKind,
    clock: ApplicationClock,
    missing: tuple[Paper, ...],
    parameters: Parameters,
    today: date,
) -> LetterDraft:
    """The day that the municipality's own periods give; a delay's new day is the officer's."""
    kinds = tuple(paper.kind for paper in missing)
    match kind:
        case LetterKind.RECEIPT:
            day = rules.coming_safe_day(clock.answer.local_day, today)
            return LetterDraft(kind, day, papers=kinds)
        case LetterKind.DELAY_NOTICE:
            return LetterDraft(kind)
        case LetterKind.MISSING_PAPERS:
            day = rules.proposed_day(parameters, rules.PAPERS, today)
            return LetterDraft(kind, day, papers=kinds)
        case LetterKind.LAPSE_WARNING:
            return LetterDraft(kind, _last_day(clock, parameters, today))
        case LetterKind.STILL_NEED:
            return LetterDraft(kind, rules.proposed_day(parameters, rules.REPLY, today))


def _last_day(clock: ApplicationClock, parameters: Parameters, today: date) -> date:
    """The day it is counted to, but never less than the warning's own length ahead (FV-03)."""
    length = parameters.period(rules.WARN, today).amount
    earliest = today + timedelta(days=length)
    return adjust(max(clock.validity.lapse_on, earliest) if clock.validity else earliest)
