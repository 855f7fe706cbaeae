"""One return on the page «Rapporter»: its numbers, its paper, and what is kept of it."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from app.core.records import dataclass
from app.documents.model import Document
from app.office import Office
from app.overview.snapshots.model import Answer, ReturnKind
from ui.overview.part import OverviewPart


@dataclass(frozen=True, slots=True)
class Counted:
    """What the register answers for some days; `show` puts the numbers on the part."""

    answer: Answer
    show: Callable[[], None]


class ReturnPart(OverviewPart):
    """A subclass answers in `count`; `kind` is what is kept of it."""

    kind: ClassVar[ReturnKind]

    def count(self, own: Office, first: date, last: date) -> Counted:
        """What the register answers for those days now, both counted. OfficeError in words.

        Called off the screen's thread with an office of its own: it touches no widget.
        """
        raise NotImplementedError

    def check(self, first: date, last: date) -> None:
        """Refuse days nobody can count, beside the field they were typed in."""
        self.office.counted_returns.check(first, last)

    def paper(self) -> Callable[[Office], Document]:
        """Makes what is shown, to print; it names nobody."""
        raise NotImplementedError
