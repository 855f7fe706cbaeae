"""The waiting list as the office knows it: places, the reasons for them, and who fits where."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from app.applications.model import ApplicationRow, NeedCategory, TargetGroup
from app.core.ids import ApplicationId, DwellingId, VedtakId


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
    # why a place: the officer's own order (facts since, reason; other for above)
    PLACED_ABOVE = "placed_above"
    PLACED_LAST = "placed_last"
    NOT_PLACED = "not_placed"  # facts received_on
    # what separates a place from the one above it
    BEHIND_GROUP = "behind_group"  # facts group, other_group; None for no group
    BEHIND_PLACED = "behind_placed"  # this one was placed here (facts since, reason)
    BEHIND_OTHER_PLACED = "behind_other_placed"  # the one above was (facts since, other)
    BEHIND_NEED = "behind_need"  # facts main, other_main; None for not mapped
    BEHIND_RECEIVED = "behind_received"  # nobody has chosen between them (facts received_on)
    BEHIND_REGISTERED = "behind_registered"  # received the same day, nobody has chosen
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


class Ranked(Protocol):
    """All that decides where an application stands inside its group."""

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

    The same value is shown on the screen, written into the vedtak and answered with in an appeal.
    """

    place: int
    row: ApplicationRow
    reasons: tuple[Reason, ...]
    behind: Reason | None

    @property
    def undecided(self) -> bool:
        """Whether only the day it came parts it from the one above: nobody has chosen."""
        return self.behind is not None and self.behind.code in _UNDECIDED


_UNDECIDED = frozenset({ReasonCode.BEHIND_RECEIVED, ReasonCode.BEHIND_REGISTERED})


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


class PlaceChange(StrEnum):
    """Why a place became another: what happened to this one, to the order, or to others."""

    CAME = "came"
    MOVED = "moved"
    GROUP = "group"
    NEED = "need"
    ORDER = "order"
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
