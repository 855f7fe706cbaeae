"""SQL of what is asked consent to, and of the answers."""

import json
from collections.abc import Iterable
from datetime import date

from app.core.ids import DocumentId, LeaseId, PersonId
from app.leases.residents.model import (
    AbsenceCause,
    AnswerDraft,
    ConsentAnswer,
    ConsentKind,
    ConsentRefusal,
    ConsentRequest,
    Relation,
    RequestDraft,
)
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

# the answer whose letter stands, and the first day it went out and did not come back
_SELECT = (
    "SELECT r.id, r.lease, r.kind, r.received_on, r.in_writing, r.name, r.relation, r.cause,"
    " r.what, r.since, r.until, r.person, r.withdrawn_on, a.decided_on, a.consents, a.ground,"
    " a.reason, a.document, (SELECT min(o.sent_on) FROM dispatch o WHERE o.document = a.document"
    " AND o.returned_on IS NULL) FROM consent_request r LEFT JOIN consent_answer a ON a.id ="
    " (SELECT max(x.id) FROM consent_answer x WHERE x.request = r.id AND NOT EXISTS"
    " (SELECT 1 FROM document_state t WHERE t.document = x.document))"
)


def insert(unit: Unit, lease: LeaseId, draft: RequestDraft) -> int:
    """A request that came."""
    return unit.insert("consent_request", lease=lease, **_columns(draft))


def update(unit: Unit, request: int, draft: RequestDraft) -> None:
    """What it says now."""
    unit.update("consent_request", request, **_columns(draft))


def _columns(draft: RequestDraft) -> dict[str, object]:
    return {
        "kind": draft.kind,
        "received_on": draft.received_on,
        "in_writing": draft.in_writing,
        "name": draft.name.strip(),
        "relation": draft.relation,
        "cause": draft.cause,
        "what": draft.what.strip(),
        "since": draft.since,
        "until": draft.until,
    }


def answer(unit: Unit, request: int, draft: AnswerDraft, document: DocumentId) -> None:
    """The answer and its letter."""
    unit.insert(
        "consent_answer",
        request=request,
        decided_on=unit.today,
        consents=draft.consents,
        ground=None if draft.consents else draft.ground,
        reason=draft.reason.strip(),
        document=document,
    )


def of_lease(db: Database, lease: LeaseId) -> tuple[ConsentRequest, ...]:
    """Every request about a lease, the newest first."""
    return db.select(
        _request, f"{_SELECT} WHERE r.lease = ? ORDER BY r.received_on DESC, r.id DESC", (lease,)
    )


def get(db: Database, request: int) -> ConsentRequest | None:
    """One request."""
    return db.first(_request, f"{_SELECT} WHERE r.id = ?", (request,))


_WRITTEN = "r.in_writing = 1 AND r.withdrawn_on IS NULL"


def came_on(db: Database, day: date) -> tuple[date, ...]:
    """The days by then on which a written request came that was not taken back."""
    return db.select(
        date.fromisoformat,
        "SELECT DISTINCT r.received_on FROM consent_request r"
        f" WHERE {_WRITTEN} AND r.received_on <= ?",
        (day.isoformat(),),
    )


def unanswered(db: Database, came: Iterable[date]) -> tuple[ConsentRequest, ...]:
    """Written requests of some days whose answer has not gone out, the oldest first."""
    days = json.dumps([each.isoformat() for each in came])
    found = db.select(
        _request,
        f"{_SELECT} WHERE {_WRITTEN} AND r.received_on IN (SELECT value FROM json_each(?))"
        " ORDER BY r.received_on, r.id",
        (days,),
    )
    return tuple(each for each in found if each.answer is None or each.answer.sent_on is None)


def _request(*row: object) -> ConsentRequest:
    texts = [str(column) for column in row]
    draft = RequestDraft(
        kind=ConsentKind(texts[2]),
        received_on=date.fromisoformat(texts[3]),
        in_writing=row[4] == 1,
        name=texts[5],
        relation=None if row[6] is None else Relation(texts[6]),
        cause=None if row[7] is None else AbsenceCause(texts[7]),
        what=texts[8],
        since=day_or_none(row[9]),
        until=day_or_none(row[10]),
    )
    return ConsentRequest(
        id=int(texts[0]),
        lease=LeaseId(int(texts[1])),
        draft=draft,
        person=None if row[11] is None else PersonId(int(texts[11])),
        withdrawn_on=day_or_none(row[12]),
        answer=None if row[13] is None else _answer(row[13:], texts[13:]),
    )


def _answer(row: tuple[object, ...], texts: list[str]) -> ConsentAnswer:
    ground = None if row[2] is None else ConsentRefusal(texts[2])
    return ConsentAnswer(
        decided_on=date.fromisoformat(texts[0]),
        draft=AnswerDraft(row[1] == 1, ground, texts[3]),
        document=None if row[4] is None else DocumentId(int(texts[4])),
        sent_on=day_or_none(row[5]),
    )


def held(db: Database, people: frozenset[PersonId]) -> tuple[tuple[int, PersonId], ...]:
    """Every request of the given persons, as tenant or as the one who moved in."""
    marks = ", ".join("?" * len(people))
    who = sorted(people)
    return db.select(
        lambda request, person: (request, PersonId(person)),
        f"SELECT r.id, CASE WHEN l.tenant IN ({marks}) THEN l.tenant ELSE r.person END"
        f" FROM consent_request r JOIN lease l ON l.id = r.lease WHERE l.tenant IN ({marks})"
        f" OR r.person IN ({marks}) ORDER BY r.id",
        (*who, *who, *who),
    )


def remove(unit: Unit, request: int) -> None:
    """Take a request out of the register with its answers (ADR-02)."""
    unit.execute("DELETE FROM consent_answer WHERE request = ?", (request,))
    unit.delete("consent_request", request)
