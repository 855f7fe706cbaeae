"""The officer's verbs on what the office can give."""

from datetime import date

from app.core.errors import NotFound, Problem, demand
from app.core.ids import Ref
from app.debt.queue.capacity import rules, store
from app.debt.queue.capacity.model import Absence, AbsenceDraft, Capacity, CapacityDraft
from app.storage.database import Database
from app.storage.remembered import Remembered


class DebtCapacity:
    """Share of a position and hours for a case from each day, and days with nobody there."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._rows: Remembered[tuple[Capacity, ...]] = Remembered(db)
        self._away: Remembered[tuple[Absence, ...]] = Remembered(db)

    def rows(self) -> tuple[Capacity, ...]:
        """Every change, oldest first; those from a coming day too."""
        return self._rows.get("rows", lambda: store.rows(self._db))

    def on(self, day: date | None = None) -> Capacity | None:
        """What holds on a day; None while nothing is told."""
        return rules.in_force(self.rows(), day or self._db.clock.today())

    def absences(self) -> tuple[Absence, ...]:
        """Days with nobody there, the first first; past ones too."""
        return self._away.get("away", lambda: store.absences(self._db))

    def check(self, draft: CapacityDraft) -> tuple[Problem, ...]:
        """What stops a capacity, beside the field."""
        return rules.check(draft)

    def tried(self, draft: CapacityDraft) -> Capacity | None:
        """A capacity to try out; None while something of it is missing or wrong."""
        return None if rules.check(draft) else rules.capacity(draft)

    def change(self, draft: CapacityDraft) -> None:
        """From a day the office can give this; what held before still stands. Invalid."""
        demand(rules.check(draft))
        row = rules.capacity(draft)
        with self._db.unit("debt_capacity.changed") as unit:
            unit.about(Ref("debt_capacity", store.insert(unit, row)))

    def check_absence(self, draft: AbsenceDraft) -> tuple[Problem, ...]:
        """What stops days away, beside the field."""
        return rules.check_absence(draft)

    def add_absence(self, draft: AbsenceDraft) -> None:
        """Nobody gives advice on these days. Invalid beside the field."""
        demand(rules.check_absence(draft))
        with self._db.unit("debt_absence.added") as unit:
            unit.about(Ref("debt_absence", store.insert_absence(unit, draft)))

    def drop_absence(self, absence: int) -> None:
        """Somebody is there after all. NotFound when there is no such row."""
        if all(each.id != absence for each in self.absences()):
            raise NotFound("debt_absence_not_found")
        with self._db.unit("debt_absence.dropped", Ref("debt_absence", absence)) as unit:
            store.delete_absence(unit, absence)
