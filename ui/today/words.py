"""A gjøremål as a row: who or what, why, by when, and the one thing to press."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from app.alerts.model import Act, Alert, AlertId, Urgency
from app.core import words
from app.core.days import day_and_month, day_and_year
from app.core.text import Language, plural
from app.debt.measures.model import DebtDueKind
from app.dwellings.clauses.model import ClauseKind
from app.letters.model import DocumentKind
from ui.kit.chips import Chip, ChipKind, Tone
from ui.kit.icons import Icon
from ui.kit.rows import Row
from ui.labels import capital, near_day, title_word, until

CHIPS = {
    Urgency.NOW: ChipKind.URGENT,
    Urgency.SOON: ChipKind.SOON,
    Urgency.INFO: ChipKind.INFO,
}
# the column of a row has no room for «Til orientering»
_SHORT = {ChipKind.INFO: "Senere"}
GROUP_ICONS = {
    AlertId.UNANSWERED: Icon.SEND,
    AlertId.PAPERS_OVERDUE: Icon.DOCUMENT,
    AlertId.LAPSE: Icon.CLOCK,
    AlertId.SWEEP: Icon.WAITING_LIST,
    AlertId.LEASE_ENDS: Icon.LEASES,
    AlertId.LEASE_ENDED: Icon.LEASES,
    AlertId.CONSENT: Icon.PEOPLE,
    AlertId.RENT: Icon.LEASES,
    AlertId.RENT_NOTICE: Icon.LETTER,
    AlertId.HALF_WAY: Icon.LEASES,
    AlertId.EXIT_PLAN: Icon.LEASES,
    AlertId.OVERSTAY: Icon.HOME,
    AlertId.CONDITION_CLAIM: Icon.LEASES,
    AlertId.BELONGINGS: Icon.LEASES,
    AlertId.DEPOSIT: Icon.LEASES,
    AlertId.APPEAL: Icon.DOCUMENT,
    AlertId.PRIOR_NOTICE: Icon.LETTER,
    AlertId.PROTEST: Icon.LEASES,
    AlertId.OFFER: Icon.HOME,
    AlertId.RESERVATION: Icon.HOME,
    AlertId.LANDLORD: Icon.SEND,
    AlertId.VACANT: Icon.DWELLINGS,
    AlertId.UNSENT: Icon.LETTER,
    AlertId.BACKUP_LATE: Icon.SAVED,
    AlertId.RULES_DUE: Icon.RULES,
    AlertId.REPORT: Icon.NOTE,
    AlertId.STAY: Icon.HOME,
    AlertId.EVALUATION: Icon.FOLLOWUP,
    AlertId.MEASURE: Icon.FOLLOWUP,
    AlertId.NO_CONTACT: Icon.CALL,
    AlertId.NO_PLAN: Icon.FOLLOWUP,
    AlertId.NO_OWNER: Icon.COORDINATOR,
    AlertId.CONSENT_ENDS: Icon.SERVICES,
    AlertId.START_PACKAGE: Icon.LEASES,
    AlertId.AGREEMENT: Icon.COORDINATOR,
    AlertId.EVICTION: Icon.EVICTIONS,
    AlertId.EVICTION_CHILDREN: Icon.CHILD,
    AlertId.RENT_UNPAID: Icon.ARREARS,
    AlertId.PETITION: Icon.EVICTIONS,
    AlertId.PETITION_CORRECTION: Icon.EVICTIONS,
    AlertId.NOTICE_OLD: Icon.EVICTIONS,
    AlertId.INSTALMENT: Icon.ARREARS,
    AlertId.PAUSE: Icon.CLOCK,
    AlertId.MEETING_STEP: Icon.PEOPLE,
    AlertId.SIGNAL: Icon.NOTE,
    AlertId.UNIT_NOTE: Icon.SERVICES,
    AlertId.AFTERCARE: Icon.HOME,
    AlertId.DEBT_TARGET: Icon.DEBT,
    AlertId.DEBT_UNDECIDED: Icon.DEBT,
    AlertId.DEBT_START: Icon.DEBT,
    AlertId.CREDITORS: Icon.LETTER,
    AlertId.DEBT_PLAN: Icon.DEBT,
    AlertId.DEBT_MEASURE: Icon.DEBT,
    AlertId.DEBT_PAPERS: Icon.DOCUMENT,
    AlertId.DEBT_APPEAL: Icon.DOCUMENT,
    AlertId.DISCHARGE: Icon.HOME,
    AlertId.CLAUSE: Icon.DWELLINGS,
    AlertId.HOUSING_PLAN: Icon.OVERVIEW,
    AlertId.RETURN_DUE: Icon.OVERVIEW,
}
_ACT_ICONS = {
    Act.WRITE_PRELIMINARY_REPLY: Icon.LETTER,
    Act.WRITE_DELAY_NOTICE: Icon.LETTER,
    Act.ASK_FOR_PAPERS: Icon.LETTER,
    Act.WRITE_LAPSE_WARNING: Icon.LETTER,
    Act.RECORD_SENDING: Icon.LETTER,
    Act.DECIDE_RENEWAL: Icon.DEBT,
    Act.SEND_MOVE_OUT_REQUEST: Icon.LETTER,
    Act.CHOOSE_PLACE_OUTSIDE: Icon.FOLDER,
    Act.BACK_UP: Icon.SAVED,
    Act.OPEN_RULES: Icon.RULES,
    Act.WRITE_NOTE: Icon.NOTE,
}
OWN_RULE = "egen rutine"
"""The rule of what no law asks for."""
_SHORT_LAWS = {"tvangsfullbyrdelsesl": "tvangsl"}
_LAW = re.compile(r"(\w+l)oven (§ \d+(?:-\d+)?(?: [a-z]\b)?)")


def facts_of(alert: Alert, today: date, language: Language = Language.NB) -> dict[str, object]:
    """What titles and sentences are filled with. `about` is the dwelling where it may be told."""
    said, to = words.of_alerts("said", language.value), language.value
    # a sheet may know a tenant by number alone
    made: dict[str, object] = {"name": alert.name or said["tenant"]}
    made["about"] = alert.place or alert.name or said["tenancy"]
    for name, fact in alert.facts:
        made[name] = _near(fact, today) if isinstance(fact, date) else fact
    made["living"] = _living(made.get("children"), said["living"])
    if "what" in made:
        made["what"] = words.word(DebtDueKind(str(made["what"])), to)
    if "clause" in made:
        made["clause"] = words.word(ClauseKind(str(made["clause"])), to)
    if "kind" in made:
        made["kind"] = capital(words.word(DocumentKind(str(made["kind"])), to))
    return made


def _living(children: object, said: str) -> str:
    """« 2 barn bor her.» between two sentences, or nothing."""
    if not isinstance(children, int) or not children:
        return ""
    return f" {said.format(children=plural(children, 'barn', 'barn'))}"


def _near(value: date, today: date) -> str:
    return day_and_month(value) if value.year == today.year else day_and_year(value)


def title_of(alert: Alert, today: date, language: Language = Language.NB) -> str:
    """Who or what it is about."""
    titles = words.of_alerts("titles", language.value)
    if not alert.name:
        titles = titles | words.of_alerts("nameless", language.value)
    return titles[alert.why.value].format(**facts_of(alert, today, language))


def why_of(alert: Alert, today: date, language: Language = Language.NB) -> str:
    """Why it needs someone; a moved day is told."""
    why = sentence_of(alert, today, language)
    counted = alert.counted_day
    if counted is None or alert.due is None or counted == alert.due:
        return why
    moved = words.of_alerts("said", language.value)["counted"]
    return f"{why} {moved.format(day=near_day(counted, today, language))}"


def sentence_of(alert: Alert, today: date, language: Language = Language.NB) -> str:
    """Why it needs someone, and no days beside those of the reason."""
    return words.sentence(str(alert.why), facts_of(alert, today, language), language.value)


def basis_of(alert: Alert, language: Language = Language.NB) -> str:
    """The law it rests on, by its name in the language."""
    basis = alert.basis
    for name, other in words.of_alerts("basis", language.value).items():
        basis = basis.replace(name, other)
    return basis


def rule_words(alert: Alert) -> str:
    """«AL-07»; nothing for the office's own."""
    return alert.id.value if alert.id.value.startswith("AL-") else ""


