"""The columns of «Husleieregulering»."""

from app.core.money import Ore, format_kroner
from app.core.price_index import rise_percent
from app.core.records import dataclass
from app.core.text import percent
from app.leases.rents.model import RoundRow
from ui.kit.chips import Chip, ChipKind
from ui.kit.columns import Align, Column
from ui.labels import day, named
from ui.leases.columns import PROTECTED
from ui.leases.rent.words import step_words, why_not_words


@dataclass(frozen=True, slots=True)
class Offered:
    """A row: a lease, and whether its rent is to be told."""

    row: RoundRow
    chosen: bool


def _standing(each: Offered) -> Chip:
    if each.row.why_not is not None:
        return Chip(ChipKind.NOT_STARTED, "Reguleres ikke")
    if each.chosen:
        return Chip(ChipKind.OK, "Får varsel")
    return Chip(ChipKind.WAITING, "Tatt ut")


def _why(each: Offered) -> str:
    why, until = each.row.why_not, each.row.until
    if why is not None:
        return why_not_words(why, day(until) if until else "")
    return step_words(each.row.step) if each.row.step else ""


def _rise(each: Offered) -> str:
    old, new = each.row.old, each.row.new
    return percent(rise_percent(old, new)) if each.row.can and old and new else ""


def _sum(amount: Ore | None) -> str:
    return format_kroner(amount) if amount is not None else "–"


COLUMNS: tuple[Column[Offered], ...] = (
    Column(
        "chosen",
        "Varsel",
        lambda each: _standing(each).text,
        chip=_standing,
        sort=lambda each: 0 if each.chosen else 1 if each.row.can else 2,
        width=140,
    ),
    Column(
        "name",
        "Leietaker",
        lambda each: named(each.row.lease.tenant_name),
        second=lambda each: each.row.lease.address or PROTECTED,
        strong=True,
        stretch=True,
        width=190,
    ),
    Column("number", "Leieavtale", lambda each: each.row.lease.number, width=100, spare=1),
    Column(
        "old",
        "Leie nå",
        lambda each: _sum(each.row.old),
        second=lambda each: (
            f"fra {day(each.row.fixing.since)}" if each.row.fixing and each.row.fixing.sure else ""
        ),
        sort=lambda each: each.row.old,
        align=Align.RIGHT,
        width=110,
    ),
    Column(
        "new",
        "Ny leie",
        lambda each: _sum(each.row.new) if each.row.can else "–",
        second=_rise,
        sort=lambda each: each.row.new,
        align=Align.RIGHT,
        width=100,
    ),
    Column("why", "Indeks, eller hvorfor ikke", _why, width=270),
)
