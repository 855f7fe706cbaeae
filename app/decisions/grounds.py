"""What the reasons of a vedtak rest on, and who else gets its letter; made by other slices."""

from datetime import date
from typing import Protocol

from app.allocation.eligibility.model import Criterion, Explanation, Met, Told
from app.applications.intake.model import Representative
from app.core.ids import ApplicationId, PersonId
from app.core.text import Language
from app.decisions.reason_prints import as_sentence
from app.documents.texts import Text
from app.settings.model import LegalBasis
from app.storage.unit import Unit


class Grounds(Protocol):
    """Who knows how the criteria stand, and says it in words (`office.eligibility`)."""

    def explain(self, application: ApplicationId, on: date | None = None) -> Explanation:
        """As it is on a day."""
        ...

    def keep(self, unit: Unit, application: ApplicationId) -> int:
        """Store it as it is now."""
        ...

    def told(
        self, explanation: Explanation, language: Language, *, you: bool = False
    ) -> tuple[Told, ...]:
        """Each criterion in words, in the order of the explanation; `you` says «du»."""
        ...

    def place_told(
        self, explanation: Explanation, language: Language, *, you: bool = False
    ) -> tuple[Told, ...]:
        """Each reason for the place in words."""
        ...


class Spokesmen(Protocol):
    """Who knows who speaks for a person (`office.intake`)."""

    def representatives(
        self, person: PersonId, on: date | None = None
    ) -> tuple[Representative, ...]:
        """Those who do on a day."""
        ...


def standing(explanation: Explanation, met: Met) -> tuple[Criterion, ...]:
    """The criteria that stand so."""
    return tuple(each.criterion for each in explanation.criteria if each.met is met)


def rules_alone(basis: LegalBasis, text: Text) -> str:
    """Which act decides."""
    return text.passage("rules", name=basis.name, paragraph=basis.paragraph)


def suggested(
    explanation: Explanation,
    told: tuple[Told, ...],
    place: tuple[Told, ...],
    basis: LegalBasis,
    text: Text,
) -> dict[str, str]:
    """Rules, facts and what weighed most, as ordinary text to be edited (FV-09). Pure.

    What nobody has told yet is for the officer to ask about, and no reason to write.
    """
    known = tuple(each for each in told if each.met is not Met.NOT_KNOWN)
    rules = rules_alone(basis, text)
    if explanation.rules_source:
        rules = f"{rules} {text.passage('own_rules', source=explanation.rules_source)}"
    outcome = {True: "eligible", False: "not_eligible", None: "not_known"}[explanation.eligible]
    weighed = (text.passage(outcome), *(each.words for each in place))
    set_aside = (each for each in told if each.met is Met.DISPENSED)
    return {
        "rules_text": rules,
        "facts_text": "\n".join(map(_line, known)),
        "considerations_text": " ".join(map(as_sentence, weighed)),
        "dispensation_text": "\n".join(map(_line, set_aside)),
    }


def _line(told: Told) -> str:
    return f"{told.title}: {as_sentence(told.words)}"
