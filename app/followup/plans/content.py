"""What an edition says, gathered into words in the person's language. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from app.core.days import day_and_year
from app.core.ids import NeedId, ServiceUnitId
from app.core.records import dataclass
from app.core.text import Language
from app.followup.model import Measure, MeasureResult
from app.followup.plans.model import (
    ContentPart,
    Goal,
    GoalLine,
    GoalState,
    MeasureLine,
    Need,
    PlanContent,
)
from app.followup.plans.rules import PlanFacts, contact
from app.people.model import Person

_FROM = {Language.NB: "fra", Language.NN: "frå"}
_WITHIN = {Language.NB: "innen", Language.NN: "innan"}
_WHILE = {Language.NB: "så lenge du leier", Language.NN: "så lenge du leiger"}
_RESULTS = {
    Language.NB: {
        MeasureResult.HELPED: "hjalp",
        MeasureResult.HELPED_PARTLY: "hjalp noe",
        MeasureResult.NO_EFFECT: "hjalp ikke",
        MeasureResult.TOO_EARLY: "for tidlig å si",
    },
    Language.NN: {
        MeasureResult.HELPED: "hjelpte",
        MeasureResult.HELPED_PARTLY: "hjelpte noko",
        MeasureResult.NO_EFFECT: "hjelpte ikkje",
        MeasureResult.TOO_EARLY: "for tidleg å seie",
    },
}


@dataclass(frozen=True, slots=True, repr=False)
class Around:
    """What stands around a plan and is said in it."""

    person: Person
    needs: tuple[Need, ...]
    unit_name: Callable[[ServiceUnitId], str]
    consents: tuple[str, ...] = ()
    parts: tuple[ContentPart, ...] = ()


def gathered(facts: PlanFacts, around: Around) -> PlanContent:
    """All of it: goals with their measures, and what hangs on no goal yet."""
    plan, owner = facts.plan, facts.owner
    name, phone = contact(plan.draft, owner)
    goals = current_goals(facts)
    shown = {each.id for each in goals}
    needs = {each.id: each.draft.words for each in around.needs}
    measures = current_measures(facts)
    loose = (each for each in measures if each.draft.goal not in shown)
    return PlanContent(
        kind=plan.kind,
        name=around.person.name,
        level=None if facts.level is None else int(facts.level),
        unit=around.unit_name(owner.unit) if owner is not None else "",
        coordinator=owner.coordinator if owner is not None else "",
        draft=replace(plan.draft, contact_name=name, contact_phone=phone),
        goals=tuple(_goal(each, measures, needs, around) for each in goals),
        loose=tuple(measure_line(each, around) for each in loose if not each.state.ended),
        consents=around.consents,
        parts=around.parts,
    )


def current_goals(facts: PlanFacts) -> tuple[Goal, ...]:
    """Those in work, and those that were closed while this plan ran."""
    start = facts.plan.started_on
    return tuple(
        each for each in facts.goals if each.state is GoalState.IN_PROGRESS or each.since >= start
    )


def current_measures(facts: PlanFacts) -> tuple[Measure, ...]:
    """Those that are not over, and those that ended while this plan ran."""
    start = facts.plan.started_on
    return tuple(each for each in facts.measures if not each.state.ended or each.since >= start)


def _goal(
    goal: Goal, measures: Iterable[Measure], needs: dict[NeedId, str], around: Around
) -> GoalLine:
    draft = goal.draft
    own = (each for each in measures if each.draft.goal == goal.id)
    return GoalLine(
        goal=goal.id,
        area=draft.area,
        words=draft.words,
        need=needs.get(draft.need, "") if draft.need is not None else "",
        state=goal.state,
        target_on=draft.target_on,
        measures=tuple(measure_line(each, around) for each in own),
    )


def measure_line(measure: Measure, around: Around) -> MeasureLine:
    """A measure as an edition says it."""
    draft, language = measure.draft, around.person.language
    return MeasureLine(
        measure=measure.id,
        words=draft.words,
        who=_who(measure, around),
        when=_when(measure, language),
        kind=draft.kind,
        state=measure.state,
        own_task=draft.own_task,
        vedtak=draft.vedtak,
        result=_result(measure, language),
    )


def _who(measure: Measure, around: Around) -> str:
    """«Mona Lie, Nav»; «Jonas» for an own task, «Jonas og Ola Vik» when somebody comes along."""
    draft = measure.draft
    unit = around.unit_name(draft.unit) if draft.unit is not None else ""
    others = ", ".join(part for part in (draft.responsible.strip(), unit) if part)
    if not draft.own_task:
        return others
    return f"{around.person.given_name} og {others}" if others else around.person.given_name


def _when(measure: Measure, language: Language) -> str:
    start, due = measure.draft.starts_on, measure.draft.due_on
    if start is None and due is None:
        return _WHILE[language] if measure.condition is not None else ""
    return " ".join(_day(word, day) for word, day in _words(start, due, language))


def _words(start: date | None, due: date | None, language: Language) -> list[tuple[str, date]]:
    words = []
    if start is not None:
        words.append((_FROM[language], start))
    if due is not None:
        words.append(("til" if start is not None else _WITHIN[language], due))
    return words


def _day(word: str, day: date) -> str:
    return f"{word} {day_and_year(day)}"


def _result(measure: Measure, language: Language) -> str:
    found = measure.evaluation
    if found is None:
        return ""
    said = _RESULTS[language][found.result]
    return f"{said}: {found.words}" if found.words else said
