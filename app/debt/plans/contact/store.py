"""SQL of letters to creditors, and of what they answer to the first one."""

from collections.abc import Collection
from datetime import date

from app.core.ids import CreditorId, DebtCaseId, DocumentId
from app.debt.plans.contact.model import (
    CreditorLetter,
    CreditorLetterKind,
    OpeningAnswer,
    OpeningReply,
)
from app.storage.among import among
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_LETTERS = (
    "SELECT l.id, l.debt_case, l.creditor, l.kind, l.written_on, l.answer_by, l.proposal,"
    " l.document, (SELECT min(d.sent_on) FROM dispatch d WHERE d.document = l.document"
    "  AND d.returned_on IS NULL AND d.sent_on <= ?1),"
    " a.since, a.answer, a.pause_until, a.itemised, a.words"
    " FROM creditor_letter l LEFT JOIN opening_answer a ON a.id ="
    "  (SELECT r.id FROM opening_answer r WHERE r.creditor_letter = l.id AND r.since <= ?1"
    "   ORDER BY r.since DESC, r.id DESC LIMIT 1)"
    " WHERE l.written_on <= ?1 AND NOT EXISTS (SELECT 1 FROM document_state s"
    "  WHERE s.document = l.document AND s.state = 'annulled')"
)


def letters(
    db: Database, day: date, only: Collection[int] | None = None
) -> tuple[CreditorLetter, ...]:
    """Every letter that was not annulled, as it stood on a day, oldest first; or `only` some."""
    some, which = among("l.id", only)
    return db.select(_letter, f"{_LETTERS}{some} ORDER BY l.id", (day.isoformat(), *which))


def _letter(
    row: int,
    case: int,
    creditor: int,
    kind: str,
    written: str,
    answer_by: str,
    proposal: int | None,
    document: int | None,
    sent: str | None,
    since: str | None,
    reply: str | None,
    pause: str | None,
    itemised: int | None,
    words: str | None,
) -> CreditorLetter:
    answer = None
    if since is not None and reply is not None:
        answer = OpeningAnswer(
            date.fromisoformat(since),
            OpeningReply(reply),
            day_or_none(pause),
            bool(itemised),
            words or "",
        )
    return CreditorLetter(
        id=row,
        case=DebtCaseId(case),
        creditor=CreditorId(creditor),
        kind=CreditorLetterKind(kind),
        written_on=date.fromisoformat(written),
        answer_by=date.fromisoformat(answer_by),
        proposal=proposal,
        document=None if document is None else DocumentId(document),
        sent_on=day_or_none(sent),
        answer=answer,
    )


def insert(
    unit: Unit,
    case: DebtCaseId,
    creditor: CreditorId,
    kind: CreditorLetterKind,
    answer_by: date,
    document: DocumentId,
    proposal: int | None = None,
) -> int:
    """A letter of today."""
    return unit.insert(
        "creditor_letter",
        debt_case=case,
        creditor=creditor,
        kind=kind,
        proposal=proposal,
        written_on=unit.today,
        answer_by=answer_by,
        document=document,
    )


def add_answer(unit: Unit, letter: int, answer: OpeningAnswer) -> None:
    """What was answered to the first letter, from a day."""
    unit.insert(
        "opening_answer",
        creditor_letter=letter,
        since=answer.since,
        answer=answer.reply,
        pause_until=answer.pause_until,
        itemised=answer.itemised,
        words=answer.words.strip(),
    )
