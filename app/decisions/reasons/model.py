"""Reasons given on demand: what the officer writes, and what the letter says."""

from dataclasses import field
from datetime import date

from app.core.records import dataclass
from app.decisions.model import VedtakLetter


@dataclass(frozen=True, slots=True)
class ReasonsDraft:
    """The three blocks of reasons (FV-09), in the words of the person who gets the letter."""

    rules_text: str = field(default="", repr=False)
    facts_text: str = field(default="", repr=False)
    considerations_text: str = field(default="", repr=False)

    @property
    def blocks(self) -> tuple[str, str, str]:
        """Rules, facts and what weighed most, trimmed."""
        whole = self.rules_text, self.facts_text, self.considerations_text
        rules, facts, considerations = map(str.strip, whole)
        return rules, facts, considerations


@dataclass(frozen=True, slots=True, repr=False)
class ReasonsLetter:
    """What the letter says. `told` is the vedtak with its right to appeal counted anew.

    `evaluation` is how the rules were seen to be met when it was decided, in sentences.
    """

    told: VedtakLetter
    number: str
    demanded_on: date
    draft: ReasonsDraft
    evaluation: tuple[str, ...] = ()
