"""What the papers of the home track say, gathered from the register."""

from datetime import date

from app.arrears.model import OpenCharge, Owed
from app.core.money import Ore
from app.core.national_id import NationalId
from app.core.periods import Period
from app.core.records import dataclass
from app.decisions.model import LetterFrom
from app.evictions.model import EnforcementGround
from app.evictions.notices.model import EvictionNotice, SocialNotice


@dataclass(frozen=True, slots=True, repr=False)
class NoticeLetter:
    """The notice under § 4-18 (DOC-14). `pay_by` is the last day when it is sent today (TV-02).

    `claims` are what is claimed, without what is paid in where it is disputed (HL-20). `body`
    is whom the petition goes to: the namsfogd, or the court (TV-07).
    """

    sender: LetterFrom
    number: str
    lease_number: str
    home: str
    ground: EnforcementGround
    claims: tuple[OpenCharge, ...]
    claimed: Ore
    pay_by: date
    earliest: date
    wait: Period
    body: str
    last_day: date | None = None
    account: str = ""
    kid: str = ""
    copies: tuple[str, ...] = ()
    may_tell: bool = True


@dataclass(frozen=True, slots=True, repr=False)
class SocialLetter:
    """The notice under § 9-11, and the same to the tenant when `to_tenant` (DOC-15)."""

    sender: LetterFrom
    number: str
    lease_number: str
    home: str
    tenant_name: str
    tenant_phone: str
    receiver: str
    ground: EnforcementGround
    owed: Owed
    wait: Period
    body: str
    words: str = ""
    to_tenant: bool = False
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Side:
    """One of the two in the case; `number` as it is written, «6 + 5» or an organisation's."""

    name: str
    number: str
    address: tuple[str, ...]
    agents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class PetitionSheet:
    """All that the namsfogd must have on one sheet (TV-08).

    `enclosures` are the lease and the letters that were sent. `adults` are the others who live
    there and must be told (TV-11); `children` how many.
    """

    sender: LetterFrom
    number: str
    claimant: Side
    tenant: Side
    home: str
    lease_number: str
    signed_on: date | None
    ground: EnforcementGround
    owed: Owed
    notice: EvictionNotice
    social: SocialNotice | None
    earliest: date
    body: str
    enclosures: tuple[str, ...]
    adults: tuple[str, ...] = ()
    children: int = 0


def shown(number: NationalId | None, *, whole: bool) -> str:
    """A national id: whole on the finished sheet alone, masked on the screen."""
    if number is None:
        return ""
    return number.full() if whole else number.mask()
