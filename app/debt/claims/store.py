"""SQL of what creditors claim in a case."""

import json
from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal

from app.core.ids import CreditorId, DebtCaseId, DebtClaimId, LeaseId, PersonId, Ref
from app.core.money import Ore
from app.core.records import dataclass
from app.debt.claims.model import (
    ClaimStanding,
    ClaimSums,
    DebtClaim,
    DebtClaimDraft,
    DebtClaimKind,
    DebtClaimStage,
    SumsRow,
)
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_NEWEST = (
    "(SELECT r.id FROM {table} r WHERE r.debt_claim = c.id AND r.since <= ?1"
    " ORDER BY r.since DESC, r.id DESC LIMIT 1)"
)
_SUM, _STAGE = (_NEWEST.format(table=name) for name in ("debt_claim_sum", "debt_claim_stage"))
_CLAIMS = (
    "SELECT c.id, c.debt_case, c.creditor, c.kind, c.reference, c.incurred_on, c.due_on, c.rate,"
    " c.secured, c.security, c.words, c.lease, k.name, coalesce(i.name, ''), s.since,"
    " s.principal, s.interest, s.costs, t.stage, t.collector, t.attached, t.disputed"
    " FROM debt_claim c JOIN creditor k ON k.id = c.creditor"
    f" JOIN debt_claim_stage t ON t.id = {_STAGE}"
    f" LEFT JOIN debt_claim_sum s ON s.id = {_SUM}"
    " LEFT JOIN creditor i ON i.id = t.collector"
    " WHERE (c.lease IS NOT NULL OR s.id IS NOT NULL)"
)


@dataclass(frozen=True, slots=True)
class _Row:
    """The columns of one claim as it stands."""

    id: int
    case: int
    creditor: int
    kind: str
    reference: str
    incurred_on: str | None
    due_on: str | None
    rate: str | None
    secured: int
    security: str
    words: str
    lease: int | None
    creditor_name: str
    collector_name: str
    since: str | None
    principal: int | None
    interest: int | None
    costs: int | None
    stage: str
    collector: int | None
    attached: int
    disputed: int


def claims(db: Database, day: date) -> tuple[DebtClaim, ...]:
    """Every claim of every case as it stood on a day; rent owed to us without its sums."""
    rows = db.select(_Row, f"{_CLAIMS} ORDER BY c.id", (day.isoformat(),))
    return tuple(_claim(row) for row in rows)


def claims_of(db: Database, case: DebtCaseId, day: date) -> tuple[DebtClaim, ...]:
    """Those of one case, without reading the others."""
    sql = f"{_CLAIMS} AND c.debt_case = ?2 ORDER BY c.id"
    return tuple(_claim(row) for row in db.select(_Row, sql, (day.isoformat(), case)))


def open_among(db: Database, claims: Collection[DebtClaimId], day: date) -> frozenset[DebtClaimId]:
    """Those of some claims that are still claimed on a day; nothing else is read."""
    over = ", ".join(f"'{stage}'" for stage in DebtClaimStage if not stage.open)
    found = db.select(
        DebtClaimId,
        f"SELECT c.id FROM debt_claim c JOIN debt_claim_stage t ON t.id = {_STAGE}"
        " WHERE c.id IN (SELECT value FROM json_each(?2))"
        f" AND t.stage NOT IN ({over}) AND (c.lease IS NOT NULL OR {_SUM} IS NOT NULL)",
        (day.isoformat(), json.dumps(sorted(claims))),
    )
    return frozenset(found)


def _claim(row: _Row) -> DebtClaim:
    sums = ClaimSums(Ore(row.principal or 0), Ore(row.interest or 0), Ore(row.costs or 0))
    draft = DebtClaimDraft(
        creditor=CreditorId(row.creditor),
        kind=DebtClaimKind(row.kind),
        sums=sums,
        as_of=day_or_none(row.since),
        collector=None if row.collector is None else CreditorId(row.collector),
        reference=row.reference,
        incurred_on=day_or_none(row.incurred_on),
        due_on=day_or_none(row.due_on),
        rate=None if row.rate is None else Decimal(row.rate),
        secured=bool(row.secured),
        security=row.security,
        stage=DebtClaimStage(row.stage),
        attached=Ore(row.attached),
        disputed=bool(row.disputed),
        words=row.words,
        lease=None if row.lease is None else LeaseId(row.lease),
    )
    return DebtClaim(
        DebtClaimId(row.id),
        DebtCaseId(row.case),
        CreditorId(row.creditor),
        row.creditor_name,
        row.collector_name,
        DebtClaimKind(row.kind),
        sums,
        draft,
    )


