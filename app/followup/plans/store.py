"""SQL of plans: what stands in them, kind and state by day."""

from datetime import date

from app.core.ids import PersonId, PlanId
from app.followup.plans.model import (
    Plan,
    PlanDraft,
    PlanKind,
    PlanRow,
    PlanState,
)
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_COLUMNS = (
    "target_level",
    "target_on",
    "contact_name",
    "contact_phone",
    "backup_name",
    "backup_phone",
    "warning_signs",
    "warning_people",
    "warning_first",
    "next_step",
    "next_step_on",
    "next_talk_on",
    "next_talk_time",
    "next_talk_where",
    "evaluation_on",
)
_DAYS = {"target_on", "next_step_on", "next_talk_on", "evaluation_on"}
_STANDING = (
    " JOIN plan_kind k ON k.id = (SELECT x.id FROM plan_kind x WHERE x.plan = p.id"
    " AND x.since <= ?1 ORDER BY x.since DESC, x.id DESC LIMIT 1)"
    " JOIN plan_state s ON s.id = (SELECT y.id FROM plan_state y WHERE y.plan = p.id"
    " AND y.since <= ?1 ORDER BY y.since DESC, y.id DESC LIMIT 1)"
)
_EDITION = (
    "(SELECT coalesce(max(e.number), 0) FROM plan_edition e WHERE e.plan = p.id"
    " AND e.made_on <= ?1)"
)
_PLANS = (
    "SELECT p.id, p.person, p.started_on, k.kind, s.state, s.since, s.reason,"
    f" {_EDITION}, {', '.join(f'p.{name}' for name in _COLUMNS)} FROM plan p{_STANDING}"
)
_NEWEST = "ORDER BY p.started_on DESC, p.id DESC"
_RUNNING = "s.state NOT IN ('completed', 'ended')"


def insert(unit: Unit, person: PersonId, kind: PlanKind, draft: PlanDraft) -> PlanId:
    """A new one, a draft from today."""
    plan = PlanId(unit.insert("plan", person=person, started_on=unit.today, **_values(draft)))
    add_kind(unit, plan, kind)
    add_state(unit, plan, PlanState.DRAFT)
    return plan


def update(unit: Unit, plan: PlanId, draft: PlanDraft) -> None:
    """What stands in it, put right."""
    unit.update("plan", plan, **_values(draft))


def _values(draft: PlanDraft) -> dict[str, object]:
    return {name: getattr(draft, name) for name in _COLUMNS}


def add_kind(unit: Unit, plan: PlanId, kind: PlanKind) -> None:
    """What it is from today."""
    unit.insert("plan_kind", plan=plan, since=unit.today, kind=kind)


def add_state(unit: Unit, plan: PlanId, state: PlanState, reason: str = "") -> None:
    """Where it stands from today."""
    unit.insert("plan_state", plan=plan, since=unit.today, state=state, reason=reason.strip())


def running(db: Database, person: PersonId, day: date) -> Plan | None:
    """The plan that is worked by: the newest, where joined records brought two."""
    sql = f"{_PLANS} WHERE p.person = ?2 AND {_RUNNING} {_NEWEST} LIMIT 1"
    return db.first(_plan, sql, (day.isoformat(), person))


def of(db: Database, person: PersonId, day: date) -> tuple[Plan, ...]:
    """Every plan a person has had, the newest first."""
    return db.select(_plan, f"{_PLANS} WHERE p.person = ?2 {_NEWEST}", (day.isoformat(), person))


def get(db: Database, plan: PlanId, day: date) -> Plan | None:
    """One plan on a day."""
    return db.first(_plan, f"{_PLANS} WHERE p.id = ?2", (day.isoformat(), plan))


def rows(db: Database, day: date) -> tuple[PlanRow, ...]:
    """The running plan of each person on a day, by family name."""
    plans = (
        "SELECT p.*, k.kind, s.state, row_number() OVER (PARTITION BY p.person"
        " ORDER BY p.started_on DESC, p.id DESC) AS place"
        f" FROM plan p{_STANDING} WHERE {_RUNNING}"
    )
    return db.select(
        _row,
        "SELECT p.id, p.person, h.given_name, h.family_name, p.kind, p.state,"
        f" {_EDITION}, p.started_on, p.evaluation_on, p.next_talk_on"
        f" FROM ({plans}) p JOIN person h ON h.id = p.person"
        " WHERE p.place = 1 ORDER BY h.sort_key, p.id",
        (day.isoformat(),),
    )


def _plan(*row: object) -> Plan:
    known = [str(column) for column in row[:8]]
    values = dict(zip(_COLUMNS, row[8:], strict=True))
    days = {name: day_or_none(values.pop(name)) for name in _DAYS}
    return Plan(
        id=PlanId(int(known[0])),
        person=PersonId(int(known[1])),
        kind=PlanKind(known[3]),
        state=PlanState(known[4]),
        since=date.fromisoformat(known[5]),
        started_on=date.fromisoformat(known[2]),
        draft=PlanDraft(**values, **days),  # type: ignore[arg-type]  # the draft's own columns
        edition=int(known[7]),
        reason=known[6],
    )


def _row(*row: object) -> PlanRow:
    texts = [str(column) for column in row]
    return PlanRow(
        plan=PlanId(int(texts[0])),
        person=PersonId(int(texts[1])),
        name=f"{texts[2]} {texts[3]}".strip(),
        kind=PlanKind(texts[4]),
        state=PlanState(texts[5]),
        edition=int(texts[6]),
        started_on=date.fromisoformat(texts[7]),
        evaluation_on=day_or_none(row[8]),
        next_talk_on=day_or_none(row[9]),
    )
