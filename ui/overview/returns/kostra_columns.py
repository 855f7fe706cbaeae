"""What the lines of KOSTRA 13 show."""

from app.core.text import grouped
from app.overview.kostra.model import LineCount
from ui.kit.chips import ChipKind
from ui.kit.columns import Align, Column


def how_words(count: LineCount) -> str:
    """What is counted, and what is the matter with it if anything is."""
    return ". ".join(part for part in (count.says, count.trouble) if part)


def number_words(count: LineCount) -> str:
    """The number, or that there is none."""
    return "–" if count.count is None else grouped(count.count)


LINES: tuple[Column[LineCount], ...] = (
    Column(
        "line",
        "Linje",
        lambda each: each.line.line,
        sort=lambda each: ".".join(part.zfill(4) for part in each.line.line.split(".")),
        width=64,
    ),
    Column(
        "words",
        "I skjemaet",
        lambda each: each.line.words,
        strong=True,
        stretch=True,
        width=380,
    ),
    Column(
        "query",
        "Slik telles det",
        how_words,
        mark=lambda each: ChipKind.SOON if each.fault else None,
        width=350,
        spare=1,
    ),
    Column(
        "count",
        "Antall",
        number_words,
        value=lambda each: each.count,
        sort=lambda each: each.count,
        align=Align.RIGHT,
        width=80,
    ),
    Column(
        "source",
        "Kilde",
        lambda each: each.line.source,
        width=180,
        hidden=True,
    ),
)
