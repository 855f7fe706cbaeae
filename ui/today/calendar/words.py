"""What is due, in the words of a calendar."""

from datetime import date

from app.alerts.agenda.model import AgendaLine, AgendaSpan, Step, key_of
from app.alerts.model import Alert, AlertId
from app.core import words
from app.core.days import day_and_year, day_in_words, month_in_words
from app.core.text import Language, plural
from ui.kit.buttons import Segments
from ui.kit.chips import Chip, ChipKind
from ui.kit.icons import Icon
from ui.kit.rows import Row
from ui.labels import capital, near_day, title_word
from ui.today.words import basis_of, rule_words, sentence_of, short_basis, title_of

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


def line_of(
    alert: Alert, today: date, *, named: bool, language: Language = Language.NB
) -> AgendaLine:
    """One that is due; without names it says what it is and by which rule, and no more."""
    due = alert.due or today
    moved = alert.counted_day if alert.counted_day not in {None, due} else None
    rule = _rule(alert, language)
    if not named:
        return AgendaLine(key_of(alert), due, moved, _kind(alert, language), "", rule)
    title, why = title_of(alert, today, language), sentence_of(alert, today, language)
    return AgendaLine(key_of(alert), due, moved, title, why, rule)


def step_line(step: Step, *, named: bool, language: Language = Language.NB) -> AgendaLine:
    """One that comes if nothing is done; told as such."""
    alert = step.alert
    key = f"{key_of(alert)}-{step.day:%Y%m%d}" if step.next else key_of(alert)
    title = who_of(alert, language) if named else _kind(alert, language)
    return AgendaLine(key, step.day, None, title, "", _rule(alert, language), coming=True)


def who_of(alert: Alert, language: Language = Language.NB) -> str:
    """«Demovegen 3: leieforhold som går ut»: what comes is not told as if it had come."""
    about, kind = alert.place or alert.name, _kind(alert, language)
    if about:
        what = words.of_alerts("comes", language.value).get(alert.why.value, "") or kind.lower()
        return f"{about}: {what}"
    count = dict(alert.facts).get("count")
    if alert.id in _OF_PEOPLE and isinstance(count, int):
        many = "personar" if language is Language.NN else "personer"
        return f"{kind}: {plural(count, 'person', many)}"
    return kind


def _kind(alert: Alert, language: Language) -> str:
    return capital(words.word(alert.id, language.value))


_OF_PEOPLE = frozenset({AlertId.MEASURE, AlertId.NO_CONTACT})


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


def _rule(alert: Alert, language: Language) -> str:
    return ", ".join(part for part in (rule_words(alert), basis_of(alert, language)) if part)
