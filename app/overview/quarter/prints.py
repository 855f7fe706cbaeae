"""The pack as a document: a sentence as heading, figure, table (SD-10, E11, E12, E2). Pure."""

from collections.abc import Iterator

from app.core.charts import BarChart, BarGroup
from app.core.days import short_day
from app.core.text import grouped, plural
from app.documents.chart_model import GroupedBars
from app.documents.model import (
    Align,
    Beside,
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Form,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    Table,
)
from app.documents.texts import Text
from app.overview.quarter import editions, opening, rules
from app.overview.quarter.annex import annex
from app.overview.quarter.cards import cards
from app.overview.quarter.editions import Told
from app.overview.quarter.model import GroupNeed, PackEdition, PackPaper, PackShape
from app.overview.quarter.movement import movement
from app.overview.quarter.wording import NOT_TOLD, count_words, group_words, name_of, period_words
from app.settings.letterhead import letterhead

PARTS = (
    "E11 nøkkeltall",
    "E2 nivåbevegelser",
    "E12 boliger og behov",
    "C12 utkastelser",
    "A9 endringer",
    "E11 verdier",
)
_RIGHT = Align.RIGHT


def quarter_pack(paper: PackPaper, text: Text) -> Document:
    """One edition in one shape; `text` is «quarter_pack». Nobody is named."""
    shown = editions.told(paper.pack, paper.least)
    period = period_words(paper.pack.period, text)
    pack, least = paper.pack, paper.least
    whole = all(
        editions.now_told(card, pack, least) and editions.before_told(card, pack, least)
        for card in pack.sheet.cards
    )
    kind = text.passage(f"kind_{paper.pack.period.span.value}")
    edition = text.passage(f"edition_{paper.edition.value}", least=str(paper.least))
    return Document(
        title=opening.title(paper, text, whole=whole),
        lead=opening.lead(paper, text, whole=whole),
        language=paper.office.language.value,
        issued=paper.issued,
        reference=f"{kind} {period}",
        letterhead=letterhead(paper.office),
        blocks=tuple(_blocks(paper, shown, text)),
        requires=PARTS,
        demo=paper.office.demo,
        form=Form.SHEET,
        kind=f"{kind}, {period}",
        footer=f"{kind}, {period} · {edition}",
        slides=paper.shape is PackShape.SLIDES,
    )


def _blocks(paper: PackPaper, shown: Told, text: Text) -> Iterator[Block]:
    yield cards(paper, text, PARTS[0])
    moved = tuple(movement(paper, shown, text, PARTS[1]))
    said = tuple(_said(paper.pack.words, text))
    if said and paper.shape is PackShape.PAGES:
        # a few lines have room beneath the cards, and the rest above what fits beneath it
        yield from (*said, KeepTogether(moved))
    else:
        yield from (PageBreak(), *said) if said else ()
        yield from (PageBreak(), *moved)
    yield PageBreak()
    yield from _need(paper, shown, text)
    yield PageBreak()
    yield from _cases(paper, shown, text)
    yield from _changes(paper, text)
    yield PageBreak()
    yield from annex(paper, text, PARTS[5])


def _said(words: str, text: Text) -> Iterator[Block]:
    """What the officer wrote of the period."""
    parts = [part.strip() for part in words.split("\n") if part.strip()]
    if parts:
        yield Heading(text.passage("heading_words"))
        yield from map(Paragraph, parts)


