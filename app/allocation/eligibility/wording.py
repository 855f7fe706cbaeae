"""An explanation in words: the same on the screen, in the vedtak and in an appeal. Pure."""

from collections.abc import Mapping
from datetime import date
from enum import Enum

from app.allocation.eligibility.model import Criterion, CriterionResult, Explanation, Told
from app.allocation.model import Reason
from app.allocation.rulesets.model import SwapGround
from app.applications.intake.model import LegalStay
from app.applications.model import MainNeed, TargetGroup
from app.core.days import day_and_year, short_day
from app.core.money import Ore, format_kroner
from app.documents.texts import Text

_MONEY = frozenset({"owed", "income", "cap"})
_PREFIX: Mapping[type[Enum], str] = {
    LegalStay: "stay_is",
    MainNeed: "main",
    SwapGround: "ground",
    TargetGroup: "group",
    Criterion: "criterion",
}
_ACTS = frozenset({"BS-02", "BS-04"})


class Voice(Enum):
    """To whom it is said: the office, someone outside it, or the applicant («du»).

    Only the office is told what it has still to ask; the others read days in words.
    """

    OFFICE = "office"
    OUTSIDE = "outside"
    YOU = "you"


def criteria_told(
    explanation: Explanation, text: Text, voice: Voice = Voice.OFFICE
) -> tuple[Told, ...]:
    """Each criterion: how it stands, the fact it rests on, and the paragraph or the set."""
    return tuple(
        Told(
            text.passage(f"criterion_{result.criterion}"),
            result.met,
            text.passage(f"met_{result.met}"),
            result_words(result, text, voice),
            source_words(result.source, explanation, text, voice),
        )
        for result in explanation.criteria
    )


def result_words(result: CriterionResult, text: Text, voice: Voice = Voice.OFFICE) -> str:
    """The sentence of one result, and for the office what to ask where it is not known."""
    said = text.passage(_to(voice, result.code, text), **_said(result.facts, text, voice))
    ask = f"ask_{result.code}"
    if voice is not Voice.OFFICE or ask not in text.passages:
        return said
    return f"{said} {text.passage(ask)}"


def _to(voice: Voice, code: str, text: Text) -> str:
    """The passage that says «du» where there is one; the others name nobody."""
    spoken = f"you_{code}"
    return spoken if voice is Voice.YOU and spoken in text.passages else code


def place_told(
    explanation: Explanation, text: Text, voice: Voice = Voice.OFFICE
) -> tuple[Told, ...]:
    """Why the place, by its own reasons alone: nothing of anyone else on the list."""
    return tuple(
        Told(
            text.passage(f"about_{reason.code}"),
            None,
            "",
            reason_words(reason, text, voice),
            source_words(reason.source, explanation, text, voice) if reason.source else "",
        )
        for reason in explanation.reasons
    )


def reason_words(reason: Reason, text: Text, voice: Voice = Voice.OFFICE) -> str:
    """The sentence of one reason."""
    return text.passage(_to(voice, reason.code.value, text), **_said(reason.facts, text, voice))


def source_words(
    source: str, explanation: Explanation, text: Text, voice: Voice = Voice.OFFICE
) -> str:
    """The paragraph of the act, or whose rules it is and from when."""
    if source in _ACTS:
        return text.passage("source_" + source.lower().replace("-", "_"))
    if explanation.rule_set == 0:
        return text.passage("source_proposal")
    since = _day(explanation.rules_from, voice)
    return text.passage("source_rules", adopted=explanation.rules_source, since=since)


def _said(facts: Mapping[str, object], text: Text, voice: Voice) -> dict[str, str]:
    return {name: _say(name, fact, text, voice) for name, fact in facts.items()}


def _day(day: date, voice: Voice) -> str:
    return short_day(day) if voice is Voice.OFFICE else day_and_year(day)


def _say(name: str, fact: object, text: Text, voice: Voice) -> str:
    if isinstance(fact, tuple):
        return ", ".join(_say(name, each, text, voice) for each in fact)
    if isinstance(fact, Enum):
        prefix = _PREFIX.get(type(fact))
        return text.passage(f"{prefix}_{fact.value}") if prefix else str(fact.value)
    if isinstance(fact, date):
        return _day(fact, voice)
    if name in _MONEY and isinstance(fact, int):
        return format_kroner(Ore(fact))
    return "" if fact is None else str(fact).strip().rstrip(".")
