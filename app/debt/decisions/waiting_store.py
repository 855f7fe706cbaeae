"""SQL of letters to those who wait (FV-02)."""

from datetime import date

from app.applications.model import Delay
from app.core.ids import DebtCaseId, DocumentId
from app.debt.decisions.model import WaitingLetter
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_SENT = (
    "(SELECT min(s.sent_on) FROM dispatch s WHERE s.document = l.document"
    " AND s.returned_on IS NULL)"
)
_STANDS = (
    "NOT EXISTS (SELECT 1 FROM document_state d WHERE d.document = l.document"
    " AND d.state = 'annulled')"
)


def add(
    unit: Unit,
    case: DebtCaseId,
    answer_by: date,
    delay: Delay | None,
    reason: str,
    document: DocumentId | None,
) -> None:
    """A letter that it takes time."""
    unit.insert(
        "debt_waiting_letter",
        debt_case=case,
        issued_on=unit.today,
        answer_by=answer_by,
        delay=delay or "",
        reason=reason.strip(),
        document=document,
    )


def of(db: Database, case: DebtCaseId) -> tuple[WaitingLetter, ...]:
    """Those of a case, the newest first; one that was annulled is not among them."""
    return db.select(
        lambda issued, answer_by, delay, reason, document, sent: WaitingLetter(
            date.fromisoformat(issued),
            date.fromisoformat(answer_by),
            Delay(delay) if delay else None,
            reason,
            None if document is None else DocumentId(document),
            day_or_none(sent),
        ),
        f"SELECT l.issued_on, l.answer_by, l.delay, l.reason, l.document, {_SENT}"
        f" FROM debt_waiting_letter l WHERE l.debt_case = ? AND {_STANDS} ORDER BY l.id DESC",
        (case,),
    )


def sent(db: Database) -> dict[DebtCaseId, date]:
    """The first day one went out in each case."""
    found = db.select(
        lambda case, day: (DebtCaseId(case), date.fromisoformat(day)),
        f"SELECT l.debt_case, min({_SENT}) FROM debt_waiting_letter l WHERE {_STANDS}"
        f" AND {_SENT} IS NOT NULL GROUP BY l.debt_case",
    )
    return dict(found)
