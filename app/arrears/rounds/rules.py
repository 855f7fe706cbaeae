"""Whom the round rings, and what a call or a meeting must hold. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from app.arrears.model import Owed
from app.arrears.rounds.model import CallDraft, CallResult, Decided, MeetingDraft
from app.arrears.rules import late_from
from app.arrears.steps.model import ArrearsRow
from app.core.errors import Problem
from app.core.ids import PersonId

SIZE = "local.arrears_meeting_size"
FURTHEST = timedelta(days=366)
LONGEST = 4000


def newest_late(owed: Owed) -> date | None:
    """The first late day of the newest rent that is late; None when only other claims are."""
    days = [late_from(each.charge.due_on) for each in owed.charges if each.charge.kind.rent]
    return max(days, default=None)


def to_ring(
    rows: Iterable[ArrearsRow], spoken: Mapping[PersonId, date]
) -> tuple[tuple[ArrearsRow, date], ...]:
    """Those nobody has spoken with since the newest rent was late, in the order of the list."""
    found = []
    for row in rows:
        late = newest_late(row.owed) or row.owed.since
        last = spoken.get(row.tenancy.tenant)
        if late is not None and (last is None or last < late):
            found.append((row, late))
    return tuple(found)


def check_call(draft: CallDraft, today: date) -> tuple[Problem, ...]:
    """What is wrong with what was typed after a call."""
    return tuple(_call_problems(draft, today))


def _call_problems(draft: CallDraft, today: date) -> Iterator[Problem]:
    if draft.result is None:
        yield Problem("result", "call_result_missing")
    elif draft.result.spoke and not draft.words.strip():
        yield Problem("words", "contact_words_missing")
    elif draft.result is CallResult.AGREED_NEW and draft.follow_up_on is None:
        yield Problem("follow_up_on", "call_follow_up_missing")
    if len(draft.words) > LONGEST:
        yield Problem("words", "contact_words_too_long", facts={"longest": LONGEST})
    if draft.follow_up_on is not None and draft.follow_up_on < today:
        yield Problem("follow_up_on", "contact_follow_up_before", remedy=today)


def check_meeting(draft: MeetingDraft, today: date) -> tuple[Problem, ...]:
    """What is wrong with a meeting."""
    return tuple(_meeting_problems(draft, today))


def _meeting_problems(draft: MeetingDraft, today: date) -> Iterator[Problem]:
    if draft.held_on is None:
        yield Problem("held_on", "day_missing", remedy=today)
        return
    if draft.held_on > today + FURTHEST:
        yield Problem("held_on", "meeting_too_far")
    if draft.next_on is not None and draft.next_on <= draft.held_on:
        yield Problem("next_on", "next_meeting_before")


def check_decided(decided: Decided, held_on: date) -> tuple[Problem, ...]:
    """What is wrong with what was decided: what, who, and by when (peers idea 7)."""
    return tuple(_decided_problems(decided, held_on))


def _decided_problems(decided: Decided, held_on: date) -> Iterator[Problem]:
    if not decided.decision.strip():
        if decided.due_on is not None or decided.responsible.strip():
            yield Problem("decision", "decision_missing")
        return
    if not decided.responsible.strip():
        yield Problem("responsible", "responsible_missing", blocks=False)
    if decided.due_on is None:
        yield Problem("due_on", "decision_day_missing")
    elif decided.due_on < held_on:
        yield Problem("due_on", "due_before_meeting")


def check_closing(held_on: date, present: str, today: date, undecided: int) -> tuple[Problem, ...]:
    """What stands in the way of the minutes; a tenancy without a word is told, not stopped."""
    problems = []
    if held_on > today:
        problems.append(Problem("held_on", "meeting_not_held"))
    if not present.strip():
        problems.append(Problem("present", "present_missing"))
    if undecided:
        facts: dict[str, object] = {"count": undecided}
        problems.append(Problem("cases", "cases_undecided", blocks=False, facts=facts))
    return tuple(problems)
