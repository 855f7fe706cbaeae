"""What the tables of «Ventetid» show."""

from collections.abc import Callable

from app.applications.model import TargetGroup
from app.core.records import dataclass
from app.core.text import grouped, plural
from app.overview.figures.model import Figure, HomeSize
from app.overview.waiting_times.model import AllocatedIn, WaitingOn, WaitSpread
from ui.kit.columns import Align, Column
from ui.labels import title_word
from ui.overview.number_column import number
from ui.overview.stock.words import SIZES

NO_GROUP = "Uten gruppe"
FEW = "for få saker"
_SIZES = {size.value for size in HomeSize}


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group, or all of them together at the end: who waits, and who got a dwelling."""

    name: str
    waiting: Figure
    housed: Figure
    last: bool = False


def group_lines(waiting: WaitingOn, housed: AllocatedIn, together: str) -> list[GroupLine]:
    """A line for each group that has any, and their sum."""
    waits = {each.group: each.figure for each in waiting.groups}
    got = {each.group: each.figure for each in housed.groups}
    lines = [
        GroupLine(
            group_words(group),
            waits.get(group, Figure("waiting")),
            got.get(group, Figure("housed")),
        )
        for group in (*TargetGroup, None)
        if group in waits or group in got
    ]
    if lines:
        lines.append(GroupLine(together, waiting.total, housed.total, last=True))
    return lines


def group_words(group: TargetGroup | None) -> str:
    """«Psykisk helse»."""
    return NO_GROUP if group is None else title_word(group)


def spread_words(name: str) -> str:
    """A group, a size, or all together."""
    if name in _SIZES:
        return SIZES[HomeSize(name)]
    if name == "all":
        return "Til sammen"
    return group_words(None if name == "no_group" else TargetGroup(name))


def expected_words(each: WaitSpread) -> str:
    """«Halvparten fikk bolig innen 120 dager (14 saker)», or that they are too few."""
    cases = plural(each.cases.count, "sak", "saker")
    if each.median is None:
        return f"{FEW} til å si noe om ventetiden ({cases})".capitalize()
    within = plural(each.median, "dag", "dager")
    return f"Halvparten fikk bolig innen {within} ({cases})"


def _is_sum(line: GroupLine) -> bool:
    return line.last


def group_columns() -> tuple[Column[GroupLine], ...]:
    """Who waits, and who got a dwelling."""
    return (
        Column(
            "group",
            "Gruppe",
            lambda line: line.name,
            sort=lambda line: None if line.last else line.name,
            strong=True,
            stretch=True,
            width=180,
        ),
        number("waiting", "Venter", lambda line: line.waiting.count, width=80, last=_is_sum),
        number("housed", "Fikk bolig", lambda line: line.housed.count, width=100, last=_is_sum),
    )


def _days(
    key: str, title: str, of: Callable[[WaitSpread], int | None], *, few: bool = False
) -> Column[WaitSpread]:
    def text(each: WaitSpread) -> str:
        days = of(each)
        if days is None:
            return FEW if few and each.cases.count else "–"
        return grouped(days)

    return Column(key, title, text, value=of, sort=of, align=Align.RIGHT, width=145)


def spread_columns() -> tuple[Column[WaitSpread], ...]:
    """How long it took, with the number of cases behind it."""
    return (
        Column(
            "name",
            "Gruppe eller størrelse",
            lambda each: spread_words(each.name),
            strong=True,
            stretch=True,
            width=180,
        ),
        number("cases", "Saker", lambda each: each.cases.count, width=70),
        _days("median", "Dager, median", lambda each: each.median, few=True),
        Column(
            "range",
            "Korteste–lengste",
            _range,
            sort=lambda each: each.most,
            align=Align.RIGHT,
            width=130,
            spare=1,
        ),
        _days("granted", "Fra vedtak, median", lambda each: each.granted_median),
        number("waiting", "Venter nå", lambda each: each.waiting.count, width=90),
        _days("longest", "Lengste hittil", lambda each: each.longest),
    )


def _range(each: WaitSpread) -> str:
    if each.least is None or each.most is None:
        return "–"
    return f"{grouped(each.least)}–{grouped(each.most)}"
