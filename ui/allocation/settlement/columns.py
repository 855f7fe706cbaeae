"""What the settlements and the forecast show."""

from collections.abc import Sequence
from datetime import date

from app.allocation.settlement.model import SettlementRow, SettlementState
from app.core.days import month_in_words
from app.core.text import plural
from app.overview.vacancies.model import Forecast, SizeRow, Vacancy
from ui.kit.chips import Chip, ChipKind
from ui.kit.columns import Align, Column
from ui.labels import capital, day, title_word

_CHIPS = {
    SettlementState.AGREED: ChipKind.WAITING,
    SettlementState.SETTLED: ChipKind.OK,
    SettlementState.CANCELLED: ChipKind.LET,
}


def _chip(row: SettlementRow) -> Chip:
    state = row.settlement.state
    return Chip(_CHIPS[state], title_word(state))


def _expected(row: SettlementRow) -> str:
    known = row.settlement
    return day(known.settled_on or known.draft.expected_on)


SETTLEMENTS: tuple[Column[SettlementRow], ...] = (
    Column(
        "name",
        "Søker",
        lambda row: row.name,
        second=lambda row: row.application_number,
        strong=True,
        stretch=True,
        width=160,
    ),
    Column(
        "persons",
        "Personer",
        lambda row: str(row.settlement.draft.persons),
        value=lambda row: row.settlement.draft.persons,
        sort=lambda row: row.settlement.draft.persons,
        align=Align.RIGHT,
        width=90,
    ),
    Column(
        "bedrooms", "Soverom", lambda row: size_words(row.bedrooms), align=Align.RIGHT, width=90
    ),
    Column("year", "År", lambda row: str(row.settlement.draft.year), align=Align.RIGHT, width=70),
    Column(
        "expected",
        "Ventes eller kom",
        _expected,
        sort=lambda row: (row.settlement.draft.expected_on or date.max).toordinal(),
        align=Align.RIGHT,
        width=140,
    ),
    Column("state", "Status", lambda row: _chip(row).text, chip=_chip, width=140),
)


def size_words(bedrooms: int | None) -> str:
    """«2», or that nobody has told."""
    return "–" if bedrooms is None else str(bedrooms)


def _count(number: int) -> str:
    return str(number) if number else "–"


def forecast_columns(months: Sequence[date]) -> tuple[Column[SizeRow], ...]:
    """A column for each month, between what is free now and what has no day."""
    by_month = tuple(
        Column[SizeRow](
            f"month_{at}",
            capital(month_in_words(month).partition(" ")[0][:3]),
            lambda row, at=at: _count(row.months[at]),  # type: ignore[misc]  # mypy loses `at`
            align=Align.RIGHT,
            width=58,
            spare=len(months) - at,  # the last one first
        )
        for at, month in enumerate(months)
    )
    return (
        Column(
            "size",
            "Soverom",
            lambda row: "Ikke kjent" if row.bedrooms is None else str(row.bedrooms),
            strong=True,
            stretch=True,
            width=96,
        ),
        Column("vacant", "Ledig nå", lambda row: _count(row.vacant), align=Align.RIGHT, width=84),
        *by_month,
        Column("unknown", "Uten dag", lambda row: _count(row.unknown), align=Align.RIGHT, width=88),
        Column("homes", "Boliger", lambda row: str(row.homes), align=Align.RIGHT, width=78),
        Column("waiting", "Venter", lambda row: _count(row.waiting), align=Align.RIGHT, width=74),
        Column(
            "settling", "Bosettes", lambda row: _count(row.settling), align=Align.RIGHT, width=86
        ),
        Column(
            "balance",
            "Mangler",
            lambda row: _count(max(row.needed - row.homes, 0)),
            chip=lambda row: _missing(row),
            width=110,
        ),
    )


def _missing(row: SizeRow) -> Chip | None:
    short = row.needed - row.homes
    return Chip(ChipKind.SOON, str(short)) if short > 0 else Chip(ChipKind.OK, "0")


def forecast_words(found: Forecast) -> str:
    """«12 boliger kan bli ledige til og med april, og 40 husstander trenger en.»"""
    homes = sum(row.homes for row in found.sizes)
    needed = sum(row.needed for row in found.sizes)
    last = month_in_words(found.months[-1])
    who = plural(needed, "husstand", "husstander") if needed else "Ingen husstander"
    what = plural(homes, "bolig er eller kan bli ledig", "boliger er eller kan bli ledige")
    return f"{what} til og med {last}. {who} trenger en."


def vacancy_words(vacancy: Vacancy) -> str:
    """Why, and how large."""
    rooms = "" if vacancy.bedrooms is None else f", {vacancy.bedrooms} soverom"
    return f"{title_word(vacancy.cause)}{rooms}"
