"""The list of temporary stays in a period, with what each place cost. Pure (B11, REP-14)."""

from datetime import date, datetime

from app.core.days import short_day, span
from app.core.money import Ore, format_kroner
from app.core.records import dataclass
from app.core.words import word
from app.documents.model import (
    Align,
    Column,
    Document,
    Fact,
    Facts,
    Form,
    Heading,
    Paragraph,
    Table,
)
from app.documents.texts import Text
from app.leases.stays.model import DayRange, StayCounts, StayRow, StaySum
from app.leases.stays.rules import cost, nights
from app.settings.letterhead import letterhead
from app.settings.model import OfficeProfile

PARTS = ("perioden", "taushetsplikt")


@dataclass(frozen=True, slots=True, repr=False)
class StayList:
    """All that the list says."""

    office: OfficeProfile
    issued: datetime
    within: DayRange
    as_of: date
    rows: tuple[StayRow, ...]
    sums: tuple[StaySum, ...]
    counts: StayCounts


def stay_list(known: StayList, text: Text) -> Document:
    """The whole list; `text` is «stays» in the office's language."""
    period = span(known.within.first, known.within.last)
    counts = known.counts
    facts = (
        Fact(text.passage("label_period"), period),
        Fact(text.passage("label_until"), short_day(known.as_of)),
        Fact(text.passage("label_short"), str(counts.short)),
        Fact(text.passage("label_long"), str(counts.long)),
        Fact(text.passage("label_children"), str(counts.children_long)),
    )
    tables = (
        Heading(text.passage("heading_places")),
        _places(known, text),
        Heading(text.passage("heading_stays")),
        _stays(known, text),
    )
    nothing = (Paragraph(text.passage("nothing")),)
    return Document(
        title=text.passage("title"),
        language=known.office.language.value,
        issued=known.issued,
        reference="",
        letterhead=letterhead(known.office),
        blocks=(
            Facts(facts, part=PARTS[0]),
            *(tables if known.rows else nothing),
            Paragraph(text.passage("secrecy"), small=True, part=PARTS[1]),
        ),
        requires=PARTS,
        demo=known.office.demo,
        form=Form.SHEET,
        kind=text.passage("kind"),
        landscape=True,
    )


def _kroner(sum_: Ore) -> str:
    return format_kroner(sum_)


def _places(known: StayList, text: Text) -> Table:
    titles = ("place", "kind", "people", "nights", "cost")
    rows = tuple(
        (
            each.where or text.passage("not_shown"),
            word(each.kind, text.language) if each.kind else "–",
            str(each.people),
            str(each.nights),
            _kroner(each.cost),
        )
        for each in known.sums
    )
    total = (
        text.passage("total"),
        "",
        str(len({row.stay.person for row in known.rows})),
        str(sum(each.nights for each in known.sums)),
        _kroner(Ore(sum(each.cost for each in known.sums))),
    )
    return Table(
        _columns(titles, text, (0.36, 0.24, 0.12, 0.12, 0.16)),
        rows,
        total=total,
    )


def _stays(known: StayList, text: Text) -> Table:
    titles = ("name", "place", "from", "to", "vedtak", "nights", "cost")
    rows = tuple(
        (
            row.name,
            row.where or text.passage("not_shown"),
            short_day(row.stay.began_on),
            short_day(row.stay.left_on) if row.stay.left_on else text.passage("still"),
            row.vedtak_number or text.passage("no_vedtak"),
            str(nights(row.stay, known.as_of, known.within)),
            _kroner(cost(row.stay, known.as_of, known.within)),
        )
        for row in known.rows
    )
    shares = (0.22, 0.24, 0.11, 0.11, 0.12, 0.08, 0.12)
    return Table(_columns(titles, text, shares), rows)


def _columns(titles: tuple[str, ...], text: Text, shares: tuple[float, ...]) -> tuple[Column, ...]:
    right = {"people", "nights", "cost"}
    return tuple(
        Column(
            text.passage(f"column_{title}"), Align.RIGHT if title in right else Align.LEFT, share
        )
        for title, share in zip(titles, shares, strict=True)
    )
