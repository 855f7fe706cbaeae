"""SQL of leases and their states."""

import json
from datetime import date

from app.core.ids import DwellingId, LeaseId, PersonId, Ref, VedtakId
from app.core.money import Ore
from app.core.order import search_words
from app.core.parameters import Parameters
from app.leases.model import (
    AgreedException,
    Charge,
    ChargeKind,
    Lease,
    LeaseDraft,
    LeaseKind,
    LeaseState,
    TermBasis,
)
from app.leases.terms import state_on
from app.storage import numbering
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

STATE = (
    "(SELECT state FROM lease_state s WHERE s.lease = l.id AND s.since <= ?1"
    " ORDER BY s.id DESC LIMIT 1)"
)
SIGNED = "(SELECT since FROM lease_state s WHERE s.lease = l.id AND s.state = 'signed')"
# the last day it was ended to, as known that day (NULL when that was taken back)
ENDED = (
    "(SELECT last_day FROM lease_ending e WHERE e.lease = l.id AND e.recorded_on <= ?1"
    " ORDER BY e.id DESC LIMIT 1)"
)
# the day the dwelling came back; one whose lease another took over needs not come back
RETURNED = (
    "coalesce((SELECT keys_on FROM lease_handback b WHERE b.lease = l.id),"
    " (SELECT CASE cause WHEN 'taken_over' THEN last_day END FROM lease_ending e"
    " WHERE e.lease = l.id AND e.recorded_on <= ?1 ORDER BY e.id DESC LIMIT 1))"
)
# a rent that was told by letter holds only if the letter went out in time (HL-24, HL-26)
RENT = (
    "coalesce((SELECT rent FROM lease_rent r WHERE r.lease = l.id AND r.since <= ?1"
    " AND NOT EXISTS (SELECT 1 FROM rent_change c WHERE c.id = r.rent_change"
    " AND c.letter IS NOT NULL AND (NOT EXISTS (SELECT 1 FROM dispatch o"
    " WHERE o.document = c.letter AND o.returned_on IS NULL AND o.sent_on <= c.send_by)"
    " OR EXISTS (SELECT 1 FROM document_state t WHERE t.document = c.letter"
    " AND t.since < c.effective_on)))"
    " ORDER BY r.since DESC, r.id DESC LIMIT 1), l.rent)"
)
# the day the tenant was asked in writing to move, after the last day of the term (HL-42)
ASKED = (
    "CASE WHEN l.end_on <= ?1 THEN (SELECT min(o.sent_on) FROM document m"
    " JOIN dispatch o ON o.document = m.id WHERE m.case_kind = 'lease' AND m.case_id = l.id"
    " AND m.kind = 'move_out_request' AND o.returned_on IS NULL"
    " AND o.sent_on BETWEEN l.end_on AND ?1"
    " AND NOT EXISTS (SELECT 1 FROM document_state t WHERE t.document = m.id)) END"
)
# the first day of the lease that came after this one between the same two
FOLLOWED = (
    "(SELECT min(n.start_on) FROM lease n WHERE n.tenant = l.tenant AND n.dwelling = l.dwelling"
    " AND n.start_on > l.start_on AND (SELECT state FROM lease_state s WHERE s.lease = n.id"
    " ORDER BY s.id DESC LIMIT 1) = 'signed')"
)
# the leases `l` without those that are over for good, `k` beside each: most of ten years are over
NOT_OVER = "FROM lease_standing k CROSS JOIN lease l ON l.id = k.id WHERE k.over_on >= ?1"
# signed, and neither ended nor followed by that day
STANDS = (
    f"(k.stands_from <= ?1 OR ({STATE} = 'signed' AND {ENDED} IS NULL"
    f" AND coalesce({FOLLOWED} > ?1, 1)))"
)


def insert(unit: Unit, number: str, draft: LeaseDraft, name: str, to_check: str = "") -> LeaseId:
    """A new draft; `name` is the tenant's, to be found by."""
    lease = LeaseId(
        unit.insert(
            "lease",
            number=number,
            to_check=to_check,
            search_text=search_words(f"{number} {draft.kid} {name}"),
            **_columns(draft),
        )
    )
    add_state(unit, lease, LeaseState.DRAFT, unit.today)
    return lease


def update(unit: Unit, lease: LeaseId, number: str, draft: LeaseDraft, name: str) -> None:
    """What the form holds now."""
    words = search_words(f"{number} {draft.kid} {name}")
    unit.update("lease", lease, search_text=words, **_columns(draft))


def _columns(draft: LeaseDraft) -> dict[str, object]:
    charges = [[charge.kind, charge.amount, charge.words] for charge in draft.charges]
    return {
        "kind": draft.kind,
        "vedtak": draft.vedtak,
        "dwelling": draft.dwelling,
        "tenant": draft.tenant,
        "start_on": draft.start,
        "end_on": draft.end,
        "short_reason": draft.short_reason.strip(),
        "weighty_reason": draft.weighty_reason.strip(),
        "open_ended_reason": draft.open_ended_reason.strip(),
        "terminable": draft.terminable,
        "rent": draft.rent,
        "due_day": draft.due_day,
        "account": draft.account.strip(),
        "kid": draft.kid.strip(),
        "deposit": draft.deposit,
        "deposit_account": draft.deposit_account.strip(),
        "guarantee": draft.guarantee,
        "guarantor": draft.guarantor.strip(),
        "charges": json.dumps(charges, ensure_ascii=False),
        "for_disadvantaged": draft.for_disadvantaged,
        "informed": draft.informed,
        "exceptions": json.dumps(draft.exceptions),
        "eviction_for_rent": draft.eviction_for_rent,
        "eviction_at_expiry": draft.eviction_at_expiry,
        "term_basis": draft.term_basis,
    }


