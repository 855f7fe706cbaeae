"""Days for a calendar outside (RFC 5545): all-day, the same key each time. Pure."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from app.alerts.agenda.model import AgendaLine
from app.core.days import day_and_year

WIDE = 75
"""The most octets of a line (RFC 5545, 3.1)."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


def calendar_file(lines: Iterable[AgendaLine], made: datetime) -> bytes:
    """One event for each; whoever takes the file in again gets no doubles."""
    stamp = made.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    text = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Husrom//Kalender//NB",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    for line in lines:
        text += _event(line, stamp)
    text.append("END:VCALENDAR")
    return "".join(part for each in text for part in _folded(each)).encode()


def _event(line: AgendaLine, stamp: str) -> list[str]:
    after = line.day + timedelta(days=1)
    return [
        "BEGIN:VEVENT",
        f"UID:{line.key}@husrom",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{line.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        f"SUMMARY:{line.title.translate(_ESCAPED)}",
        f"DESCRIPTION:{_text(line).translate(_ESCAPED)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _text(line: AgendaLine) -> str:
    counted = f"Regnes til {day_and_year(line.counted)}." if line.counted else ""
    return "\n".join(part for part in (line.why, counted, line.rule) if part)


def _folded(line: str) -> Iterator[str]:
    """At most 75 octets, cut between letters; what goes on begins with a space."""
    part, width = "", 0
    for letter in line:
        octets = len(letter.encode())
        if width + octets > WIDE:
            yield f"{part}\r\n"
            part, width = " ", 1
        part += letter
        width += octets
    yield f"{part}\r\n"
