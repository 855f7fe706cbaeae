"""How a letter in a case of advice is headed and issued: to the person, or to a body about it."""

from app.core.ids import DebtCaseId, PersonId, Ref
from app.decisions.appeals.papers import Made
from app.decisions.model import LetterFrom
from app.documents.model import Document
from app.followup.letters import FollowupLetters
from app.letters.model import DocumentKind
from app.storage.unit import Unit


class DebtLetters(FollowupLetters):
    """As other papers about a person; these lie on the case."""

    def to_body(
        self, person: PersonId, name: str, address: tuple[str, ...] = (), *, as_draft: bool
    ) -> LetterFrom:
        """To a creditor, the namsfogd or another body about the person: name, address lines."""
        recipient = tuple(line.strip() for line in (name, *address) if line.strip())
        return self.sender(person, recipient, as_draft=as_draft)

    def issue_on_case(
        self,
        unit: Unit,
        case: DebtCaseId,
        person: PersonId,
        document: Document,
        kind: DocumentKind,
        *,
        to_send: bool = True,
    ) -> Made:
        """Under «Skal sendes», or handed over now; on paper alone for strengt fortrolig."""
        return self.issue(
            unit, person, document, kind, to_send=to_send, case=Ref("debt_case", case)
        )
