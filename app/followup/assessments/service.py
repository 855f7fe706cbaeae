"""The officer's verbs on needs assessments."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.core.errors import Conflict, NotFound, Problem, demand
from app.core.ids import PersonId, Ref
from app.followup.assessments import rules, store
from app.followup.assessments.model import (
    AreaDifference,
    Assessment,
    AssessmentArea,
    AssessmentDraft,
)
from app.followup.assessments.needs import NeedKeeper
from app.followup.plans.model import Need
from app.people.service import People
from app.storage.database import Database


class Assessments:
    """What works, what does not, and what a person wants; one form for everyone (D12)."""

    def __init__(self, db: Database, people: People, needs: NeedKeeper) -> None:
        self._db = db
        self._people = people
        self._needs = needs

    # reading

    def of(self, person: PersonId, as_of: date | None = None) -> tuple[Assessment, ...]:
        """Every finished one as of a day, the newest first."""
        day = as_of or self._today
        found = store.of(self._db, person)
        return tuple(each for each in found if each.finished and each.held_on <= day)

    def latest(self, person: PersonId, as_of: date | None = None) -> Assessment | None:
        """The last finished one; None when there is none."""
        return next(iter(self.of(person, as_of)), None)

    def has(self, person: PersonId, as_of: date | None = None) -> bool:
        """Whether the needs are mapped, as of a day (D12)."""
        return self.latest(person, as_of) is not None

    def latest_days(self, as_of: date | None = None) -> dict[PersonId, date]:
        """The day of everyone's last finished one; who has none is not in it."""
        return store.latest_days(self._db, as_of or self._today)

    def open(self, person: PersonId) -> Assessment | None:
        """The one that is being written; None when there is none."""
        return next((each for each in store.of(self._db, person) if not each.finished), None)

    def get(self, assessment: int) -> Assessment:
        """One of them; NotFound when there is none."""
        found = store.get(self._db, assessment)
        if found is None:
            raise NotFound("assessment_not_found")
        return found

    def changes(self, assessment: Assessment) -> tuple[AreaDifference, ...]:
        """What is better and worse than in the one before it; empty for the first."""
        before = self.before(assessment)
        return rules.compare(before.draft, assessment.draft) if before else ()

    def before(self, assessment: Assessment) -> Assessment | None:
        """The finished one it is compared with: the last before it."""
        earlier = (
            each
            for each in store.of(self._db, assessment.person)
            if each.finished and (each.held_on, each.id) < (assessment.held_on, assessment.id)
        )
        return next(earlier, None)

    def needs_of(self, assessment: Assessment) -> tuple[tuple[AssessmentArea, Need], ...]:
        """The needs that came of it, as they stand now, by area (D18)."""
        if not assessment.needs:
            return ()
        known = {need.id: need for need in self._needs.needs(assessment.person)}
        return tuple((area, known[need]) for area, need in assessment.needs if need in known)

    def check(self, draft: AssessmentDraft) -> tuple[Problem, ...]:
        """Why it can not be finished yet."""
        return rules.check(draft, self._today)

    def needing(self, draft: AssessmentDraft) -> tuple[AssessmentArea, ...]:
        """The areas where help is needed, those that need much first."""
        return rules.needing(draft)

    # doing

    def drafted(self, person: PersonId) -> AssessmentDraft:
        """What the form starts with: what is being written, else today; keeps nothing."""
        known = self.open(person)
        if known is not None:
            return known.draft
        language = self._people.get(person).interpreter_language
        return AssessmentDraft(held_on=self._today, interpreter=language)

    def begin(self, person: PersonId) -> int:
        """One to write in, held today; the one that is being written when there is one."""
        return self.keep(person, self.drafted(person))

    def keep(self, person: PersonId, draft: AssessmentDraft) -> int:
        """As `save` in the one that is being written; the first word begins one."""
        known = self.open(person)
        if known is not None:
            self.save(known.id, draft)
            return known.id
        self._people.get(person)
        kept = rules.trimmed(draft)
        kept = kept if kept.held_on else replace(kept, held_on=self._today)
        with self._db.unit("assessment.begun", Ref("person", person)) as unit:
            return store.insert(unit, person, kept)

    def save(self, assessment: int, draft: AssessmentDraft) -> None:
        """What the form holds now, finished or not; a day that is missing stays as it was."""
        known = self._open(assessment)
        kept = rules.trimmed(draft)
        if kept.held_on is None:
            kept = replace(kept, held_on=known.held_on)
        if kept == known.draft:
            return
        with self._db.unit("assessment.saved", Ref("person", known.person)) as unit:
            store.put(unit, known, kept)

    def finish(self, assessment: int, needs: Mapping[AssessmentArea, str]) -> None:
        """It holds from its day, and the findings named become needs (D18).

        Invalid beside the field; Conflict assessment_finished. Can be undone.
        """
        known = self._open(assessment)
        demand(
            (
                *rules.check(known.draft, self._today),
                *rules.check_needs(known.draft, needs),
            )
        )
        with self._db.unit("assessment.finished", Ref("person", known.person)) as unit:
            store.finish(unit, assessment)
            for area, words in needs.items():
                draft = rules.need_of(area, words)
                need = self._needs.add_need(known.person, draft, unit=unit)
                store.add_need(unit, assessment, area, need)

    def discard(self, assessment: int) -> None:
        """Let one go that was never finished."""
        known = self._open(assessment)
        with self._db.unit("assessment.discarded", Ref("person", known.person)) as unit:
            store.remove(unit, assessment)

    def _open(self, assessment: int) -> Assessment:
        known = self.get(assessment)
        if known.finished:
            raise Conflict("assessment_finished")
        return known

    @property
    def _today(self) -> date:
        return self._db.clock.today()
