"""SQL of the home track."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.core.ids import DocumentId, LeaseId, PersonId, Ref
from app.core.money import Ore
from app.evictions.model import EnforcementGround
from app.evictions.notices.model import (
    EvictionNotice,
    NoMeeting,
    OptOut,
    Petition,
    SocialNotice,
)
from app.evictions.notices.rules import UNSAFE
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_UNSAFE = ", ".join(f"'{each.value}'" for each in sorted(UNSAFE))
_SENDING = "FROM dispatch s WHERE s.document = {document} AND s.sent_on <= ?1"
_CAME = f"{_SENDING} AND s.returned_on IS NULL"
_SAFE = f"(SELECT min(s.sent_on) {_CAME} AND s.channel NOT IN ({_UNSAFE}))"
_STANDS = (
    "NOT EXISTS (SELECT 1 FROM document_state t WHERE t.document = {document}"
    " AND t.state IN ('annulled', 'superseded') AND t.since <= ?1)"
)
_NOTICE = (
    "SELECT n.id, n.lease, n.ground, n.issued_on, n.claimed, n.document,"
    f" coalesce(n.sent_before, {_SAFE.format(document='n.document')}), n.excepted_from, n.words,"
    f" EXISTS (SELECT 1 {_CAME.format(document='n.document')}),"
    f" EXISTS (SELECT 1 {_SENDING.format(document='n.document')})"
    " FROM eviction_notice n WHERE n.issued_on <= ?1"
    " AND (n.withdrawn_on IS NULL OR n.withdrawn_on > ?1)"
    f" AND {_STANDS.format(document='n.document')}"
)
_SOCIAL = (
    "SELECT n.id, n.lease, n.issued_on, n.receiver, n.document, n.copy, n.claimed,"
    f" {_SAFE.format(document='n.document')}, {_SAFE.format(document='n.copy')}"
    " FROM social_service_notice n WHERE n.issued_on <= ?1"
    f" AND {_STANDS.format(document='n.document')}"
)
_PETITION = (
    "SELECT id, lease, notice, filed_on, reference FROM eviction_petition"
    " WHERE filed_on <= ?1 AND (withdrawn_on IS NULL OR withdrawn_on > ?1)"
)


def notice_of(db: Database, leases: Sequence[LeaseId], day: date) -> EvictionNotice | None:
    """The newest notice of a tenancy that holds that day."""
    inside = _inside(leases)
    sql = f"{_NOTICE} AND n.lease IN ({inside}) ORDER BY n.id DESC LIMIT 1"
    return db.first(_notice, sql, (day.isoformat(),))


def notice_by(db: Database, document: DocumentId, day: date) -> EvictionNotice | None:
    """The notice a letter gives, as it stood on a day."""
    return db.first(_notice, f"{_NOTICE} AND n.document = ?2", (day.isoformat(), document))


def lease_noticed_by(db: Database, document: DocumentId) -> LeaseId | None:
    """Whose notice a letter gives, or gave."""
    sql = "SELECT lease FROM eviction_notice WHERE document = ?"
    return db.first(LeaseId, sql, (document,))


def grounds(db: Database, day: date) -> Mapping[LeaseId, EnforcementGround]:
    """On what each notice of ours that holds that day was given, the newest of each lease."""
    return dict(
        db.select(
            lambda lease, ground: (LeaseId(lease), EnforcementGround(ground)),
            f"SELECT lease, ground FROM ({_NOTICE} ORDER BY n.id)",
            (day.isoformat(),),
        )
    )


def notices(db: Database, day: date) -> tuple[EvictionNotice, ...]:
    """Every notice that holds that day, oldest first."""
    return db.select(_notice, f"{_NOTICE} ORDER BY n.id", (day.isoformat(),))


def petitioned(db: Database, day: date) -> tuple[LeaseId, ...]:
    """Every lease with a petition that was not withdrawn."""
    return db.select(LeaseId, f"SELECT lease FROM ({_PETITION})", (day.isoformat(),))


def social_of(db: Database, leases: Sequence[LeaseId], day: date) -> SocialNotice | None:
    """The newest notice under § 9-11 of a tenancy that holds that day."""
    inside = _inside(leases)
    sql = f"{_SOCIAL} AND n.lease IN ({inside}) ORDER BY n.id DESC LIMIT 1"
    return db.first(_social, sql, (day.isoformat(),))


def petition_of(db: Database, leases: Sequence[LeaseId], day: date) -> Petition | None:
    """The newest petition of a tenancy that was not withdrawn."""
    inside = _inside(leases)
    sql = f"{_PETITION} AND lease IN ({inside}) ORDER BY id DESC LIMIT 1"
    return db.first(_petition, sql, (day.isoformat(),))


def opt_outs(db: Database, person: PersonId) -> tuple[OptOut, ...]:
    """Every written no of a person, oldest first."""
    return db.select(
        _opt_out,
        "SELECT id, person, since, words, until FROM social_notice_opt_out"
        " WHERE person = ? ORDER BY id",
        (person,),
    )


def no_meeting(db: Database, leases: Sequence[LeaseId], day: date) -> NoMeeting | None:
    """The newest reason why nobody met."""
    return db.first(
        _no_meeting,
        "SELECT id, lease, since, words FROM no_meeting_reason WHERE since <= ?1"
        f" AND lease IN ({_inside(leases)}) ORDER BY id DESC LIMIT 1",
        (day.isoformat(),),
    )


def _inside(leases: Sequence[LeaseId]) -> str:
    """Whole numbers of our own, so that they may stand in the sentence."""
    return ", ".join(str(int(lease)) for lease in leases)


TABLES = (
    "petition_correction",
    "eviction_petition",
    "no_meeting_reason",
    "social_service_notice",
    "eviction_notice",
)
"""What hangs on a lease, in the order it may be removed."""


def held(db: Database, leases: Sequence[LeaseId]) -> tuple[tuple[Ref, LeaseId], ...]:
    """Every row of the home track of some leases."""
    if not leases:
        return ()
    inside = _inside(leases)
    rows = " UNION ALL ".join(
        f"SELECT '{table}' AS kind, id, lease FROM {table} WHERE lease IN ({inside})"
        for table in TABLES
    )
    return db.select(lambda kind, row, lease: (Ref(kind, row), LeaseId(lease)), rows, ())


def remove(unit: Unit, lease: LeaseId) -> None:
    """All of it."""
    for table in TABLES:
        unit.execute(f"DELETE FROM {table} WHERE lease = ?", (lease,))


def _notice(
    notice: int,
    lease: int,
    ground: str,
    issued_on: str,
    claimed: int,
    document: int | None,
    sent_on: str | None,
    excepted_from: str | None,
    words: str,
    under_way: int,
    tried: int,
) -> EvictionNotice:
    return EvictionNotice(
        id=notice,
        lease=LeaseId(lease),
        ground=EnforcementGround(ground),
        issued_on=date.fromisoformat(issued_on),
        claimed=Ore(claimed),
        document=None if document is None else DocumentId(document),
        sent_on=day_or_none(sent_on),
        excepted_from=day_or_none(excepted_from),
        words=words,
        unsafe=sent_on is None and bool(under_way),
        returned=bool(tried) and not under_way,
    )


def _social(
    notice: int,
    lease: int,
    issued_on: str,
    receiver: str,
    document: int,
    copy: int,
    claimed: int,
    notice_sent: str | None,
    copy_sent: str | None,
) -> SocialNotice:
    return SocialNotice(
        id=notice,
        lease=LeaseId(lease),
        issued_on=date.fromisoformat(issued_on),
        receiver=receiver,
        document=DocumentId(document),
        copy=DocumentId(copy),
        claimed=Ore(claimed),
        notice_sent=day_or_none(notice_sent),
        copy_sent=day_or_none(copy_sent),
    )


def _petition(petition: int, lease: int, notice: int, filed_on: str, reference: str) -> Petition:
    return Petition(petition, LeaseId(lease), notice, date.fromisoformat(filed_on), reference)


def _opt_out(row: int, person: int, since: str, words: str, until: str | None) -> OptOut:
    return OptOut(row, PersonId(person), date.fromisoformat(since), words, day_or_none(until))


def _no_meeting(row: int, lease: int, since: str, words: str) -> NoMeeting:
    return NoMeeting(row, LeaseId(lease), date.fromisoformat(since), words)
