"""What an individual plan must hold, and with whom it may be shared (DOC-08, PV-02). Pure."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from app.core.errors import Problem
from app.core.ids import ServiceUnitId
from app.followup.individual_plans.model import (
    CoordinatorAnswer,
    CoordinatorOffer,
    CoordinatorPost,
    GivenConsent,
    IndividualPlan,
    IndividualPlanDraft,
    IndividualPlanPart,
    IndividualPlanState,
    PartCheck,
    Participant,
    ParticipantDraft,
    PlanWish,
)
from app.followup.model import Measure
from app.followup.plans.model import MeasureLine

DOC, SCOPE = "DOC-08", "PV-02"
_SEVERAL = re.compile(r",|;|/|&|\bog\b", re.IGNORECASE)
_COORDINATES = re.compile(r"^\s*koordinator", re.IGNORECASE)
_WISHED = {
    PlanWish.OFFERED: IndividualPlanState.OFFERED,
    PlanWish.DECLINED: IndividualPlanState.DECLINED,
    PlanWish.WANTED: IndividualPlanState.WANTED,
}


def state(known: IndividualPlan) -> IndividualPlanState:
    """Whether there is one, and whether it may be worked from."""
    if known.plan is not None:
        agreed = known.agreed
        return IndividualPlanState.RUNNING if agreed else IndividualPlanState.CONSENT_OVER
    if known.wish is None:
        return IndividualPlanState.NOT_ASKED
    return _WISHED[known.wish.answer]


def units_at_work(measures: Iterable[Measure]) -> frozenset[ServiceUnitId]:
    """The units that do something for the person now."""
    return frozenset(
        each.draft.unit
        for each in measures
        if each.draft.unit is not None and not each.state.ended and not each.draft.own_task
    )


def may_have_right(measures: Iterable[Measure]) -> bool:
    """A hint that services must be coordinated: two units or more (SOT-07); a person decides."""
    return len(units_at_work(measures)) > 1


# what it holds

_UNANSWERED = {
    CoordinatorPost.COORDINATOR: "ip_coordinator_unanswered",
    CoordinatorPost.CHILD_COORDINATOR: "ip_child_coordinator_unanswered",
    CoordinatorPost.CONTACT_DOCTOR: "ip_contact_doctor_unanswered",
}


def checklist(known: IndividualPlan) -> tuple[PartCheck, ...]:
    """The ten parts in order, and how the child takes part when there are children."""
    parts = [part for part in IndividualPlanPart if known.children or part is not _CHILD]
    return tuple(PartCheck(part, tuple(_LACKS[part](known))) for part in parts)


def problems(known: IndividualPlan) -> tuple[Problem, ...]:
    """All that stands between the plan and its print."""
    return tuple(lack for check in checklist(known) for lack in check.lacks)


def lines(known: IndividualPlan) -> tuple[MeasureLine, ...]:
    """Every measure in it, those of the goals first."""
    if known.content is None:
        return ()
    of_goals = (line for goal in known.content.goals for line in goal.measures)
    return (*of_goals, *known.content.loose)


def _lacking(field: str, code: str, there: object) -> Iterator[Problem]:
    if not (there.strip() if isinstance(there, str) else there):
        yield Problem(field, code, DOC)


def _goals(known: IndividualPlan) -> Iterator[Problem]:
    yield from _lacking("goals", "ip_goals_missing", known.content and known.content.goals)
    yield from _lacking("resources", "ip_resources_missing", known.draft.resources)


def _participants(known: IndividualPlan) -> Iterator[Problem]:
    yield from _lacking("participants", "ip_participants_missing", known.taking_part)


def _responsible(known: IndividualPlan) -> Iterator[Problem]:
    yield from _lacking("prepared_by", "ip_prepared_by_missing", known.draft.prepared_by)
    yield from _lacking("coordinator", "ip_coordinator_missing", known.coordinator)


def _contributions(known: IndividualPlan) -> Iterator[Problem]:
    draft = known.draft
    yield from _lacking("own_contribution", "ip_own_missing", draft.own_contribution)
    yield from _lacking("services_contribution", "ip_services_missing", draft.services_contribution)


def _measures(known: IndividualPlan) -> Iterator[Problem]:
    found = lines(known)
    yield from _lacking("measures", "ip_measures_missing", found)
    if not all(known.extents.get(line.measure, "").strip() for line in found):
        yield Problem("extent", "ip_extent_missing", DOC)
    if not all(line.who.strip() for line in found):
        yield Problem("measures", "ip_measure_owner_missing", DOC)


def _carried_out(known: IndividualPlan) -> Iterator[Problem]:
    yield from _lacking("carried_out", "ip_carried_out_missing", known.draft.carried_out)


def _coordinators(known: IndividualPlan) -> Iterator[Problem]:
    for post in CoordinatorPost:
        yield from _lacking(post.value, _UNANSWERED[post], known.offers.get(post))


def _period(known: IndividualPlan) -> Iterator[Problem]:
    draft = known.draft
    yield from _lacking("starts_on", "ip_period_missing", draft.starts_on and draft.ends_on)
    yield from _lacking("revise_on", "ip_revision_missing", draft.revise_on)


def _consent(known: IndividualPlan) -> Iterator[Problem]:
    if not known.agreed:
        yield Problem("consent", "ip_without_consent", SCOPE)


def _cooperation(known: IndividualPlan) -> Iterator[Problem]:
    yield from _lacking("cooperation", "ip_cooperation_missing", known.draft.cooperation)


def _child(known: IndividualPlan) -> Iterator[Problem]:
    said = known.draft.child_participation
    yield from _lacking("child_participation", "ip_child_missing", said)


_CHILD = IndividualPlanPart.CHILD
_LACKS = {
    IndividualPlanPart.GOALS: _goals,
    IndividualPlanPart.PARTICIPANTS: _participants,
    IndividualPlanPart.RESPONSIBLE: _responsible,
    IndividualPlanPart.CONTRIBUTIONS: _contributions,
    IndividualPlanPart.MEASURES: _measures,
    IndividualPlanPart.CARRIED_OUT: _carried_out,
    IndividualPlanPart.COORDINATORS: _coordinators,
    IndividualPlanPart.PERIOD: _period,
    IndividualPlanPart.CONSENT: _consent,
    IndividualPlanPart.COOPERATION: _cooperation,
    IndividualPlanPart.CHILD: _child,
}


# what is typed


def check(draft: IndividualPlanDraft) -> tuple[Problem, ...]:
    """What is wrong with the period and the days of revision."""
    return tuple(_draft_problems(draft))


def _draft_problems(draft: IndividualPlanDraft) -> Iterator[Problem]:
    start, end = draft.starts_on, draft.ends_on
    if start is None and (end is not None or draft.revise_on):
        yield Problem("starts_on", "ip_start_missing", DOC)
    if start is not None and end is not None and end < start:
        yield Problem("ends_on", "ip_end_before_start", DOC, facts={"start": start})
        return
    for day in draft.revise_on:
        if (start is not None and day < start) or (end is not None and day > end):
            yield Problem("revise_on", "ip_revision_outside", DOC, facts={"day": day})


def check_participant(
    draft: ParticipantDraft, coordinator: str, today: date
) -> tuple[Problem, ...]:
    """What is wrong with one who takes part; there is one coordinator."""
    found = []
    if not draft.name.strip():
        found.append(Problem("name", "participant_name_missing", DOC))
    another = coordinator and draft.name.strip().casefold() != coordinator.strip().casefold()
    if another and _COORDINATES.match(draft.capacity):
        facts: dict[str, object] = {"name": coordinator}
        found.append(Problem("capacity", "ip_two_coordinators", DOC, facts=facts))
    since = draft.since or today
    if draft.until is not None and draft.until < since:
        found.append(Problem("until", "participant_until_before_since", remedy=since))
    return tuple(found)


def check_offer(offer: CoordinatorOffer, today: date) -> tuple[Problem, ...]:
    """What is wrong with an answer: the day, and one name when someone is appointed."""
    found = []
    if offer.since > today:
        found.append(Problem("since", "day_in_future", remedy=today))
    appointed = offer.answer is CoordinatorAnswer.APPOINTED
    if appointed and not offer.name.strip():
        found.append(Problem("name", "coordinator_name_missing", "HOL-02"))
    elif appointed and _SEVERAL.search(offer.name.strip()):
        found.append(Problem("name", "coordinator_only_one", "HOL-02"))
    return tuple(found)


# with whom it is shared


def may_get(participant: Participant, shares: Iterable[GivenConsent]) -> bool:
    """Whether a consent to sharing covers them: all who take part, or those it names (P6)."""
    return any(_covers(share.body, participant) for share in shares)


def _covers(body: str, participant: Participant) -> bool:
    said = " ".join(body.casefold().split())
    if not said:
        return True
    names = (participant.draft.name, participant.unit_name)
    return any(_named(name, said) for name in names if name.strip())


def _named(name: str, said: str) -> bool:
    found = re.escape(" ".join(name.casefold().split()))
    return re.search(rf"(?<!\w){found}(?!\w)", said) is not None
