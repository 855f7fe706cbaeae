"""Who else gets the letters of an appeal or a prior notice: those who speak for the person."""

from dataclasses import replace

from app.applications.intake.service import Intakes
from app.core.ids import PersonId, Ref
from app.decisions.copies import window_of
from app.documents.model import Document
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.storage.unit import Unit


class Representatives:
    """The representatives that hold today, and a copy for each with an address."""

    def __init__(self, intakes: Intakes, letters: Letters) -> None:
        self._intakes = intakes
        self._letters = letters

    def names(self, person: PersonId) -> tuple[str, ...]:
        """Those who speak for the person today."""
        found = self._intakes.representatives(person)
        return tuple(", ".join(filter(None, (each.name, each.organisation))) for each in found)

    def issue(
        self, unit: Unit, document: Document, kind: DocumentKind, case: Ref, person: PersonId
    ) -> None:
        """The same letter in a window of their own, under «Skal sendes»."""
        found = self._intakes.representatives(person)
        reached = [each for each in found if each.line.strip()]
        for number, who in enumerate(reached, start=1):
            reference = f"{document.reference}-K{number}"
            self._letters.issue(
                unit,
                replace(document, recipient=window_of(who), reference=reference),
                kind=kind,
                number=reference,
                case=case,
                person=person,
                to_send=True,
            )
