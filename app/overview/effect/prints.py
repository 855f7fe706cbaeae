"""The report of effect: the target, its table, groups and goals. Pure; nobody is named."""

from app.core.days import day_and_year, short_day
from app.core.text import grouped, plural
from app.documents.chart_model import Target, TargetCrossing, TargetRing
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
from app.followup.levels.model import HelpLevel
from app.overview.effect.model import PLACES, Effect, EffectPaper, Moves, Place
from app.overview.sheet import sheet

PARTS = ("E2 blinken", "E2 fra og til", "E5 grupper", "SD-01 mål nådd")
_RIGHT = Align.RIGHT


def effect_report(paper: EffectPaper, text: Text) -> Document:
    """The whole report; `text` is «effect_report»."""
    effect = paper.effect
    days = {
        "first": day_and_year(effect.first),
        "last": day_and_year(effect.last),
    }
    return sheet(
        paper.office,
        paper.issued,
        text,
        (
            _target(effect, text, days),
            Paragraph(text.passage("reading"), small=True),
            Heading(text.passage("heading_matrix")),
            _matrix(effect, text),
            Paragraph(text.passage("counted", **_said(effect.moves)), small=True),
            Heading(text.passage("heading_groups")),
            _groups(effect, text),
            Paragraph(text.passage("once"), small=True),
            Heading(text.passage("heading_goals")),
            _goals(effect, text),
            Paragraph(text.passage("no_names")),
        ),
        PARTS,
        title=text.passage("title", count=_people(effect.moves.inwards, text), first=days["first"]),
        lead=text.passage("lead", **days),
        reference={"last": short_day(effect.last)},
    )


def _people(count: int, text: Text) -> str:
    return plural(count, text.passage("person"), text.passage("persons"))


def _said(moves: Moves) -> dict[str, str]:
    return {
        "inwards": grouped(moves.inwards),
        "outwards": grouped(moves.outwards),
        "unchanged": grouped(moves.unchanged),
        "new": grouped(moves.new),
    }


def _target(effect: Effect, text: Text, days: dict[str, str]) -> Target:
    def arrow(count: int) -> str:
        return grouped(count) if count else ""

    crossings = tuple(
        TargetCrossing(each.outer, arrow(each.inwards), arrow(each.outwards))
        for each in effect.crossings
    )
    rings = (
        TargetRing(0, grouped(effect.ended(HelpLevel.MANAGES_ALONE))),
        TargetRing(1, grouped(effect.ended(HelpLevel.ADVICE))),
        TargetRing(2, grouped(effect.ended(HelpLevel.SUPPORT))),
        TargetRing(3, grouped(effect.ended(HelpLevel.SUPPORT_AND_SERVICES))),
        TargetRing(4, grouped(effect.ended(HelpLevel.LASTING_SERVICES))),
    )
    alt = text.passage("alt", **days, **_said(effect.moves))
    return Target(rings, crossings, alt, part=PARTS[0])


def place_words(place: Place, text: Text) -> str:
    """A level with its number and word, or that there was none."""
    if place is None:
        return text.passage("no_level")
    return text.passage(
        "level", number=str(place.value), words=text.passage(f"level_{place.value}")
    )


def _matrix(effect: Effect, text: Text) -> Table:
    columns = (
        Column(text.passage("column_from"), share=0.34),
        *(Column(_short(each, text), _RIGHT, share=0.092) for each in PLACES),
        Column(text.passage("column_sum"), _RIGHT, share=0.108),
    )
    rows = tuple(
        (place_words(row.start, text), *map(grouped, row.counts), grouped(row.total))
        for row in effect.matrix
        if row.total
    )
    ended = [effect.ended(each) for each in PLACES]
    total = (text.passage("total"), *map(grouped, ended), grouped(sum(ended)))
    return Table(columns, rows, caption=text.passage("caption"), total=total, part=PARTS[1])


def _short(place: Place, text: Text) -> str:
    return text.passage("none") if place is None else str(place.value)


def _groups(effect: Effect, text: Text) -> Table | Paragraph:
    if not effect.groups:
        return Paragraph(text.passage("nothing"), part=PARTS[2])
    names = ("at_start", "inwards", "outwards", "unchanged", "new")
    columns = (
        Column(text.passage("column_group"), share=0.40),
        *(Column(text.passage(f"column_{name}"), _RIGHT, share=0.12) for name in names),
    )
    rows = tuple(
        (
            text.passage("group_none") if each.group is None else text.passage(each.group.value),
            *_counts(each.moves),
        )
        for each in effect.groups
    )
    total = (text.passage("total"), *_counts(effect.moves))
    return Table(columns, rows, total=total, part=PARTS[2])


def _counts(moves: Moves) -> tuple[str, ...]:
    counted = (moves.at_start, moves.inwards, moves.outwards, moves.unchanged, moves.new)
    return tuple(map(grouped, counted))


def _goals(effect: Effect, text: Text) -> Block:
    goals = effect.goals
    return Paragraph(
        text.passage("goals", reached=grouped(goals.reached), partly=grouped(goals.partly)),
        part=PARTS[3],
    )
