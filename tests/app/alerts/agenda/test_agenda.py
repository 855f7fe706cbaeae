"""What is due in a week or month, and the file for a calendar outside."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from app.alerts.agenda.ics import calendar_file
from app.alerts.agenda.model import AgendaLine, AgendaSpan, by_day, key_of
from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.ids import Ref

DAY = date(2026, 11, 25)
WIDE = 75
"""The most octets of a line (RFC 5545, 3.1)."""
MADE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def an_alert(due: date | None, case: int = 7) -> Alert:
    """A gjøremål with a day."""
    return Alert(
        AlertId.UNANSWERED,
        Urgency.SOON,
        Ref("application", case),
        date(2026, 11, 1),
        due=due,
        why=Reason.NOT_ANSWERED,
        act=Act.WRITE_PRELIMINARY_REPLY,
    )


def test_a_week_is_seven_days_from_monday_and_a_month_its_own() -> None:
    assert AgendaSpan.WEEK.days(DAY) == (date(2026, 11, 23), date(2026, 11, 29))
    assert AgendaSpan.MONTH.days(date(2028, 2, 9)) == (date(2028, 2, 1), date(2028, 2, 29))
    assert AgendaSpan.MONTH.days(date(2026, 12, 31)) == (date(2026, 12, 1), date(2026, 12, 31))


@given(st.dates(date(2020, 1, 1), date(2050, 1, 1)), st.sampled_from(AgendaSpan))
def test_there_and_back_is_the_same_span(day: date, span: AgendaSpan) -> None:
    ahead = span.moved(day, 1)
    assert span.days(ahead)[0] == span.days(day)[1] + timedelta(days=1)
    assert span.days(span.moved(ahead, -1)) == span.days(day)


def test_a_day_holds_what_is_due_that_day_and_the_edges_are_counted() -> None:
    first, last = AgendaSpan.WEEK.days(DAY)
    days = (first - timedelta(days=1), first, last, last + timedelta(days=1), None)
    found = by_day([an_alert(day, at) for at, day in enumerate(days)], first, last)
    assert {day: [each.case.id for each in those] for day, those in found.items()} == {
        first: [1],
        last: [2],
    }


def test_a_calendar_reads_the_file_with_the_same_keys_each_time() -> None:
    long = "Søknaden kom 30. oktober; loven gir oss én måned, og ø må ikke deles. " * 3
    line = AgendaLine(key_of(an_alert(DAY)), DAY, date(2026, 11, 29), "Svar, i tide", long, "AL-07")
    content = calendar_file([line], MADE)
    assert all(len(part) <= WIDE for part in content.split(b"\r\n"))
    assert calendar_file([line], MADE) == content
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["UID"]) == "al-07-application-7@husrom"
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (DAY, DAY + timedelta(days=1))
    assert event.decoded("dtstamp") == MADE
    assert str(event["SUMMARY"]) == "Svar, i tide"
    assert str(event["DESCRIPTION"]) == f"{long}\nRegnes til 29. november 2026.\nAL-07"
    assert b"DTSTART;VALUE=DATE:20261125" in content


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=200))
def test_words_come_back_as_they_were_written(words: str) -> None:
    line = AgendaLine("a", DAY, None, words, "", "")
    (event,) = Calendar.from_ical(calendar_file([line], MADE)).walk("VEVENT")
    assert str(event["SUMMARY"]) == words
