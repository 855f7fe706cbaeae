"""«Husleieregulering»: the batch on one list, to be read over, signed and handed on. Pure."""

from datetime import date, datetime

from app.core.days import day_and_year, month_in_words, short_day
from app.core.money import Ore, format_kroner
from app.core.price_index import index_text, rise_percent
from app.core.records import dataclass
from app.core.text import Language, percent, plural
from app.documents.form_model import Signatures, Signer
from app.documents.model import (
    Align,
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Form,
    Heading,
    KeepTogether,
    Paragraph,
    Table,
)
from app.documents.texts import Text
from app.leases.rents.model import RoundRow
from app.settings.letterhead import letterhead
from app.settings.model import OfficeProfile

PARTS = ("HL-22 gammel og ny leie", "HL-24 dagen den gjelder fra", "HL-22 indekstall")


@dataclass(frozen=True, slots=True, repr=False)
class RoundPaper:
    """All that the list says: who can be adjusted and who is left alone."""

    office: OfficeProfile
    language: Language
    issued: datetime
    rows: tuple[RoundRow, ...]
    effective_on: date
    send_by: date

    @property
    def adjusted(self) -> tuple[RoundRow, ...]:
        """Those with a new rent."""
        return tuple(row for row in self.rows if row.can)

    @property
    def left(self) -> tuple[RoundRow, ...]:
        """Those left as they are."""
        return tuple(row for row in self.rows if not row.can)


def round_document(paper: RoundPaper, text: Text) -> Document:
    """The list over the full width of a page on its side."""
    return Document(
        title=text.passage("title", day=day_and_year(paper.effective_on)),
        language=paper.language.value,
        issued=paper.issued,
        reference=text.passage("reference", day=short_day(paper.effective_on)),
        letterhead=letterhead(paper.office),
        blocks=(
            Facts(_facts(paper, text), part=PARTS[1]),
            *_adjusted(paper, text),
            *_left(paper, text),
            KeepTogether((Signatures((Signer("", act=text.passage("sign")),)),)),
        ),
        requires=PARTS if paper.adjusted else (),
        demo=paper.office.demo,
        form=Form.SHEET,
        kind=text.passage("kind"),
        landscape=True,
    )


def _facts(paper: RoundPaper, text: Text) -> tuple[Fact, ...]:
    old = Ore(sum(row.old or 0 for row in paper.adjusted))
    new = Ore(sum(row.new or 0 for row in paper.adjusted))
    return (
        Fact(text.passage("label_from"), day_and_year(paper.effective_on)),
        Fact(text.passage("label_send"), day_and_year(paper.send_by)),
        Fact(text.passage("label_count"), plural(len(paper.adjusted), *_lease_words(text))),
        Fact(
            text.passage("label_sum"),
            text.passage(
                "sum",
                old=format_kroner(old),
                new=format_kroner(new),
                more=format_kroner(Ore(new - old)),
            ),
        ),
    )


def _lease_words(text: Text) -> tuple[str, str]:
    return text.passage("lease_one"), text.passage("lease_many")


def _adjusted(paper: RoundPaper, text: Text) -> tuple[Block, ...]:
    if not paper.adjusted:
        return (Paragraph(text.passage("none")),)
    right = Align.RIGHT
    columns = (
        Column(text.passage("column_lease"), share=0.1),
        Column(text.passage("column_where"), share=0.38),
        Column(text.passage("column_base"), right, share=0.16),
        Column(text.passage("column_index"), right, share=0.16),
        Column(text.passage("column_old"), right, share=0.07),
        Column(text.passage("column_new"), right, share=0.07),
        Column(text.passage("column_rise"), right, share=0.06),
    )
    old = Ore(sum(row.old or 0 for row in paper.adjusted))
    new = Ore(sum(row.new or 0 for row in paper.adjusted))
    sums = (format_kroner(old, unit=False), format_kroner(new, unit=False))
    total = (text.passage("total"), "", "", "", *sums, percent(rise_percent(old, new)))
    table = Table(
        columns,
        tuple(_row(row) for row in paper.adjusted),
        total=total,
        dense=True,
        part=PARTS[0],
    )
    return (
        Heading(text.passage("heading_adjusted")),
        Paragraph(text.passage("how"), part=PARTS[2]),
        table,
    )


def _row(row: RoundRow) -> tuple[str, ...]:
    step = row.step
    old, new = row.old or Ore(0), row.new or Ore(0)
    values = ("", "")
    if step is not None:
        values = (
            f"{month_in_words(step.base.month)}: {index_text(step.base.tenths)}",
            f"{month_in_words(step.new.month)}: {index_text(step.new.tenths)}",
        )
    where = ", ".join(filter(None, (row.lease.tenant_name, row.lease.address)))
    return (
        row.lease.number,
        where,
        *values,
        format_kroner(old, unit=False),
        format_kroner(new, unit=False),
        percent(rise_percent(old, new)),
    )


def _left(paper: RoundPaper, text: Text) -> tuple[Block, ...]:
    if not paper.left:
        return ()
    columns = (
        Column(text.passage("column_lease"), share=0.13),
        Column(text.passage("column_where"), share=0.37),
        Column(text.passage("column_old"), Align.RIGHT, share=0.1),
        Column(text.passage("column_why"), share=0.4),
    )
    rows = tuple(_left_row(row, text) for row in paper.left)
    return (Heading(text.passage("heading_left")), Table(columns, rows, dense=True))


def _left_row(row: RoundRow, text: Text) -> tuple[str, ...]:
    where = ", ".join(filter(None, (row.lease.tenant_name, row.lease.address)))
    until = short_day(row.until) if row.until else ""
    why = text.passage(f"why_{row.why_not}", until=until) if row.why_not else ""
    return (
        row.lease.number,
        where,
        format_kroner(row.old, unit=False) if row.old is not None else "",
        why,
    )
