"""How a letter in a case is headed and issued, to the household or to a unit about it."""

from app.core.ids import EvictionCaseId, PersonId, Ref
from app.decisions.appeals.papers import Made
from app.decisions.model import LetterFrom
from app.documents.model import Document
from app.followup.letters import FollowupLetters
from app.letters.model import DocumentKind
from app.storage.unit import Unit


class CaseLetters(FollowupLetters):
    """As other papers about a person; these lie on the case."""

    def to_unit(self, person: PersonId, name: str, contact: str, *, as_draft: bool) -> LetterFrom:
        """To a unit of the municipality, by name alone."""
        recipient = tuple(line for line in self.unit_window(name, contact) if line)
        return self.sender(person, recipient, as_draft=as_draft)

    def issue_on_case(
        self,
        unit: Unit,
        case: EvictionCaseId,
        person: PersonId,
        document: Document,
        kind: DocumentKind,
    ) -> Made:
        """Under «Skal sendes»; on paper alone for strengt fortrolig."""
        return self.issue(unit, person, document, kind, case=Ref("eviction_case", case))
