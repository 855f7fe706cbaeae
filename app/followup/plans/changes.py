"""What is other in a newer edition: «nytt siden sist» (D7). Pure."""

from collections.abc import Iterator

from app.followup.plans.model import GoalLine, MeasureLine, PlanChange, PlanChangeKind, PlanContent

_KIND = PlanChangeKind


def changes(before: PlanContent, after: PlanContent) -> tuple[PlanChange, ...]:
    """Goals and measures first, in the order of the newer edition; nothing for two alike."""
    return (
        *_level(before, after),
        *_goals(before, after),
        *_measures(before, after),
        *_people(before, after),
        *_ahead(before, after),
    )


def _level(before: PlanContent, after: PlanContent) -> Iterator[PlanChange]:
    if before.kind is not after.kind:
        yield PlanChange(_KIND.KIND, "", before.kind, after.kind)
    if before.level != after.level:
        yield PlanChange(_KIND.LEVEL, "", before.level, after.level)


def _goals(before: PlanContent, after: PlanContent) -> Iterator[PlanChange]:
    old = {each.goal: each for each in before.goals}
    new = {each.goal: each for each in after.goals}
    for goal in after.goals:
        if goal.goal not in old:
            yield PlanChange(_KIND.GOAL_NEW, goal.words)
        else:
            yield from _goal(old[goal.goal], goal)
    for goal in before.goals:
        if goal.goal not in new:
            yield PlanChange(_KIND.GOAL_GONE, goal.words)


def _goal(before: GoalLine, after: GoalLine) -> Iterator[PlanChange]:
    if before.state is not after.state:
        yield PlanChange(_KIND.GOAL_STATE, after.words, before.state, after.state)
    if before.words != after.words:
        yield PlanChange(_KIND.GOAL_WORDS, after.words, before.words, after.words)


def _measures(before: PlanContent, after: PlanContent) -> Iterator[PlanChange]:
    old = {each.measure: each for each in _lines(before)}
    new = {each.measure: each for each in _lines(after)}
    for measure in new.values():
        if measure.measure not in old:
            yield PlanChange(_KIND.MEASURE_NEW, measure.words)
        else:
            yield from _measure(old[measure.measure], measure)
    for measure in old.values():
        if measure.measure not in new:
            yield PlanChange(_KIND.MEASURE_GONE, measure.words)


def _lines(content: PlanContent) -> Iterator[MeasureLine]:
    for goal in content.goals:
        yield from goal.measures
    yield from content.loose


def _measure(before: MeasureLine, after: MeasureLine) -> Iterator[PlanChange]:
    if before.state is not after.state:
        yield PlanChange(_KIND.MEASURE_STATE, after.words, before.state, after.state)
    for kind, old, new in (
        (_KIND.MEASURE_WORDS, before.words, after.words),
        (_KIND.MEASURE_TIME, before.when, after.when),
        (_KIND.MEASURE_WHO, before.who, after.who),
    ):
        if old != new:
            yield PlanChange(kind, after.words, old, new)


def _people(before: PlanContent, after: PlanContent) -> Iterator[PlanChange]:
    one, other = before.draft, after.draft
    for kind, old, new in (
        (
            _KIND.OWNER,
            _pair(before.coordinator, before.unit),
            _pair(after.coordinator, after.unit),
        ),
        (
            _KIND.CONTACT,
            _pair(one.contact_name, one.contact_phone),
            _pair(other.contact_name, other.contact_phone),
        ),
        (
            _KIND.BACKUP,
            _pair(one.backup_name, one.backup_phone),
            _pair(other.backup_name, other.backup_phone),
        ),
    ):
        if old != new:
            yield PlanChange(kind, "", old, new)


def _ahead(before: PlanContent, after: PlanContent) -> Iterator[PlanChange]:
    one, other = before.draft, after.draft
    if (one.warning_signs, one.warning_people, one.warning_first) != (
        other.warning_signs,
        other.warning_people,
        other.warning_first,
    ):
        yield PlanChange(_KIND.WARNING)
    if (one.next_step, one.next_step_on) != (other.next_step, other.next_step_on):
        yield PlanChange(_KIND.NEXT_STEP, other.next_step, one.next_step_on, other.next_step_on)
    talk = (one.next_talk_on, one.next_talk_time, one.next_talk_where)
    if talk != (other.next_talk_on, other.next_talk_time, other.next_talk_where):
        yield PlanChange(_KIND.TALK, "", one.next_talk_on, other.next_talk_on)
    if one.evaluation_on != other.evaluation_on:
        yield PlanChange(_KIND.EVALUATION, "", one.evaluation_on, other.evaluation_on)
    if before.consents != after.consents:
        yield PlanChange(_KIND.CONSENTS)


def _pair(name: str, more: str) -> str:
    return ", ".join(part for part in (name, more) if part)
