"""What stands at the head of every paper of moving in and out."""

from app.core.records import dataclass
from app.decisions.model import LetterFrom


@dataclass(frozen=True, slots=True, repr=False)
class PaperHead:
    """Who, where and by whom. `address` empty leaves it to be filled in by hand (ADR-02)."""

    number: str
    sender: LetterFrom
    tenant_name: str
    lease_number: str
    address: str
