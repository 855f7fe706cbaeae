"""What must be said before something is noted on the home track. Pure."""

from collections.abc import Iterator
from datetime import date

from app.core.errors import Problem
from app.evictions.model import EnforcementGround
from app.evictions.notices.model import ExceptionDraft, OptOut, SentBefore, SocialNoticeDraft
from app.evictions.notices.rules import may_be_dated
from app.people.model import Person


def sent_before(draft: SentBefore, today: date) -> tuple[Problem, ...]:
    """A notice that was sent before it was noted: never before the day of its debt (TV-02)."""
    return tuple(_sent_before(draft, today))


def _sent_before(draft: SentBefore, today: date) -> Iterator[Problem]:
    if draft.ground is None:
        yield Problem("ground", "enforcement_ground_missing", "TV-01")
    if draft.sent_on is None or draft.sent_on > today:
        yield Problem("sent_on", "notice_sent_day", "TV-02", remedy=today)
    if draft.due_on is None:
        yield Problem("due_on", "notice_due_day", "TV-02")
    elif draft.sent_on is not None and not may_be_dated(draft.due_on, draft.sent_on):
        yield Problem("sent_on", "notice_before_debt", "TV-02", facts={"due": draft.due_on})
    if draft.ground is EnforcementGround.UNPAID_RENT and draft.claimed <= 0:
        yield Problem("claimed", "notice_claim_missing", "DOC-14")


def exception(draft: ExceptionDraft, person: Person) -> tuple[Problem, ...]:
    """TV-04: every way to the tenant must be unknown, and the register must not know one."""
    return tuple(_exception(draft, person))


def _exception(draft: ExceptionDraft, person: Person) -> Iterator[Problem]:
    for name in ("no_address", "no_agent", "no_contact"):
        if not getattr(draft, name):
            yield Problem(name, "exception_needs_all", "TV-04")
    if draft.no_address and person.address is not None:
        yield Problem("no_address", "exception_address_known", "TV-04")
    if draft.no_contact and person.email:
        yield Problem("no_contact", "exception_email_known", "TV-04")
    if not draft.words.strip():
        yield Problem("words", "exception_words_missing", "TV-04")


def social(draft: SocialNoticeDraft, opt_out: OptOut | None) -> tuple[Problem, ...]:
    """The tenant's written no stops it (HL-71)."""
    problems: list[Problem] = []
    if opt_out is not None:
        facts: dict[str, object] = {"since": opt_out.since}
        problems.append(Problem("receiver", "social_notice_opted_out", "HL-71", facts=facts))
    if not draft.receiver.strip():
        problems.append(Problem("receiver", "social_notice_receiver", "DOC-15"))
    return tuple(problems)
