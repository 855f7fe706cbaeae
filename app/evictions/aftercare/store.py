"""SQL of what comes after a home was lost."""

from datetime import date

from app.core.ids import DocumentId, EvictionCaseId
from app.evictions.aftercare.model import (
    AftercareKind,
    AftercareTask,
    FetchingNotice,
    Review,
    SentLetter,
    Settled,
    TaskDraft,
)
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_TASK = "SELECT id, eviction_case, kind, words, owner, due_on, done_on FROM aftercare_task"


def add_task(unit: Unit, case: EvictionCaseId, draft: TaskDraft) -> int:
    """One more task."""
    return unit.insert(
        "aftercare_task",
        eviction_case=case,
        kind=draft.kind,
        words=draft.words.strip(),
        owner=draft.owner.strip(),
        due_on=draft.due_on,
    )


def tasks(db: Database, case: EvictionCaseId) -> tuple[AftercareTask, ...]:
    """Those of a case, the first to be done first."""
    return db.select(_task, f"{_TASK} WHERE eviction_case = ? ORDER BY due_on, id", (case,))


def task(db: Database, task_id: int) -> AftercareTask | None:
    """One of them."""
    return db.first(_task, f"{_TASK} WHERE id = ?", (task_id,))


def waiting(db: Database) -> tuple[AftercareTask, ...]:
    """Those of all cases that are not done, the first to be done first."""
    return db.select(_task, f"{_TASK} WHERE done_on IS NULL ORDER BY due_on, id")


def _task(
    row: int, case: int, kind: str, words: str, owner: str, due: str, done: str | None
) -> AftercareTask:
    return AftercareTask(
        row,
        EvictionCaseId(case),
        AftercareKind(kind),
        words,
        owner,
        date.fromisoformat(due),
        day_or_none(done),
    )


def add_notice(unit: Unit, case: EvictionCaseId, notice: FetchingNotice) -> int:
    """The household was told to fetch its things."""
    return unit.insert(
        "fetching_notice",
        eviction_case=case,
        number=notice.number,
        told_on=notice.told_on,
        kept_where=notice.kept_where.strip(),
    )


def notices(db: Database, case: EvictionCaseId) -> tuple[FetchingNotice, ...]:
    """Each time they were told; of the same number the last written holds."""
    return db.select(
        lambda number, told, where: FetchingNotice(number, date.fromisoformat(told), where),
        "SELECT number, told_on, kept_where FROM fetching_notice"
        " WHERE eviction_case = ? ORDER BY id",
        (case,),
    )


def add_settled(unit: Unit, case: EvictionCaseId, settled: Settled) -> int:
    """Everything is fetched, or nothing was left; without words it is open again."""
    return unit.insert(
        "belongings_settled", eviction_case=case, since=settled.since, words=settled.words.strip()
    )


def settled(db: Database, case: EvictionCaseId, day: date) -> Settled | None:
    """How the things stand; None while some wait."""
    found = db.first(
        lambda since, words: Settled(date.fromisoformat(since), words),
        "SELECT since, words FROM belongings_settled WHERE eviction_case = ? AND since <= ?"
        " ORDER BY since DESC, id DESC LIMIT 1",
        (case, day.isoformat()),
    )
    return found if found is not None and found.words else None


def add_review(unit: Unit, case: EvictionCaseId, review: Review) -> int:
    """What could have been seen earlier."""
    return unit.insert(
        "eviction_review",
        eviction_case=case,
        since=review.since,
        seen_earlier=review.seen_earlier.strip(),
        to_change=review.to_change.strip(),
    )


def review(db: Database, case: EvictionCaseId, day: date) -> Review | None:
    """The newest that holds on a day."""
    return db.first(
        lambda since, seen, change: Review(date.fromisoformat(since), seen, change),
        "SELECT since, seen_earlier, to_change FROM eviction_review"
        " WHERE eviction_case = ? AND since <= ? ORDER BY since DESC, id DESC LIMIT 1",
        (case, day.isoformat()),
    )


def add_letter(unit: Unit, case: EvictionCaseId, document: DocumentId) -> int:
    """The letter to the household."""
    return unit.insert(
        "aftercare_letter", eviction_case=case, document=document, issued_on=unit.today
    )


def letter(db: Database, case: EvictionCaseId, day: date) -> SentLetter | None:
    """The newest that was not annulled."""
    return db.first(
        lambda document, issued: SentLetter(
            None if document is None else DocumentId(document), date.fromisoformat(issued)
        ),
        "SELECT l.document, l.issued_on FROM aftercare_letter l WHERE l.eviction_case = ?"
        " AND l.issued_on <= ? AND NOT EXISTS (SELECT 1 FROM document_state d"
        "  WHERE d.document = l.document AND d.state = 'annulled') ORDER BY l.id DESC LIMIT 1",
        (case, day.isoformat()),
    )
