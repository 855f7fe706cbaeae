"""A tenancy in «Restanser», and the sets the officer filters on."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from app.arrears.model import ArrearsState, Biller, Owed, Tenancy
from app.arrears.steps.model import ArrearsRow, ProposedKind
from app.core.records import dataclass


class ArrearsSet(StrEnum):
    """A part of the list."""

    READY = "ready"
    NEW = "new"
    WITH_CHILDREN = "with_children"
    WITHOUT_AGREEMENT = "without_agreement"
    AGREEMENT_BROKEN = "agreement_broken"
    PAUSED = "paused"
    PAUSE_ENDS = "pause_ends"
    DISPUTED = "disputed"
    FORMER = "former"
    WITHOUT_STEP = "without_step"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class ListedArrears:
    """A tenancy that owes, or one whose debt is followed no longer (`row` None).

    `biller` is who has claimed the most recent of what is owed; `pause_ends` is the last day of a
    pause that runs out this week.
    """

    tenancy: Tenancy
    owed: Owed
    state: ArrearsState
    biller: Biller | None
    row: ArrearsRow | None = None
    pause_ends: date | None = None

    @property
    def former(self) -> bool:
        """Whether they have moved out."""
        return not self.tenancy.state.lived_in

    @property
    def ready(self) -> bool:
        """Whether there is something to do today."""
        return self.row is not None and self.row.ready

    def belongs(self, which: ArrearsSet) -> bool:
        """Whether it is in a part of the list."""
        if self.row is None:
            return which is ArrearsSet.CLOSED
        return _BELONGS[which](self)


def _untouched(each: ListedArrears) -> bool:
    return each.row is not None and each.row.last is None


def _children(each: ListedArrears) -> bool:
    return each.row is not None and each.row.children.count > 0


def _no_step(each: ListedArrears) -> bool:
    return each.row is None or each.row.next.kind is ProposedKind.NONE


_BELONGS: dict[ArrearsSet, Callable[[ListedArrears], bool]] = {
    ArrearsSet.READY: lambda each: each.ready,
    ArrearsSet.NEW: _untouched,
    ArrearsSet.WITH_CHILDREN: _children,
    ArrearsSet.WITHOUT_AGREEMENT: lambda each: each.state is ArrearsState.OPEN,
    ArrearsSet.AGREEMENT_BROKEN: lambda each: each.state is ArrearsState.AGREEMENT_BROKEN,
    ArrearsSet.PAUSED: lambda each: each.state is ArrearsState.PAUSED,
    ArrearsSet.PAUSE_ENDS: lambda each: each.pause_ends is not None,
    ArrearsSet.DISPUTED: lambda each: each.owed.disputed > 0,
    ArrearsSet.FORMER: lambda each: each.former,
    ArrearsSet.WITHOUT_STEP: _no_step,
    ArrearsSet.CLOSED: lambda each: False,
}
