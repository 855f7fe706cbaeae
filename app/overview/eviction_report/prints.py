"""The report of homes at stake, year by year. Pure; nobody is named."""

from datetime import datetime

from app.core.text import grouped
from app.documents.model import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Table,
)
from app.documents.texts import Text
from app.evictions.model import EvictionOutcome, LossKind
from app.overview.eviction_report.model import REACHED, EvictionReport, EvictionYear
from app.overview.sheet import sheet
from app.settings.model import OfficeProfile

PARTS = ("C12 saker og steg", "B9 utfall", "B9 grunner", "P 4b barn")
MOST_YEARS = 5
_RIGHT = Align.RIGHT


def eviction_report(
    report: EvictionReport, office: OfficeProfile, issued: datetime, text: Text
) -> Document:
    """The last years; `text` is «eviction_report»."""
    years = report.years[:MOST_YEARS]
    newest = years[0]
    return sheet(
        office,
        issued,
        text,
        (
            _section("cases", _cases(years, text), "stages_counted", text),
            _section("outcomes", _outcomes(years, text), "averted_means", text),
            _section("grounds", _grounds(years, text), "", text),
            _section("children", _children(years, text), "days_mean", text),
            Paragraph(text.passage("no_names")),
        ),
        PARTS,
        title=_title(newest, text),
        lead=text.passage("lead", year=str(newest.year)),
        reference={"year": str(newest.year)},
    )


def _title(newest: EvictionYear, text: Text) -> str:
    """How many homes were kept, said as it is when one case ended or none."""
    year = str(newest.year)
    if newest.ended > 1:
        ended, averted = grouped(newest.ended), grouped(newest.averted)
        return text.passage("title", year=year, averted=averted, ended=ended)
    one = "one_kept" if newest.averted else "one_lost"
    return text.passage(f"title_{one if newest.ended else 'none'}", year=year)


def _section(name: str, shown: Block, note: str, text: Text) -> KeepTogether:
    """Heading, table and what it means, on one page."""
    means = (Paragraph(text.passage(note), small=True),) if note else ()
    return KeepTogether((Heading(text.passage(f"heading_{name}")), shown, *means))


def _table(
    years: tuple[EvictionYear, ...], first: str, rows: tuple[tuple[str, ...], ...], part: str
) -> Table:
    """One column a year, the newest first."""
    share = 0.5 / len(years)
    columns = (
        Column(first, share=0.5),
        *(Column(str(each.year), _RIGHT, share=share) for each in years),
    )
    return Table(columns, rows, dense=True, part=part)


def _cases(years: tuple[EvictionYear, ...], text: Text) -> Table:
    kinds = tuple(
        (text.passage(kind.value), *(grouped(dict(each.opened)[kind]) for each in years))
        for kind in LossKind
    )
    stages = tuple(
        (text.passage(f"reached_{stage.value}"), *(grouped(dict(y.reached)[stage]) for y in years))
        for stage in REACHED
    )
    return _table(years, text.passage("column_cases"), (*kinds, *stages), PARTS[0])


def _outcomes(years: tuple[EvictionYear, ...], text: Text) -> Table:
    rows = tuple(
        (text.passage(f"ended_{one.value}"), *(grouped(dict(y.outcomes)[one]) for y in years))
        for one in EvictionOutcome
    )
    shares = tuple("–" if y.share is None else f"{y.share} %" for y in years)
    rows = (*rows, (text.passage("share"), *shares))
    return _table(years, text.passage("column_outcome"), rows, PARTS[1])


def _grounds(years: tuple[EvictionYear, ...], text: Text) -> Block:
    found = dict.fromkeys(ground for year in years for ground, _ in year.grounds)
    if not found:
        return Paragraph(text.passage("nothing"), part=PARTS[2])
    rows = tuple(
        (
            text.passage("ground_none" if ground is None else ground.value),
            *(grouped(dict(year.grounds).get(ground, 0)) for year in years),
        )
        for ground in found
    )
    return _table(years, text.passage("column_ground"), rows, PARTS[2])


def _children(years: tuple[EvictionYear, ...], text: Text) -> Table:
    def days(year: EvictionYear) -> str:
        return "–" if year.days_to_contact is None else grouped(year.days_to_contact)

    rows = (
        (text.passage("with_children"), *(grouped(each.with_children) for each in years)),
        (text.passage("children"), *(grouped(each.children) for each in years)),
        (text.passage("days_to_contact"), *map(days, years)),
    )
    return _table(years, text.passage("column_children"), rows, PARTS[3])
