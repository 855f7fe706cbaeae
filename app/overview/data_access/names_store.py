"""What a row that is pointed at is called, in words the person knows: never its number of row."""

import json
from collections.abc import Mapping
from enum import Enum

from app.arrears.model import RentChargeKind
from app.arrears.signals.model import EarlySignalKind
from app.arrears.steps.model import ArrearsStepKind
from app.core import words
from app.core.text import Language
from app.debt.claims.model import DebtClaimKind
from app.debt.measures.model import DebtMeasureKind
from app.leases.handover.reports.model import HandoverKind
from app.people.consents.model import ConsentScope
from app.storage.database import Database


def _day(column: str) -> str:
    return f"strftime('%d.%m.%Y', r.{column})"


_CREDITOR = "(SELECT c.name FROM creditor c WHERE c.id = {})"
_CLAIM = "(SELECT d.{} FROM debt_claim d WHERE d.id = r.debt_claim)"
_NUMBERED = (
    "appeal",
    "application",
    "debt_appeal",
    "debt_case",
    "debt_decision",
    "document",
    "eviction_case",
    "lease",
    "offer",
    "vedtak",
)
_CALLED = (
    "allocator",
    "biller",
    "budget",
    "creditor",
    "officer",
    "owner",
    "service_unit",
    "stay_place",
    "unit_contact",
)
_DAYS = {
    "arrears_meeting": "held_on",
    "arrears_pause": "since",
    "arrears_step": "taken_on",
    "consent": "since",
    "early_signal": "seen_on",
    "economy_household": "since",
    "eviction_notice": "issued_on",
    "eviction_petition": "filed_on",
    "handover_report": "held_on",
    "instalment_agreement": "counted_on",
    "needs_assessment": "held_on",
    "payment_plan": "agreed_on",
    "payment_proposal": "made_on",
    "plan": "started_on",
    "plan_evaluation": "evaluated_on",
    "prior_notice": "issued_on",
    "rent_charge": "due_on",
    "sheet_import": "at",
    "termination_notice": "given_on",
    "unit_note": "issued_on",
}
_TEXTS: Mapping[str, str] = {
    **dict.fromkeys(_NUMBERED, "r.number"),
    **dict.fromkeys(_CALLED, "r.name"),
    **{table: _day(column) for table, column in _DAYS.items()},
    **dict.fromkeys(("followup_need", "goal", "measure"), "r.words"),
    "contact_note": "(SELECT strftime('%d.%m.%Y', t.happened_on) FROM contact_note_told t"
    " WHERE t.note = r.id ORDER BY t.id DESC LIMIT 1)",
    "cooperation_agreement": "r.purpose",
    "creditor_letter": f"{_CREDITOR.format('r.creditor')} || ', ' || {_day('written_on')}",
    "debt_claim": _CREDITOR.format("r.creditor"),
    "debt_measure": "''",
    "door_key": "r.mark",
    "dwelling": "r.street || ' ' || r.house_number || r.house_letter"
    " || coalesce(', ' || nullif(r.unit_number, ''), '')",
    "person": "trim(r.given_name || ' ' || r.family_name)",
    "plan_claim": _CREDITOR.format(_CLAIM.format("creditor")),
    "proposal_share": _CREDITOR.format(_CLAIM.format("creditor")),
    "vedtak_condition": "r.duty",
}
_KINDS: Mapping[str, tuple[str, type[Enum]]] = {
    "arrears_step": ("r.kind", ArrearsStepKind),
    "consent": ("r.scope", ConsentScope),
    "debt_claim": ("r.kind", DebtClaimKind),
    "debt_measure": ("r.kind", DebtMeasureKind),
    "early_signal": ("r.kind", EarlySignalKind),
    "handover_report": ("r.kind", HandoverKind),
    "plan_claim": (_CLAIM.format("kind"), DebtClaimKind),
    "proposal_share": (_CLAIM.format("kind"), DebtClaimKind),
    "rent_charge": ("r.kind", RentChargeKind),
}
TARGETS = frozenset(_TEXTS)
"""The tables whose rows have a name."""


def names(
    db: Database, target: str, ids: set[int], language: Language = Language.NB
) -> dict[int, str]:
    """«Billån, Testbanken» or «L2026-004» by row; nothing for a table without names."""
    if target not in TARGETS or not ids:
        return {}
    code, kind = _KINDS.get(target, ("NULL", None))

    def named(row: int, text: str | None, state: str | None) -> tuple[int, str]:
        said = words.word(kind(state), language.value) if kind is not None and state else ""
        return int(row), ", ".join(part for part in (said, str(text or "")) if part)

    return dict(
        db.select(
            named,
            f"SELECT r.id, {_TEXTS[target]}, {code} FROM {target} r"
            " WHERE r.id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(ids)),),
        )
    )
