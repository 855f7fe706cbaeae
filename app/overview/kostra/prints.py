"""KOSTRA 13 on paper: every line, its number and what it takes in. Pure; nobody is named."""

from app.core.days import day_and_year, short_day
from app.core.text import grouped
from app.core.words import word
from app.documents.model import (
    Align,
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    KeepTogether,
    Paragraph,
    Table,
)
from app.documents.texts import Text
from app.overview.kostra.model import KostraPaper, KostraReturn, LineCount
from app.overview.sheet import sheet

PARTS = ("REP-07 linjer", "REP-18 dager", "REP-17 funksjoner")
_RIGHT = Align.RIGHT


def kostra_report(paper: KostraPaper, text: Text) -> Document:
    """The whole form; `text` is «kostra_report»."""
    found = paper.found
    days = {"first": short_day(found.first), "last": short_day(found.last)}
    return sheet(
        paper.office,
        paper.issued,
        text,
        (
            Facts(_facts(paper, text), part=PARTS[1]),
            Heading(text.passage("heading_lines")),
            *_lines(paper, text),
            *_shares(paper, text),
            *_functions(paper, text),
            Heading(text.passage("heading_how")),
            *(Paragraph(f"{name}: {means}", small=True) for name, means in paper.means),
            Paragraph(text.passage("as_in_form"), small=True),
            Paragraph(text.passage("whole"), small=True),
            Paragraph(text.passage("no_names"), small=True),
        ),
        PARTS,
        title=_title(found, text),
        lead=text.passage("lead"),
        reference=days,
        footer=text.passage("footer"),
    )


def _title(found: KostraReturn, text: Text) -> str:
    """Of a year that is over, or as it stands on another day."""
    if (found.last.month, found.last.day) == (12, 31):
        return text.passage("title", year=str(found.last.year))
    return text.passage("title_on", day=day_and_year(found.last))


def _facts(paper: KostraPaper, text: Text) -> tuple[Fact, ...]:
    found = paper.found
    days = text.passage("days", first=day_and_year(found.first), last=day_and_year(found.last))
    facts = [
        Fact(text.passage("label_days"), days),
        Fact(text.passage("label_stock"), day_and_year(found.last)),
    ]
    for label, count in (
        ("label_lines", len(found.holes)),
        ("label_later", found.later.count),
        ("label_unplaced", found.unplaced.count),
    ):
        if count:
            facts.append(Fact(text.passage(label), grouped(count)))
    if found.began is not None and found.first < found.began:
        facts.append(Fact(text.passage("label_began"), day_and_year(found.began)))
    return tuple(facts)


def _lines(paper: KostraPaper, text: Text) -> tuple[Block, ...]:
    lines = paper.found.lines
    if not lines:
        return (Paragraph(text.passage("nothing"), part=PARTS[0]),)
    columns = (
        Column(text.passage("column_line"), share=0.09),
        Column(text.passage("column_words"), share=0.4),
        Column(text.passage("column_query"), share=0.39),
        Column(text.passage("column_count"), _RIGHT, share=0.12),
    )
    rows = tuple(_row(each) for each in lines)
    return (Table(columns, rows, dense=True, part=PARTS[0]),)


def _row(each: LineCount) -> tuple[str, ...]:
    number = "–" if each.count is None else grouped(each.count)
    return each.line.line, each.line.words, each.says or each.trouble, number


def _shares(paper: KostraPaper, text: Text) -> tuple[Block, ...]:
    if not paper.found.shares:
        return ()
    columns = (
        Column(text.passage("column_share"), share=0.4),
        Column(text.passage("column_value"), _RIGHT, share=0.14),
        Column(text.passage("column_behind"), share=0.46),
    )
    rows = []
    for each in paper.found.shares:
        name = word(each.kind, text.language)
        rows.append((name[:1].upper() + name[1:], each.says, each.behind))
    table = Table(columns, tuple(rows), dense=True)
    return (KeepTogether((Heading(text.passage("heading_shares")), table)),)


def _functions(paper: KostraPaper, text: Text) -> tuple[Block, ...]:
    columns = (
        Column(text.passage("column_function"), share=0.16),
        Column(text.passage("column_costs"), share=0.84),
    )
    table = Table(columns, paper.found.functions, dense=True, part=PARTS[2])
    return (KeepTogether((Heading(text.passage("heading_functions")), table)),)
