"""SQL of talks about a term, of requests to stay, and of the letters before and after its end."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from app.core.ids import ApplicationId, LeaseId, PersonId, VedtakId
from app.decisions.model import VedtakResult
from app.leases.expiry.model import (
    Recommendation,
    Renewal,
    Review,
    ReviewDraft,
    ReviewKind,
    RunningTerm,
)
from app.leases.expiry.renewal_store import RENEWED, TIED
from app.leases.model import LeaseKind
from app.leases.store import ASKED, FOLLOWED, NOT_OVER, STANDS, STATE
from app.letters.model import DocumentKind
from app.storage.columns import day_of, day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_kind = lru_cache(LeaseKind)


def insert_review(unit: Unit, lease: LeaseId, draft: ReviewDraft) -> int:
    """One more talk."""
    return unit.insert(
        "lease_review",
        lease=lease,
        kind=draft.kind,
        held_on=draft.held_on,
        recommendation=draft.recommendation,
        findings=draft.findings.strip(),
        next_step=draft.next_step.strip(),
    )


def reviews(db: Database, lease: LeaseId) -> tuple[Review, ...]:
    """Every talk about a term, oldest first."""
    return db.select(
        _review,
        "SELECT id, lease, kind, held_on, recommendation, findings, next_step FROM lease_review"
        " WHERE lease = ? ORDER BY held_on, id",
        (lease,),
    )


def _review(
    review: int,
    lease: int,
    kind: str,
    held_on: str,
    recommendation: str,
    findings: str,
    next_step: str,
) -> Review:
    return Review(
        id=review,
        lease=LeaseId(lease),
        kind=ReviewKind(kind),
        held_on=date.fromisoformat(held_on),
        recommendation=Recommendation(recommendation),
        findings=findings,
        next_step=next_step,
    )


def reviewed(db: Database) -> frozenset[tuple[LeaseId, ReviewKind]]:
    """Which leases have had which talk."""
    found = db.select(
        lambda lease, kind: (LeaseId(lease), ReviewKind(kind)),
        "SELECT DISTINCT lease, kind FROM lease_review",
    )
    return frozenset(found)


def talked_of_by(
    db: Database, today: date, day: date, percent: int, ends_from: date
) -> tuple[RunningTerm, ...]:
    """Terms that run today, end from a day on and have their middle by another, and all refugees'.

    A day more, since parts of a day are not counted here: `rules.talk_days` decides.
    """
    return db.select(
        lambda lease, kind, start, end: RunningTerm(
            LeaseId(lease), _kind(kind), day_of(start), day_of(end)
        ),
        f"SELECT l.id, l.kind, l.start_on, l.end_on {NOT_OVER} AND l.end_on >= ?1"
        " AND l.start_on <= ?1 AND (l.kind = ?4 OR (l.end_on >= ?5"
        " AND (julianday(?2) - julianday(l.start_on) + 1)"
        " * 100 >= (julianday(l.end_on) - julianday(l.start_on)) * ?3))"
        f" AND {STANDS}",
        (today.isoformat(), day.isoformat(), percent, LeaseKind.REFUGEE, ends_from.isoformat()),
    )


def link(unit: Unit, lease: LeaseId, application: ApplicationId) -> None:
    """The application asks to stay in this lease."""
    unit.insert("lease_renewal", lease=lease, application=application)


def linked_to(db: Database, application: ApplicationId) -> LeaseId | None:
    """The lease an application was opened from."""
    found = db.first(int, "SELECT lease FROM lease_renewal WHERE application = ?", (application,))
    return None if found is None else LeaseId(found)


def renewal(db: Database, lease: LeaseId, day: date) -> Renewal | None:
    """The newest request to stay in a lease, with the vedtak that stands on it."""
    return db.first(
        _renewal,
        "SELECT a.id, a.number, a.received_on, v.id, v.number, v.result,"
        " (SELECT min(s.since) FROM vedtak_state s WHERE s.vedtak = v.id AND s.state = 'issued'"
        " AND s.since <= ?1) FROM lease l JOIN application a ON a.applicant = l.tenant"
        " LEFT JOIN vedtak v ON v.application = a.id AND (SELECT x.state FROM vedtak_state x"
        " WHERE x.vedtak = v.id ORDER BY x.id DESC LIMIT 1) NOT IN ('reversed', 'set_aside')"
        f" WHERE l.id = ?2 AND {_ASKED} ORDER BY a.id DESC, v.id DESC LIMIT 1",
        (day.isoformat(), lease),
    )


def asked(db: Database, day: date) -> frozenset[LeaseId]:
    """Every lease of which `renewal` would give a request."""
    found = db.select(
        LeaseId,
        # from the few applications about staying, not from every lease
        "SELECT DISTINCT l.id FROM application a CROSS JOIN lease l ON l.tenant = a.applicant"
        f" WHERE {_ASKED}",
        (day.isoformat(),),
    )
    return frozenset(found)


_ASKED = (
    f"+a.received_on <= ?1 AND {TIED} AND (SELECT n.state FROM application_state n"
    " WHERE n.application = a.id ORDER BY n.since DESC, n.id DESC LIMIT 1)"
    " NOT IN ('withdrawn', 'lapsed')"
)


def _renewal(
    application: int,
    number: str,
    received_on: str,
    vedtak: int | None,
    vedtak_number: str | None,
    result: str | None,
    issued_on: str | None,
) -> Renewal:
    return Renewal(
        application=ApplicationId(application),
        number=number,
        received_on=date.fromisoformat(received_on),
        vedtak=None if vedtak is None else VedtakId(vedtak),
        vedtak_number=vedtak_number or "",
        result=VedtakResult(result) if result and issued_on else None,
        issued_on=day_or_none(issued_on),
    )


def granted(db: Database, day: date) -> frozenset[LeaseId]:
    """The leases whose tenant may stay, while no next lease is signed."""
    found = db.select(
        LeaseId,
        "SELECT l.id FROM lease l WHERE l.tenant IN (SELECT applicant FROM application"
        f" WHERE kind = 'renewal') AND {STATE} = 'signed' AND {RENEWED} IN"
        f" ('granted', 'partly_granted') AND {FOLLOWED} IS NULL",
        (day.isoformat(),),
    )
    return frozenset(found)


def asked_and_followed(db: Database, lease: LeaseId, day: date) -> tuple[date | None, date | None]:
    """The day the tenant was asked to move, and the first day of the lease after this one."""
    found = db.first(
        lambda asked, followed: (day_or_none(asked), day_or_none(followed)),
        f"SELECT {ASKED}, {FOLLOWED} FROM lease l WHERE l.id = ?2 AND {STATE} IS NOT NULL",
        (day.isoformat(), lease),
    )
    return found or (None, None)


def told(db: Database, lease: LeaseId, kind: DocumentKind) -> tuple[date, ...]:
    """The days letters of a kind about a lease were made, those that still hold."""
    return db.select(
        lambda at: date.fromisoformat(str(at)[:10]),
        "SELECT m.issued_at FROM document m WHERE m.case_kind = 'lease' AND m.case_id = ?"
        " AND m.kind = ? AND NOT EXISTS (SELECT 1 FROM document_state t WHERE t.document = m.id)"
        " ORDER BY m.id",
        (lease, kind),
    )


def forget(unit: Unit, leases: Iterable[LeaseId]) -> None:
    """Remove what hangs on leases that are taken out of the register (ADR-02)."""
    for lease in leases:
        for table in ("lease_review", "lease_renewal"):
            unit.execute(f"DELETE FROM {table} WHERE lease = ?", (lease,))


def of_people(db: Database, people: frozenset[PersonId]) -> tuple[LeaseId, ...]:
    """Their leases with a talk or a request to stay."""
    marks = ", ".join("?" * len(people))
    return db.select(
        LeaseId,
        f"SELECT l.id FROM lease l WHERE l.tenant IN ({marks}) AND (EXISTS (SELECT 1 FROM"
        " lease_review r WHERE r.lease = l.id) OR EXISTS (SELECT 1 FROM lease_renewal n"
        " WHERE n.lease = l.id)) ORDER BY l.id",
        sorted(people),
    )
