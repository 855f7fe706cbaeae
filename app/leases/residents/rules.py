"""When consent is needed, how it may be refused, and when silence gives it. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.core.deadlines import Deadline, deadline
from app.core.errors import Problem
from app.core.parameters import Parameters
from app.core.periods import add
from app.leases.model import AgreedException, LeaseDraft
from app.leases.residents.model import (
    AbsenceCause,
    AnswerDraft,
    Consent,
    ConsentKind,
    ConsentRefusal,
    ConsentRequest,
    ConsentState,
    RequestDraft,
)

_SILENCE = "hl.consent_silence_months"
_LONGEST = "hl.sublet_max_years"
_E, _G, _K = AgreedException, ConsentRefusal, ConsentKind


def agreed(lease: LeaseDraft) -> frozenset[AgreedException]:
    """The exceptions that hold: the tenant was told of them in writing (HL-51)."""
    told = lease.for_disadvantaged and lease.informed
    return frozenset(lease.exceptions) if told else frozenset()


def needs_consent(lease: LeaseDraft, request: RequestDraft) -> bool:
    """Whether the landlord has a say (HL-35, HL-36, HL-52)."""
    by_right = request.relation is not None and request.relation.by_right
    if request.kind is _K.HOUSEHOLD and by_right:
        return _E.HOUSEHOLD_BY_RIGHT in agreed(lease)
    return True


def lawful_grounds(
    lease: LeaseDraft, request: RequestDraft, parameters: Parameters
) -> tuple[ConsentRefusal, ...]:
    """The grounds the landlord may say no on (HL-35, HL-36, HL-52 to HL-54)."""
    if not needs_consent(lease, request):
        return ()
    told = agreed(lease)
    if request.kind is _K.ABSENCE_SUBLET:
        beyond = (_G.BEYOND_RIGHT,) if beyond_right(request, parameters) else ()
        disposes = (_G.LANDLORD_DISPOSES,) if _E.SUBLET_IN_ABSENCE in told else ()
        return (_G.PERSONS_CIRCUMSTANCES, *disposes, *beyond)
    by_right = request.relation is not None and request.relation.by_right
    if request.kind is _K.HOUSEHOLD and by_right:
        return (_G.DESIGN_OR_PURPOSE,)
    design = (_G.DESIGN_OR_PURPOSE,) if _E.OTHER_HOUSEHOLD in told else ()
    return (_G.PERSONS_CIRCUMSTANCES, _G.OVERCROWDING, *design)


def longest_sublet(since: date, parameters: Parameters) -> date:
    """The last day of the longest sublet in absence from a day (HL-36)."""
    return add(parameters.period(_LONGEST, since), since) - timedelta(days=1)


def beyond_right(request: RequestDraft, parameters: Parameters) -> bool:
    """Whether a sublet in absence is for longer, or for less, than the law gives right to."""
    if request.cause is AbsenceCause.NOT_WEIGHTY:
        return True
    if request.since is None or request.until is None:
        return False
    return request.until > longest_sublet(request.since, parameters)


def silence(received_on: date, parameters: Parameters) -> Deadline:
    """The month to answer in; not moved for us, since the tenant may read it so (HL-37)."""
    parameter = parameters[_SILENCE]
    return deadline(
        parameter.rule_ids[0],
        parameters.period(_SILENCE, received_on),
        received_on,
        basis=parameter.basis,
        protects=parameter.protects,
        acts=parameter.acts,
    )


def consent(
    lease: LeaseDraft, request: ConsentRequest, parameters: Parameters, day: date
) -> Consent:
    """Where a request stands on a day. An answer counts from the day it was sent (HL-04, DL-04).

    The counted day itself is the last: from the day after, silence is a yes (HL-37).
    """
    limit = silence(request.received_on, parameters)
    state = _state(lease, request, limit, day)
    deemed = state is ConsentState.DEEMED_CONSENT
    return Consent(request, state, limit, limit.nominal + timedelta(days=1) if deemed else None)


def _state(lease: LeaseDraft, request: ConsentRequest, limit: Deadline, day: date) -> ConsentState:
    if request.withdrawn_on is not None and request.withdrawn_on <= day:
        return ConsentState.WITHDRAWN
    if not needs_consent(lease, request.draft):
        return ConsentState.NOT_NEEDED
    answer = request.answer
    sent = answer.sent_on if answer is not None else None
    on_its_way = sent is not None and sent <= day
    counts = request.draft.in_writing
    if counts and day > limit.nominal and (sent is None or sent > limit.nominal):
        return ConsentState.DEEMED_CONSENT
    if answer is not None and on_its_way:
        return ConsentState.CONSENTED if answer.draft.consents else ConsentState.REFUSED
    return ConsentState.WAITING if answer is None else ConsentState.ANSWER_READY


def check_request(
    draft: RequestDraft, lease: LeaseDraft, parameters: Parameters, today: date
) -> tuple[Problem, ...]:
    """What is wrong with a request as it is taken in."""
    return tuple(_request_problems(draft, lease, parameters, today))


def _request_problems(
    draft: RequestDraft, lease: LeaseDraft, parameters: Parameters, today: date
) -> Iterator[Problem]:
    if draft.received_on is None:
        yield Problem("received_on", "consent_received_missing", "HL-37")
    elif draft.received_on > today:
        yield Problem("received_on", "day_in_future", remedy=today)
    if not draft.name.strip():
        yield Problem("name", "consent_name_missing", "HL-35")
    if draft.kind is _K.HOUSEHOLD and draft.relation is None:
        yield Problem("relation", "consent_relation_missing", "HL-35")
    if draft.kind is _K.PART_SUBLET and not draft.what.strip():
        yield Problem("what", "sublet_part_missing", "HL-36")
    if draft.kind.sublet:
        yield from _term_problems(draft, lease, parameters)


def _term_problems(
    draft: RequestDraft, lease: LeaseDraft, parameters: Parameters
) -> Iterator[Problem]:
    away = draft.kind is _K.ABSENCE_SUBLET
    if draft.since is None:
        yield Problem("since", "sublet_since_missing", "HL-36")
    if away and draft.cause is None:
        yield Problem("cause", "absence_cause_missing", "HL-36")
    if away and draft.until is None:
        yield Problem("until", "sublet_until_missing", "HL-36")
    if draft.since is None or draft.until is None:
        return
    if draft.until < draft.since:
        yield Problem("until", "end_before_start", remedy=draft.since)
    elif lease.end is not None and draft.until > lease.end:
        yield Problem("until", "sublet_after_lease", remedy=lease.end, facts={"end": lease.end})
    elif away and draft.until > (last := longest_sublet(draft.since, parameters)):
        yield Problem("until", "sublet_too_long", "HL-36", blocks=False, facts={"last": last})


def check_answer(
    draft: AnswerDraft, lease: LeaseDraft, request: RequestDraft, parameters: Parameters
) -> tuple[Problem, ...]:
    """A no needs a ground the law and the lease allow, and its reason."""
    if draft.consents:
        return ()
    problems: tuple[Problem, ...] = ()
    if draft.ground is None:
        problems += (Problem("ground", "consent_refusal_ground_missing", "HL-35"),)
    elif draft.ground not in lawful_grounds(lease, request, parameters):
        problems += (Problem("ground", "refusal_ground_unlawful", "HL-35"),)
    if not draft.reason.strip():
        problems += (Problem("reason", "refusal_reason_missing", "HL-35"),)
    return problems
