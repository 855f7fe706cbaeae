"""Who is written to first, and what is wrong with the letter or the answer. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from app.core.errors import Problem
from app.core.ids import CreditorId
from app.core.parameters import Parameters
from app.core.periods import Period, Unit, add
from app.debt.claims.model import Creditor, DebtClaim
from app.debt.plans.contact.model import (
    CreditorLetter,
    CreditorLetterKind,
    OpeningAnswer,
    OpeningDraft,
    OpeningReply,
    Receiver,
)
from app.debt.plans.days import answer_day, check_answer_by, check_day

PAUSE_WEEKS = "local.creditor_pause_weeks"


def receivers(
    claims: Iterable[DebtClaim],
    creditors: Mapping[CreditorId, Creditor],
    letters: Sequence[CreditorLetter],
) -> tuple[Receiver, ...]:
    """Whom open claims are paid to, in the order of the claims: what comes first is first."""
    found: dict[CreditorId, list[DebtClaim]] = {}
    for each in claims:
        if each.open:
            found.setdefault(each.receiver, []).append(each)
    newest = {(each.creditor, each.kind): each for each in letters}
    return tuple(
        Receiver(
            creditors[who],
            tuple(mine),
            newest.get((who, CreditorLetterKind.OPENING)),
            newest.get((who, CreditorLetterKind.PROPOSAL)),
        )
        for who, mine in found.items()
        if who in creditors
    )


def usual_opening(known: Iterable[Receiver], parameters: Parameters, today: date) -> OpeningDraft:
    """Everyone who has not got the first letter, but for rent that stands in our own books."""
    weeks = Period(parameters.whole(PAUSE_WEEKS, today), Unit.WEEKS)
    return OpeningDraft(
        receivers=tuple(each.id for each in known if each.to_ask),
        answer_by=answer_day(parameters, today),
        pause_until=add(weeks, today),
    )


def check_opening(
    draft: OpeningDraft, known: Sequence[Receiver], today: date
) -> tuple[Problem, ...]:
    """What is wrong with the first letters."""
    return (
        *_check_chosen(draft.receivers, known),
        *check_answer_by(draft.answer_by, today),
        *_check_pause(draft),
    )


def _check_chosen(chosen: Sequence[CreditorId], known: Sequence[Receiver]) -> Iterator[Problem]:
    there = [each for each in known if each.id in set(chosen)]
    if not there:
        yield Problem("receivers", "creditors_none_chosen", "GJ-06")
    elif any(not each.creditor.draft.address.strip() for each in there):
        yield Problem("receivers", "creditors_no_address", blocks=False)


def _check_pause(draft: OpeningDraft) -> Iterator[Problem]:
    if draft.pause_until is None:
        yield Problem("pause_until", "creditor_pause_missing", "GJ-06")
    elif draft.answer_by is not None and draft.pause_until <= draft.answer_by:
        yield Problem("pause_until", "creditor_pause_passed", "GJ-06")


def check_opening_answer(
    letter: CreditorLetter, answer: OpeningAnswer, today: date
) -> tuple[Problem, ...]:
    """What is wrong with an answer to the first letter."""
    found = list(check_day(answer.since, letter.written_on, today))
    if answer.reply is OpeningReply.PAUSED and answer.pause_until is None:
        found.append(Problem("pause_until", "creditor_answer_pause", "GJ-06"))
    return tuple(found)
