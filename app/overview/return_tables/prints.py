"""A return on paper: one table after the other, without names. Pure."""

from datetime import date, datetime

from app.core.days import day_and_year, short_day
from app.core.records import dataclass
from app.core.text import grouped, plural
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
from app.overview.return_tables.model import ShownRow, ShownTable, share_words
from app.overview.sheet import sheet
from app.overview.snapshots.model import ReturnKind
from app.settings.model import OfficeProfile

PARTS = ("REP dager", "REP tall")
_FIRST, _LONGEST = 0.5, 0.4


@dataclass(frozen=True, slots=True)
class ReturnPaper:
    """What is printed. `least` is the smallest number told, None when all are for the office."""

    office: OfficeProfile
    issued: datetime
    kind: ReturnKind
    first: date
    last: date
    tables: tuple[ShownTable, ...]
    least: int | None = None
    estimate: bool = False


def return_report(paper: ReturnPaper, text: Text) -> Document:
    """The whole report; `text` is «return_report»."""
    on_a_day = paper.first == paper.last
    days = {"first": day_and_year(paper.first), "last": day_and_year(paper.last)}
    lead = text.passage("lead_day" if on_a_day else "lead", **days)
    if paper.estimate:
        lead = f"{lead} {text.passage('estimate')}"
    blocks: list[Block] = [Paragraph(lead, part=PARTS[0])]
    for number, table in enumerate(paper.tables):
        blocks.append(_section(table, text, PARTS[1] if number == 0 else ""))
    blocks.append(Paragraph(_edition(paper, text), small=True))
    return sheet(
        paper.office,
        paper.issued,
        text,
        tuple(blocks),
        PARTS,
        title=_title(paper, text),
        reference={"last": short_day(paper.last)},
        footer=_footer(paper, text),
    )


def _title(paper: ReturnPaper, text: Text) -> str:
    """The finding where the paper has one number above all, else what it is about."""
    rows = paper.tables[0].rows if paper.tables else ()
    whole = rows[-1].counts[-1] if rows else None  # the sum, or the only row
    if paper.kind is not ReturnKind.HOMELESS or whole is None:
        return text.passage(f"title_{paper.kind.value}")
    people = plural(whole, text.passage("person"), text.passage("persons"))
    return text.passage("found_homeless", people=people, day=day_and_year(paper.last))


def _footer(paper: ReturnPaper, text: Text) -> str:
    """For whom the paper is; outside the office which numbers it lacks."""
    if paper.least is None:
        return text.passage("footer_inside")
    return text.passage("footer_outside", least=str(paper.least))


def _edition(paper: ReturnPaper, text: Text) -> str:
    if paper.least is None:
        return text.passage("inside")
    return text.passage("outside", least=str(paper.least))


def _section(table: ShownTable, text: Text, part: str) -> KeepTogether:
    heading = Heading(_capital(table.name))
    if not table.rows:
        return KeepTogether((heading, Paragraph(text.passage("nothing"), part=part)))
    names = (*table.columns, text.passage("column_share")) if table.whole else table.columns
    share = (1 - _FIRST) / len(names)
    columns = (
        Column(text.passage("column_what"), share=_FIRST),
        *(Column(_capital(name), Align.RIGHT, share=min(share, _LONGEST)) for name in names),
    )
    rows = tuple(_cells(table, row, text) for row in table.rows if not row.is_sum)
    total = next((_cells(table, row, text) for row in table.rows if row.is_sum), None)
    made = Table(columns, rows, total=total or (), dense=True, part=part)
    return KeepTogether((heading, made))


def _cells(table: ShownTable, row: ShownRow, text: Text) -> tuple[str, ...]:
    told = [text.passage("hidden") if each is None else grouped(each) for each in row.counts]
    if table.whole:
        told.append(share_words(table.share(row)))
    return (_capital(row.words), *told)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
