"""What a letter about unpaid rent says, gathered from the register."""

from dataclasses import dataclass

from app.arrears.steps.plan import ClaimPlan
from app.decisions.model import LetterFrom


@dataclass(frozen=True, slots=True, repr=False)
class ArrearsLetter:
    """One letter. `address` is empty where none is shown; `creditor` is whose claim it is."""

    plan: ClaimPlan
    sender: LetterFrom
    number: str
    lease_number: str
    address: str
    creditor: str
    account: str = ""
    kid: str = ""
    words: str = ""
    copies: tuple[str, ...] = ()
