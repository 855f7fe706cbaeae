"""The receipt for keys: which, out and in, and two signatures. Pure (HL-07, HL-73)."""

from app.core.days import short_day
from app.documents.model import Column, Document, Paragraph, Table
from app.documents.texts import Text
from app.dwellings.keys.model import KeyLoan
from app.leases.handover.receipts.model import ReceiptPaper
from app.leases.handover.sheet import parties, sheet, signatures

PARTS = ("HL-07 nøkler", "HL-07 underskrifter", "HL-73 tilbakelevering")


def key_receipt(paper: ReceiptPaper, text: Text) -> Document:
    """The whole receipt; `text` is «key_receipt» in the tenant's language."""
    keys = (keys_table(paper.keys, text, PARTS[0]),) if paper.keys else ()
    blocks = (
        parties(paper.head, text),
        *keys,
        Paragraph(text.passage("duty"), part=PARTS[2]),
        Paragraph(text.passage("lost")),
        signatures(paper.head, text, PARTS[1], Paragraph(text.passage("receipt"))),
    )
    return sheet(paper.head, text, "title", blocks, PARTS)


def keys_table(keys: tuple[KeyLoan, ...], text: Text, part: str) -> Table:
    """Each key with its days out and in; room to write the day of one that is out."""
    columns = (
        Column(text.passage("label_mark"), share=0.18),
        Column(text.passage("label_opens"), share=0.34),
        Column(text.passage("label_out"), share=0.2),
        Column(text.passage("label_in"), share=0.28),
    )
    rows = tuple(
        (key.mark, text.passage(f"key_{key.kind}"), short_day(key.out_on), _back(key, text))
        for key in keys
    )
    return Table(columns, rows, part=part)


def _back(key: KeyLoan, text: Text) -> str:
    if key.lost_on is not None:
        return text.passage("lost_on", day=short_day(key.lost_on))
    return "" if key.back_on is None else short_day(key.back_on)
