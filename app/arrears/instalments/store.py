"""SQL of agreements on instalments."""

from collections.abc import Sequence
from datetime import date

from app.arrears.instalments.model import (
    AgreedClaim,
    InstalmentAgreement,
    InstalmentState,
    Part,
    Talk,
    TalkWay,
)
from app.arrears.model import RentChargeKind
from app.core.ids import DocumentId, LeaseId, Ref
from app.core.money import Ore
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_ROWS = (
    "SELECT a.id, a.lease, a.counted_on, a.total, a.paid_before, a.agreed_by, a.words, a.document,"
    " a.signed_copy, s.state, s.since, s.reason,"
    " (SELECT max(x.since) FROM instalment_state x WHERE x.agreement = a.id"
    "  AND x.state = 'signed' AND x.since <= ?1)"
    " FROM instalment_agreement a JOIN instalment_state s ON s.id ="
    " (SELECT n.id FROM instalment_state n WHERE n.agreement = a.id AND n.since <= ?1"
    "  ORDER BY n.since DESC, n.id DESC LIMIT 1) ORDER BY a.id DESC"
)
_HANGS_ON = ("instalment_talk", "instalment_state", "instalment", "instalment_claim")

Parts = dict[int, list[Part]]
Claims = dict[int, list[AgreedClaim]]


def agreements(db: Database, day: date) -> tuple[InstalmentAgreement, ...]:
    """Every one as it stands on a day, the newest first."""
    parts, claims = _parts(db), _claims(db)

    def made(*row: object) -> InstalmentAgreement:
        return _agreement(row, parts, claims)

    return db.select(made, _ROWS, (day.isoformat(),))


def _parts(db: Database) -> Parts:
    found: Parts = {}
    rows = db.select(
        lambda agreement, number, due_on, amount: (
            int(agreement),
            Part(number, date.fromisoformat(due_on), Ore(amount)),
        ),
        "SELECT agreement, number, due_on, amount FROM instalment ORDER BY agreement, number",
    )
    for agreement, part in rows:
        found.setdefault(agreement, []).append(part)
    return found


def _claims(db: Database) -> Claims:
    found: Claims = {}
    rows = db.select(
        lambda agreement, kind, due_on, month, amount: (
            int(agreement),
            AgreedClaim(RentChargeKind(kind), date.fromisoformat(due_on), Ore(amount), month),
        ),
        "SELECT agreement, kind, due_on, month, amount FROM instalment_claim"
        " ORDER BY agreement, id",
    )
    for agreement, claim in rows:
        found.setdefault(agreement, []).append(claim)
    return found


def _agreement(row: Sequence[object], parts: Parts, claims: Claims) -> InstalmentAgreement:
    texts = [str(column) for column in row]
    known = int(texts[0])
    return InstalmentAgreement(
        id=known,
        lease=LeaseId(int(texts[1])),
        counted_on=date.fromisoformat(texts[2]),
        total=Ore(int(texts[3])),
        paid_before=Ore(int(texts[4])),
        agreed_by=texts[5],
        words=texts[6],
        document=None if row[7] is None else DocumentId(int(texts[7])),
        signed_copy=None if row[8] is None else DocumentId(int(texts[8])),
        state=InstalmentState(texts[9]),
        since=date.fromisoformat(texts[10]),
        reason=texts[11],
        signed_on=day_or_none(row[12]),
        parts=tuple(parts.get(known, ())),
        claims=tuple(claims.get(known, ())),
    )


def talks(db: Database, agreement: int) -> tuple[Talk, ...]:
    """When the tenant was told of a breach, oldest first."""
    return db.select(
        lambda told_on, way, words: Talk(date.fromisoformat(told_on), TalkWay(way), words),
        "SELECT told_on, way, words FROM instalment_talk WHERE agreement = ? ORDER BY told_on, id",
        (agreement,),
    )


def insert(
    unit: Unit,
    lease: LeaseId,
    total: Ore,
    paid_before: Ore,
    agreed_by: str,
    words: str,
    parts: Sequence[Part],
    claims: Sequence[AgreedClaim],
) -> int:
    """A draft from today."""
    made = unit.insert(
        "instalment_agreement",
        lease=lease,
        counted_on=unit.today,
        total=total,
        paid_before=paid_before,
        agreed_by=agreed_by,
        words=words,
    )
    for part in parts:
        unit.insert(
            "instalment",
            agreement=made,
            number=part.number,
            due_on=part.due_on,
            amount=part.amount,
        )
    for claim in claims:
        unit.insert(
            "instalment_claim",
            agreement=made,
            kind=claim.kind,
            due_on=claim.due_on,
            month=claim.month,
            amount=claim.amount,
        )
    add_state(unit, made, InstalmentState.DRAFT, unit.today)
    return made


def add_state(
    unit: Unit, agreement: int, state: InstalmentState, since: date, reason: str = ""
) -> None:
    """Where it stands from a day."""
    unit.insert("instalment_state", agreement=agreement, since=since, state=state, reason=reason)


def put_document(unit: Unit, agreement: int, document: DocumentId) -> None:
    """The paper that was made of it."""
    unit.update("instalment_agreement", agreement, document=document)


def put_signed_copy(unit: Unit, agreement: int, document: DocumentId) -> None:
    """The paper as both have signed it."""
    unit.update("instalment_agreement", agreement, signed_copy=document)


def add_talk(unit: Unit, agreement: int, talk: Talk) -> int:
    """The tenant was told."""
    return unit.insert(
        "instalment_talk",
        agreement=agreement,
        told_on=talk.told_on,
        way=talk.way,
        words=talk.words,
    )


def remove_talk(unit: Unit, agreement: int, words: str) -> None:
    """The letter that told it does not hold."""
    unit.execute(
        "DELETE FROM instalment_talk WHERE agreement = ? AND way = ? AND words = ?",
        (agreement, TalkWay.LETTER.value, words),
    )


def held(db: Database, leases: Sequence[int]) -> tuple[tuple[Ref, LeaseId], ...]:
    """Every row of the agreements on some leases."""
    marks = ", ".join("?" * len(leases))
    inside = f"SELECT id, lease FROM instalment_agreement WHERE lease IN ({marks})"
    hanging = " UNION ALL ".join(
        f"SELECT '{table}', h.id, a.lease FROM {table} h JOIN ({inside}) a ON a.id = h.agreement"
        for table in _HANGS_ON
    )

    def made(table: str, row: int, lease: int) -> tuple[Ref, LeaseId]:
        return Ref(table, row), LeaseId(lease)

    sql = f"SELECT 'instalment_agreement', id, lease FROM ({inside}) UNION ALL {hanging}"
    return db.select(made, sql, tuple(leases) * (len(_HANGS_ON) + 1))


def remove(unit: Unit, agreement: int) -> None:
    """Take one away with all that hangs on it: a draft that was written anew."""
    for table in _HANGS_ON:
        unit.execute(f"DELETE FROM {table} WHERE agreement = ?", (agreement,))
    unit.execute("DELETE FROM instalment_agreement WHERE id = ?", (agreement,))


def remove_of(unit: Unit, lease: LeaseId) -> None:
    """All of a lease."""
    inside = "(SELECT id FROM instalment_agreement WHERE lease = ?)"
    for table in _HANGS_ON:
        unit.execute(f"DELETE FROM {table} WHERE agreement IN {inside}", (lease,))
    unit.execute("DELETE FROM instalment_agreement WHERE lease = ?", (lease,))
