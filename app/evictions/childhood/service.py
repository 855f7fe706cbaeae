"""The officer's verbs on what is done for the children of a household (practice 4a, 4b)."""

from datetime import date

from app.core.errors import Problem, demand
from app.core.ids import EvictionCaseId, Ref
from app.evictions.childhood import store
from app.evictions.childhood.model import ChildrenFirst, ChildStep, ChildStepKind
from app.evictions.service import EvictionCases
from app.people.service import People
from app.storage.database import Database


class Childhood:
    """Children first, in every case."""

    def __init__(self, db: Database, cases: EvictionCases, people: People) -> None:
        self._db = db
        self._cases = cases
        self._people = people

    def of(self, case: EvictionCaseId, on: date | None = None) -> ChildrenFirst:
        """Where it stands for them; the meeting is due the day the message came (4a, step 8)."""
        day = on or self._today
        known, steps = self._cases.get(case, on), self.steps(case, day)
        count = len(self._people.children(day).get(known.person, ()))
        told = known.received_on if count and known.threatened else None
        return ChildrenFirst(
            children=count,
            best_interest=_newest(steps, ChildStepKind.BEST_INTEREST),
            meeting=_newest(steps, ChildStepKind.EMERGENCY_MEETING),
            meet_by=told,
        )

    def steps(self, case: EvictionCaseId, on: date | None = None) -> tuple[ChildStep, ...]:
        """All that was done, oldest first."""
        return store.of(self._db, case, on or self._today)

    def note(
        self, case: EvictionCaseId, kind: ChildStepKind, words: str, since: date | None = None
    ) -> int:
        """What was thought best for them, or agreed at the meeting; Invalid beside the field."""
        self._cases.get(case)
        day = since or self._today
        problems: tuple[Problem, ...] = ()
        if not words.strip():
            problems += (Problem("words", "child_words_missing"),)
        if day > self._today:
            problems += (Problem("since", "day_in_future", remedy=self._today),)
        demand(problems)
        with self._db.unit(f"child_step.{kind}", Ref("eviction_case", case)) as unit:
            return store.insert(unit, case, kind, day, words)

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _newest(steps: tuple[ChildStep, ...], kind: ChildStepKind) -> ChildStep | None:
    return next((each for each in reversed(steps) if each.kind is kind), None)
