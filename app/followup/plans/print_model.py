"""How a målplan is printed, and what the print says."""

from dataclasses import dataclass
from enum import StrEnum

from app.decisions.model import LetterFrom
from app.followup.plans.model import PlanChange, PlanContent


class PlanCopy(StrEnum):
    """Who gets a copy beside the person's own."""

    NOBODY = "nobody"
    HEALTH = "health"


@dataclass(frozen=True, slots=True, repr=False)
class PlanPrint:
    """What is chosen: large print, agreed on the day or only offered, own words on what is new."""

    large: bool = False
    agreed: bool = False
    news: str = ""
    copy: PlanCopy = PlanCopy.NOBODY


@dataclass(frozen=True, slots=True, repr=False)
class PlanPaper:
    """All that the print says; `changes` are told when the officer wrote no `news`.

    `reader` is empty on the person's own print, and names who a copy is for.
    """

    content: PlanContent
    sender: LetterFrom
    number: str
    edition: int
    large: bool = False
    agreed: bool = False
    news: str = ""
    changes: tuple[PlanChange, ...] = ()
    reader: PlanCopy = PlanCopy.NOBODY