def sums(db: Database, claim: DebtClaimId) -> tuple[SumsRow, ...]:
    """What was claimed, oldest first."""
    return db.select(
        lambda since, *of: SumsRow(date.fromisoformat(since), ClaimSums(*map(Ore, of))),
        "SELECT since, principal, interest, costs FROM debt_claim_sum WHERE debt_claim = ?"
        " ORDER BY since, id",
        (claim,),
    )


def standings(db: Database, claim: DebtClaimId) -> tuple[ClaimStanding, ...]:
    """How far it had come, oldest first."""
    return db.select(
        lambda since, stage, collector, attached, disputed: ClaimStanding(
            date.fromisoformat(since),
            DebtClaimStage(stage),
            None if collector is None else CreditorId(collector),
            Ore(attached),
            bool(disputed),
        ),
        "SELECT since, stage, collector, attached, disputed FROM debt_claim_stage"
        " WHERE debt_claim = ? ORDER BY since, id",
        (claim,),
    )


def insert(
    unit: Unit, case: DebtCaseId, draft: DebtClaimDraft, sheet: int | None = None
) -> DebtClaimId:
    """A new claim without its days; `sheet` is the import it came with."""
    made = unit.insert("debt_claim", debt_case=case, sheet_import=sheet, **_values(draft))
    return DebtClaimId(made)


def correct(unit: Unit, claim: DebtClaimId, draft: DebtClaimDraft) -> None:
    """What was typed wrong of what does not change with the days."""
    unit.update("debt_claim", claim, **_values(draft))


def _values(draft: DebtClaimDraft) -> dict[str, object]:
    return {
        "creditor": draft.creditor,
        "kind": draft.kind,
        "reference": draft.reference.strip(),
        "incurred_on": draft.incurred_on,
        "due_on": draft.due_on,
        "rate": None if draft.rate is None else str(draft.rate),
        "secured": draft.secured,
        "security": draft.security.strip() if draft.secured else "",
        "words": draft.words.strip(),
        "lease": draft.lease,
    }


def add_sums(unit: Unit, claim: DebtClaimId, row: SumsRow) -> None:
    """So much is claimed from this day."""
    unit.insert(
        "debt_claim_sum",
        debt_claim=claim,
        since=row.since,
        principal=row.sums.principal,
        interest=row.sums.interest,
        costs=row.sums.costs,
    )


def add_standing(unit: Unit, claim: DebtClaimId, row: ClaimStanding) -> None:
    """The creditor has come so far from this day."""
    unit.insert(
        "debt_claim_stage",
        debt_claim=claim,
        since=row.since,
        stage=row.stage,
        collector=row.collector,
        attached=row.attached,
        disputed=row.disputed,
    )


# what may tell where somebody lives (ADR-05)


def held(db: Database, people: Sequence[int]) -> tuple[tuple[Ref, PersonId], ...]:
    """Every claim of theirs with a lease, or with words that may name a home."""
    marks = ", ".join("?" * len(people))
    return db.select(
        lambda row, person: (Ref("debt_claim", row), PersonId(person)),
        "SELECT k.id, c.person FROM debt_claim k JOIN debt_case c ON c.id = k.debt_case"
        f" WHERE c.person IN ({marks})"
        " AND (k.words <> '' OR k.security <> '' OR k.lease IS NOT NULL) ORDER BY k.id",
        people,
    )


def empty(unit: Unit, claim: Ref, *, lease: bool) -> None:
    """Take the words away, and with the `lease` its number; days and stages stay."""
    gone: dict[str, object] = {"words": "", "security": ""}
    if lease:
        gone |= {"lease": None, "reference": ""}
    unit.update(claim.kind, claim.id, **gone)
