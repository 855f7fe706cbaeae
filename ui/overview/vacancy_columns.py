"""What the list of vacancies shows."""

from app.core.money import Ore, format_kroner
from app.core.text import grouped, plural
from app.overview.vacancy_costs.model import (
    VacancyCosts,
    VacancyLine,
    VacancyReason,
    VacancySum,
)
from ui.kit.columns import Align, Column
from ui.labels import day, title_word
from ui.overview.number_column import number

_REASONS = {each.value for each in VacancyReason}


def kroner(amount: Ore | None) -> str:
    """Whole kroner; «–» when no rent is known."""
    if amount is None:
        return "–"
    return format_kroner(Ore((amount + 50) // 100 * 100))


def total_words(costs: VacancyCosts) -> str:
    """«12 boliger, 340 dager, 93 000 kr»."""
    total = costs.total
    homes = plural(total.dwellings, "bolig", "boliger")
    days = f"{grouped(total.days)} {'dag' if total.days == 1 else 'dager'}"
    return f"{homes}, {days}, {kroner(total.amount)}" if total.dwellings else "Ingen"


LINES: tuple[Column[VacancyLine], ...] = (
    Column("address", "Bolig", lambda line: line.address, strong=True, stretch=True, width=180),
    Column("reason", "Årsak", lambda line: title_word(line.reason), width=180),
    Column("owner", "Eier", lambda line: line.owner or "Kommunen", width=150, spare=1),
    Column(
        "first",
        "Fra og med",
        lambda line: day(line.first),
        value=lambda line: line.first,
        sort=lambda line: line.first.toordinal(),
        align=Align.RIGHT,
        width=110,
    ),
    Column(
        "last",
        "Til og med",
        lambda line: "Fortsatt" if line.lasts else day(line.last),
        value=lambda line: line.last,
        sort=lambda line: line.last.toordinal(),
        align=Align.RIGHT,
        width=110,
    ),
    number("days", "Dager", lambda line: line.days, width=80),
    Column(
        "amount",
        "Kroner",
        lambda line: kroner(line.amount),
        value=lambda line: None if line.amount is None else line.amount / 100,
        sort=lambda line: line.amount or 0,
        align=Align.RIGHT,
        width=110,
    ),
)


def _name(each: VacancySum) -> str:
    if each.name in _REASONS:
        return title_word(VacancyReason(each.name))
    return each.name or "Kommunen (ingen annen eier er ført)"


def sum_columns() -> tuple[Column[VacancySum], ...]:
    """Of one cause, owner or house each."""
    return (
        Column("name", "Sum for", _name, strong=True, stretch=True, width=220),
        number("dwellings", "Boliger", lambda each: each.dwellings, width=90),
        number("days", "Dager", lambda each: each.days, width=90),
        Column(
            "amount",
            "Kroner",
            lambda each: kroner(each.amount),
            value=lambda each: each.amount / 100,
            sort=lambda each: each.amount,
            align=Align.RIGHT,
            width=130,
        ),
    )
