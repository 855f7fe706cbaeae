"""Reads who is followed up, each service once for everyone."""

from datetime import date

from app.core.ids import PersonId
from app.core.records import dataclass
from app.followup.assessments.service import Assessments
from app.followup.contact_notes.service import ContactNotes
from app.followup.levels.service import Levels
from app.followup.owners.service import Owners
from app.followup.plans.service import Plans
from app.followup.service import Followup
from app.overview.followups import rules, store
from app.overview.followups.model import FollowupRow, FollowupSet
from app.people.service import People
from app.settings.units.service import ServiceUnits
from app.storage.database import Database
from app.storage.remembered import Remembered


@dataclass(frozen=True, slots=True)
class Sources:
    """Those who know something of everyone."""

    people: People
    units: ServiceUnits
    levels: Levels
    owners: Owners
    plans: Plans
    followup: Followup
    contact: ContactNotes
    assessments: Assessments


class Followups:
    """The list «Oppfølging»; nothing is stored, so nothing can go stale."""

    def __init__(self, db: Database, sources: Sources) -> None:
        self._db = db
        self._from = sources
        self._remembered: Remembered[tuple[FollowupRow, ...]] = Remembered(db)
        self._waiting: Remembered[int] = Remembered(db)

    def rows(self, as_of: date | None = None) -> tuple[FollowupRow, ...]:
        """Everyone with a level from 1, a running plan or an open measure, by family name."""
        day = as_of or self._today
        return self._remembered.get(day, lambda: self._rows(day))

    def waiting(self) -> int:
        """How many lack an owner or a plan that is asked for, or are to be evaluated.

        Counted without a row: the number stands in the sidebar after everything one does.
        """
        return self._waiting.get(self._today, lambda: self._count(self._today))

    def without_owner(self, as_of: date | None = None) -> frozenset[PersonId]:
        """Those who fall between the chairs on a day; nobody should (P1)."""
        day, known = as_of or self._today, self._from
        return rules.without_owner(
            known.levels.all(day),
            {row.person for row in known.plans.rows(day)},
            store.with_open_measures(self._db, day),
            known.owners.all(day),
        )

    def belongs(self, row: FollowupRow, which: FollowupSet, me: str) -> bool:
        """Whether a person stands in a part of the list today."""
        return rules.belongs(row, which, me, self._today)

    def _count(self, day: date) -> int:
        watched = self._from.plans.watched(day)
        lacking = {each.person for each in watched if rules.lacks(each, day)}
        return len(lacking | store.beside_watched(self._db, day))

    def _rows(self, day: date) -> tuple[FollowupRow, ...]:
        known = self._from
        levels, owners = known.levels.all(day), known.owners.all(day)
        plans = {row.person: row for row in known.plans.rows(day)}
        due = {row.person: row for row in known.followup.due(day)}
        contact = known.contact.latest_of_all(day)
        silent = {each.person for each in known.contact.silent(day)}
        assessed = known.assessments.latest_days(day)
        units = {unit.id: unit.name() for unit in known.units.all()}
        followed = {person for person, held in levels.items() if held.level.followed}
        wanted = followed | {*plans} | store.with_open_measures(self._db, day)
        made = []
        for person in known.people.rows_among(wanted):
            owner, measures = owners.get(person.id), due.get(person.id)
            made.append(
                FollowupRow(
                    person=person.id,
                    name=person.name,
                    protection=person.protection,
                    level=levels.get(person.id),
                    owner=owner,
                    unit=units.get(owner.unit, "") if owner else "",
                    plan=plans.get(person.id),
                    contact=contact.get(person.id),
                    silent=person.id in silent,
                    late=measures.late if measures else 0,
                    to_evaluate=measures.to_evaluate if measures else 0,
                    assessed_on=assessed.get(person.id),
                )
            )
        return tuple(made)

    @property
    def _today(self) -> date:
        return self._db.clock.today()
