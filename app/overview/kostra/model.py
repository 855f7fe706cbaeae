"""The lines of KOSTRA 13 and what stands behind each (REP-07 to REP-19)."""

from datetime import date, datetime
from enum import StrEnum

from app.applications.model import TargetGroup
from app.core.ids import ApplicationId, DwellingId, LeaseId
from app.core.records import dataclass
from app.dwellings.model import Holding
from app.overview.figures.model import Figure
from app.overview.snapshots.model import Answer
from app.settings.model import OfficeProfile

NO_GROUP = "none"
"""The group of a case that nobody has given one."""


class KostraQuery(StrEnum):
    """What a line can count; what each takes in stands in its explanation."""

    DWELLINGS = "dwellings"
    OWNED = "dwellings_owned"
    LEASED_IN = "dwellings_leased_in"
    DISPOSAL_RIGHT = "dwellings_disposal_right"
    RIGHT_UNKNOWN = "dwellings_right_unknown"
    ACCESSIBLE = "dwellings_accessible"
    WAITING = "waiting"
    APPLIED_NEW = "applied_new"
    GRANTED_NEW = "granted_new"
    REFUSED_NEW = "refused_new"
    ALLOCATED_NEW = "allocated_new"
    ALLOCATED_SWAP = "allocated_swap"
    RENEWED = "renewed"
    LEASES_BEGUN = "leases_begun"
    LEASES_SHORT = "leases_short"
    STAY_HOUSEHOLDS = "stay_households"
    STAY_SHORT = "stay_short"
    STAY_CHILDREN = "stay_children"
    STAY_CHILDREN_LONG = "stay_children_long"
    STAY_SHELTER = "stay_shelter"
    STAY_NIGHTS = "stay_nights"
    GUARANTEES = "guarantees"
    DEPOSITS = "deposits"

    @property
    def by_group(self) -> bool:
        """Whether it can be asked for some groups only (REP-16)."""
        return self in _BY_GROUP


_BY_GROUP = frozenset(
    {
        KostraQuery.WAITING,
        KostraQuery.APPLIED_NEW,
        KostraQuery.GRANTED_NEW,
        KostraQuery.REFUSED_NEW,
        KostraQuery.ALLOCATED_NEW,
        KostraQuery.ALLOCATED_SWAP,
        KostraQuery.RENEWED,
    }
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query that can be counted: `groups` None for everyone, a None in it for no group."""

    query: KostraQuery
    groups: frozenset[TargetGroup | None] | None = None

    @classmethod
    def read(cls, text: str) -> "Asked | None":
        """What a query counts, or None when nothing is known by that name."""
        name, slash, rest = text.strip().partition("/")
        query = next((each for each in KostraQuery if each.value == name.strip()), None)
        if query is None or (slash and not query.by_group):
            return None
        if not slash:
            return cls(query)
        known: dict[str, TargetGroup | None] = {each.value: each for each in TargetGroup}
        known[NO_GROUP] = None
        names = [each.strip() for each in rest.split("+")]
        if any(each not in known for each in names):
            return None
        return cls(query, frozenset(known[each] for each in names))

    @property
    def written(self) -> str:
        """As it is kept: groups in their order, the one without last."""
        if self.groups is None:
            return self.query.value
        names = [each.value for each in TargetGroup if each in self.groups]
        names += [NO_GROUP] if None in self.groups else []
        return f"{self.query.value}/{'+'.join(names)}"


@dataclass(frozen=True, slots=True)
class KostraLine:
    """One line of the form in the years it holds; `to_year` None while it lasts.

    `query` as it is written («allocated_new/refugee»), empty where nothing is counted. `local`
    is the municipality's own, which takes the place of ours; `dropped` takes the line out.
    """

    line: str
    words: str
    query: str
    from_year: int
    to_year: int | None = None
    source: str = ""
    local: bool = False
    dropped: bool = False

    def holds(self, year: int) -> bool:
        """Whether it stands in the form of a year."""
        return self.from_year <= year and (self.to_year is None or year <= self.to_year)


@dataclass(frozen=True, slots=True)
class LineTable:
    """The table as shipped: its version, its lines, and the account functions (REP-17)."""

    version: str
    source: str
    lines: tuple[KostraLine, ...]
    functions: tuple[tuple[str, str], ...]


class LineFault(StrEnum):
    """Why a line has no number, or not one for all its days."""

    NO_QUERY = "no_query"
    UNKNOWN_QUERY = "unknown_query"
    BEFORE_REGISTER = "before_register"
    COUNTED_FROM = "counted_from"


@dataclass(frozen=True, slots=True)
class LineCount:
    """A line with its number; `figure` None where it cannot be counted, and `fault` why.

    `says` is what it counts in words, `trouble` what is the matter with it.
    """

    line: KostraLine
    asked: Asked | None
    figure: Figure | None
    fault: LineFault | None = None
    began: date | None = None
    says: str = ""
    trouble: str = ""

    @property
    def count(self) -> int | None:
        """The number, if there is one."""
        return None if self.figure is None else self.figure.count


@dataclass(frozen=True, slots=True)
class Home:
    """A dwelling that can be used on a day; `units` as many as residents have leases (REP-08)."""

    id: DwellingId
    holding: Holding
    accessible: bool
    units: int


@dataclass(frozen=True, slots=True)
class Request:
    """An application with its group on the last day; a household may have several."""

    id: ApplicationId
    household: int
    group: TargetGroup | None


@dataclass(frozen=True, slots=True)
class Begun:
    """A lease that began in a period; `end` None when it has no last day."""

    id: LeaseId
    start: date
    end: date | None
    guarantee: bool
    deposit: bool


class ShareKind(StrEnum):
    """What is told of the numbers as a share (P 5d)."""

    PER_THOUSAND = "per_thousand"
    OWNED = "owned_share"
    ACCESSIBLE = "accessible_share"
    STAYS_SHORT = "stays_short_share"
    STAYS_CHILDREN_LONG = "stays_children_long_share"


class ShareFault(StrEnum):
    """Why a share cannot be told, or not be trusted."""

    NOT_ENTERED = "inhabitants_not_entered"
    OLD = "inhabitants_old"
    NOTHING = "nothing_to_share"


@dataclass(frozen=True, slots=True)
class KostraShare:
    """A share in tenths of a per cent, or of a dwelling by a thousand inhabitants.

    `tenths` is None where it cannot be told. `since` is the day of the number of inhabitants;
    `says` is the share in words, `behind` what stands behind it or is to be done.
    """

    kind: ShareKind
    tenths: int | None
    part: int
    whole: int
    fault: ShareFault | None = None
    since: date | None = None
    says: str = ""
    behind: str = ""


@dataclass(frozen=True, slots=True)
class KostraReturn:
    """The whole form for its days: stocks on the last, events between them, both counted.

    `later` are dwellings the register first knows of after the last day: were they there then?
    `unplaced` are counted dwellings whose right nobody has entered, so that they are in the total
    but in none of its parts. `began` is the first day anything is known.
    """

    first: date
    last: date
    lines: tuple[LineCount, ...]
    later: Figure
    unplaced: Figure
    functions: tuple[tuple[str, str], ...]
    began: date | None
    answer: Answer
    shares: tuple[KostraShare, ...] = ()

    @property
    def holes(self) -> tuple[LineCount, ...]:
        """The lines without a number."""
        return tuple(each for each in self.lines if each.figure is None)


@dataclass(frozen=True, slots=True)
class KostraPaper:
    """What the print is made of.

    `means` is what each count in use takes in.
    """

    office: OfficeProfile
    found: KostraReturn
    means: tuple[tuple[str, str], ...]
    issued: datetime
