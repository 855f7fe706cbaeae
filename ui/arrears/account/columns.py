"""What the list of claims and payments shows."""

from app.arrears.accounts.model import LedgerLine
from app.core.money import format_kroner
from app.core.rent_months import written_month
from ui.kit.columns import Align, Column
from ui.labels import day, title_word, word


def what(line: LedgerLine) -> str:
    """«Husleie 03.2026», «Betalt av leietakeren»."""
    if line.charge is not None:
        month = written_month(line.charge.month) if line.charge.month else ""
        return f"{title_word(line.charge.kind)} {month}".strip()
    return f"Betalt av {word(line.payment.paid_by)}" if line.payment else ""


def withdrawn(line: LedgerLine) -> str:
    """«Trukket 20.11.2026: ført to ganger»."""
    of = line.charge or line.payment
    if of is None or of.stands:
        return ""
    return f"Trukket {day(of.withdrawn_on)}: {of.withdrawn_reason}"


def _claimed(line: LedgerLine) -> str:
    return format_kroner(line.charge.amount) if line.charge else ""


def _paid(line: LedgerLine) -> str:
    return format_kroner(line.payment.amount) if line.payment else ""


def _reference(line: LedgerLine) -> str:
    of = line.charge or line.payment
    return of.reference if of else ""


COLUMNS: tuple[Column[LedgerLine], ...] = (
    Column(
        "day",
        "Dag",
        lambda line: day(line.day),
        sort=lambda line: line.day.toordinal(),
        align=Align.RIGHT,
        width=124,
        sortable=False,
    ),
    Column("what", "Hva", what, second=withdrawn, stretch=True, width=220, sortable=False),
    Column(
        "claimed",
        "Krav",
        _claimed,
        value=lambda line: line.charge.amount / 100 if line.charge else None,
        align=Align.RIGHT,
        width=110,
        sortable=False,
    ),
    Column(
        "paid",
        "Betalt",
        _paid,
        value=lambda line: line.payment.amount / 100 if line.payment else None,
        align=Align.RIGHT,
        width=110,
        sortable=False,
    ),
    Column(
        "balance",
        "Skylder etter dette",
        lambda line: format_kroner(line.balance),
        value=lambda line: line.balance / 100,
        align=Align.RIGHT,
        width=140,
        strong=True,
        sortable=False,
    ),
    Column("reference", "Referanse", _reference, width=120, spare=1, sortable=False),
)
