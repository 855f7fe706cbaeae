"""The officer's verbs on what comes after a home was lost (practice 4b, TV-13, TV-14)."""

from dataclasses import replace
from datetime import date

from app.core.errors import Invalid, NotFound, OfficeError, Problem, demand
from app.core.ids import EvictionCaseId, PersonId, Ref
from app.evictions import rules as case_rules
from app.evictions import store as case_store
from app.evictions.aftercare import rules, store
from app.evictions.aftercare.early import Early
from app.evictions.aftercare.model import (
    Aftercare,
    AftercareDue,
    AftercareDueKind,
    AftercareKind,
    AftercareTask,
    FetchingNotice,
    Review,
    Settled,
    TaskDraft,
)
from app.evictions.model import EvictionCase, EvictionStage
from app.evictions.service import EvictionCases
from app.leases.stays.model import StayRow
from app.leases.stays.service import Stays
from app.settings.service import Settings
from app.storage.database import Database


class AftercareCases:
    """A roof, the things, the children, and what could have been seen earlier."""

    def __init__(
        self, db: Database, cases: EvictionCases, settings: Settings, stays: Stays, early: Early
    ) -> None:
        self._db = db
        self._cases = cases
        self._settings = settings
        self._stays = stays
        self._early = early

    # what is known

    def of(self, case: EvictionCaseId, on: date | None = None) -> Aftercare | None:
        """All of it as it stands on a day; None while the home is not lost."""
        day = on or self._today
        known = self._cases.get(case, on)
        if not rules.lost(known):
            return None
        lost_on = self._lost_on(known)
        sent = store.letter(self._db, case, day)
        care = Aftercare(
            case=known,
            lost_on=lost_on,
            moved=rules.left_before(known),
            strict=self._cases.strict(known.person),
            stay=self._stay(known.person),
            children=self._cases.children(known.person),
            fetch=rules.fetch_by(lost_on, store.notices(self._db, case), self._settings.parameters),
            settled=store.settled(self._db, case, day),
            tasks=store.tasks(self._db, case),
            early=self._early.days(known, day),
            review=store.review(self._db, case, day),
            letter_on=None if sent is None else sent.issued_on,
        )
        return replace(care, lacks=tuple(rules.lacking(care)))

    def task(self, task: int) -> AftercareTask:
        """One task; NotFound when there is none."""
        found = store.task(self._db, task)
        if found is None:
            raise NotFound("aftercare_task_not_found")
        return found

    def due(self, on: date | None = None) -> tuple[AftercareDue, ...]:
        """What there is to do by a day in cases that are open, the first first."""
        day = on or self._today
        found: list[AftercareDue] = []
        tasks = rules.undone(store.waiting(self._db), day)
        for case in self._cases.open_ones(day):
            if rules.lost(case):
                found += _tasks(case, tasks)
                found += self._by_day(case, day)
        return tuple(sorted(found, key=lambda each: (each.due_on, each.case, each.kind)))

    def _by_day(self, case: EvictionCase, day: date) -> tuple[AftercareDue, ...]:
        """The things that are still to be fetched, and a review that was not held."""
        found = []
        lost_on, parameters = self._lost_on(case), self._settings.parameters
        if store.settled(self._db, case.id, day) is None:
            notices = store.notices(self._db, case.id)
            periods = rules.fetch_by(lost_on, notices, parameters)
            last = [each.until for each in periods if not each.expected or each.number == 1][-1]
            if last <= day:
                found.append(_due(case, AftercareDueKind.FETCH, last))
        if store.review(self._db, case.id, day) is None:
            review_by = rules.review_by(lost_on, parameters)
            if review_by <= day:
                found.append(_due(case, AftercareDueKind.REVIEW, review_by))
        return tuple(found)

    def _lost_on(self, case: EvictionCase) -> date:
        """The day it became so."""
        kept = (each.since for each in self._cases.outcomes(case.id) if each.outcome is not None)
        return max(kept, default=case.stage_since)

    def _stay(self, person: PersonId) -> StayRow | None:
        """Where they stay for now, the newest; one that they have left is not it (SOT-04)."""
        open_ones = [row for row in self._stays.of_person(person) if row.stay.open]
        return max(open_ones, key=lambda row: row.stay.began_on, default=None)

    # what is done

    def proposed(self, case: EvictionCaseId) -> tuple[TaskDraft, ...]:
        """The first tasks, with who and when, as they would begin."""
        care = self._care(case)
        me = self._settings.me
        return rules.proposed_tasks(
            care.lost_on,
            self._today,
            self._settings.parameters,
            roof=care.stay is not None,
            children=bool(care.children),
            owner=me.name if me else self._settings.profile.name,
        )

    def begin(self, case: EvictionCaseId) -> None:
        """Follow-up begins: the case stands there, with the first tasks on their days."""
        known, drafts = self._care(case).case, self.proposed(case)
        if known.stage is not EvictionStage.CARRIED_OUT:
            raise OfficeError("aftercare_not_to_begin")
        with self._db.unit("aftercare.begun", Ref("eviction_case", case)) as unit:
            day = unit.today
            row = case_rules.row(known.kind, EvictionStage.AFTERCARE, day)
            case_store.add_stage(unit, case, row)
            for draft in drafts:
                store.add_task(unit, case, draft)

    def add_task(self, case: EvictionCaseId, draft: TaskDraft) -> int:
        """One more, with who and when. Invalid beside the field."""
        self._care(case)
        demand(rules.check_task(draft))
        with self._db.unit("aftercare_task.added", Ref("eviction_case", case)) as unit:
            return store.add_task(unit, case, draft)

    def tick(self, task: int, on: date | None = None) -> None:
        """It is done."""
        known, day = self.task(task), on or self._today
        if day > self._today:
            raise Invalid([Problem("done_on", "day_in_future", remedy=self._today)])
        with self._db.unit("aftercare_task.done", Ref("eviction_case", known.case)) as unit:
            unit.update("aftercare_task", task, done_on=day)

    def untick(self, task: int) -> None:
        """It was not done after all."""
        known = self.task(task)
        with self._db.unit("aftercare_task.reopened", Ref("eviction_case", known.case)) as unit:
            unit.update("aftercare_task", task, done_on=None)

    def told_to_fetch(self, case: EvictionCaseId, notice: FetchingNotice) -> None:
        """They were told to fetch their things, the first or the second time (TV-13, TV-14).

        Where the things lie is not kept for strengt fortrolig (ADR-02).
        """
        care = self._care(case)
        known = store.notices(self._db, case)
        problems = rules.check_notice(
            notice.number, notice.told_on, care.lost_on, known, self._today
        )
        if care.strict and notice.kept_where.strip():
            problems += (Problem("kept_where", "address_not_to_be_kept", "ADR-02"),)
        demand(problems)
        with self._db.unit("fetching.told", Ref("eviction_case", case)) as unit:
            store.add_notice(unit, case, notice)

    def settle(self, case: EvictionCaseId, words: str, on: date | None = None) -> None:
        """Everything is fetched, or nothing was left: in words, from a day."""
        self._care(case)
        day = on or self._today
        problems: tuple[Problem, ...] = ()
        if not words.strip():
            problems += (Problem("words", "aftercare_words_missing"),)
        if day > self._today:
            problems += (Problem("since", "day_in_future", remedy=self._today),)
        demand(problems)
        with self._db.unit("fetching.settled", Ref("eviction_case", case)) as unit:
            store.add_settled(unit, case, Settled(day, words))

    def unsettle(self, case: EvictionCaseId) -> None:
        """Something is still to be fetched after all."""
        with self._db.unit("fetching.reopened", Ref("eviction_case", case)) as unit:
            store.add_settled(unit, case, Settled(unit.today, ""))

    def look_back(
        self, case: EvictionCaseId, seen_earlier: str, change: TaskDraft | None = None
    ) -> None:
        """What could have been seen earlier, and what is to be done otherwise, by whom and when."""
        self._care(case)
        problems: tuple[Problem, ...] = ()
        if not seen_earlier.strip():
            problems += (Problem("seen_earlier", "review_words_missing"),)
        task = None if change is None else replace(change, kind=AftercareKind.CHANGE)
        if task is not None:
            problems += rules.check_task(task)
        demand(problems)
        with self._db.unit("eviction.reviewed", Ref("eviction_case", case)) as unit:
            words = "" if task is None else task.words
            store.add_review(unit, case, Review(unit.today, seen_earlier, words))
            if task is not None:
                store.add_task(unit, case, task)

    def _care(self, case: EvictionCaseId) -> Aftercare:
        found = self.of(case)
        if found is None:
            raise OfficeError("aftercare_home_not_lost")
        return found

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _due(case: EvictionCase, kind: AftercareDueKind, day: date) -> AftercareDue:
    return AftercareDue(case.id, case.person, case.name, kind, day)


def _tasks(case: EvictionCase, tasks: tuple[AftercareTask, ...]) -> tuple[AftercareDue, ...]:
    return tuple(
        replace(
            _due(case, AftercareDueKind.TASK, each.due_on),
            task=each.kind,
            words=each.words,
            owner=each.owner,
        )
        for each in tasks
        if each.case == case.id
    )
