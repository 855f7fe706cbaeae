"""What must hold about an application, its members and its clock. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from app.applications.model import (
    AnswerClock,
    Application,
    ApplicationDraft,
    ApplicationState,
    MainNeed,
    NeedCategory,
    OtherMember,
    StateSince,
)
from app.core.deadlines import Deadline
from app.core.errors import NotFound, Problem
from app.core.order import search_words
from app.core.parameters import Parameters
from app.people import rules as people_rules
from app.people.model import AddressProtection, HouseholdKind, PersonDraft, Role
from app.settings.rulebook import deadline_for

EARLIEST = date(1990, 1, 1)  # before this a year was typed wrong


def check(
    draft: ApplicationDraft, today: date, born: date | None, strict: bool
) -> tuple[Problem, ...]:
    """What is wrong with a draft, field by field.

    `born` is the applicant's birth day if known; `strict` whether anyone in the household is
    strengt fortrolig. Persons inside the draft have fields «applicant.…» and «others.0.…».
    """
    return (
        *_people_problems(draft, today),
        *_day_problems(draft, today, born),
        *_other_problems(draft, strict),
    )


def _people_problems(draft: ApplicationDraft, today: date) -> Iterator[Problem]:
    if draft.applicant is None:
        yield Problem("applicant", "applicant_missing")
    people = {"applicant": draft.applicant}
    people |= {f"others.{at}": other.person for at, other in enumerate(draft.others)}
    for name, person in people.items():
        if isinstance(person, PersonDraft):
            for problem in people_rules.check(person, today):
                yield replace(problem, field=f"{name}.{problem.field}")
    for at, other in enumerate(draft.others):
        if other.role is Role.APPLICANT:
            yield Problem(f"others.{at}.role", "applicant_twice")
    known = [person for person in people.values() if isinstance(person, int)]
    if len(known) > len(set(known)):
        yield Problem("others", "member_twice")


def _day_problems(draft: ApplicationDraft, today: date, born: date | None) -> Iterator[Problem]:
    received = draft.received_on
    if received is None:
        yield Problem("received_on", "received_on_missing", "FV-02")
    elif received > today:
        yield Problem("received_on", "day_in_future")
    elif received < EARLIEST:
        yield Problem("received_on", "day_too_early")
    elif born is not None and received < born:
        yield Problem("received_on", "day_before_birth")


def _other_problems(draft: ApplicationDraft, strict: bool) -> Iterator[Problem]:
    if draft.bedrooms is not None and not 0 <= draft.bedrooms <= 30:
        yield Problem("bedrooms", "bedrooms_out_of_range")
    if draft.children_told is not None and not 0 <= draft.children_told <= 30:
        yield Problem("children_told", "children_out_of_range")
    if strict and draft.present_housing.strip():
        yield Problem("present_housing", "address_not_to_be_kept", "ADR-02")


def fixed_problems(
    draft: ApplicationDraft, known: Application, states: tuple[StateSince, ...]
) -> tuple[Problem, ...]:
    """What a correction may not change: who, what is asked (REP-11), days that come after."""
    return tuple(_fixed_problems(draft, known, states))


def _fixed_problems(
    draft: ApplicationDraft, known: Application, states: tuple[StateSince, ...]
) -> Iterator[Problem]:
    if draft.applicant != known.applicant or draft.household != known.household:
        yield Problem("applicant", "applicant_fixed")
    if draft.case is not known.draft.case:
        yield Problem("case", "case_fixed", "BS-08", remedy=known.draft.case)
    if draft.kind is not known.draft.kind:
        yield Problem("kind", "kind_fixed", "REP-11", remedy=known.draft.kind)
    after = next((each.since for each in states if each.since > known.received_on), None)
    if after is not None and draft.received_on is not None and draft.received_on > after:
        yield Problem("received_on", "day_after_next", facts={"next": after})


def corrected(known: ApplicationDraft, draft: ApplicationDraft) -> ApplicationDraft:
    """The draft with what a correction leaves as it was: state, members, a group not said."""
    return replace(
        draft,
        others=(),
        group=draft.group or known.group,
        allocator=draft.allocator or known.allocator,
        state=known.state,
        state_since=known.state_since,
    )


def strict_in(people: Iterable[object]) -> bool:
    """Whether any of the new persons is strengt fortrolig."""
    strict = AddressProtection.STRICTLY_CONFIDENTIAL
    return any(isinstance(one, PersonDraft) and one.protection is strict for one in people)


def household_kind(others: tuple[OtherMember, ...]) -> HouseholdKind:
    """The shape of a household from who are in it beside the applicant."""
    roles = {other.role for other in others}
    if Role.ADULT in roles:
        return HouseholdKind.SHARED
    if Role.CO_APPLICANT in roles:
        couple = HouseholdKind.COUPLE_WITH_CHILDREN
        return couple if Role.CHILD in roles else HouseholdKind.COUPLE
    return HouseholdKind.SINGLE_PARENT if Role.CHILD in roles else HouseholdKind.SINGLE


def search_text(number: str) -> str:
    """What an application is found by; its people are found by their own names."""
    return search_words(number)


def main_need(needs: Iterable[NeedCategory]) -> MainNeed | None:
    """The most pressing main category, None when nothing is mapped."""
    found = {need.main for need in needs}
    return next((main for main in MainNeed if main in found), None)


def days_waiting(received_on: date, state: ApplicationState, state_since: date, as_of: date) -> int:
    """Days since received, through the day it was no longer open."""
    return max(0, ((as_of if state.open else state_since) - received_on).days)


def clock(
    parameters: Parameters, received_on: date, days: int, answered_on: date | None
) -> AnswerClock:
    """The days of one application (FV-02), and how long it has waited."""
    return AnswerClock(*last_days(parameters, received_on), answered_on, days)


def last_days(parameters: Parameters, received_on: date) -> tuple[Deadline, date]:
    """FV-02, forvaltningsloven § 11 a: one month from the day it was received.

    A month ends on the day of the same number (DL-02), so that one from 31 January ends on
    28 February, 28 days later. The second is the day to act on: the municipality's own days
    (SD-13) only make it stricter.
    """
    deadline = deadline_for(parameters, "fvl.prelim_months", received_on)
    try:
        own = deadline_for(parameters, "local.prelim_days", received_on).warn_day
    except NotFound:
        own = deadline.warn_day
    return deadline, min(own, deadline.warn_day)
