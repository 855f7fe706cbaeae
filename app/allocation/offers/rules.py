"""When a dwelling can be offered and held back, and what an answer leads to. Pure."""

from collections.abc import Iterable
from datetime import date

from app.allocation.offers.model import (
    Consequence,
    DeclineReason,
    Offer,
    OfferDraft,
    OfferFacts,
    OfferState,
    Reservation,
    ReservationDraft,
)
from app.allocation.rulesets.model import RefusalEffect, RuleSet
from app.core.errors import Problem
from app.core.periods import Period, Unit, add
from app.core.working_days import adjust

S = OfferState
_MAY = {
    S.MADE: frozenset({S.ACCEPTED, S.DECLINED, S.UNANSWERED, S.RETRACTED}),
    S.UNANSWERED: frozenset({S.ACCEPTED}),
    S.ACCEPTED: frozenset({S.RETRACTED}),
}


def answer_day(rules: RuleSet, offered_on: date) -> date:
    """The last day to answer: the set's days, moved to a working day (DL-01, DL-03)."""
    return adjust(add(Period(rules.offer_answer_days, Unit.DAYS), offered_on))


def consequence(rules: RuleSet, offers: Iterable[Offer]) -> Consequence:
    """What one more no without a valid reason leads to by the rules of today."""
    counted = sum(offer.counts for offer in offers)
    return Consequence(rules.offer_refusal_effect, counted, max(rules.offer_refusals, 1))


def offer_problems(draft: OfferDraft, facts: OfferFacts) -> tuple[Problem, ...]:
    """What stops an offer, beside the field it belongs to (FV-24, ADR-02)."""
    told = [
        (facts.vedtak is None, "application", "offer_needs_vedtak", "FV-24"),
        (facts.has_offer, "application", "application_has_offer", ""),
        (not facts.vacant, "dwelling", "dwelling_not_offerable", ""),
        (not facts.rent_known, "dwelling", "offer_rent_missing", "DOC-05"),
        (draft.answer_by <= facts.today, "answer_by", "answer_day_not_after_offer", "DOC-05"),
        (_viewing_wrong(draft, facts.today), "viewing_on", "viewing_not_between", "DOC-05"),
    ]
    problems = [Problem(name, code, basis) for wrong, name, code, basis in told if wrong]
    return (*problems, *(Problem("dwelling", code) for code in facts.stops))


def _viewing_wrong(draft: OfferDraft, today: date) -> bool:
    viewing = draft.viewing_at
    return viewing is not None and not today <= viewing.date() <= draft.answer_by


def answer_problems(
    offer: Offer,
    to: OfferState,
    since: date,
    today: date,
    reason: DeclineReason | None = None,
    words: str = "",
    *,
    valid: bool | None = None,
) -> tuple[Problem, ...]:
    """What is wrong with an answer, or with taking an offer back, from a day."""
    problems = []
    if to not in _MAY.get(offer.state if not offer.state.open else S.MADE, frozenset()):
        facts: dict[str, object] = {"now": offer.state}
        problems.append(Problem("state", "offer_answered", facts=facts))
    if since > today:
        problems.append(Problem("since", "day_in_future"))
    if since < offer.state_since:
        last: dict[str, object] = {"last": offer.state_since}
        problems.append(Problem("since", "day_before_last", facts=last))
    if to is S.UNANSWERED and today <= offer.answer_by:
        by: dict[str, object] = {"answer_by": offer.answer_by}
        problems.append(Problem("since", "answer_day_not_over", facts=by))
    if to is S.DECLINED:
        problems += _no_problems(reason, words, valid)
    if to is S.UNANSWERED and valid and not words.strip():
        problems.append(Problem("words", "valid_reason_words_missing"))
    if to is S.RETRACTED and not words.strip():
        problems.append(Problem("words", "reason_missing"))
    return tuple(problems)


def _no_problems(reason: DeclineReason | None, words: str, valid: bool | None) -> list[Problem]:
    problems = []
    if reason is None:
        problems.append(Problem("reason", "decline_reason_missing"))
    if valid is None:
        problems.append(Problem("valid", "valid_reason_not_said"))
    if valid and reason is DeclineReason.NO_REASON and not words.strip():
        problems.append(Problem("words", "valid_reason_words_missing"))
    return problems


def effect_due(offer: Offer, *, waiting: bool, placed_last: bool) -> RefusalEffect:
    """What an officer may do now because of a no; nothing unless the letter told it before."""
    if not (offer.counts and waiting):
        return RefusalEffect.NOTHING
    if offer.told.now is RefusalEffect.LAST_IN_GROUP and placed_last:
        return RefusalEffect.NOTHING
    return offer.told.now


def reservation_problems(
    draft: ReservationDraft,
    others: Iterable[Reservation],
    today: date,
    *,
    to_let: bool,
    taken: bool,
    strict: bool,
    barred: bool,
) -> tuple[Problem, ...]:
    """What stops a dwelling from being held back; `barred`: it is not for a household with a child.

    `to_let` is whether it can ever be let as it is: one that is being mended can be held.
    """
    named = bool(draft.held_for.strip())
    sides = sum((draft.application is not None, draft.settlement_year is not None, named))
    told = [
        (not draft.reason.strip(), "reason", "reason_missing", ""),
        (sides != 1, "held_for", "reservation_for_whom", ""),
        (draft.until < draft.since, "until", "ends_before_start", ""),
        (draft.until < today, "until", "reservation_over", ""),
        (not to_let, "dwelling", "dwelling_not_offerable", ""),
        (taken, "dwelling", "dwelling_allocated", "FV-24"),
        (strict, "application", "tie_not_to_be_kept", "ADR-02"),
        (barred, "dwelling", "dwelling_not_for_children", ""),
        (any(_meet(draft, each) for each in others), "dwelling", "dwelling_reserved", ""),
    ]
    return tuple(Problem(name, code, basis) for wrong, name, code, basis in told if wrong)


def _meet(draft: ReservationDraft, other: Reservation) -> bool:
    if other.ended_on is not None and other.ended_on <= draft.since:
        return False
    return draft.since <= other.draft.until and other.draft.since <= draft.until
