"""The money track of a tenancy as stops on a rail, for its own page and for the case (INK-12)."""

from datetime import date

from app.arrears.model import Owed
from app.arrears.steps.model import ArrearsStep, Proposed, ProposedKind, ProposedReason
from app.core.money import format_kroner
from ui.kit.rail import Stop, StopState
from ui.labels import title_word, word

LADDER = {
    ProposedKind.FRIENDLY_CONTACT: "Kontakt",
    ProposedKind.REMINDER: "Purring",
    ProposedKind.COLLECTION_NOTICE: "Inkassovarsel",
    ProposedKind.MEETING_FIRST: "Samtale",
    ProposedKind.PAYMENT_DEMAND: "Betalingsoppfordring",
    ProposedKind.COLLECTION: "Inkasso",
}
"""The steps there are, in order."""


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
