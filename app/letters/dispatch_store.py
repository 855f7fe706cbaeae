"""SQL of sendings."""

import json
from collections.abc import Iterable
from datetime import date

from app.core.ids import DocumentId, Ref
from app.letters.model import Channel, Dispatch, DocumentKind
from app.letters.store import DECIDED
from app.storage.columns import day_or_none
from app.storage.database import Database


def dispatches(db: Database, document: DocumentId) -> tuple[Dispatch, ...]:
    """Every sending, oldest first."""
    return db.select(
        dispatch_of,
        "SELECT id, sent_on, channel, proof, arrived_on, returned_on, note FROM dispatch"
        " WHERE document = ? ORDER BY sent_on, id",
        (document,),
    )


def dispatch_of(
    dispatch: int,
    sent_on: str,
    channel: str,
    proof: str,
    arrived_on: str | None,
    returned_on: str | None,
    note: str,
) -> Dispatch:
    """A sending from its columns."""
    return Dispatch(
        dispatch,
        date.fromisoformat(sent_on),
        Channel(channel),
        proof,
        day_or_none(arrived_on),
        day_or_none(returned_on),
        note,
    )


def sent_on_cases(
    db: Database, case_kind: str, cases: Iterable[int], kind: DocumentKind
) -> dict[int, date]:
    """The first day that a document of a kind went out on each of the cases."""
    found = db.select(
        lambda case, day: (case, date.fromisoformat(day)),
        "SELECT d.case_id, min(s.sent_on) FROM document d JOIN dispatch s ON s.document = d.id"
        " WHERE d.case_kind = ? AND d.case_id IN (SELECT value FROM json_each(?)) AND d.kind = ?"
        f" AND s.returned_on IS NULL AND coalesce({DECIDED}, '') <> 'annulled'"
        " GROUP BY d.case_id",
        (case_kind, json.dumps([*cases]), kind.value),
    )
    return dict(found)


def sent_on(db: Database, case: Ref, kind: DocumentKind) -> date | None:
    """The first day that a document of a kind went out on a case, and is not annulled."""
    return db.first(
        date.fromisoformat,
        "SELECT s.sent_on FROM dispatch s JOIN document d ON d.id = s.document"
        " WHERE d.case_kind = ? AND d.case_id = ? AND d.kind = ? AND s.returned_on IS NULL"
        f" AND coalesce({DECIDED}, '') <> 'annulled' ORDER BY s.sent_on LIMIT 1",
        (case.kind, case.id, kind.value),
    )
