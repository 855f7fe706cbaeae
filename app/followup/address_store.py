"""SQL of free text in follow-up that may name where somebody lives (ADR-05)."""

import re
from collections.abc import Iterator

from app.core.ids import PersonId, Ref
from app.storage.database import Database
from app.storage.unit import Unit

_OWN = "t.person"
_OF_GOAL = "(SELECT o.person FROM goal o WHERE o.id = t.goal)"
_OF_MEASURE = "(SELECT o.person FROM measure o WHERE o.id = t.measure)"
_OF_PLAN = "(SELECT o.person FROM plan o WHERE o.id = t.plan)"
_OF_ASSESSMENT = "(SELECT o.person FROM needs_assessment o WHERE o.id = t.assessment)"
_OF_AGREEMENT = "(SELECT o.person FROM cooperation_agreement o WHERE o.id = t.agreement)"

TEXTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "followup_need": (_OWN, ("words",)),
    "goal": (_OWN, ("words",)),
    "goal_state": (_OF_GOAL, ("reason",)),
    "measure": (_OWN, ("words", "responsible")),
    "measure_state": (_OF_MEASURE, ("reason", "ordered_to")),
    "measure_evaluation": (_OF_MEASURE, ("words",)),
    "measure_extent": (_OF_MEASURE, ("extent",)),
    "plan_state": (_OF_PLAN, ("reason",)),
    "plan_evaluation": (_OF_PLAN, ("words", "own_words")),
    "individual_plan": (
        _OF_PLAN,
        (
            "resources",
            "prepared_by",
            "own_contribution",
            "services_contribution",
            "relatives_contribution",
            "carried_out",
            "cooperation",
            "child_participation",
        ),
    ),
    "plan_participant": (_OF_PLAN, ("name", "capacity")),
    "case_owner": (_OWN, ("coordinator", "reason")),
    "help_level": (_OWN, ("reason",)),
    "needs_assessment": (_OWN, ("present", "interpreter", "wishes", "helpers")),
    "needs_assessment_area": (_OF_ASSESSMENT, ("words", "wish")),
    "needs_assessment_health": (_OF_ASSESSMENT, ("words", "wish")),
    "unit_basis": (_OWN, ("words",)),
    "service_given": (_OWN, ("what",)),
    "unit_contact": (_OWN, ("name", "post")),
    "coordinator_offer": (_OWN, ("name",)),
    "agreement_state": (_OF_AGREEMENT, ("reason",)),
    "consent": (_OWN, ("body",)),
}
"""Free text by table, and whose it is; plans, agreements and notes are emptied by their own."""

EDITION = ("plan_edition", _OF_PLAN, ("content",))


def lines(db: Database, people: frozenset[PersonId]) -> tuple[str, ...]:
    """Where they live or lived by the register: addresses, dwellings let to them, stays."""
    marks = ", ".join("?" * len(people))
    among = tuple(sorted(people))
    return db.select(
        str,
        f"SELECT line FROM person_address WHERE person IN ({marks})"
        " UNION SELECT trim(d.street) FROM dwelling d WHERE d.id IN"
        f" (SELECT dwelling FROM lease WHERE tenant IN ({marks})"
        f" UNION SELECT dwelling FROM stay WHERE person IN ({marks}))"
        " UNION SELECT p.name FROM stay_place p JOIN stay s ON s.place = p.id"
        f" WHERE s.person IN ({marks})",
        among * 4,
    )


def telling(
    db: Database, people: frozenset[PersonId], told: re.Pattern[str]
) -> Iterator[tuple[Ref, PersonId]]:
    """Rows of theirs that name it, or did; of those taken back since, all that did."""
    marks = ", ".join("?" * len(people))
    among = tuple(sorted(people))
    for table, (owner, columns) in TEXTS.items():
        texts = " || char(10) || ".join(f"t.{name}" for name in columns)
        rows = db.select(
            lambda row, person, text: (int(row), PersonId(int(person)), str(text)),
            f"SELECT t.id, {owner}, {texts} || coalesce((SELECT group_concat("
            "coalesce(c.before, '') || coalesce(c.after, '')) FROM change c"
            f" WHERE c.table_name = '{table}' AND c.row_id = t.id), '')"
            f" FROM {table} t WHERE {owner} IN ({marks}) ORDER BY t.id",
            among,
        )
        yield from ((Ref(table, row), person) for row, person, text in rows if told.search(text))
        gone = db.select(
            lambda row, text: (int(row), str(text)),
            "SELECT c.row_id, coalesce(c.before, '') || coalesce(c.after, '') FROM change c"
            f" WHERE c.table_name = '{table}' AND c.salt IS NOT NULL"
            f" AND c.row_id NOT IN (SELECT id FROM {table}) ORDER BY c.row_id",
        )
        for row in sorted({row for row, text in gone if told.search(text)}):
            yield Ref(table, row), among[0]


def take_out(
    unit: Unit, db: Database, people: frozenset[PersonId], told: re.Pattern[str], words: str
) -> None:
    """Put other words where it stood; all else that was written stays."""
    marks = ", ".join("?" * len(people))
    kept = [(table, *rest) for table, rest in TEXTS.items()]
    for table, owner, columns in (*kept, EDITION):
        for row, *texts in db.select(
            lambda *values: values,
            f"SELECT t.id, {', '.join(columns)} FROM {table} t WHERE {owner} IN ({marks})",
            tuple(sorted(people)),
        ):
            said = dict(zip(columns, map(str, texts), strict=True))
            other = {name: told.sub(words, text) for name, text in said.items()}
            changed = {name: text for name, text in other.items() if text != said[name]}
            if changed:
                unit.update(table, int(str(row)), **changed)
