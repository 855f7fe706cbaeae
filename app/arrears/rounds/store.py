"""SQL of meetings about unpaid rent, and what was decided in them."""

from collections.abc import Sequence
from datetime import date

from app.arrears.rounds.model import (
    AgreedStep,
    ArrearsMeeting,
    ArrearsMeetingId,
    ArrearsMeetingRow,
    Decided,
    MeetingDraft,
)
from app.core.ids import LeaseId, Ref
from app.core.records import dataclass
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_DECIDED = "c.decision, c.responsible, c.due_on, c.done_on"


@dataclass(frozen=True, slots=True)
class Kept:
    """One line of a sheet as it is kept."""

    id: int
    lease: LeaseId
    place: int
    decided: Decided


def rows(db: Database) -> tuple[ArrearsMeetingRow, ...]:
    """Every meeting, the newest first."""
    return db.select(
        lambda meeting, held, closed, cases: ArrearsMeetingRow(
            ArrearsMeetingId(meeting), date.fromisoformat(held), day_or_none(closed), cases
        ),
        "SELECT m.id, m.held_on, m.closed_on,"
        " (SELECT count(*) FROM arrears_meeting_case c WHERE c.meeting = m.id)"
        " FROM arrears_meeting m ORDER BY m.held_on DESC, m.id DESC",
    )


def get(db: Database, meeting: ArrearsMeetingId) -> ArrearsMeeting | None:
    """One, without its lines."""
    return db.first(
        lambda held, place, present, note, next_on, closed: ArrearsMeeting(
            meeting,
            date.fromisoformat(held),
            place,
            present,
            note,
            day_or_none(next_on),
            day_or_none(closed),
        ),
        "SELECT held_on, place, present, note, next_on, closed_on FROM arrears_meeting"
        " WHERE id = ?",
        (meeting,),
    )


def cases(db: Database, meeting: ArrearsMeetingId) -> tuple[Kept, ...]:
    """The lines of a sheet, in their order."""
    return db.select(
        lambda case, lease, place, *decided: Kept(case, LeaseId(lease), place, _decided(*decided)),
        f"SELECT c.id, c.lease, c.place, {_DECIDED} FROM arrears_meeting_case c"
        " WHERE c.meeting = ? ORDER BY c.place = 0, c.place, c.id",
        (meeting,),
    )


def agreed(db: Database) -> tuple[AgreedStep, ...]:
    """What every meeting decided on every tenancy, the newest meeting first."""
    return db.select(
        lambda meeting, held, lease, *decided: AgreedStep(
            ArrearsMeetingId(meeting),
            date.fromisoformat(held),
            LeaseId(lease),
            _decided(*decided),
        ),
        f"SELECT m.id, m.held_on, c.lease, {_DECIDED} FROM arrears_meeting_case c"
        " JOIN arrears_meeting m ON m.id = c.meeting WHERE c.decision <> ''"
        " ORDER BY m.held_on DESC, m.id DESC",
    )


def _decided(decision: str, responsible: str, due_on: str | None, done_on: str | None) -> Decided:
    return Decided(decision, responsible, day_or_none(due_on), day_or_none(done_on))


def insert(unit: Unit, draft: MeetingDraft) -> ArrearsMeetingId:
    """A new meeting."""
    return ArrearsMeetingId(unit.insert("arrears_meeting", **_columns(draft)))


def update(unit: Unit, meeting: ArrearsMeetingId, draft: MeetingDraft) -> None:
    """When, where, and who was there."""
    unit.update("arrears_meeting", meeting, **_columns(draft))


def _columns(draft: MeetingDraft) -> dict[str, object]:
    return {
        "held_on": draft.held_on,
        "place": draft.place.strip(),
        "present": draft.present.strip(),
        "note": draft.note.strip(),
        "next_on": draft.next_on,
    }


def close(unit: Unit, meeting: ArrearsMeetingId, day: date) -> None:
    """Its minutes are made."""
    unit.update("arrears_meeting", meeting, closed_on=day)


def delete(unit: Unit, meeting: ArrearsMeetingId) -> None:
    """One that was never held."""
    unit.execute("DELETE FROM arrears_meeting_case WHERE meeting = ?", (meeting,))
    unit.delete("arrears_meeting", meeting)


def add_case(unit: Unit, meeting: ArrearsMeetingId, lease: LeaseId, place: int) -> None:
    """One tenancy more on the sheet."""
    unit.insert("arrears_meeting_case", meeting=meeting, lease=lease, place=place)


def remove_case(unit: Unit, case: int) -> None:
    """Taken off the sheet."""
    unit.delete("arrears_meeting_case", case)


def decide(unit: Unit, case: int, decided: Decided) -> None:
    """What was decided, in place of what stood there; the history keeps both."""
    unit.update(
        "arrears_meeting_case",
        case,
        decision=decided.decision.strip(),
        responsible=decided.responsible.strip(),
        due_on=decided.due_on,
        done_on=decided.done_on,
    )


def case_of(db: Database, meeting: ArrearsMeetingId, leases: Sequence[LeaseId]) -> int | None:
    """The line of a tenancy on a sheet, by any of its leases."""
    marks = ", ".join("?" * len(leases))
    return db.first(
        int,
        f"SELECT id FROM arrears_meeting_case WHERE meeting = ? AND lease IN ({marks})",
        (meeting, *leases),
    )


def held(db: Database, leases: Sequence[int]) -> tuple[tuple[Ref, LeaseId], ...]:
    """Every line about some leases (ADR-05)."""
    marks = ", ".join("?" * len(leases))
    return db.select(
        lambda case, lease: (Ref("arrears_meeting_case", case), LeaseId(lease)),
        f"SELECT id, lease FROM arrears_meeting_case WHERE lease IN ({marks}) ORDER BY id",
        leases,
    )
