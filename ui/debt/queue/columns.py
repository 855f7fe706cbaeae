"""What the queue shows of each who waits."""

from app.core.text import plural
from app.debt.queue.model import DebtUrgency, QueuePlace
from ui.debt.queue.words import (
    granted_text,
    more_text,
    urgency_chip,
    why_text,
)
from ui.debt.starts import likely_text, weeks_text
from ui.kit.chips import Chip, ChipKind, Tone
from ui.kit.columns import Align, Column
from ui.labels import dash, day, named, title_word

URGENCIES = tuple(DebtUrgency)


def vedtak_text(place: QueuePlace) -> str:
    """The day of the vedtak; that it lacks is said in words."""
    decided = place.case.decided
    return "Mangler" if decided is None else day(decided.issued_on)


def vedtak_chip(place: QueuePlace) -> Chip | None:
    """What is lacking, and a start that may not hold."""
    if place.case.decided is None:
        return Chip(ChipKind.SOON, "Mangler")
    return None


def start_tone(place: QueuePlace) -> Tone | None:
    """Home or power may be lost before, or the vedtak sets an earlier start."""
    return Tone.RED if place.too_late or place.promise_at_risk else None


def start_text(place: QueuePlace) -> str:
    """The likely week; that it is too late is said in words."""
    if place.too_late:
        return "for sent, begynn før"
    if place.promise_at_risk:
        return "etter dagen i vedtaket"
    return likely_text(place.expected, place.on)


COLUMNS: tuple[Column[QueuePlace], ...] = (
    Column(
        "rank",
        "Plass",
        lambda place: str(place.rank),
        value=lambda place: place.rank,
        sort=lambda place: place.rank,
        align=Align.RIGHT,
        width=64,
    ),
    Column(
        "name",
        "Navn",
        lambda place: named(place.case.name),
        second=lambda place: f"ventet {plural(place.days, 'dag', 'dager')}",
        strong=True,
        width=160,
    ),
    Column("why", "Hvorfor", why_text, second=more_text, stretch=True, width=260),
    Column(
        "urgency",
        "Hast",
        lambda place: title_word(place.urgency),
        chip=urgency_chip,
        sort=lambda place: URGENCIES.index(place.urgency),
        width=104,
        spare=2,
    ),
    Column(
        "start",
        "Kan begynne",
        lambda place: dash(weeks_text(place.expected, place.on)),
        second=start_text,
        value=lambda place: weeks_text(place.expected, place.on),
        sort=lambda place: place.expected.likely.toordinal() if place.expected else None,
        tone=start_tone,
        width=170,
    ),
    Column(
        "vedtak",
        "Vedtak",
        vedtak_text,
        chip=vedtak_chip,
        second=granted_text,
        width=128,
        spare=3,
    ),
    Column(
        "days",
        "Ventet",
        lambda place: plural(place.days, "dag", "dager"),
        value=lambda place: place.days,
        sort=lambda place: -place.days,
        align=Align.RIGHT,
        hidden=True,
        width=96,
    ),
    Column("number", "Sak", lambda place: place.case.number, hidden=True, width=104),
)