def _need(paper: PackPaper, shown: Told, text: Text) -> Iterator[Block]:
    need = paper.pack.need
    most = rules.most_wanting(need)
    if not need:
        yield Heading(text.passage("heading_need"))
        yield Paragraph(text.passage("nothing_need"), part=PARTS[2])
        return
    told = dict(zip((each.group for each in need), shown.waiting, strict=True))
    said = text.passage("heading_need")
    if most is not None and told[most.group] is not None:
        said = text.passage("finding_need", group=group_words(most.group, text).lower())
    series = tuple(text.passage(f"series_{name}") for name in ("homes", "waiting", "allocated"))
    groups = tuple(
        BarGroup(group_words(each.group, text), (each.homes, waiting, allocated))
        for each, waiting, allocated in zip(need, shown.waiting, shown.allocated, strict=True)
    )
    yield Heading(said)
    named = tuple(bar for each, bar in zip(need, groups, strict=True) if each.group is not None)
    bars = GroupedBars(BarChart(said, series, named))
    table = _need_table(need, groups, series, shown, text)
    small = Paragraph(text.passage("counted_need"), small=True)
    if paper.shape is PackShape.SLIDES:
        yield Beside((bars,), (table, small))
        return
    yield bars
    yield table
    yield small


def _need_table(
    need: tuple[GroupNeed, ...],
    groups: tuple[BarGroup, ...],
    series: tuple[str, ...],
    shown: Told,
    text: Text,
) -> Table:
    """With the dwellings that are for no group in particular, so that it adds up."""
    columns = (
        Column(text.passage("column_group"), share=0.4),
        *(Column(name, _RIGHT, share=0.2) for name in series),
    )
    rows = tuple((group.label, *(count_words(value) for value in group.values)) for group in groups)
    total = (
        text.passage("total"),
        grouped(sum(each.homes for each in need)),
        count_words(shown.waiting_total),
        count_words(shown.allocated_total),
    )
    return Table(columns, rows, total=total, dense=True, part=PARTS[2])


def _cases(paper: PackPaper, shown: Told, text: Text) -> Iterator[Block]:
    cases = paper.pack.cases
    ended = cases.kept.count + cases.lost.count
    said = text.passage("heading_cases")
    if shown.kept is not None and shown.ended is not None and ended:
        people = plural(ended, text.passage("case"), text.passage("cases"))
        said = text.passage("finding_cases", kept=grouped(shown.kept), ended=people)
    yield Heading(said)
    yield Facts(
        (
            Fact(text.passage("label_opened"), count_words(shown.opened)),
            Fact(text.passage("label_kept"), count_words(shown.kept)),
            Fact(text.passage("label_lost"), count_words(shown.lost)),
        ),
        part=PARTS[3],
    )
    yield Paragraph(text.passage("counted_cases"), small=True)


def _changes(paper: PackPaper, text: Text) -> Iterator[Block]:
    sheet = paper.pack.sheet
    before = period_words(sheet.period.before, text)
    rows = []
    for card in sheet.cards:
        then, now = editions.values_told(card, paper.pack, paper.least)[-2:]
        unit = "\u00a0%" if card.indicator.percent else ""
        change = NOT_TOLD
        if then is not None and now is not None:
            change = text.passage("as_before") if now == then else _signed(now - then)
        values = (NOT_TOLD if each is None else f"{grouped(each)}{unit}" for each in (then, now))
        rows.append((name_of(card.indicator, text), *values, change))
    columns = (
        Column(text.passage("column_indicator"), share=0.4),
        Column(before, _RIGHT, share=0.22),
        Column(period_words(sheet.period, text), _RIGHT, share=0.22),
        Column(text.passage("column_change"), _RIGHT, share=0.16),
    )
    table = Table(columns, tuple(rows), dense=True, part=PARTS[4])
    yield KeepTogether((Heading(text.passage("heading_changes", before=before)), table))
    yield from _corrected(paper, text)


def _signed(change: int) -> str:
    return f"+{grouped(change)}" if change > 0 else f"\u2212{grouped(-change)}"


def _corrected(paper: PackPaper, text: Text) -> Iterator[Block]:
    """Numbers of the period before that are not as they were handed over."""
    pack = paper.pack
    if pack.earlier_kept is None or paper.edition is PackEdition.OUTSIDE:
        return
    day = short_day(pack.earlier_kept)
    if not pack.earlier:
        yield Paragraph(text.passage("earlier_same", day=day), small=True)
        return
    names = ", ".join(text.passage(f"name_{each.key}").lower() for each in pack.earlier)
    yield Paragraph(text.passage("earlier_changed", day=day, names=names), small=True)
