"""What the list of leases shows, and the filters it has."""

from datetime import date

from app.core.money import format_kroner
from app.core.periods import Period, Unit, add
from app.core.records import dataclass
from app.leases.model import LeaseRow, LeaseState
from app.people.model import AddressProtection
from ui.kit.chips import Tone
from ui.kit.columns import Align, Column
from ui.labels import dash, day, named
from ui.leases.words import short_chip

PROTECTED = "Skjermet adresse"
SOON = Period(6, Unit.MONTHS)

# the filters: what each shows
SETS = {
    "ending": "Går ut innen 6 md.",
    "to_sign": "Skal underskrives",
    "talks": "Samtale gjenstår",
    "open_ended": "Tidsubestemt",
    "to_check": "Må ses over",
    "over": "Avsluttet",
}

# those that stand under the page in the sidebar
SAVED = ("ending", "to_sign", "to_check")


@dataclass(frozen=True, slots=True)
class Listed:
    """A lease with what comes next."""

    row: LeaseRow
    next_words: str
    tone: Tone | None
    talk_due: bool = False

    def belongs(self, which: object, today: date) -> bool:
        """Whether it stands in a filter."""
        return self.talk_due if which == "talks" else belongs(self.row, which, today)


def belongs(row: LeaseRow, which: object, today: date) -> bool:
    """Whether a lease stands in a filter; without one, those that are not over."""
    match which:
        case "ending":
            return row.state.lived_in and row.end is not None and row.end <= add(SOON, today)
        case "to_sign":
            return row.state is LeaseState.TO_SIGN
        case "open_ended":
            return row.state.lived_in and (
                row.end is None or row.state is LeaseState.TURNED_OPEN_ENDED
            )
        case "to_check":
            return bool(row.to_check) or row.state is LeaseState.TURNED_OPEN_ENDED
        case "over":
            return not row.state.holds
    return row.state.holds


def where(row: LeaseRow) -> str:
    """The dwelling; never the address of a protected tenant."""
    return row.address if row.protection is AddressProtection.NONE else PROTECTED


def house(row: LeaseRow) -> str:
    """Street and number; the flat stands under it, so that neither is cut."""
    return where(row).partition(", ")[0]


def unit(row: LeaseRow) -> str:
    """Which flat of the house."""
    return where(row).partition(", ")[2]


COLUMNS: tuple[Column[Listed], ...] = (
    Column(
        "tenant",
        "Leietaker",
        lambda listed: named(listed.row.tenant_name),
        second=lambda listed: listed.row.number,
        strong=True,
        stretch=True,
        fit=True,
        width=150,
    ),
    Column(
        "dwelling",
        "Bolig",
        lambda listed: house(listed.row),
        sort=lambda listed: where(listed.row),
        second=lambda listed: unit(listed.row),
        value=lambda listed: where(listed.row),
        fit=True,
        width=140,
    ),
    Column(
        "start",
        "Fra",
        lambda listed: day(listed.row.start),
        sort=lambda listed: listed.row.start.toordinal() if listed.row.start else None,
        align=Align.RIGHT,
        width=106,
        spare=2,
    ),
    Column(
        "end",
        "Til",
        lambda listed: day(listed.row.end),
        sort=lambda listed: listed.row.end.toordinal() if listed.row.end else None,
        align=Align.RIGHT,
        width=106,
        spare=4,
    ),
    Column(
        "next",
        "Neste",
        lambda listed: listed.next_words,
        tone=lambda listed: listed.tone,
        fit=True,
        width=140,
    ),
    Column(
        "state",
        "Status",
        lambda listed: short_chip(listed.row.state).text,
        chip=lambda listed: short_chip(listed.row.state),
        width=155,
        spare=3,
    ),
    Column(
        "rent",
        "Leie kr",
        lambda listed: dash(
            "" if listed.row.rent is None else format_kroner(listed.row.rent, unit=False)
        ),
        sort=lambda listed: listed.row.rent,
        value=lambda listed: None if listed.row.rent is None else listed.row.rent / 100,
        align=Align.RIGHT,
        width=84,
        spare=1,
    ),
)
