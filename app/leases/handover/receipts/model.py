"""Keys of a lease, and the paper that both sign (HL-07)."""

from app.core.ids import DwellingId, LeaseId
from app.core.records import dataclass
from app.dwellings.keys.model import KeyLoan
from app.leases.handover.model import PaperHead


@dataclass(frozen=True, slots=True)
class KeysOut:
    """Keys that are out although the lease has ended."""

    dwelling: DwellingId
    lease: LeaseId
    count: int


@dataclass(frozen=True, slots=True, repr=False)
class ReceiptPaper:
    """The printed receipt."""

    head: PaperHead
    keys: tuple[KeyLoan, ...]
