"""SQL of the applications that are open today, as their clocks ask."""

import json
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from app.applications.fact_store import latest
from app.applications.model import ApplicationState, OpenRow
from app.applications.rules import days_waiting
from app.core.cases import CaseKind
from app.core.ids import ApplicationId
from app.storage.columns import day_of
from app.storage.database import Database

_OPEN = ", ".join(f"'{state}'" for state in ApplicationState if state.open)
_state = lru_cache(ApplicationState)
_case = lru_cache(CaseKind)


def rows(db: Database, today: date) -> tuple[OpenRow, ...]:
    """As `list_store.rows` of the open ones now, the newest first, out of few columns."""

    def make(
        application: int,
        number: str,
        case: str,
        received: str,
        state: str,
        since: str,
    ) -> OpenRow:
        stands, day = _state(state), day_of(received)
        return OpenRow(
            ApplicationId(application),
            number,
            _case(case),
            day,
            stands,
            days_waiting(day, stands, day_of(since), today),
        )

    found = db.select(
        make,
        "SELECT a.id, a.number, a.case_kind, a.received_on,"
        f" {latest('application_state', 'state')}, {latest('application_state', 'since')}"
        " FROM application a WHERE a.id IN"
        f" (SELECT id FROM application_newest WHERE state IN ({_OPEN})) AND a.received_on <= ?1"
        " ORDER BY a.received_on DESC, a.id DESC",
        (today.isoformat(),),
    )
    # what is newest may be of a day to come
    return tuple(row for row in found if row.state.open)


def names(db: Database, some: Iterable[ApplicationId]) -> dict[ApplicationId, str]:
    """Who asked, of some of them."""
    return dict(
        db.select(
            lambda application, given, family: (
                ApplicationId(application),
                f"{given} {family}".strip(),
            ),
            "SELECT a.id, p.given_name, p.family_name FROM json_each(?) j"
            " JOIN application a ON a.id = j.value JOIN person p ON p.id = a.applicant",
            (json.dumps(sorted(set(some))),),
        )
    )
