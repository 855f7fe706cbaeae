"""SQL of meetings."""

import json
from datetime import date

from app.core.ids import Ref
from app.overview.meetings.model import (
    Item,
    Line,
    Meeting,
    MeetingDraft,
    MeetingId,
    MeetingRow,
    Outcome,
    Section,
)
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit


def rows(db: Database) -> tuple[MeetingRow, ...]:
    """Every meeting, the newest first."""
    return db.select(
        lambda meeting, held, place, closed, items: MeetingRow(
            MeetingId(meeting), date.fromisoformat(held), place, day_or_none(closed), items
        ),
        "SELECT m.id, m.held_on, m.place, m.closed_on,"
        " (SELECT count(*) FROM meeting_item i WHERE i.meeting = m.id)"
        " FROM meeting m ORDER BY m.held_on DESC, m.id DESC",
    )


def get(db: Database, meeting: MeetingId) -> Meeting | None:
    """One meeting with what is written on its cases."""
    items = written(db, meeting)
    return db.first(
        lambda held, place, present, note, closed: Meeting(
            meeting, date.fromisoformat(held), place, present, note, day_or_none(closed), items
        ),
        "SELECT held_on, place, present, note, closed_on FROM meeting WHERE id = ?",
        (meeting,),
    )


def written(db: Database, meeting: MeetingId) -> tuple[Item, ...]:
    """The cases of a meeting that something is written on, or all once it is closed."""
    return db.select(
        _item,
        "SELECT about_kind, about_id, section, lines, since, decision, responsible, due_on,"
        " done_on FROM meeting_item WHERE meeting = ? ORDER BY id",
        (meeting,),
    )


def _item(
    kind: str,
    about: int,
    section: str,
    lines: str,
    since: str,
    decision: str,
    responsible: str,
    due_on: str | None,
    done_on: str | None,
) -> Item:
    return Item(
        Ref(kind, about),
        Section(section),
        date.fromisoformat(since),
        tuple(
            Line(code, tuple((name, fact) for name, fact in facts))
            for code, facts in json.loads(lines)
        ),
        Outcome(decision, responsible, day_or_none(due_on), day_or_none(done_on)),
    )


def insert(unit: Unit, draft: MeetingDraft) -> MeetingId:
    """A new meeting."""
    return MeetingId(unit.insert("meeting", **_columns(draft)))


def update(unit: Unit, meeting: MeetingId, draft: MeetingDraft) -> None:
    """When and where, who was there."""
    unit.update("meeting", meeting, **_columns(draft))


def _columns(draft: MeetingDraft) -> dict[str, object]:
    return {
        "held_on": draft.held_on,
        "place": draft.place.strip(),
        "present": draft.present.strip(),
        "note": draft.note.strip(),
    }


def close(unit: Unit, meeting: MeetingId, day: date) -> None:
    """Its minutes are made."""
    unit.update("meeting", meeting, closed_on=day)


def delete(unit: Unit, meeting: MeetingId) -> None:
    """One that was never held."""
    unit.execute("DELETE FROM meeting_item WHERE meeting = ?", (meeting,))
    unit.delete("meeting", meeting)


def put(unit: Unit, meeting: MeetingId, item: Item) -> None:
    """What is written on a case, in place of what was."""
    known = unit.execute(
        "SELECT id FROM meeting_item WHERE meeting = ? AND about_kind = ? AND about_id = ?",
        (meeting, item.about.kind, item.about.id),
    ).fetchone()
    outcome = item.outcome
    values: dict[str, object] = {
        "section": item.section,
        "lines": json.dumps([[line.code, line.facts] for line in item.lines]),
        "since": item.since,
        "decision": outcome.decision.strip(),
        "responsible": outcome.responsible.strip(),
        "due_on": outcome.due_on,
        "done_on": outcome.done_on,
    }
    if known is not None:
        unit.update("meeting_item", int(str(known[0])), **values)
        return
    about = {"about_kind": item.about.kind, "about_id": item.about.id}
    unit.insert("meeting_item", meeting=meeting, **about, **values)


def decided_before(db: Database, held_on: date, meeting: MeetingId) -> Meeting | None:
    """The newest closed meeting before one."""
    found = db.first(
        MeetingId,
        "SELECT id FROM meeting WHERE closed_on IS NOT NULL AND held_on <= ? AND id <> ?"
        " ORDER BY held_on DESC, id DESC LIMIT 1",
        (held_on.isoformat(), meeting),
    )
    return None if found is None else get(db, found)
