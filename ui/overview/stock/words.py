"""What the stock and the need are called on the screen."""

from app.applications.model import TargetGroup
from app.core.text import grouped, plural
from app.dwellings.model import DwellingStatus, DwellingType
from app.overview.figures.model import HomeSize
from app.overview.stock.model import Balance, Stock, StockBy
from ui.labels import title_word

BY = {by: title_word(by) for by in StockBy}
SIZES = {size: title_word(size) for size in HomeSize}
NO_GROUP = "Uten bestemt gruppe"


def group_words(group: TargetGroup | None) -> str:
    """«Psykisk helse»."""
    return NO_GROUP if group is None else title_word(group)


def value_words(by: StockBy, value: str) -> str:
    """A line of the stock: its name, or that it is not known."""
    if not value:
        return "Kommunen (ingen annen eier er ført)" if by is StockBy.OWNER else "Ikke ført"
    if by is StockBy.BEDROOMS:
        return f"{value} soverom"
    if by is StockBy.ACCESSIBLE:
        return "Tilgjengelig med rullestol" if value == "yes" else "Ikke tilgjengelig"
    if by is StockBy.KIND:
        return title_word(DwellingType(value))
    if by is StockBy.STATUS:
        return title_word(DwellingStatus(value))
    return value


def homes(count: int) -> str:
    """«12 boliger»."""
    return plural(count, "bolig", "boliger")


def stock_finding(stock: Stock, by: StockBy) -> str:
    """«Flest boliger under Eier: Lia boligstiftelse, 320 av 341»."""
    lines = [line for line in stock.by(by).lines if line.value]
    if not lines:
        return "Ingen boliger"
    most = max(lines, key=lambda line: line.figure.count)
    told = f"{grouped(most.figure.count)} av {grouped(stock.total.count)}"
    return f"Flest: {value_words(by, most.value)}, {told}"


def need_finding(told: Balance) -> str:
    """Which group has the most waiting for each dwelling it has."""
    most = told.most_wanting
    if most is None:
        return "Ingen i en gruppe venter på bolig"
    waiting, has = grouped(most.total.waiting.count), grouped(most.total.homes.count)
    name = group_words(most.group)
    return f"Størst behov for hver bolig: {name}, {waiting} venter og {has} har bolig"
