"""How signs and their standing are said on the screen: word and shape, never colour alone."""

from collections.abc import Sequence

from app.arrears.signals.model import (
    EarlySignal,
    SignalLevel,
    SignalStanding,
)
from app.core.text import plural
from ui.kit.chips import Chip, ChipKind
from ui.labels import capital, day, title_word, word

CHIPS = {
    SignalLevel.NONE: ChipKind.OK,
    SignalLevel.NOTE: ChipKind.INFO,
    SignalLevel.YELLOW: ChipKind.SOON,
    SignalLevel.RED: ChipKind.URGENT,
}
MOST = 4
_SHORT = 30
"""Characters that stand in the list without being cut."""


def level_chip(level: SignalLevel) -> Chip:
    """«Gult» with its triangle."""
    return Chip(CHIPS[level], title_word(level))


def signal_words(signal: EarlySignal) -> str:
    """«sen husleie 03.11.2026»."""
    return f"{word(signal.kind)} {day(signal.seen_on)}"


def because_words(standing: SignalStanding) -> str:
    """Which signs and days made it so, in a sentence."""
    told = [signal_words(each) for each in standing.because[:MOST]]
    more = len(standing.because) - MOST
    if more > 0:
        told.append(f"{more} til")
    signs = f"{capital(listed(told))}." if told else ""
    if standing.level is SignalLevel.RED:
        return f"Begjæring om utkastelse er sendt. {children_words(standing)} {signs}".replace(
            "  ", " "
        ).strip()
    if standing.level is SignalLevel.YELLOW and len(standing.because) > 1:
        first, last = standing.because[0].seen_on, standing.because[-1].seen_on
        days = plural((last - first).days, "dag", "dager")
        return f"{len(standing.because)} tegn med {days} mellom: {listed(told)}."
    return signs or "Ingen åpne tegn."


def kinds_words(signals: Sequence[EarlySignal]) -> str:
    """«Sen husleie og henvendelse fra nabo», each kind once."""
    return capital(listed(list(dict.fromkeys(word(each.kind) for each in signals))))


def kinds_in_short(signals: Sequence[EarlySignal]) -> str:
    """«Innboforsikring falt bort, og 1 til» where all of it would be cut."""
    whole = kinds_words(signals)
    kinds = list(dict.fromkeys(word(each.kind) for each in signals))
    if len(whole) <= _SHORT or len(kinds) == 1:
        return whole
    return f"{capital(kinds[0])}, og {len(kinds) - 1} til"


def days_words(standing: SignalStanding) -> str:
    """«2 tegn med 31 dager mellom», under the kinds."""
    if standing.level is SignalLevel.RED:
        return "Begjæring om utkastelse er sendt"
    if len(standing.because) < 2:
        return ""
    first, last = standing.because[0].seen_on, standing.because[-1].seen_on
    days = plural((last - first).days, "dag", "dager")
    return f"{len(standing.because)} tegn med {days} mellom"


def children_words(standing: SignalStanding) -> str:
    """«2 barn bor her.»; empty without."""
    return f"{plural(standing.children, 'barn', 'barn')} bor her." if standing.children else ""


def listed(words: list[str]) -> str:
    """«a, b og c»."""
    return " og ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def source_words(signal: EarlySignal) -> str:
    """Who told, or where in the register it stands."""
    if signal.source.by_register:
        return f"Husrom fant det i: {word(signal.source)}."
    return f"Kilde: {word(signal.source)}."


def state_words(signal: EarlySignal) -> str:
    """What came of it, and when; empty while nothing is said."""
    state = signal.state
    if state is None:
        return ""
    said = f": {' '.join(state.words.split()).rstrip('.')}" if state.words else ""
    if state.outcome is None:
        return f"Åpnet igjen {day(state.since)}{said}."
    return f"{title_word(state.outcome)} {day(state.since)}{said}."
