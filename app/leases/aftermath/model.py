"""What a letter after a lease is filled with."""

from datetime import date

from app.core.records import dataclass
from app.decisions.model import LetterFrom


@dataclass(frozen=True, slots=True, repr=False)
class AftermathLetter:
    """A letter about a lease that is over. Its repr tells nothing.

    `address` is the dwelling, empty where it is kept secret. `account` and `kid` are where money
    is paid. `copies` are names of those who get one too.
    """

    sender: LetterFrom
    number: str
    lease_number: str
    tenant_name: str
    address: str
    last_day: date | None
    account: str = ""
    kid: str = ""
    copies: tuple[str, ...] = ()
