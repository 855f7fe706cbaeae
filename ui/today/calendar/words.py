"""What is due, in the words of a calendar."""

from datetime import date

from app.alerts.agenda.model import AgendaLine, AgendaSpan, Step, key_of
from app.alerts.model import Alert, AlertId, Reason
from app.core.days import day_and_year, day_in_words, month_in_words
from app.core.text import plural
from ui.kit.buttons import Segments
from ui.kit.chips import Chip, ChipKind
from ui.kit.icons import Icon
from ui.kit.rows import Row
from ui.labels import near_day, title_word, word
from ui.today.words import rule_words, sentence_of, short_basis, title_of

AHEAD = "Kommer"


def span_choice(current: AgendaSpan) -> Segments:
    """«Dag», «Uke», «Måned»."""
    return Segments(
        "Hvor mye som vises", [(each, title_word(each)) for each in AgendaSpan], current
    )


def span_words(span: AgendaSpan, day: date) -> str:
    """«uke 48, 23. november 2026 til 29. november 2026» or «november 2026»."""
    first, last = span.days(day)
    if span is AgendaSpan.DAY:
        return f"{day_in_words(day)}"
    if span is AgendaSpan.MONTH:
        return month_in_words(day)
    return f"uke {day.isocalendar().week}, {day_and_year(first)} til {day_and_year(last)}"


def line_of(alert: Alert, today: date, *, named: bool) -> AgendaLine:
    """One that is due; without names it says what it is and by which rule, and no more."""
    due = alert.due or today
    moved = alert.counted_day if alert.counted_day not in {None, due} else None
    if not named:
        return AgendaLine(key_of(alert), due, moved, title_word(alert.id), "", _rule(alert))
    return AgendaLine(
        key_of(alert), due, moved, title_of(alert, today), sentence_of(alert, today), _rule(alert)
    )


def step_line(step: Step, *, named: bool) -> AgendaLine:
    """One that comes if nothing is done; told as such."""
    alert = step.alert
    key = f"{key_of(alert)}-{step.day:%Y%m%d}" if step.next else key_of(alert)
    title = who_of(alert) if named else title_word(alert.id)
    return AgendaLine(key, step.day, None, title, "", _rule(alert), coming=True)


def who_of(alert: Alert) -> str:
    """«Demovegen 3: leieforhold som går ut»: what comes is not told as if it had come."""
    about = alert.place or alert.name
    what = _COMES.get(alert.why, "") or word(alert.id).lower()
    if about:
        return f"{about}: {what}"
    count = dict(alert.facts).get("count")
    if alert.id in _OF_PEOPLE and isinstance(count, int):
        return f"{title_word(alert.id)}: {plural(count, 'person', 'personer')}"
    return title_word(alert.id)


_OF_PEOPLE = frozenset({AlertId.MEASURE, AlertId.NO_CONTACT})
_COMES = {
    Reason.APPEAL_PERIOD_ENDED: "klagefristen går ut",
    Reason.NOTICE_LAPSED: "oppsigelsen faller bort",
    Reason.NOTICE_UNPROTESTED: "protestfristen går ut",
    Reason.NOT_HANDED_BACK: "boligen skal leveres tilbake",
    Reason.DEBT_UNDECIDED: "vedtak om økonomisk rådgivning",
}
"""What comes of some rules, where their own words are those of when it has come."""


def step_row(key: object, step: Step, today: date) -> Row:
    """A row of what comes: the same place to go, and no colour of haste."""
    alert = step.alert
    due = alert.due
    until = ""
    if due and due > step.day:
        until = f"Siste dag er {near_day(due, today).rstrip('.')}. "
    return Row(
        key,
        who_of(alert),
        f"{until}Kommer under «I dag» hvis det ikke er gjort før.",
        Chip(ChipKind.NOT_STARTED, AHEAD),
        when=near_day(step.day, today),
        how_long=rule_words(alert),
        paragraph=short_basis(alert.basis),
        action="Åpne",
        action_icon=Icon.OPEN,
    )


def _rule(alert: Alert) -> str:
    return ", ".join(part for part in (rule_words(alert), alert.basis) if part)
