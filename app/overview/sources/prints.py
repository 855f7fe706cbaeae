"""The register of sources on paper: what each number is, and how far it can be trusted. Pure."""

from collections.abc import Iterable

from app.core.days import day_and_year, short_day
from app.core.text import grouped
from app.documents.model import Column, Document, Fact, Facts, Heading, Paragraph, Table
from app.documents.texts import Text
from app.overview.indicators.model import Indicator
from app.overview.sheet import sheet
from app.overview.sources.model import FigureSource, SourcePaper

PARTS = ("E10 grunnlag", "E10 nøkkeltall", "E10 rapporter")
_SHARES = (0.15, 0.28, 0.2, 0.15, 0.22)


def source_register(paper: SourcePaper, text: Text, pack: Text) -> Document:
    """The whole register; `text` is «source_register», and `pack` defines the indicators."""
    indicators = [each for each in paper.sources if isinstance(each.figure, Indicator)]
    returns = [each for each in paper.sources if not isinstance(each.figure, Indicator)]
    began = text.passage("not_begun") if paper.began is None else day_and_year(paper.began)
    return sheet(
        paper.office,
        paper.issued,
        text,
        (
            Facts((Fact(text.passage("label_began"), began),), part=PARTS[0]),
            Heading(text.passage("heading_indicators")),
            _table(indicators, text, pack, PARTS[1]),
            Heading(text.passage("heading_returns")),
            _table(returns, text, pack, PARTS[2]),
            Paragraph(text.passage("small"), small=True),
        ),
        PARTS,
        title=text.passage("title"),
        lead=text.passage("lead"),
        reference={"day": short_day(paper.issued.date())},
        landscape=True,
    )


def _table(sources: Iterable[FigureSource], text: Text, pack: Text, part: str) -> Table:
    names = ("name", "definition", "source", "when", "weak")
    columns = tuple(
        Column(text.passage(f"column_{name}"), share=share)
        for name, share in zip(names, _SHARES, strict=True)
    )
    return Table(columns, tuple(_row(each, text, pack) for each in sources), dense=True, part=part)


def _row(each: FigureSource, text: Text, pack: Text) -> tuple[str, ...]:
    key = each.figure.value
    indicator = isinstance(each.figure, Indicator)
    words = pack if indicator else text
    owner = text.passage("owner", owner=text.passage(f"owner_{key}"))
    return (
        f"{words.passage(f'name_{key}')} ({text.passage(f'rule_{key}')})",
        words.passage(f"definition_{key}"),
        f"{text.passage(f'source_{key}')} {owner}",
        " ".join(part for part in (text.passage(f"when_{key}"), _stands(each, text)) if part),
        text.passage(f"weak_{key}"),
    )


def _stands(each: FigureSource, text: Text) -> str:
    """The target and who decided it, or the day the answer was last kept."""
    target = each.target
    if target is not None and target.target is not None:
        facts = {"target": grouped(target.target), "since": short_day(target.since)}
        if target.reason:
            return text.passage("target_by", **facts, reason=target.reason.strip().rstrip("."))
        return text.passage("target", **facts)
    if each.kept is not None:
        return text.passage("kept", day=short_day(each.kept))
    return ""
