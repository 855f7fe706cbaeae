"""What the list of everything done shows."""

from ui.kit.chips import Chip, ChipKind
from ui.kit.columns import Align, Column
from ui.past import PastRow


def when(row: PastRow) -> str:
    """«23.11.2026 kl. 10.42» in local time."""
    at = row.at.astimezone()
    return f"{at:%d.%m.%Y} kl.\u00a0{at:%H.%M}"


def state_chip(row: PastRow) -> Chip | None:
    """Whether it was taken back, or cannot be."""
    if row.undone:
        return Chip(ChipKind.NOT_STARTED, "Angret")
    return Chip(ChipKind.PROTECTED, "Endelig") if row.final else None


def state_words(row: PastRow) -> str:
    """The chip's word, for search and export."""
    chip = state_chip(row)
    return chip.text if chip else ""


COLUMNS: tuple[Column[PastRow], ...] = (
    Column(
        "what",
        "Hva",
        lambda row: row.what,
        second=lambda row: row.about,
        strong=True,
        stretch=True,
        width=220,
    ),
    Column("who", "Hvem", lambda row: row.who, width=130),
    Column("state", "Status", state_words, chip=state_chip, width=110),
    Column(
        "when",
        "Når",
        when,
        sort=lambda row: row.id,
        align=Align.RIGHT,
        width=190,
    ),
)
