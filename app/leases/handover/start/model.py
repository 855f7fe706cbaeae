"""The start package of a lease (D19, DOC-04)."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.core.ids import DwellingId, LeaseId
from app.core.records import dataclass
from app.decisions.content.model import StartPart
from app.leases.handover.model import PaperHead


class StartOwner(StrEnum):
    """Who sees to a part of the start package."""

    OFFICE = "office"
    TENANT = "tenant"
    NAV = "nav"
    CARETAKER = "caretaker"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class StartTask:
    """One part; `decided` when the vedtak named it, so that it is the same part as there."""

    part: StartPart
    owner: StartOwner
    due_on: date | None
    done_on: date | None = None
    decided: bool = False


@dataclass(frozen=True, slots=True)
class StartPackage:
    """What is done together at moving in, or why there is none."""

    lease: LeaseId
    tasks: tuple[StartTask, ...]
    no_reason: str = field(default="", repr=False)

    @property
    def left(self) -> int:
        """How many parts are not done."""
        return sum(task.done_on is None for task in self.tasks)

    @property
    def missing(self) -> bool:
        """No package, and nobody has said why (D19)."""
        return not self.tasks and not self.no_reason


class PackageMissing(NamedTuple):
    """A lease without start package, for the list of holes."""

    lease: LeaseId
    dwelling: DwellingId
    since: date


@dataclass(frozen=True, slots=True, repr=False)
class StartPaper:
    """The printed checklist."""

    head: PaperHead
    tasks: tuple[StartTask, ...]
    start: date | None
