"""SQL of reports: what was said, and each step."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from app.core.ids import LeaseId, PersonId, Ref
from app.dwellings.model import address_text
from app.leases.reports.model import (
    OpenReport,
    Report,
    ReportDraft,
    ReportKind,
    ReportSource,
    ReportStep,
    Step,
    Told,
)
from app.people.address_store import PROTECTION_ON
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_TOLD = (
    "report, recorded_on, kind, what, happened_on, reported_on, source, source_note, urgent"
    " FROM lease_report_told"
)
_LAST = "(SELECT kind FROM lease_report_step s WHERE s.report = r.id ORDER BY s.id DESC LIMIT 1)"


def insert(unit: Unit, lease: LeaseId, draft: ReportDraft) -> int:
    """A report, and what was said of it."""
    report = unit.insert("lease_report", lease=lease)
    tell(unit, report, draft)
    return report


def tell(unit: Unit, report: int, draft: ReportDraft) -> None:
    """What holds from today; what was said before stays."""
    unit.insert(
        "lease_report_told",
        report=report,
        recorded_on=unit.today,
        kind=draft.kind,
        what=draft.what.strip(),
        happened_on=draft.happened_on,
        reported_on=draft.reported_on,
        source=draft.source,
        source_note=draft.source_note.strip(),
        urgent=draft.urgent,
    )


def add_step(unit: Unit, report: int, step: Step) -> None:
    """Something was done."""
    unit.insert(
        "lease_report_step",
        report=report,
        kind=step.kind,
        taken_on=step.taken_on,
        to_whom=step.to_whom.strip(),
        words=step.words.strip(),
    )


def get(db: Database, report: int, day: date) -> Report | None:
    """One report as it stood on a day."""
    return next(iter(_reports(db, "r.id = ?2", report, day)), None)


def of(db: Database, lease: LeaseId, day: date) -> tuple[Report, ...]:
    """Every report on a lease, oldest first."""
    return _reports(db, "r.lease = ?2", lease, day)


def _reports(db: Database, where: str, value: int, day: date) -> tuple[Report, ...]:
    on = (day.isoformat(), value)
    inside = f"(SELECT r.id FROM lease_report r WHERE {where})"
    told: dict[int, list[Told]] = defaultdict(list)
    sql = f"SELECT {_TOLD} WHERE recorded_on <= ?1 AND report IN {inside} ORDER BY id"
    for report, said in db.select(_told, sql, on):
        told[report].append(said)
    steps: dict[int, list[Step]] = defaultdict(list)
    for report, step in db.select(
        lambda report, kind, taken_on, to_whom, words: (
            int(report),
            Step(ReportStep(kind), date.fromisoformat(taken_on), to_whom, words),
        ),
        "SELECT report, kind, taken_on, to_whom, words FROM lease_report_step"
        f" WHERE taken_on <= ?1 AND report IN {inside} ORDER BY id",
        on,
    ):
        steps[report].append(step)
    heads = db.select(
        lambda row, lease: (int(row), LeaseId(lease)),
        f"SELECT r.id, r.lease FROM lease_report r WHERE {where} AND ?1 != '' ORDER BY r.id",
        on,
    )
    return tuple(
        Report(row, lease, tuple(told[row]), tuple(steps[row])) for row, lease in heads if told[row]
    )


def _told(
    report: int,
    recorded_on: str,
    kind: str,
    what: str,
    happened_on: str | None,
    reported_on: str,
    source: str,
    source_note: str,
    urgent: int,
) -> tuple[int, Told]:
    draft = ReportDraft(
        kind=ReportKind(kind),
        what=what,
        happened_on=day_or_none(happened_on),
        reported_on=date.fromisoformat(reported_on),
        source=ReportSource(source),
        source_note=source_note,
        urgent=urgent == 1,
    )
    return report, Told(date.fromisoformat(recorded_on), draft)


def open_ones(db: Database, day: date) -> tuple[OpenReport, ...]:
    """Every open report with whose lease it is; no address for one who is protected."""
    found = _reports(db, f"r.id > ?2 AND coalesce({_LAST}, '') <> 'closed'", 0, day)
    wanted = json.dumps(sorted({report.lease for report in found}))
    heads = dict(
        db.select(
            _head,
            "SELECT l.id, l.number, l.tenant, trim(p.given_name || ' ' || p.family_name),"
            f" {PROTECTION_ON}, d.street, d.house_number, d.house_letter, d.unit_number"
            " FROM lease l JOIN person p ON p.id = l.tenant JOIN dwelling d ON d.id = l.dwelling"
            " WHERE l.id IN (SELECT value FROM json_each(?2))",
            (day.isoformat(), wanted),
        )
    )
    return tuple(OpenReport(report, *heads[report.lease]) for report in found)


def _head(
    lease: int,
    number: str,
    tenant: int,
    name: str,
    level: str,
    street: str,
    house_number: str,
    house_letter: str,
    unit_number: str,
) -> tuple[LeaseId, tuple[str, PersonId, str, str]]:
    address = address_text(street, house_number, house_letter, unit_number)
    shown = address if level == "none" else ""
    return LeaseId(lease), (number, PersonId(tenant), name, shown)


def held(db: Database, leases: Sequence[int]) -> tuple[tuple[Ref, LeaseId], ...]:
    """Every row of the reports on some leases."""
    marks = ", ".join("?" * len(leases))
    inside = f"SELECT id, lease FROM lease_report WHERE lease IN ({marks})"
    found = [
        db.select(
            lambda row, lease, table=table: (Ref(table, row), LeaseId(lease)),
            f"SELECT t.id, r.lease FROM {table} t JOIN ({inside}) r ON r.id = t.{key}",
            leases,
        )
        for table, key in (
            ("lease_report", "id"),
            ("lease_report_told", "report"),
            ("lease_report_step", "report"),
        )
    ]
    return tuple(each for rows in found for each in rows)


def remove(unit: Unit, lease: LeaseId) -> None:
    """All that was reported on a lease."""
    inside = "(SELECT id FROM lease_report WHERE lease = ?)"
    for table in ("lease_report_step", "lease_report_told"):
        unit.execute(f"DELETE FROM {table} WHERE report IN {inside}", (lease,))
    unit.execute("DELETE FROM lease_report WHERE lease = ?", (lease,))
