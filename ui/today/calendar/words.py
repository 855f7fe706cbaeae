"""What is due, in the words of a calendar."""

from datetime import date

from app.alerts.agenda.model import AgendaLine, AgendaSpan, key_of
from app.alerts.model import Alert
from app.core.days import day_and_year, month_in_words
from ui.kit.buttons import Segments
from ui.labels import title_word
from ui.today.words import title_of, why_of


def span_choice(current: AgendaSpan) -> Segments:
    """«Dag», «Uke», «Måned»."""
    return Segments(
        "Hvor mye som vises", [(each, title_word(each)) for each in AgendaSpan], current
    )


def span_words(span: AgendaSpan, day: date) -> str:
    """«uke 48, 23. november 2026 til 29. november 2026» or «november 2026»."""
    first, last = span.days(day)
    if span is AgendaSpan.MONTH:
        return month_in_words(day)
    return f"uke {day.isocalendar().week}, {day_and_year(first)} til {day_and_year(last)}"


def line_of(alert: Alert, today: date, *, named: bool) -> AgendaLine:
    """One that is due; without names it says what it is and by which rule, and no more."""
    due = alert.due or today
    moved = alert.counted_day if alert.counted_day not in {None, due} else None
    rule = ", ".join(part for part in (rule_of(alert), alert.basis) if part)
    if not named:
        return AgendaLine(key_of(alert), due, moved, title_word(alert.id), "", rule)
    why = why_of(alert, today).partition(" Regnes til ")[0]
    return AgendaLine(key_of(alert), due, moved, title_of(alert, today), why, rule)


def rule_of(alert: Alert) -> str:
    """«AL-07»; nothing for the office's own."""
    return alert.id.value if alert.id.value.startswith("AL-") else ""
