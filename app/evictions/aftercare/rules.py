"""What comes after, counted and checked. Pure (TV-13, TV-14, SOT-04, practice 4b)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from app.core.errors import Problem
from app.core.parameters import Parameters
from app.core.working_days import adjust
from app.evictions.aftercare.model import (
    Aftercare,
    AftercareKind,
    AftercareLack,
    AftercareTask,
    FetchBy,
    FetchingNotice,
    LetterDraft,
    TaskDraft,
)
from app.evictions.model import EvictionCase, EvictionOutcome, EvictionStage
from app.settings.rulebook import deadline_for

FIRST = "tv.belongings_weeks"
SECOND = "local.belongings_second_days"
REVIEW_DAYS = "local.aftercare_review_days"
CHILDREN_DAYS = "local.aftercare_children_days"

_LOST = frozenset(
    {
        EvictionOutcome.CARRIED_OUT,
        EvictionOutcome.MOVED_OUT,
        EvictionOutcome.MOVED_TO_OTHER_HOME,
    }
)


def lost(case: EvictionCase) -> bool:
    """Whether there is something after it: the home is lost, or they had to leave it."""
    if case.outcome is not None:
        return case.outcome in _LOST
    return case.stage in {EvictionStage.CARRIED_OUT, EvictionStage.AFTERCARE}


def left_before(case: EvictionCase) -> bool:
    """Whether they moved before the day."""
    return case.outcome in {EvictionOutcome.MOVED_OUT, EvictionOutcome.MOVED_TO_OTHER_HOME}


def fetch_by(
    lost_on: date, notices: Sequence[FetchingNotice], parameters: Parameters
) -> tuple[FetchBy, ...]:
    """Both periods to fetch things in: two weeks from the first notice by law, then the second.

    TV-13, tvangsfullbyrdelsesloven § 13-11; TV-14 practice. Until a notice is known, the first
    is counted from the day the home was lost and the second from the end of the first.
    """
    told = {each.number: each for each in notices}
    one, two = told.get(1), told.get(2)
    first_from = one.told_on if one else lost_on
    first = deadline_for(parameters, FIRST, first_from)
    second_from = two.told_on if two else first.nominal
    second = second_from + timedelta(days=parameters.whole(SECOND, second_from))
    return (
        FetchBy(1, first.nominal, first.moved, one is None, one.kept_where if one else ""),
        FetchBy(2, second, adjust(second), two is None, two.kept_where if two else ""),
    )


def proposed_tasks(
    lost_on: date, today: date, parameters: Parameters, *, roof: bool, children: bool, owner: str
) -> tuple[TaskDraft, ...]:
    """What there is to do first, by whom and when: a roof today, then the things, the children."""
    soon = max(lost_on, today)
    fetch = deadline_for(parameters, FIRST, lost_on).last_safe_day
    tasks = [] if roof else [TaskDraft(AftercareKind.ROOF, owner=owner, due_on=soon)]
    if children:
        days = parameters.whole(CHILDREN_DAYS, soon)
        due = adjust(soon + timedelta(days=days))
        tasks.append(TaskDraft(AftercareKind.CHILDREN, owner=owner, due_on=due))
    tasks.append(TaskDraft(AftercareKind.BELONGINGS, owner=owner, due_on=max(fetch, today)))
    return tuple(tasks)


def review_by(lost_on: date, parameters: Parameters) -> date:
    """When to have looked back, as the office has chosen."""
    return adjust(lost_on + timedelta(days=parameters.whole(REVIEW_DAYS, lost_on)))


def lacking(care: Aftercare) -> Iterator[AftercareLack]:
    """What is missing before it is closed; never in the way."""
    seen_to = {each.kind for each in care.tasks if not each.open}
    if care.stay is None and AftercareKind.ROOF not in seen_to:
        yield AftercareLack.ROOF
    if care.letter_on is None:
        yield AftercareLack.LETTER
    if care.settled is None:
        yield AftercareLack.BELONGINGS
    if care.children and AftercareKind.CHILDREN not in seen_to:
        yield AftercareLack.CHILDREN
    if any(each.open for each in care.tasks):
        yield AftercareLack.TASKS
    if care.review is None:
        yield AftercareLack.REVIEW


def check_task(draft: TaskDraft) -> tuple[Problem, ...]:
    """What a task lacks: each has somebody and a day."""
    return tuple(_task(draft))


def _task(draft: TaskDraft) -> Iterator[Problem]:
    said = draft.kind not in {AftercareKind.OTHER, AftercareKind.CHANGE}
    if not said and not draft.words.strip():
        yield Problem("words", "aftercare_words_missing")
    if not draft.owner.strip():
        yield Problem("owner", "aftercare_owner_missing")
    if draft.due_on is None:
        yield Problem("due_on", "day_missing")


def check_notice(
    number: int, told_on: date, lost_on: date, notices: Iterable[FetchingNotice], today: date
) -> tuple[Problem, ...]:
    """What is wrong with the day the household was told to fetch its things."""
    told = {each.number: each.told_on for each in notices}
    if told_on > today:
        return (Problem("told_on", "day_in_future", remedy=today),)
    if told_on < lost_on:
        return (Problem("told_on", "fetching_before_lost", "TV-13", remedy=lost_on),)
    if number == 2 and 1 not in told:
        return (Problem("told_on", "fetching_first_missing", "TV-14"),)
    if number == 2 and told_on < told[1]:
        return (Problem("told_on", "fetching_before_first", "TV-14", remedy=told[1]),)
    return ()


def check_letter(draft: LetterDraft, lost_on: date) -> tuple[Problem, ...]:
    """What stands between the letter and its print (SOT-04, TV-13)."""
    return tuple(_letter(draft, lost_on))


def _letter(draft: LetterDraft, lost_on: date) -> Iterator[Problem]:
    if not draft.sleep.strip():
        yield Problem("sleep", "aftercare_sleep_missing", "SOT-04")
    if not draft.nothing_left:
        if not draft.things.strip():
            yield Problem("things", "aftercare_things_missing", "TV-13")
        if draft.fetch_by is None:
            yield Problem("fetch_by", "day_missing", "TV-13")
        elif draft.fetch_by <= lost_on:
            yield Problem("fetch_by", "aftercare_fetch_too_early", "TV-13")
    if not draft.call_name.strip():
        yield Problem("call_name", "aftercare_call_missing")
    if not draft.call_phone.strip():
        yield Problem("call_phone", "aftercare_phone_missing")
    if not draft.we_do.strip():
        yield Problem("we_do", "aftercare_we_do_missing")


def undone(tasks: Iterable[AftercareTask], day: date) -> tuple[AftercareTask, ...]:
    """Those that wait and whose day is here, the first first."""
    return tuple(each for each in tasks if each.open and each.due_on <= day)
