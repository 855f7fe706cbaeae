"""What the print of a målplan says."""

from app.core.records import dataclass
from app.decisions.model import LetterFrom
from app.followup.plans.model import PlanChange, PlanContent, PlanCopy


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
