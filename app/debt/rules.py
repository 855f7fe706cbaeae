"""How a request and the work after it may move, and what is wrong with a draft. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from typing import TypeVar

from app.applications.intake.rules import check_representative
from app.applications.model import Channel, ReferredBy
from app.core.errors import Problem
from app.core.ids import DebtCaseId, PersonId
from app.core.order import search_words
from app.core.records import dataclass
from app.debt.model import (
    AcuteScreen,
    AdviceStage,
    DebtCase,
    DebtOutcome,
    DebtTopic,
    Decided,
    Ending,
    RequestDraft,
    RequestState,
    Screened,
    StageStep,
    StateRow,
)
from app.people.consents.rules import check_consent
from app.people.model import AddressProtection

_STATES: Mapping[RequestState, frozenset[RequestState]] = {
    RequestState.RECEIVED: frozenset(RequestState) - {RequestState.RECEIVED},
    RequestState.SCREENED: frozenset(RequestState) - {RequestState.RECEIVED, RequestState.SCREENED},
    RequestState.GRANTED_QUEUED: frozenset(
        {RequestState.STARTED, RequestState.REFUSED, RequestState.WITHDRAWN}
    ),
    RequestState.STARTED: frozenset(),
    RequestState.REFUSED: frozenset(
        {RequestState.SCREENED, RequestState.GRANTED_QUEUED, RequestState.STARTED}
    ),
    RequestState.WITHDRAWN: frozenset(),
}
"""The moves of a request (glossary 5.10); a refusal may be changed or set aside after an appeal."""

_S = AdviceStage
_STAGES: Mapping[AdviceStage, frozenset[AdviceStage]] = {
    _S.OVERVIEW: frozenset({_S.BUDGETING, _S.CONTACTING, _S.FOLLOWED}),
    _S.BUDGETING: frozenset({_S.OVERVIEW, _S.CONTACTING, _S.FOLLOWED}),
    _S.CONTACTING: frozenset({_S.BUDGETING, _S.PROPOSED, _S.SETTLEMENT_APPLIED}),
    _S.PROPOSED: frozenset({_S.CONTACTING, _S.RUNNING, _S.SETTLEMENT_APPLIED}),
    _S.RUNNING: frozenset({_S.CONTACTING, _S.SETTLEMENT_APPLIED, _S.FOLLOWED}),
    _S.SETTLEMENT_APPLIED: frozenset({_S.SETTLEMENT_RUNNING, _S.CONTACTING}),
    _S.SETTLEMENT_RUNNING: frozenset({_S.FOLLOWED}),
    _S.FOLLOWED: frozenset({_S.CONTACTING, _S.RUNNING}),
    _S.CLOSED: frozenset(),
}
"""The moves of the work; it may be closed from any of them, with an outcome."""


Since = TypeVar("Since", StateRow, AcuteScreen, StageStep, Ending)


@dataclass(frozen=True, slots=True)
class CaseHead:
    """What never changes of a case."""

    id: DebtCaseId
    number: str
    person: PersonId
    name: str = field(repr=False)
    protection: AddressProtection
    received_on: date
    channel: Channel
    referred_by: ReferredBy
    topics: frozenset[DebtTopic]
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CaseRows:
    """All that was recorded of every case, by the case, oldest first."""

    states: Mapping[DebtCaseId, Sequence[StateRow]]
    screens: Mapping[DebtCaseId, Sequence[AcuteScreen]]
    stages: Mapping[DebtCaseId, Sequence[StageStep]]
    endings: Mapping[DebtCaseId, Sequence[Ending]]
    decided: Mapping[DebtCaseId, Decided]


def until(rows: CaseRows, decided: Mapping[DebtCaseId, Decided], day: date) -> CaseRows:
    """The rows up to a day, with the vedtak that held then."""
    return CaseRows(
        _up_to(rows.states, day),
        _up_to(rows.screens, day),
        _up_to(rows.stages, day),
        _up_to(rows.endings, day),
        decided,
    )


def _up_to(
    rows: Mapping[DebtCaseId, Sequence[Since]], day: date
) -> Mapping[DebtCaseId, Sequence[Since]]:
    """Oldest first, so that most cases are kept as they are."""
    return {
        case: known if known[-1].since <= day else [row for row in known if row.since <= day]
        for case, known in rows.items()
        if known[0].since <= day
    }


def cases(heads: Iterable[CaseHead], rows: CaseRows) -> tuple[DebtCase, ...]:
    """Every case as it stands; one asked for later than the day is none yet."""
    return tuple(_case(head, rows) for head in heads if rows.states.get(head.id))


def _case(head: CaseHead, rows: CaseRows) -> DebtCase:
    states = rows.states[head.id]
    stages = rows.stages.get(head.id, ())
    screens = rows.screens.get(head.id, ())
    endings = rows.endings.get(head.id, ())
    begun = [each.since for each in states if each.state is RequestState.STARTED]
    closed = bool(stages) and stages[-1].stage is AdviceStage.CLOSED
    return DebtCase(
        id=head.id,
        number=head.number,
        person=head.person,
        name=head.name,
        protection=head.protection,
        received_on=head.received_on,
        channel=head.channel,
        referred_by=head.referred_by,
        topics=head.topics,
        words=head.words,
        state=states[-1].state,
        state_since=states[-1].since,
        screen=screens[-1] if screens else None,
        decided=rows.decided.get(head.id),
        stage=stages[-1].stage if stages else None,
        stage_since=stages[-1].since if stages else None,
        started_on=begun[-1] if begun else None,
        outcome=endings[-1].outcome if endings and closed else None,
        closed_on=stages[-1].since if closed else None,
    )


def may_become(case: DebtCase, state: RequestState) -> bool:
    """Whether a request may move there now."""
    return state in _STATES[case.state]


def may_reach(case: DebtCase, stage: AdviceStage) -> bool:
    """Whether the work may move there now, without an outcome."""
    return case.stage is not None and stage in _STAGES[case.stage]


def next_stages(case: DebtCase) -> tuple[AdviceStage, ...]:
    """The stages the work may be moved to now."""
    return tuple(stage for stage in AdviceStage if may_reach(case, stage))


def found_by(number: str) -> str:
    """What a case is found by."""
    return search_words(number)


def check_request(
    draft: RequestDraft, open_cases: Sequence[DebtCase], today: date
) -> tuple[Problem, ...]:
    """What is wrong with a request as it is typed (GJ-01)."""
    found = []
    if draft.person is None and draft.new_person is None:
        found.append(Problem("person", "debt_person_missing", "GJ-01"))
    if draft.received_on is not None and draft.received_on > today:
        found.append(Problem("received_on", "day_in_future", remedy=today))
    if draft.channel is None:
        found.append(Problem("channel", "debt_channel_missing", "GJ-01"))
    if not draft.topics:
        found.append(Problem("topics", "debt_topics_missing", "GJ-01"))
    if open_cases and not draft.again:
        facts: dict[str, object] = {"number": open_cases[-1].number}
        found.append(Problem("again", "debt_case_open", "GJ-01", facts=facts))
    if draft.screen is not None:
        found += check_screen(draft.screen, draft.received_on or today, today)
    return tuple(found)


_FIELDS = {"until": "consent_until", "since": "received_on", "name": "speaker_name"}


def check_agreed(draft: RequestDraft, born: date | None, today: date) -> tuple[Problem, ...]:
    """What is wrong with what the person agrees to, and with who speaks for them (GJ-01).

    A consent without an end is asked about once, however many there are (PV-02).
    """
    told = [each for one in draft.consents for each in check_consent(one, today, born)]
    if draft.speaker is not None:  # whether a copy can be sent is asked about later
        told += [each for each in check_representative(draft.speaker, False) if each.blocks]
    found: dict[tuple[str, str], Problem] = {}
    for each in told:
        problem = replace(each, field=_FIELDS.get(each.field, each.field))
        found.setdefault((problem.field, problem.code), problem)
    return tuple(found.values())


def check_screen(screen: AcuteScreen, received_on: date, today: date) -> tuple[Problem, ...]:
    """What is wrong with the answers of the acute screen (GJ-02)."""
    found = []
    if screen.since > today:
        found.append(Problem("since", "day_in_future", remedy=today))
    elif screen.since < received_on:
        found.append(
            Problem("since", "debt_before_request", facts={"day": received_on}, remedy=received_on)
        )
    if screen.home_on is not None and screen.home is not Screened.YES:
        found.append(Problem("home_on", "debt_day_without_risk", "GJ-02"))
    if screen.power_on is not None and screen.power is not Screened.YES:
        found.append(Problem("power_on", "debt_day_without_risk", "GJ-02"))
    return tuple(found)


def check_state(
    case: DebtCase, state: RequestState, since: date, today: date
) -> tuple[Problem, ...]:
    """What is wrong with a move of the request: the state, or its day."""
    found = []
    if not may_become(case, state):
        found.append(Problem("state", "debt_state_not_next", facts={"state": case.state}))
    return (*found, *_check_day(since, case.state_since, today))


def check_stage(
    case: DebtCase, stage: AdviceStage, since: date, today: date
) -> tuple[Problem, ...]:
    """What is wrong with a move of the work: the stage, or its day."""
    if case.stage is None or case.stage_since is None:
        return (Problem("stage", "debt_not_begun", "GJ-03"),)
    found = []
    if not may_reach(case, stage):
        found.append(Problem("stage", "debt_stage_not_next", facts={"stage": case.stage}))
    return (*found, *_check_day(since, case.stage_since, today))


def check_ending(
    case: DebtCase, outcome: DebtOutcome | None, since: date, today: date
) -> tuple[Problem, ...]:
    """What is wrong with how it ended (glossary 6.7)."""
    if case.stage is None or case.stage_since is None:
        return (Problem("outcome", "debt_not_begun", "GJ-03"),)
    found = []
    if case.stage is AdviceStage.CLOSED:
        found.append(Problem("outcome", "debt_is_closed"))
    if outcome is None:
        found.append(Problem("outcome", "debt_outcome_missing", "GJ-10"))
    return (*found, *_check_day(since, case.stage_since, today))


def _check_day(since: date, last: date, today: date) -> tuple[Problem, ...]:
    if since > today:
        return (Problem("since", "day_in_future", remedy=today),)
    if since < last:
        return (Problem("since", "day_before_last", facts={"last": last}, remedy=last),)
    return ()
