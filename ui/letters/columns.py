"""What the list of all documents shows."""

from app.letters.model import KeptRow, Source
from ui.kit.chips import Chip
from ui.kit.columns import Align, Column
from ui.labels import dash, day, title_word
from ui.letters.words import state_chip


def chip(row: KeptRow) -> Chip:
    """Where the document stands."""
    document = row.document
    received = document.source is Source.RECEIVED
    return state_chip(document.state, to_send=row.to_send, received=received)


COLUMNS: tuple[Column[KeptRow], ...] = (
    Column(
        "document",
        "Dokument",
        lambda row: title_word(row.document.kind),
        second=lambda row: row.document.number,
        strong=True,
        stretch=True,
        width=200,
    ),
    Column("name", "Hvem", lambda row: dash(row.name), width=180),
    Column("state", "Status", lambda row: chip(row).text, chip=chip, width=140),
    Column(
        "issued",
        "Laget",
        lambda row: day(row.document.issued_at.date()),
        sort=lambda row: row.document.issued_at.timestamp(),
        align=Align.RIGHT,
        width=112,
    ),
    Column(
        "sent",
        "Sendt",
        lambda row: day(row.document.sent_on),
        sort=lambda row: row.document.sent_on.toordinal() if row.document.sent_on else None,
        align=Align.RIGHT,
        width=112,
    ),
    Column(
        "arrived",
        "Kom fram",
        lambda row: day(row.document.arrived_on),
        sort=lambda row: row.document.arrived_on.toordinal() if row.document.arrived_on else None,
        align=Align.RIGHT,
        width=112,
        spare=1,
    ),
    Column(
        "channel",
        "Hvordan",
        lambda row: title_word(row.document.channel) if row.document.channel else "–",
        width=150,
        hidden=True,
    ),
)
