"""The officer's verbs on measures."""

from datetime import date

from app.core.errors import NotFound, OfficeError, Problem, demand
from app.core.ids import PersonId, Ref
from app.followup import late_store, rules, store
from app.followup.model import (
    Measure,
    MeasureChain,
    MeasureDraft,
    MeasureEvaluation,
    MeasureResult,
    MeasuresDue,
    MeasureState,
)
from app.leases.conditions.model import Carried
from app.people.service import People
from app.settings.service import Settings
from app.settings.units.service import ServiceUnits
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit

_VERBS = {
    MeasureState.PLANNED: "measure.planned_again",
    MeasureState.ORDERED: "measure.ordered",
    MeasureState.CONFIRMED: "measure.confirmed",
    MeasureState.TURNED_DOWN: "measure.turned_down",
    MeasureState.IN_PROGRESS: "measure.begun",
    MeasureState.ON_HOLD: "measure.put_on_hold",
    MeasureState.DONE: "measure.done",
    MeasureState.NOT_DONE: "measure.not_done",
}


class Followup:
    """What is done for a person: planned, ordered, done, evaluated (D4)."""

    def __init__(
        self, db: Database, settings: Settings, people: People, units: ServiceUnits
    ) -> None:
        self._db = db
        self._due: Remembered[tuple[MeasuresDue, ...]] = Remembered(db)
        self._settings = settings
        self._people = people
        self._units = units

    def measures(self, person: PersonId, on: date | None = None) -> tuple[Measure, ...]:
        """Those of a person, what is not over first, the earliest day first."""
        return store.of(self._db, person, on or self._today)

    def due(self, on: date | None = None) -> tuple[MeasuresDue, ...]:
        """Everyone's that are late or wait to be evaluated (D4), one for each person."""
        day = on or self._today
        return self._due.get(day, lambda: late_store.due(self._db, day))

    def get(self, measure: int) -> Measure:
        """One measure; NotFound when there is none."""
        found = store.get(self._db, measure, self._today)
        if found is None:
            raise NotFound("measure_not_found")
        return found

    def chain(self, measure: int) -> MeasureChain:
        """Who ordered it when and of whom, how it went, and what it was found to do (D4)."""
        self.get(measure)
        return MeasureChain(store.steps(self._db, measure), store.evaluations(self._db, measure))

    def take_on(self, unit: Unit, person: PersonId, condition: Carried) -> None:
        """A measure for a condition, unless the person has it; whoever signs answers for it."""
        if store.by_condition(self._db, person, condition.condition) is not None:
            return
        me = self._settings.me
        draft = MeasureDraft(condition.duty, me.name if me else "")
        store.insert(unit, person, draft, condition.condition)

    def problems(
        self, person: PersonId, draft: MeasureDraft, known: MeasureDraft | None = None
    ) -> tuple[Problem, ...]:
        """What is wrong with a measure; a unit it already had may be closed by now."""
        closed = {each.id for each in self._units.all() if not each.open_on(self._today)}
        if known is not None and known.unit is not None:
            closed.discard(known.unit)
        owner = store.owner_of_goal(self._db, draft.goal) if draft.goal else person
        return rules.check(draft, rules.MeasureFacts(frozenset(closed), owner == person))

    def plan_measure(
        self, person: PersonId, draft: MeasureDraft, *, unit: Unit | None = None
    ) -> int:
        """One that no condition asks for, in a larger unit if given; Invalid beside its fields."""
        self._people.get(person)
        demand(self.problems(person, draft))
        with self._db.within(unit, "measure.planned", Ref("person", person)) as inside:
            return store.insert(inside, person, draft, None)

    def change(self, measure: int, draft: MeasureDraft) -> None:
        """Other words, another who does it, another day, or the goal it hangs on."""
        known = self.get(measure)
        demand(self.problems(known.person, draft, known.draft))
        if draft == known.draft:
            return
        with self._db.unit("measure.changed", Ref("person", known.person)) as unit:
            store.update(unit, measure, draft)

    def moves(self, measure: Measure) -> tuple[MeasureState, ...]:
        """Where it may go from here."""
        return rules.moves(measure.state, own_task=measure.draft.own_task)

    def set_state(self, measure: int, state: MeasureState, reason: str = "") -> None:
        """Where it stands from today; Invalid without a reason where one is asked for (D4)."""
        self.follow(measure, self.get(measure).draft, state, reason)

    def follow(
        self, measure: int, draft: MeasureDraft, state: MeasureState, reason: str = ""
    ) -> None:
        """What was put right and where it stands, as one act; so it is ordered from another.

        OfficeError measure_cannot_move; Invalid beside the fields.
        """
        known = self.get(measure)
        if state is known.state:
            self.change(measure, draft)
            return
        if state not in rules.moves(known.state, own_task=draft.own_task):
            raise OfficeError("measure_cannot_move", before=known.state, after=state)
        typed = draft != known.draft or state is MeasureState.ORDERED
        problems = self.problems(known.person, draft, known.draft) if typed else ()
        if rules.needs_reason(state) and not reason.strip():
            problems += (Problem("reason", "reason_missing", "D4"),)
        demand(problems)
        with self._db.unit(_VERBS[state], Ref("person", known.person)) as unit:
            if draft != known.draft:
                store.update(unit, measure, draft)
            ordered_to = self.who(draft) if state is MeasureState.ORDERED else ""
            # why it stood where it was says nothing of where it goes
            old = reason.strip() == known.reason and not rules.needs_reason(state)
            why = "" if old else reason.strip()
            store.add_state(unit, measure, state, unit.today, why, ordered_to)

    def who(self, draft: MeasureDraft) -> str:
        """Who does it, for the screen: «Mona Lie, Nav»; empty when it is the person alone."""
        name = self._units.get(draft.unit).name() if draft.unit is not None else ""
        return ", ".join(part for part in (draft.responsible.strip(), name) if part)

    def done(self, measure: int) -> None:
        """It is done."""
        self.set_state(measure, MeasureState.DONE)

    def not_done(self, measure: int, reason: str) -> None:
        """It will not be done; Invalid without the reason."""
        self.set_state(measure, MeasureState.NOT_DONE, reason)

    def evaluate(
        self, measure: int, result: MeasureResult, words: str = "", on: date | None = None
    ) -> None:
        """Whether it helped, as seen on a day; Invalid for a day to come or before the start."""
        known = self.get(measure)
        found = MeasureEvaluation(on or self._today, result, words.strip())
        demand(rules.check_evaluation(known, found, self._today))
        with self._db.unit("measure.evaluated", Ref("person", known.person)) as unit:
            store.add_evaluation(unit, measure, found)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
