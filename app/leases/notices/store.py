"""SQL of notices and the protests against them."""

from datetime import date

from app.core.ids import DocumentId, LeaseId
from app.leases.notices.model import (
    GivenBy,
    LandlordNoticeDraft,
    LeaseDuty,
    Notice,
    NoticeGround,
    Protest,
    SuitBody,
    TenantNoticeDraft,
)
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

# the newest protest of a notice stands
_SELECT = (
    "SELECT n.id, n.lease, n.given_by, n.recorded_on, n.given_on, n.end_on, n.received_on,"
    " n.written, n.document, n.ground, n.duty, n.reason, n.withdrawn_on, n.withdrawn_reason,"
    " p.id, p.arrived_on, p.sent_on, p.received_on, p.late, p.sue_by, p.lapses_on, p.sued_on,"
    " p.sued_at, p.decided_on, p.upheld"
    " FROM termination_notice n LEFT JOIN notice_protest p ON p.id ="
    " (SELECT max(q.id) FROM notice_protest q WHERE q.notice = n.id)"
)


def insert_tenant(
    unit: Unit, lease: LeaseId, draft: TenantNoticeDraft, given: date, end: date
) -> int:
    """The tenant's notice."""
    return unit.insert(
        "termination_notice",
        lease=lease,
        given_by=GivenBy.TENANT,
        recorded_on=unit.today,
        given_on=given,
        end_on=end,
        received_on=draft.received_on,
        written=draft.written,
    )


def insert_landlord(
    unit: Unit, lease: LeaseId, draft: LandlordNoticeDraft, document: DocumentId, end: date
) -> int:
    """The landlord's, whose letter waits to be sent."""
    return unit.insert(
        "termination_notice",
        lease=lease,
        given_by=GivenBy.LANDLORD,
        recorded_on=unit.today,
        end_on=end,
        document=document,
        ground=draft.ground,
        duty=draft.duty,
        reason=draft.reason.strip(),
    )


def insert_protest(
    unit: Unit,
    notice: int,
    days: tuple[date, date, date],
    *,
    late: bool,
    sue_by: date | None,
    lapses_on: date | None,
) -> int:
    """A protest; `days` are when the notice came, when the protest was sent and when it came."""
    arrived, sent, received = days
    return unit.insert(
        "notice_protest",
        notice=notice,
        arrived_on=arrived,
        sent_on=sent,
        received_on=received,
        late=late,
        sue_by=sue_by,
        lapses_on=lapses_on,
    )


def of(db: Database, lease: LeaseId) -> tuple[Notice, ...]:
    """Every notice of a lease, oldest first."""
    return db.select(_notice, f"{_SELECT} WHERE n.lease = ? ORDER BY n.id", (lease,))


def get(db: Database, notice: int) -> Notice | None:
    """One notice."""
    return db.first(_notice, f"{_SELECT} WHERE n.id = ?", (notice,))


def by_document(db: Database, document: DocumentId) -> Notice | None:
    """The notice a letter gives."""
    return db.first(_notice, f"{_SELECT} WHERE n.document = ?", (document,))


def landlords(db: Database) -> tuple[Notice, ...]:
    """Every landlord's notice that is given and not withdrawn."""
    return db.select(
        _notice,
        f"{_SELECT} WHERE n.given_by = ? AND n.given_on IS NOT NULL AND n.withdrawn_on IS NULL"
        " ORDER BY n.id",
        (GivenBy.LANDLORD,),
    )


def forget(unit: Unit, lease: LeaseId) -> None:
    """Take all of a lease out of the register."""
    unit.execute(
        "DELETE FROM notice_protest WHERE notice IN"
        " (SELECT id FROM termination_notice WHERE lease = ?)",
        (lease,),
    )
    unit.execute("DELETE FROM termination_notice WHERE lease = ?", (lease,))
    unit.execute("DELETE FROM termination_for_breach WHERE lease = ?", (lease,))


def _notice(*row: object) -> Notice:
    texts = [str(column) for column in row]
    return Notice(
        id=int(texts[0]),
        lease=LeaseId(int(texts[1])),
        given_by=GivenBy(texts[2]),
        recorded_on=date.fromisoformat(texts[3]),
        given_on=day_or_none(row[4]),
        end_on=date.fromisoformat(texts[5]),
        received_on=day_or_none(row[6]),
        written=row[7] == 1,
        document=None if row[8] is None else DocumentId(int(texts[8])),
        ground=None if row[9] is None else NoticeGround(texts[9]),
        duty=None if row[10] is None else LeaseDuty(texts[10]),
        reason=texts[11],
        withdrawn_on=day_or_none(row[12]),
        withdrawn_reason=texts[13],
        protest=None if row[14] is None else _protest(*row[14:]),
    )


def _protest(*row: object) -> Protest:
    texts = [str(column) for column in row]
    return Protest(
        id=int(texts[0]),
        arrived_on=date.fromisoformat(texts[1]),
        sent_on=date.fromisoformat(texts[2]),
        received_on=date.fromisoformat(texts[3]),
        late=row[4] == 1,
        sue_by=day_or_none(row[5]),
        lapses_on=day_or_none(row[6]),
        sued_on=day_or_none(row[7]),
        sued_at=None if row[8] is None else SuitBody(texts[8]),
        decided_on=day_or_none(row[9]),
        upheld=None if row[10] is None else row[10] == 1,
    )
