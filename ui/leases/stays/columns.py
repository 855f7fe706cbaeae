"""What the list of temporary stays shows."""

from datetime import date, timedelta
from enum import StrEnum

from app.core.money import format_kroner
from app.core.text import plural
from app.leases.stays.model import DayRange, StayRow
from ui.kit.chips import Chip, ChipKind
from ui.kit.columns import Align, Column
from ui.labels import day, named, title_word

NOT_SHOWN = "Vises ikke"
NO_VEDTAK = "Uten vedtak"


class Shown(StrEnum):
    """Which days the page is about."""

    NOW = "now"
    MONTH = "month"
    YEAR = "year"
    LAST_YEAR = "last_year"


def days_of(shown: Shown, staying: tuple[StayRow, ...], today: date) -> DayRange:
    """The days a choice stands for; «now» is as long as those who stay have stayed."""
    if shown is Shown.MONTH:
        following = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
        return DayRange(today.replace(day=1), following - timedelta(days=1))
    if shown is Shown.NOW:
        first = min((row.stay.began_on for row in staying), default=today)
        return DayRange(first, today)
    year = today.year - (shown is Shown.LAST_YEAR)
    return DayRange(date(year, 1, 1), date(year, 12, 31))


def columns(today: date) -> tuple[Column[StayRow], ...]:
    """The columns; how long is too long follows the rules of the day (AL-14)."""

    def chip(row: StayRow) -> Chip:
        return state_chip(row, today)

    state = Column[StayRow]("state", "Status", lambda row: chip(row).text, chip=chip, width=150)
    return (*_STAY, state, _QUALITY)


def state_chip(row: StayRow, today: date) -> Chip:
    """Whether they still stay, and whether it has been too long."""
    if not row.stay.open:
        return Chip(ChipKind.OK, "Avsluttet")
    if row.has_child and today >= row.very_long_from:
        return Chip(ChipKind.URGENT, "Tre måneder")
    if today >= row.long_from:
        return Chip(ChipKind.SOON, "Etter 14 dager")
    if row.stay.until is not None and row.stay.until < today:
        return Chip(ChipKind.SOON, "Over avtalt dag")
    return Chip(ChipKind.WAITING, "Bor der nå")


def _children(row: StayRow) -> str:
    if row.stay.children:
        return f"med {plural(row.stay.children, 'barn', 'barn')}"
    return "med barn" if row.has_child else ""


def _until(row: StayRow) -> str:
    last = row.stay.left_on or row.stay.until
    return day(last) if last else "Åpent"


_STAY: tuple[Column[StayRow], ...] = (
    Column(
        "name",
        "Navn",
        lambda row: named(row.name),
        second=lambda row: _children(row),
        strong=True,
        stretch=True,
        width=150,
    ),
    Column(
        "where",
        "Sted",
        lambda row: row.where or NOT_SHOWN,
        second=lambda row: title_word(row.kind) if row.kind else "",
        stretch=True,
        width=170,
    ),
    Column(
        "began",
        "Fra",
        lambda row: day(row.stay.began_on),
        sort=lambda row: row.stay.began_on.toordinal(),
        align=Align.RIGHT,
        width=112,
        fit=True,
    ),
    Column(
        "until",
        "Til",
        _until,
        second=lambda row: "" if row.stay.left_on or row.stay.until is None else "avtalt",
        sort=lambda row: (row.stay.left_on or row.stay.until or date.max).toordinal(),
        align=Align.RIGHT,
        width=112,
        fit=True,
    ),
    Column(
        "nights",
        "Netter",
        lambda row: str(row.nights),
        value=lambda row: row.nights,
        sort=lambda row: row.nights,
        align=Align.RIGHT,
        width=74,
    ),
    Column(
        "cost",
        "Kostnad",
        lambda row: format_kroner(row.cost),
        value=lambda row: row.cost / 100,
        sort=lambda row: row.cost,
        align=Align.RIGHT,
        width=104,
        spare=2,
    ),
    Column("vedtak", "Vedtak", lambda row: row.vedtak_number or NO_VEDTAK, width=104, spare=1),
)
_QUALITY: Column[StayRow] = Column(
    "quality",
    "Kvalitet",
    lambda row: day(row.stay.quality_confirmed_on),
    width=110,
    hidden=True,
)
