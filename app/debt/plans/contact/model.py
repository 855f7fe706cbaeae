"""Letters to creditors, and what they answer to the first one."""

from dataclasses import field
from datetime import date
from enum import StrEnum

from app.core.ids import CreditorId, DebtCaseId, DocumentId
from app.core.money import Ore
from app.core.records import dataclass
from app.debt.claims.model import Creditor, DebtClaim


class CreditorLetterKind(StrEnum):
    """Which letter it is: the first one, or one that offers a payment (GJ-06)."""

    OPENING = "opening"
    PROPOSAL = "proposal"


class OpeningReply(StrEnum):
    """What is answered when a pause is asked for."""

    PAUSED = "paused"
    NO_PAUSE = "no_pause"
    NO_CLAIM = "no_claim"


@dataclass(frozen=True, slots=True)
class OpeningAnswer:
    """What a creditor answered to the first letter, from a day."""

    since: date
    reply: OpeningReply
    pause_until: date | None = None
    itemised: bool = False
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class CreditorLetter:
    """A letter to whom claims are paid to, when it was sent, and what was answered."""

    id: int
    case: DebtCaseId
    creditor: CreditorId
    kind: CreditorLetterKind
    written_on: date
    answer_by: date
    proposal: int | None = None
    document: DocumentId | None = None
    sent_on: date | None = None
    answer: OpeningAnswer | None = None


@dataclass(frozen=True, slots=True)
class Receiver:
    """Whom claims in a case are paid to, and how far the talk with them has come."""

    creditor: Creditor = field(repr=False)
    claims: tuple[DebtClaim, ...]
    opening: CreditorLetter | None = None
    proposal: CreditorLetter | None = None

    @property
    def id(self) -> CreditorId:
        """The creditor, or who collects for them."""
        return self.creditor.id

    @property
    def owed(self) -> Ore:
        """All they claim."""
        return Ore(sum(each.owed for each in self.claims))

    @property
    def first(self) -> bool:
        """Whether anything of it comes before the rest (GJ-05)."""
        return any(each.kind.first for each in self.claims)

    @property
    def in_register(self) -> bool:
        """Whether all of it is rent of our own books, so that there is nothing to ask about."""
        return all(each.draft.lease is not None for each in self.claims)

    @property
    def to_ask(self) -> bool:
        """Whether the first letter to them is still to be written (GJ-06)."""
        return self.opening is None and not self.in_register

    @property
    def paused_until(self) -> date | None:
        """The last day of the pause they gave."""
        answer = None if self.opening is None else self.opening.answer
        return None if answer is None else answer.pause_until

    def late(self, today: date) -> bool:
        """Whether an answer to the first letter should have come before today."""
        letter = self.opening
        return letter is not None and letter.answer is None and letter.answer_by < today


@dataclass(frozen=True, slots=True)
class OpeningDraft:
    """To whom the first letter goes, and what it asks for."""

    receivers: tuple[CreditorId, ...] = ()
    answer_by: date | None = None
    pause_until: date | None = None
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NotWritten:
    """A creditor who got no letter, and why."""

    creditor: CreditorId
    code: str


@dataclass(frozen=True, slots=True)
class LettersMade:
    """What came of a batch: letters, who got none, and how many were left when it stopped."""

    made: tuple[DocumentId, ...]
    not_made: tuple[NotWritten, ...] = ()
    left: int = 0
    on_paper: tuple[bytes, ...] = field(default=(), repr=False)
