"""What the waiting list shows: a place, who, group, need, days, and what marks it."""

from dataclasses import dataclass

from app.allocation.model import Candidate, WaitingPlace
from app.applications.model import ApplicationRow, ApplicationState
from app.core.text import plural
from app.people.model import AddressProtection
from ui.kit.chips import Chip, ChipKind
from ui.kit.columns import Align, Column
from ui.labels import day, title_word


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row of the page: a place, and how the dwelling asked about suits, if one is."""

    place: WaitingPlace
    candidate: Candidate | None = None

    @property
    def row(self) -> ApplicationRow:
        """The application."""
        return self.place.row


def household_words(row: ApplicationRow) -> str:
    """«Enslig, 1 barn», or that the address is kept secret."""
    if row.protection is not AddressProtection.NONE:
        return "Skjermet adresse"
    adults = "Enslig" if row.adults <= 1 else plural(row.adults, "voksen", "voksne")
    children = plural(row.children, "barn", "barn") if row.children else ""
    return ", ".join(part for part in (adults, children) if part)


def need_words(row: ApplicationRow) -> str:
    """«2 soverom, rullestol», or «–»."""
    size = "" if row.bedrooms is None else f"{row.bedrooms} soverom"
    chair = "rullestol" if row.accessible else ""
    return ", ".join(part for part in (size, chair) if part) or "–"


def group_words(row: ApplicationRow) -> str:
    """The group, or that there is none."""
    return title_word(row.group) if row.group else "Uten gruppe"


def status_chip(waiting: Waiting) -> Chip:
    """Whether the dwelling suits when one is asked about; else what marks the application."""
    if waiting.candidate is not None:
        return Chip(ChipKind.OK, "Passer") if waiting.candidate.fits else _unfit(waiting.candidate)
    row = waiting.row
    if row.state is not ApplicationState.GRANTED_WAITING:
        return Chip(ChipKind.NOT_STARTED, title_word(row.state))
    if row.to_check:
        return Chip(ChipKind.SOON, "Må ses over")
    if row.group is None:
        return Chip(ChipKind.UNKNOWN, "Mangler gruppe")
    return Chip(ChipKind.WAITING)


def _unfit(candidate: Candidate) -> Chip:
    first, *more = candidate.why_not
    word = title_word(first.code)
    return Chip(ChipKind.NOT_STARTED, f"{word} og {len(more)} til" if more else word)


COLUMNS: tuple[Column[Waiting], ...] = (
    Column(
        "place",
        "Plass",
        lambda each: str(each.place.place),
        sort=lambda each: each.place.place,
        value=lambda each: each.place.place,
        align=Align.RIGHT,
        strong=True,
        width=64,
    ),
    Column(
        "name",
        "Søker",
        lambda each: each.row.name,
        second=lambda each: household_words(each.row),
        strong=True,
        stretch=True,
        width=150,
    ),
    Column("group", "Gruppe", lambda each: group_words(each.row), width=130),
    Column("need", "Behov", lambda each: need_words(each.row), width=118),
    Column(
        "days",
        "Dager",
        lambda each: str(each.row.days_waiting),
        sort=lambda each: each.row.days_waiting,
        value=lambda each: each.row.days_waiting,
        align=Align.RIGHT,
        width=64,
    ),
    Column(
        "status",
        "Status",
        lambda each: status_chip(each).text,
        chip=status_chip,
        width=166,
    ),
    Column(
        "received",
        "Mottatt",
        lambda each: day(each.row.received_on),
        sort=lambda each: each.row.received_on.toordinal(),
        align=Align.RIGHT,
        hidden=True,
        width=104,
    ),
    Column("number", "Søknad", lambda each: each.row.number, hidden=True, width=110),
)
