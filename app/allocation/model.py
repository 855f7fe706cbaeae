"""The waiting list as the office knows it: places, the reasons for them, and who fits where."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Protocol

from app.allocation.rulesets.model import NeedPoints, RankingMode, TieBreak
from app.applications.model import ApplicationRow, NeedCategory, TargetGroup
from app.core.ids import ApplicationId, DwellingId, VedtakId
from app.core.records import dataclass


class ReasonCode(StrEnum):
    """Why a place, what lies between two places, why this dwelling and why not.

    The facts of each stand beside it. None tells anything of another person than an application's
    id, for the screen alone.
    """

    # why a place: the group (facts group, at, since, source)
    GROUP_ADOPTED = "group_adopted"
    GROUP_PROPOSED = "group_proposed"  # nobody has adopted an order: the program's own
    GROUP_UNLISTED = "group_unlisted"  # not named in the adopted order, so after those that are
    GROUP_MISSING = "group_missing"  # no facts
    # why a place: the need (facts main, codes)
    NEED = "need"
    NEED_NOT_MAPPED = "need_not_mapped"  # no facts
    NEED_POINTS = "need_points"  # facts points, codes
    OFFICE_ALONE = "office_alone"  # the set orders by nothing but the office's judgement
    # why a place: the officer's own order (facts since, reason; other for above; and where that
    # led: ahead_of the next who was not placed, None for last, as the nth of those put there)
    PLACED_ABOVE = "placed_above"
    PLACED_LAST = "placed_last"
    NOT_PLACED = "not_placed"  # no facts
    # why a place: what parts two who are equal (facts serial, an order that means nothing)
    TIE_NONE = "tie_none"
    TIE_RECEIVED = "tie_received"  # facts received_on
    TIE_LOT = "tie_lot"  # facts lot
    # what separates a place from the one above it
    BEHIND_GROUP = "behind_group"  # facts group, other_group; None for no group
    BEHIND_PLACED = "behind_placed"  # this one was placed here (facts since, reason)
    BEHIND_OTHER_PLACED = "behind_other_placed"  # the one above was (facts since, other)
    BEHIND_NEED = "behind_need"  # facts main, other_main; None for not mapped
    BEHIND_POINTS = "behind_points"  # facts points, other_points
    BEHIND_RECEIVED = "behind_received"  # the set says the day decides (facts received_on)
    BEHIND_LOT = "behind_lot"  # the set says that lots are drawn; no facts
    # not behind at all: the same rank, and the order they are shown in means nothing
    EQUAL = "equal"
    NOT_JUDGED = "not_judged"  # nobody has weighed them against each other
    # whether a dwelling suits (facts need, has where sizes are compared)
    BEDROOMS_FIT = "bedrooms_fit"
    BEDROOMS_TOO_FEW = "bedrooms_too_few"
    BEDROOMS_MORE = "bedrooms_more"
    BEDROOMS_NOT_KNOWN = "bedrooms_not_known"
    ACCESSIBLE = "accessible"
    NOT_ACCESSIBLE = "not_accessible"
    FOR_DISADVANTAGED = "for_disadvantaged"
    NOT_FOR_DISADVANTAGED = "not_for_disadvantaged"
    SAME_ALLOCATOR = "same_allocator"
    OTHER_ALLOCATOR = "other_allocator"
    ANY_ALLOCATOR = "any_allocator"
    NOT_VACANT_YET = "not_vacant_yet"  # facts status
    NOT_TO_LET = "not_to_let"  # facts status
    TAKEN = "taken"  # allocated to someone already
    ON_PAPER_ONLY = "on_paper_only"  # strengt fortrolig: no tie may stand here (ADR-02)
    # whether it suits by what is told of the dwelling and in the form
    NOT_FOR_CHILDREN = "not_for_children"  # hard: never for a household with a child
    NORM_FITS = "norm_fits"  # facts persons, least, most, has
    NORM_TOO_SMALL = "norm_too_small"
    NORM_LARGER = "norm_larger"
    REQUIREMENT_MET = "requirement_met"  # facts requirements
    REQUIREMENT_NOT_MET = "requirement_not_met"
    REQUIREMENT_NOT_KNOWN = "requirement_not_known"
    AREA_WANTED = "area_wanted"  # facts area
    AREA_NOT_KNOWN = "area_not_known"
    SCHOOL_SAME = "school_same"  # facts school
    SCHOOL_OTHER = "school_other"  # facts school, dwelling_school
    SCHOOL_NOT_KNOWN = "school_not_known"
    FOR_GROUP = "for_group"  # facts groups
    NOT_FOR_GROUP = "not_for_group"
    ENVIRONMENT = "environment"  # facts note
    # what holds it back
    RESERVED = "reserved"  # facts until
    RESERVED_FOR_THIS = "reserved_for_this"
    OFFERED = "offered"
    OFFERED_TO_THIS = "offered_to_this"
    # earlier tenancy, by the municipality's rules
    OLD_DEBT_STOPS = "old_debt_stops"
    OLD_DEBT_BEFORE_LEASE = "old_debt_before_lease"
    OLD_DEBT_PLANNED = "old_debt_planned"  # facts planned_on
    QUARANTINE = "quarantine"  # facts until
    EARLIER_BREACH = "earlier_breach"  # facts on


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: what, the facts it rests on, and the rule id. Days are dates, enums values."""

    code: ReasonCode
    facts: dict[str, object] = field(default_factory=dict, repr=False)
    source: str = ""


