"""SQL of editions and evaluations."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from app.core.ids import DocumentId, GoalId, PersonId, PlanId, Ref
from app.followup.model import MeasureResult
from app.followup.plans import editions
from app.followup.plans.model import (
    Edition,
    Evaluation,
    EvaluationDraft,
    GoalOutcome,
    GoalState,
    MeasureOutcome,
    PlanContent,
)
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_PLACES = "next_talk_where || next_step || warning_signs || warning_people || warning_first"


def keep(
    unit: Unit, plan: PlanId, number: int, content: PlanContent, document: DocumentId | None
) -> None:
    """One that is printed today."""
    unit.insert(
        "plan_edition",
        plan=plan,
        number=number,
        made_on=unit.today,
        content=editions.dumps(content),
        document=document,
    )


def of(db: Database, plan: PlanId) -> tuple[Edition, ...]:
    """Every one of a plan, the oldest first."""
    return db.select(
        _edition,
        "SELECT number, made_on, content, document FROM plan_edition WHERE plan = ?"
        " ORDER BY number",
        (plan,),
    )


def _edition(number: int, made_on: str, content: str, document: int | None) -> Edition:
    kept = None if document is None else DocumentId(document)
    return Edition(number, date.fromisoformat(made_on), editions.loads(content), kept)


def add_evaluation(unit: Unit, plan: PlanId, draft: EvaluationDraft) -> int:
    """The plan was gone through."""
    return unit.insert(
        "plan_evaluation",
        plan=plan,
        evaluated_on=draft.evaluated_on,
        words=draft.words.strip(),
        own_words=draft.own_words.strip(),
        next_on=draft.next_on,
    )


def evaluations(db: Database, plan: PlanId) -> tuple[Evaluation, ...]:
    """Every time a plan was gone through, the oldest first, with what was found of each part."""
    goals: dict[int, list[GoalOutcome]] = defaultdict(list)
    for at, goal in db.select(
        lambda at, goal, state, reason: (
            at,
            GoalOutcome(GoalId(goal), GoalState(state), reason),
        ),
        "SELECT s.evaluation, s.goal, s.state, s.reason FROM goal_state s"
        " JOIN plan_evaluation e ON e.id = s.evaluation WHERE e.plan = ? ORDER BY s.id",
        (plan,),
    ):
        goals[at].append(goal)
    measures: dict[int, list[MeasureOutcome]] = defaultdict(list)
    for at, measure in db.select(
        lambda at, measure, result, words: (
            at,
            MeasureOutcome(measure, MeasureResult(result), words),
        ),
        "SELECT v.evaluation, v.measure, v.result, v.words FROM measure_evaluation v"
        " JOIN plan_evaluation e ON e.id = v.evaluation WHERE e.plan = ? ORDER BY v.id",
        (plan,),
    ):
        measures[at].append(measure)
    return db.select(
        lambda row, day, words, own, following: Evaluation(
            date.fromisoformat(day),
            words,
            own,
            day_or_none(following),
            tuple(goals[row]),
            tuple(measures[row]),
        ),
        "SELECT id, evaluated_on, words, own_words, next_on FROM plan_evaluation WHERE plan = ?"
        " ORDER BY evaluated_on, id",
        (plan,),
    )


def held(db: Database, people: Iterable[PersonId]) -> tuple[tuple[Ref, PersonId], ...]:
    """Plans and editions that may tell where these people live; an edition has its document."""
    among = sorted(people)
    marks = ", ".join("?" * len(among))
    plans = db.select(
        lambda plan, person: (Ref("plan", plan), PersonId(person)),
        f"SELECT id, person FROM plan WHERE person IN ({marks})"
        f" AND (({_PLACES}) <> '' OR id IN (SELECT c.row_id FROM change c"
        " WHERE c.table_name = 'plan' AND c.kind = 'update' AND c.salt IS NOT NULL)) ORDER BY id",
        among,
    )
    kept = db.select(
        lambda edition, person: (Ref("plan_edition", edition), PersonId(person)),
        "SELECT e.id, p.person FROM plan_edition e JOIN plan p ON p.id = e.plan"
        f" WHERE p.person IN ({marks}) ORDER BY e.id",
        among,
    )
    return (*plans, *kept)


def forget_places(unit: Unit, db: Database, people: Iterable[PersonId]) -> None:
    """Empty what may tell it, and let go of the documents before they are removed (ADR-02)."""
    for ref, _person in held(db, people):
        if ref.kind == "plan":
            emptied = dict.fromkeys(_PLACES.split(" || "), "")
            unit.update("plan", ref.id, **emptied)
            continue
        text = db.value(str, "SELECT content FROM plan_edition WHERE id = ?", (ref.id,))
        content = editions.without_places(text)
        unit.update("plan_edition", ref.id, content=content, document=None)
