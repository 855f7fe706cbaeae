"""The officer's verbs on levels."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.core.errors import demand
from app.core.ids import PersonId, Ref
from app.followup.levels import rules, store
from app.followup.levels.model import (
    Demand,
    HelpLevel,
    KnowsAssessments,
    KnowsMeasures,
    KnowsPlans,
    LevelOn,
    Standing,
)
from app.followup.owners.model import OwnerDraft
from app.followup.owners.service import Owners
from app.people.service import People
from app.storage.database import Database
from app.storage.remembered import Remembered


class Levels:
    """How much help is agreed with a person, from day to day (SD-01)."""

    def __init__(self, db: Database, people: People, owners: Owners) -> None:
        self._db = db
        self._people = people
        self._owners = owners
        self._all: Remembered[Mapping[PersonId, LevelOn]] = Remembered(db)
        self._assessments: KnowsAssessments | None = None
        self._plans: KnowsPlans | None = None
        self._measures: KnowsMeasures | None = None

    def know_assessments(self, assessments: KnowsAssessments) -> None:
        """Ask there whether needs are mapped."""
        self._assessments = assessments

    def know_plans(self, plans: KnowsPlans) -> None:
        """Ask there for the plan."""
        self._plans = plans

    def know_measures(self, measures: KnowsMeasures) -> None:
        """Ask there which vedtak the measures rest on."""
        self._measures = measures

    def of(self, person: PersonId, on: date | None = None) -> LevelOn | None:
        """The level that holds on a day; None before the first."""
        return rules.on(self.history(person), on or self._today)

    def history(self, person: PersonId) -> tuple[LevelOn, ...]:
        """Every level a person has had, oldest first."""
        return store.history(self._db, person)

    def all(self, on: date | None = None) -> Mapping[PersonId, LevelOn]:
        """What holds on a day for everyone who has a level, level 0 too."""
        day = on or self._today
        return self._all.get(
            day, lambda: {each.person: each for each in store.every(self._db, day)}
        )

    def earliest(self, person: PersonId) -> date | None:
        """The first day a new level may hold from; None when there is none before it."""
        days = [each.since for each in self.history(person)[-1:]]
        owned = self._owners.newest_since(person)
        return max((*days, *((owned,) if owned else ())), default=None)

    def check(
        self, person: PersonId, level: HelpLevel, reason: str, since: date | None = None
    ) -> tuple[LevelOn, ...]:
        """The history as it would be; Invalid beside the fields."""
        history = self.history(person)
        new = LevelOn(person, level, since or self._today, reason)
        demand(rules.check(history, self._owners.newest_since(person), new, self._today))
        return (*history, new)

    def set(
        self,
        person: PersonId,
        level: HelpLevel,
        reason: str,
        since: date | None = None,
        owner: OwnerDraft | None = None,
    ) -> None:
        """Agree on a level from a day, today when none is said (SD-01).

        The first that gives help makes an owner: `owner`, else this office and whoever is at the
        keyboard (P1, C7). Level 0 ends the follow-up and with it the ownership (E3). Invalid.
        """
        self._people.get(person)
        *before, new = self.check(person, level, reason, since)
        begins = level.followed and not _followed(before)
        draft = self._owners.checked_first(owner) if begins else None
        with self._db.unit("level.set", Ref("person", person)) as unit:
            made = self._owners.newest(person)
            if draft is not None:
                made = self._owners.take_on(unit, person, draft, new.since, new.reason)
            store.insert(unit, new, made if level.followed else None)

    def has_vedtak(self, person: PersonId) -> bool:
        """Whether a vedtak that grants something stands, whatever the measures say (D6)."""
        return store.has_vedtak(self._db, person)

    def demands(self, person: PersonId) -> tuple[Demand, ...]:
        """What the level that holds today asks for, and whether it is there; none below 1."""
        now = self.of(person)
        return () if now is None else rules.demands(now.level, self._standing(person))

    def unmet(self, person: PersonId) -> tuple[Demand, ...]:
        """What is asked for and not there."""
        return tuple(each for each in self.demands(person) if not each.met)

    def _standing(self, person: PersonId) -> Standing:
        measures = self._measures.measures(person) if self._measures else ()
        return Standing(
            owner=self._owners.of(person) is not None,
            assessment=self._assessments is not None and self._assessments.has(person),
            plan=self._plans is not None and self._plans.in_force(person),
            vedtak=rules.rests_on_vedtak(measures) or store.has_vedtak(self._db, person),
        )

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _followed(history: Sequence[LevelOn]) -> bool:
    return bool(history) and history[-1].level.followed
