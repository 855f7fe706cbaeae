"""Days for a calendar outside (RFC 5545): all-day, the same key each time. Pure."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from app.alerts.agenda.model import AgendaLine
from app.core.days import day_and_year


def calendar_file(lines: Iterable[AgendaLine], made: datetime) -> bytes:
    """One event for each; whoever takes the file in again gets no doubles."""
    calendar = Calendar()
    for name, value in (
        ("prodid", "-//Husrom//Kalender//NB"),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
    ):
        calendar.add(name, value)
    for line in lines:
        calendar.add_component(_event(line, made))
    return bytes(calendar.to_ical())


def _event(line: AgendaLine, made: datetime) -> Event:
    event = Event()
    event.add("uid", f"{line.key}@husrom")
    event.add("dtstamp", made.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", line.day)
    event.add("dtend", line.day + timedelta(days=1))
    event.add("summary", line.title)
    event.add("description", _text(line))
    event.add("transp", "TRANSPARENT")
    return event


def _text(line: AgendaLine) -> str:
    counted = f"Regnes til {day_and_year(line.counted)}." if line.counted else ""
    coming = "Kommer hvis det ikke er gjort før." if line.coming else ""
    return "\n".join(part for part in (coming, line.why, counted, line.rule) if part)
