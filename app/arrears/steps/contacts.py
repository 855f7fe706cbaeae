"""A call, a visit or a meeting about unpaid rent, as a form fills it. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from app.arrears.steps.model import ArrearsStepKind
from app.core.errors import Problem


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """What was done and when; `words` go to the contact log alone."""

    kind: ArrearsStepKind | None = None
    day: date | None = None
    spoke: bool = False
    words: str = field(default="", repr=False)


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
