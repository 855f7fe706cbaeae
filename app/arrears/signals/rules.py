"""What a signal must hold, and how the signals of one person stand together. Pure (P2)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from app.arrears.signals.model import (
    EarlySignal,
    EarlySignalKind,
    SignalDraft,
    SignalLevel,
    SignalOutcome,
    SignalSource,
    SignalStanding,
)
from app.core.errors import Problem
from app.core.ids import PersonId

WINDOW = "local.signal_window_days"
AMBER = "local.signal_yellow_from"
LEASE_MONTHS = "local.signal_lease_months"
MISSED = "local.contact_missed_in_a_row"
LONGEST = 2000
SAME_FACT = timedelta(days=28)


def check(draft: SignalDraft, today: date) -> tuple[Problem, ...]:
    """What is wrong with a signal that is written by hand."""
    return tuple(_problems(draft, today))


def _problems(draft: SignalDraft, today: date) -> Iterator[Problem]:
    if draft.kind is None:
        yield Problem("kind", "signal_kind_missing")
    if draft.seen_on is None:
        yield Problem("seen_on", "day_missing", remedy=today)
    elif draft.seen_on > today:
        yield Problem("seen_on", "day_in_future", remedy=today)
    if draft.source is None:
        yield Problem("source", "signal_source_missing")
    elif draft.source is SignalSource.OTHER and not draft.words.strip():
        yield Problem("words", "signal_words_missing")
    yield from _too_long(draft.words)


def check_closing(outcome: SignalOutcome | None, words: str) -> tuple[Problem, ...]:
    """What is wrong with how a signal is closed."""
    missing = () if outcome else (Problem("outcome", "signal_outcome_missing"),)
    return (*missing, *_too_long(words))


def _too_long(words: str) -> tuple[Problem, ...]:
    if len(words) <= LONGEST:
        return ()
    return (Problem("words", "signal_words_too_long", facts={"longest": LONGEST}),)


def standing(
    person: PersonId,
    signals: Iterable[EarlySignal],
    *,
    petition: bool,
    children: int,
    window: int,
    amber: int,
) -> SignalStanding:
    """Red with a petition, yellow by weight within the window, else a note (practice 4c).

    The window is counted between the signals, not back from today: what nobody has closed is not
    solved by waiting. So a signal more never lowers it, and a day that passes does not either.
    """
    known = sorted((each for each in signals if each.open), key=lambda each: each.seen_on)
    heavy = _heaviest(known, window, amber)
    if petition:
        level, because = SignalLevel.RED, tuple(known)
    elif heavy:
        level, because = SignalLevel.YELLOW, heavy
    else:
        level = SignalLevel.NOTE if known else SignalLevel.NONE
        because = tuple(known)
    return SignalStanding(person, level, because, _since(level, heavy, known), petition, children)


def _heaviest(signals: Sequence[EarlySignal], window: int, amber: int) -> tuple[EarlySignal, ...]:
    """The newest stretch of `window` days in which signals weigh enough together; or none."""
    reach = timedelta(days=window)
    for last in reversed(range(len(signals))):
        first = signals[last].seen_on - reach
        within = tuple(
            each for each in signals[: last + 1] if each.seen_on >= first and each.weight
        )
        if sum(each.weight for each in within) >= amber and within:
            return within
    return ()


def _since(
    level: SignalLevel, heavy: Sequence[EarlySignal], known: Sequence[EarlySignal]
) -> date | None:
    """The day of the signal that lifted it; a petition has its own day elsewhere."""
    if level is SignalLevel.YELLOW:
        return heavy[-1].seen_on
    return known[0].seen_on if known else None


def merged(kept: Iterable[EarlySignal], found: Iterable[EarlySignal]) -> tuple[EarlySignal, ...]:
    """Those kept and those found, each once, the newest first.

    A kept one that was found stands for what it was found by. One that was typed about what the
    register holds too takes the register's day and stands for both. They are taken in the order
    they were typed, so that one more never takes a day away from the others.
    """
    known = sorted(kept, key=lambda each: each.id or 0)
    spoken_of = {(each.person, each.found) for each in known if each.found}
    left: dict[tuple[PersonId, EarlySignalKind], list[EarlySignal]] = defaultdict(list)
    for each in found:
        if (each.person, each.found) not in spoken_of:
            left[each.person, each.kind].append(each)
    shown = []
    for each in known:
        alike = left.get((each.person, each.kind), [])
        same = None if each.found else _same_fact(each, alike)
        if same is not None:
            alike.remove(same)
            each = replace(each, seen_on=same.seen_on)
        shown.append(each)
    all_of_them = chain(shown, *left.values())
    return tuple(sorted(all_of_them, key=lambda each: (-each.seen_on.toordinal(), each.key)))


def _same_fact(typed: EarlySignal, alike: Iterable[EarlySignal]) -> EarlySignal | None:
    """The nearest of those of its person and kind, less than four weeks from it."""
    near = [each for each in alike if abs(each.seen_on - typed.seen_on) < SAME_FACT]
    return min(near, key=lambda each: abs(each.seen_on - typed.seen_on), default=None)
