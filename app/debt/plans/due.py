"""Days of letters and plans that somebody waits for. Pure."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from app.core.ids import DebtCaseId, PersonId
from app.debt.plans.contact.model import CreditorLetter, CreditorLetterKind, OpeningReply
from app.debt.plans.model import CreditorDue, CreditorDueKind, PaymentProposal

PersonOf = Callable[[DebtCaseId], PersonId | None]


def of_letters(
    letters: Iterable[CreditorLetter], person: PersonOf, today: date
) -> Iterator[CreditorDue]:
    """Answers that are due to letters that were sent, and pauses that end from now on.

    Only the newest letter of its kind to each creditor counts; `person` is None for a case where
    the work does not go on.
    """
    newest = {(each.case, each.creditor, each.kind): each for each in letters}
    for each in newest.values():
        who = person(each.case)
        if who is None or each.kind is not CreditorLetterKind.OPENING:
            continue
        answer = each.answer
        if answer is None and each.sent_on is not None:
            kind = CreditorDueKind.OPENING_ANSWER
            yield CreditorDue(each.case, who, kind, each.answer_by, each.creditor)
        elif answer is not None and answer.reply is OpeningReply.PAUSED:
            until = answer.pause_until
            if until is not None and until >= today:
                kind = CreditorDueKind.PAUSE_ENDS
                yield CreditorDue(each.case, who, kind, until, each.creditor)


def of_proposals(
    proposals: Iterable[PaymentProposal], sent: frozenset[int], person: PersonOf
) -> Iterator[CreditorDue]:
    """Answers to the newest offer of each case, when it was sent to somebody."""
    newest = {each.case: each for each in proposals}
    for each in newest.values():
        who = person(each.case)
        if who is not None and each.id in sent and not each.answered:
            yield CreditorDue(each.case, who, CreditorDueKind.PROPOSAL_ANSWER, each.answer_by)
