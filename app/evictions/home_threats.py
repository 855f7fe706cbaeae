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
        known = ((case.person, _threat(case)) for case in self._cases.open_ones(on))
        threatened = [(person, threat) for person, threat in known if threat is not None]
        homes = self._people.together({person for person, _ in threatened}, on)
        born = self._people.born(frozenset().union(*homes.values()))
        found: dict[PersonId, HomeThreat] = {}
        for person, threat in threatened:
            adults = {each for each in homes.get(person, ()) if not minor(born[each], on)}
            for each in {person, *adults}:
                found[each] = _worse(found.get(each), threat)
        return found


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
