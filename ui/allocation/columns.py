"""What the waiting list shows: a place, who, group, need, days, and what marks it."""

from collections import Counter
from collections.abc import Iterable

from app.allocation.model import Candidate, ReasonCode, WaitingPlace
from app.applications.model import ApplicationRow, ApplicationState
from app.core.records import dataclass
from app.core.text import plural
from app.people.model import AddressProtection
from ui.kit.chips import Chip, ChipKind
from ui.kit.columns import Align, Column
from ui.labels import capital, day, short_group, title_word

# What speaks against a dwelling, where the whole words have no room
_SHORT = {
    ReasonCode.BEDROOMS_TOO_FEW: "For liten",
    ReasonCode.NOT_ACCESSIBLE: "Ikke rullestol",
    ReasonCode.NOT_FOR_DISADVANTAGED: "Annet formål",
    ReasonCode.OTHER_ALLOCATOR: "Annen liste",
    ReasonCode.NOT_TO_LET: "Leies ikke ut",
    ReasonCode.TAKEN: "Tildelt",
    ReasonCode.ON_PAPER_ONLY: "På papir",
    ReasonCode.NOT_FOR_CHILDREN: "Ikke for barn",
    ReasonCode.NORM_TOO_SMALL: "For liten",
    ReasonCode.REQUIREMENT_NOT_MET: "Mangler krav",
    ReasonCode.NOT_FOR_GROUP: "Annen gruppe",
    ReasonCode.RESERVED: "Holdt av",
    ReasonCode.OFFERED: "Tilbudt",
    ReasonCode.OLD_DEBT_STOPS: "Gammel gjeld",
    ReasonCode.QUARANTINE: "Karantene",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row of the page: a place, and how the dwelling asked about suits, if one is.

    `equals` are the others at the same rank.
    """

    place: WaitingPlace
    candidate: Candidate | None = None
    equals: int = 0

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


def rank_words(place: WaitingPlace) -> str:
    """«3»: the same number for those who are equal."""
    return str(place.rank or place.place)


def shared(places: Iterable[WaitingPlace]) -> dict[int, int]:
    """How many stand at each rank."""
    return Counter(place.rank for place in places)


def need_words(row: ApplicationRow) -> str:
    """«2 soverom», or «–»."""
    return "–" if row.bedrooms is None else f"{row.bedrooms} soverom"


def _second(waiting: Waiting) -> str:
    """What speaks against first, when a dwelling is asked about; else whether it must be level."""
    candidate = waiting.candidate
    if candidate is not None and candidate.why_not:
        return _SHORT.get(candidate.why_not[0].code, "Passer ikke")
    return "Rullestol" if waiting.row.accessible else ""


def group_words(row: ApplicationRow) -> str:
    """The group, or that there is none."""
    return capital(short_group(row.group))


def status_chip(waiting: Waiting) -> Chip:
    """Whether the dwelling suits when one is asked about; else what marks the application."""
    if waiting.candidate is not None:
        fits = waiting.candidate.fits
        return Chip(ChipKind.OK, "Passer") if fits else Chip(ChipKind.NOT_STARTED, "Passer ikke")
    row = waiting.row
    if row.state is not ApplicationState.GRANTED_WAITING:
        return Chip(ChipKind.NOT_STARTED, title_word(row.state))
    if row.to_check:
        return Chip(ChipKind.SOON, "Må ses over")
    if row.group is None:
        return Chip(ChipKind.UNKNOWN, "Uten gruppe")
    return Chip(ChipKind.WAITING, "Venter")


COLUMNS: tuple[Column[Waiting], ...] = (
    Column(
        "place",
        "Plass",
        lambda each: rank_words(each.place),
        second=lambda each: "Delt" if each.equals else "",
        sort=lambda each: each.place.place,
        value=lambda each: each.place.rank or each.place.place,
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
        fit=True,
        width=150,
    ),
    Column("group", "Gruppe", lambda each: group_words(each.row), width=118),
    Column(
        "need",
        "Behov",
        lambda each: need_words(each.row),
        second=_second,
        spare=2,
        width=106,
    ),
    Column(
        "days",
        "Dager",
        lambda each: str(each.row.days_waiting),
        sort=lambda each: each.row.days_waiting,
        value=lambda each: each.row.days_waiting,
        align=Align.RIGHT,
        spare=1,
        width=62,
    ),
    Column(
        "status",
        "Status",
        lambda each: status_chip(each).text,
        chip=status_chip,
        width=132,
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