def add_state(unit: Unit, lease: LeaseId, state: LeaseState, since: date, reason: str = "") -> None:
    """A state from a day."""
    unit.insert("lease_state", lease=lease, since=since, state=state, reason=reason)


def set_versions(unit: Unit, lease: LeaseId, versions: tuple[tuple[str, date], ...]) -> None:
    """The rules it rests on, in the unit that issues it."""
    texts = json.dumps({key: since.isoformat() for key, since in versions})
    unit.update("lease", lease, rule_versions=texts)


def remove(unit: Unit, lease: LeaseId) -> None:
    """Take a lease out of the register with its states (ADR-02, or a draft thrown away)."""
    for table in ("lease_state", "lease_ending", "lease_rent"):
        unit.execute(f"DELETE FROM {table} WHERE lease = ?", (lease,))
    unit.delete("lease", lease)


_DRAFT = (
    "l.kind, l.vedtak, l.dwelling, l.tenant, l.start_on, l.end_on, l.short_reason,"
    " l.weighty_reason, l.open_ended_reason, l.terminable, l.rent, l.due_day, l.account, l.kid,"
    " l.deposit, l.deposit_account, l.guarantee, l.guarantor, l.charges, l.for_disadvantaged,"
    " l.informed, l.exceptions, l.eviction_for_rent, l.eviction_at_expiry, l.term_basis"
)


def get(db: Database, lease: LeaseId, day: date, parameters: Parameters) -> Lease | None:
    """One lease as it stands on a day."""

    def make(*row: object) -> Lease:
        return _lease(row, day, parameters)

    return db.first(
        make,
        f"SELECT l.id, l.number, {STATE}, {SIGNED}, {FOLLOWED}, {ENDED}, {ASKED}, {RENT},"
        f" l.to_check, l.rule_versions, {RETURNED}, {_DRAFT} FROM lease l WHERE l.id = ?2",
        (day.isoformat(), lease),
    )


def _lease(row: tuple[object, ...], day: date, parameters: Parameters) -> Lease:
    draft = _draft(row[11:])
    ended = day_or_none(row[5])
    state = state_on(
        LeaseState(str(row[2])),
        draft.start,
        draft.end,
        day,
        parameters,
        move_out_request_sent=day_or_none(row[6]),
        followed_on=day_or_none(row[4]),
        ended_on=ended,
        returned_on=day_or_none(row[10]),
    )
    versions = json.loads(str(row[9]))
    return Lease(
        id=LeaseId(int(str(row[0]))),
        number=str(row[1]),
        draft=draft,
        state=state,
        signed_on=day_or_none(row[3]),
        ended_on=ended,
        rent=None if row[7] is None else Ore(int(str(row[7]))),
        to_check=str(row[8]),
        rule_versions=tuple((key, date.fromisoformat(since)) for key, since in versions.items()),
    )


def _draft(row: tuple[object, ...]) -> LeaseDraft:
    texts = [str(column) for column in row]
    charges = json.loads(texts[18])
    return LeaseDraft(
        kind=LeaseKind(texts[0]),
        vedtak=None if row[1] is None else VedtakId(int(texts[1])),
        dwelling=DwellingId(int(texts[2])),
        tenant=PersonId(int(texts[3])),
        start=day_or_none(row[4]),
        end=day_or_none(row[5]),
        short_reason=texts[6],
        weighty_reason=texts[7],
        open_ended_reason=texts[8],
        terminable=row[9] == 1,
        rent=None if row[10] is None else Ore(int(texts[10])),
        due_day=int(texts[11]),
        account=texts[12],
        kid=texts[13],
        deposit=Ore(int(texts[14])),
        deposit_account=texts[15],
        guarantee=Ore(int(texts[16])),
        guarantor=texts[17],
        charges=tuple(Charge(ChargeKind(kind), Ore(sum_), words) for kind, sum_, words in charges),
        for_disadvantaged=row[19] == 1,
        informed=row[20] == 1,
        exceptions=tuple(AgreedException(code) for code in json.loads(texts[21])),
        eviction_for_rent=row[22] == 1,
        eviction_at_expiry=row[23] == 1,
        term_basis=TermBasis(texts[24]),
    )


def next_number(db: Database, year: int) -> str:
    """«L2026-001»: the number after the newest one of that year."""
    return numbering.next_number(db, "lease", f"L{year}-")


def held(db: Database, people: frozenset[PersonId]) -> tuple[tuple[Ref, PersonId], ...]:
    """Every lease of the given persons."""
    marks = ", ".join("?" * len(people))
    return db.select(
        lambda lease, person: (Ref("lease", lease), PersonId(person)),
        f"SELECT id, tenant FROM lease WHERE tenant IN ({marks}) ORDER BY id",
        sorted(people),
    )
