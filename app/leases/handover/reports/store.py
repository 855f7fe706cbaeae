"""SQL of the reports of condition."""

import json

from app.core.ids import DocumentId, LeaseId
from app.leases.handover.reports.model import (
    HandoverKind,
    ItemCondition,
    ItemKind,
    Place,
    Remark,
    Report,
    ReportDraft,
    RoomKind,
    SmokeAlarm,
)
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_COLUMNS = (
    "id, kind, held_on, present, bedrooms, rooms, power_reading, water_reading, smoke_alarm,"
    " note, issued_on, document"
)


def of(db: Database, lease: LeaseId) -> tuple[Report, ...]:
    """The reports of a lease, the one at moving in first."""
    rows = db.select(
        lambda *row: row, f"SELECT {_COLUMNS} FROM handover_report WHERE lease = ?", (lease,)
    )
    made = (_report(db, lease, row) for row in rows)
    return tuple(sorted(made, key=lambda report: list(HandoverKind).index(report.kind)))


def _report(db: Database, lease: LeaseId, row: tuple[object, ...]) -> Report:
    texts = [str(column) for column in row]
    draft = ReportDraft(
        held_on=day_or_none(row[2]),
        present=texts[3],
        bedrooms=int(texts[4]),
        rooms=frozenset(RoomKind(code) for code in json.loads(texts[5])),
        power_reading=texts[6],
        water_reading=texts[7],
        smoke_alarm=None if row[8] is None else SmokeAlarm(texts[8]),
        note=texts[9],
        remarks=_remarks(db, int(texts[0])),
    )
    return Report(
        lease=lease,
        kind=HandoverKind(texts[1]),
        draft=draft,
        id=int(texts[0]),
        issued_on=day_or_none(row[10]),
        document=None if row[11] is None else DocumentId(int(texts[11])),
    )


def _remarks(db: Database, report: int) -> tuple[Remark, ...]:
    def make(room: str, number: int, item: str, condition: str, words: str, beyond: int) -> Remark:
        place = Place(RoomKind(room), ItemKind(item), number)
        return Remark(place, ItemCondition(condition), words, beyond_wear=beyond == 1)

    return db.select(
        make,
        "SELECT room, number, item, condition, words, beyond_wear FROM handover_remark"
        " WHERE report = ? ORDER BY id",
        (report,),
    )


def put(unit: Unit, known: Report | None, report: Report) -> int:
    """What the form holds now; remarks are written anew only when they have changed."""
    draft = report.draft
    values: dict[str, object] = {
        "held_on": draft.held_on,
        "present": draft.present,
        "bedrooms": draft.bedrooms,
        "rooms": json.dumps([room for room in RoomKind if room in draft.rooms]),
        "power_reading": draft.power_reading,
        "water_reading": draft.water_reading,
        "smoke_alarm": draft.smoke_alarm,
        "note": draft.note,
    }
    if known is None:
        number = unit.insert("handover_report", lease=report.lease, kind=report.kind, **values)
    else:
        number = known.id
        unit.update("handover_report", number, **values)
    if known is None or known.draft.remarks != draft.remarks:
        _put_remarks(unit, number, draft.remarks)
    return number


def _put_remarks(unit: Unit, report: int, remarks: tuple[Remark, ...]) -> None:
    unit.execute("DELETE FROM handover_remark WHERE report = ?", (report,))
    for each in remarks:
        unit.insert(
            "handover_remark",
            report=report,
            room=each.place.room,
            number=each.place.number,
            item=each.place.item,
            condition=each.condition,
            words=each.words,
            beyond_wear=each.beyond_wear,
        )


def issued(unit: Unit, report: int, document: DocumentId) -> None:
    """It was made, and which document it is."""
    unit.update("handover_report", report, issued_on=unit.today, document=document)
