"""Who waits, who got a dwelling, and how long it took, on one page. Pure."""

from collections.abc import Iterable

from app.applications.model import TargetGroup
from app.core.charts import BarChart, BarGroup
from app.core.days import day_and_year, short_day
from app.core.text import grouped
from app.documents.chart_model import GroupedBars
from app.documents.model import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
)
from app.documents.texts import Text
from app.overview.sheet import sheet
from app.overview.waiting_times.model import (
    GroupCount,
    WaitingPaper,
    WaitSpread,
)

PARTS = ("B6 venter", "B7 tildelt", "B5 ventetid")
_RIGHT = Align.RIGHT


def waiting_report(paper: WaitingPaper, text: Text) -> Document:
    """The page; `text` is «waiting_report». Nobody is named."""
    waiting, times = paper.waiting, paper.times
    told = {
        "waiting": grouped(waiting.total.count),
        "swaps": grouped(waiting.swaps.count),
        "day": day_and_year(waiting.day),
        "first": day_and_year(times.first),
        "last": day_and_year(times.last),
        "cases": grouped(times.total.cases.count),
    }
    return sheet(
        paper.office,
        paper.issued,
        text,
        (
            *_swaps(waiting.swaps.count, text, told),
            *_counts(paper, text, told),
            Heading(text.passage("heading_times", **told)),
            *_times(paper, text),
            Paragraph(text.passage("counted"), small=True),
        ),
        PARTS,
        title=text.passage("title", **told),
        lead=text.passage("lead", **told),
        reference={"day": short_day(waiting.day)},
    )


def _swaps(count: int, text: Text, told: dict[str, str]) -> tuple[Paragraph, ...]:
    return (Paragraph(text.passage("swapping", **told)),) if count else ()


def _counts(paper: WaitingPaper, text: Text, told: dict[str, str]) -> tuple[Block, ...]:
    waits, got = _by_group(paper.waiting.groups), _by_group(paper.allocated.groups)
    groups = [group for group in (*TargetGroup, None) if group in waits or group in got]
    if not groups:
        return (
            Paragraph(text.passage("nothing"), part=PARTS[0]),
            Paragraph(text.passage("nobody_housed"), part=PARTS[1]),
        )
    series = (text.passage("series_waiting"), text.passage("series_housed"))
    bars = tuple(
        BarGroup(_group(group, text), (waits.get(group, 0), got.get(group, 0))) for group in groups
    )
    columns = (
        Column(text.passage("column_group"), share=0.5),
        Column(series[0], _RIGHT, share=0.25),
        Column(series[1], _RIGHT, share=0.25),
    )
    rows = tuple((bar.label, *(grouped(each or 0) for each in bar.values)) for bar in bars)
    total = (
        text.passage("total"),
        grouped(paper.waiting.total.count),
        grouped(paper.allocated.total.count),
    )
    said = text.passage("said", **told)
    return (
        GroupedBars(BarChart(said, series, bars), part=PARTS[0]),
        Table(columns, rows, total=total, dense=True, part=PARTS[1]),
    )


def _by_group(groups: Iterable[GroupCount]) -> dict[TargetGroup | None, int]:
    return {each.group: each.figure.count for each in groups}


def _times(paper: WaitingPaper, text: Text) -> tuple[Block, ...]:
    times = paper.times
    if not times.total.cases.count:
        return (Paragraph(text.passage("nobody_housed"), part=PARTS[2]),)
    groups = [(_group_of(each.name, text), *_spread(each, text)) for each in times.by_group]
    sizes = [(text.passage(f"size_{each.name}"), *_spread(each, text)) for each in times.by_size]
    total = (text.passage("total"), *_spread(times.total, text))
    return (
        Table(_columns("group", text), tuple(groups), total=total, dense=True, part=PARTS[2]),
        Table(_columns("size", text), tuple(sizes), total=total, dense=True),
    )


def _columns(first: str, text: Text) -> tuple[Column, ...]:
    return (
        Column(text.passage(f"column_{first}"), share=0.32),
        Column(text.passage("column_cases"), _RIGHT, share=0.12),
        Column(text.passage("column_median"), _RIGHT, share=0.18),
        Column(text.passage("column_range"), _RIGHT, share=0.18),
        Column(text.passage("column_granted"), _RIGHT, share=0.20),
    )


def _spread(each: WaitSpread, text: Text) -> tuple[str, str, str, str]:
    few = text.passage("few") if each.cases.count else "–"
    known = each.least is not None and each.most is not None
    span = f"{grouped(each.least or 0)}–{grouped(each.most or 0)}" if known else "–"
    return (
        grouped(each.cases.count),
        few if each.median is None else grouped(each.median),
        span,
        "–" if each.granted_median is None else grouped(each.granted_median),
    )


def _group(group: TargetGroup | None, text: Text) -> str:
    return text.passage("group_none") if group is None else text.passage(group.value)


def _group_of(name: str, text: Text) -> str:
    return _group(None if name == "no_group" else TargetGroup(name), text)
