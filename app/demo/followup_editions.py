"""Plans on paper: printed for some, gone through with one and printed anew, and two that wait."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from app.core.ids import PersonId, PlanId, Ref
from app.demo import phrases
from app.demo.followup_people import Caseload, Followed
from app.demo.followup_plans import talk_day
from app.demo.story import Steps, Story
from app.followup.assessments.model import AreaAnswer, AssessmentArea, AssessmentDraft, Finding
from app.followup.model import LifeArea, MeasureDraft, MeasureKind, MeasureResult
from app.followup.plans.model import (
    EvaluationDraft,
    GoalDraft,
    GoalOutcome,
    GoalState,
    MeasureOutcome,
    PlanPrint,
)
from app.letters.model import Channel

OVERDUE = (14, 15)
"""Which plans were to be gone through two days ago."""
LARGE = 1
_MORE_GOALS = (
    (LifeArea.ACTIVITY, "Jeg vil ha noe å gjøre to dager i uken.", "Dagene blir lange."),
    (LifeArea.NETWORK, "Jeg vil treffe broren min igjen.", "Har mistet kontakten med familien."),
)
_NEED = "Har få å ringe til når det blir vanskelig."
_NEW_GOAL = "Jeg vil bli med i en gruppe der jeg kjenner noen."
_SEEN = "Husleien er betalt, og avtalen holder. Aktiviteten er i gang én dag i uken."
_OWN = "Jeg sover bedre nå. Det er godt å slippe å grue seg til posten."
_NOT_NOW = "Broren har flyttet, og vi har ikke adressen hans."
_NEWS = "Du betaler husleien selv, og avtalen holder. Derfor er det målet nådd."
_QUARTER = timedelta(days=91)


def steps(story: Story, load: Caseload) -> Steps:
    """What comes after the first edition."""
    return [
        (9, partial(_assess_again, story, load)),
        (8, partial(_evaluate, story, load)),
        (6, partial(_second_edition, story, load)),
        (2, partial(_overdue, story, load)),
    ]


def agree(story: Story, load: Caseload, one: Followed, plan: PlanId) -> None:
    """Shown and agreed; for some with the paper in hand, the second of them in large print."""
    office = story.office
    if one.person not in load.printed:
        office.plans.offer(plan)
        office.plans.agree(plan)
        return
    if one.person == load.printed[0]:
        _more_goals(story, one.person)
    large = load.printed.index(one.person) == LARGE
    _print(story, one.person, plan, PlanPrint(large=large, agreed=True))


def _print(story: Story, person: PersonId, plan: PlanId, choice: PlanPrint) -> None:
    story.office.plan_papers.issue(plan, choice)
    story.post(Ref("person", person), Channel.DELIVERED_BY_HAND, phrases.HANDED)


def _more_goals(story: Story, person: PersonId) -> None:
    """Two goals of their own, each with what is done and who does it."""
    office = story.office
    units = {unit.code: unit.id for unit in office.service_units.all()}
    activity = units["activity_and_assistance"]
    measures = (
        MeasureDraft("Bli med på snekkerverkstedet", "", kind=MeasureKind.ACTIVITY, unit=activity),
        MeasureDraft("Finne adressen og skrive et kort", own_task=True),
    )
    for (area, words, need), measure in zip(_MORE_GOALS, measures, strict=True):
        goal = office.plans.add_goal(person, GoalDraft(area, words), need)
        due = story.today + timedelta(days=30)
        office.followup.plan_measure(person, replace(measure, goal=goal, due_on=due))


def _assess_again(story: Story, load: Caseload) -> None:
    """A second talk, with what is better and worse, given to the person on paper (D12)."""
    office, person = story.office, load.printed[0]
    works, some, much = AreaAnswer.WORKS, AreaAnswer.SOME_HELP, AreaAnswer.MUCH_HELP
    area = AssessmentArea
    findings = dict.fromkeys(area, Finding(works))
    findings[area.POWER_AND_INSURANCE] = Finding(
        some, "Har strøm, men ikke forsikring.", "Vil ha innboforsikring."
    )
    findings[area.NETWORK] = Finding(much, "Har mistet kontakten med dem jeg kjente.", _NEW_GOAL)
    findings[area.CHILDREN] = Finding()
    findings[area.HEALTH] = Finding(some, "Sover bedre enn før.", "Vil fortsette med samtalene.")
    draft = AssessmentDraft(
        held_on=story.now,
        present="Jonas Prøvlien, boligsosialt team",
        findings=findings,
        wishes="Vil bo i noe som er mitt eget.",
        helpers="Boligkontoret og boligsosialt team",
    )
    assessment = office.assessments.keep(person, draft)
    office.assessments.finish(assessment, {area.NETWORK: _NEED})
    office.assessment_papers.issue(assessment)


def _plan(story: Story, load: Caseload) -> PlanId:
    plan = story.office.plans.of(load.printed[0])
    if plan is None:
        raise LookupError
    return plan.id


def _evaluate(story: Story, load: Caseload) -> None:
    """One goal is reached, one in part, one is not, and one is still worked at (D4)."""
    office, person = story.office, load.printed[0]
    states = (
        (GoalState.REACHED, ""),
        (GoalState.IN_PROGRESS, ""),
        (GoalState.PARTLY_REACHED, ""),
        (GoalState.NOT_REACHED, _NOT_NOW),
    )
    results = (MeasureResult.HELPED, MeasureResult.HELPED_PARTLY, MeasureResult.TOO_EARLY)
    goals = sorted(office.plans.goals(person), key=lambda goal: goal.id)
    measures = office.followup.measures(person)
    draft = EvaluationDraft(
        evaluated_on=story.now,
        words=_SEEN,
        own_words=_OWN,
        goals=tuple(
            GoalOutcome(goal.id, state, reason)
            for goal, (state, reason) in zip(goals, states, strict=True)
        ),
        measures=tuple(
            MeasureOutcome(measure.id, result)
            for measure, result in zip(measures, results, strict=False)
        ),
        next_on=story.today + _QUARTER,
    )
    office.plans.evaluate(_plan(story, load), draft)


def _second_edition(story: Story, load: Caseload) -> None:
    """A goal that hangs on what was found, a new day to talk, and the plan printed anew (D7)."""
    office, person = story.office, load.printed[0]
    plan = _plan(story, load)
    need = next(each for each in office.plans.needs(person) if each.draft.words == _NEED)
    goal = office.plans.add_goal(person, GoalDraft(LifeArea.NETWORK, _NEW_GOAL, need.id))
    for measure in (
        MeasureDraft("Bli med til gruppen den første gangen", "Jonas Prøvlien"),
        MeasureDraft("Velge hvilken gruppe jeg vil bli med i", own_task=True),
    ):
        due = story.today + timedelta(days=21)
        office.followup.plan_measure(person, replace(measure, goal=goal, due_on=due))
    draft = office.plans.get(plan).draft
    office.plans.change(
        plan,
        replace(draft, next_talk_on=talk_day(story, 3), next_talk_time="10.30"),
    )
    _print(story, person, plan, PlanPrint(agreed=True, news=_NEWS))


def _overdue(story: Story, load: Caseload) -> None:
    """They were to be gone through today, and nobody has since."""
    plans = story.office.plans
    for at in OVERDUE:
        _, plan = load.made[at]
        plans.change(plan, replace(plans.get(plan).draft, evaluation_on=story.now))
