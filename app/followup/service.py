"""The officer's verbs on measures."""

from app.core.errors import Invalid, NotFound, Problem
from app.core.ids import PersonId, Ref
from app.followup import store
from app.followup.model import Measure, MeasureDraft, MeasureState
from app.leases.conditions.model import Carried
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit


class Followup:
    """What is done for a person: planned, done or not."""

    def __init__(self, db: Database, settings: Settings) -> None:
        self._db = db
        self._settings = settings

    def measures(self, person: PersonId) -> tuple[Measure, ...]:
        """Those of a person, the planned first, the earliest day first."""
        return store.of(self._db, person, self._db.clock.today())

    def get(self, measure: int) -> Measure:
        """One measure; NotFound when there is none."""
        found = store.get(self._db, measure, self._db.clock.today())
        if found is None:
            raise NotFound("measure_not_found")
        return found

    def take_on(self, unit: Unit, person: PersonId, condition: Carried) -> None:
        """A measure for a condition, unless the person has it; whoever signs answers for it."""
        if store.by_condition(self._db, person, condition.condition) is not None:
            return
        me = self._settings.me
        draft = MeasureDraft(condition.duty, me.name if me else "")
        store.insert(unit, person, draft, condition.condition)

    def plan_measure(self, person: PersonId, draft: MeasureDraft) -> int:
        """One that no condition asks for; Invalid when it says nothing or nobody does it."""
        _demand(draft)
        with self._db.unit("measure.planned", Ref("person", person)) as unit:
            return store.insert(unit, person, draft, None)

    def change(self, measure: int, draft: MeasureDraft) -> None:
        """Other words, another who does it, or another day."""
        known = self.get(measure)
        _demand(draft)
        if draft == known.draft:
            return
        with self._db.unit("measure.changed", Ref("person", known.person)) as unit:
            store.update(unit, measure, draft)

    def done(self, measure: int) -> None:
        """It is done."""
        self._set(measure, MeasureState.DONE, "measure.done")

    def not_done(self, measure: int, reason: str) -> None:
        """It will not be done; Invalid without the reason."""
        if not reason.strip():
            raise Invalid([Problem("reason", "reason_missing")])
        self._set(measure, MeasureState.NOT_DONE, "measure.not_done", reason.strip())

    def plan_again(self, measure: int) -> None:
        """It is to be done after all."""
        self._set(measure, MeasureState.PLANNED, "measure.planned_again")

    def _set(self, measure: int, state: MeasureState, verb: str, reason: str = "") -> None:
        known = self.get(measure)
        if known.state is state:
            return
        with self._db.unit(verb, Ref("person", known.person)) as unit:
            store.add_state(unit, measure, state, unit.today, reason)


def _demand(draft: MeasureDraft) -> None:
    problems = []
    if not draft.words.strip():
        problems.append(Problem("words", "measure_words_missing"))
    if not draft.responsible.strip():
        problems.append(Problem("responsible", "measure_responsible_missing"))
    if problems:
        raise Invalid(problems)
