"""What is asked on a consent form."""

from datetime import date

from app.core.records import dataclass
from app.decisions.model import LetterFrom
from app.documents.model import Size as Size  # the screen lets one choose large print
from app.people.consents.model import ConsentScope

# scopes that say nothing before it is told who they are about
NAMED = frozenset({ConsentScope.TALK_WITH_OTHERS, ConsentScope.CONTACT_EARLY})


@dataclass(frozen=True, slots=True, repr=False)
class ConsentAsk:
    """One thing to say yes or no to; `body` is who it is about, or what."""

    scope: ConsentScope
    body: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class ConsentFormDraft:
    """What the form asks, and the last day of what is said yes to."""

    asks: tuple[ConsentAsk, ...] = ()
    until: date | None = None
    size: Size = Size.EASY


@dataclass(frozen=True, slots=True, repr=False)
class ConsentPaper:
    """One form to be printed."""

    sender: LetterFrom
    number: str
    name: str
    born: date | None
    asks: tuple[ConsentAsk, ...]
    until: date
    size: Size
