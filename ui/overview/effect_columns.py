"""What the tables of effect show."""

from app.core.text import grouped
from app.overview.effect.model import PLACES, Effect, GroupMoves, MatrixRow, Place
from ui.kit.columns import Align, Column
from ui.labels import title_word
from ui.level_words import level_words
from ui.overview.number_column import number


def place_words(place: Place) -> str:
    """«Nivå 3 – oppfølging og tjenester», or that there was no level."""
    return "Uten nivå" if place is None else level_words(place)


def _to(place: Place) -> Column[MatrixRow]:
    return Column(
        f"to_{'none' if place is None else place.value}",
        "Uten" if place is None else f"Til {place.value}",
        lambda row: grouped(row.to(place)),
        value=lambda row: row.to(place),
        sort=lambda row: row.to(place),
        align=Align.RIGHT,
        width=68,
    )


MATRIX: tuple[Column[MatrixRow], ...] = (
    Column(
        "from",
        "Nivå den første dagen",
        lambda row: place_words(row.start),
        sort=lambda row: PLACES.index(row.start),
        strong=True,
        stretch=True,
        width=190,
    ),
    *(_to(each) for each in PLACES),
    number("sum", "Sum", lambda row: row.total, width=68, strong=True),
)


def _moved(key: str, title: str) -> Column[GroupMoves]:
    return number(key, title, lambda each: _count(each, key), width=112)


def _count(each: GroupMoves, key: str) -> int:
    return int(getattr(each.moves, key))


GROUPS: tuple[Column[GroupMoves], ...] = (
    Column(
        "group",
        "Gruppe",
        lambda each: "Uten gruppe" if each.group is None else title_word(each.group),
        strong=True,
        stretch=True,
        width=220,
    ),
    _moved("at_start", "Ved start"),
    _moved("inwards", "Mindre støtte"),
    _moved("outwards", "Mer støtte"),
    _moved("unchanged", "Som før"),
    _moved("new", "Nye"),
)


def finding(effect: Effect) -> str:
    """What the picture shows, in a sentence."""
    moves = effect.moves
    return (
        f"{grouped(moves.inwards)} fikk mindre støtte, {grouped(moves.outwards)} fikk mer,"
        f" {grouped(moves.unchanged)} er på samme nivå, og {grouped(moves.new)} kom til."
    )
