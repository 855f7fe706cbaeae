"""SQL of what an individual plan says beside the plan it is."""

from dataclasses import replace
from datetime import date

from app.core.ids import PersonId, PlanId, ServiceUnitId
from app.followup.individual_plans.model import (
    ConsentOver,
    CoordinatorAnswer,
    CoordinatorOffer,
    CoordinatorPost,
    IndividualPlanDraft,
    ParticipantDraft,
    PlanWish,
    RevisionDue,
    WishOn,
)
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_TEXTS = (
    "resources",
    "prepared_by",
    "own_contribution",
    "services_contribution",
    "relatives_contribution",
    "carried_out",
    "cooperation",
    "child_participation",
)
_PARTICIPANT = ("name", "capacity", "unit", "phone", "since", "until")


# what it says


def draft(db: Database, plan: PlanId) -> IndividualPlanDraft:
    """What stands in it; empty before anything is written."""
    days = db.column(
        "SELECT revise_on FROM plan_revision WHERE plan = ? ORDER BY revise_on", (plan,)
    )
    said = db.first(
        _draft,
        f"SELECT starts_on, ends_on, {', '.join(_TEXTS)} FROM individual_plan WHERE plan = ?",
        (plan,),
    )
    revise_on = tuple(date.fromisoformat(str(day)) for day in days)
    return replace(said or IndividualPlanDraft(), revise_on=revise_on)


def without_consent(db: Database, day: date) -> tuple[ConsentOver, ...]:
    """Running plans that are individual on a day when no consent carries them (PV-02)."""
    return db.select(
        lambda person, on: ConsentOver(PersonId(person), date.fromisoformat(on)),
        "SELECT l.person,"
        " coalesce((SELECT max(min(coalesce(c.withdrawn_on, '9999'),"
        " coalesce(date(c.until, '+1 day'), '9999'))) FROM consent c WHERE c.person = l.person"
        " AND c.scope = 'make_individual_plan' AND c.since <= ?1), max(l.started_on))"
        " FROM plan l WHERE l.started_on <= ?1"
        " AND l.id IN (SELECT i.plan FROM plan_kind i WHERE i.kind = 'individual_plan')"
        " AND (SELECT k.kind FROM plan_kind k WHERE k.plan = l.id AND k.since <= ?1"
        " ORDER BY k.since DESC, k.id DESC LIMIT 1) = 'individual_plan'"
        " AND (SELECT s.state FROM plan_state s WHERE s.plan = l.id AND s.since <= ?1"
        " ORDER BY s.since DESC, s.id DESC LIMIT 1) NOT IN ('completed', 'ended', 'declined')"
        " AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.person = l.person"
        " AND c.scope = 'make_individual_plan' AND c.since <= ?1"
        " AND (c.until IS NULL OR c.until >= ?1)"
        " AND (c.withdrawn_on IS NULL OR c.withdrawn_on > ?1))"
        " GROUP BY l.person ORDER BY l.person",
        (day.isoformat(),),
    )


def revisions_due(db: Database, day: date) -> tuple[RevisionDue, ...]:
    """Everyone's first day of revision that is here, with nothing looked at since (item 8)."""
    return db.select(
        lambda person, on: RevisionDue(PersonId(person), date.fromisoformat(on)),
        "SELECT l.person, min(r.revise_on)"
        " FROM plan_revision r CROSS JOIN plan l ON l.id = r.plan"
        " WHERE r.revise_on <= ?1 AND NOT EXISTS (SELECT 1 FROM plan_evaluation e"
        " WHERE e.plan = r.plan AND e.evaluated_on >= r.revise_on)"
        " AND (SELECT s.state FROM plan_state s WHERE s.plan = l.id AND s.since <= ?1"
        " ORDER BY s.since DESC, s.id DESC LIMIT 1) NOT IN ('completed', 'ended', 'declined')"
        " GROUP BY l.person ORDER BY min(r.revise_on), l.person",
        (day.isoformat(),),
    )


def _draft(starts_on: str | None, ends_on: str | None, *texts: str) -> IndividualPlanDraft:
    said = IndividualPlanDraft(starts_on=day_or_none(starts_on), ends_on=day_or_none(ends_on))
    changes: dict[str, str] = dict(zip(_TEXTS, texts, strict=True))
    return replace(said, **changes)  # type: ignore[arg-type]  # `_TEXTS` names texts alone


