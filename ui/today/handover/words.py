"""What is handed over, as rows: who or what, why, and the day."""

from collections.abc import Sequence
from datetime import date
from enum import Enum

from app.alerts.model import Alert, Snoozed, Urgency
from app.core import words
from app.core.ids import Ref
from app.core.text import Language, plural
from app.overview.handover.model import Caller, Handover, OpenCase, OpenKind, Task, Unfinished
from app.settings.model import Officer
from ui.kit.chips import Chip, ChipKind
from ui.kit.icons import Icon
from ui.kit.rows import Row
from ui.labels import day, named, near_day, title_word, until, word
from ui.navigation import PAGE_OF, PageId, Place
from ui.today.words import CHIPS, short_basis, title_of, why_of

CASE_ICONS = {
    OpenKind.EVICTION: Icon.EVICTIONS,
    OpenKind.STAY: Icon.BED,
    OpenKind.APPLICATION: Icon.APPLICATIONS,
    OpenKind.LEASE: Icon.LEASES,
    OpenKind.ADVICE: Icon.DEBT,
    OpenKind.FOLLOWUP: Icon.FOLLOWUP,
}


def waiting(
    alerts: Sequence[Alert], snoozed: Sequence[Snoozed], last: date
) -> list[tuple[Alert, date | None]]:
    """Gjøremål until a day: those with no day that press, and those that come back before it."""
    now = [
        (alert, alert.due)
        for alert in alerts
        if (alert.due <= last if alert.due else alert.urgency is not Urgency.INFO)
    ]
    later = [
        (each.alert, max(each.until, each.alert.due or each.until))
        for each in snoozed
        if each.until <= last
    ]
    return [*now, *later]


def task_of(alert: Alert, due: date | None, today: date, language: Language = Language.NB) -> Task:
    """A gjøremål as the paper says it."""
    said = title_of(alert, today, language), why_of(alert, today, language)
    chip = words.of_alerts("said", language.value)[alert.urgency.value]
    return Task(chip, *said, due, short_basis(alert.basis))


def case_row(case: OpenCase, today: date) -> Row:
    """An open case, how it stands and what comes next."""
    step = title_word(case.step) if case.step is not None else ""
    stands = "" if case.stands is case.kind else word(case.stands)
    owner = f"Koordinator: {case.coordinator}" if case.coordinator else ""
    return Row(
        way_to_case(case),
        named(case.name),
        " · ".join(part for part in (step, kind_words(case), stands, owner) if part),
        icon=CASE_ICONS[case.kind],
        when=near_day(case.day, today) if case.day else "",
        how_long=until(today, case.day) if case.day and case.day != today else "",
        action="Åpne",
        action_icon=Icon.OPEN,
    )


def kind_words(case: OpenCase) -> str:
    """«Utkastelse U-2026-1», and that the address is hidden."""
    said = f"{title_word(case.kind)} {case.number}".strip()
    return f"{said} · skjermet" if case.protected else said


def way_to_case(case: OpenCase) -> Place:
    """A plan stands among what is done for its person."""
    if case.kind is OpenKind.FOLLOWUP:
        return Place(PageId.PERSON_FOLLOWUP, Ref("person", case.person), "plan")
    return Place(PAGE_OF[case.ref.kind], case.ref)


def begun_row(each: Unfinished, at: int) -> Row:
    """Something half done; a half typed form is found where it was begun."""
    if each.ref is None:
        words = plural(each.count, "skjema", "skjemaer")
        return Row(("form", at), f"{words} er fylt ut et stykke", f"Sist {day(each.since)}")
    what = word(each.document) if each.document else word(each.kind)
    hidden = "skjermet" if each.protected else ""
    details = (f"{what} {each.number}".strip(), f"begynt {day(each.since)}", hidden)
    return Row(
        Place(PAGE_OF[each.ref.kind], each.ref) if each.ref.kind in PAGE_OF else ("begun", at),
        named(each.name),
        " · ".join(part for part in details if part),
        icon=Icon.NOTE if each.document is None else Icon.LETTER,
        action="Åpne" if each.ref.kind in PAGE_OF else "",
        action_icon=Icon.OPEN if each.ref.kind in PAGE_OF else None,
    )


def caller_row(each: Caller, at: int) -> Row:
    """Someone to call."""
    cases = plural(each.cases, "sak", "saker") if each.cases else ""
    details = (title_word(each.kind), each.unit, cases)
    return Row(
        ("call", at),
        each.name,
        " · ".join(part for part in details if part),
        icon=Icon.CALL,
        when=each.phone or "Nummer mangler",
    )


def way_in_row(each: Officer) -> Row:
    """Someone with a way in of their own."""
    title = ", ".join(part for part in (each.name, each.title) if part)
    ends = f" til og med {day(each.until)}" if each.until else ""
    return Row(("officer", each.id), title, f"Fra {day(each.since)}{ends}", icon=Icon.KEYRING)


def others_words(handover: Handover) -> str:
    """«Åpne uten noe i disse dagene: 31 søknad, 4 rådgivning», or nothing."""
    if not handover.others:
        return ""
    left = ", ".join(f"{count} {_plural(kind, count)}" for kind, count in handover.others.items())
    return f"Åpne uten noe i disse dagene: {left}."


_PLURALS: dict[Enum, str] = {
    OpenKind.EVICTION: "utkastelser",
    OpenKind.STAY: "midlertidige opphold",
    OpenKind.APPLICATION: "søknader",
    OpenKind.ADVICE: "saker om rådgivning",
    OpenKind.FOLLOWUP: "planer",
}


def _plural(kind: OpenKind, count: int) -> str:
    return word(kind) if count == 1 else _PLURALS[kind]


def task_row(alert: Alert, due: date | None, today: date) -> Row:
    """A gjøremål with its day; one put off says when it comes back."""
    kind = CHIPS[alert.urgency]
    short = {ChipKind.INFO: "Senere"}.get(kind, "")
    return Row(
        alert.key,
        title_of(alert, today),
        why_of(alert, today),
        Chip(kind, short),
        when=near_day(due, today) if due else "",
        how_long=until(today, due) if due and due != today else "",
        paragraph=short_basis(alert.basis),
        action=title_word(alert.act),
        action_icon=Icon.OPEN,
    )
