"""SQL of vedtak after § 17."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import date

from app.core.ids import DebtCaseId, DebtDecisionId, DocumentId, OfficerId
from app.debt.decisions.model import DebtRefusal, DebtVedtak, DebtVedtakDraft
from app.debt.model import Decided
from app.decisions.model import VedtakState
from app.storage import numbering
from app.storage.among import among
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_TEXTS = (
    "start_text", "rules_text", "facts_text", "considerations_text", "wishes_text",
    "guidance_text", "legal_basis", "legal_paragraph", "appeal_body", "change_text",
)  # fmt: skip
_LAST = (
    "(SELECT s.{} FROM debt_decision_state s WHERE s.debt_decision = d.id"
    " ORDER BY s.id DESC LIMIT 1)"
)
_SELECT = (
    "SELECT d.id, d.number, d.debt_case, d.officer, d.drafted_on, d.replaces, d.document,"
    f" d.rule_versions, {_LAST.format('state')}, {_LAST.format('since')},"
    " (SELECT i.since FROM debt_decision_state i WHERE i.debt_decision = d.id"
    "  AND i.state = 'issued'), d.granted, d.ground, d.starts_on, d.appeal_weeks,"
    f" {', '.join(f'd.{column}' for column in _TEXTS)} FROM debt_decision d"
)


def decided(
    db: Database, day: date, only: Collection[DebtCaseId] | None = None
) -> Mapping[DebtCaseId, Decided]:
    """The newest vedtak of each case, or of `only` some, issued by a day and holding then."""
    some, which = among("d.debt_case", only)
    rows = db.select(
        lambda case, since, granted, starts_on: (
            DebtCaseId(case),
            Decided(date.fromisoformat(since), bool(granted), day_or_none(starts_on)),
        ),
        "SELECT d.debt_case, i.since, d.granted, d.starts_on FROM debt_decision d"
        " JOIN debt_decision_state i ON i.debt_decision = d.id AND i.state = 'issued'"
        " WHERE i.since <= ?1 AND NOT EXISTS (SELECT 1 FROM debt_decision_state s"
        " WHERE s.debt_decision = d.id AND s.state IN ('set_aside', 'reversed')"
        f" AND s.since <= ?1){some} ORDER BY i.since, d.id",
        (day.isoformat(), *which),
    )
    return dict(rows)


def next_number(db: Database, year: int, prefix: str) -> str:
    """«GV2026-001»: the number after the newest one of that year. On paper «GP2026-001»."""
    return numbering.next_number(db, "debt_decision", f"{prefix}{year}-")


def insert(
    unit: Unit,
    number: str,
    case: DebtCaseId,
    draft: DebtVedtakDraft,
    replaces: DebtDecisionId | None,
) -> DebtDecisionId:
    """A new draft."""
    made = unit.insert(
        "debt_decision",
        number=number,
        debt_case=case,
        replaces=replaces,
        officer=unit.by,
        drafted_on=unit.today,
        **_columns(draft),
    )
    decision = DebtDecisionId(made)
    add_state(unit, decision, VedtakState.DRAFT, unit.today)
    return decision


def update(unit: Unit, decision: DebtDecisionId, draft: DebtVedtakDraft) -> None:
    """What the form holds now."""
    unit.update("debt_decision", decision, **_columns(draft))


def _columns(draft: DebtVedtakDraft) -> dict[str, object]:
    held = asdict(draft)
    texts = {column: str(held[column]).strip() for column in _TEXTS}
    return {
        "granted": draft.granted,
        "ground": draft.ground or "",
        "starts_on": draft.starts_on,
        "appeal_weeks": draft.appeal_weeks,
        **texts,
    }


def set_issued(
    unit: Unit,
    decision: DebtDecisionId,
    document: DocumentId | None,
    versions: tuple[tuple[str, date], ...],
) -> None:
    """Issued today, by the rules of these versions; nothing of it can change after."""
    told = json.dumps({key: since.isoformat() for key, since in versions})
    unit.update("debt_decision", decision, rule_versions=told, officer=unit.by, document=document)
    add_state(unit, decision, VedtakState.ISSUED, unit.today)


def add_state(
    unit: Unit, decision: DebtDecisionId, state: VedtakState, since: date, reason: str = ""
) -> None:
    """It stands so from a day."""
    unit.insert(
        "debt_decision_state",
        debt_decision=decision,
        since=since,
        state=state,
        reason=reason.strip(),
    )


def delete(unit: Unit, decision: DebtDecisionId) -> None:
    """Throw a draft away."""
    unit.execute("DELETE FROM debt_decision_state WHERE debt_decision = ?", (decision,))
    unit.delete("debt_decision", decision)


def get(db: Database, decision: DebtDecisionId) -> DebtVedtak | None:
    """One vedtak as it stands."""
    return db.first(_vedtak, f"{_SELECT} WHERE d.id = ?", (decision,))


def of(db: Database, case: DebtCaseId) -> tuple[DebtVedtak, ...]:
    """Every vedtak of a case, the newest first."""
    return db.select(_vedtak, f"{_SELECT} WHERE d.debt_case = ? ORDER BY d.id DESC", (case,))


def _vedtak(*row: object) -> DebtVedtak:
    texts = [str(column) for column in row]
    versions = json.loads(texts[7])
    return DebtVedtak(
        id=DebtDecisionId(int(texts[0])),
        number=texts[1],
        case=DebtCaseId(int(texts[2])),
        draft=_draft(row[11:]),
        state=VedtakState(texts[8]),
        state_since=date.fromisoformat(texts[9]),
        issued_on=day_or_none(row[10]),
        officer=OfficerId(int(texts[3])),
        drafted_on=date.fromisoformat(texts[4]),
        replaces=None if row[5] is None else DebtDecisionId(int(texts[5])),
        document=None if row[6] is None else DocumentId(int(texts[6])),
        rule_versions=tuple((key, date.fromisoformat(day)) for key, day in versions.items()),
    )


def _draft(row: tuple[object, ...]) -> DebtVedtakDraft:
    granted, ground, starts_on, weeks, *texts = row
    return DebtVedtakDraft(
        granted=bool(granted),
        ground=DebtRefusal(str(ground)) if ground else None,
        starts_on=day_or_none(starts_on),
        appeal_weeks=weeks if isinstance(weeks, int) else None,
        **dict(zip(_TEXTS, map(str, texts), strict=True)),
    )
