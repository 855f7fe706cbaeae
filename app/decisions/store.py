"""SQL of vedtak and their states."""

import json
from dataclasses import replace
from datetime import date

from app.core.ids import ApplicationId, DwellingId, OfficerId, PersonId, Ref, VedtakId
from app.decisions import condition_store
from app.decisions.content import store as content_store
from app.decisions.content.model import Service
from app.decisions.model import (
    Condition,
    OtherMeans,
    RefusalGround,
    Vedtak,
    VedtakDraft,
    VedtakKind,
    VedtakResult,
    VedtakState,
)
from app.storage import numbering
from app.storage.database import Database
from app.storage.unit import Unit

_ANSWER = 12
"""How many columns the answer itself has, before the content."""
STATE = "(SELECT state FROM vedtak_state s WHERE s.vedtak = v.id ORDER BY s.id DESC LIMIT 1)"
_CONTENT = ", ".join(f"v.{column}" for column in content_store.COLUMNS)
ISSUED = "(SELECT since FROM vedtak_state s WHERE s.vedtak = v.id AND s.state = 'issued')"


def insert(unit: Unit, number: str, application: ApplicationId, draft: VedtakDraft) -> VedtakId:
    """A new draft."""
    vedtak = VedtakId(
        unit.insert(
            "vedtak",
            number=number,
            application=application,
            officer=unit.by,
            drafted_on=unit.today,
            **_columns(draft),
        )
    )
    unit.insert("vedtak_state", vedtak=vedtak, since=unit.today, state=VedtakState.DRAFT)
    condition_store.insert(unit, vedtak, draft.conditions)
    content_store.insert_services(unit, vedtak, draft.services)
    return vedtak


def update(unit: Unit, vedtak: VedtakId, draft: VedtakDraft) -> None:
    """What the form holds now; conditions that are as before keep their identity."""
    unit.update("vedtak", vedtak, **_columns(draft))
    condition_store.update(unit, vedtak, draft.conditions)
    content_store.update_services(unit, vedtak, draft.services)


def _columns(draft: VedtakDraft) -> dict[str, object]:
    return {
        "kind": draft.kind,
        "result": draft.result,
        "refusal_ground": draft.refusal_ground or "",
        "dwelling": draft.dwelling,
        "dwelling_words": draft.dwelling_words.strip(),
        "term_months": draft.term_months,
        "rules_text": draft.rules_text.strip(),
        "facts_text": draft.facts_text.strip(),
        "considerations_text": draft.considerations_text.strip(),
        "other_means": json.dumps(draft.other_means),
        "guidance_text": draft.guidance_text.strip(),
        "appeal_body": draft.appeal_body.strip(),
        **content_store.columns(draft),
    }


def set_issued(unit: Unit, vedtak: VedtakId, versions: tuple[tuple[str, date], ...]) -> None:
    """Issued today, by the rules of these versions; nothing of it can change after."""
    texts = json.dumps({key: since.isoformat() for key, since in versions})
    unit.update("vedtak", vedtak, rule_versions=texts, officer=unit.by)
    unit.insert("vedtak_state", vedtak=vedtak, since=unit.today, state=VedtakState.ISSUED)


def delete(unit: Unit, vedtak: VedtakId) -> None:
    """Throw a draft away."""
    for table in ("vedtak_condition", "vedtak_service", "vedtak_state"):
        unit.execute(f"DELETE FROM {table} WHERE vedtak = ?", (vedtak,))
    unit.delete("vedtak", vedtak)


def get(db: Database, vedtak: VedtakId) -> Vedtak | None:
    """One vedtak with its stored state."""
    conditions = condition_store.of(db, vedtak)
    services = content_store.services_of(db, vedtak)

    def make(*row: object) -> Vedtak:
        return _vedtak(row, conditions, services)

    return db.first(
        make,
        "SELECT v.id, v.number, v.application, v.officer, v.drafted_on, v.rule_versions,"
        f" {STATE}, {ISSUED}, v.kind, v.result, v.refusal_ground, v.dwelling, v.dwelling_words,"
        " v.term_months, v.rules_text, v.facts_text, v.considerations_text, v.other_means,"
        f" v.guidance_text, v.appeal_body, {_CONTENT} FROM vedtak v WHERE v.id = ?",
        (vedtak,),
    )


def _vedtak(
    row: tuple[object, ...], conditions: tuple[Condition, ...], services: tuple[Service, ...]
) -> Vedtak:
    texts = [str(column) for column in row]
    versions = json.loads(texts[5])
    return Vedtak(
        id=VedtakId(int(texts[0])),
        number=texts[1],
        application=ApplicationId(int(texts[2])),
        draft=_whole(row[8:], conditions, services),
        state=VedtakState(texts[6]),
        issued_on=None if row[7] is None else date.fromisoformat(texts[7]),
        officer=OfficerId(int(texts[3])),
        drafted_on=date.fromisoformat(texts[4]),
        rule_versions=tuple((key, date.fromisoformat(day)) for key, day in versions.items()),
    )


def _whole(
    row: tuple[object, ...], conditions: tuple[Condition, ...], services: tuple[Service, ...]
) -> VedtakDraft:
    content = content_store.read(row[_ANSWER:])
    draft = _draft(row[:_ANSWER], conditions)
    return replace(draft, services=services, **content)  # type: ignore[arg-type]  # by name


def _draft(row: tuple[object, ...], conditions: tuple[Condition, ...]) -> VedtakDraft:
    texts = [str(column) for column in row]
    return VedtakDraft(
        kind=VedtakKind(texts[0]),
        result=VedtakResult(texts[1]),
        refusal_ground=RefusalGround(texts[2]) if texts[2] else None,
        dwelling=None if row[3] is None else DwellingId(int(texts[3])),
        dwelling_words=texts[4],
        term_months=None if row[5] is None else int(texts[5]),
        rules_text=texts[6],
        facts_text=texts[7],
        considerations_text=texts[8],
        conditions=conditions,
        other_means=tuple(OtherMeans(code) for code in json.loads(texts[9])),
        guidance_text=texts[10],
        appeal_body=texts[11],
    )


def next_number(db: Database, year: int) -> str:
    """«V2026-001»: the number after the newest one of that year."""
    return numbering.next_number(db, "vedtak", f"V{year}-")


def naming_dwelling(db: Database, people: frozenset[PersonId]) -> tuple[tuple[Ref, PersonId], ...]:
    """Vedtak of the given persons that name a dwelling or a place to stay (ADR-05)."""
    marks = ", ".join("?" * len(people))
    return db.select(
        lambda vedtak, person: (Ref("vedtak", vedtak), PersonId(person)),
        "SELECT v.id, a.applicant FROM vedtak v JOIN application a ON a.id = v.application"
        f" WHERE (v.dwelling IS NOT NULL OR v.stay_where <> '') AND a.applicant IN ({marks})",
        sorted(people),
    )
