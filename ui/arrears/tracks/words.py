"""The money track as the screen says it."""

from datetime import date
from decimal import Decimal

from app.arrears.model import Owed
from app.arrears.steps.model import (
    ArrearsStep,
    Children,
    LateInterest,
    NoFee,
    Proposed,
    ProposedKind,
    ProposedReason,
)
from app.core.money import format_kroner
from app.core.text import decimal_text, plural
from ui.arrears.tracks.rail import Stop, StopState
from ui.labels import capital, day, said, title_word, word

LADDER = {
    ProposedKind.FRIENDLY_CONTACT: "Kontakt",
    ProposedKind.REMINDER: "Purring",
    ProposedKind.COLLECTION_NOTICE: "Inkassovarsel",
    ProposedKind.MEETING_FIRST: "Samtale",
    ProposedKind.PAYMENT_DEMAND: "Betalingsoppfordring",
    ProposedKind.COLLECTION: "Inkasso",
}
"""The steps there are, in order."""


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


def stops(
    owed: Owed, steps: tuple[ArrearsStep, ...], found: Proposed, today: date
) -> tuple[Stop, ...]:
    """The money track from the first unpaid rent to the last step there is."""
    done = [_due(owed)] if owed.charges else []
    done += [_taken(step, today) for step in steps if owed.since is None or _late(step, owed)]
    return (*done, *_next(found, today), *_coming(found))


def _late(step: ArrearsStep, owed: Owed) -> bool:
    return step.waits or owed.since is None or step.day >= owed.since


def _due(owed: Owed) -> Stop:
    first = owed.charges[0]
    return Stop(
        _short(first.charge.due_on), "Husleien forfalt", format_kroner(first.left), StopState.DONE
    )


def _taken(step: ArrearsStep, today: date) -> Stop:
    if step.waits:
        return Stop(_short(step.taken_on), title_word(step.kind), "ikke sendt", StopState.NEXT)
    return Stop(_short(step.day), title_word(step.kind), _fact(step, today), StopState.DONE)


def _fact(step: ArrearsStep, today: date) -> str:
    if step.kind.talk:
        return "snakket sammen" if step.spoke else "ikke nådd"
    if step.runs(today) and step.pay_by is not None:
        fee = f"{format_kroner(step.fee)}, " if step.fee else ""
        return f"{fee}frist {_short(step.pay_by)}"
    if step.fee:
        return format_kroner(step.fee)
    return "uten gebyr" if step.kind.letter else ""


def _next(found: Proposed, today: date) -> tuple[Stop, ...]:
    """Where the track stands now; a letter that waits stands there already."""
    if found.kind is ProposedKind.SEND_LETTER:
        return ()
    if found.kind is ProposedKind.NONE:
        return _held(found)
    ready = found.ready(today)
    when = "i dag" if ready else _short(found.from_day)
    what = LADDER.get(found.kind) or word(found.kind)
    return (Stop(when, what, "ikke gjort" if ready else "kan begynne da", StopState.NEXT),)


def _held(found: Proposed) -> tuple[Stop, ...]:
    """What the track waits for."""
    until = found.facts.get("until")
    if found.reason is ProposedReason.PAUSED and isinstance(until, date):
        return (Stop("nå", "Pause", f"til {_short(until)}", StopState.NEXT),)
    if found.reason is ProposedReason.AGREED:
        return (Stop("nå", "Nedbetalingsavtale", "blir fulgt", StopState.NEXT),)
    return ()


def _coming(found: Proposed) -> tuple[Stop, ...]:
    names = list(LADDER)
    if found.kind not in names:
        return ()
    rest = names[names.index(found.kind) + 1 :]
    return tuple(Stop("–", LADDER[each], "", StopState.COMING) for each in rest)


def _short(value: date | None) -> str:
    """«16.09.», as the track has little room; the year stands in the history."""
    return "" if value is None else f"{value.day:02}.{value.month:02}."


def fee_words(why: NoFee | None, from_day: date | None) -> str:
    """Why a letter costs nothing; empty when it costs."""
    if why is None:
        return ""
    told = capital(word(why))
    return f"{told}. Fra {day(from_day)} kan det." if from_day else f"{told}."