def foot_of(alert: Alert, today: date) -> str:
    """«Siden 16. nov. · regnes til søn. 6. des. · AL-04», beside what the date's column tells."""
    parts = [f"Siden {near_day(alert.since, today)}"] if alert.since <= today else []
    counted = alert.counted_day
    if counted is not None and alert.due is not None and counted != alert.due:
        parts.append(f"regnes til {near_day(counted, today)}")
    parts.append(rule_words(alert) or OWN_RULE)
    return " · ".join(parts)


def short_basis(basis: str) -> str:
    """«forvaltningsl. § 11 a»: short enough for the date's column."""
    found = _LAW.search(basis)
    if found is None:
        return ""
    return f"{_SHORT_LAWS.get(found[1], found[1])}. {found[2]}".replace("§ ", "§\u00a0")


def grounds_of(alert: Alert, today: date) -> tuple[str, ...]:
    """Since when, by when as counted and as moved, and by which rule: a line for each."""
    lines = [f"Siden {near_day(alert.since, today)}"]
    if alert.due is not None:
        lines.append(f"Senest {near_day(alert.due, today)}")
    if alert.counted_day is not None and alert.counted_day != alert.due:
        lines.append(f"Regnes til {near_day(alert.counted_day, today)}")
    rule = " ".join(part for part in (rule_words(alert), alert.basis) if part)
    lines.append(rule or capital(OWN_RULE))
    return tuple(lines)


def row_of(alert: Alert, today: date) -> Row:
    """The whole row."""
    kind = CHIPS[alert.urgency]
    due = alert.due
    return Row(
        alert.key,
        title_of(alert, today),
        sentence_of(alert, today),
        Chip(kind, _SHORT.get(kind, "")),
        when=near_day(due, today) if due else "",
        how_long=until(today, due) if due and due != today else "",
        paragraph=short_basis(alert.basis),
        foot=foot_of(alert, today),
        tone=Tone.RED if alert.urgency is Urgency.NOW else None,
        action=title_word(alert.act),
        action_icon=_ACT_ICONS.get(alert.act, Icon.OPEN),
    )


def grouped(alerts: Sequence[Alert]) -> dict[str, list[Alert]]:
    """By what to do; the group with the worst row first, as the alerts come."""
    groups: dict[str, list[Alert]] = {}
    for alert in alerts:
        groups.setdefault(title_word(alert.id), []).append(alert)
    return groups


def summary(alerts: Sequence[Alert]) -> str:
    """«4 haster, 3 snart», or that nothing waits."""
    now = sum(alert.urgency is Urgency.NOW for alert in alerts)
    soon = sum(alert.urgency is Urgency.SOON for alert in alerts)
    parts = [f"{now} haster"] if now else []
    parts += [f"{soon} snart"] if soon else []
    return ", ".join(parts) or "ingenting haster"


def week_of(today: date) -> tuple[date, ...]:
    """Monday to Friday of this week; in a weekend of the coming one."""
    monday = today - timedelta(days=today.weekday())
    if today.weekday() > 4:
        monday += timedelta(days=7)
    return tuple(monday + timedelta(days=at) for at in range(5))