def write(unit: Unit, db: Database, plan: PlanId, said: IndividualPlanDraft) -> None:
    """What holds from now; days of revision that stand are left alone."""
    values: dict[str, object] = {name: getattr(said, name).strip() for name in _TEXTS}
    values |= {"starts_on": said.starts_on, "ends_on": said.ends_on}
    row = db.first(int, "SELECT id FROM individual_plan WHERE plan = ?", (plan,))
    if row is None:
        unit.insert("individual_plan", plan=plan, **values)
    else:
        unit.update("individual_plan", row, **values)
    known = dict(
        db.select(
            lambda row, day: (date.fromisoformat(day), int(row)),
            "SELECT id, revise_on FROM plan_revision WHERE plan = ?",
            (plan,),
        )
    )
    wanted = set(said.revise_on)
    for day, old in known.items():
        if day not in wanted:
            unit.delete("plan_revision", old)
    for day in sorted(wanted - known.keys()):
        unit.insert("plan_revision", plan=plan, revise_on=day)


# who takes part


def participants(db: Database, plan: PlanId) -> tuple[tuple[int, ParticipantDraft], ...]:
    """All who take or took part, in the order they came."""
    return db.select(
        _participant,
        f"SELECT id, {', '.join(_PARTICIPANT)} FROM plan_participant WHERE plan = ?"
        " ORDER BY since, id",
        (plan,),
    )


def plan_of(db: Database, participant: int) -> PlanId | None:
    """The plan one takes part in."""
    return db.first(PlanId, "SELECT plan FROM plan_participant WHERE id = ?", (participant,))


def insert_participant(unit: Unit, plan: PlanId, said: ParticipantDraft) -> int:
    """One more who takes part."""
    return unit.insert("plan_participant", plan=plan, **_values(unit, said))


def update_participant(unit: Unit, participant: int, said: ParticipantDraft) -> None:
    """What was typed, put right."""
    unit.update("plan_participant", participant, **_values(unit, said))


def _values(unit: Unit, said: ParticipantDraft) -> dict[str, object]:
    return {
        "name": said.name.strip(),
        "capacity": said.capacity.strip(),
        "unit": said.unit,
        "phone": said.phone.strip(),
        "since": said.since or unit.today,
        "until": said.until,
    }


def _participant(
    row: int,
    name: str,
    capacity: str,
    unit: int | None,
    phone: str,
    since: str,
    until: str | None,
) -> tuple[int, ParticipantDraft]:
    known = None if unit is None else ServiceUnitId(unit)
    days = (date.fromisoformat(since), day_or_none(until))
    return int(row), ParticipantDraft(name, capacity, known, phone, *days)


# how much of each measure


def extents(db: Database, person: PersonId) -> dict[int, str]:
    """How much of each of a person's measures is given."""
    return dict(
        db.select(
            lambda measure, extent: (int(measure), str(extent)),
            "SELECT e.measure, e.extent FROM measure_extent e JOIN measure m ON m.id = e.measure"
            " WHERE m.person = ?",
            (person,),
        )
    )


def set_extent(unit: Unit, db: Database, measure: int, extent: str) -> None:
    """How much of it is given."""
    row = db.first(int, "SELECT id FROM measure_extent WHERE measure = ?", (measure,))
    if row is None:
        unit.insert("measure_extent", measure=measure, extent=extent)
    else:
        unit.update("measure_extent", row, extent=extent)


# what was offered and answered


def wish(db: Database, person: PersonId, day: date) -> WishOn | None:
    """What the person had said to an individual plan by a day."""
    return db.first(
        lambda answer, since: WishOn(PlanWish(answer), date.fromisoformat(since)),
        "SELECT answer, since FROM individual_plan_wish WHERE person = ? AND since <= ?"
        " ORDER BY since DESC, id DESC LIMIT 1",
        (person, day.isoformat()),
    )


def add_wish(unit: Unit, person: PersonId, said: WishOn) -> None:
    """What the person says from a day."""
    unit.insert("individual_plan_wish", person=person, since=said.since, answer=said.answer)


def offers(db: Database, person: PersonId, day: date) -> dict[CoordinatorPost, CoordinatorOffer]:
    """What holds of each post on a day."""
    found = db.select(
        _offer,
        "SELECT post, answer, since, name FROM coordinator_offer WHERE person = ? AND since <= ?"
        " ORDER BY since, id",
        (person, day.isoformat()),
    )
    return {offer.post: offer for offer in found}


def add_offer(unit: Unit, person: PersonId, said: CoordinatorOffer) -> None:
    """What holds of a post from a day."""
    unit.insert(
        "coordinator_offer",
        person=person,
        post=said.post,
        since=said.since,
        answer=said.answer,
        name=said.name.strip(),
    )


def _offer(post: str, answer: str, since: str, name: str) -> CoordinatorOffer:
    return CoordinatorOffer(
        CoordinatorPost(post), CoordinatorAnswer(answer), date.fromisoformat(since), name
    )
