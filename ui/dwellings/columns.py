"""What the list of dwellings shows, and what it can be filtered on."""

from app.core.money import format_kroner
from app.dwellings.model import DwellingRow
from ui.dwellings.status import CHIPS
from ui.kit.chips import Chip
from ui.kit.columns import Align, Column
from ui.labels import dash, day, title_word


def status_chip(row: DwellingRow) -> Chip:
    """Shape and word of a dwelling's status; a foreign code stands as it was written."""
    words = f"Ukjent: {row.status_text}" if row.status_text else title_word(row.status)
    return Chip(CHIPS[row.status], words)


def type_words(row: DwellingRow) -> str:
    """The type, or the foreign code as it was written."""
    return row.type_text or title_word(row.dwelling_type)


COLUMNS: tuple[Column[DwellingRow], ...] = (
    Column(
        "address",
        "Adresse",
        lambda row: row.address,
        second=lambda row: row.postal,
        strong=True,
        stretch=True,
        width=210,
    ),
    Column(
        "bedrooms",
        "Soverom",
        lambda row: dash("" if row.bedrooms is None else str(row.bedrooms)),
        sort=lambda row: row.bedrooms,
        value=lambda row: row.bedrooms,
        align=Align.RIGHT,
        width=86,
        spare=4,
    ),
    Column(
        "area",
        "Areal m²",
        lambda row: dash("" if row.area is None else f"{row.area:g}".replace(".", ",")),
        sort=lambda row: row.area,
        value=lambda row: row.area,
        align=Align.RIGHT,
        width=86,
        hidden=True,
    ),
    Column(
        "rent",
        "Leie kr",
        lambda row: dash("" if row.rent is None else format_kroner(row.rent, unit=False)),
        sort=lambda row: row.rent,
        value=lambda row: None if row.rent is None else row.rent / 100,
        align=Align.RIGHT,
        width=90,
        spare=5,
    ),
    Column(
        "status",
        "Status",
        lambda row: status_chip(row).text,
        chip=status_chip,
        width=170,
    ),
    Column("allocator", "Tildeles av", lambda row: dash(row.allocator), fit=True, spare=3),
    Column("owner", "Eier", lambda row: dash(row.owner), fit=True, spare=1),
    Column("type", "Type", type_words, fit=True, hidden=True),
    Column(
        "since",
        "Siden",
        lambda row: day(row.status_since),
        sort=lambda row: row.status_since.toordinal(),
        align=Align.RIGHT,
        width=110,
        spare=2,
    ),
)