@dataclass(frozen=True, slots=True)
class GroupOrder:
    """The order of the municipality's groups. `since` None: nobody has adopted one.

    `listed` are those it names; the rest follow, and those without a group stand last.
    """

    listed: tuple[TargetGroup, ...] = ()
    since: date | None = None
    source: str = ""

    @property
    def adopted(self) -> bool:
        """Whether the municipality has decided it."""
        return self.since is not None

    @property
    def sequence(self) -> tuple[TargetGroup, ...]:
        """Every group, first to last."""
        return (*self.listed, *(group for group in TargetGroup if group not in self.listed))


@dataclass(frozen=True, slots=True)
class Ordering:
    """By what the list is ordered on a day: the municipality's way, and what parts two equals.

    Waiting time counts for nothing unless `tie_break` says so. `rule_set` 0 is the proposal.
    """

    groups: GroupOrder = field(default_factory=GroupOrder)
    mode: RankingMode = RankingMode.ORDERED_GROUPS
    tie_break: TieBreak = TieBreak.NONE
    points: tuple[NeedPoints, ...] = ()
    rule_set: int = 0
    claims_next: str = ""

    @property
    def by_group(self) -> bool:
        """Whether a whole group stands before the next."""
        return self.mode is RankingMode.ORDERED_GROUPS


class Ranked(Protocol):
    """All that decides where an application stands among those it is weighed with."""

    @property
    def id(self) -> ApplicationId: ...
    @property
    def needs(self) -> frozenset[NeedCategory]: ...
    @property
    def received_on(self) -> date: ...


@dataclass(frozen=True, slots=True)
class Move:
    """The officer put one directly above another, or last, within a group, with a reason."""

    application: ApplicationId
    above: ApplicationId | None
    group: TargetGroup | None
    since: date
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class WaitingPlace:
    """A place on the list: why it is there, and what separates it from the one above.

    `place` counts the lines, each with its own; `rank` is the same for those who are equal. The
    same value is shown on the screen, written into the vedtak and answered with in an appeal.
    """

    place: int
    row: ApplicationRow
    reasons: tuple[Reason, ...]
    behind: Reason | None
    rank: int = 0

    @property
    def undecided(self) -> bool:
        """Whether nothing parts it from the one above: the rules are silent, nobody has chosen."""
        return self.behind is not None and self.behind.code in SAME_RANK


SAME_RANK = frozenset({ReasonCode.EQUAL, ReasonCode.NOT_JUDGED})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone on the list and one dwelling: why, and why not."""

    place: WaitingPlace
    why: tuple[Reason, ...]
    why_not: tuple[Reason, ...]

    @property
    def fits(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.why_not


@dataclass(frozen=True, slots=True)
class Allocated:
    """A dwelling given to a household by a vedtak, from a day to a day (FV-24)."""

    id: int
    vedtak: VedtakId
    application: ApplicationId
    dwelling: DwellingId
    since: date
    until: date | None
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Someone and one dwelling: what speaks for and against, and who stands before them.

    `listed` is False for one who waits for no dwelling. Where it suits, `ahead` are those before
    on the list whom it suits too, `equals` those at the same rank.
    """

    candidate: Candidate
    listed: bool
    ahead: tuple[WaitingPlace, ...] = ()
    equals: tuple[WaitingPlace, ...] = ()


class PlaceChange(StrEnum):
    """Why a place became another: what happened to this one, to the order, or to others."""

    CAME = "came"
    MOVED = "moved"
    GROUP = "group"
    NEED = "need"
    ORDER = "order"
    RULES = "rules"  # the municipality's rule set became another
    OTHERS_MOVED = "others_moved"
    OTHERS_LEFT = "others_left"
    OTHERS_CAME = "others_came"
    OTHERS_CHANGED = "others_changed"  # another got another group or need


@dataclass(frozen=True, slots=True)
class PlaceOn:
    """A place from a day, the one `before` it (None for the first), and why it changed."""

    day: date
    place: int
    before: int | None
    why: PlaceChange
