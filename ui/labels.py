"""Codes and states in the officer's words, for pages. The words stand in `resources/i18n`."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum

from app.allocation.eligibility.model import Explanation, Met, Told
from app.allocation.model import Reason
from app.applications.model import TargetGroup
from app.core import words
from app.core.days import (
    clock_time,
    day_and_month,
    day_in_words,
    how_long,
    month_in_words,
    short_day,
)
from app.core.deadlines import Deadline
from app.core.errors import OfficeError, Problem
from app.core.text import Language
from ui.kit.chips import ChipKind
from ui.kit.points import Point


def word(state: Enum) -> str:
    """«klar for innflytting»."""
    return words.word(state)


def title_word(state: Enum) -> str:
    """The same with a capital, where it stands first: «Klar for innflytting»."""
    return capital(words.word(state))


def capital(text: str) -> str:
    """The same with a capital first."""
    return text[:1].upper() + text[1:]


def problem(found: Problem) -> str:
    """What is wrong beside a field."""
    return words.sentence(found.code, said(found.facts))


def message(error: OfficeError) -> str:
    """What happened, what is safe, what to do."""
    return words.message(error)


def day(value: date | None) -> str:
    """«23.11.2026», or «–» when there is none."""
    return short_day(value) if value else "–"


def near_day(value: date, today: date, language: Language = Language.NB) -> str:
    """«i dag», «tor. 26. nov.», with the year when it is another: for rows that name a day."""
    if value == today:
        return "i dag"
    month = month_in_words(value).partition(" ")[0]
    short = month if len(month) <= 4 else f"{month[:3]}."
    year = "" if value.year == today.year else f" {value.year}"
    return f"{day_in_words(value, language)[:3]}. {value.day}. {short}{year}".replace(" ", "\u00a0")


def moment(value: datetime | None, today: date) -> str:
    """«i dag kl. 10.42», «20. november kl. 15.12», or «aldri»."""
    if value is None:
        return "aldri"
    local = value.astimezone()
    when = "i dag" if local.date() == today else day_and_month(local.date())
    return f"{when} {clock_time(local.time())}"


def until(today: date, due: date) -> str:
    """«om 7 dager», «i dag», «for 3 dager siden»."""
    return how_long(today, due)


def dash(text: str) -> str:
    """What is missing shows as «–», never as nothing."""
    return text or "–"


def named(name: str) -> str:
    """A person's name; a sheet may know a tenant by number alone, and that is said."""
    return name or "Navn mangler"


def done(verb: str) -> str:
    """What an event did, for toast and history: «Bolig registrert»."""
    return words.event(verb)


def said(facts: Mapping[str, object]) -> dict[str, object]:
    """Facts as a sentence says them: days as dates, enums as words, lists with commas."""
    return {name: _said(name, fact) for name, fact in facts.items()}


def _said(name: str, fact: object) -> object:
    if isinstance(fact, date):
        return short_day(fact)
    if isinstance(fact, Enum):
        return words.word(fact)
    if isinstance(fact, tuple):
        return ", ".join(str(_said(name, each)) for each in fact)
    if fact is None:
        return _NOTHING.get(name, "–")
    return fact.strip().rstrip(".") if isinstance(fact, str) else fact


_NOTHING = {
    "group": "uten gruppe",
    "other_group": "uten gruppe",
    "main": "ikke kartlagt",
    "other_main": "ikke kartlagt",
}


def reason(found: Reason) -> str:
    """Why a place on the waiting list, or why a dwelling suits, in one sentence or two."""
    return words.sentence(str(found.code), said(found.facts))


_MET = {
    Met.MET: ChipKind.OK,
    Met.NOT_MET: ChipKind.URGENT,
    Met.NOT_KNOWN: ChipKind.UNKNOWN,
    Met.DISPENSED: ChipKind.DISPENSED,
}


def point(told: Told) -> Point:
    """One criterion as the screen shows it: shape and word, the fact, the paragraph."""
    kind = ChipKind.INFO if told.met is None else _MET[told.met]
    return Point(kind, told.title, told.words, told.status, capital(told.source))


def eligible_words(explanation: Explanation) -> str:
    """The answer in one sentence: all met, what is not, or what must be asked."""
    if explanation.eligible:
        return "Vilkårene er oppfylt."
    if explanation.eligible is False:
        unmet = [each for each in explanation.criteria if each.met is Met.NOT_MET]
        return f"Ikke oppfylt: {', '.join(word(each.criterion) for each in unmet)}."
    asked = [each for each in explanation.criteria if each.met is Met.NOT_KNOWN]
    return f"Spør om: {', '.join(word(each.criterion) for each in asked)}."


_SHORT_GROUPS = {
    TargetGroup.SINGLE_LOW_MEANS: "svak økonomi",
    TargetGroup.YOUNG: "ung",
    TargetGroup.PHYSICAL_DISABILITY: "funksjonsevne",
    TargetGroup.MENTAL_HEALTH_AND_SUBSTANCE_USE: "psykisk og rus",
    TargetGroup.DISADVANTAGED_OTHER: "vanskeligstilt",
}


def short_group(group: TargetGroup | None) -> str:
    """The group in a column, where the whole word has no room: «vanskeligstilt»."""
    if group is None:
        return "uten gruppe"
    return _SHORT_GROUPS.get(group) or words.word(group)


LETTERS = {
    "preliminary_reply": "Foreløpig svar",
    "receipt": "Kvittering for søknad",
    "delay_notice": "Melding om forsinkelse",
    "missing_papers": "Papirer som mangler",
    "lapse_warning": "Varsel om at søknaden bortfaller",
    "still_need": "Gjelder behovet fortsatt?",
    "vedtak_granted": "Vedtak, innvilget",
    "vedtak_refused": "Vedtak, avslag",
    "vedtak_help": "Vedtak om boligsosial hjelp",
    "vedtak_stay": "Vedtak om midlertidig botilbud",
    "appeal": "Klagerett, i alle vedtak",
    "offer": "Tilbud om bolig",
    "prior_notice": "Forhåndsvarsel",
    "lease": "Leieavtale, husordensregler",
    "move_out_request": "Flytteoppfordring",
    "expiry_note": "Leietiden går ut",
    "warning": "Advarsel",
    "citizen_letter": "Felles for brev til søkere",
    "guidelines": "Retningslinjer",
}
"""The letters whose words the municipality may choose itself."""

_RULES = {
    "BS-04": "boligsosialloven § 4",
    "FV-02": "forvaltningsloven § 11 a",
    "HL-50": "husleieloven § 11-1",
    "ADR-02": "folkeregisterloven § 10-4",
}


def paragraph(source: str) -> str:
    """The paragraph a rule id stands for on the screen; nothing for one without."""
    return _RULES.get(source, "").replace("§ ", "§\u00a0")


def deadline_words(deadline: Deadline) -> str:
    """«regnet dag 02.12.2026, flyttet til 04.12.2026», or nothing when it was not moved."""
    if deadline.nominal == deadline.moved:
        return ""
    return f"regnet dag {day(deadline.nominal)}, flyttet til {day(deadline.moved)}"
