"""Invented dwellings, and a window over many invented rows."""

from array import array
from dataclasses import dataclass
from datetime import date

from ui.kit.chips import Chip, ChipKind, Level, Tone
from ui.kit.columns import Align, Column, SortBy
from ui.kit.models import IdWindowModel

TODAY = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class Flat:
    """An invented dwelling."""

    address: str
    unit: str
    rent: int | None
    chip: Chip
    tenant: str
    ends: date | None
    level: int = 0
    share: float = 0.5
    mark: ChipKind | None = None


FLATS = (
    Flat("Demovegen 3", "H0201 · 61/12", 7850, Chip(ChipKind.LET), "Aud Testnes", TODAY),
    Flat("Eksempelvegen 43", "H0101", 6500, Chip(ChipKind.LET), "Roar Prøvstad", TODAY, 3),
    Flat("Eksempelvegen 43", "H0102", None, Chip(ChipKind.OK, "Ledig nå"), "", None, 1, 1.0),
    Flat("Ødegårdsvegen 4", "H0201", 8200, Chip(ChipKind.REPAIR), "", None, 2, 0.0),
    Flat("Prøvegata 7", "H0301", 8450, Chip(ChipKind.URGENT, "Fare"), "Leyla Demirova", TODAY, 4),
    Flat("Åsvegen 1", "H0101", 7100, Chip(ChipKind.PROTECTED), "Skjermet", None, 0),
    Flat(
        "Aasgata 12B", "H0104", 7100, Chip(ChipKind.UNKNOWN), "Svein Myrtest", None, 2, 0.3,
        ChipKind.FIXED,
    ),
)  # fmt: skip

FLAT_COLUMNS: tuple[Column[Flat], ...] = (
    Column(
        "address",
        "Adresse",
        lambda f: f.address,
        second=lambda f: f.unit,
        width=170,
        strong=True,
        stretch=True,
    ),
    Column(
        "rent",
        "Leie kr",
        lambda f: f"{f.rent:,}".replace(",", "\u00a0") if f.rent else "",
        sort=lambda f: f.rent,
        value=lambda f: f.rent,
        align=Align.RIGHT,
        width=84,
    ),
    Column("status", "Status", lambda f: f.chip.text, chip=lambda f: f.chip, width=132),
    Column("tenant", "Leietaker", lambda f: f.tenant, width=140),
    Column("level", "Nivå", lambda f: str(f.level), level=lambda f: Level.of(f.level), width=70),
    Column(
        "share",
        "Fylt ut",
        lambda f: f"{f.share:.0%}",
        progress=lambda f: f.share,
        width=120,
        hidden=True,
    ),
    Column("unit", "Bruksenhet", lambda f: f.unit, mark=lambda f: f.mark, width=130, hidden=True),
    Column(
        "ends",
        "Går ut",
        lambda f: f"{f.ends:%d.%m.%y}" if f.ends else "",
        sort=lambda f: f.ends,
        tone=lambda f: Tone.RED if f.ends else None,
        align=Align.RIGHT,
        width=92,
    ),
)


def id_model(rows: int) -> IdWindowModel[tuple[int, str]]:
    """A window over many invented rows."""

    def order(sorting: tuple[SortBy, ...]) -> "array[int]":
        turned = bool(sorting) and sorting[0].descending
        return array("q", range(rows, 0, -1) if turned else range(1, rows + 1))

    columns: tuple[Column[tuple[int, str]], ...] = (
        Column("id", "Nr.", lambda r: str(r[0]), align=Align.RIGHT),
        Column("name", "Navn", lambda r: r[1], stretch=True),
    )
    return IdWindowModel(
        columns, order, lambda ids: [(one, f"Testperson {one}") for one in ids], lambda r: r[0]
    )
