"""SQL of the list of vedtak."""

import json
from collections.abc import Iterable
from datetime import date

from app.core.ids import ApplicationId, PersonId, VedtakId
from app.decisions.model import VedtakKind, VedtakResult, VedtakRow, VedtakState
from app.decisions.store import ISSUED, STATE
from app.storage.database import Database


def rows(db: Database, application: ApplicationId | None = None) -> tuple[VedtakRow, ...]:
    """Every vedtak, or those of one application, the newest first; the stored state."""
    of_one = "" if application is None else " WHERE v.application = ?"
    return db.select(
        _row,
        f"SELECT v.id, v.number, v.kind, v.result, {STATE}, v.application, p.id,"
        f" p.given_name || ' ' || p.family_name, v.drafted_on, {ISSUED}"
        " FROM vedtak v JOIN application a ON a.id = v.application"
        f" JOIN person p ON p.id = a.applicant{of_one} ORDER BY v.id DESC",
        () if application is None else (application,),
    )


def issued(db: Database, applications: Iterable[ApplicationId]) -> dict[ApplicationId, date]:
    """The first day a vedtak on each of them was issued."""
    found = db.select(
        lambda application, day: (ApplicationId(application), date.fromisoformat(day)),
        "SELECT v.application, min(s.since) FROM vedtak v JOIN vedtak_state s ON s.vedtak = v.id"
        " WHERE s.state = 'issued' AND v.application IN (SELECT value FROM json_each(?))"
        " GROUP BY v.application",
        (json.dumps([*applications]),),
    )
    return dict(found)


def _row(
    vedtak: int,
    number: str,
    kind: str,
    result: str,
    state: str,
    application: int,
    applicant: int,
    name: str,
    drafted_on: str,
    issued_on: str | None,
) -> VedtakRow:
    return VedtakRow(
        id=VedtakId(vedtak),
        number=number,
        kind=VedtakKind(kind),
        result=VedtakResult(result),
        state=VedtakState(state),
        application=ApplicationId(application),
        applicant=PersonId(applicant),
        applicant_name=name.strip(),
        drafted_on=date.fromisoformat(drafted_on),
        issued_on=date.fromisoformat(issued_on) if issued_on else None,
    )
