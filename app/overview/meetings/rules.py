"""What must be on the agenda: everything open, each case once. Pure (D16)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from app.core.errors import Problem
from app.core.ids import Ref
from app.overview.meetings.model import (
    Item,
    Line,
    MeetingDraft,
    Outcome,
    Section,
    Trigger,
)

FURTHEST = timedelta(days=366)
_PLACE = {section: at for at, section in enumerate(Section)}


def agenda(triggers: Iterable[Trigger], written: Iterable[Item]) -> tuple[Item, ...]:
    """Every open trigger and everything already written on, each case once.

    A case that no longer has a trigger stays when something was written on it.
    """
    found: dict[Ref, Item] = {}
    for trigger in sorted(triggers, key=lambda each: _PLACE[each.section]):
        known = found.get(trigger.about)
        if known is None:
            lines: tuple[Line, ...] = (trigger.line,)
            found[trigger.about] = Item(trigger.about, trigger.section, trigger.since, lines)
        elif trigger.line not in known.lines:
            since = min(known.since, trigger.since)
            found[trigger.about] = replace(known, since=since, lines=(*known.lines, trigger.line))
    for item in written:
        now = found.get(item.about, item)
        found[item.about] = replace(now, outcome=item.outcome)
    return in_order(found.values())


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """By section, then what has stood longest first."""
    return tuple(
        sorted(
            items,
            key=lambda each: (_PLACE[each.section], each.since, each.about.kind, each.about.id),
        )
    )


def carried_over(items: Iterable[Item], held_on: date) -> tuple[Trigger, ...]:
    """What an earlier meeting left open."""
    facts = (("held_on", held_on.isoformat()),)
    return tuple(
        Trigger(item.about, Section.CARRIED_OVER, held_on, Line("carried_over", facts))
        for item in items
        if item.outcome.open
    )


def check(draft: MeetingDraft, today: date, last: date | None) -> tuple[Problem, ...]:
    """What is wrong with a meeting; `last` is the day of the newest closed one."""
    problems = []
    if draft.held_on > today + FURTHEST:
        problems.append(Problem("held_on", "meeting_too_far"))
    if last is not None and draft.held_on < last:
        problems.append(Problem("held_on", "meeting_before_last", "D16", facts={"last": last}))
    return tuple(problems)


def check_outcome(outcome: Outcome, held_on: date) -> tuple[Problem, ...]:
    """What is wrong with what was decided."""
    problems = []
    if outcome.due_on is not None and outcome.due_on < held_on:
        problems.append(Problem("due_on", "due_before_meeting"))
    if outcome.due_on is not None and not outcome.decision.strip():
        problems.append(Problem("decision", "decision_missing"))
    if outcome.due_on is not None and not outcome.responsible.strip():
        problems.append(Problem("responsible", "responsible_missing", "D5", blocks=False))
    return tuple(problems)


def check_closing(held_on: date, present: str, today: date, undecided: int) -> tuple[Problem, ...]:
    """What stands in the way of the minutes; cases without a word go on to the next meeting."""
    problems = []
    if held_on > today:
        problems.append(Problem("held_on", "meeting_not_held"))
    if not present.strip():
        problems.append(Problem("present", "present_missing"))
    if undecided:
        facts: dict[str, object] = {"count": undecided}
        problems.append(Problem("items", "items_undecided", "D16", blocks=False, facts=facts))
    return tuple(problems)
