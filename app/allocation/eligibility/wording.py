"""An explanation in words: the same on the screen, in the vedtak and in an appeal. Pure."""

from collections.abc import Mapping
from datetime import date
from enum import Enum

from app.allocation.eligibility.model import Criterion, CriterionResult, Explanation, Told
from app.allocation.model import Reason
from app.allocation.rulesets.model import SwapGround
from app.applications.intake.model import LegalStay
from app.applications.model import MainNeed, TargetGroup
from app.core.days import short_day
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


def criteria_told(explanation: Explanation, text: Text, *, you: bool = False) -> tuple[Told, ...]:
    """Each criterion: how it stands, the fact it rests on, and the paragraph or the set.

    `you` speaks to the applicant, as a letter does.
    """
    return tuple(
        Told(
            text.passage(f"criterion_{result.criterion}"),
            result.met,
            text.passage(f"met_{result.met}"),
            result_words(result, text, you=you),
            source_words(result.source, explanation, text),
        )
        for result in explanation.criteria
    )


def result_words(result: CriterionResult, text: Text, *, you: bool = False) -> str:
    """The sentence of one result; one that is dispensed from says first what it was."""
    return text.passage(_to(you, result.code, text), **_said(result.facts, text))


def _to(you: bool, code: str, text: Text) -> str:
    """The passage that says «du» where there is one; the others name nobody."""
    spoken = f"you_{code}"
    return spoken if you and spoken in text.passages else code


def place_told(explanation: Explanation, text: Text, *, you: bool = False) -> tuple[Told, ...]:
    """Why the place, by its own reasons alone: nothing of anyone else on the list."""
    return tuple(
        Told(
            text.passage(f"about_{reason.code}"),
            None,
            "",
            reason_words(reason, text, you=you),
            source_words(reason.source, explanation, text) if reason.source else "",
        )
        for reason in explanation.reasons
    )


def reason_words(reason: Reason, text: Text, *, you: bool = False) -> str:
    """The sentence of one reason."""
    return text.passage(_to(you, reason.code.value, text), **_said(reason.facts, text))


def source_words(source: str, explanation: Explanation, text: Text) -> str:
    """The paragraph of the act, or whose rules it is and from when."""
    if source in _ACTS:
        return text.passage("source_" + source.lower().replace("-", "_"))
    if explanation.rule_set == 0:
        return text.passage("source_proposal")
    since = short_day(explanation.rules_from)
    return text.passage("source_rules", adopted=explanation.rules_source, since=since)


def _said(facts: Mapping[str, object], text: Text) -> dict[str, str]:
    return {name: _say(name, fact, text) for name, fact in facts.items()}


def _say(name: str, fact: object, text: Text) -> str:
    if isinstance(fact, tuple):
        return ", ".join(_say(name, each, text) for each in fact)
    if isinstance(fact, Enum):
        prefix = _PREFIX.get(type(fact))
        return text.passage(f"{prefix}_{fact.value}") if prefix else str(fact.value)
    if isinstance(fact, date):
        return short_day(fact)
    if name in _MONEY and isinstance(fact, int):
        return format_kroner(Ore(fact))
    return "" if fact is None else str(fact).strip().rstrip(".")
