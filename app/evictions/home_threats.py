"""What threatens the home of each person, as the queue of economic advice asks for it (GJ-02)."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from app.core.ages import minor
from app.core.ids import PersonId
from app.debt.model import HomeThreat
from app.evictions import rules
from app.evictions.model import EvictionCase, EvictionStage, LossKind
from app.people.service import People

_FILED = rules.place(LossKind.EVICTION, EvictionStage.PETITION_FILED)


class Cases(Protocol):
    """Where cases are known from."""

    def open_ones(self, as_of: date | None = None) -> tuple[EvictionCase, ...]:
        """Every case that was open on a day, as it stood."""
        ...


class OpenThreats:
    """Cases where a home may still be lost; everyone grown up in the household has the threat."""

    def __init__(self, cases: Cases, people: People) -> None:
        self._cases = cases
        self._people = people

    def threats(self, on: date) -> Mapping[PersonId, HomeThreat]:
        """What threatens the home of each person on a day; who is safe is not there."""
        found: dict[PersonId, HomeThreat] = {}
        for case in self._cases.open_ones(on):
            threat = _threat(case)
            if threat is None:
                continue
            for person in self._touched(case.person, on):
                found[person] = _worse(found.get(person), threat)
        return found

    def _touched(self, person: PersonId, on: date) -> frozenset[PersonId]:
        household = self._people.household_of(person)
        members = household.members if household else ()
        adults = (
            each.person
            for each in members
            if each.since <= on
            and (each.until is None or each.until > on)
            and not minor(each.birth_date, on)
        )
        return frozenset({person, *adults})


def _threat(case: EvictionCase) -> HomeThreat | None:
    if not case.threatened or case.stage is EvictionStage.AT_RISK:
        return None
    filed = rules.place(LossKind.EVICTION, case.stage) >= _FILED and case.taken_back_on is None
    return HomeThreat(case.eviction_on, case.comment_until, petition=filed, notice=not filed)


def _worse(one: HomeThreat | None, other: HomeThreat) -> HomeThreat:
    """Of two homes, or two cases, the nearer day counts."""
    if one is None:
        return other
    return HomeThreat(
        _nearest(one.eviction_on, other.eviction_on),
        _nearest(one.comment_until, other.comment_until),
        petition=one.petition or other.petition,
        notice=one.notice or other.notice,
    )


def _nearest(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day is not None), default=None)
