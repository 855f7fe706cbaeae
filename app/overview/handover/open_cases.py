"""Every case that is open, as each slice tells it."""

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from typing import Protocol

from app.alerts.service import Alerts
from app.applications.model import ApplicationState
from app.applications.service import Applications
from app.core.ids import PersonId, Ref
from app.core.records import dataclass
from app.debt.book import DebtBook
from app.dwellings.service import Dwellings
from app.evictions.advice.service import EvictionAdvice
from app.followup.owners.service import Owners
from app.followup.plans.service import Plans
from app.leases.service import Leases
from app.leases.stays.service import Stays
from app.letters.service import Letters
from app.overview.handover.model import OpenCase, OpenKind, PlanStep
from app.people.model import AddressProtection
from app.people.service import People
from app.settings.units.service import ServiceUnits

_OPEN = frozenset(state for state in ApplicationState if state.open)


@dataclass(frozen=True, slots=True)
class Sources:
    """Those who know of something open."""

    alerts: Alerts
    people: People
    applications: Applications
    leases: Leases
    stays: Stays
    advice: EvictionAdvice
    debt: DebtBook
    plans: Plans
    owners: Owners
    units: ServiceUnits
    dwellings: Dwellings
    letters: Letters


def of(known: Sources) -> tuple[OpenCase, ...]:
    """All of them, with who coordinates."""
    owners = known.owners.all()
    found = (
        *_evictions(known),
        *_stays(known),
        *_applications(known),
        *_leases(known),
        *_advice(known),
        *_plans(known),
    )
    return tuple(
        replace(case, coordinator=owners[case.person].coordinator)
        if case.person in owners
        else case
        for case in found
    )


class _Case(Protocol):
    """What the cases with a number of their own have in common."""

    @property
    def person(self) -> PersonId: ...
    @property
    def number(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def protection(self) -> AddressProtection: ...


def _case(kind: OpenKind, ref: Ref, case: _Case, stands: Enum) -> OpenCase:
    protected = case.protection is not AddressProtection.NONE
    return OpenCase(kind, ref, case.person, case.number, case.name, protected, stands)


def _evictions(known: Sources) -> Iterator[OpenCase]:
    for row in known.advice.rows():
        case = row.case
        if case.open:
            yield replace(
                _case(OpenKind.EVICTION, Ref("eviction_case", case.id), case, case.stage),
                step=row.step.step if row.step is not None else None,
                day=case.eviction_on or case.comment_until,
            )


def _stays(known: Sources) -> Iterator[OpenCase]:
    for row in known.stays.staying():
        yield OpenCase(
            OpenKind.STAY,
            Ref("stay", row.stay.id),
            row.stay.person,
            "",
            row.name,
            row.protection is not AddressProtection.NONE,
            OpenKind.STAY,
            day=row.stay.until,
        )


def _applications(known: Sources) -> Iterator[OpenCase]:
    for row in known.applications.rows(None, _OPEN):
        yield OpenCase(
            OpenKind.APPLICATION,
            Ref("application", row.id),
            row.applicant,
            row.number,
            row.name,
            row.protection is not AddressProtection.NONE,
            row.state,
        )


def _leases(known: Sources) -> Iterator[OpenCase]:
    """Those with someone living there and a last day; the rest run on by themselves."""
    for row in known.leases.rows():
        if row.state.lived_in and row.last_day is not None:
            yield OpenCase(
                OpenKind.LEASE,
                Ref("lease", row.id),
                row.tenant,
                row.number,
                row.tenant_name,
                row.protection is not AddressProtection.NONE,
                row.state,
                day=row.last_day,
            )


def _advice(known: Sources) -> Iterator[OpenCase]:
    for case in known.debt.rows():
        if case.open:
            ref = Ref("debt_case", case.id)
            yield _case(OpenKind.ADVICE, ref, case, case.stage or case.state)


def _plans(known: Sources) -> Iterator[OpenCase]:
    rows = known.plans.rows()
    people = known.people.rows_of(tuple(sorted({row.person for row in rows})))
    hidden = {each.id for each in people if each.protection is not AddressProtection.NONE}
    for row in rows:
        days = ((row.next_talk_on, PlanStep.TALK), (row.evaluation_on, PlanStep.EVALUATION))
        set_days = sorted((day, step) for day, step in days if day is not None)
        day, step = set_days[0] if set_days else (None, None)
        yield OpenCase(
            OpenKind.FOLLOWUP,
            Ref("plan", row.plan),
            row.person,
            "",
            row.name,
            row.person in hidden,
            row.state,
            step,
            day,
        )
