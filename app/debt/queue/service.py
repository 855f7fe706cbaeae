"""Reads the queue: worked out from the register each time, nothing of it is kept."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import reduce

from app.arrears.instalments.service import Instalments
from app.arrears.model import Owed, Tenancy
from app.arrears.service import Arrears
from app.core.ids import DebtCaseId, PersonId
from app.core.money import Ore
from app.core.records import dataclass
from app.debt.book import DebtBook
from app.debt.model import AdviceStage, HomeThreat, HomeThreats, RentOwed, StandingCase
from app.debt.queue import rules
from app.debt.queue.capacity import rules as capacity_rules
from app.debt.queue.capacity.model import Capacity, Supply
from app.debt.queue.capacity.service import DebtCapacity
from app.debt.queue.model import DebtUrgency, LateStart, QueueFacts, QueueOrder, QueuePlace
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered

LEFT = "local.debt_left_percent"
_BUSY = frozenset(
    {
        AdviceStage.OVERVIEW,
        AdviceStage.BUDGETING,
        AdviceStage.CONTACTING,
        AdviceStage.PROPOSED,
    }
)
"""The stages that take time; a plan that runs is only followed."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Those who know something of it."""

    cases: DebtBook
    people: People
    arrears: Arrears
    instalments: Instalments
    settings: Settings


class DebtQueue:
    """Who waits, in which order, why, and when it may begin (GJ-02, GJ-13)."""

    def __init__(self, db: Database, sources: Sources, capacity: DebtCapacity) -> None:
        self._db = db
        self._from = sources
        self._capacity = capacity
        self._threats: HomeThreats | None = None
        self._places: Remembered[tuple[QueuePlace, ...]] = Remembered(db)
        self._late: Remembered[tuple[LateStart, ...]] = Remembered(db)

    def know_threats(self, threats: HomeThreats) -> None:
        """The slice that follows homes that may be lost."""
        self._threats = threats

    def places(
        self, on: date | None = None, instead: Capacity | None = None
    ) -> tuple[QueuePlace, ...]:
        """Everyone who waits on a day, first to last; `instead` is a capacity to try out."""
        day = on or self._db.clock.today()
        return self._places.get((day, instead), lambda: self._read(day, instead))

    def place_of(self, case: DebtCaseId, on: date | None = None) -> QueuePlace | None:
        """The place of one case; None when it does not wait."""
        return next((each for each in self.places(on) if each.case.id == case), None)

    def decider(self, above: QueuePlace, below: QueuePlace) -> QueueOrder | None:
        """What sets one before another."""
        return rules.decider(above.reasons, below.reasons)

    def late(self, on: date | None = None) -> tuple[LateStart, ...]:
        """The acute and urgent that have waited longer than the target (AL-16), first to last."""
        day = on or self._db.clock.today()
        return self._late.get(day, lambda: self._read_late(day))

    def facts(self, on: date, some: Iterable[StandingCase] | None = None) -> tuple[QueueFacts, ...]:
        """What the order rests on, for each who waits or for some of them; in no order."""
        waiting = tuple(self._from.cases.waiting(on) if some is None else some)
        people = [case.person for case in waiting]
        threats: Mapping[PersonId, HomeThreat] = (
            {} if self._threats is None else self._threats.threats(on)
        )
        children, rent = self._from.people.children_of(people, on), self._rent(people, on)
        return tuple(
            QueueFacts(
                case,
                threats.get(case.person),
                rent.get(case.person),
                children.get(case.person, ()),
            )
            for case in waiting
        )

    def supply(self, on: date, instead: Capacity | None = None) -> Supply:
        """What the office can give from a day, and how much of it is taken already."""
        rows = self._capacity.rows()
        busy = sum(each.works and each.stage in _BUSY for each in self._from.cases.rows(on))
        return Supply(
            rows if instead is None else capacity_rules.instead(rows, instead),
            self._capacity.absences(),
            busy,
            self._from.settings.parameters.whole(LEFT, on),
        )

    def _read(self, on: date, instead: Capacity | None) -> tuple[QueuePlace, ...]:
        cases = {each.id: each for each in self._from.cases.waiting(on)}
        ranked = rules.rank(self.facts(on, cases.values()), on, self._from.settings.parameters)
        acute = [each.urgency is DebtUrgency.ACUTE for each in ranked]
        starts = capacity_rules.expected(acute, self.supply(on, instead), on)
        return tuple(
            QueuePlace(
                cases[each.case.id], on, each.rank, each.reasons, each.urgency, each.target, start
            )
            for each, start in zip(ranked, starts, strict=True)
        )

    def _read_late(self, on: date) -> tuple[LateStart, ...]:
        """Nothing is read of those whose target lies ahead whatever presses."""
        parameters = self._from.settings.parameters
        waiting = (each for each in self._from.cases.standing(on) if each.waits)
        pressed = [each for each in waiting if rules.may_be_late(each, on, parameters)]
        if not pressed:
            return ()
        return rules.late(rules.rank(self.facts(on, pressed), on, parameters), on)

    def _rent(self, people: Sequence[PersonId], on: date) -> Mapping[PersonId, RentOwed]:
        """What each of them owes, with what others in the household owe on the home."""
        homes = self._from.people.together(people, on)
        beside = {each: homes.get(each, frozenset()) | {each} for each in people}
        owed = self._owed(frozenset().union(*beside.values()), on)
        known = {each: [owed[who] for who in beside[each] & owed.keys()] for each in people}
        return {each: reduce(_sum, found) for each, found in known.items() if found}

    def _owed(self, people: frozenset[PersonId], on: date) -> Mapping[PersonId, RentOwed]:
        """Which of them owe rent to us on a home they live in, where no agreement is kept."""
        found: dict[PersonId, RentOwed] = {}
        owing = self._from.arrears.owing(on)
        tenancies = self._from.arrears.tenancies_of(owing)
        for lease, owed in owing.items():
            tenancy = tenancies[lease]
            if tenancy.tenant not in people or not tenancy.state.lived_in or not owed.since:
                continue
            if not self._kept(tenancy, on):
                found[tenancy.tenant] = _with(found.get(tenancy.tenant), tenancy, owed)
        return found

    def _kept(self, tenancy: Tenancy, on: date) -> bool:
        agreed = self._from.instalments
        if agreed.current(tenancy.lease, on) is None:
            return False
        return agreed.breach(tenancy.lease, on) is None


def _with(before: RentOwed | None, tenancy: Tenancy, owed: Owed) -> RentOwed:
    """What is owed on one home, together with what is owed on another."""
    months = int(owed.rent // tenancy.rent) if tenancy.rent else 0
    more = RentOwed(owed.total, owed.since or owed.on, months)
    return more if before is None else _sum(before, more)


def _sum(one: RentOwed, other: RentOwed) -> RentOwed:
    return RentOwed(
        Ore(one.total + other.total), min(one.since, other.since), one.months + other.months
    )
