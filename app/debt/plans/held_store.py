"""SQL of words and letters that may tell where somebody lives (ADR-05)."""

from collections.abc import Sequence

from app.core.ids import PersonId, Ref
from app.storage.database import Database
from app.storage.unit import Unit

_CASE_OF = {
    "creditor_letter": "t.debt_case",
    "opening_answer": "(SELECT l.debt_case FROM creditor_letter l WHERE l.id = t.creditor_letter)",
    "payment_proposal": "t.debt_case",
    "proposal_answer": (
        "(SELECT p.debt_case FROM proposal_share s JOIN payment_proposal p ON p.id = s.proposal"
        " WHERE s.id = t.proposal_share)"
    ),
    "payment_plan": "t.debt_case",
    "payment_plan_state": ("(SELECT p.debt_case FROM payment_plan p WHERE p.id = t.payment_plan)"),
    "plan_payment": (
        "(SELECT p.debt_case FROM plan_claim c JOIN payment_plan p ON p.id = c.payment_plan"
        " WHERE c.id = t.plan_claim)"
    ),
}
_PAPERS = {"creditor_letter", "payment_plan"}


def _words(table: str) -> str:
    return {"creditor_letter": "", "payment_plan_state": "reason"}.get(table, "words")


def held(db: Database, people: Sequence[int]) -> tuple[tuple[Ref, PersonId], ...]:
    """Rows whose words or letter may tell where these people live."""
    marks, found = ", ".join("?" * len(people)), list[tuple[Ref, PersonId]]()
    for table, case in _CASE_OF.items():
        told = [f"t.{_words(table)} <> ''"] if _words(table) else []
        if table in _PAPERS:
            told.append("EXISTS (SELECT 1 FROM document_content d WHERE d.id = t.document)")
        found += db.select(
            lambda row, person, table=table: (Ref(table, row), PersonId(person)),
            f"SELECT t.id, c.person FROM {table} t JOIN debt_case c ON c.id = {case}"
            f" WHERE c.person IN ({marks}) AND ({' OR '.join(told)}) ORDER BY t.id",
            people,
        )
    return tuple(found)


def empty(unit: Unit, ref: Ref) -> None:
    """Take the words and the letter away; sums, days and answers stay."""
    gone: dict[str, object] = {_words(ref.kind): ""} if _words(ref.kind) else {}
    if ref.kind in _PAPERS:
        gone["document"] = None
    unit.update(ref.kind, ref.id, **gone)
