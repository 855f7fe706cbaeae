"""A gjøremål as a row: who or what, why, by when, and the one thing to press."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core import words
from app.core.days import day_and_month, day_and_year
from app.core.text import plural
from app.debt.measures.model import DebtDueKind
from app.dwellings.clauses.model import ClauseKind
from app.letters.model import DocumentKind
from ui.kit.chips import Chip, ChipKind, Tone
from ui.kit.icons import Icon
from ui.kit.rows import Row
from ui.labels import capital, near_day, title_word, until, word

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
_TITLES = {
    Reason.NOT_ANSWERED: "{name} venter på foreløpig svar",
    Reason.ANSWER_LATE: "{name} har ikke fått svar i tide",
    Reason.PROMISE_TODAY: "{name} er lovet svar",
    Reason.PROMISE_BROKEN: "{name} har ikke fått svaret vi lovet",
    Reason.PAPERS_OVERDUE: "{name} har ikke sendt papirene",
    Reason.LAPSE_TO_WARN: "{name}: søknaden går ut på tid",
    Reason.LAPSE_DAY_PASSED: "{name}: søknaden kan avsluttes",
    Reason.SWEEP_DUE: "Spør om behovet fortsatt gjelder",
    Reason.LEASE_ENDS: "{about}: leietiden går ut",
    Reason.LEASES_END: "Leietider som går ut senere",
    Reason.LEASE_ENDED: "{about}: leietiden er ute",
    Reason.MOVE_OUT_REQUEST_LATE: "{about}: siste trygge dag er ute",
    Reason.LEASE_OPEN_ENDED: "{about}: avtalen er blitt tidsubestemt",
    Reason.CONSENT_UNANSWERED: "{name} venter på svar om samtykke",
    Reason.CONSENT_RUNS_OUT: "{name}: snart samtykke ved taushet",
    Reason.CONSENT_NOT_SENT: "{name}: svaret om samtykke er ikke sendt",
    Reason.RENEWAL_NOT_SIGNED: "{about}: ny avtale mangler",
    Reason.HALF_WAY_DUE: "{about}: halvveissamtale",
    Reason.HALF_WAY_SEVERAL: "Halvveissamtaler som gjenstår",
    Reason.EXIT_PLAN_DUE: "{about}: plan for neste bolig",
    Reason.RENT_MAY_RISE: "{about}: leien kan reguleres",
    Reason.RENTS_MAY_RISE: "Husleier kan reguleres fra {from_day}",
    Reason.RENT_NOTICE_UNSENT: "{about}: varselet om ny leie er ikke sendt",
    Reason.RENT_NOTICES_UNSENT: "Varsler om ny leie er ikke sendt",
    Reason.RENT_NOT_TOLD: "{about}: varselet om ny leie kom for sent",
    Reason.RENTS_NOT_TOLD: "Varsler om ny leie kom for sent",
    Reason.NOT_HANDED_BACK: "{about} er ikke levert tilbake",
    Reason.CONDITION_NOT_JUDGED: "{about}: se på standen etter utflytting",
    Reason.BELONGINGS_NOT_COLLECTED: "{about}: eiendeler er ikke hentet",
    Reason.DEPOSIT_TO_ANSWER: "{about}: leietakeren krever depositumet",
    Reason.DEPOSIT_NO_OUTCOME: "{about}: depositumet kan være betalt ut",
    Reason.DEPOSIT_NOT_TOLD: "{about}: når varslet banken?",
    Reason.APPEAL_RECEIVED: "Klagen fra {name} skal vurderes",
    Reason.APPEAL_NOT_FORWARDED: "Klagen fra {name} er ikke sendt videre",
    Reason.APPEAL_ANSWERED: "Klagen fra {name} er avgjort av klageinstansen",
    Reason.APPEAL_PERIOD_ENDED: "{name}: klagefristen er ute",
    Reason.PROTEST_TO_TRY: "{about}: protest mot oppsigelsen",
    Reason.NOTICE_LAPSED: "{about}: oppsigelsen er falt bort",
    Reason.NOTICE_UNPROTESTED: "{about}: oppsigelsen står",
    Reason.NOTICE_ANSWERED: "{name} har svart på forhåndsvarsel",
    Reason.NOTICE_UNANSWERED: "{name} har ikke svart på forhåndsvarsel",
    Reason.OFFER_OVER: "{name} har ikke svart på tilbudet",
    Reason.OFFER_NOT_SENT: "Tilbudet til {name} er ikke sendt",
    Reason.RESERVATION_ENDS: "{about} er holdt av til {until}",
    Reason.ORDER_UNANSWERED: "{name}: leieavtalen er ikke kommet tilbake",
    Reason.REVISION_DUE: "Samarbeidet med {owner} skal ses over",
    Reason.VACANT_ONE: "{about} er ledig",
    Reason.VACANT_SEVERAL: "Ledige boliger uten tilbud",
    Reason.LETTER_UNSENT: "{kind} til {name} er ikke sendt",
    Reason.LETTER_RETURNED: "{kind} til {name} kom i retur",
    Reason.NO_PLACE_OUTSIDE: "Det finnes ingen kopi utenfor maskinen",
    Reason.NEVER_COPIED_OUTSIDE: "Registeret er aldri kopiert ut av maskinen",
    Reason.COPY_OUTSIDE_LATE: "Kopien utenfor maskinen er gammel",
    Reason.RATES_LATE: "Satser som bør fornyes",
    Reason.RATES_COMING: "Nye satser gjelder fra {due}",
    Reason.REPORT_WAITS: "{about}: en melding venter",
    Reason.REPORTS_WAIT: "{about}: {count} meldinger venter",
    Reason.STAY_LONG: "{name}: over 14 dager i midlertidig bolig",
    Reason.STAY_CHILDREN_NEAR: "{name}: barn bor midlertidig",
    Reason.STAY_CHILDREN_LONG: "{name}: barn, over tre måneder midlertidig",
    Reason.EVALUATION_DUE: "{name}: planen skal evalueres",
    Reason.EVALUATIONS_DUE: "{count} planer skal evalueres",
    Reason.MEASURES_LATE: "{name}: tiltak er over tiden",
    Reason.MEASURES_LATE_SEVERAL: "Tiltak er over tiden for {count} personer",
    Reason.MEASURES_TO_EVALUATE: "{name}: har tiltaket hjulpet?",
    Reason.MEASURES_TO_EVALUATE_SEVERAL: "Tiltak skal evalueres for {count} personer",
    Reason.SILENT: "{name}: lenge siden sist",
    Reason.SILENT_SEVERAL: "Lenge siden vi snakket med {count} personer",
    Reason.NEXT_CONTACT_DUE: "{name}: avtalt kontakt",
    Reason.NEXT_CONTACTS_DUE: "Avtalt kontakt med {count} personer",
    Reason.LEVEL_WITHOUT_PLAN: "{name} mangler plan",
    Reason.LEVELS_WITHOUT_PLAN: "{count} personer mangler plan",
    Reason.PLAN_WITHOUT_CONSENT: "{name}: samtykket til planen gjelder ikke lenger",
    Reason.WITHOUT_OWNER: "{name} mangler koordinator",
    Reason.SEVERAL_WITHOUT_OWNER: "{count} personer mangler koordinator",
    Reason.CONSENT_ENDS: "{name}: et samtykke går snart ut",
    Reason.GROUND_ENDS: "{name}: grunnlaget for å vite går ut",
    Reason.AGREEMENT_DUE: "{name}: se på samarbeidsavtalen",
    Reason.NO_START_PACKAGE: "{about}: startpakken mangler",
    Reason.NO_START_PACKAGES: "{count} leieforhold mangler startpakke",
    Reason.EVICTION_DAY: "{name}: utkastelse",
    Reason.EVICTION_COMMENT: "{name}: frist for svar",
    Reason.EVICTION_DAY_PASSED: "{name}: hva skjedde {until}?",
    Reason.EVICTION_TOLD: "{name}: melding om at boligen kan gå tapt",
    Reason.RENT_MISSED: "{name}: {amount} er ikke betalt",
    Reason.RENTS_MISSED: "{count} leietakere til har ubetalt husleie",
    Reason.PETITION_POSSIBLE: "{about}: begjæring kan sendes",
    Reason.MEET_BEFORE_PETITION: "{name}: møt leietakeren først",
    Reason.PETITION_TO_CORRECT: "{name}: rett begjæringen",
    Reason.PETITION_NOT_CORRECTED: "{name}: fristen er ute",
    Reason.NOTICE_RAN_OUT: "{about}: varselet gjelder ikke lenger",
    Reason.DEMAND_RAN_OUT: "{about}: betalingsoppfordringen er for gammel",
    Reason.INSTALMENT_MISSED: "{name}: avtalen er ikke fulgt",
    Reason.INSTALMENTS_MISSED: "{count} nedbetalingsavtaler er ikke fulgt",
    Reason.MEETING_STEP_DUE: "{name}: avtalt i møtet",
    Reason.PAUSE_ENDS: "{name}: pausen går ut {until}",
    Reason.PAUSES_END: "{count} pauser går ut denne uken",
    Reason.SIGNALS_YELLOW: "{name}: flere tidlige tegn",
    Reason.SIGNALS_YELLOW_SEVERAL: "Flere tidlige tegn hos {count} personer",
    Reason.SIGNALS_RED: "{name}: boligen kan være i fare",
    Reason.UNITS_SILENT: "{name}: beskjeden er ikke lest av alle",
    Reason.UNITS_SILENT_SEVERAL: "Enheter har ikke svart i {count} saker",
    Reason.AFTERCARE_DUE: "{name}: oppfølging etter utkastelsen",
    Reason.DEBT_UNDECIDED: "{name} venter uten vedtak",
    Reason.DEBTS_UNDECIDED: "{count} venter uten vedtak",
    Reason.DEBT_TARGET_PASSED: "{name}: saken haster og er ikke i gang",
    Reason.DEBT_TARGETS_PASSED: "{count} saker som haster, er ikke i gang",
    Reason.DEBT_START_DUE: "{name} skulle vært i gang",
    Reason.DEBT_STARTS_DUE: "{count} skulle vært i gang",
    Reason.CREDITORS_SILENT: "{name}: kreditorer har ikke svart",
    Reason.CREDITORS_SILENT_SEVERAL: "Kreditorer har ikke svart i {count} saker",
    Reason.DEBT_PLAN_BROKEN: "{name}: betalingsplanen er ikke fulgt",
    Reason.DEBT_PLANS_BROKEN: "{count} betalingsplaner er ikke fulgt",
    Reason.DEBT_MEASURE_DUE: "{name}: frist i rådgivningssaken",
    Reason.DEBT_MEASURES_DUE: "Frister i {count} rådgivningssaker",
    Reason.DEBT_PAPERS_LATE: "{name} har ikke sendt papirene",
    Reason.DEBT_PAPERS_LATE_SEVERAL: "Papirer mangler i {count} rådgivningssaker",
    Reason.DEBT_APPEAL_DUE: "Klagen fra {name} er ikke ferdig",
    Reason.DISCHARGE_COMING: "{name} skal ut og mangler bolig",
    Reason.DISCHARGE_PASSED: "{name}: hvor gikk det?",
    Reason.DISCHARGE_NO_DAY: "Når skal {name} ut?",
    Reason.CLAUSE_ENDS: "{about}: {clause} går ut",
    Reason.CLAUSE_ENDED: "{about}: {clause} er gått ut",
    Reason.HOUSING_PLAN: "Boligsosial plan",
    Reason.RETURN_KOSTRA13: "KOSTRA-skjema 13 for {year}",
    Reason.RETURN_HOMELESS: "Bostedsløse telles i uke 48",
    Reason.RETURN_QUARTER: "Kvartalspakken til strategisk forum",
    Reason.RETURN_HALF_YEAR: "Halvårsrapporten",
}
# a letter whose reader is not kept
_NAMELESS = {
    Reason.LETTER_UNSENT: "{kind} {number} er ikke sendt",
    Reason.LETTER_RETURNED: "{kind} {number} kom i retur",
}
OWN_RULE = "egen rutine"
"""The rule of what no law asks for."""
_SHORT_LAWS = {"tvangsfullbyrdelsesl": "tvangsl"}
_LAW = re.compile(r"(\w+l)oven (§ \d+(?:-\d+)?(?: [a-z]\b)?)")


def facts_of(alert: Alert, today: date) -> dict[str, object]:
    """What titles and sentences are filled with. `about` is the dwelling where it may be told."""
    # a sheet may know a tenant by number alone
    made: dict[str, object] = {"name": alert.name or "leietakeren"}
    made["about"] = alert.place or alert.name or "Et leieforhold"
    for name, fact in alert.facts:
        made[name] = _near(fact, today) if isinstance(fact, date) else fact
    made["living"] = _living(made.get("children"))
    if "what" in made:
        made["what"] = word(DebtDueKind(str(made["what"])))
    if "clause" in made:
        made["clause"] = word(ClauseKind(str(made["clause"])))
    if "kind" in made:
        made["kind"] = title_word(DocumentKind(str(made["kind"])))
    return made


def _living(children: object) -> str:
    """« 2 barn bor her.» between two sentences, or nothing."""
    if not isinstance(children, int) or not children:
        return ""
    return f" {plural(children, 'barn', 'barn')} bor her."


def _near(value: date, today: date) -> str:
    return day_and_month(value) if value.year == today.year else day_and_year(value)


def title_of(alert: Alert, today: date) -> str:
    """Who or what it is about."""
    titles = _TITLES if alert.name else _TITLES | _NAMELESS
    return titles[alert.why].format(**facts_of(alert, today))


def why_of(alert: Alert, today: date) -> str:
    """Why it needs someone; a moved day is told."""
    why = sentence_of(alert, today)
    counted = alert.counted_day
    if counted is None or alert.due is None or counted == alert.due:
        return why
    return f"{why} Regnes til {near_day(counted, today)}"


def sentence_of(alert: Alert, today: date) -> str:
    """Why it needs someone, and no days beside those of the reason."""
    return words.sentence(str(alert.why), facts_of(alert, today))


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
