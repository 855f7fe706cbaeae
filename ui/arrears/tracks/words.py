"""The money track as the screen says it."""

from datetime import date
from decimal import Decimal

from app.arrears.model import Owed
from app.arrears.steps.model import (
    Children,
    LateInterest,
    NoFee,
    Proposed,
    ProposedKind,
)
from app.core.money import format_kroner
from app.core.text import decimal_text, plural
from ui.labels import capital, day, said, word


def reason_words(found: Proposed) -> str:
    """Why it is the next step."""
    return word(found.reason).format(**said(found.facts))


def step_words(found: Proposed, today: date) -> str:
    """«Send purring», and the day it is possible from while that is to come."""
    if found.kind is ProposedKind.NONE or found.from_day is None or found.from_day <= today:
        return word(found.kind)
    return f"{word(found.kind)} fra {day(found.from_day)}"


def children_words(children: Children) -> str:
    """«To barn bor her (4 og 9 år)»; empty without."""
    if not children.ages:
        return ""
    ages = [str(age) for age in children.ages]
    told = " og ".join(each for each in (", ".join(ages[:-1]), ages[-1]) if each)
    return f"{plural(children.count, 'barn', 'barn')} bor her ({told} år)"


def owed_words(owed: Owed) -> str:
    """«8 450 kr siden 21.11.2026 (3 dager)»."""
    if owed.since is None:
        return "Ingenting er forfalt og ubetalt."
    days = plural(owed.days, "dag", "dager")
    return f"{format_kroner(owed.total)} siden {day(owed.since)} ({days})"


def interest_words(found: LateInterest) -> str:
    """What interest has come to, before anybody claims it; days without a rate are told."""
    parts = []
    if found.amount:
        rate = decimal_text(Decimal(found.percent or "0"))
        parts.append(f"{format_kroner(found.unclaimed)} til i dag ({rate} % i året)")
    for first, last in found.missing:
        parts.append(
            f"{day(first)}–{day(last)} er ikke regnet: renten mangler i «Satser og regler»"
        )
    return ". ".join(parts) or "Ingen ennå"


def fee_words(why: NoFee | None, from_day: date | None) -> str:
    """Why a letter costs nothing; empty when it costs."""
    if why is None:
        return ""
    told = capital(word(why))
    return f"{told}. Fra {day(from_day)} kan det." if from_day else f"{told}."
