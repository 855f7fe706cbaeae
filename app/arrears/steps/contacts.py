"""A call, a visit or a meeting about unpaid rent, as it may be written down. Pure."""

from collections.abc import Iterator
from datetime import date

from app.arrears.steps.model import ContactDraft
from app.core.errors import Problem


def check_contact(draft: ContactDraft, today: date) -> tuple[Problem, ...]:
    """What is missing, beside its field."""
    return tuple(_problems(draft, today))


def _problems(draft: ContactDraft, today: date) -> Iterator[Problem]:
    if draft.kind is None or not draft.kind.talk:
        yield Problem("kind", "arrears_contact_kind_missing")
    if draft.day is None:
        yield Problem("day", "arrears_contact_day_missing", remedy=today)
    elif draft.day > today:
        yield Problem("day", "arrears_contact_day_to_come", remedy=today)
    if not draft.words.strip():
        yield Problem("words", "arrears_contact_words_missing")
