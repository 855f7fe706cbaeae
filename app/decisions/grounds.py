"""What the reasons of a vedtak rest on, and who else gets its letter; made by other slices."""

from datetime import date
from typing import Protocol

from app.allocation.eligibility.model import Criterion, Explanation, Met
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

    def sentences(self, explanation: Explanation, language: Language) -> tuple[str, ...]:
        """Each criterion, then each reason for the place, in the reader's language."""
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
    explanation: Explanation, sentences: tuple[str, ...], basis: LegalBasis, text: Text
) -> dict[str, str]:
    """Rules, facts and what weighed most, as ordinary text to be edited (FV-09). Pure.

    The sentences are in the order of the criteria, then of the reasons for the place.
    """
    criteria = explanation.criteria
    facts, place = sentences[: len(criteria)], sentences[len(criteria) :]
    rules = rules_alone(basis, text)
    if explanation.rules_source:
        rules = f"{rules} {text.passage('own_rules', source=explanation.rules_source)}"
    outcome = {True: "eligible", False: "not_eligible", None: "not_known"}[explanation.eligible]
    set_aside = (
        said for result, said in zip(criteria, facts, strict=True) if result.met is Met.DISPENSED
    )
    return {
        "rules_text": rules,
        "facts_text": _joined(facts),
        "considerations_text": _joined((text.passage(outcome), *place)),
        "dispensation_text": _joined(tuple(set_aside)),
    }


def _joined(sentences: tuple[str, ...]) -> str:
    return " ".join(as_sentence(each) for each in sentences if each.strip())
