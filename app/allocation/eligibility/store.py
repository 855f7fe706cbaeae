"""SQL of what the criteria are judged by, of dispensations, and of kept evaluations."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app.allocation.eligibility.facts import CaseFacts, Dispensation, Earner, Kept
from app.allocation.eligibility.kept import from_text, to_text
from app.allocation.eligibility.model import Criterion, Explanation
from app.allocation.rulesets.model import RuleSet
from app.applications.fact_store import NEEDS, latest, needs_of
from app.applications.intake.model import Hindrance, LegalStay, Requirement, Tenure
from app.applications.model import ApplicationKind, ApplicationState
from app.core.cases import CaseKind
from app.core.ids import ApplicationId
from app.core.money import Ore
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_STATE = latest("application_state", "state")
_MEMBERS = (
    "(SELECT {what} FROM household_member m WHERE m.household = a.household"
    " AND m.presence <> 'visits' AND m.since <= ?1 AND (m.until IS NULL OR m.until > ?1))"
)
_CHILDREN = _MEMBERS.format(what="coalesce(sum(m.role = 'child'), 0)")
_TOLD = (
    "legal_stay",
    "residence_since",
    "registered_here",
    "in_institution",
    "close_tie",
    "by_agreement",
    "family_reunion",
    "cares_for_child",
    "guardian_consent",
    "tenure",
    "lease_ends_on",
    "must_leave_on",
    "rented_before",
    "owed",
    "owed_plan_on",
    "evicted_on",
    "breach_on",
)
# the form's facts belong to the case that was first of the request
_FACTS = (
    f"SELECT a.id, a.number, a.case_kind, a.kind, {_STATE},"
    f" {latest('application_state', 'since')}, a.received_on, {NEEDS},"
    f" {_MEMBERS.format(what='count(*)')},"
    f" {_CHILDREN},"
    f" a.children_told, a.accessible, p.birth_date, {', '.join(f'i.{name}' for name in _TOLD)}"
    " FROM application a JOIN person p ON p.id = a.applicant"
    " LEFT JOIN intake i ON i.application = coalesce(a.opened_with, a.id)"
)
_NAMED = "SELECT value FROM json_each(?2)"


def facts(db: Database, day: date, ids: Iterable[ApplicationId]) -> dict[ApplicationId, CaseFacts]:
    """The named cases as they are known on a day, in a statement for each kind of fact."""
    named = _list(ids)
    rows = db.select(
        _facts, f"{_FACTS} WHERE a.id IN ({_NAMED}) ORDER BY a.id", (day.isoformat(), named)
    )
    earners, marks = _earners(db, day, named), _marks(db, day, named)
    given = dispensations(db, day, named)
    return {
        each.application: replace(
            each,
            earners=tuple(earners[each.application]),
            hindrances=frozenset(
                Hindrance(code) for kind, code in marks[each.application] if kind == "hindrance"
            ),
            requirements=frozenset(
                Requirement(code) for kind, code in marks[each.application] if kind == "requirement"
            ),
            dispensations=tuple(given[each.application]),
        )
        for each in rows
    }


def _list(ids: Iterable[ApplicationId]) -> str:
    return f"[{','.join(str(each) for each in sorted(ids))}]"


def _facts(*row: object) -> CaseFacts:
    told = dict(zip(_TOLD, row[13:], strict=True))
    children = int(str(row[9]))
    children_told = 0 if row[10] is None else int(str(row[10]))
    return CaseFacts(
        application=ApplicationId(int(str(row[0]))),
        number=str(row[1]),
        case=CaseKind(str(row[2])),
        kind=ApplicationKind(str(row[3])),
        state=ApplicationState(str(row[4])),
        state_since=date.fromisoformat(str(row[5])),
        received_on=date.fromisoformat(str(row[6])),
        needs=needs_of(row[7]),
        persons=int(str(row[8])) + max(0, children_told - children),
        children=max(children, children_told),
        accessible=row[11] == 1,
        born=day_or_none(row[12]),
        legal_stay=LegalStay(str(told["legal_stay"])) if told["legal_stay"] else None,
        tenure=Tenure(str(told["tenure"])) if told["tenure"] else None,
        close_tie=bool(str(told["close_tie"] or "").strip()),
        owed=None if told["owed"] is None else Ore(int(str(told["owed"]))),
        residence_since=day_or_none(told["residence_since"]),
        lease_ends_on=day_or_none(told["lease_ends_on"]),
        must_leave_on=day_or_none(told["must_leave_on"]),
        owed_plan_on=day_or_none(told["owed_plan_on"]),
        evicted_on=day_or_none(told["evicted_on"]),
        breach_on=day_or_none(told["breach_on"]),
        registered_here=_answer(told["registered_here"]),
        in_institution=_answer(told["in_institution"]),
        by_agreement=_answer(told["by_agreement"]),
        family_reunion=_answer(told["family_reunion"]),
        cares_for_child=_answer(told["cares_for_child"]),
        guardian_consent=_answer(told["guardian_consent"]),
        rented_before=_answer(told["rented_before"]),
    )


def _answer(told: object) -> bool | None:
    """Yes, no, or nobody has told."""
    return None if told is None else told == 1


def _earners(db: Database, day: date, named: str) -> dict[int, list[Earner]]:
    """What each in the household has a year: twelve months of the sums, whatever their kind."""
    found: dict[int, list[Earner]] = defaultdict(list)
    rows = db.select(
        lambda key, born, monthly: (key, Earner(day_or_none(born), Ore(12 * monthly))),
        "SELECT a.id, p.birth_date, sum(n.monthly) FROM application a"
        " JOIN intake_income n ON n.application = coalesce(a.opened_with, a.id)"
        f" JOIN person p ON p.id = n.person WHERE a.received_on <= ?1 AND a.id IN ({_NAMED})"
        " GROUP BY a.id, n.person ORDER BY a.id, n.person",
        (day.isoformat(), named),
    )
    for key, earner in rows:
        found[key].append(earner)
    return found


def _marks(db: Database, day: date, named: str) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    rows = db.select(
        lambda key, kind, code: (key, (kind, code)),
        "SELECT a.id, k.kind, k.code FROM application a"
        " JOIN intake_mark k ON k.application = coalesce(a.opened_with, a.id)"
        " WHERE k.kind IN ('hindrance', 'requirement') AND k.since <= ?1"
        f" AND (k.until IS NULL OR k.until > ?1) AND a.id IN ({_NAMED})",
        (day.isoformat(), named),
    )
    for key, mark in rows:
        found[key].append(mark)
    return found


def dispensations(db: Database, day: date, named: str) -> dict[int, list[Dispensation]]:
    """Those that hold on the day, by case, oldest first."""
    found: dict[int, list[Dispensation]] = defaultdict(list)
    rows = db.select(
        lambda key, criterion, since, reason, by: (
            key,
            Dispensation(Criterion(criterion), date.fromisoformat(since), reason, by),
        ),
        "SELECT application, criterion, since, reason, decided_by FROM dispensation"
        " WHERE since <= ?1 AND (until IS NULL OR until > ?1)"
        f" AND application IN ({_NAMED}) ORDER BY since, id",
        (day.isoformat(), named),
    )
    for key, given in rows:
        found[key].append(given)
    return found


def add_dispensation(unit: Unit, application: ApplicationId, given: Dispensation) -> int:
    """A criterion set aside from a day."""
    return unit.insert(
        "dispensation",
        application=application,
        criterion=given.criterion,
        since=given.since,
        reason=given.reason,
        decided_by=given.decided_by,
    )


def end_dispensation(
    unit: Unit, application: ApplicationId, criterion: Criterion, until: date
) -> None:
    """From that day the criterion is asked again."""
    unit.execute(
        "UPDATE dispensation SET until = ? WHERE application = ? AND criterion = ?"
        " AND until IS NULL",
        (until.isoformat(), application, criterion.value),
    )


def undecided(db: Database) -> tuple[ApplicationId, ...]:
    """Every case about a dwelling that still waits for an answer today (FV-02)."""
    states = [state.value for state in ApplicationState if state.undecided]
    return db.select(
        ApplicationId,
        "SELECT a.id FROM application_newest n JOIN application a ON a.id = n.id"
        f" WHERE a.case_kind = 'allocation' AND n.state IN ({', '.join('?' * len(states))})"
        " ORDER BY a.id",
        states,
    )


def add(unit: Unit, explanation: Explanation, known: CaseFacts, rules: RuleSet) -> int:
    """An evaluation as it was made; it never changes."""
    words = {True: "eligible", False: "not_eligible", None: "not_known"}
    return unit.insert(
        "evaluation",
        application=explanation.application,
        evaluated_on=explanation.on,
        rule_set=explanation.rule_set,
        outcome=words[explanation.eligible],
        content=to_text(explanation, known, rules),
    )


def kept(db: Database, application: ApplicationId) -> tuple[Kept, ...]:
    """Every evaluation kept of a case, oldest first."""
    return db.select(
        lambda key, content: Kept(key, *from_text(content)),
        "SELECT id, content FROM evaluation WHERE application = ? ORDER BY evaluated_on, id",
        (application,),
    )
