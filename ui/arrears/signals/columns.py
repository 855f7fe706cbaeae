"""What the list of signs shows: who, how it stands, and why."""

from datetime import date

from app.arrears.signals.model import SignalLevel, SignalRow
from app.core.text import plural
from ui.kit.chips import Tone
from ui.kit.columns import Align, Column
from ui.labels import day, named, title_word
from ui.signal_words import because_words, days_words, kinds_in_short, level_chip

TONES = {SignalLevel.YELLOW: Tone.AMBER, SignalLevel.RED: Tone.RED}


def _children(row: SignalRow) -> str:
    count = row.standing.children
    return plural(count, "barn", "barn") if count else ""


def _newest(row: SignalRow) -> date:
    return row.newest_on


COLUMNS: tuple[Column[SignalRow], ...] = (
    Column(
        "name",
        "Navn",
        lambda row: named(row.name),
        second=_children,
        strong=True,
        fit=True,
        width=170,
    ),
    Column(
        "level",
        "Står",
        lambda row: title_word(row.standing.level),
        chip=lambda row: level_chip(row.standing.level),
        sort=lambda row: -row.standing.level.rank,
        width=116,
    ),
    Column(
        "why",
        "Hvorfor",
        lambda row: kinds_in_short(row.signals),
        second=lambda row: days_words(row.standing),
        value=lambda row: because_words(row.standing),
        stretch=True,
        width=260,
    ),
    Column(
        "count",
        "Åpne",
        lambda row: str(len(row.signals)),
        sort=lambda row: len(row.signals),
        value=lambda row: len(row.signals),
        align=Align.RIGHT,
        width=70,
        spare=1,
    ),
    Column(
        "newest",
        "Siste",
        lambda row: day(_newest(row)),
        sort=lambda row: _newest(row).toordinal(),
        tone=lambda row: TONES.get(row.standing.level),
        align=Align.RIGHT,
        width=104,
        spare=2,
    ),
)
