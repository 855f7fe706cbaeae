"""Which loose words tie somebody to where they live (ADR-05). Pure."""

import re
from collections.abc import Iterable
from enum import StrEnum

from app.core.records import dataclass

_SHORTEST = 3


class Ties(StrEnum):
    """How a text hangs together with somebody."""

    LOOSE = "loose"  # it must name them itself, or a street where nobody else of ours lives
    CASE = "case"  # the row says whose it is
    HOME = "home"  # the row says which dwelling it is about


@dataclass(frozen=True, slots=True, repr=False)
class Look:
    """What to look for: streets they live in, those that only they do, and their names."""

    street: re.Pattern[str] | None
    own_street: re.Pattern[str] | None
    name: re.Pattern[str] | None

    def tells(self, text: str, ties: Ties) -> bool:
        """Whether a text gives away where one of them lives."""
        named = self.name is not None and self.name.search(text) is not None
        if ties is Ties.HOME:
            return named
        if self.street is None or not self.street.search(text):
            return False
        own = self.own_street is not None and self.own_street.search(text) is not None
        return ties is Ties.CASE or named or own

    def without(self, text: str, words: str, ties: Ties) -> str:
        """The text with other words where it told."""
        look = self.name if ties is Ties.HOME else self.street
        return text if look is None else look.sub(words, text)


def names(told: Iterable[str]) -> re.Pattern[str] | None:
    """Any of the names, given and family name each by itself, also as whose something is."""
    found = {each for whole in told for each in whole.split() if len(each) >= _SHORTEST}
    ways = "|".join(re.escape(each) for each in sorted(found, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{ways})(?:s|[’']s?)?(?!\w)", re.IGNORECASE) if ways else None
