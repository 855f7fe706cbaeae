"""What must be said of a letter that asks for a correction (TV-09). Pure."""

from collections.abc import Iterator
from datetime import date

from app.core.errors import Problem
from app.evictions.corrections.model import CorrectionDraft, PetitionCorrection

RULE = "TV-09"


def of_letter(draft: CorrectionDraft, filed_on: date, today: date) -> tuple[Problem, ...]:
    """It came after the petition went out, and gives a day that is not before itself."""
    return tuple(_of_letter(draft, filed_on, today))


def _of_letter(draft: CorrectionDraft, filed_on: date, today: date) -> Iterator[Problem]:
    received, until = draft.received_on, draft.until
    if received is None or received > today:
        yield Problem("received_on", "correction_received_day", RULE, remedy=today)
    elif received < filed_on:
        facts: dict[str, object] = {"filed": filed_on}
        yield Problem("received_on", "correction_before_petition", RULE, facts=facts)
    if until is None:
        yield Problem("until", "correction_until_missing", RULE)
    elif received is not None and until < received:
        yield Problem("until", "correction_until_before", RULE, facts={"received": received})
    if not draft.lacking.strip():
        yield Problem("lacking", "correction_lacking_missing", RULE)


def of_sending(
    waiting: PetitionCorrection, sent_on: date | None, today: date
) -> tuple[Problem, ...]:
    """It went back after the letter came, and no later than today."""
    if sent_on is None or not waiting.received_on <= sent_on <= today:
        facts: dict[str, object] = {"received": waiting.received_on}
        return (Problem("sent_on", "correction_sent_day", RULE, facts=facts, remedy=today),)
    return ()
