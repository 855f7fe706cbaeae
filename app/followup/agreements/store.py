"""SQL of cooperation agreements."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from app.core.ids import PersonId, Ref
from app.followup.agreements.model import (
    Agreement,
    AgreementDraft,
    AgreementDue,
    AgreementState,
)
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_PLACES = ("purpose", "we_do", "person_does", "visits", "if_broken")
"""What may tell where a person lives (ADR-05)."""

_ROWS = (
    "SELECT a.id, a.person, s.state, s.since, s.reason,"
    " (SELECT max(x.since) FROM agreement_state x WHERE x.agreement = a.id"
    "  AND x.state = 'signed' AND x.since <= ?1),"
    " a.purpose, a.we_do, a.person_does, a.visits, a.visited_by, a.contact_name, a.contact_phone,"
    " a.if_broken, a.evaluation_on FROM cooperation_agreement a JOIN agreement_state s ON s.id ="
    " (SELECT n.id FROM agreement_state n WHERE n.agreement = a.id AND n.since <= ?1"
    "  ORDER BY n.since DESC, n.id DESC LIMIT 1)"
)


def insert(unit: Unit, person: PersonId, draft: AgreementDraft) -> int:
    """A draft from today."""
    agreement = unit.insert("cooperation_agreement", person=person, **asdict(draft))
    add_state(unit, agreement, AgreementState.DRAFT, unit.today)
    return agreement


def put(unit: Unit, agreement: int, draft: AgreementDraft) -> None:
    """What was written, put right."""
    unit.update("cooperation_agreement", agreement, **asdict(draft))


def add_state(
    unit: Unit, agreement: int, state: AgreementState, since: date, reason: str = ""
) -> None:
    """Where it stands from a day."""
    unit.insert("agreement_state", agreement=agreement, since=since, state=state, reason=reason)


def of(db: Database, person: PersonId, day: date) -> tuple[Agreement, ...]:
    """Those of a person, the newest first."""
    sql = f"{_ROWS} WHERE a.person = ?2 ORDER BY a.id DESC"
    return db.select(_agreement, sql, (day.isoformat(), person))


def get(db: Database, agreement: int, day: date) -> Agreement | None:
    """One of them."""
    return db.first(_agreement, f"{_ROWS} WHERE a.id = ?2", (day.isoformat(), agreement))


def due(db: Database, day: date) -> tuple[AgreementDue, ...]:
    """Everyone's that hold on a day and whose day of evaluation is here."""
    return db.select(
        lambda person, on: AgreementDue(PersonId(person), date.fromisoformat(on)),
        "SELECT a.person, a.evaluation_on FROM cooperation_agreement a"
        " JOIN agreement_state s ON s.id = (SELECT n.id FROM agreement_state n"
        " WHERE n.agreement = a.id AND n.since <= ?1 ORDER BY n.since DESC, n.id DESC LIMIT 1)"
        " WHERE s.state = 'signed' AND a.evaluation_on <= ?1 ORDER BY a.evaluation_on, a.id",
        (day.isoformat(),),
    )


def _agreement(*row: object) -> Agreement:
    texts = [str(column) for column in row]
    return Agreement(
        id=int(texts[0]),
        person=PersonId(int(texts[1])),
        draft=AgreementDraft(
            purpose=texts[6],
            we_do=texts[7],
            person_does=texts[8],
            visits=texts[9],
            visited_by=texts[10],
            contact_name=texts[11],
            contact_phone=texts[12],
            if_broken=texts[13],
            evaluation_on=day_or_none(row[14]),
        ),
        state=AgreementState(texts[2]),
        since=date.fromisoformat(texts[3]),
        signed_on=day_or_none(row[5]),
        reason=texts[4],
    )


def with_words(db: Database, people: Sequence[int]) -> tuple[tuple[Ref, PersonId], ...]:
    """Those with words that may tell where these people live (ADR-05)."""
    marks = ", ".join("?" * len(people))
    return db.select(
        lambda row, person: (Ref("cooperation_agreement", row), PersonId(person)),
        f"SELECT id, person FROM cooperation_agreement WHERE {' || '.join(_PLACES)} <> ''"
        f" AND person IN ({marks}) ORDER BY id",
        people,
    )


def empty(unit: Unit, agreement: int) -> None:
    """Take the words away; days, contact and states stay."""
    unit.update("cooperation_agreement", agreement, **dict.fromkeys(_PLACES, ""))
