"""SQL of warnings."""

from collections.abc import Sequence
from datetime import date

from app.core.ids import DocumentId, LeaseId, Ref
from app.leases.warnings.model import LeaseWarning, RuleBroken, WarningDraft
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit


def insert(unit: Unit, lease: LeaseId, document: DocumentId, draft: WarningDraft) -> int:
    """A warning made today, and the reports it rests on."""
    warning = unit.insert(
        "lease_warning",
        lease=lease,
        issued_on=unit.today,
        document=document,
        broken=draft.broken,
        facts=draft.facts.strip(),
        change=draft.change.strip(),
        change_by=draft.change_by,
    )
    for report in draft.reports:
        unit.insert("lease_warning_report", warning=warning, report=report)
    return warning


def of(db: Database, lease: LeaseId, day: date) -> tuple[LeaseWarning, ...]:
    """Every warning on a lease up to a day that is not annulled, oldest first."""
    return db.select(
        _warning,
        "SELECT w.id, w.lease, w.document, d.number, w.issued_on,"
        " (SELECT min(s.sent_on) FROM dispatch s WHERE s.document = w.document"
        "  AND s.returned_on IS NULL AND s.sent_on <= ?2),"
        " (SELECT min(s.arrived_on) FROM dispatch s WHERE s.document = w.document"
        "  AND s.returned_on IS NULL AND s.arrived_on <= ?2),"
        " w.broken, w.facts, w.change, w.change_by,"
        " coalesce((SELECT group_concat(r.report) FROM lease_warning_report r"
        "  WHERE r.warning = w.id), '')"
        " FROM lease_warning w JOIN document d ON d.id = w.document"
        " WHERE w.lease = ?1 AND w.issued_on <= ?2"
        " AND NOT EXISTS (SELECT 1 FROM document_state t WHERE t.document = w.document"
        "  AND t.state = 'annulled' AND t.since <= ?2)"
        " ORDER BY w.id",
        (lease, day.isoformat()),
    )


def _warning(
    warning: int,
    lease: int,
    document: int,
    number: str,
    issued_on: str,
    sent_on: str | None,
    arrived_on: str | None,
    broken: str,
    facts: str,
    change: str,
    change_by: str,
    reports: str,
) -> LeaseWarning:
    return LeaseWarning(
        id=warning,
        lease=LeaseId(lease),
        document=DocumentId(document),
        number=number,
        issued_on=date.fromisoformat(issued_on),
        sent_on=day_or_none(sent_on),
        arrived_on=day_or_none(arrived_on),
        broken=RuleBroken(broken),
        facts=facts,
        change=change,
        change_by=date.fromisoformat(change_by),
        reports=tuple(sorted(int(each) for each in reports.split(",") if each)),
    )


def held(db: Database, leases: Sequence[int]) -> tuple[tuple[Ref, LeaseId], ...]:
    """Every row of the warnings on some leases."""
    marks = ", ".join("?" * len(leases))
    inside = f"SELECT id, lease FROM lease_warning WHERE lease IN ({marks})"

    def made(table: str, row: int, lease: int) -> tuple[Ref, LeaseId]:
        return Ref(table, row), LeaseId(lease)

    return db.select(
        made,
        f"SELECT 'lease_warning', id, lease FROM ({inside}) UNION ALL"
        f" SELECT 'lease_warning_report', r.id, w.lease FROM lease_warning_report r"
        f" JOIN ({inside}) w ON w.id = r.warning",
        (*leases, *leases),
    )


def remove(unit: Unit, lease: LeaseId) -> None:
    """Every warning on a lease."""
    inside = "(SELECT id FROM lease_warning WHERE lease = ?)"
    unit.execute(f"DELETE FROM lease_warning_report WHERE warning IN {inside}", (lease,))
    unit.execute("DELETE FROM lease_warning WHERE lease = ?", (lease,))
