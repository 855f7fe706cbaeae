"""What a vedtak on economic advice must hold, and how long one may wait for it. Pure."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from app.core.days import day_and_year
from app.core.errors import Problem
from app.core.parameters import Parameters
from app.core.working_days import adjust, is_working_day
from app.debt.decisions.model import (
    DebtVedtak,
    DebtVedtakDraft,
    Said,
    WaitingDraft,
    WaitingLevel,
    Waits,
)
from app.debt.model import DebtCase, RequestState, StandingCase
from app.decisions.model import VedtakState
from app.settings.model import LegalBasis
from app.settings.rulebook import deadline_for

DECIDE = "local.debt_decide_days"
RULES_USED = ("fvl.complaint_weeks", "fvl.ruleset", "local.post_days")
_REASONS = (
    ("rules_text", "reasons_rules_missing"),
    ("facts_text", "reasons_facts_missing"),
    ("considerations_text", "reasons_considerations_missing"),
)
MAY_CHANGE = frozenset({VedtakState.ISSUED, VedtakState.SET_ASIDE})


# the vedtak


def prefilled(
    case: DebtCase, basis: LegalBasis, starts_on: date | None, said: Said
) -> DebtVedtakDraft:
    """What a new draft holds before anybody has written in it."""
    return DebtVedtakDraft(
        starts_on=case.started_on or starts_on,
        start_text=said.start,
        rules_text=said.rules,
        facts_text=said.facts,
        considerations_text=said.considerations,
        legal_basis=said.act,
        legal_paragraph=said.paragraph,
        appeal_body=basis.appeal_body,
        appeal_weeks=basis.appeal_weeks,
    )


def check(
    draft: DebtVedtakDraft, case: DebtCase, today: date, replaces: DebtVedtak | None = None
) -> tuple[Problem, ...]:
    """What is wrong with a draft, field by field, in the order of the form."""
    if case.state is RequestState.WITHDRAWN:
        return (Problem("granted", "debt_request_withdrawn"),)
    found = list(_change_problems(draft, replaces)) if replaces is not None else []
    if draft.granted:
        found += _start_problems(draft, case, today)
    else:
        found += _refusal_problems(draft, case)
    found += _reason_problems(draft)
    if not draft.appeal_body.strip():
        found.append(Problem("appeal_body", "appeal_body_missing", "FV-10"))
    return tuple(found)


def _reason_problems(draft: DebtVedtakDraft) -> Iterator[Problem]:
    """FV-09: three blocks, whatever the answer, for a yes sets a day too."""
    for (field, code), text in zip(_REASONS, draft.reasons, strict=True):
        if not text.strip():
            yield Problem(field, code, "FV-09")


def _start_problems(draft: DebtVedtakDraft, case: DebtCase, today: date) -> Iterator[Problem]:
    """A start with its day and its reason (SOT-02, F12)."""
    if draft.starts_on is None:
        yield Problem("starts_on", "debt_start_missing", "SOT-02")
        return
    if draft.starts_on < case.received_on:
        facts: dict[str, object] = {"day": case.received_on}
        yield Problem("starts_on", "debt_before_request", "SOT-02", facts=facts)
    elif draft.starts_on < today and case.started_on is None:
        yield Problem("starts_on", "debt_start_has_been", "SOT-02", remedy=today)
    elif not is_working_day(draft.starts_on):
        remedy = adjust(draft.starts_on)
        yield Problem("starts_on", "debt_day_off", blocks=False, remedy=remedy)
    if not draft.start_text.strip():
        yield Problem("start_text", "debt_start_reason_missing", "SOT-02")


def _refusal_problems(draft: DebtVedtakDraft, case: DebtCase) -> Iterator[Problem]:
    if draft.ground is None:
        yield Problem("ground", "debt_refusal_ground_missing", "FV-09")
    if not draft.guidance_text.strip():
        yield Problem("guidance_text", "debt_guidance_missing", "SOT-02")
    if case.started_on is not None:
        yield Problem("granted", "debt_begun_not_refused", "FV-19", remedy=True)
    elif case.screen is not None and case.screen.acute:
        yield Problem("granted", "debt_refused_though_acute", "GJ-02", blocks=False)


def _change_problems(draft: DebtVedtakDraft, replaces: DebtVedtak) -> Iterator[Problem]:
    """What takes the place of another says why; a yes that holds is not made a no (FV-19)."""
    if not draft.change_text.strip():
        yield Problem("change_text", "debt_change_reason_missing", "FV-19")
    if replaces.holds and replaces.draft.granted and not draft.granted:
        yield Problem("granted", "debt_granted_before", "FV-19", remedy=True)


def turned(
    draft: DebtVedtakDraft, said: Said, replaces: DebtVedtakDraft | None = None
) -> DebtVedtakDraft:
    """What was written for the other answer is let go of, so that no yes is reasoned as a no.

    `replaces` is the vedtak whose reasons a new draft began with. What the officer wrote stays.
    """
    others = {"" if draft.granted else said.considerations}
    if replaces is not None and replaces.granted is not draft.granted:
        others.add(replaces.considerations_text)
    weighed, start = draft.considerations_text, draft.start_text
    if weighed in others:
        weighed = said.considerations if draft.granted else ""
    if draft.granted and not start:
        start = said.start
    return replace(draft, considerations_text=weighed, start_text=start)


def belonging(draft: DebtVedtakDraft) -> dict[str, object]:
    """What does not belong to the answer is left out of what is issued."""
    if draft.granted:
        return {"ground": None, "guidance_text": ""}
    return {"starts_on": None, "start_text": ""}


def state_on(
    stored: VedtakState, sent_on: date | None, appeal_until: date | None, day: date
) -> VedtakState:
    """How far it has come: sent makes it notified, a passed deadline settles it."""
    if stored is not VedtakState.ISSUED or sent_on is None or day < sent_on:
        return stored
    if appeal_until is not None and day > appeal_until:
        return VedtakState.SETTLED
    return VedtakState.NOTIFIED


def versions_used(parameters: Parameters, on: date) -> tuple[tuple[str, date], ...]:
    """The rules a vedtak of that day rests on, each with the day its version began."""
    used = ((key, parameters.version(key, on).valid_from) for key in RULES_USED)
    return tuple((key, since) for key, since in used if since is not None)


def set_aside_problems(known: DebtVedtak, reason: str) -> tuple[Problem, ...]:
    """Only what holds can be set aside, and for a reason."""
    if not known.holds:
        return (Problem("reason", "debt_vedtak_does_not_hold", facts={"number": known.number}),)
    return () if reason.strip() else (Problem("reason", "reason_missing"),)


def check_day(since: date, first: date, today: date) -> tuple[Problem, ...]:
    """A day that has been, and not before what it is about."""
    if since > today:
        return (Problem("since", "day_in_future", remedy=today),)
    if since < first:
        return (Problem("since", "day_before_last", facts={"last": first}, remedy=first),)
    return ()


# without a vedtak (F12)


def without_vedtak(case: StandingCase, today: date, parameters: Parameters) -> WaitingLevel:
    """Yellow, then red, by the municipality's own days; what is acute is red after the first.

    It does not turn back for a letter that says it takes time: only a vedtak ends it.
    """
    if not case.without_vedtak:
        return WaitingLevel.NONE
    yellow, red = parameters.numbers(DECIDE, today)
    if case.screen is not None and case.screen.acute:
        red = yellow
    days = (today - case.received_on).days
    if days >= red:
        return WaitingLevel.RED
    return WaitingLevel.YELLOW if days >= yellow else WaitingLevel.NONE


def answer_by(case: DebtCase, today: date, parameters: Parameters) -> date:
    """The day a vedtak can be told to come by: when it turns red, or soon where that is near."""
    yellow, red = parameters.numbers(DECIDE, today)
    soon = today + timedelta(days=yellow)
    return adjust(max(soon, case.received_on + timedelta(days=red)))


def waits(
    case: StandingCase, today: date, parameters: Parameters, told_on: date | None = None
) -> Waits | None:
    """The same with what the officer needs to see; None while it is not late."""
    level = without_vedtak(case, today, parameters)
    if level is WaitingLevel.NONE:
        return None
    limit = deadline_for(parameters, "fvl.prelim_months", case.received_on)
    return Waits(
        case=case.id,
        number=case.number,
        received_on=case.received_on,
        days=(today - case.received_on).days,
        level=level,
        acute=case.screen is not None and case.screen.acute,
        last_by_law=limit.warn_day,
        told_on=told_on,
    )


def check_waiting(draft: WaitingDraft, case: DebtCase, today: date) -> tuple[Problem, ...]:
    """FV-02: the letter names a day to come, and why not now."""
    if not case.waits:
        return (Problem("answer_by", "debt_waits_no_more"),)
    found = []
    if draft.answer_by is None:
        found.append(Problem("answer_by", "debt_answer_day_missing", "FV-02"))
    elif draft.answer_by < today:
        found.append(Problem("answer_by", "answer_day_has_been", "FV-02"))
    elif case.starts_on is not None and draft.answer_by < case.starts_on:
        facts: dict[str, object] = {"day": day_and_year(case.starts_on)}
        found.append(
            Problem("answer_by", "debt_answer_before_start", facts=facts, remedy=case.starts_on)
        )
    if draft.delay is None and not draft.reason.strip():
        found.append(Problem("reason", "delay_reason_missing", "FV-02"))
    return tuple(found)
